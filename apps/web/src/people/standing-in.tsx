import { useTranslation } from 'react-i18next';
import { StandingInDocument, type TaskKind, WorklistCountsDocument, type WorklistCountsQuery, type WorklistPart } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { formatDay } from '../shared/format.js';
import { useDoor } from '../shared/session.js';
import { TaskPanel } from '../worklist/task-panel.js';

type Counts = WorklistCountsQuery['worklistCounts'];

const useStandingIn = (enabled: boolean) => useRead(StandingInDocument, {}, { enabled }).data?.standingIn ?? [];

/** How much there is to do, with what one does for who is away. */
export function useCounts(enabled = true): Counts | undefined {
  const own = useRead(WorklistCountsDocument, {}, { enabled }).data?.worklistCounts;
  const others = useStandingIn(enabled);
  if (!own) return undefined;
  const total = { ...own };
  for (const { counts } of others) for (const part of ['todo', 'overdue', 'waiting', 'upcoming'] as const) total[part] += counts[part];
  return total;
}

type Props = { part: WorklistPart; kind: TaskKind | undefined; onClear: () => void; withoutLate?: boolean };

/** The tasks of each colleague for whom one stands in, in a group of their own. */
export function StandInPanels({ part, ...props }: Props) {
  const { t } = useTranslation();
  const standingIn = useStandingIn(useDoor('Task.read'));
  const late = (overdue: number) => part === 'TODO' && overdue > 0;
  return standingIn.map(({ absence: { personId, person, until }, counts }) => (
    <TaskPanel
      key={`${personId} ${part}`}
      part={part}
      isHiddenWhenEmpty={part !== 'TODO' || late(counts.overdue)}
      insteadOf={{ personId, title: `${t('absence.insteadOf', { name: person?.name ?? '', until: formatDay(until) })}${part === 'TODO' ? '' : `: ${t(`worklist.part.${part}`).toLowerCase()}`}`, counted: part === 'TODO' ? t('absence.insteadOfCounts', { todo: counts.todo, overdue: counts.overdue }) : undefined }}
      {...props}
    />
  ));
}
