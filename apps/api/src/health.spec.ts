import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startPortal, type TestPortal } from '../../../test/support/portal.js';
import { Drain } from './health.js';

describe('the health of the portal', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal()));
  afterAll(() => portal.stop());

  const ask = (path: string) => fetch(`${portal.url}/health/${path}`);

  it('is good when it runs and reaches its database', async () => {
    expect([(await ask('live')).status, (await ask('ready')).status]).toEqual([200, 200]);
  });

  it('is not ready without its database, and does not say why', async () => {
    const database = portal.app.get(DataSource);
    const query = database.query.bind(database);
    const manager = database.manager.query.bind(database.manager);
    const broken = async () => Promise.reject(new Error('password authentication failed for portal'));
    Object.assign(database, { query: broken });
    Object.assign(database.manager, { query: broken });
    const response = await ask('ready');
    expect([response.status, await response.text()]).toEqual([503, expect.not.stringContaining('password')]);
    expect((await ask('live')).status).toBe(200);
    Object.assign(database, { query });
    Object.assign(database.manager, { query: manager });
    expect((await ask('ready')).status).toBe(200);
  });

  it('is not ready any more while it drains, and waits for who is being answered', async () => {
    const drain = portal.app.get(Drain);
    const listeners: (() => void)[] = [];
    const response = { once: (_: string, listener: () => void) => listeners.push(listener) };
    drain.count({} as never, response as never, () => undefined);
    let finished = false;
    const finishing = drain.finish(0, 5000).then(() => (finished = true));
    const answer = await ask('ready');
    expect([answer.status, ((await answer.json()) as { errors: { extensions: object }[] }).errors[0].extensions]).toEqual([503, { code: 'UNAVAILABLE' }]);
    expect((await ask('live')).status).toBe(200);
    expect(finished).toBe(false);
    listeners.forEach((listener) => listener());
    await finishing;
    expect(finished).toBe(true);
  });

  it('does not wait for ever', async () => {
    const drain = new Drain();
    drain.count({} as never, { once: () => undefined } as never, () => undefined);
    const start = performance.now();
    await drain.finish(0, 100);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
