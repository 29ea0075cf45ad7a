import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann } from '../cast/cast.js';
import { someone } from '../cast/scenes.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const OPEN = 'mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { version } }';

describe('a portal behind a proxy, that answers two at once and lets one wait', () => {
  let portal: TestPortal;
  let owner: pg.Client;
  let blocker: pg.Client;
  let headers: Record<string, string>;
  beforeAll(async () => {
    portal = await startPortal({ env: { REQUESTS_AT_ONCE: '2', REQUESTS_WAITING: '1', TRUST_PROXY: 'loopback' } });
    [owner, blocker] = [new pg.Client(portal.ownerUrl), new pg.Client(portal.ownerUrl)];
    await Promise.all([owner.connect(), blocker.connect()]);
    headers = { 'content-type': 'application/json', authorization: `Bearer ${await portal.signIn(ann.as)}`, 'x-capacity': (await portal.session(ann.as)).capacities[0].id };
  });
  afterAll(async () => {
    await Promise.all([owner.end(), blocker.end()]);
    await portal.stop();
  });

  const write = (signal?: AbortSignal) => fetch(`${portal.url}/graphql`, { method: 'POST', headers, signal, body: JSON.stringify({ query: OPEN, variables: { key: randomUUID(), input: someone } }) });
  const inTheDatabase = async () => (await owner.query(`select from pg_stat_activity where datname = current_database() and usename = 'portal' and wait_event_type = 'Lock'`)).rowCount;
  /** Two are inside and get no further. */
  async function full(): Promise<Promise<Response>[]> {
    await blocker.query('begin; lock table client in exclusive mode');
    const inside = [write(), write()];
    while ((await inTheDatabase()) !== 2) await sleep(10);
    return inside;
  }
  const code = async (answer: Response) => ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0].extensions.code;

  it('refuses the others at once, says when to come back, and answers whom it let in', async () => {
    const inside = await full();
    const waits = write();
    await sleep(50);
    const start = performance.now();
    const refused = await write();
    expect([refused.status, refused.headers.get('retry-after'), await code(refused)]).toEqual([503, '2', 'UNAVAILABLE']);
    expect(performance.now() - start).toBeLessThan(500);
    await blocker.query('rollback');
    expect((await Promise.all([...inside, waits])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await write()).status).toBe(200);
  });

  it('says that it is there, and hears who signed out, however busy it is', async () => {
    const inside = await full();
    const waits = write();
    await sleep(50);
    expect((await write()).status).toBe(503);
    for (const address of ['/health/live', '/health/ready', '/config.json', '/']) expect([address, (await fetch(`${portal.url}${address}`)).status]).toEqual([address, address === '/' ? 404 : 200]);
    const ended = await fetch(`${portal.url}/session/ended`, { method: 'POST', body: new URLSearchParams({ logout_token: 'x' }) });
    expect([ended.status, await code(ended)]).toEqual([400, 'BAD_REQUEST']);
    await blocker.query('rollback');
    await Promise.all([...inside, waits]);
  });

  it('gives the place of who goes away to the next, and lets nobody wait for long', async () => {
    const inside = await full();
    const leaving = new AbortController();
    const left = write(leaving.signal).catch(() => 'left');
    await sleep(50);
    leaving.abort();
    expect(await left).toBe('left');
    await sleep(50);
    const start = performance.now();
    const waited = await write();
    expect([waited.status, waited.headers.get('retry-after')]).toEqual([503, '2']);
    expect(performance.now() - start).toBeGreaterThan(1500);
    await blocker.query('rollback');
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('takes from the proxy where somebody asks from, and nothing that she said herself', async () => {
    const guess = async (forwarded: string) => (await fetch(`${portal.url}/sign/${randomUUID()}`, { headers: { 'x-forwarded-for': forwarded } })).status;
    for (let times = 0; times < 100; times += 1) expect(await guess(`10.0.0.${times}, 192.0.2.7`)).toBe(404);
    expect([await guess('192.0.2.7'), await guess('192.0.2.8, 192.0.2.7'), await guess('192.0.2.8')]).toEqual([429, 429, 404]);
  });
});
