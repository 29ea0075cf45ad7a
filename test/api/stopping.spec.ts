import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann } from '../cast/cast.js';
import { someone } from '../cast/scenes.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { Program } from './process.js';

const OPEN = 'mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id version } }';

describe('a portal that is told to stop', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await copyDatabase();
    owner = new pg.Client(database.ownerUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await sleep(10);
  }
  const blocked = async () => Boolean((await owner.query(`select from pg_stat_activity where datname = current_database() and usename = 'portal' and wait_event_type = 'Lock'`)).rowCount);

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s finishes what it is at, and says that it takes no more', async (signal) => {
    const api = await new Program('api', database.url, { DRAIN_NOTICE: '1' }).start();
    await api.headers(ann);
    await owner.query('begin; lock table client in exclusive mode');
    const underWay = api.ask(ann, OPEN, { key: randomUUID(), input: someone });
    await until(blocked);
    const ended = api.end(signal);
    await until(async () => (await fetch(`${api.url}/health/ready`)).status === 503);
    expect(api.process.exitCode).toBeNull();
    await owner.query('rollback');
    const { status, data } = await underWay;
    expect([status, data?.openClient.version, await ended]).toEqual([200, 1, 0]);
    expect((await owner.query('select 1 from client where id = $1', [data!.openClient.id])).rowCount).toBe(1);
    await expect(fetch(`${api.url}/health/live`)).rejects.toThrow();
    await api.remove();
  });

  it('lets go of its database', async () => {
    await until(async () => !(await owner.query(`select from pg_stat_activity where datname = current_database() and usename = 'portal'`)).rowCount);
  });
});
