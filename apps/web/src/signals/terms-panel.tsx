import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../shared/page.js';
import { cooperationPath } from './paths.js';
import { type Agreement, TERMS } from './protocol.js';

/** Which terms will hold, before anything is sent. */
export function TermsPanel({ agreement }: { agreement: Agreement | undefined }) {
  const { t } = useTranslation();
  return (
    <Panel id="termijnen" title={t('signals.terms.title')}>
      <div className="panel__body small stackv--s">
        {agreement ? (
          <>
            <p className="soft">{t('signals.terms.from')}</p>
            <dl className="stackv--s">
              {TERMS.map((term) => (
                <div key={term}>
                  <dt className="mute">{t(`signals.terms.${term}`)}</dt>
                  <dd>{t(`signals.within.${agreement.terms[term].unit}`, { count: agreement.terms[term].count })}</dd>
                </div>
              ))}
            </dl>
            <p>
              <Link to={cooperationPath(agreement.id)}>{t('signals.terms.read', { edition: agreement.edition })}</Link>
            </p>
          </>
        ) : (
          <p className="soft">{t('signals.terms.default')}</p>
        )}
      </div>
    </Panel>
  );
}
