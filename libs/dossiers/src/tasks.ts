import { type Arrow, closeTasks, insert, type Opening, type Role, Task, type TaskKind, type Write } from '#kernel';

/** Whom a step's tasks are for: the partner, and the person or everybody with the role. */
export type Holder = { partnerId: string; otherPartnerId: string | null; personId?: string | null; role?: Role | null };
/** When something ends; a term in working days also tells in whose calendar, and of how many. `passed`: its end lay behind when it was written down, so it reaches nobody any more (BR-W6). */
export type Within = { due: Date; /** Since when it counts; absent: since the task is there. */ from?: Date; remindAt?: Date; calendarId?: string; termDays?: number; remindDays?: number; passed?: boolean };

/**
 * What a workflow step means for the worklists.
 * @param holders by the word that the arrow uses in `for`
 * @param terms by the name that the arrow uses in `within`
 */
export function taskWrites(arrow: Arrow<string, never, never>, dossierId: string, now: Date, holders: { [side: string]: Holder }, terms: { [term: string]: Within } = {}): Write[] {
  const closed = arrow.closes?.length ? Object.values(holders).map(({ partnerId, otherPartnerId }) => closeTasks(dossierId, partnerId, otherPartnerId, arrow.closes!, now)) : [];
  return [...closed, ...(arrow.opens ?? []).map((opening) => openTask(opening, dossierId, now, holders[opening.for], opening.within ? terms[opening.within] : undefined))];
}

function openTask(opening: Opening, dossierId: string, now: Date, { partnerId, otherPartnerId, personId, role }: Holder, within?: Within): Write {
  const values = {
    id: crypto.randomUUID(), version: 1, dossierId, partnerId, audience: [partnerId], kind: opening.task as TaskKind, personId: personId ?? null, role: personId ? null : (role ?? null), otherPartnerId,
    awaits: opening.awaits ?? false, openedAt: now, due: within?.due ?? null, remindAt: opening.awaits ? null : (within?.remindAt ?? null), escalate: Boolean(opening.escalates) && !within?.passed,
    ...(within?.calendarId && { calendarId: within.calendarId, termFrom: within.from ?? now, termDays: within.termDays, remindDays: opening.awaits ? null : (within.remindDays ?? null) }),
  };
  return insert(Task, values);
}
