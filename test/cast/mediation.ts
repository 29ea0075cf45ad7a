import { randomUUID } from 'node:crypto';
import { dayOf } from '#kernel';
import type { Answer, TestPortal } from '../support/portal.js';
import { bram, type Person, sofie, tom } from './cast.js';
import { must } from './scenes.js';
import type { Truth } from './truth.js';

export const SIGNAL = 'id version partnerId number state origin receiverId protocolId reportedBy topic urgent reportedAt heardBy reportBy inProgressAt startedAt notStartedAt decidedAt closedAt street postcode municipality facts tried danger dangerNote landlordName landlordContact may renters { givenName familyName phone email language } requests { id version kind says at due answer answeredAt may } settlements { id version edition state body hash landlordSignedAt landlordSignedBy signedAt may } timeline: messages { id } mediation { id }';
export const CASE = 'id version number state protocolId landlordId topic urgent deliveredAt changedAt mediatorId mediatorName settledAt endedAt sealedAt outcome stoppedBy may signals { id state street municipality } parties { id version side givenName familyName answer answeredOn heardOn mayTell may } sessions { id version state at place interpreter present } settlements { id version edition state body hash signedAt may signatures { partyId name way hash } } deviations { kind step reason byName } tasks { kind due doneAt awaits personId } notes { id room body }';
type Row = { id: string; version: number };
export type Request = Row & { kind: string; says: string; at: string | null; due: string; answer: string | null; answeredAt: string | null; may: string[] };
export type SettlementRow = Row & { edition: number; state: string; body: string; hash: string; landlordSignedAt: string | null; landlordSignedBy: string | null; signedAt: string | null; may: string[]; signatures: { partyId: string; name: string; way: string; hash: string }[] };
export type Signal = Row & {
  number: string; state: string; origin: string; receiverId: string; partnerId: string; protocolId: string | null; street: string; postcode: string; municipality: string; heardBy: string; reportBy: string; reportedAt: string; startedAt: string | null; may: string[];
  requests: Request[]; settlements: SettlementRow[]; mediation: { id: string } | null;
};
export type Party = Row & { side: string; givenName: string | null; familyName: string; answer: string; answeredOn: string | null; heardOn: string | null; mayTell: string | null; may: string[] };
export type Session = Row & { state: string; at: string; place: string; interpreter: string | null; present: string | null };
export type Mediation = Row & {
  number: string; state: string; protocolId: string | null; mediatorId: string | null; mediatorName: string | null; endedAt: string | null; outcome: string | null; may: string[]; signals: { id: string; state: string; street: string }[];
  parties: Party[]; sessions: Session[]; settlements: SettlementRow[]; deviations: { kind: string; step: string; reason: string; byName: string }[]; tasks: { kind: string; due: string | null; doneAt: string | null; awaits: boolean; personId: string | null }[]; notes: { id: string; room: string | null; body: string }[];
};

export const NEW_SIGNAL = {
  input: { street: 'Ooigemstraat 22', postcode: '8710', municipality: 'Wielsbeke', renters: [{ givenName: 'Marc', familyName: 'Dewaele', phone: '0470 00 30 30' }] },
  facts: { topic: 'LIVEABILITY', urgent: false, facts: 'Drie klachten van buren sinds januari over geluid na 22 uur.', tried: 'Brief op 3 februari', danger: false },
} as const;
type Changes = { input?: object; facts?: object; key?: string };

export const report = (portal: TestPortal, who: Person, { input, facts, key = randomUUID() }: Changes = {}): Promise<Answer<{ reportTension: Signal } | null>> =>
  portal.graphql(`mutation ($key: ID!, $input: NewSignal!, $facts: SignalFacts!) { reportTension(key: $key, input: $input, facts: $facts) { ${SIGNAL} } }`, { key, input: { ...NEW_SIGNAL.input, ...input }, facts: { ...NEW_SIGNAL.facts, ...facts } }, who);

/** A signal of Vivus on a home of its own, and fails the test when it is refused. */
export async function aSignal(portal: TestPortal, changes: Changes = {}, who = tom): Promise<Signal> {
  const { data, errors } = await report(portal, who, { ...changes, input: { street: `Ooigemstraat ${(house += 1)}`, ...changes.input } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.reportTension;
}
let house = 100;

export const signalOf = async (portal: TestPortal, who: Person, id: string): Promise<Signal> => (await must<{ signal: Signal }>(portal, who, `query ($id: ID!) { signal(id: $id) { ${SIGNAL} } }`, { id })).signal;
export const caseOf = async (portal: TestPortal, who: Person, id: string): Promise<Mediation> => (await must<{ mediation: Mediation }>(portal, who, `query ($id: ID!) { mediation(id: $id) { ${CASE} } }`, { id })).mediation;
/** The mediation that a signal led to. */
export const caseFor = async (portal: TestPortal, { id }: { id: string }): Promise<Mediation> => caseOf(portal, bram, (await signalOf(portal, bram, id)).mediation!.id);

/** One act on a row that gives the row back: arguments as they are written in a query. */
export const act = (portal: TestPortal, who: Person, verb: string, { id, version }: Row, args = '', fields = 'id version'): Promise<Answer<{ [verb: string]: Row } | null>> =>
  portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!) { ${verb}(key: $key, id: $id, version: $version${args && `, ${args}`}) { ${fields} } }`, { key: randomUUID(), id, version }, who);

/** A step of the mediation by its mediator, and fails the test when it is refused; the case as it is then. */
export async function step(portal: TestPortal, verb: string, { id }: { id: string }, args = '', who = bram): Promise<Mediation> {
  const { version } = await caseOf(portal, who, id);
  const { errors } = await act(portal, who, verb, { id, version }, args);
  if (errors) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return caseOf(portal, who, id);
}

export const today = (): string => dayOf(new Date());

/** Every party in turn. */
export async function eachParty(portal: TestPortal, mediation: Mediation, verb: string, args: string, which: (party: Party) => boolean = () => true): Promise<Mediation> {
  for (const party of (await caseOf(portal, bram, mediation.id)).parties.filter(which)) {
    const { errors } = await act(portal, bram, verb, party, args);
    if (errors) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  }
  return caseOf(portal, bram, mediation.id);
}

export const assigned = async (portal: TestPortal, truth: Truth, mediation: Mediation, who = sofie): Promise<Mediation> => {
  const { id } = await truth.person(bram);
  return step(portal, 'assignMediation', mediation, `personId: "${id}"`, who === sofie ? bram : who);
};

const renter = ({ side }: { side: string }) => side === 'RENTER';
/** How far a mediation is brought, on its ordinary way. */
export type Stop = 'TRIAGE' | 'ACCEPTED' | 'CONTACTING_RENTER' | 'BOTH_AGREED' | 'SESSIONS' | 'SETTLEMENT_DRAFT';
const ON_THE_WAY: readonly [Stop, (portal: TestPortal, truth: Truth, mediation: Mediation) => Promise<Mediation>][] = [
  ['TRIAGE', (portal, truth, mediation) => assigned(portal, truth, mediation)],
  ['ACCEPTED', (portal, _, mediation) => step(portal, 'acceptMediation', mediation)],
  ['CONTACTING_RENTER', (portal, _, mediation) => step(portal, 'contactRenter', mediation, 'way: "Brief en telefoon"')],
  ['BOTH_AGREED', async (portal, _, mediation) => step(portal, 'startMediation', await eachParty(portal, mediation, 'answerParty', `answer: AGREED, on: "${today()}", way: "mondeling"`, ({ answer }) => answer === 'OPEN'))],
  ['SESSIONS', async (portal, _, mediation) => step(portal, 'beginSessions', await eachParty(portal, mediation, 'hearParty', `on: "${today()}", way: "huisbezoek"`))],
  ['SETTLEMENT_DRAFT', (portal, _, mediation) => step(portal, 'draftSettlement', mediation, 'body: "Tussen 22 en 7 uur is het stil."')],
];
export async function broughtTo(portal: TestPortal, truth: Truth, signal: { id: string }, stop: Stop): Promise<Mediation> {
  let mediation = await caseFor(portal, signal);
  for (const [name, go] of ON_THE_WAY) {
    mediation = await go(portal, truth, mediation);
    if (name === stop) return mediation;
  }
  return mediation;
}
export { renter };
