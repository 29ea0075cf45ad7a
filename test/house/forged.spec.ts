import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Context, contextKey, contextKeyOf, enteringOn, NOBODY, Regime, Role, Units } from '#kernel';
import { createPortal } from '../../apps/api/src/portal.js';
import { Watch } from '../../apps/api/src/watch.js';
import { migrate } from '../../migrations/migrate.js';
import { freePort } from '../../scripts/ports.mjs';
import { Program } from '../api/process.js';
import { ann, bram, lies, tom } from '../cast/cast.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { copyDatabase } from '../support/database.js';
import { startPortal, type TestPortal } from '../support/portal.js';

/** Statements of somebody else's making under the portal's own role, in the middle of somebody's transaction (IJ-03). */
describe('a context that nobody sealed', () => {
  let portal: TestPortal;
  let truth: Truth;
  let app: pg.Client;
  let metricsUrl: string;
  let me: Context;
  let other: Context;
  let third: Context;

  beforeAll(async () => {
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    portal = await startPortal({ env: { METRICS_PORT: String(port) } });
    truth = await Truth.of(portal);
    for (const who of [ann, lies]) await scenes.aReferral(portal, who);
    const of = async (who: typeof ann, role?: Role): Promise<Context> => {
      const { id: personId, partnerId } = await truth.person(who);
      return { partnerId, personId, regime: Regime.PROFESSIONAL_SECRECY, role };
    };
    [me, other, third] = [await of(ann, Role.SOCIAL_WORKER), await of(lies, Role.SOCIAL_WORKER), await of(bram)];
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });
  beforeEach(async () => {
    app = await connected();
  });
  afterEach(() => app.end());

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await client.connect();
    return client;
  }
  const key = () => contextKeyOf(portal.settings.databaseUrl);
  const entering = (who: Context, client = app, durable = true) => enteringOn(client, key(), durable)(who);
  const enter = async (who = me) => {
    await app.query('begin');
    await app.query(entering(who));
  };
  const WHO = `select me.partner()::text as "partnerId", me.person()::text as "personId", me.regime() as regime, me.role() as role, (select count(*)::int from client where partner_id <> '{}') as others`;
  type Told = { partnerId: string | null; personId: string | null; regime: string | null; role: string | null; others: number };
  /** Whom the database takes this connection for, and how many rows it then shows that are not hers; or why it does not say. */
  const whoAmI = () => app.query<Told>(WHO.replace('{}', me.partnerId)).then(({ rows: [row] }) => row, ({ code, message }: { code: string; message: string }) => `${code} ${message}`);
  const hers = () => ({ ...me, others: 0 });
  /** What came of statements, one behind the other, in a transaction that she entered. */
  const after = async (...statements: (string | pg.QueryConfig)[]) => {
    await enter();
    const refused: string[] = [];
    for (const statement of statements) {
      await app.query('savepoint tried');
      await app.query(statement as string).catch(({ code }: { code: string }) => {
        refused.push(code);
        return app.query('rollback to tried');
      });
    }
    const found = await whoAmI();
    await app.query('rollback');
    return { refused, found };
  };
  const BAD = '28000 bad context';
  const set = (name: string, value: string | null | undefined) => `select set_config('app.${name}', '${value ?? ''}', true)`;

  it('is nobody\'s before anybody entered, and after the end of the transaction in which somebody did', async () => {
    const nobody = { partnerId: null, personId: null, regime: null, role: null, others: 0 };
    expect(await whoAmI()).toEqual(nobody);
    for (const end of ['commit', 'rollback']) {
      await enter();
      expect(await whoAmI()).toEqual(hers());
      await app.query(end);
      expect(await whoAmI()).toEqual(nobody);
    }
    await app.query(entering(NOBODY));
    expect(await whoAmI()).toEqual(nobody);
  });

  it('is refused whichever part of it is said without the seal, alone or together, for this transaction or for the session', async () => {
    const parts: [string, string | null | undefined][] = [['partner', other.partnerId], ['person', other.personId], ['regime', Regime.DISCRETION], ['role', Role.DPO]];
    for (const [name, value] of parts) {
      for (const said of [set(name, value), set(name, ''), `set local app.${name} = '${value}'`, `set app.${name} = '${value}'`, `set app.${name} to default`]) expect([said, await after(said)]).toEqual([said, { refused: [], found: BAD }]);
    }
    expect(await after(...parts.map(([name, value]) => set(name, value)))).toEqual({ refused: [], found: BAD });
    expect(await after(set('partner', `${me.partnerId}|${me.personId}`), set('person', ''))).toEqual({ refused: [], found: BAD });
    // All of it taken away is nobody, who sees nothing.
    expect(await after(...parts.map(([name]) => set(name, '')))).toEqual({ refused: [], found: { partnerId: null, personId: null, regime: null, role: null, others: 0 } });
  });

  it('is refused where nobody entered yet, and where somebody did before', async () => {
    await app.query(`set app.partner = '${other.partnerId}'`);
    expect(await whoAmI()).toMatch(/^55000 currval of sequence "entered"/);
    await enter();
    await app.query('commit');
    await app.query(`set app.partner = '${other.partnerId}'; set app.person = '${other.personId}'; set app.regime = '${other.regime}'; set app.role = '${other.role}'`);
    expect(await whoAmI()).toBe(BAD);
    await app.query(`set app.partner = '${me.partnerId}'; set app.person = '${me.personId}'; set app.regime = '${me.regime}'; set app.role = '${me.role}'`);
    expect(await whoAmI()).toBe(BAD);
    await app.query('discard sequences');
    expect(await whoAmI()).toMatch(/^55000/);
  });

  it('has no seal but that of its own words on its own connection', async () => {
    const sealed = entering(me).values as (string | null)[];
    const [partner, person, regime, role, durable, seal] = sealed;
    const theirs = entering(other).values;
    const elsewhere = await connected();
    const wrong: { [what: string]: unknown[] } = {
      'another partner': [theirs[0], person, regime, role, durable, seal], 'another person': [partner, theirs[1], regime, role, durable, seal], 'another regime': [partner, person, Regime.DISCRETION, role, durable, seal],
      'another role': [partner, person, regime, Role.DPO, durable, seal], 'another word on the disk': [partner, person, regime, role, 'off', seal], 'nobody in person': [partner, null, regime, role, durable, seal], 'no role': [partner, person, regime, null, durable, seal],
      'no partner': [null, person, regime, role, durable, seal], 'words moved over the divider': [partner, person, `${regime}|${role}`, durable, null, seal], 'and the other way': [partner, person, regime, `${role}|${durable}`, null, seal],
      'the seal of somebody else': [...sealed.slice(0, 5), theirs[5]], 'the seal of another connection': entering(me, elsewhere).values, 'somebody else, of another connection': entering(other, elsewhere).values,
      'another key': enteringOn(app, contextKey('of nobody'))(other).values, 'no seal': [...theirs.slice(0, 5), null], 'an empty one': [...theirs.slice(0, 5), Buffer.alloc(0)],
    };
    await elsewhere.end();
    for (const [what, values] of Object.entries(wrong)) expect([what, await after({ text: 'select me.enter($1, $2, $3, $4, $5, $6)', values })]).toEqual([what, { refused: ['28000'], found: hers() }]);
    // Its own serves again, for what it says.
    expect(await after(entering(me))).toEqual({ refused: [], found: hers() });
  });

  it('is not made by way of what keeps who entered, nor of what it hangs on', async () => {
    const REFUSED = {
      'select setval(\'me.entered\', 1)': '42501', 'select nextval(\'me.entered\')': '42501', 'select currval(\'me.entered\')': '42501', 'select last_value from me.entered': '42501', 'alter sequence me.entered restart': '42501', 'drop sequence me.entered': '42501',
      'select * from me.secret': '42501', 'select inside from me.secret': '42501', 'update me.secret set inside = \'\'': '42501', 'insert into me.secret (inside, outside) values (\'\', \'\')': '42501', 'copy me.secret to stdout': '42501', 'lock table me.secret': '42501',
      'set role woonbrug_owner': '42501', 'set session authorization woonbrug': '42501', 'create schema other': '42501', 'create function me.enter() returns void language sql as \'\'': '42501', 'create function public.sha256(bytea) returns bytea language sql as \'select $1\'': '42501', 'create or replace function me.partner() returns uuid language sql as \'select null::uuid\'': '42501', 'alter function me.partner() security invoker': '42501', 'drop schema me': '42501',
      'set session_replication_role = replica': '42501', 'set plpgsql.variable_conflict = use_column': '42501', 'select dblink(\'\', \'\')': '42883', 'create extension dblink': '42501', 'set transaction_timestamp = 0': '42704', 'load \'dblink\'': '42501',
    };
    for (const [statement, code] of Object.entries(REFUSED)) expect([statement, await after(statement)]).toEqual([statement, { refused: [expect.stringMatching(new RegExp(`^(${code}|58P01|0A000|42602)$`))], found: hers() }]);
    expect(await after('discard sequences')).toMatchObject({ found: expect.stringMatching(/^55000/) });
  });

  it('is not made by names that stand before ours', async () => {
    const first = 'set local search_path = pg_temp, public, pg_catalog';
    const FUNCTIONS = ['sha256(bytea) returns bytea', 'currval(regclass) returns bigint', 'currval(text) returns bigint', 'now() returns timestamptz', 'timestamptz_send(timestamptz) returns bytea', 'int8send(bigint) returns bytea', 'current_setting(text, boolean) returns text', 'convert_to(text, name) returns bytea', 'pg_backend_pid() returns int'];
    const made = [
      first, 'create temp sequence entered', `select setval('pg_temp.entered', 7)`, 'create temp table secret (one boolean, inside bytea, outside bytea)', `insert into secret values (true, '', '')`,
      `create function pg_temp.same(bytea, bytea) returns boolean language sql immutable as 'select true'`, 'create operator pg_temp.= (leftarg = bytea, rightarg = bytea, function = pg_temp.same)',
      ...FUNCTIONS.map((said) => `create function pg_temp.${said} language sql immutable as 'select null::${said.split(' ').at(-1)}'`),
      'create domain pg_temp.uuid as text', 'create domain pg_temp.bytea as text', 'create domain pg_temp.bigint as text', 'create domain pg_temp.text as pg_catalog.varchar',
    ];
    const { refused, found } = await after(...made);
    expect(refused).toEqual([]);
    expect(found).toEqual(hers());
    // Each session reads the functions anew, so they are read here where those names are first.
    await app.end();
    app = await connected();
    expect(await after(...made, set('partner', other.partnerId))).toEqual({ refused: [], found: BAD });
    expect(await after(...made, { text: 'select me.enter($1, $2, $3, $4, $5, $6)', values: [...entering(other).values.slice(0, 5), Buffer.alloc(32)] })).toMatchObject({ refused: ['28000'] });
  });

  it('is not made by row security that is off, by what was prepared, by a savepoint or by one that catches the refusal', async () => {
    expect(await after('set local row_security = off')).toEqual({ refused: [], found: expect.stringContaining('42501 query would be affected by row-level security') });
    expect(await after(`prepare forge as ${set('partner', other.partnerId)}`, 'execute forge')).toEqual({ refused: [], found: BAD });
    expect(await after(`do $$ begin perform set_config('app.partner', '${other.partnerId}', true); perform count(*) from client; exception when others then perform set_config('app.partner', '${other.partnerId}', true); end $$`)).toEqual({ refused: [], found: BAD });
    await app.query('deallocate forge');
    // The settings go back with a savepoint, what was entered does not: neither of both serves.
    await enter();
    await app.query('savepoint here');
    await app.query(entering(other));
    await app.query('rollback to here');
    expect(await whoAmI()).toBe(BAD);
    await app.query('rollback');
  });

  it('is not made of what was sealed before: an old seal gives what it gave, on the same connection alone', async () => {
    await enter(third);
    await app.query('commit');
    await enter();
    await app.query(set('partner', third.partnerId));
    await app.query(set('person', third.personId));
    await app.query(set('role', third.role));
    expect(await whoAmI()).toBe(BAD);
    await app.query('rollback');
    // What begins behind hers is not hers, in one message neither.
    const again = (who: Context) => `${set('partner', who.partnerId)}; ${set('person', who.personId)}; ${set('regime', who.regime)}; ${set('role', who.role)}; ${WHO.replace('{}', me.partnerId)}`;
    await enter();
    await expect(app.query(`commit; begin; ${again(other)}`)).rejects.toMatchObject({ code: '28000' });
    await app.query('rollback');
    await enter();
    await expect(app.query(`commit; begin; ${again(me)}`)).rejects.toMatchObject({ code: '28000' });
    await app.query('rollback');
  });

  it('asks for no number of the transaction', async () => {
    await enter();
    await whoAmI();
    expect((await app.query<{ number: string | null }>('select pg_current_xact_id_if_assigned()::text as number')).rows).toEqual([{ number: null }]);
    await app.query('rollback');
  });

  it('is refused in the portal itself, told in the log and counted; and its connection serves nobody any more', async () => {
    const units = portal.app.get(Units, { strict: false });
    const counted = async () => Number(/^woonbrug_forged_contexts_total (\d+)$/m.exec(await (await fetch(metricsUrl)).text())![1]);
    const told = () => portal.logs.filter((line) => line.includes('ALARM: a forged context was refused')).length;
    const injected = (...statements: string[]) => portal.app.get(Watch, { strict: false }).operation('Query.referrals').do(() => units.run(me, async (unit) => {
      const { rows: [{ pid }] } = await unit.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
      pids.push(pid);
      for (const text of statements) await unit.query({ text });
    }));
    const pids: number[] = [];
    expect(await counted()).toBe(0);
    await injected('select from client');
    expect([await counted(), told()]).toEqual([0, 0]);
    await expect(injected(set('partner', other.partnerId), 'select from client')).rejects.toMatchObject({ code: 'INTERNAL' });
    expect([await counted(), told()]).toEqual([1, 1]);
    await expect(injected(set('role', ''), 'insert into trail (partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) values (me.partner(), \'x\', \'x\', \'x\', \'x\', \'{}\', \'{}\', \'DONE\')')).rejects.toMatchObject({ code: 'INTERNAL' });
    expect([await counted(), told()]).toEqual([2, 2]);
    const [, ...forging] = pids;
    expect(await truth.rows('select pid from pg_stat_activity where pid = any($1)', [forging])).toEqual([]);
    expect((await portal.graphql('{ clients { nodes { id } } }', {}, tom)).errors?.[0].extensions.code).not.toBe('INTERNAL');
    expect((await portal.graphql('{ referrals { nodes { id } } }', {}, ann)).errors).toBeUndefined();
  });

  it('cannot begin at all where the database keeps another key: neither api nor worker starts, and both say what to do', async () => {
    const database = await copyDatabase();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      const settings = { ...portal.settings, databaseUrl: database.url, metrics: undefined };
      await owner.query(`update me.secret set inside = outside`);
      const closed = await createPortal(settings, { write: () => {} });
      await expect(closed.init()).rejects.toThrow(/does not know the key that comes with the password in DATABASE_URL: let migrate run/);
      const worker = new Program('worker', database.url);
      await expect(worker.start()).rejects.toThrow(/The worker does not start:\n- The database does not know the key/);
      await worker.remove();
      const name = new URL(database.url).pathname.slice(1);
      const at = (address = 'postgres') => Object.assign(new URL(database.ownerUrl), { pathname: `/${address}` }).href;
      // The password of all tests: the role is theirs too.
      await migrate(at, name, decodeURIComponent(new URL(database.url).password), { keeps: true });
      const opened = await createPortal(settings, { write: () => {} });
      await opened.init();
      await opened.close();
    } finally {
      await owner.end();
      await database.drop();
    }
  });
});
