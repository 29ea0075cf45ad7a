import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { send } from '../shared/api/ask.js';
import { Fault } from '../shared/faults.js';
import { Skeleton } from '../shared/loading.js';
import { Panel } from '../shared/page.js';
import { useSession } from '../shared/session.js';

type Part = 'CLIENT' | 'REFERRAL' | 'AGREEMENT';
type Column = { name: string; part: Part; required: 'ALWAYS' | 'WITH_REFERRAL' | null; says: string; values: readonly string[] };

/** What may stand in a file: the server's own list, for the capacity in which one works. */
export function ColumnsPanel() {
  const { t } = useTranslation();
  const { capacity } = useSession();
  const { data, error, refetch } = useQuery({ queryKey: ['import columns', capacity.id], queryFn: async () => ((await send('/import/columns', { method: 'GET' })) as { columns: Column[] }).columns, staleTime: Infinity });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <Panel id="kolommen" title={t('imports.columns.title')}>
      <div className="panel__body stackv">
        <p>{t('imports.columns.text')}</p>
        {(['CLIENT', 'REFERRAL', 'AGREEMENT'] as const).map((part) => (
          <details key={part}>
            <summary>{t(`imports.columns.part.${part}`)}</summary>
            <dl className="facts">
              {data.filter((column) => column.part === part).map(({ name, required, says, values }) => (
                <div key={name}>
                  <dt>
                    <b>{name}</b>
                    {required && <span className="row-kind">{t(`imports.columns.required.${required}`)}</span>}
                  </dt>
                  <dd>
                    {says}
                    {values.length > 0 && <span className="row-kind mute small">{`${t('imports.columns.values')}: ${values.join(', ')}`}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </div>
    </Panel>
  );
}
