import { STEPS } from '../generated/mediation.js';
import { parseDay, typedDay } from '../shared/format.js';
import { type CooperationTerm, type CooperationText, PARTIES, type Party, STATES, TERMS, textOf } from './cooperation-text.js';

type TermValues = Omit<CooperationTerm, 'count' | 'remindAt'> & { count: string; remindAt: string };
/** A protocol as it stands in its form: names of fields are the places in the text. */
export type CooperationValues = Omit<CooperationText, 'gives' | 'steps' | 'terms'> & {
  /** One sentence a line. */
  gives: Record<Party, string>;
  steps: Record<string, Record<string, boolean>>;
  terms: Record<(typeof TERMS)[number], TermValues>;
  validFrom: string;
  validTo: string;
};

const each = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) => Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

export function valuesOf(row: { text: string; validFrom: string; validTo: string | null }): CooperationValues {
  const text = textOf(row);
  return {
    ...text,
    gives: each(PARTIES, (party) => text.gives[party].join('\n')),
    steps: each(STATES, (state) => each(Object.keys(STEPS[state]), (event) => event in (text.steps[state] ?? {}))),
    terms: each(TERMS, (term) => ({ ...text.terms[term], count: String(text.terms[term].count), remindAt: String(text.terms[term].remindAt ?? '') })),
    validFrom: typedDay(row.validFrom),
    validTo: typedDay(row.validTo),
  };
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
/** A number as it was typed: the server says what is no number. */
const number = (typed: string): unknown => (/^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim() || undefined);
const chosen = (of: Record<string, boolean>, state: keyof typeof STEPS): object => Object.fromEntries(Object.entries(STEPS[state]).filter(([event]) => of[event]));

/** What the form says, as the server takes it. */
export function changesOf({ validFrom, validTo, gives, steps, terms, roles, ...rest }: CooperationValues): { text: string; validFrom: string; validTo: string | null } {
  const text = {
    ...rest,
    roles: roles.map(({ party, role, does }) => ({ party, role: role.trim(), does: does.trim() })),
    gives: each(PARTIES, (party) => lines(gives[party])),
    steps: Object.fromEntries(STATES.map((state) => [state, chosen(steps[state], state)] as const).filter(([, of]) => Object.keys(of).length)),
    terms: each(TERMS, (term) => ({ ...terms[term], count: number(terms[term].count), remindAt: number(terms[term].remindAt) })),
  };
  return { text: JSON.stringify(text), validFrom: parseDay(validFrom)!, validTo: parseDay(validTo) ?? null };
}

/** The field of the form that a place of the text stands in: lists are one field. */
export const fieldOf = (place: string): string => place.replace(/^(municipalities|gives\.[A-Z]+)\.\d+$/, '$1');
