import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProtocolsDocument } from '../generated/graphql/graphql.js';
import { CooperationPanel } from '../mediation/cooperation-panel.js';
import { useRead } from '../shared/api/query.js';
import { ButtonLink } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useDoor } from '../shared/session.js';
import { type ProtocolRow, ProtocolStatus, usePeriod, Waits } from './protocol-state.js';

const ORDER: Record<ProtocolRow['state'], number> = { DRAFT: 0, DPO_ADVICE: 1, SIGNED: 2, PUBLISHED: 3, ENDED: 4 };

/** What may flow between partners: what was signed, and the drafts of one's own. */
export function Page() {
  const { t } = useTranslation();
  const mayDraft = useDoor('ExchangeProtocol.draft');
  const { shortNameOf, isReady } = usePartners();
  const { data, error, refetch } = useRead(ProtocolsDocument, {});
  const called = ({ fromPartnerId, toPartnerId }: ProtocolRow) => `${shortNameOf(fromPartnerId)} ${shortNameOf(toPartnerId)}`;
  const rows = isReady ? data?.exchangeProtocols.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || called(a).localeCompare(called(b), 'nl')) : undefined;
  return (
    <>
      <PageHead
        title={t('protocols.all')}
        tabTitle={t('protocols.all')}
        lead={t('protocols.allLead')}
        actions={
          mayDraft && (
            <ButtonLink variant="main" icon="plus" to="/protocollen/nieuw">
              {t('protocols.new')}
            </ButtonLink>
          )
        }
      />
      <CooperationPanel />
      <Panel id="gegevens" title={t('protocols.title')}>
        <div className="panel__body">
          <p className="hint">{t('protocols.lead')}</p>
        </div>
        {error && !rows ? <Fault error={error} onRetry={() => void refetch()} /> : !rows ? <Skeleton lines={8} /> : rows.length ? <Rows rows={rows} /> : <Empty title={t('protocols.empty.title')} text={t('protocols.empty.text')} />}
      </Panel>
    </>
  );
}

function Rows({ rows }: { rows: readonly ProtocolRow[] }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const period = usePeriod();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('protocols.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['parties', 'purpose', 'state', 'valid'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`protocols.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              <Link to={`/protocollen/${row.id}`}>{t('protocols.fromTo', { from: shortNameOf(row.fromPartnerId), to: shortNameOf(row.toPartnerId) })}</Link>
            </th>
            <td role="cell" data-l={t('protocols.table.purpose')}>
              <span>{row.purpose}</span>
            </td>
            <td role="cell" data-l={t('protocols.table.state')}>
              <div>
                <ProtocolStatus of={row} />
                <Waits waits={row.waits} />
              </div>
            </td>
            <td role="cell" data-l={t('protocols.table.valid')}>
              <span>{period(row)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
