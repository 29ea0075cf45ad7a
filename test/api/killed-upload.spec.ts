import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann } from '../cast/cast.js';
import { formOf, text } from '../cast/files.js';
import { someone } from '../cast/scenes.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { Program } from './process.js';

describe('a portal that is killed while somebody adds a file', () => {
  let database: TestDatabase;
  let api: Program;
  let owner: pg.Client;
  let blocker: pg.Client;
  let dossierId: string;
  beforeAll(async () => {
    database = await copyDatabase();
    [owner, blocker] = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)];
    await Promise.all([owner.connect(), blocker.connect()]);
    api = await new Program('api', database.url).start();
    const { data } = await api.ask(ann, 'mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id } }', { key: randomUUID(), input: someone });
    dossierId = data!.openClient.id;
  });
  afterAll(async () => {
    await api?.remove();
    await Promise.all([owner.end(), blocker.end()]);
    await database.drop();
  });

  const add = async (key: string) => fetch(`${api.url}/attachment`, { method: 'POST', headers: await api.headers(ann), body: formOf(dossierId, text(), { key }) });
  const kept = async () => (await owner.query<{ files: number; contents: number; acts: number }>(`select (select count(*) from attachment)::int files, (select count(*) from attachment_content)::int contents, (select count(*) from trail where operation = 'addAttachment' and outcome = 'DONE')::int acts`)).rows[0];
  async function until(sql: string): Promise<void> {
    while (!(await owner.query<{ so: boolean }>(`select ${sql} as so`)).rows[0].so) await sleep(10);
  }

  // The line of the trail leaves with the commit behind it.
  it.each([['nothing', 'attachment'], ['nothing', 'attachment_content'], ['all of it', 'trail']])('has kept %s when it dies at the table %s, and the repetition keeps it once', async (what, table) => {
    const before = await kept();
    const key = randomUUID();
    await blocker.query(`begin; lock table ${table} in exclusive mode`);
    const lost = add(key).then(({ status }) => status, () => 'lost');
    await until(`exists (select from pg_stat_activity where datname = current_database() and usename = 'portal' and wait_event_type = 'Lock')`);
    await api.end('SIGKILL');
    expect(await lost).toBe('lost');
    await blocker.query('rollback');
    await until(`not exists (select from pg_stat_activity where datname = current_database() and usename = 'portal')`);
    const once = { files: before.files + 1, contents: before.contents + 1, acts: before.acts + 1 };
    expect(await kept()).toEqual(what === 'nothing' ? before : once);
    await api.start();
    expect([(await add(key)).status, (await add(key)).status]).toEqual([201, 201]);
    expect(await kept()).toEqual(once);
  });
});
