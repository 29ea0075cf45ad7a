import { randomUUID } from 'node:crypto';
import type { Answer, TestPortal } from '../support/portal.js';
import type { Done } from '../stories/shown.js';
import type { Person } from './cast.js';
import { aClient, aDraft, agreement, aNote, choose, type Client, must, question, type Referral, type To } from './scenes.js';

export const WOONDIENST = 'Woondienst Regio Izegem';
export const CAW = 'CAW Centraal-West-Vlaanderen';
export const ENERGIEHUIS = 'Energiehuis Woondienst Regio Izegem';

/** A value in every column and note, each of which is found nowhere else. */
export const filled = {
  question: 'Canari vraag', phone: '0470 00 55 01', email: 'canari@mail.example', language: 'Canaritaal', contactNote: 'Canari contact', street: 'Canaristraat 7', postcode: '8880', municipality: 'Ledegem',
  adults: 2, children: 3, accessibleHome: true, householdNote: 'Canari gezin', incomeSource: 'LIVING_WAGE', incomeNote: 'Canari inkomen', meetsIncomeCondition: true, lowestIncomeCategory: true, incomeProofOn: '2026-01-04',
  debtsNote: 'Canari schuld', housingSituation: 'PRIVATE_RENT', housingNote: 'Canari woning', housingWishes: 'Canari wens', pastTenancyNote: 'Canari vorige huur', heating: 'OIL', homeNote: 'Canari techniek',
} as const;
export const HEALTH = 'Canari gezondheid';
export const JUSTICE = 'Canari gerecht';

/** The fields of each class that a referral shows, CORE and PROGRESS apart. */
export const FIELDS: { readonly [dataClass: string]: readonly string[] } = {
  IDENTITY: ['givenName', 'familyName', 'birthDate'],
  CONTACT: ['phone', 'email', 'language', 'contactNote'],
  ADDRESS: ['street', 'postcode', 'municipality'],
  HOUSEHOLD: ['householdNote'],
  HOUSEHOLD_SIZE: ['adults', 'children', 'accessibleHome'],
  INCOME: ['incomeSource', 'incomeNote'],
  INCOME_CONDITION: ['meetsIncomeCondition'],
  INCOME_CATEGORY: ['lowestIncomeCategory', 'incomeProofOn'],
  DEBTS: ['debtsNote'],
  HOUSING: ['housingSituation', 'housingNote'],
  HOUSING_WISHES: ['housingWishes', 'pastTenancyNote'],
  HOUSING_TECHNICAL: ['heating', 'homeNote'],
};
export const CONTENT = `type urgent transfer senderName question agreedOn agreedWay addressProtected redirectIds ${Object.values(FIELDS).flat().join(' ')} notes { dataClass body } persons { relation givenName familyName birthDate } withheld { dataClass why }`;

export type Content = { [field: string]: unknown } & { notes: { dataClass: string; body: string }[]; persons: { givenName: string }[]; withheld: { dataClass: string; why: string }[] };
export const content = async (portal: TestPortal, who: Person, id: string): Promise<Content> => (await must<{ referral: Content }>(portal, who, `query ($id: ID!) { referral(id: $id) { ${CONTENT} } }`, { id })).referral;

/** The classes of which something is seen. */
export const classesSeen = (seen: Content): string[] => [...Object.entries(FIELDS).filter(([, fields]) => fields.some((field) => seen[field] !== null && seen[field] !== undefined)).map(([dataClass]) => dataClass), ...seen.notes.map(({ dataClass }) => dataClass)].sort();

const TOP = '$key: ID!, $id: ID!, $version: Int!';
const HERE = 'key: $key, id: $id, version: $version';
/** A verb on a referral with variables: `kinds` are their types in GraphQL. */
export const act = (portal: TestPortal, who: Person, verb: string, row: { id: string; version: number }, kinds: { [name: string]: string }, values: object, shows = 'id version state'): Promise<Answer<Done>> =>
  portal.graphql(`mutation (${TOP}${Object.entries(kinds).map(([name, kind]) => `, $${name}: ${kind}`).join('')}) { ${verb}(${HERE}${Object.keys(kinds).map((name) => `, ${name}: $${name}`).join('')}) { ${shows} } }`, { key: randomUUID(), id: row.id, version: row.version, ...values }, who);

export const sendIt = (portal: TestPortal, draft: Referral, agreements: readonly object[] = [agreement]) => act(portal, draft.from, 'sendReferral', draft, { agreements: '[NewAgreement!]!' }, { agreements });
export const chooseIt = (portal: TestPortal, draft: Referral, receivers: readonly { partnerId: string; classes: readonly string[] }[]) => act(portal, draft.from, 'chooseReceivers', draft, { receivers: '[ChosenReceiver!]!' }, { receivers });
export const narrow = (portal: TestPortal, what: Referral, partnerId: string, classes: readonly string[], wish = 'SENDER', who: Person = what.from) => act(portal, who, 'narrowShare', what, { partnerId: 'ID!', classes: '[DataClass!]!', wish: 'Wish!' }, { partnerId, classes, wish });
export const amend = (portal: TestPortal, what: Referral, changes: object, notes: readonly object[] = [], who: Person = what.from) => act(portal, who, 'amendReferral', what, { changes: 'ContentChanges!', notes: '[SecretText!]!' }, { changes, notes }, 'id version state contentVersion');
export const withdrawIt = (portal: TestPortal, what: Referral, { wish = 'SENDER', partnerId = null }: { wish?: string; partnerId?: string | null } = {}, who: Person = what.from) => act(portal, who, 'withdrawReferral', what, { reason: 'String!', wish: 'Wish!', partnerId: 'ID' }, { reason: 'Canari reden', wish, partnerId });

/** Where the sender stands now. */
export async function now(portal: TestPortal, what: Referral): Promise<Referral & { state: string; contentVersion: number }> {
  const { referral } = await must<{ referral: { version: number; state: string; contentVersion: number } }>(portal, what.from, 'query ($id: ID!) { referral(id: $id) { version state contentVersion } }', { id: what.id });
  return { ...what, ...referral };
}

/** The referral as the receiver must name it in its verbs: its own answer. */
export async function at(portal: TestPortal, receiver: Person, what: Referral): Promise<Referral> {
  const { ownAnswer } = await must<{ ownAnswer: { id: string; version: number } }>(portal, receiver, 'query ($id: ID!) { ownAnswer(dossierId: $id) { id version } }', { id: what.id });
  return { ...what, answerId: ownAnswer.id, answerVersion: ownAnswer.version };
}

/** A draft with something in every class, also on health and justice as far as its type asks. */
export async function aFullDraft(portal: TestPortal, from: Person, { type = 'GOED_WONEN', to = {}, client, changes = {}, notes = true }: { type?: string; to?: To; client?: Client; changes?: object; notes?: boolean } = {}): Promise<Referral> {
  const draft = await aDraft(portal, from, { type, client: client ?? (await aClient(portal, from)), changes: { ...question, ...filled, ...changes }, to: {} });
  if (notes) {
    await aNote(portal, from, draft.id, 'HEALTH', HEALTH);
    await aNote(portal, from, draft.id, 'JUDICIAL', JUSTICE);
  }
  return choose(portal, draft, to);
}
