import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { regimeOf } from '#directory';
import { type PartnerKind, Role } from '#kernel';
import { book } from '#privacy';
import { type Comparison, definers, policies, retention, rights, role, tables, views } from '../house/catalog.js';
import { behindTheWall, type Me } from '../house/memory.js';
import { aWorld, type Row, WALLED, writeWorld } from '../house/world.js';
import { enter } from '../support/context.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';

/** A wall with one fault put into it; `table` when rows of it may be seen otherwise. */
type Mutant = { what: string; sql: string; table?: string };
type Policy = { table: string; name: string; command: string; permissive: boolean; using: string | null; check: string | null };

const COMMANDS: { [letter: string]: string } = { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': 'all' };
const ROWS = 'test/house/agreement.spec.ts › gives behind row-level security what it gives without, as far as it is addressed to the reader';
const CATALOG: { [test: string]: (source: { rows: <T extends object>(sql: string) => Promise<T[]> }) => Promise<Comparison> } = { tables, policies, views, definers, role, rights, retention };
const TOLD: { [comparison: string]: string } = {
  tables: 'knows no table that is neither walled nor known to be open', policies: 'holds for the portal exactly these policies, word for word', views: 'has no view through which rows could pass',
  definers: 'runs as its owner these functions and no other, word for word', role: 'lets the portal own nothing, be nobody else and make nothing', retention: 'lets the role of retention delete what tells of a dossier, all of that, and nothing else', rights: 'lets the portal write what it must and delete nothing but sessions',
};

describe('each mutant of the walls', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let readers: Me[];
  /** What each reader must see of each walled table, worked out without a line of SQL. */
  const wanted = new Map<string, string[][]>();
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => (await owner.query<T>(sql, values)).rows;

  beforeAll(async () => {
    database = await copyDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c timezone=UTC -c jit=off' });
    await owner.connect();
    const partners = await rows<{ id: string; kind: PartnerKind }>('select id, kind from partner order by key');
    const world = aWorld(partners.map(({ id }) => id), 90, 20261130);
    await writeWorld(owner, world);
    for (const { table } of WALLED()) world.rows[table] = (await rows<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`)).map(({ row }) => row);
    readers = Object.keys(book.capacities).flatMap((capacity) => {
      const [partnerKind, of] = capacity.split('/') as [PartnerKind, Role];
      const partner = partners.find(({ kind }) => kind === partnerKind)!;
      return world.persons.get(partner.id)!.slice(0, of === Role.SOCIAL_WORKER ? 2 : 1).map((personId): Me => ({ partnerId: partner.id, personId, partnerKind, role: of, regime: regimeOf(partnerKind, of), political: false }));
    });
    for (const record of WALLED()) wanted.set(record.table, readers.map((me) => world.rows[record.table].filter((row) => behindTheWall(world, me, record, row)).map(({ id }) => id).sort()));
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  /** Whether somebody sees a row that she must not see, or misses one. */
  async function seesOtherwise(table: string): Promise<boolean> {
    await owner.query('set local role portal');
    try {
      for (const [at, me] of readers.entries()) {
        await enter(owner, me);
        const seen = await rows<{ id: string }>(`select id from ${table} order by id`);
        if (seen.map(({ id }) => id).sort().join() !== wanted.get(table)![at].join()) return true;
      }
      return false;
    } finally {
      await owner.query('reset role');
    }
  }

  /** The test that turns red with this fault in the database; rolled back. */
  async function killerOf({ sql, table }: Mutant): Promise<string | undefined> {
    await owner.query('begin');
    try {
      await owner.query(sql);
      if (table && wanted.has(table)) {
        // A wall that no longer answers shows nothing, which the rows tell as well.
        await owner.query('savepoint looked');
        const otherwise = await seesOtherwise(table).catch(() => true);
        await owner.query('rollback to looked');
        if (otherwise) return ROWS;
      }
      for (const [name, compare] of Object.entries(CATALOG)) {
        const { found, wanted: should } = await compare({ rows });
        if (JSON.stringify(found) !== JSON.stringify(should)) return `test/house/catalog.spec.ts › ${TOLD[name]}`;
      }
      return undefined;
    } finally {
      await owner.query('rollback');
    }
  }

  const policiesOf = () => rows<Policy>(`select c.relname as table, p.polname as name, p.polcmd as command, p.polpermissive as permissive, pg_get_expr(p.polqual, c.oid) as using, pg_get_expr(p.polwithcheck, c.oid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace and p.polname <> 'house' order by 1, 2`);

  async function* mutants(): AsyncGenerator<Mutant> {
    for (const { table, name, command, permissive, using, check } of await policiesOf()) {
      const at = `policy ${name} on ${table}`;
      const on = `"${name}" on "${table}"`;
      const reads = command === 'r' || command === '*';
      const again = (change: Partial<Policy> & { to?: string }) => {
        const { permissive: open, using: shown, check: written, to = 'portal' } = { permissive, using, check, ...change };
        return `drop policy ${on}; create policy ${on} as ${open ? 'permissive' : 'restrictive'} for ${COMMANDS[command]} to ${to}${shown ? ` using (${shown})` : ''}${written ? ` with check (${written})` : ''}`;
      };
      yield { what: `${at}: dropped`, sql: `drop policy ${on}`, table: reads ? table : undefined };
      if (using && using !== 'true') yield { what: `${at}: using (true)`, sql: again({ using: 'true' }), table: reads ? table : undefined };
      if (using) yield { what: `${at}: turned round`, sql: again({ using: `not coalesce((${using}), false)` }), table: reads ? table : undefined };
      if (check) yield { what: `${at}: with check (true)`, sql: again({ check: 'true' }) };
      if (using && !check && command !== 'r') yield { what: `${at}: checks nothing that is written`, sql: again({ check: 'true' }) };
      yield { what: `${at}: ${permissive ? 'restrictive' : 'permissive'}`, sql: again({ permissive: !permissive }), table: reads ? table : undefined };
      yield { what: `${at}: for everybody`, sql: again({ to: 'public' }) };
    }
    for (const { name, walled } of await rows<{ name: string; walled: boolean }>(`select relname as name, relrowsecurity as walled from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`)) {
      if (walled) yield { what: `table ${name}: the wall does not bind its owner`, sql: `alter table "${name}" no force row level security` };
      if (walled) yield { what: `table ${name}: no wall`, sql: `alter table "${name}" disable row level security`, table: name };
      for (const right of ['insert', 'update', 'delete', 'truncate']) {
        const [{ has }] = await rows<{ has: boolean }>(`select has_table_privilege('portal', '${name}', '${right}') as has`);
        yield has ? { what: `table ${name}: the portal may not ${right}`, sql: `revoke ${right} on "${name}" from portal` } : { what: `table ${name}: the portal may ${right}`, sql: `grant ${right} on "${name}" to portal` };
      }
    }
    for (const { says, config, called } of await rows<{ says: string; config: boolean; called: boolean }>(`select p.oid::regprocedure::text as says, p.proconfig is not null as config, p.prorettype <> 'trigger'::regtype as called from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)) {
      yield { what: `function ${says}: runs as who asks`, sql: `alter function ${says} security invoker` };
      if (config) yield { what: `function ${says}: any search path`, sql: `alter function ${says} reset search_path` };
      // Nobody calls what only a trigger can.
      if (called) yield { what: `function ${says}: for everybody`, sql: `grant execute on function ${says} to public` };
    }
    for (const right of ['bypassrls', 'superuser', 'createrole', 'createdb']) yield { what: `role portal: ${right}`, sql: `alter role portal ${right}` };
    for (const right of ['bypassrls', 'superuser', 'login']) yield { what: `role of retention: ${right}`, sql: `alter role woonbrug_retention ${right}` };
    yield { what: 'role of retention: may delete partners', sql: 'grant delete on partner to woonbrug_retention' };
    yield { what: 'role of retention: may not delete notes', sql: 'revoke delete on note from woonbrug_retention' };
    yield { what: 'role portal: is also that of retention', sql: 'grant woonbrug_retention to portal' };
    yield { what: 'role portal: is also the owner', sql: 'grant woonbrug_owner to portal' };
    yield { what: 'role portal: makes tables', sql: 'grant create on schema public to portal' };
    yield { what: 'role portal: reads the key of the seals', sql: 'grant select (inside, outside) on me.secret to portal' };
    for (const right of ['select', 'usage', 'update']) yield { what: `role portal: ${right} of who entered`, sql: `grant ${right} on sequence me.entered to portal` };
    yield { what: 'a view of all clients', sql: 'create view all_clients as select * from client' };
  }

  it('is none: the walls themselves are killed by nobody', async () => {
    for (const table of wanted.keys()) expect([table, await killerOf({ what: 'nothing', sql: 'select', table })]).toEqual([table, undefined]);
    expect([...wanted.values()].flat(2).length).toBeGreaterThan(1000);
  }, 600_000);

  it('is killed by a test', async () => {
    const killed = new Map<string, number>();
    const survivors: string[] = [];
    for await (const mutant of mutants()) {
      const test = await killerOf(mutant);
      if (test) killed.set(test, (killed.get(test) ?? 0) + 1);
      else survivors.push(mutant.what);
    }
    const all = [...killed.values()].reduce((sum, count) => sum + count, survivors.length);
    process.stderr.write(`${all} mutants of the walls\n${[...killed].map(([test, count]) => `${String(count).padStart(7)}  ${test}\n`).join('')}${String(survivors.length).padStart(7)}  survive\n`);
    expect(survivors).toEqual([]);
    expect(all).toBeGreaterThan(800);
  }, 3_600_000);
});
