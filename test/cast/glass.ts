import { randomUUID } from 'node:crypto';
import type { Answer, TestPortal } from '../support/portal.js';
import type { Person } from './cast.js';

export type GlassBreak = { id: string; version: number; number: string; dossierId: string; dossierKind: string; personName: string; reason: string; openedAt: string; endsAt: string; endedAt: string | null; may: string[] };
const FIELDS = 'id version number dossierId dossierKind personName reason openedAt endsAt endedAt may';
export const REASON = 'De collega is plots ziek en de politie vraagt wie ze moet bellen.';

export const breakGlass = (portal: TestPortal, who: Person, number: string, reason = REASON, key = randomUUID()): Promise<Answer<{ breakGlass: GlassBreak }>> =>
  portal.graphql(`mutation ($key: ID!, $number: String!, $reason: String!) { breakGlass(key: $key, number: $number, reason: $reason) { ${FIELDS} } }`, { key, number, reason }, who);

/** Breaks it, and fails the test when the portal says no. */
export async function broken(portal: TestPortal, who: Person, number: string): Promise<GlassBreak> {
  const { data, errors } = await breakGlass(portal, who, number);
  if (errors) throw new Error(`${who.as}: ${JSON.stringify(errors)}`);
  return data.breakGlass;
}

export const endGlass = (portal: TestPortal, who: Person, { id, version }: { id: string; version: number }): Promise<Answer<{ endGlass: GlassBreak }>> =>
  portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!) { endGlass(key: $key, id: $id, version: $version) { ${FIELDS} } }`, { key: randomUUID(), id, version }, who);

export const openGlass = async (portal: TestPortal, who: Person): Promise<GlassBreak | null> => (await portal.graphql<{ openGlass: GlassBreak | null }>(`{ openGlass { ${FIELDS} } }`, {}, who)).data.openGlass;
