import { randomUUID } from 'node:crypto';
import type { TestPortal } from '../support/portal.js';
import { bram, tom } from './cast.js';
import { act, aSignal, broughtTo, caseOf, type Mediation, type Signal, signalOf } from './mediation.js';
import { must } from './scenes.js';
import type { Truth } from './truth.js';

/** What comes back from a door that knows no token. */
export type Outside = { status: number; body: { errors?: { extensions: { code: string; fields?: { field: string }[] } }[]; open?: boolean; municipalities?: object[] }; text: string; headers: string[] };
/** What stands at which field of a refusal. */
export const faultsOf = ({ status, body }: Outside): [number, string | undefined, string[]] => [status, body.errors?.[0].extensions.code, (body.errors?.[0].extensions.fields ?? []).map(({ field }) => field)];

/** Asks as somebody without an account does: no token, no cookie. */
export async function outside(portal: TestPortal, method: 'GET' | 'POST', path: string, sent?: object): Promise<Outside> {
  const response = await fetch(`${portal.url}${path}`, { method, headers: { accept: 'application/json', ...(method === 'POST' && { 'content-type': 'application/json' }) }, ...(method === 'POST' && { body: JSON.stringify(sent ?? {}) }) });
  const text = await response.text();
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)).map(([name, value]) => `${name}: ${value}`);
  return { status: response.status, body: JSON.parse(text) as Outside['body'], text, headers };
}

export const MAKE_LINK = 'mutation ($key: ID!, $id: ID!, $version: Int!, $partyId: ID!) { makeSigningLink(key: $key, id: $id, version: $version, partyId: $partyId) { path link { id partyId madeBy madeAt until usedAt revokedAt } } }';
export type Made = { path: string | null; link: { id: string; partyId: string; madeBy: string; until: string; usedAt: string | null; revokedAt: string | null } };

type Offered = { id: string; version: number; body: string; hash: string; signatures: object[] };
/** The newest text of a mediation, and one of its parties. */
export const textOf = ({ settlements }: Mediation): Offered => (settlements as Offered[])[0];
export const partyOf = ({ parties }: Mediation, side = 'RENTER'): string => (parties as { id: string; side: string }[]).find((each) => each.side === side)!.id;

/** A mediation whose text lies before both sides; the landlord has a seat, the renter has not. */
export async function offered(portal: TestPortal, truth: Truth, changes: Parameters<typeof aSignal>[1] = {}, who = tom): Promise<{ signal: Signal; mediation: Mediation }> {
  const signal = await aSignal(portal, changes, who);
  const mediation = await broughtTo(portal, truth, signal, 'SETTLEMENT_DRAFT');
  const { errors } = await act(portal, bram, 'offerSettlement', textOf(mediation));
  if (errors) throw new Error(JSON.stringify(errors));
  return { signal, mediation: await caseOf(portal, bram, mediation.id) };
}

/** The link for the renter, or for another party, by its mediator. */
export async function aLink(portal: TestPortal, mediation: Mediation, partyId = partyOf(mediation), who = bram): Promise<Made & { secret: string }> {
  const { id, version } = textOf(await caseOf(portal, bram, mediation.id));
  const { makeSigningLink: made } = await must<{ makeSigningLink: Made }>(portal, who, MAKE_LINK, { key: randomUUID(), id, version, partyId });
  return { ...made, secret: made.path!.slice('/tekenen/'.length) };
}

/** The landlord signs in the portal. */
export async function landlordSigns(portal: TestPortal, signal: { id: string }): Promise<void> {
  const [copy] = (await signalOf(portal, tom, signal.id)).settlements as Offered[];
  const { errors } = await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "medewerker huurders"`);
  if (errors) throw new Error(JSON.stringify(errors));
}

let house = 0;
/** What a private landlord tells: each time of another home. */
export const aReport = (changes: object = {}): { key: string; email: string; street: string; [field: string]: unknown } => ({
  key: randomUUID(), name: 'Roelandt Kanarie', email: `verhuurder${(house += 1)}@voorbeeld.example`, phone: '0470 11 22 33', street: `Kanariestraat ${house}`, postcode: '8870', municipality: 'Izegem',
  topic: 'PAYMENT', facts: 'Zebravink: de huur van drie maanden is niet betaald.', tried: 'Twee brieven.', danger: false, renters: [{ givenName: 'Pimpelmees', familyName: 'Winterkoning' }], ...changes,
});
