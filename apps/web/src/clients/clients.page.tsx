import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { SearchClientsDocument, type SearchClientsQuery, type SearchClientsQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { ButtonLink } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PersonName } from '../shared/name.js';
import { PageHead } from '../shared/page.js';
import { SearchBox } from '../shared/search-box.js';
import { useDoor, useMe } from '../shared/session.js';

type Row = SearchClientsQuery['clients']['nodes'][number];

/** The clients of one's own partner. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayOpen = useDoor('Client.open');
  const mayImport = useDoor('Client.import');
  const [search, setSearch] = useSearchParams();
  const words = search.get('zoek') ?? '';
  const setWords = useCallback((value: string) => setSearch(value ? { zoek: value } : {}, { replace: true }), [setSearch]);
  const list = useReadPages<SearchClientsQuery, SearchClientsQueryVariables, Row>(SearchClientsDocument, { words: words || null, first: 25 }, ({ clients }) => clients);
  return (
    <>
      <PageHead
        title={t('clients.title')}
        tabTitle={t('clients.title')}
        lead={t('clients.lead', { partner: partner.name })}
        actions={
          mayOpen && (
            <>
              {mayImport && <ButtonLink to="/clienten/invoeren">{t('imports.open')}</ButtonLink>}
              <ButtonLink variant="main" icon="plus" to="/clienten/nieuw">
                {t('clients.new')}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="filters">
        <SearchBox label={t('clients.search')} value={words} onChange={setWords} />
      </div>
      {list.error && !list.nodes ? <Fault error={list.error} onRetry={() => void list.refetch()} /> : !list.nodes ? <Skeleton lines={8} /> : null}
      {list.nodes && (
        <div className="panel">
          {list.nodes.length ? <Rows rows={list.nodes} /> : <Empty title={t(words ? 'clients.empty.none' : 'clients.empty.title')} text={t(words ? 'clients.empty.noneText' : 'clients.empty.text')} />}
          <More of={list} />
        </div>
      )}
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('clients.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['name', 'born', 'municipality', 'opened'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`clients.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              <Link to={`/clienten/${row.id}`}>
                <PersonName of={row} />
              </Link>
            </th>
            <td role="cell" data-l={t('clients.table.born')}>
              <span>{row.birthDate ? formatWholeDay(row.birthDate) : <span className="mute">{t('fact.nothing')}</span>}</span>
            </td>
            <td role="cell" data-l={t('clients.table.municipality')}>
              <span>{row.municipality ?? <span className="mute">{t('fact.nothing')}</span>}</span>
            </td>
            <td role="cell" data-l={t('clients.table.opened')}>
              <span>{formatWholeDay(row.openedAt)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
