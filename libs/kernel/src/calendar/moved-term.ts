import { noonOf, termEnd, workingDayAfter, workingDaysLeft } from './working-days.js';

/** A running term: from when, how many working days until its end and its reminder, and when it ends as things stand. `termDays` absent: as long as it was by the calendar until now. */
export type RunningTerm = { termFrom: Date; termDays: number | null; remindDays: number | null; due: Date };
export type MovedTerm = { due: Date; remindAt: Date | null };

/** Because a day was added to the calendar, or taken out of it. */
export type Change = 'added' | 'removed';

/**
 * Where a term ends in a calendar that has changed: counted anew from its own beginning.
 * A day more never brings it forward. A day less does so only when it then ends later than one working day from now: nobody finds that she is
 * late, or has a day less than one, by what somebody else did.
 * @param before closing days until now, for a term of which the length was never written down
 * @returns null when it stays as it is
 */
export function movedTerm({ termFrom, termDays, remindDays, due }: RunningTerm, change: Change, { before, after }: { before: readonly string[]; after: readonly string[] }, now: Date): MovedTerm | null {
  const length = termDays ?? workingDaysLeft(termFrom, due, before);
  if (length < 1) return null;
  const end = termEnd(termFrom, length, after);
  const moves = change === 'added' ? end > due : end < due && end > termEnd(now, 1, after);
  return moves ? { due: end, remindAt: remindDays === null ? null : noonOf(workingDayAfter(termFrom, remindDays, after)) } : null;
}
