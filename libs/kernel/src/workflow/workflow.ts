import { Refusal } from '../vocabulary/refusal.js';

/** What must hold before a step, in words that a user may read. Pure: it looks at the row and at facts, and nowhere else. */
export type Need<Row, Facts> = {
  says: string;
  /** What a form should point at. */
  field?: string | ((row: Row, facts: Facts) => readonly string[]);
  source?: string;
  holds: (row: Row, facts: Facts) => boolean;
};

/** A task that a step opens: for whom, whether it waits for somebody else, and within which term. */
export type Opening = {
  task: string;
  for: string;
  awaits?: true;
  /** Name of a term of the reference data; absent: no end. */
  within?: string;
  /** Its end passing reaches the coordinators of both sides. */
  escalates?: true;
};

export type Arrow<State extends string, Row, Facts> = {
  to: State;
  needs?: readonly Need<Row, Facts>[];
  opens?: readonly Opening[];
  closes?: readonly string[];
  /** Taken by the worker when a term has passed, never by a person. */
  byClock?: true;
};

/** A workflow is a table: state × event → where it leads, what must hold, what follows. Plain data. */
export type Flow<State extends string = string, Event extends string = string, Row = never, Facts = never> = {
  name: string;
  /** Why the table is as it is. */
  source: string;
  starts: State;
  states: { readonly [state in State]: { readonly [event in Event]?: Arrow<State, Row, Facts> } };
};

// The engine reads a table of any record.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFlow = Flow<string, string, any, any>;

/**
 * Where an event leads from the row's state.
 * @throws Refusal NOT_POSSIBLE when the table has no such arrow, NEEDS when something does not hold yet: all of it at once
 */
export function step<State extends string, Event extends string, Row extends { state: State }, Facts>(flow: Flow<State, Event, Row, Facts>, row: Row, event: Event, facts: Facts): Arrow<State, Row, Facts> {
  const arrow = flow.states[row.state][event];
  if (!arrow) throw new Refusal('NOT_POSSIBLE');
  const unmet = (arrow.needs ?? []).filter((need) => !need.holds(row, facts));
  const fields = unmet.flatMap(({ field = 'state', says }) => (typeof field === 'string' ? [field] : field(row, facts)).map((each) => ({ field: each, message: says })));
  if (unmet.length) throw new Refusal('NEEDS', fields.length === 1 ? unmet[0].says : `Er ontbreken nog ${fields.length} dingen.`, { fields });
  return arrow;
}

/** Event → the states in which it is possible. */
export function statesOf(flow: AnyFlow): { [event: string]: string[] } {
  const events: { [event: string]: string[] } = {};
  for (const [state, arrows] of Object.entries(flow.states)) for (const event of Object.keys(arrows)) (events[event] ??= []).push(state);
  return events;
}

/** Rows of the database's own table, which refuses every other change of state; '' is before the beginning. */
export function arrowsOf(flow: AnyFlow): { from: string; to: string }[] {
  const pairs = new Set([`|${flow.starts}`]);
  for (const [from, arrows] of Object.entries(flow.states)) for (const arrow of Object.values(arrows)) if (arrow && arrow.to !== from) pairs.add(`${from}|${arrow.to}`);
  return [...pairs].map((pair) => ({ from: pair.split('|')[0], to: pair.split('|')[1] }));
}
