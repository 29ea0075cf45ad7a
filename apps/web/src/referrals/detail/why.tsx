import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WhyShownDocument, type DataClass } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { formatWholeDay } from '../../shared/format.js';
import { usePartners } from '../../shared/reference.js';
import { useDoor } from '../../shared/session.js';
import { AskAccessDialog } from './ask-access.js';
import type { ReferralRow } from './referral.page.js';

/** Why one class is shown or not, as the server explains it: the same words whether or not anything is filled in. */
export function Why({ row, dataClass }: { row: ReferralRow; dataClass: DataClass }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const mayRequest = useDoor('AccessRequest.request');
  const { data, error } = useRead(WhyShownDocument, { id: row.id, dataClass });
  const [isAsking, setAsking] = useState(false);
  if (error && !data) return <FaultNote error={error} />;
  if (!data) return <p role="status">{t('app.loading')}</p>;
  const { title, says, rule, chosenBy, ask, until, mayAsk } = data.why;
  const asked = row.accessRequests.find(({ state, classes }) => state === 'ASKED' && classes.includes(dataClass));
  return (
    <>
      <p className="why-card__title">{title}</p>
      <p>{says}</p>
      <dl>
        <dt>{t('withheld.rule')}</dt>
        <dd>{rule}</dd>
        {chosenBy && (
          <>
            <dt>{t('sharing.why.chosenBy')}</dt>
            <dd>{nameOf(chosenBy)}</dd>
          </>
        )}
        {until && (
          <>
            <dt>{t('sharing.why.until')}</dt>
            <dd>{formatWholeDay(until)}</dd>
          </>
        )}
        {ask && (
          <>
            <dt>{t('withheld.ask')}</dt>
            <dd>{ask}</dd>
          </>
        )}
      </dl>
      {asked ? (
        <p className="why-card__asked">{t('sharing.access.running', { person: asked.askedBy, day: formatWholeDay(asked.askedAt) })}</p>
      ) : (
        mayAsk &&
        mayRequest && (
          <div className="why-card__ask">
            <Button small onPress={() => setAsking(true)}>
              {t('sharing.access.ask')}
            </Button>
          </div>
        )
      )}
      {isAsking && <AskAccessDialog row={row} dataClass={dataClass} onClose={() => setAsking(false)} />}
    </>
  );
}
