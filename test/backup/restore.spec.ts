import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Erasures, signingKey } from '#kernel';
import { makeTrailKey } from '../../apps/setup/src/trail/key.js';
import { loadReference } from '../../apps/setup/src/setup.js';
import { migrate } from '../../migrations/migrate.js';
import { command } from './commands.js';
import { Postgres15 } from './postgres15.js';

const NAME = 'woonbrug';
const GONE = 'aaaaaaaa-0000-4000-8000-000000000001';
const STAYS = 'aaaaaaaa-0000-4000-8000-000000000002';
const PORTAL_PASSWORD = 'van het portaal';

/** What goes wrong on the server meanwhile. */
describe('backup and restore', () => {
  const server = new Postgres15();
  const folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-restore-'));
  const file = path.join(folder, 'nacht.backup');
  const held: pg.Client[] = [];
  let portalUrl: string;

  beforeAll(async () => {
    await server.start();
    portalUrl = await migrate(server.url, NAME, PORTAL_PASSWORD);
    await loadReference(server.url(NAME));
    await server.rows(NAME, `set session_replication_role = replica; insert into dossier (id, kind, opened_by) select id, 'Client', (select id from partner limit 1) from (values ('${GONE}'::uuid), ('${STAYS}')) v (id);
      insert into client (id, partner_id, family_name) select id, opened_by, 'Kanarie' from dossier; insert into search_entry (row_id, record, found_id, dossier_id, partner_id, audience, words) select id, 'Client', id, id, opened_by, '{}', array_to_tsvector(array['ci:kanarie']) from dossier`);
    expect(await backup(file)).toMatchObject({ code: 0 });
    await server.rows(NAME, `create table mark as select 'the old one' as says`);
  }, 240_000);
  afterEach(async () => {
    await Promise.all(held.splice(0).map((client) => client.end().catch(() => {})));
  });
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const backup = (to: string) => command('backup', [to], { DATABASE_URL: server.url(NAME) });
  const restore = (name: string, args: string[] = [], settings: NodeJS.ProcessEnv = {}) => command('restore', [file, ...args], { DATABASE_URL: server.url(name), PORTAL_PASSWORD, ...settings });
  const isThere = async (name: string) => (await server.databases()).includes(name);
  const marked = async (name: string) => (await server.rows(name, `select from pg_class where relname = 'mark'`)).length === 1;
  /** Connected until the server ends it. */
  const connect = async (name: string) => {
    const client = new pg.Client({ connectionString: server.url(name) });
    client.on('error', () => {});
    await client.connect();
    held.push(client);
    return client;
  };
  const until = async (isSo: () => Promise<boolean>, running?: ReturnType<typeof command>) => {
    for (; !(await isSo()); await sleep(20)) if (running && running.child.exitCode !== null) throw new Error((await running).said);
  };

  it('destroys again what was destroyed since the backup, before it has the name; and comes back not at all when the register is not whole', async () => {
    const heads = path.join(folder, 'registers');
    makeTrailKey(path.join(heads, 'key'));
    const erasures = new Erasures(heads, signingKey(readFileSync(path.join(heads, 'key'))));
    erasures.begin();
    erasures.append([{ number: '1', at: '1796342400.5', dossierId: GONE, partnerId: STAYS, part: 'DOSSIER', classes: [] }]);
    const settings = { TRAIL_HEADS: heads, TRAIL_PUBLIC_KEY: path.join(heads, 'key.pub') };
    const { code, said } = await restore('gewist', [], settings);
    expect([code, said]).toEqual([0, expect.stringMatching(/1 erasures since were done again: [3-9] rows/)]);
    expect(await server.rows('gewist', 'select id from client')).toEqual([{ id: STAYS }]);
    expect(await server.rows('gewist', `select from search_entry where dossier_id = '${GONE}'`)).toEqual([]);
    expect(await server.rows('gewist', 'select dossier_id as id from retention_erasure')).toEqual([{ id: GONE }]);
    appendFileSync(erasures.file, 'x\n');
    const refused = await restore('niet', ['--erasures', heads], { TRAIL_PUBLIC_KEY: settings.TRAIL_PUBLIC_KEY });
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('line 2 of the register of erasures')]);
    expect(await isThere('niet')).toBe(false);
    await server.rows('postgres', 'drop database gewist');
    rmSync(heads, { recursive: true });
  }, 240_000);

  it('keeps the old database when the new one cannot take its name', async () => {
    const restoring = restore(NAME, ['--replace']);
    await until(() => isThere(`${NAME}_restoring`), restoring);
    const { rows: [{ pid }] } = await (await connect(`${NAME}_restoring`)).query<{ pid: number }>('select pg_backend_pid() as pid');
    // Deaf to being ended, so that the renaming cannot have what it waits for.
    process.kill(pid, 'SIGSTOP');
    const dropping = async () => (await server.rows('postgres', `select from pg_stat_activity where query like 'drop database%' or query = 'rollback'`)).length > 0;
    await until(dropping, restoring);
    process.kill(pid, 'SIGCONT');
    const { code, said } = await restoring;
    expect([code, said]).toEqual([1, expect.stringContaining(`Nothing was restored: database "${NAME}_restoring" is being accessed by other users`)]);
    expect(await server.databases()).toEqual([NAME]);
    expect(await marked(NAME)).toBe(true);
  }, 180_000);

  it('leaves alone a running portal, its password and whatever bears the name of what a restore makes', async () => {
    await server.rows('postgres', 'create database proef_fresh');
    expect(await restore('proef')).toEqual({ code: 1, said: expect.stringContaining('the database proef_fresh is there, and bears no mark of a restore') });
    expect(await server.databases()).toEqual(['proef_fresh', NAME]);
    await server.rows('postgres', 'drop database proef_fresh');
    expect(await restore('proef', [], { PORTAL_PASSWORD: 'een ander wachtwoord' })).toMatchObject({ code: 0 });
    const portal = new pg.Client({ connectionString: portalUrl });
    await portal.connect();
    await portal.end();
    await server.rows('postgres', 'drop database proef');
  }, 180_000);

  it('makes one restore wait for another, and removes what a killed one left', async () => {
    const first = restore('eerste');
    await until(() => isThere('eerste_restoring'), first);
    expect(await restore('eerste')).toEqual({ code: 1, said: expect.stringContaining('another restore runs on this server') });
    first.child.kill('SIGKILL');
    await first;
    expect(await server.databases()).toEqual(['eerste_fresh', 'eerste_restoring', NAME]);
    await until(async () => !(await server.rows('postgres', `select from pg_locks where locktype = 'advisory'`)).length);
    expect(await restore('eerste')).toMatchObject({ code: 0 });
    expect(await server.databases()).toEqual(['eerste', NAME]);
    await server.rows('postgres', 'drop database eerste');
  }, 180_000);

  it('replaces a database to which somebody is connected all the time', async () => {
    let isOver = false;
    let answers = 0;
    const coming = (async () => {
      while (!isOver) {
        const client = new pg.Client({ connectionString: server.url(NAME) });
        client.on('error', () => {});
        await client.connect().then(async () => {
          while (!isOver) answers += (await client.query('select')).rowCount ?? 0;
        }).catch(() => {});
        await client.end().catch(() => {});
      }
    })();
    // Whoever restores may not know with which password the portal runs.
    const keyOf = (name: string) => server.rows<{ inside: Buffer; outside: Buffer }>(name, 'select inside, outside from me.secret');
    const key = await keyOf(NAME);
    const restoring = restore(NAME, ['--replace'], { PORTAL_PASSWORD: 'een ander wachtwoord' });
    await until(() => isThere(`${NAME}_restoring`), restoring);
    // As what watches a server does.
    await connect(`${NAME}_restoring`);
    const { code, said } = await restoring;
    isOver = true;
    await coming;
    expect([code, said]).toEqual([0, expect.stringContaining(`${NAME} is as it stood at`)]);
    expect(answers).toBeGreaterThan(100);
    expect(await server.databases()).toEqual([NAME]);
    expect(await marked(NAME)).toBe(false);
    expect([key.length, await keyOf(NAME)]).toEqual([1, key]);
    expect(await server.rows('postgres', `select from pg_shdescription where classoid = 'pg_database'::regclass and description like '%npm run restore%'`)).toEqual([]);
  }, 180_000);

  it('ends in one sentence when the connection breaks that holds its moment, and leaves nothing behind', async () => {
    const other = path.join(folder, 'gebroken.backup');
    const lock = await connect(NAME);
    // Not counted, but dumped: pg_dump waits for it.
    await lock.query('begin; lock table sign_in in access exclusive mode');
    const making = backup(other);
    const held = `from pg_stat_activity where application_name = 'woonbrug-backup' and state = 'idle in transaction' and exists (select from pg_locks where not granted)`;
    await until(async () => (await server.rows('postgres', `select ${held}`)).length > 0, making);
    await server.rows('postgres', `select pg_terminate_backend(pid) ${held}`);
    const { code, said } = await making;
    expect([code, said.trim().split('\n').at(-1)]).toEqual([1, expect.stringContaining('There is no backup: the connection to the database broke')]);
    expect(said).not.toContain('    at ');
    expect(readdirSync(folder)).toEqual(['nacht.backup']);
  }, 120_000);

  it('disturbs nobody who writes the same file, and is not held up by one who was killed', async () => {
    const other = path.join(folder, 'opnieuw.backup');
    const [living, dead] = [process.pid, spawnSync('true').pid].map((pid) => `${other}.${pid}.part`);
    writeFileSync(living, '');
    expect(await backup(other)).toEqual({ code: 1, said: expect.stringContaining(`is being written by process ${process.pid}`) });
    rmSync(living);
    writeFileSync(dead, '');
    expect(await backup(other)).toMatchObject({ code: 0 });
    expect([existsSync(other), existsSync(dead)]).toEqual([true, false]);
  }, 120_000);
});
