import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DestructionItem, Retention } from '#dossiers';
import { Clock, Erasures, Forgotten, readErasure, readForgotten, readingKey, signingKey, Units, Work } from '#kernel';
import { makeTrailKey } from '../../apps/setup/src/trail/key.js';
import { added, text as aText } from '../cast/files.js';
import { ann, bram, hilde, jan, marijke, nele, type Person } from '../cast/cast.js';
import { accept, aClient, aDraft, aNote, close, codeOf, must, receive, reject, type Referral, send, start } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const CANARY = 'kanariepietje';
const REASON = 'Er loopt een zaak bij de vrederechter.';

type List = { id: string; version: number; items: number; signed: boolean; signedBy: string | null; may: string[] };
type Item = { id: string; version: number; kind: string; number: string | null; part: string; rule: string; years: number; closedOn: string; messages: number; notes: number; files: number; takenOffReason: string | null; destroyedAt: string | null; destroyedRows: number | null; keptWhy: string | null; waits: boolean; may: string[] };

describe('what is kept no longer than its term', () => {
  let portal: TestPortal;
  let truth: Truth;
  let folder: string;
  let keeper: Retention;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-registers-'));
    makeTrailKey(path.join(folder, 'key'));
    const key = signingKey(readFileSync(path.join(folder, 'key')));
    keeper = new Retention(portal.app.get(Units), portal.app.get(Work), portal.app.get(Clock), { erasures: new Erasures(folder, key), forgotten: new Forgotten(folder, key) });
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => truth.rows('delete from legal_hold; update dossier set legal_hold = false; delete from destruction_item; delete from destruction_list'));

  const lists = (who: Person) => portal.graphql<{ destructionLists: { nodes: List[] } }>('{ destructionLists { nodes { id version items signed signedBy may } } }', {}, who);
  const list = async (who: Person) => (await lists(who)).data.destructionLists.nodes[0];
  const items = async (who: Person, { id }: { id: string }) => (await must<{ destructionItems: { nodes: Item[] } }>(portal, who, 'query ($id: ID!) { destructionItems(listId: $id, first: 50) { nodes { id version kind number part rule years closedOn messages notes files takenOffReason destroyedAt destroyedRows keptWhy waits may } } }', { id })).destructionItems.nodes;
  const sign = (who: Person, { id, version }: { id: string; version: number }) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!) { signDestruction(key: $key, id: $id, version: $version) { id signed signedBy } }', { key: randomUUID(), id, version }, who);
  const takeOff = (who: Person, { id, version }: { id: string; version: number }, reason = REASON) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $reason: String!) { takeOffDestruction(key: $key, id: $id, version: $version, reason: $reason) { id waits } }', { key: randomUUID(), id, version, reason }, who);
  const hold = (who: Person, number: string, reason = REASON) => portal.graphql<{ holdDossier: { id: string; version: number } }>('mutation ($key: ID!, $number: String!, $reason: String!) { holdDossier(key: $key, number: $number, reason: $reason) { id version } }', { key: randomUUID(), number, reason }, who);
  const lift = (who: Person, { id, version }: { id: string; version: number }) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $reason: String!) { liftHold(key: $key, id: $id, version: $version, reason: $reason) { id lifted } }', { key: randomUUID(), id, version, reason: 'De zaak is gesloten.' }, who);

  /** As if all that was done at a dossier had been done so many years earlier. */
  async function age(id: string, years: number): Promise<void> {
    await truth.rows('set session_replication_role = replica');
    for (const [table, column, key] of [['referral', 'closed_at', 'id'], ['answer', 'ended_at', 'dossier_id'], ['client', 'opened_at', 'id'], ['timeline_entry', 'at', 'dossier_id'], ['earlier', 'at', 'dossier_id'], ['message', 'at', 'dossier_id']])
      await truth.rows(`update ${table} set ${column} = ${column} - make_interval(years => $2) where ${key} = $1`, [id, years]);
    await truth.rows('set session_replication_role = origin');
  }
  /** How often a word stands anywhere in the database, in whatever schema. */
  async function found(word: string): Promise<string[]> {
    const tables = await truth.rows<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
    const at = await Promise.all(tables.map(async ({ name }) => ((await truth.rows(`select from ${name} t where to_jsonb(t)::text ilike '%' || $1 || '%'`, [word])).length ? [name] : [])));
    const [{ files }] = await truth.rows<{ files: number }>(`select count(*)::int as files from attachment_content where position(convert_to($1, 'UTF8') in content) > 0`, [word]);
    return [...at.flat(), ...(files ? ['what is in a file'] : [])];
  }
  const filled = (word: string) => ({ givenName: word, familyName: word, householdNote: word, contactNote: word });
  async function ended(word: string, how: 'GUIDED' | 'REFUSED'): Promise<Referral> {
    const client = await aClient(portal, ann, filled(word));
    const draft = await aDraft(portal, ann, { client, changes: { question: `Vraag van ${word}`, debtsNote: word, housingNote: word } });
    await aNote(portal, ann, draft.id, 'HEALTH', `Slaapt slecht, zegt ${word}`);
    await aNote(portal, ann, draft.id, 'PRIVATE_NOTE', `Mijn gedacht over ${word}`);
    await added(portal, ann, draft.id, aText(`Brief van ${word}`), { description: word });
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!, $changes: ClientChanges!) { changeClient(key: $key, id: $id, version: $version, changes: $changes) { id } }', { key: randomUUID(), id: client.id, version: client.version, changes: { contactNote: `Later ook ${word}` } });
    let sent = await receive(portal, await send(portal, draft));
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $to: [ID!]!, $body: String!) { writeMessage(key: $key, dossierId: $id, toPartnerIds: $to, body: $body, urgent: false) { id } }', { key: randomUUID(), id: sent.id, to: [await truth.partner('Woondienst Regio Izegem')], body: `Bericht over ${word}` });
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $number: String!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: $number) { id } }', { key: randomUUID(), id: sent.id, number: `${word} 12` });
    sent = how === 'REFUSED' ? await reject(portal, sent) : await close(portal, await start(portal, await accept(portal, sent)));
    return sent;
  }
  async function destroyed(who: Person): Promise<Item[]> {
    await keeper.propose();
    const proposed = await list(who);
    expect((await sign(who, proposed)).errors).toBeUndefined();
    await keeper.destroy();
    return items(who, proposed);
  }

  it('is proposed by the clock, signed by the DPO of each partner, and destroyed to the last word of it', async () => {
    const referral = await ended(CANARY, 'REFUSED');
    await keeper.propose();
    expect(await list(nele)).toBeUndefined();
    await age(referral.id, 1);
    await age(referral.clientId, 1);
    expect(await found(CANARY)).toEqual(expect.arrayContaining(['public.client', 'public.referral', 'public.note', 'public.message', 'public.attachment', 'public.own_number', 'public.search_entry', 'public.earlier', 'what is in a file']));

    // First what the receiver wrote there for itself, by its own signature; nothing of the sender's with it.
    await keeper.propose();
    const [theirs] = await items(marijke, await list(marijke));
    expect(theirs).toMatchObject({ kind: 'Referral', number: referral.number, part: 'OWN', rule: 'referral-refused', years: 1, waits: true });
    expect(await destroyed(marijke)).toMatchObject([{ id: theirs.id, waits: false, keptWhy: null }]);
    expect(codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: referral.id }, bram))).toBe('NOT_FOUND');
    expect(await found(`${CANARY} 12`)).toEqual([]);

    // The sender's notes of some classes were due already; now the dossier itself is.
    expect(await destroyed(nele)).toMatchObject([{ part: 'CLASSES', rule: 'referral-secret', number: referral.number, notes: 2, destroyedRows: 2 }]);
    expect(await found('Slaapt slecht')).toEqual([]);
    const [whole] = await destroyed(nele);
    expect(whole).toMatchObject({ part: 'DOSSIER', number: referral.number, messages: 1, notes: 0, files: 1, waits: false });
    expect(whole.destroyedRows).toBeGreaterThan(10);
    expect(await truth.rows('select from dossier where id = $1', [referral.id])).toEqual([]);

    // And at last the client's file, in which nothing happened for a year.
    expect(await destroyed(nele)).toMatchObject([{ kind: 'Client', number: null, part: 'DOSSIER', rule: 'client' }]);
    expect(await found(CANARY)).toEqual([]);
  }, 60_000);
});
