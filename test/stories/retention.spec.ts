import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Retention } from '#dossiers';
import { Clock, Erasures, Forgotten, Heads, readErasure, readingKey, Seals, signingKey, Units, Work } from '#kernel';
import { makeTrailKey } from '../../apps/setup/src/trail/key.js';
import { replay } from '../../apps/setup/src/trail/replay.js';
import { reportOf } from '../../apps/setup/src/trail/report.js';
import { added, text as aText } from '../cast/files.js';
import { ann, bram, geert, hilde, jan, marijke, nele, type Person } from '../cast/cast.js';
import { accept, aClient, aDraft, aNote, close, codeOf, must, receive, reject, type Referral, send, start } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
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
  /** All rows of dossiers as they stand, and how they come back: as a backup of that moment would have them. */
  async function rowsOfDossiers(): Promise<[table: string, columns: string, rows: unknown][]> {
    const tables = await truth.rows<{ name: string; columns: string }>(`select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'retention') and c.relname not in ('retention_erasure', 'destruction_list', 'destruction_item', 'person') group by 1`);
    return Promise.all(tables.map(async ({ name, columns }) => [name, columns, (await truth.rows<{ rows: unknown }>(`select coalesce(jsonb_agg(to_jsonb(t)), '[]') as rows from ${name} t`))[0].rows]));
  }
  async function bringBack(backup: Awaited<ReturnType<typeof rowsOfDossiers>>): Promise<void> {
    await truth.rows('set session_replication_role = replica; delete from retention_erasure');
    for (const [name, columns, rows] of backup) await truth.rows(`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1) on conflict do nothing`, [JSON.stringify(rows)]);
    await truth.rows('set session_replication_role = origin');
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

  it('is proposed by the clock, signed by the DPO of each partner, and destroyed to the last word of it; what a backup brings back goes again', async () => {
    const referral = await ended(CANARY, 'REFUSED');
    await keeper.propose();
    expect(await list(nele)).toBeUndefined();
    await age(referral.id, 1);
    await age(referral.clientId, 1);
    expect(await found(CANARY)).toEqual(expect.arrayContaining(['public.client', 'public.referral', 'public.note', 'public.message', 'public.attachment', 'public.own_number', 'public.search_entry', 'public.earlier', 'what is in a file']));
    const backup = await rowsOfDossiers();

    // First what the receiver wrote there for itself, by its own signature; nothing of the sender's with it.
    await keeper.propose();
    const [theirs] = await items(marijke, await list(marijke));
    expect(theirs).toMatchObject({ kind: 'Referral', number: referral.number, part: 'OWN', rule: 'referral-refused', years: 1, waits: true, may: ['takeOff'] });
    expect(await destroyed(marijke)).toMatchObject([{ id: theirs.id, waits: false, keptWhy: null, may: [] }]);
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

    // A backup from before knows nothing of it; the register does.
    const lines = readFileSync(path.join(folder, 'erasures'), 'latin1').split('\n').slice(0, -1);
    const key = path.join(folder, 'key.pub');
    expect(lines.map((line) => readErasure(line, readingKey(readFileSync(key)))).map((each) => [each?.number, each?.part, each?.dossierId])).toEqual([['1', 'OWN', referral.id], ['2', 'CLASSES', referral.id], ['3', 'DOSSIER', referral.id], ['4', 'DOSSIER', referral.clientId]]);
    await bringBack(backup);
    expect((await found(CANARY)).length).toBeGreaterThan(8);
    await expect(keeper.destroy()).rejects.toThrow();
    const register = readFileSync(path.join(folder, 'erasures'));
    writeFileSync(path.join(folder, 'erasures'), register.toString('latin1').replace('\n2 ', '\n9 '));
    await expect(replay(portal.ownerUrl, folder, key)).rejects.toThrow(/line 2 .* was not signed/);
    writeFileSync(path.join(folder, 'erasures'), register);
    expect(await replay(portal.ownerUrl, folder, key)).toMatchObject({ erased: 4 });
    expect(await found(CANARY)).toEqual([]);
    expect(await replay(portal.ownerUrl, folder, key)).toEqual({ erased: 0, rows: 0 });
    await keeper.destroy();
  }, 90_000);

  it('waits for a signature of the DPO: nobody else sees it, and behind the doors the walls say the same', async () => {
    const referral = await ended('geduldig', 'REFUSED');
    await age(referral.id, 1);
    await keeper.propose();
    const proposed = await list(nele);
    const [item] = await items(nele, proposed);
    await keeper.destroy();
    expect(item).toMatchObject({ number: referral.number, waits: true });
    for (const who of [ann, hilde, geert]) expect([who.as, await list(who), codeOf(await sign(who, proposed)), codeOf(await hold(who, referral.number))]).toEqual([who.as, undefined, expect.stringMatching(/FORBIDDEN|NOT_FOUND/), 'FORBIDDEN']);
    expect([await list(jan), codeOf(await sign(jan, proposed)), codeOf(await takeOff(jan, item)), codeOf(await hold(jan, referral.number))]).toEqual([undefined, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(codeOf(await sign(nele, { ...proposed, version: 7 }))).toBe('CONFLICT');

    // With the portal's own role: as somebody who is no DPO, as a DPO by her own word alone, and as the clock that signs nothing.
    const worker = await truth.person(ann);
    const as = async (role: string, personId: string, sql: string) => {
      await truth.rows('begin; set local role portal');
      await enter(truth.connection, { partnerId: worker.partnerId, personId, role });
      return truth.connection.query(sql).then(({ rowCount }) => rowCount, ({ code }: { code: string }) => code).finally(() => truth.rows('rollback'));
    };
    const forged = `update destruction_list set signed_at = now(), signer_id = '${worker.id}', signed_by = 'x', version = version + 1`;
    expect(await as('SOCIAL_WORKER', worker.id, 'select from destruction_item')).toBe(0);
    expect(await as('SOCIAL_WORKER', worker.id, forged)).toBe(0);
    expect(await as('DPO', worker.id, forged)).toBe('42501');
    expect(await as('', '', forged)).toBe(0);
    expect(await as('SOCIAL_WORKER', worker.id, `select * from retention.due()`)).toBe(0);
    expect(await as('', '', `select * from retention.destroy('${item.id}')`)).toBe(0);
    expect((await sign(nele, proposed)).errors).toBeUndefined();
    expect(codeOf(await sign(nele, { ...proposed, version: 2 }))).toBe('NOT_FOUND');
    expect(await as('SOCIAL_WORKER', worker.id, `select * from retention.destroy('${item.id}')`)).toBe('P0002');
  }, 60_000);

  it('is kept while somebody holds it, and says why: on a list, by its number, and between the signature and the act', async () => {
    const [listed, numbered, late] = [await ended('gehouden', 'REFUSED'), await ended('genummerd', 'REFUSED'), await ended('op het laatst', 'REFUSED')];
    for (const { id } of [listed, numbered, late]) await age(id, 1);
    await keeper.propose();
    const proposed = await list(marijke);
    const of = async ({ number }: Referral) => (await items(marijke, proposed)).find((each) => each.number === number)!;
    expect(codeOf(await takeOff(marijke, await of(listed), 'kort'))).toBe('INVALID');
    expect((await takeOff(marijke, await of(listed))).errors).toBeUndefined();
    const held = await hold(marijke, numbered.number.toLowerCase());
    expect(held.errors).toBeUndefined();
    expect(codeOf(await hold(marijke, numbered.number))).toBe('NOT_POSSIBLE');
    for (const each of [listed, numbered]) expect(await of(each)).toMatchObject({ waits: false, takenOffReason: REASON, may: [] });
    await must(portal, marijke, 'mutation ($key: ID!, $id: ID!, $version: Int!) { signDestruction(key: $key, id: $id, version: $version) { id } }', { key: randomUUID(), id: proposed.id, version: proposed.version });
    // The sender's DPO holds it for all who sit there.
    expect((await hold(nele, late.number)).errors).toBeUndefined();
    await keeper.destroy();
    expect(await of(late)).toMatchObject({ waits: false, keptWhy: 'HOLD', destroyedAt: null });
    await keeper.propose();
    expect(await list(marijke)).toMatchObject({ id: proposed.id });
    for (const { id } of [listed, numbered, late]) expect(await truth.rows('select from answer where dossier_id = $1', [id])).toHaveLength(1);

    // Once it is lifted it is proposed anew, and needs a new signature.
    expect((await lift(marijke, held.data.holdDossier)).errors).toBeUndefined();
    await keeper.destroy();
    await keeper.propose();
    expect((await items(marijke, await list(marijke))).map(({ number }) => number)).toEqual([numbered.number]);
  }, 90_000);

  it('leaves a trail that is whole, also when its lines forgot of whom they tell; and tells who else made one forget', async () => {
    const key = signingKey(readFileSync(path.join(folder, 'key')));
    const seals = new Seals(portal.app.get(Units), new Heads(folder, key));
    const report = () => reportOf({ owner: portal.ownerUrl, heads: folder, key: path.join(folder, 'key.pub') });
    const referral = await ended('vergeten', 'REFUSED');
    await age(referral.id, 1);
    await destroyed(marijke);
    await destroyed(nele);
    await destroyed(nele);
    await seals.run();
    const naming = (id: string) => truth.rows<{ dossiers: string[] }>('select dossier_ids as dossiers from trail where dossier_ids @> array[$1::uuid]', [id]);
    expect(await truth.rows('select from dossier where id = $1', [referral.id])).toEqual([]);
    expect((await naming(referral.id)).length).toBeGreaterThan(10);
    // Ten years by law; here at once.
    await keeper.forget();
    expect((await naming(referral.id)).length).toBeGreaterThan(10);
    await truth.rows(`update retention_rule set years = 0 where kind = 'Trail'`);
    await keeper.forget();
    // What tells of something that is there still, stays as it is.
    const left = await naming(referral.id);
    expect(left.map(({ dossiers }) => dossiers.includes(referral.clientId))).toEqual(left.map(() => true));
    expect(await truth.rows(`select from trail t join trail_seal s on s.trail_id = t.id where s.salt is null and (t.person_id is not null or t.dossier_ids <> '{}')`)).toEqual([]);
    expect((await truth.rows('select from trail_seal where salt is null')).length).toBeGreaterThan(5);
    expect(await report()).toEqual({ whole: true, says: expect.stringContaining('The trail is whole') });

    // Without the register the same is tampering; so is a line that it does not name.
    const file = path.join(folder, 'forgotten');
    renameSync(file, `${file}.away`);
    expect(await report()).toEqual({ whole: false, says: expect.stringContaining('holds a line that was emptied, and not by the worker') });
    renameSync(`${file}.away`, file);
    const size = readFileSync(file).length;
    const [{ id }] = await truth.rows<{ id: string }>(`select t.id::text from trail t join trail_seal s on s.trail_id = t.id where t.dossier_ids <> '{}' and s.salt is not null order by t.id limit 1`);
    await truth.rows('begin');
    await truth.rows('select empty_lines(array[$1::bigint])', [id]);
    await truth.rows('commit');
    appendFileSync(file, `${id} ${Buffer.alloc(64).toString('base64')}\n`);
    expect(await report()).toEqual({ whole: false, says: expect.stringMatching(new RegExp(`line ${id}: this link holds a line that was emptied`)) });
    truncateSync(file, size);
  }, 90_000);
});
