import { randomUUID } from 'node:crypto';
import { dayOf } from '#kernel';
import type { Answer, TestPortal } from '../support/portal.js';
import type { Person } from './cast.js';
import { must, type Referral } from './scenes.js';

/** The calendar day so many days from today, where the partners are. */
export const inDays = (shift: number): string => dayOf(new Date(Date.now() + shift * 86_400_000));

export type Absence = { id: string; version: number; personId: string; deputyId: string | null; since: string; until: string; uncoveredSince: string | null; uncoveredUntil: string | null; uncoveredDays: number; may: string[] };
export const ABSENCE = '{ id version personId deputyId since until setBy uncoveredSince uncoveredUntil uncoveredDays may }';
const PERIOD = '$since: Day!, $until: Day!, $deputyId: ID';
const GIVEN = 'since: $since, until: $until, deputyId: $deputyId';

export type Period = { since: string; until: string; deputyId?: string | null };
type Said<Verb extends string> = Answer<{ [verb in Verb]: Absence } | null>;
export const report = (portal: TestPortal, who: Person, personId: string, period: Period): Promise<Said<'reportAbsence'>> => portal.graphql(`mutation ($key: ID!, $personId: ID!, ${PERIOD}) { reportAbsence(key: $key, personId: $personId, ${GIVEN}) ${ABSENCE} }`, { key: randomUUID(), personId, ...period }, who);
export const change = (portal: TestPortal, who: Person, { id, version }: { id: string; version: number }, period: Period): Promise<Said<'changeAbsence'>> => portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!, ${PERIOD}) { changeAbsence(key: $key, id: $id, version: $version, ${GIVEN}) ${ABSENCE} }`, { key: randomUUID(), id, version, ...period }, who);
export const cancel = (portal: TestPortal, who: Person, { id, version }: { id: string; version: number }): Promise<Said<'cancelAbsence'>> => portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!) { cancelAbsence(key: $key, id: $id, version: $version) ${ABSENCE} }`, { key: randomUUID(), id, version }, who);
export const absencesOf = async (portal: TestPortal, who: Person): Promise<Absence[]> => (await must<{ absences: { nodes: Absence[] } }>(portal, who, `{ absences { nodes ${ABSENCE} } }`)).absences.nodes;

/** Reports it, and fails the test when that is refused. */
export async function away(portal: TestPortal, who: Person, personId: string, period: Period): Promise<Absence> {
  const { data, errors } = await report(portal, who, personId, period);
  if (errors) throw new Error(`${who.as}: ${JSON.stringify(errors)}`);
  return data!.reportAbsence;
}

export type FileToGo = { dossierId: string; version: number; note: string };
export const handOver = (portal: TestPortal, who: Person, fromId: string, toId: string, files: readonly FileToGo[], key = randomUUID()): Promise<Answer<{ handOver: { id: string; files: number; fromId: string; toId: string } } | null>> =>
  portal.graphql('mutation ($key: ID!, $fromId: ID!, $toId: ID!, $files: [FileToHandOver!]!) { handOver(key: $key, fromId: $fromId, toId: $toId, files: $files) { id files fromId toId } }', { key, fromId, toId, files }, who);
/** A file as its receiver hands it over. */
export const received = ({ id, answerVersion }: Referral, note = 'Bel eerst de dochter.'): FileToGo => ({ dossierId: id, version: answerVersion, note });
/** A file as its sender hands it over. */
export const sent = ({ id, version }: Referral, note = 'Zoekt vooral in Ledegem.'): FileToGo => ({ dossierId: id, version, note });

/** The rows of the notices that exist now, of whom and of what. */
export type Told = { who: string; kind: string; urgent: boolean; dossierId: string | null };
