import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { FilesOfDocument, StaffDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Fault } from '../shared/faults.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { useFiles } from './files.js';
import { HandOverForm } from './hand-over-form.js';
import { LeaversPanel } from './leavers.js';

/** Many files to a colleague in one act: one's own, or for a coordinator those of another. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const staff = useRead(StaffDocument, {}).data?.people ?? [];
  const possible = staff.filter(({ may }) => may.includes('handOver'));
  const asked = search.get('van');
  const fromId = possible.some(({ id }) => id === asked) ? asked! : possible.length === 1 ? possible[0].id : undefined;
  const from = possible.find(({ id }) => id === fromId);
  const isForOthers = possible.some(({ id }) => id !== me.personId);
  return (
    <>
      <PageHead title={t('handover.title')} tabTitle={t('handover.title')} lead={t('handover.lead')} crumbs={[{ label: t('directory.title'), to: '/medewerkers' }, { label: t('handover.title') }]} />
      {isForOthers && (
        <div className="field">
          <label htmlFor="van">{t('handover.from')}</label>
          <select id="van" className="input" value={fromId ?? ''} onChange={(event) => setSearch(event.target.value ? { van: event.target.value } : {})}>
            <option value="">{t('handover.choose')}</option>
            {possible.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {from ? <Files key={from.id} from={from} /> : <LeaversPanel />}
    </>
  );
}

function Files({ from }: { from: { id: string; name: string } }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead(FilesOfDocument, { personId: from.id });
  const files = useFiles(data?.filesOf);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!files) return <Skeleton lines={8} />;
  return <HandOverForm from={from} files={files} none={<Empty title={t('handover.empty.title', { name: from.name })} text={t('handover.empty.text')} />} />;
}
