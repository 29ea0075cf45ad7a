import { randomUUID } from 'node:crypto';
import type { Answer, TestPortal } from '../support/portal.js';
import { ann, bram, type Person } from './cast.js';

/** A referral as far as its story goes: ids and the versions as last read. */
export type Referral = { id: string; version: number; clientId: string; from: Person; answerId: string; answerVersion: number; number: string };
export type Client = { id: string; version: number; owner: Person };

export const someone = { givenName: 'Rosa', familyName: 'Lippens', birthDate: '1984-05-06', phone: '0470 00 11 22', email: 'rosa@lippens.example', street: 'Kerkstraat 3', postcode: '8880', municipality: 'Ledegem', language: 'Nederlands', contactNote: 'Liefst na 17 uur', adults: 1, children: 2, householdNote: 'Co-ouderschap' } as const;
/** All that a sender may lend a receiver bound by professional secrecy, of the type TO_WOONDIENST. */
export const EVERYTHING = ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH', 'JUDICIAL'] as const;
export const agreement = { toldThat: true, toldPurpose: true, toldWhom: true, toldContent: true, classes: EVERYTHING as readonly string[], agreedBy: 'CLIENT', agreedName: 'Rosa Lippens', way: 'ORAL', agreedOn: '2026-01-05' };
/** To whom, by the name of the partner, and what it gets. */
export type To = { [partner: string]: readonly string[] };
export const question = { question: 'Kan u helpen zoeken naar een woning?', incomeSource: 'LIVING_WAGE', incomeNote: 'Leefloon sinds maart', debtsNote: 'Achterstal van twee maanden huur', housingSituation: 'PRIVATE_RENT', housingNote: 'Schimmel in de slaapkamer', housingWishes: 'Gelijkvloers' } as const;

/** Asks, and fails the test when the portal says no. */
export async function must<Data = any>(portal: TestPortal, who: Person, query: string, variables: object = {}): Promise<Data> { // eslint-disable-line @typescript-eslint/no-explicit-any
  const { data, errors } = await portal.graphql<Data>(query, variables, who);
  if (errors) throw new Error(`${who.as}: ${JSON.stringify(errors)}`);
  return data;
}

/** The code of the refusal, or what there was instead of one. */
export const codeOf = ({ errors, data }: Answer<unknown>): string => errors?.[0].extensions.code ?? `no refusal but ${JSON.stringify(data)}`;

const COUNTED = '$key: ID!, $id: ID!, $version: Int!';
const HERE = 'key: $key, id: $id, version: $version';

/** Causes one event on a row of which the version is known. `more`: further arguments, written out in GraphQL. */
export function cause(portal: TestPortal, who: Person, verb: string, row: { id: string; version: number }, more = '', shows = 'id version state'): Promise<Answer<{ [verb: string]: { id: string; version: number; state: string } } | null>> {
  return portal.graphql(`mutation (${COUNTED}) { ${verb}(${HERE}${more && `, ${more}`}) { ${shows} } }`, { key: randomUUID(), id: row.id, version: row.version }, who);
}

export async function aClient(portal: TestPortal, owner: Person = ann, facts: object = {}): Promise<Client> {
  const { openClient } = await must<{ openClient: { id: string; version: number } }>(portal, owner, 'mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id version } }', { key: randomUUID(), input: { ...someone, ...facts } });
  return { ...openClient, owner };
}

export const idOf = async (portal: TestPortal, partner: string): Promise<string> => (await must<{ partners: { id: string; name: string }[] }>(portal, ann, '{ partners { id name } }')).partners.find(({ name }) => name === partner)!.id;

export async function choose(portal: TestPortal, draft: Referral, to: To): Promise<Referral> {
  const receivers = await Promise.all(Object.entries(to).map(async ([partner, classes]) => ({ partnerId: await idOf(portal, partner), classes })));
  const { chooseReceivers } = await must<{ chooseReceivers: { version: number } }>(portal, draft.from, `mutation (${COUNTED}, $receivers: [ChosenReceiver!]!) { chooseReceivers(${HERE}, receivers: $receivers) { version } }`, { key: randomUUID(), id: draft.id, version: draft.version, receivers });
  return { ...draft, version: chooseReceivers.version };
}

/** A draft about a client of the sender, filled in; to the Woondienst with all that it may get, unless told otherwise. */
export async function aDraft(portal: TestPortal, from: Person = ann, { client, changes = {}, type = 'TO_WOONDIENST', to = { 'Woondienst Regio Izegem': EVERYTHING } }: { client?: Client; changes?: object; type?: string; to?: To } = {}): Promise<Referral> {
  const { id: clientId } = client ?? (await aClient(portal, from));
  const { draftReferral } = await must<{ draftReferral: { id: string; version: number; number: string } }>(portal, from, 'mutation ($key: ID!, $clientId: ID!, $type: String!) { draftReferral(key: $key, clientId: $clientId, type: $type) { id version number } }', { key: randomUUID(), clientId, type });
  const { saveDraft } = await must<{ saveDraft: { version: number } }>(portal, from, `mutation (${COUNTED}, $changes: ReferralChanges!) { saveDraft(${HERE}, changes: $changes) { version } }`, { key: randomUUID(), id: draftReferral.id, version: draftReferral.version, changes: { ...question, ...changes } });
  return choose(portal, { ...draftReferral, version: saveDraft.version, clientId, from, answerId: '', answerVersion: 0 }, to);
}

export async function aNote(portal: TestPortal, who: Person, dossierId: string, dataClass: 'HEALTH' | 'JUDICIAL' | 'PRIVATE_NOTE', body: string): Promise<string> {
  const { writeNote } = await must<{ writeNote: { id: string } }>(portal, who, 'mutation ($key: ID!, $dossierId: ID!, $dataClass: DataClass!, $body: String!) { writeNote(key: $key, dossierId: $dossierId, version: 0, dataClass: $dataClass, body: $body) { id } }', { key: randomUUID(), dossierId, dataClass, body });
  return writeNote.id;
}

/** The draft of an exchange protocol, for who signs for the partner that sends. */
export async function aProtocol(portal: TestPortal, who: Person, toPartnerId: string): Promise<string> {
  const text = { purpose: 'Overleg', classes: ['CORE', 'IDENTITY'], legalBasis: 'AVG art. 6, lid 1, e', frequency: 'Per vraag', security: 'In het portaal', retention: 'Een jaar', validFrom: '2026-01-01' };
  const { draftExchangeProtocol } = await must<{ draftExchangeProtocol: { id: string } }>(portal, who, 'mutation ($key: ID!, $toPartnerId: ID!, $text: ExchangeProtocolText!) { draftExchangeProtocol(key: $key, toPartnerId: $toPartnerId, text: $text) { id } }', { key: randomUUID(), toPartnerId, text });
  return draftExchangeProtocol.id;
}

export async function send(portal: TestPortal, draft: Referral, agreements: readonly object[] = [agreement]): Promise<Referral> {
  const { sendReferral } = await must<{ sendReferral: { version: number; answers: { id: string; version: number }[] } }>(portal, draft.from, `mutation (${COUNTED}, $agreements: [NewAgreement!]!) { sendReferral(${HERE}, agreements: $agreements) { version answers { id version } } }`, { key: randomUUID(), id: draft.id, version: draft.version, agreements });
  const [first] = sendReferral.answers;
  return { ...draft, version: sendReferral.version, answerId: first?.id ?? '', answerVersion: first?.version ?? 0 };
}

/** A referral that lies at the Woondienst and was not opened yet. */
export const aReferral = async (portal: TestPortal, from: Person = ann, about: { client?: Client; changes?: object; type?: string; to?: To } = {}): Promise<Referral> => send(portal, await aDraft(portal, from, about));

async function step(portal: TestPortal, who: Person, verb: string, referral: Referral, more = ''): Promise<Referral> {
  const { data, errors } = await cause(portal, who, verb, { id: referral.answerId, version: referral.answerVersion }, more);
  if (errors) throw new Error(`${who.as}, ${verb}: ${JSON.stringify(errors)}`);
  return { ...referral, answerVersion: data![verb].version };
}

export const receive = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'receiveAnswer', referral);
export const ask = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'askSender', referral, 'text: "Sinds wanneer?"');
export const reply = (portal: TestPortal, referral: Referral, by: Person = referral.from) => step(portal, by, 'replyToReceiver', referral, 'text: "Sinds maart."');
export const start = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'startGuidance', referral);
export const feedback = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'giveFeedback', referral, 'text: "Twee woningen bezocht."');
export const close = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'closeAnswer', referral);
export const reject = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'rejectReferral', referral, 'reason: "NOT_COMPETENT", advice: "Vraag het aan het CAW."');
export const stop = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'confirmStopped', referral);
export const keep = (portal: TestPortal, referral: Referral, by: Person = bram) => step(portal, by, 'confirmKept', referral, 'ground: "Eigen begeleiding loopt."');

/** `contactPersonId` absent: whoever accepts is the fixed contact person. */
export async function accept(portal: TestPortal, referral: Referral, by: Person = bram, contactPersonId?: string): Promise<Referral> {
  const contact = contactPersonId ?? (await must<{ me: { personId: string } }>(portal, by, '{ me { personId } }')).me.personId;
  return step(portal, by, 'acceptReferral', referral, `contactPersonId: "${contact}"`);
}

export async function withdraw(portal: TestPortal, referral: Referral): Promise<Referral> {
  const { data, errors } = await cause(portal, referral.from, 'withdrawReferral', referral, 'reason: "De cliënt wil het niet meer."', 'id version state answers { version }');
  if (errors) throw new Error(JSON.stringify(errors));
  const shown = data!.withdrawReferral as unknown as { version: number; answers: { version: number }[] };
  return { ...referral, version: shown.version, answerVersion: shown.answers[0].version };
}
