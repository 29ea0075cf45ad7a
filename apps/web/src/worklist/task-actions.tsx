import { useTranslation } from 'react-i18next';
import { ReleaseTaskDocument, TakeTaskDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { useFaultText } from '../shared/faults.js';
import { toast } from '../shared/overlay/toasts.js';
import { useTaskTitle, type Task } from './task-text.js';

/** What is everybody's is taken with one click, and goes back with one. */
export function TaskActions({ task }: { task: Task }) {
  const { t } = useTranslation();
  const title = useTaskTitle();
  const fault = useFaultText();
  const told = (error: Error) => toast(fault(error));
  const take = useChange(TakeTaskDocument, { onSuccess: () => toast(t('team.done.take')) });
  const release = useChange(ReleaseTaskDocument, { onSuccess: () => toast(t('team.done.release')) });
  const row = { id: task.id, version: task.version };
  if (task.personId === null && task.may.includes('take')) {
    return (
      <button type="button" className="linkbtn rows__act" aria-label={t('team.takeOf', { task: title(task) })} disabled={take.isPending} onClick={() => take.mutate(row, { onError: told })}>
        {t('team.take')}
      </button>
    );
  }
  if (!task.may.includes('release')) return null;
  return (
    <button type="button" className="linkbtn rows__act" aria-label={t('team.releaseOf', { task: title(task) })} disabled={release.isPending} onClick={() => release.mutate(row, { onError: told })}>
      {t('team.release')}
    </button>
  );
}
