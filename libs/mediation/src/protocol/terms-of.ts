import type { ClosingDays } from '#directory';
import type { Within } from '#dossiers';
import { dayOf, endOf, noonOf, termEnd, workingDayAfter } from '#kernel';
import { type CooperationTerm, type CooperationText, TERMS, type TermName, type TermStart } from './cooperation-text.js';

/** Where the terms of a text start, and in whose days they count. */
export type Start = { from: TermStart; at: Date; calendarId: string; closed: ClosingDays };

/** The terms of a text that start there; those in working days know in whose calendar, so that a closing day moves them. */
export function termsOf({ terms }: Pick<CooperationText, 'terms'>, { from, at, calendarId, closed }: Start): { [term in TermName]?: Within } {
  return Object.fromEntries(TERMS.filter((name) => terms[name].from === from).map((name) => [name, within(terms[name], at, calendarId, closed(calendarId))]));
}

function within({ count, unit, remindAt }: CooperationTerm, at: Date, calendarId: string, closed: readonly string[]): Within {
  const reminder = remindAt === undefined ? {} : { remindAt: noonOf(workingDayAfter(at, remindAt, closed)) };
  if (unit === 'WORKING_DAYS') return { due: termEnd(at, count, closed), from: at, ...reminder, calendarId, termDays: count, ...(remindAt !== undefined && { remindDays: remindAt }) };
  return { due: endOf(unit === 'MONTHS' ? monthsAfter(dayOf(at), count) : daysAfter(dayOf(at), count)), ...reminder };
}

const written = (date: Date): string => date.toISOString().slice(0, 10);
const partsOf = (day: string): [year: number, month: number, day: number] => day.split('-').map(Number) as [number, number, number];

function daysAfter(from: string, days: number): string {
  const [year, month, day] = partsOf(from);
  return written(new Date(Date.UTC(year, month - 1, day + days)));
}

/** The same day of a later month, or the last one of a month that is shorter. */
function monthsAfter(from: string, months: number): string {
  const [year, month, day] = partsOf(from);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return written(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))));
}
