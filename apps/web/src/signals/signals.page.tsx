import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OwnSignalsDocument, type OwnSignalsQuery, type OwnSignalsQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { ButtonLink } from '../shared/button.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatDay } from '../shared/format.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PageHead } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';
import { Term } from '../shared/term.js';
import { signalPath } from './paths.js';
import { StageStatus } from './stages.js';

type Row = OwnSignalsQuery['signals']['nodes'][number];

/** What one's own company reported, newest first, and how far each is. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const [mayRead, mayReport, mayImport] = [useDoor('TensionSignal.read'), useDoor('TensionSignal.report'), useDoor('Dwelling.import')];
  const list = useReadPages<OwnSignalsQuery, OwnSignalsQueryVariables, Row>(OwnSignalsDocument, { first: 25 }, ({ signals }) => signals, { enabled: mayRead });
  if (!mayRead) return <NotFound />;
  return (
    <>
      <PageHead
        title={t('signals.title')}
        tabTitle={t('signals.title')}
        lead={t('signals.lead', { partner: partner.shortName })}
        actions={
          <>
            {mayImport && <ButtonLink to="/meldingen/woningen">{t('signals.dwellings.title')}</ButtonLink>}
            {mayReport && (
              <ButtonLink variant="main" icon="plus" to="/meldingen/nieuw">
                {t('signals.report')}
              </ButtonLink>
            )}
          </>
        }
      />
      {list.error && !list.nodes ? <Fault error={list.error} onRetry={() => void list.refetch()} /> : !list.nodes ? <Skeleton lines={8} /> : null}
      {list.nodes && (
        <div className="panel">
          {list.nodes.length ? <Rows rows={list.nodes} /> : <Empty title={t('signals.empty.title')} text={t('signals.empty.text')} />}
          <More of={list} />
        </div>
      )}
    </>
  );
}

const COLUMNS = ['home', 'topic', 'stage', 'reported', 'next'] as const;

function Rows({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('signals.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`signals.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <OneRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function OneRow({ row: { id, number, state, topic, urgent, reportedAt, street, municipality, term, closedAt, notStartedAt } }: { row: Row }) {
  const { t } = useTranslation();
  const over = closedAt ?? notStartedAt;
  const isWaiting = state === 'SIGNALLED' || state === 'IN_PROGRESS';
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to={signalPath(id)}>{street ? `${street}, ${municipality}` : number}</Link>
        {street && <span className="table__sub num">{number}</span>}
      </th>
      <td role="cell" data-l={t('signals.table.topic')}>
        <span>
          {t(`signals.topic.${topic}`)} {urgent && <span className="tag tag--urgent">{t('signals.urgent')}</span>}
        </span>
      </td>
      <td role="cell" data-l={t('signals.table.stage')}>
        <StageStatus stage={state} />
      </td>
      <td role="cell" data-l={t('signals.table.reported')}>
        {formatDay(reportedAt)}
      </td>
      <td role="cell" data-l={t('signals.table.next')}>
        {over ? t('signals.over', { day: formatDay(over) }) : isWaiting && term ? <Term term={term} /> : <span className="mute">{t('signals.noTerm')}</span>}
      </td>
    </tr>
  );
}
