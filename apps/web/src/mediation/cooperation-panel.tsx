import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CooperationsDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { formatList } from '../shared/format.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useDoor } from '../shared/session.js';
import { DraftDialog } from './cooperation-draft-dialog.js';
import { type CooperationRow, CooperationStatus, useDays, usePlaceName } from './cooperation-state.js';

/** What was agreed on mediation: what both signed, and what one's own organisation talks about. */
export function CooperationPanel() {
  const { t } = useTranslation();
  const mayDraft = useDoor('CooperationProtocol.draft');
  const [drafts, setDrafts] = useState(false);
  const { shortNameOf, isReady } = usePartners();
  const { data, error, refetch } = useRead(CooperationsDocument, {});
  const rows = isReady ? data?.cooperationProtocols.toSorted((a, b) => shortNameOf(a.companyId).localeCompare(shortNameOf(b.companyId), 'nl') || b.edition - a.edition) : undefined;
  const aside = mayDraft && (
    <Button small icon="plus" onPress={() => setDrafts(true)}>
      {t('cooperation.new')}
    </Button>
  );
  return (
    <Panel id="samenwerking" title={t('cooperation.title')} aside={aside}>
      {error && !rows ? <Fault error={error} onRetry={() => void refetch()} /> : !rows ? <Skeleton lines={3} /> : rows.length ? <Rows rows={rows} /> : <Empty title={t('cooperation.empty.title')} text={t('cooperation.empty.text')} />}
      {drafts && <DraftDialog onClose={() => setDrafts(false)} />}
    </Panel>
  );
}

function Rows({ rows }: { rows: readonly CooperationRow[] }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const placeName = usePlaceName();
  const days = useDays();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('cooperation.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['parties', 'municipalities', 'state', 'valid'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`cooperation.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              <Link to={`/protocollen/samenwerking/${row.id}`}>{t('cooperation.called', { company: shortNameOf(row.companyId), edition: row.edition })}</Link>
            </th>
            <td role="cell" data-l={t('cooperation.table.municipalities')}>
              <span>{formatList(row.municipalities.map(placeName))}</span>
            </td>
            <td role="cell" data-l={t('cooperation.table.state')}>
              <CooperationStatus of={row} />
            </td>
            <td role="cell" data-l={t('cooperation.table.valid')}>
              <span>{days(row)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
