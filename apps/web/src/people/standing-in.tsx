import { useTranslation } from 'react-i18next';
import { StandingInDocument, WorklistCountsDocument, type WorklistCountsQuery, type WorklistPart } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { formatDay } from '../shared/format.js';
import { useDoor } from '../shared/session.js';
import type { TaskFilter } from '../worklist/filter.js';
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

type Props = { part: WorklistPart; filter: TaskFilter; onClear: () => void; withoutLate?: boolean };

/** The tasks of each colleague for whom one stands in, in a group of their own. */
export function StandInPanels({ part, filter, ...props }: Props) {
  const { t } = useTranslation();
  const standingIn = useStandingIn(useDoor('Task.read'));
  const late = (overdue: number) => part === 'TODO' && overdue > 0;
  // They are neither one's own nor the team's.
  if (filter.whose) return null;
  return standingIn.map(({ absence: { personId, person, until }, counts }) => (
    <TaskPanel
      key={`${personId} ${part}`}
      part={part}
      filter={filter}
      isHiddenWhenEmpty={part !== 'TODO' || late(counts.overdue)}
      insteadOf={{ personId, title: `${t('absence.insteadOf', { name: person?.name ?? '', until: formatDay(until) })}${part === 'TODO' ? '' : `: ${t(`worklist.part.${part}`).toLowerCase()}`}`, counted: part === 'TODO' ? t('absence.insteadOfCounts', { todo: counts.todo, overdue: counts.overdue }) : undefined }}
      {...props}
    />
  ));
}
