import { randomUUID } from 'node:crypto';
import type { Answer, TestPortal } from '../support/portal.js';
import { type Person, jelle } from './cast.js';
import { Truth } from './truth.js';

export type SupportLook = { id: string; version: number; partnerId: string; number: string; reason: string; state: string; askedAt: string; decidedAt: string | null; dossierId: string | null; dossierKind: string | null; endsAt: string | null; endedAt: string | null; may: string[] };
export type SupportRequest = Omit<SupportLook, 'partnerId'> & { personName: string; decidedName: string | null };
const SHARED = 'id version number reason state askedAt decidedAt dossierId dossierKind endsAt endedAt may';
const LOOK = `${SHARED} partnerId`;
const REQUEST = `${SHARED} personName decidedName`;
export const HELP = 'Nele Bossuyt van het OCMW belde: de pagina van dit dossier toont een fout.';

export async function askSupport(portal: TestPortal, number: string, { partner = 'OCMW Ledegem', reason = HELP, who = jelle, key = randomUUID() }: { partner?: string; reason?: string; who?: Person; key?: string } = {}): Promise<Answer<{ askSupport: SupportLook }>> {
  const truth = await Truth.of(portal);
  const partnerId = await truth.partner(partner).finally(() => truth.close());
  return portal.graphql(`mutation ($key: ID!, $partnerId: ID!, $number: String!, $reason: String!) { askSupport(key: $key, partnerId: $partnerId, number: $number, reason: $reason) { ${LOOK} } }`, { key, partnerId, number, reason }, who);
}

type Verb = 'approveSupport' | 'declineSupport' | 'endSupport' | 'withdrawSupport' | 'leaveSupport';
type Row = { id: string; version: number };
export const supportStep = <V extends Verb>(portal: TestPortal, who: Person, verb: V, { id, version }: Row): Promise<Answer<{ [verb in V]: SupportLook & SupportRequest }>> =>
  portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!) { ${verb}(key: $key, id: $id, version: $version) { ${['withdrawSupport', 'leaveSupport'].includes(verb) ? LOOK : REQUEST} } }`, { key: randomUUID(), id, version }, who);

const done = <T>({ data, errors }: Answer<T>): T => {
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
/** Asks, and fails the test when the portal says no. */
export const asked = async (portal: TestPortal, number: string, partner?: string): Promise<SupportLook> => done(await askSupport(portal, number, { partner })).askSupport;
/** Asks, and a second person lets her. */
export const letIn = async (portal: TestPortal, by: Person, number: string): Promise<SupportRequest> => done(await supportStep(portal, by, 'approveSupport', await asked(portal, number, by.capacity.partner))).approveSupport;

export const supportLooks = async (portal: TestPortal, who: Person = jelle): Promise<SupportLook[]> => done(await portal.graphql<{ supportLooks: { nodes: SupportLook[] } }>(`{ supportLooks { nodes { ${LOOK} } } }`, {}, who)).supportLooks.nodes;
export const supportRequests = async (portal: TestPortal, who: Person): Promise<SupportRequest[]> => done(await portal.graphql<{ supportRequests: { nodes: SupportRequest[] } }>(`{ supportRequests { nodes { ${REQUEST} } } }`, {}, who)).supportRequests.nodes;
export const openSupport = async (portal: TestPortal): Promise<SupportLook | null> => done(await portal.graphql<{ openSupport: SupportLook | null }>(`{ openSupport { ${LOOK} } }`, {}, jelle)).openSupport;
