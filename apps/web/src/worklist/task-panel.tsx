import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorklistPart } from '../generated/graphql/graphql.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { formatDay, formatTime } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PersonName } from '../shared/name.js';
import { Panel } from '../shared/page.js';
import { usePartners, useReferralTypes } from '../shared/reference.js';
import { useDoor } from '../shared/session.js';
import { Status } from '../shared/status.js';
import { Term } from '../shared/term.js';
import { isFiltered, type TaskFilter } from './filter.js';
import { TaskActions } from './task-actions.js';
import { TASK_ICONS, taskPath, useTaskTitle, useTenancy, type Task } from './task-text.js';
import { useWorklist } from './use-worklist.js';

/** `insteadOf`: of a colleague for whom one stands in; `withoutLate`: what is late stands in a panel of its own. */
type Props = { part: WorklistPart; filter: TaskFilter; onClear: () => void; isHiddenWhenEmpty?: boolean; withoutLate?: boolean; insteadOf?: { personId: string; title: string; counted?: string } };

/** One part of the worklist as rows. */
export function TaskPanel({ part, filter, onClear, isHiddenWhenEmpty, withoutLate, insteadOf }: Props) {
  const { t } = useTranslation();
  const tasks = useWorklist(part, filter, insteadOf?.personId);
  const shown = tasks.nodes?.filter(({ term }) => !withoutLate || term?.tone !== 'LATE') ?? [];
  if (isHiddenWhenEmpty && !tasks.nodes?.length) return tasks.error ? <Fault error={tasks.error} onRetry={() => void tasks.refetch()} /> : null;
  if (tasks.error && !tasks.nodes) return <Fault error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (!tasks.nodes) return <Skeleton title lines={6} />;
  return (
    <Panel id={insteadOf ? `vervangt-${insteadOf.personId}-${part}` : `deel-${part}`} title={insteadOf?.title ?? t(`worklist.part.${part}`)} aside={insteadOf?.counted && <span className="small soft">{insteadOf.counted}</span>} className={part === 'OVERDUE' && tasks.nodes.length ? 'panel--late' : undefined}>
      {shown.length ? (
        <ul className="rows">
          {shown.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      ) : (
        <EmptyPart part={part} isFiltered={isFiltered(filter)} onClear={onClear} />
      )}
      <More of={tasks} />
    </Panel>
  );
}

export function TaskRow({ task, children }: { task: Task; children?: ReactNode }) {
  const { t } = useTranslation();
  const title = useTaskTitle();
  const { labelOf } = useReferralTypes();
  const detail = useDetail(task);
  const { referral, consult, kind } = task;
  const tenancy = useTenancy(task);
  const isDraft = kind === 'FINISH_DRAFT';
  return (
    <li>
      <Icon name={TASK_ICONS[kind]} />
      <div>
        <p className="rows__title">
          <Link to={taskPath(task)}>{title(task)}</Link>
        </p>
        {consult && <p className="rows__sub clamp">{consult.question}</p>}
        {tenancy && <p className="rows__sub">{tenancy}</p>}
        {referral && (
          <p className="rows__sub">
            <b>
              <PersonName of={referral} />
            </b>{' '}
            · {labelOf(referral.type)}
            {referral.transfer && ` (${t('sharing.transfer').toLowerCase()})`} · {detail}
          </p>
        )}
      </div>
      <div className="rows__end">
        {task.term ? <Term term={task.term} /> : isDraft ? <Status state="DRAFT" /> : <span className="small mute">{t('worklist.noTerm')}</span>}
        {children ?? <TaskActions task={task} />}
      </div>
    </li>
  );
}

/** What helps to know which one it is. */
function useDetail({ kind, referral, due }: Task): string {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  if (!referral) return '';
  // A receiver does not see when the sender changed it.
  if (kind === 'FINISH_DRAFT' && referral.changedAt) return t('worklist.savedOn', { day: formatDay(referral.changedAt), time: formatTime(referral.changedAt) });
  if ((kind === 'DELIVER' || kind === 'DELIVER_MESSAGE') && due) return t('worklist.leavesAt', { time: formatTime(due) });
  return kind === 'DECIDE' ? t('worklist.from', { partner: calledOf(referral.fromPartnerId) }) : referral.number;
}

/** Nothing there: good news, or a filter that hides everything. */
export function EmptyPart({ part, isFiltered: hides, onClear }: { part: WorklistPart; isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const mayDraft = useDoor('Referral.draft');
  if (hides) {
    return (
      <Empty level={3} title={t('worklist.empty.filtered.title')} text={t('worklist.empty.filtered.text')}>
        <Button onPress={onClear}>{t('worklist.empty.filtered.clear')}</Button>
      </Empty>
    );
  }
  return (
    <Empty level={3} title={t(`worklist.empty.${part}.title`)} text={t(`worklist.empty.${part}.text`)}>
      {part === 'TODO' && mayDraft && (
        <ButtonLink icon="plus" to="/doorverwijzingen/nieuw">
          {t('worklist.new')}
        </ButtonLink>
      )}
    </Empty>
  );
}
