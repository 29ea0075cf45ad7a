import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AssignTaskDocument, StaffDocument, TeamTasksDocument, type TeamTasksQueryVariables } from '../generated/graphql/graphql.js';
import { useAwayToday } from '../people/away.js';
import { useRead, useReadPages } from '../shared/api/query.js';
import { More } from '../shared/more.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { SelectField } from '../shared/form/field.js';
import { formatDay, today } from '../shared/format.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';
import { TaskRow } from './task-panel.js';
import { useTaskTitle, type Task } from './task-text.js';

/** For a coordinator: what nobody of the team took yet. */
export function TeamPanel() {
  return useDoor('Task.assign') ? <Open /> : null;
}

function Open() {
  const { t } = useTranslation();
  const title = useTaskTitle();
  const tasks = useReadPages<{ teamTasks: { nodes: Task[]; next: string | null } }, TeamTasksQueryVariables, Task>(TeamTasksDocument, { first: 25 }, ({ teamTasks }) => teamTasks);
  const [assigning, setAssigning] = useState<Task>();
  if (tasks.error && !tasks.nodes) return <Fault error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (!tasks.nodes) return null;
  return (
    <Panel id="team" title={t('team.title')}>
      <p className="panel__body small soft">{tasks.nodes.length ? t('team.lead') : t('team.none')}</p>
      {tasks.nodes.length > 0 && (
        <ul className="rows rows--top">
          {tasks.nodes.map((task) => (
            <TaskRow key={task.id} task={task}>
              {task.may.includes('assign') && (
                <button type="button" className="linkbtn rows__act" aria-label={t('team.assignOf', { task: title(task) })} onClick={() => setAssigning(task)}>
                  {t('team.assign')}
                </button>
              )}
            </TaskRow>
          ))}
        </ul>
      )}
      <More of={tasks} />
      {assigning && <AssignDialog task={assigning} onClose={() => setAssigning(undefined)} />}
    </Panel>
  );
}

/** A colleague with the function of the task; who is away today is named so. */
function AssignDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const day = today();
  const away = useAwayToday();
  const people = (useRead(StaffDocument, {}).data?.people ?? []).filter(({ active, mandates }) => active && mandates.some(({ role, since, until }) => role === task.role && since <= day && (!until || until >= day)));
  const { register, handleSubmit, formState, getValues } = useForm({ defaultValues: { personId: '' } });
  const assign = useChange(AssignTaskDocument, {
    onSuccess: () => {
      toast(t('team.done.assign', { name: people.find(({ id }) => id === getValues('personId'))?.name ?? '' }));
      onClose();
    },
  });
  const labelOf = (id: string, name: string) => {
    const absence = away.find(({ personId }) => personId === id);
    return absence ? t('team.awayUntil', { name, until: formatDay(absence.until) }) : name;
  };
  const submit = handleSubmit(({ personId }) => assign.mutate({ id: task.id, version: task.version, personId }));
  return (
    <Dialog title={t('team.assign')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <SelectField registration={register('personId', { required: t('team.assignMissing') })} label={t('team.assignTo')} hint={t('team.assignHint')} error={formState.errors.personId?.message} empty={t('form.choose')} options={people.map(({ id, name }) => ({ value: id, label: labelOf(id, name) }))} />
          <FaultNote error={assign.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={assign.isPending}>
            {t('team.assign')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
