import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadDemo, loadReference } from '../../apps/setup/src/setup.js';
import { migrate } from '../../migrations/migrate.js';
import { Program } from '../api/process.js';
import { ann, bram, lies, tom } from '../cast/cast.js';
import { formOf, text } from '../cast/files.js';
import { someone } from '../cast/scenes.js';
import { type Act, Writers } from '../kill/writers.js';
import { enter } from '../support/context.js';
import { MailBox } from '../support/mailbox.js';
import { command, KEY } from './commands.js';
import { Postgres15 } from './postgres15.js';

const PORTAL_PASSWORD = 'van het portaal';
const NAME = 'woonbrug';
const WORDS = 'Kanarie in een bijlage: niet voor vreemden.';

/** Run by `npm run test:backup`. */
describe('a backup', () => {
  const server = new Postgres15();
  const folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-backup-'));
  const file = path.join(folder, 'nacht.backup');
  const box = new MailBox();
  let portalUrl: string;
  let api: Program;
  let writers: Writers;
  let before: Act[];
  let clientId: string;
  let fileId: string;

  beforeAll(async () => {
    await Promise.all([server.start(), box.open()]);
    portalUrl = await migrate(server.url, NAME, PORTAL_PASSWORD);
    await loadReference(server.url(NAME));
    await loadDemo(server.url(NAME), portalUrl);
    api = await new Program('api', portalUrl).start();
    writers = new Writers(api, () => 1);
    clientId = (await writers.act(ann, 'openClient', { input: 'NewClient!' }, { input: someone })).id;
    const response = await fetch(`${api.url}/attachment`, { method: 'POST', headers: await api.headers(ann), body: formOf(clientId, text(WORDS)) });
    fileId = ((await response.json()) as { attachment: { id: string } }).attachment.id;
    // Somebody has mail to come: one that waits, and one of which no row was made yet.
    await server.rows(NAME, `update person set email = case when username in ('${ann.as}', '${bram.as}') then username || '@voorbeeld.example' end, version = version + 1`);
    await server.rows(NAME, 'update notice set read_at = now(), version = version + 1 where read_at is null');
    await server.rows(NAME, `update mail set state = 'SENT', ended_at = now(), version = version + 1 where state in ('QUEUED', 'SENDING')`);
    await server.rows(NAME, `insert into notice (id, partner_id, person_id, dossier_kind, kind, urgent, at) select gen_random_uuid(), partner_id, id, 'Referral', 'ESCALATED', true, now() from person where email is not null`);
    await server.rows(NAME, `insert into mail (id, partner_id, person_id, kind, notice_id, until, state, queued_at, next_at) select mail_id('urgent ' || n.id), n.partner_id, n.person_id, 'URGENT', n.id, n.at, 'QUEUED', now(), now() from notice n join person p on p.id = n.person_id where p.username = '${ann.as}' and n.read_at is null`);
  }, 240_000);
  afterAll(async () => {
    await api?.remove();
    await Promise.all([server.remove(), box.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const program = (name: 'backup' | 'restore', args: string[], settings: NodeJS.ProcessEnv = {}) => command(name, args, { PORTAL_PASSWORD, DATABASE_URL: server.url(NAME), ...settings });
  const parts = () => readdirSync(folder).filter((name) => name.endsWith('.part'));
  const restore = (name: string, args: string[] = [file], settings: NodeJS.ProcessEnv = {}) => program('restore', args, { DATABASE_URL: server.url(name), ...settings });

  it('is made while twenty people write, for nobody else to read, and shows nothing of what is in it', async () => {
    let isOver = false;
    const writing = Array.from({ length: 20 }, async (_, at) => {
      for (let nth = 0; !isOver; nth += 1) await writers.act(ann, 'openClient', { input: 'NewClient!' }, { input: { ...someone, familyName: `Schrijver ${at}`, givenName: `Keer ${nth}` } });
    });
    while (writers.acts.length < 60) await sleep(20);
    before = [...writers.acts];
    const { code, said } = await program('backup', [file]);
    const during = writers.acts.length - before.length;
    isOver = true;
    await Promise.all(writing);
    expect([code, said]).toEqual([0, expect.stringMatching(/\d+ rows and 1 attachments, as they stood at 20/)]);
    expect(during).toBeGreaterThan(20);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parts()).toEqual([]);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 24).toString()).toBe('WOONBRUG-BACKUP 1 SEALED');
    for (const word of [WORDS, 'Lippens', 'PGDMP', 'attachment', PORTAL_PASSWORD, KEY]) expect([word, bytes.includes(word)]).toEqual([word, false]);
  }, 120_000);

  it('comes back in a database of its own with all that was acknowledged, once, and half of nothing', async () => {
    const { code, said } = await restore('terug');
    expect([code, said]).toEqual([0, expect.stringContaining('walls and rights as the migrations make them')]);
    expect(await server.databases()).toEqual(['terug', NAME]);
    const found = await server.rows<{ id: string }>('terug', 'select id from client where id = any($1)', [before.map(({ id }) => id)]);
    expect(found).toHaveLength(new Set(before.map(({ id }) => id)).size);
    const halves = await server.rows('terug', `select c.id from client c where family_name like 'Schrijver %' and not (exists (select from idempotency i where i.record_id = c.id) and exists (select from party p where p.dossier_id = c.id) and exists (select from trail t where c.id = any (t.dossier_ids)))`);
    expect(halves).toEqual([]);
    expect(await server.rows('terug', 'select count(*)::int as rows from sign_in')).toEqual([{ rows: 0 }]);
    expect((await server.rows<{ rows: number }>(NAME, 'select count(*)::int as rows from sign_in'))[0].rows).toBeGreaterThan(0);
  }, 180_000);

  it('opens a portal behind both walls, in which people find what is theirs', async () => {
    const url = Object.assign(new URL(portalUrl), { pathname: '/terug' }).href;
    const back = await new Program('api', url).start();
    try {
      const see = (who: typeof ann) => back.ask(who, 'query ($id: ID!) { client(id: $id) { id familyName } }', { id: clientId });
      const theirs = async () => {
        expect((await see(ann)).data).toEqual({ client: { id: clientId, familyName: 'Lippens' } });
        for (const other of [lies, bram, tom]) expect([other.as, (await see(other)).errors?.[0].extensions.code]).toEqual([other.as, expect.stringMatching(/NOT_FOUND|FORBIDDEN/)]);
      };
      await theirs();
      const download = (who: typeof ann) => back.headers(who).then((headers) => fetch(`${back.url}/attachment/${fileId}`, { headers }));
      expect(await (await download(ann)).text()).toBe(WORDS);
      expect((await download(lies)).status).toBe(404);
      // Asked again with the key of before: the same, and nothing new.
      const { who, query, variables, id } = before[3];
      expect((await back.ask(who, query, variables)).data?.openClient.id).toBe(id);
      // Row-level security alone, with the portal's own role.
      const seen = async (partner: string | null) => {
        const role = new pg.Client({ connectionString: url });
        await role.connect();
        await role.query('begin');
        if (partner) await enter(role, { partnerId: (await server.rows<{ id: string }>('terug', 'select id from partner where name = $1', [partner]))[0].id }, url);
        const { rows: [{ clients, files }] } = await role.query<{ clients: number; files: number }>('select (select count(*)::int from client) as clients, (select count(*)::int from attachment_content) as files');
        await role.end();
        return { clients, files };
      };
      expect(await seen(null)).toEqual({ clients: 0, files: 0 });
      expect(await seen('Vivus')).toEqual({ clients: 0, files: 0 });
      expect(await seen('OCMW Ledegem')).toEqual({ clients: expect.any(Number), files: 1 });
      expect((await seen('OCMW Ledegem')).clients).toBeGreaterThanOrEqual(before.length);
      // The book alone.
      await server.rows('terug', 'alter table client no force row level security, disable row level security; alter table party no force row level security, disable row level security');
      await theirs();
      await server.rows('terug', 'alter table client force row level security, enable row level security; alter table party force row level security, enable row level security');
    } finally {
      await back.remove();
    }
  }, 90_000);

  it('sends no mail that may have left since, until somebody says so', async () => {
    const url = Object.assign(new URL(portalUrl), { pathname: '/terug' }).href;
    const worker = new Program('worker', url, { SMTP_URL: box.url, MAIL_FROM: 'woonbrug@portaal.example', DIGEST_AT: '23:59' });
    const runs = async () => (await server.rows<{ runs: number }>('terug', `select count(*)::int as runs from pgboss.job where name = 'mail' and state = 'completed'`))[0].runs;
    try {
      await worker.start();
      while (!(await runs())) await sleep(200);
      expect(box.taken()).toEqual([]);
      expect(await server.rows('terug', `select p.username, m.state, m.next_at = 'infinity' as held from mail m join person p on p.id = m.person_id order by 1`)).toEqual([{ username: ann.as, state: 'QUEUED', held: true }, { username: bram.as, state: 'QUEUED', held: true }]);
      const { code, said } = await restore('terug', ['--release-mail']);
      expect([code, said]).toEqual([0, expect.stringContaining('2 mails that were held may leave now.')]);
      await worker.end('SIGKILL');
      await server.rows('terug', `delete from pgboss.job where name = 'mail'`);
      await worker.start();
      while ((await server.rows('terug', `select from mail where state = 'SENT'`)).length < 2) await sleep(200);
      expect(box.taken().sort()).toEqual([`${ann.as}@voorbeeld.example`, `${bram.as}@voorbeeld.example`]);
    } finally {
      await worker.remove();
    }
  }, 120_000);

  it('comes back on another server, where nobody of ours is known yet', async () => {
    const other = await new Postgres15().start();
    try {
      const { code, said } = await program('restore', [file], { DATABASE_URL: other.url('opnieuw'), PORTAL_PASSWORD: 'een ander wachtwoord' });
      expect([code, said]).toEqual([0, expect.stringContaining('opnieuw is as it stood at')]);
      const url = Object.assign(new URL(other.url('opnieuw')), { username: 'portal', password: 'een ander wachtwoord' }).href;
      const there = await new Program('api', url).start();
      expect((await there.ask(ann, 'query ($id: ID!) { client(id: $id) { id familyName } }', { id: clientId })).data).toEqual({ client: { id: clientId, familyName: 'Lippens' } });
      await there.remove();
    } finally {
      await other.remove();
    }
  }, 120_000);

  it('replaces nothing that is there unless it is told to, and then only when all is well', async () => {
    const refused = await restore(NAME);
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining(`the database ${NAME} is not empty: name another one with DATABASE_URL, or replace all that is in it with --replace.`)]);
    const mark = randomUUID();
    await server.rows('terug', `insert into arrow (flow, from_state, to_state) values ('${mark}', 'A', 'B')`);
    const { code, said } = await restore('terug', [file, '--replace']);
    expect([code, said]).toEqual([0, expect.stringContaining('terug is as it stood at')]);
    expect(await server.rows('terug', 'select from arrow where flow = $1', [mark])).toEqual([]);
    expect(await server.databases()).toEqual(['terug', NAME]);
  }, 180_000);

  it('is refused when one byte of it changed, when it was cut, when its key is another, and before anything is touched', async () => {
    const plain = path.join(folder, 'open.backup');
    const made = await program('backup', [plain, '--plain'], { BACKUP_KEY: '' });
    expect([made.code, made.said]).toEqual([0, expect.stringContaining('It is NOT sealed')]);
    expect(readFileSync(plain).includes('PGDMP')).toBe(true);
    for (const [whole, ...also] of [[file], [plain, '--plain']]) {
      const { size } = statSync(whole);
      for (const at of [90, Math.floor(size / 2), size - 40, size - 3]) {
        const changed = path.join(folder, 'veranderd.backup');
        copyFileSync(whole, changed);
        const bytes = readFileSync(changed);
        bytes[at] ^= 1;
        writeFileSync(changed, bytes);
        const { code, said } = await restore('terug', [changed, '--replace', ...also]);
        expect([at, code, said]).toEqual([at, 1, expect.stringContaining('is damaged: its checksum is not that of what stands in it.')]);
      }
      const cut = path.join(folder, 'kort.backup');
      copyFileSync(whole, cut);
      truncateSync(cut, size - 1000);
      expect((await restore('terug', [cut, '--replace', ...also])).said).toContain('is damaged');
    }
    expect((await restore('terug', [file, '--replace'], { BACKUP_KEY: 'een andere sleutel van iemand' })).said).toContain('BACKUP_KEY is not the key that');
    expect((await restore('terug', [file, '--replace'], { BACKUP_KEY: '' })).said).toContain('is sealed: name its key with BACKUP_KEY.');
    expect((await restore('terug', ['package.json', '--replace'])).said).toContain('package.json is no backup of Woonbrug.');
    expect((await restore('terug', [path.join(folder, 'weg'), '--replace'])).said).toContain('cannot be read (ENOENT)');
    expect((await server.rows('terug', 'select from client')).length).toBeGreaterThan(60);
    expect(await server.databases()).toEqual(['terug', NAME]);
    // Whoever can write where backups are kept could put one of her own there.
    for (const BACKUP_KEY of [KEY, '']) expect(await restore('open', [plain], { BACKUP_KEY })).toEqual({ code: 1, said: expect.stringContaining('is not sealed, so anybody may have written it') });
    expect((await restore('open', [plain, '--plain'])).code).toBe(0);
    await server.rows('postgres', 'drop database open');
  }, 240_000);

  it('is refused when a wall, a right or a rule of it is not as the migrations make it', async () => {
    const breaks: [string, string][] = [
      ['drop policy passed on attachment_content', 'missing: policy passed on attachment_content'],
      ['alter table note no force row level security', 'missing: table note (r) of woonbrug_owner walled forced'],
      ['grant delete on client to portal', 'missing: table client (r)'],
      ['grant update (partner_id) on note to portal', 'missing: column note.partner_id'],
      ['alter table task disable trigger keep_version', 'missing: trigger CREATE TRIGGER keep_version BEFORE UPDATE ON task'],
      ['create or replace function me.partner() returns uuid language sql stable as $$ select null::uuid $$', 'missing: function me.partner()'],
      ['create policy open on client to portal using (true)', 'not of the migrations: policy open on client * to portal using true'],
      ['alter table client owner to portal', 'missing: table client (r) of woonbrug_owner'],
      ['create rule quiet as on insert to trail do instead nothing', 'not of the migrations: rule quiet on trail'],
      ['create schema aside; create table aside.copy (words text)', 'not of the migrations: table aside.copy (r)'],
      ['create function aside.tell() returns int language sql as $$ select 1 $$', 'not of the migrations: function aside.tell()'],
      ['grant execute on function pg_read_file(text) to portal', 'missing: function pg_read_file(text)'],
      ['create publication outward for table client', 'not of the migrations: publication outward'],
      ['alter default privileges grant select on tables to portal', 'not of the migrations: default rights of woonbrug'],
      ['create function listen() returns event_trigger language plpgsql as $$ begin end $$; create event trigger listening on ddl_command_end execute function listen()', 'not of the migrations: event trigger listening of woonbrug on ddl_command_end'],
    ];
    await api.end();
    await server.rows('postgres', `create database stuk template ${NAME}`);
    for (const [sabotage, named] of breaks) await server.rows('stuk', sabotage).catch((error: Error) => expect([named, error.message]).toEqual([named, '']));
    const broken = path.join(folder, 'stuk.backup');
    expect((await program('backup', [broken], { DATABASE_URL: server.url('stuk') })).code).toBe(0);
    const { code, said } = await restore('leeg', [broken]);
    expect([code, said]).toEqual([1, expect.stringContaining('its walls are not as the migrations make them')]);
    for (const [, named] of breaks) expect(said).toContain(named);
    expect(await server.databases()).toEqual(['stuk', 'terug', NAME]);
  }, 180_000);

  it('is refused plainly without a pg_dump that fits, for a role that the walls bind, and without what it must be told', async () => {
    const other = path.join(folder, 'niet.backup');
    const empty = path.join(folder, 'leeg');
    mkdirSync(empty);
    const cases: [string[], NodeJS.ProcessEnv, string][] = [
      [[other], { DATABASE_URL: process.env.TEST_OWNER_URL!.replace(/\/\w+$/, '/template') }, 'it needs the pg_dump of PostgreSQL 18 or newer, and on this machine there is only that of PostgreSQL 15: install it (Debian: apt-get install --no-install-recommends postgresql-client-18), or name its folder with PG_BIN.'],
      [[other], { PG_BIN: empty }, 'it needs the pg_dump of PostgreSQL 15 or newer, and on this machine there is none'],
      [[other], { DATABASE_URL: portalUrl }, 'the role portal of DATABASE_URL is bound by row-level security'],
      [[other], { DATABASE_URL: '' }, 'name the database with DATABASE_URL'],
      [[other], { BACKUP_KEY: 'kort' }, 'name the key that seals it with BACKUP_KEY, of at least 20 characters'],
      [[file], {}, 'is there already'],
      [[], {}, 'name one file'],
    ];
    for (const [args, settings, sentence] of cases) {
      const { code, said } = await program('backup', args, settings);
      expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
      expect(said).not.toContain('    at ');
      expect([existsSync(other), parts()]).toEqual([false, []]);
    }
  }, 120_000);
});
