import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { definers } from '../house/catalog.js';
import { arrange, type Gate, GATES, toldBy } from '../house/gates.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { unguarded } from './guards.js';

type Definer = { name: string; says: string; body: string; whole: string };

/** Every function that runs as its owner, with one of its conditions taken away: in a transaction that is rolled back. */
describe('each mutant of what runs as the owner', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  const rows = async <T extends object>(sql: string): Promise<T[]> => (await owner.query<T>(sql)).rows;

  beforeAll(async () => {
    database = await copyDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c timezone=UTC -c jit=off' });
    await owner.connect();
    await arrange(owner);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  /** Those of the function itself first. */
  const asked = (name: string): Gate[] => GATES.filter(({ of }) => of === name);

  async function killerOf({ name, body, whole }: Definer, mutant: string | undefined): Promise<string | undefined> {
    await owner.query('begin');
    try {
      if (mutant !== undefined) await owner.query(whole.replace(body, () => mutant));
      for (const gate of asked(name)) if ((await toldBy(owner, gate)) !== gate.told) return `test/house/gates.spec.ts › tells each no more than is hers: ${name}`;
      await owner.query('reset role');
      const { found, wanted } = await definers({ rows });
      return JSON.stringify(found) === JSON.stringify(wanted) ? undefined : 'test/house/catalog.spec.ts › runs as its owner these functions and no other, word for word';
    } finally {
      await owner.query('rollback');
    }
  }

  const all = () => rows<Definer>(`select p.proname as name, p.oid::regprocedure::text as says, p.prosrc as body, pg_get_functiondef(p.oid) as whole
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);

  it('is none: what stands there is killed by nobody', async () => {
    for (const definer of await all()) expect([definer.says, await killerOf(definer, undefined)]).toEqual([definer.says, undefined]);
  }, 600_000);

  it('is killed by a test', async () => {
    const killed = new Map<string, number>();
    const survivors: string[] = [];
    for (const definer of await all())
      for (const { what, body } of unguarded(definer.body)) {
        const test = await killerOf(definer, body);
        if (test) killed.set(test, (killed.get(test) ?? 0) + 1);
        else survivors.push(`${definer.says}: ${what}`);
      }
    const count = [...killed.values()].reduce((sum, each) => sum + each, survivors.length);
    process.stderr.write(`${count} mutants of what runs as the owner\n${[...killed].sort(([, a], [, b]) => b - a).map(([test, each]) => `${String(each).padStart(7)}  ${test}\n`).join('')}${String(survivors.length).padStart(7)}  survive\n`);
    expect(survivors).toEqual([]);
    expect(count).toBeGreaterThan(900);
  }, 3_600_000);
});
