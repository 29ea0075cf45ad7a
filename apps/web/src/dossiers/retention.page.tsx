import { useTranslation } from 'react-i18next';
import { RetentionRulesDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useClassWords } from '../shared/classes.js';
import { Fault, NotFound } from '../shared/faults.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';
import { DestructionLists } from './destruction-lists.js';
import { LegalHolds } from './legal-holds.js';

/** What is kept how long, what is to be destroyed and waits for a signature, and what is held. */
export function Page() {
  const { t } = useTranslation();
  if (!useDoor('DestructionList.sign')) return <NotFound />;
  return (
    <>
      <PageHead title={t('retention.title')} tabTitle={t('retention.title')} lead={t('retention.lead')} />
      <DestructionLists />
      <LegalHolds />
      <Rules />
    </>
  );
}

const COLUMNS = ['what', 'years', 'why'] as const;

function Rules() {
  const { t } = useTranslation();
  const classWords = useClassWords();
  const rules = useRead(RetentionRulesDocument, {});
  if (!rules.data) return rules.error ? <Fault error={rules.error} onRetry={() => void rules.refetch()} /> : <Skeleton lines={4} />;
  return (
    <Panel id="termijnen" title={t('retention.rules.title')}>
      <table className="table stack" role="table">
        <caption className="vh">{t('retention.rules.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`retention.rules.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rules.data.retentionRules.map(({ key, kind, outcome, classes, years, motivation, assumed }) => (
            <tr key={key} role="row">
              <th scope="row" role="rowheader">
                <span className="first">
                  {t(`retention.rules.kind.${kind}`)}
                  {outcome && ` ${t(`retention.rules.outcome.${outcome}`)}`}
                  {classes.length > 0 && `: ${classWords(classes)}`}
                </span>
              </th>
              <td role="cell" data-l={t('retention.rules.columns.years')}>
                <span>{t('retention.items.years', { count: years })}</span>
              </td>
              <td role="cell" data-l={t('retention.rules.columns.why')}>
                <div className="stackv--s">
                  <span>{motivation}</span>
                  {assumed && <span className="small soft">{t('retention.rules.assumed')}</span>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
