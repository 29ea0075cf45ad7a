import { useTranslation } from 'react-i18next';
import { ApproveSupportDocument, DeclineSupportDocument, EndSupportDocument, SupportRequestsDocument, type SupportRequestsQuery, type SupportRequestsQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';
import { isOpenNow, SupportTable } from './support-table.js';

type Row = SupportRequestsQuery['supportRequests']['nodes'][number];

/** What support of the platform asks of the own organisation: somebody here decides. */
export function SupportRequests() {
  const { t } = useTranslation();
  const requests = useReadPages<SupportRequestsQuery, SupportRequestsQueryVariables, Row>(SupportRequestsDocument, { first: 25 }, ({ supportRequests }) => supportRequests);
  const rows = requests.nodes;
  if (!rows) return requests.error ? <Fault error={requests.error} onRetry={() => void requests.refetch()} /> : <Skeleton lines={3} />;
  return (
    <Panel id="ondersteuning" title={t('support.list.theirs')}>
      <p className="panel__body soft">{t('support.list.explained')}</p>
      {rows.length ? <SupportTable caption={t('support.list.theirs')} who={t('glass.list.columns.who')} rows={rows} nameOf={({ personName }) => personName} actionsOf={(row) => <Actions row={row} />} /> : <p className="panel__body soft">{t('support.list.noneTheirs')}</p>}
      <More of={requests} />
    </Panel>
  );
}

function Actions({ row }: { row: Row }) {
  const { t } = useTranslation();
  const approve = useChange(ApproveSupportDocument, { onSuccess: () => toast(t('support.done.approve')) });
  const decline = useChange(DeclineSupportDocument, { onSuccess: () => toast(t('support.done.decline')) });
  const end = useChange(EndSupportDocument, { onSuccess: () => toast(t('support.done.end')) });
  const version = { id: row.id, version: row.version };
  return (
    <>
      {row.decidedName && <span className="small soft">{t('support.list.by', { name: row.decidedName })}</span>}
      {row.may.includes('approve') && (
        <Button small variant="main" isPending={approve.isPending} onPress={() => approve.mutate(version)}>
          {t('support.action.approve')}
        </Button>
      )}
      {row.may.includes('decline') && (
        <Button small isPending={decline.isPending} onPress={() => decline.mutate(version)}>
          {t('support.action.decline')}
        </Button>
      )}
      {row.may.includes('end') && isOpenNow(row) && (
        <Button small isPending={end.isPending} onPress={() => end.mutate(version)}>
          {t('support.action.end')}
        </Button>
      )}
      <FaultNote error={approve.error ?? decline.error ?? end.error} />
    </>
  );
}
