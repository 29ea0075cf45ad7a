import { registerEnumType } from '@nestjs/graphql';
import { type Actor, dayOf, endOf, type Filter } from '#kernel';

/** The four parts of the home page. */
export enum WorklistPart {
  TODO = 'TODO',
  OVERDUE = 'OVERDUE',
  WAITING = 'WAITING',
  UPCOMING = 'UPCOMING',
}
registerEnumType(WorklistPart, { name: 'WorklistPart' });

/** Whose tasks: one's own, or those of everybody in one's function. */
export enum Whose {
  MINE = 'MINE',
  ROLE = 'ROLE',
}
registerEnumType(Whose, { name: 'Whose', description: "Whose tasks: one's own, or those of everybody in one's function." });

/** What ends within so many days from today. */
export enum Period {
  TODAY = 'TODAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
}
registerEnumType(Period, { name: 'Period', description: 'What ends today, within 7 days, or within 31.' });
const DAYS: { readonly [period in Period]: number } = { TODAY: 0, WEEK: 7, MONTH: 31 };

const open: Filter = ['doneAt', 'null'];
/** Open tasks of the actor, or of everybody with her role; `all` is joined to each of the two. */
export function mine(me: Pick<Actor, 'personId' | 'role'>, whose: Whose | null, ...all: Filter[]): Filter[][] {
  const own: Filter[] = [open, ['personId', '=', me.personId], ...all];
  const shared: Filter[] = [open, ['personId', 'null'], ['role', '=', me.role], ...all];
  return whose === Whose.MINE ? [own] : whose === Whose.ROLE ? [shared] : [own, shared];
}
/** Open tasks of one colleague and nobody else's. */
export const ofOne = (personId: string, ...all: Filter[]): Filter[][] => [[open, ['personId', '=', personId], ...all]];

/** What each part of the home page holds, on the columns of its index. */
export function filterOf(part: WorklistPart, now: Date): Filter {
  if (part === WorklistPart.TODO) return ['awaits', '=', false];
  if (part === WorklistPart.WAITING) return ['awaits', '=', true];
  return ['due', part === WorklistPart.OVERDUE ? '<' : '>=', now];
}

/** What ends before this moment ends within the period. */
export const endOfPeriod = (period: Period, now: Date): Date => new Date(endOf(dayOf(new Date(now.getTime() + DAYS[period] * 86_400_000))).getTime() + 1);
