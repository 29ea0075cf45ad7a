import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Path } from '../../../kernel/src/reference/load.js';
import { MEDIATION_ENDS, mediationFlow, MediationState, TERM_RUNS } from '../mediation.workflow.js';
import { CooperationText, ESCALATE, LETTERS, PLACEHOLDERS, startOf, TERMS } from './cooperation-text.js';
import { FAULTS, type FaultName, shapeWords, type Words } from './fault-words.js';

/** What is wrong at a place of a text: `reason` for who keeps a file, `says` for who types in the portal. */
export type CooperationFault = { path: Path; reason: string; says: string };
/** What a text must fit: the municipalities that the portal knows, and the names of those where the company lets homes. */
export type Surroundings = { places: readonly { nis: string; name: string }[]; company: { name: string; area: readonly string[] } };

type Say = (path: Path, fault: FaultName, ...words: string[]) => void;
type Plain = { readonly [key: string]: unknown };

const STATES: readonly string[] = Object.values(MediationState);
const TABLE = mediationFlow.states as { readonly [state: string]: { readonly [event: string]: { to: string } | undefined } };
const EVENTS = new Set(Object.values(TABLE).flatMap((arrows) => Object.keys(arrows)));
const objectIn = (value: unknown): Plain => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {});

/**
 * Everything that is wrong with a text, whatever it holds; none: it is a `CooperationText`.
 * @param around null: of no company, so that it names no municipality
 */
export function faultsOf(text: unknown, around: Surroundings | null): CooperationFault[] {
  const faults: CooperationFault[] = [];
  const say: Say = (path, name, ...words) => {
    const worded: (...words: string[]) => Words = FAULTS[name];
    const [reason, says] = worded(...words);
    faults.push({ path, reason, says });
  };
  for (const path of harmful(text, [])) say(path, 'unknownKey');
  if (faults.length) return faults;
  const plain = objectIn(text);
  const errors = validateSync(plainToInstance(CooperationText, plain), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  faults.push(...errors.flatMap((error) => shapeFaults(error, [])));
  if (around) placeFaults(plain.municipalities, around, say);
  const reached = stepFaults(objectIn(plain.steps), say);
  termFaults(objectIn(plain.terms), objectIn(plain.steps), reached, say);
  letterFaults(objectIn(plain.letters), say);
  return faults;
}

/** Keys that are no data to the libraries that read on. */
function* harmful(value: unknown, above: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const path = [...above, key];
    if (['constructor', 'prototype', '__proto__'].includes(key)) yield path;
    else yield* harmful(below, path);
  }
}

function shapeFaults(error: ValidationError, above: Path): CooperationFault[] {
  const path = [...above, error.property];
  const below = (error.children ?? []).flatMap((child) => shapeFaults(child, path));
  const found = shapeWords(error).map(([reason, says]) => ({ path, reason, says }));
  return [...found, ...below];
}

function placeFaults(given: unknown, { places, company }: Surroundings, say: Say): void {
  if (!Array.isArray(given)) return;
  if (!given.length) say(['municipalities'], 'noPlace');
  given.forEach((nis: unknown, index) => {
    const place = places.find((each) => each.nis === nis);
    if (!place) say(['municipalities', index], 'unknownPlace', String(nis));
    else if (!company.area.includes(place.name)) say(['municipalities', index], 'outside', place.name, company.name);
  });
}

/** @returns the states that a mediation can come to */
function stepFaults(steps: Plain, say: Say): ReadonlySet<string> {
  const taken: { [state: string]: string[] } = {};
  for (const [state, given] of Object.entries(steps)) {
    if (!STATES.includes(state)) say(['steps', state], 'unknownState', state);
    else if (objectIn(given) !== given) say(['steps', state], 'notSteps');
    else taken[state] = Object.entries(given).filter(([event, to]) => isStep(state, event, to, say)).map(([, to]) => String(to));
  }
  const reached = from([mediationFlow.starts], (state) => taken[state] ?? []);
  for (const state of Object.keys(taken)) if (!reached.has(state)) say(['steps', state], 'unreachable', state);
  const ends = [...reached].filter((state) => (MEDIATION_ENDS as readonly string[]).includes(state));
  if (!ends.length) say(['steps'], 'noEnd');
  const ending = from(ends, (state) => Object.keys(taken).filter((before) => taken[before].includes(state)));
  for (const state of ends.length ? reached : []) if (!ending.has(state)) say(['steps', state], 'endless', state);
  return reached;
}

function isStep(state: string, event: string, to: unknown, say: Say): boolean {
  const at = ['steps', state, event];
  if (!EVENTS.has(event)) say(at, 'unknownEvent', event);
  else if (!STATES.includes(String(to))) say(at, 'unknownState', String(to));
  else if (TABLE[state][event]?.to !== to) say(at, 'noStep', state, event, String(to));
  else return true;
  return false;
}

/** Every state that steps lead to, from some. */
function from(starts: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const state of reached) for (const to of next(state)) reached.add(to);
  return reached;
}

function termFaults(terms: Plain, steps: Plain, reached: ReadonlySet<string>, say: Say): void {
  for (const name of TERMS) {
    const { count, unit, from: start, remindAt, then } = objectIn(terms[name]);
    if (start !== undefined && start !== startOf(name)) say(['terms', name, 'from'], 'wrongStart', startOf(name));
    if (unit === 'WORKING_DAYS' && typeof remindAt === 'number' && typeof count === 'number' && remindAt >= count) say(['terms', name, 'remindAt'], 'lateReminder');
    if (typeof then !== 'string' || then === ESCALATE) continue;
    const without = TERM_RUNS[name].filter((state) => reached.has(state) && !Object.hasOwn(objectIn(steps[state]), then));
    if (!EVENTS.has(then)) say(['terms', name, 'then'], 'unknownEvent', then);
    else if (without.length) say(['terms', name, 'then'], 'impossible', then, without.join(', '));
  }
}

function letterFaults(letters: Plain, say: Say): void {
  for (const name of LETTERS) {
    const text = letters[name];
    const named = typeof text === 'string' ? [...text.matchAll(/\{([^{}]*)\}/g)].map(([, word]) => word) : [];
    for (const word of new Set(named)) if (!(PLACEHOLDERS as readonly string[]).includes(word)) say(['letters', name], 'unknownPlaceholder', word, PLACEHOLDERS.map((each) => `{${each}}`).join(', '));
  }
}
