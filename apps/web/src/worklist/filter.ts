import type { Period, TaskKind, Whose, WorklistPart } from '../generated/graphql/graphql.js';
import { TASK_KINDS } from './task-text.js';

/** What the worklist shows; as it stands in the address. */
export type TaskFilter = { kind?: TaskKind; whose?: Whose; period?: Period };
export type WholeFilter = TaskFilter & { part?: WorklistPart };

const PARTS = { 'te-doen': 'TODO', 'over-tijd': 'OVERDUE', wacht: 'WAITING', termijnen: 'UPCOMING' } as const satisfies Record<string, WorklistPart>;
export const WHOSE = { mij: 'MINE', functie: 'ROLE' } as const satisfies Record<string, Whose>;
export const PERIODS = { vandaag: 'TODAY', week: 'WEEK', maand: 'MONTH' } as const satisfies Record<string, Period>;

const wordFor = <T extends string>(words: Record<string, T>, value: T): string => Object.keys(words).find((word) => words[word] === value)!;
const valueOf = <T extends string>(words: Record<string, T>, word: string | null): T | undefined => (word !== null && Object.hasOwn(words, word) ? words[word] : undefined);

export function filterIn(search: URLSearchParams): WholeFilter {
  const kind = search.get('soort')?.toUpperCase() as TaskKind | undefined;
  return {
    part: valueOf(PARTS, search.get('deel')),
    kind: kind && TASK_KINDS.includes(kind) ? kind : undefined,
    whose: valueOf(WHOSE, search.get('wie')),
    period: valueOf(PERIODS, search.get('binnen')),
  };
}

/** The address of a filter; what is not chosen does not stand in it. */
export function searchOf({ part, kind, whose, period }: { [field in keyof WholeFilter]?: WholeFilter[field] | null }): string {
  const search = new URLSearchParams();
  if (part) search.set('deel', wordFor(PARTS, part));
  if (kind) search.set('soort', kind.toLowerCase());
  if (whose) search.set('wie', wordFor(WHOSE, whose));
  if (period) search.set('binnen', wordFor(PERIODS, period));
  return search.toString();
}

export const isFiltered = ({ kind, whose, period }: TaskFilter): boolean => Boolean(kind || whose || period);
