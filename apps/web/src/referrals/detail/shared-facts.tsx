import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { Fact, Facts, lines } from '../../shared/facts.js';
import { formatDay, formatWholeDay } from '../../shared/format.js';
import { nameOf } from '../../shared/name.js';
import { Panel } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { Audience, Shown, whyOf, Withheld } from '../../shared/withheld.js';
import { CLASSES, useClassText } from '../facts.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { Why } from './why.js';

/** The facts by class; each says, when asked, why one sees it or does not. */
export function SharedFacts({ row, answer, isSender }: { row: ReferralRow; answer: AnswerRow | undefined; isSender: boolean }) {
  const { t } = useTranslation();
  const { nameOf: partnerName } = usePartners();
  const { find } = useReferralTypes();
  const textOf = useClassText();
  const asks = find(row.type)?.asks ?? [];
  const isThere = (dataClass: DataClass) => dataClass === 'IDENTITY' || asks.includes(dataClass) || Boolean(textOf(row, dataClass));
  const isAlone = row.state === 'DRAFT' || isSender;
  const audience = row.state === 'DRAFT' ? t('referrals.draftAudience') : isSender ? t('referrals.ownAudience') : t('referrals.sharedBy', { partner: partnerName(row.fromPartnerId) });
  const renewed = answer && answer.contentVersion > 1 && answer.contentAt;
  return (
    <Panel
      id="gedeeld"
      title={t(isSender ? 'clients.file.facts' : 'referrals.shared')}
      aside={
        <>
          {renewed && <span className="tag">{t('sharing.amend.renewed', { day: formatDay(renewed) })}</span>}
          <Audience alone={isAlone}>{audience}</Audience>
        </>
      }
    >
      <div className="panel__body">
        <Facts>
          {CLASSES.filter(isThere).map((dataClass) => (
            <Fact key={dataClass} label={t(`dataClass.${dataClass}`)}>
              <ClassFact row={row} dataClass={dataClass} text={textOf(row, dataClass)} isSender={isSender} />
            </Fact>
          ))}
          <Household row={row} />
          {row.agreedOn && row.agreedWay && <Fact label={t('referrals.agreement')}>{t('referrals.agreementOn', { way: t(`agreedWay.${row.agreedWay}`), day: formatWholeDay(row.agreedOn) })}</Fact>}
        </Facts>
      </div>
    </Panel>
  );
}

function ClassFact({ row, dataClass, text, isSender }: { row: ReferralRow; dataClass: DataClass; text: ReactNode; isSender: boolean }) {
  const { t } = useTranslation();
  const hidden = whyOf(row.withheld, dataClass);
  const explain = (asked: DataClass) => <Why row={row} dataClass={asked} />;
  if (hidden) return <Withheld withheld={hidden} explain={explain} />;
  const isProtected = isSender && dataClass === 'ADDRESS' && row.addressProtected;
  return (
    <Shown dataClass={dataClass} explain={explain}>
      {lines(text, isProtected && <span className="mute">{t('sharing.protectedAddress')}</span>) || <span className="mute">{t('fact.nothing')}</span>}
    </Shown>
  );
}

/** Who else it is about. */
function Household({ row: { persons } }: { row: ReferralRow }) {
  const { t } = useTranslation();
  if (!persons.length) return null;
  const texts = persons.map((person) =>
    [nameOf(person), t(`relation.${person.relation}`).toLowerCase(), person.birthDate && t('person.born', { date: formatWholeDay(person.birthDate) }), person.leftOut && t('sharing.household.leftOut')].filter(Boolean).join(', '),
  );
  return <Fact label={t('sharing.household.title')}>{lines(...texts)}</Fact>;
}
