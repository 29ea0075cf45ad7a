import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ConsultsDocument, type ConsultsQuery, type ConsultsQueryVariables, type ConsultState } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Button, ButtonLink } from '../shared/button.js';
import { ChipSelect } from '../shared/chip-select.js';
import { Fault } from '../shared/faults.js';
import { formatDay } from '../shared/format.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PageHead } from '../shared/page.js';
import { useDoor } from '../shared/session.js';
import { Status } from '../shared/status.js';
import { Term } from '../shared/term.js';
import { useWith } from './with.js';

type Row = ConsultsQuery['consults']['nodes'][number];

const STATES: readonly ConsultState[] = ['ASKED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'];

/** Every short question that one's partner asked or got, newest first. */
export function Page() {
  const { t } = useTranslation();
  const mayAsk = useDoor('Consult.ask');
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one.toLowerCase() === search.get('stand'));
  const list = useReadPages<ConsultsQuery, ConsultsQueryVariables, Row>(ConsultsDocument, { state, first: 25 }, ({ consults }) => consults);
  const setState = (value: string | undefined) => setSearch(value ? { stand: value.toLowerCase() } : {});
  return (
    <>
      <PageHead
        title={t('consults.title')}
        tabTitle={t('consults.title')}
        lead={t('consults.lead')}
        actions={
          mayAsk && (
            <ButtonLink variant="main" icon="plus" to="/vragen/nieuw">
              {t('consults.new')}
            </ButtonLink>
          )
        }
      />
      <div className="filters" role="group" aria-label={t('worklist.filters')}>
        <ChipSelect label={t('consults.stateFilter')} all={t('app.all')} icon="filter" value={state} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={setState} />
      </div>
      {list.error && !list.nodes ? <Fault error={list.error} onRetry={() => void list.refetch()} /> : !list.nodes ? <Skeleton lines={8} /> : null}
      {list.nodes && (
        <div className="panel">
          {list.nodes.length ? <Rows rows={list.nodes} /> : <None isFiltered={state !== undefined} onClear={() => setState(undefined)} />}
          <More of={list} />
        </div>
      )}
    </>
  );
}

function None({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  if (!isFiltered) return <Empty title={t('consults.empty.title')} text={t('consults.empty.text')} />;
  return (
    <Empty title={t('consults.empty.filtered')} text={t('consults.empty.filteredText')}>
      <Button onPress={onClear}>{t('consults.empty.clear')}</Button>
    </Empty>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const withWhom = useWith();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('consults.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['question', 'who', 'state', 'term', 'asked'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`consults.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <th scope="row" role="rowheader">
              <Link className="clamp" to={`/vragen/${row.id}`}>
                {row.question}
              </Link>
              <span className="table__sub num nowrap">{row.number}</span>
            </th>
            <td role="cell" data-l={t('consults.table.who')}>
              <span>{withWhom(row)}</span>
            </td>
            <td role="cell" data-l={t('consults.table.state')}>
              <Status state={row.state} />
            </td>
            <td role="cell" data-l={t('consults.table.term')}>
              <span>{row.term ? <Term term={row.term} /> : <span className="mute">{t('worklist.noTerm')}</span>}</span>
            </td>
            <td role="cell" data-l={t('consults.table.asked')}>
              <span className="nowrap">{formatDay(row.askedAt)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
