import { randomUUID } from 'node:crypto';
import type { Answer, TestPortal } from '../support/portal.js';
import { ann, type Person } from './cast.js';
import { aClient, aReferral, idOf, must, type Referral } from './scenes.js';
import { CAW, WOONDIENST } from './sharing.js';

export type Message = { id: string; version: number; partnerId: string; authorName: string; state: string; urgent: boolean; at: string; readerIds: string[]; toPartnerIds: string[] | null; leavesAt: string | null; body: string | null; may: string[]; withheld: { dataClass: string }[] };
const FIELDS = 'id version partnerId authorName state urgent at readerIds toPartnerIds leavesAt body may withheld { dataClass }';

/** The id of a partner, by its name or by the id itself. */
const named = async (portal: TestPortal, partner: string): Promise<string> => (/^[0-9a-f-]{36}$/.test(partner) ? partner : idOf(portal, partner));

/** Writes to partners by their names; to nobody: to the own colleagues. */
export async function write(portal: TestPortal, who: Person, dossierId: string, to: readonly string[], body: string, urgent = false): Promise<Answer<{ writeMessage: Message }>> {
  const toPartnerIds = await Promise.all(to.map((partner) => named(portal, partner)));
  return portal.graphql(`mutation ($key: ID!, $dossierId: ID!, $toPartnerIds: [ID!]!, $body: String!, $urgent: Boolean!) { writeMessage(key: $key, dossierId: $dossierId, toPartnerIds: $toPartnerIds, body: $body, urgent: $urgent) { ${FIELDS} } }`, { key: randomUUID(), dossierId, toPartnerIds, body, urgent }, who);
}

export async function written(...args: Parameters<typeof write>): Promise<Message> {
  const { data, errors } = await write(...args);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.writeMessage;
}

export const takeBack = (portal: TestPortal, who: Person, { id, version }: { id: string; version: number }): Promise<Answer<{ takeBackMessage: Message }>> =>
  portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!) { takeBackMessage(key: $key, id: $id, version: $version) { ${FIELDS} } }`, { key: randomUUID(), id, version }, who);

/** The conversation as somebody sees it, the oldest first. */
export async function conversation(portal: TestPortal, who: Person, dossierId: string): Promise<Message[]> {
  const { referral } = await must<{ referral: { messages: Message[] } }>(portal, who, `query ($id: ID!) { referral(id: $id) { messages { ${FIELDS} } } }`, { id: dossierId });
  return referral.messages.reverse();
}
export const bodies = async (portal: TestPortal, who: Person, dossierId: string): Promise<(string | null)[]> => (await conversation(portal, who, dossierId)).map(({ body }) => body);

export const readers = (portal: TestPortal, who: Person, dossierId: string): Promise<Answer<{ messageReaders: string[] }>> => portal.graphql('query ($id: ID!) { messageReaders(dossierId: $id) }', { id: dossierId }, who);

/** A referral of Ann that lies at the Woondienst and at the CAW; `open`: they were told of each other. */
export const toTwo = async (portal: TestPortal, open = false): Promise<Referral> =>
  aReferral(portal, ann, { client: await aClient(portal, ann), type: 'WONINGZOEKTOCHT', to: { [WOONDIENST]: ['CONTACT'], [CAW]: ['CONTACT'] }, changes: { openReceivers: open } });

type Asked = { to?: string; anonymous?: boolean; question?: string; householdNote?: string | null; adults?: number | null; children?: number | null; clientId?: string };
/** A short question to a partner, by its name. */
export async function consult(portal: TestPortal, who: Person, { to = WOONDIENST, clientId, ...rest }: Asked = {}): Promise<Answer<{ askConsult: { id: string; version: number; number: string } }>> {
  const input = { receiverId: await named(portal, to), anonymous: false, question: 'Hoe lang is de wachtlijst voor een gezin met drie kinderen?', adults: 2, children: 3, householdNote: 'Co-ouderschap', ...rest };
  return portal.graphql('mutation ($key: ID!, $input: NewConsult!, $clientId: ID) { askConsult(key: $key, input: $input, clientId: $clientId) { id version number } }', { key: randomUUID(), input, clientId }, who);
}

export async function consulted(...args: Parameters<typeof consult>): Promise<{ id: string; version: number; number: string }> {
  const { data, errors } = await consult(...args);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.askConsult;
}
