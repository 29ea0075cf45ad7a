import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskTenantsUnionDocument } from '../generated/graphql/graphql.js';
import { Button } from '../shared/button.js';
import { formatDay } from '../shared/format.js';
import { toast } from '../shared/overlay/toasts.js';
import { FormDialog } from './form-dialog.js';
import type { Mediation } from './mediation.page.js';
import { isOver } from './stages.js';

const SITE = 'https://huurdersbond.be';

/** A question without a name to the tenants' union, which takes no part in the portal: it is kept here, and sent by who asks it. */
export function TenantsUnion({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const asked = row.timeline.filter(({ event }) => event === 'TENANTS_UNION_ASKED');
  const mayAsk = row.may.includes('askUnion') && !isOver(row.state);
  if (!mayAsk && !asked.length) return null;
  return (
    <section aria-labelledby="huurdersbond">
      <h3 id="huurdersbond" className="side__title">
        {t('mediation.union.title')}
      </h3>
      <p className="small soft">
        {t('mediation.union.text')} <a href={SITE}>huurdersbond.be</a>
      </p>
      {asked.map(({ at, text }) => (
        <div key={at} className="stackv--s">
          <p className="small pre">{text}</p>
          <p className="small soft">
            {formatDay(at)}{' '}
            <button type="button" className="linkbtn" onClick={() => void navigator.clipboard.writeText(text ?? '').then(() => toast(t('mediation.union.copied')))}>
              {t('mediation.union.copy')}
            </button>
          </p>
        </div>
      ))}
      {mayAsk && (
        <p className="side__act">
          <Button small onPress={() => setAsking(true)}>
            {t('mediation.union.ask')}
          </Button>
        </p>
      )}
      {isAsking && (
        <FormDialog
          title={t('mediation.union.ask')}
          text={<p>{t('mediation.union.how')}</p>}
          fields={[{ name: 'question', kind: 'long', label: t('mediation.union.question'), hint: t('mediation.union.hint'), max: 2000 }]}
          confirm={t('mediation.union.keep')}
          done={t('mediation.union.kept')}
          document={AskTenantsUnionDocument}
          variables={(answers) => ({ id: row.id, version: row.version, ...answers })}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
