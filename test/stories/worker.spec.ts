import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program } from '../api/process.js';
import { ann, bram, hilde, sofie } from '../cast/cast.js';
import { aReferral, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';
import { worklistOf } from './worklist.js';

describe('the worker', () => {
  let portal: TestPortal;
  let truth: Truth;
  let worker: Program;
  let late: Referral;
  let fresh: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    setClock(portal, '2026-03-10T10:00:00Z');
    late = await aReferral(portal);
    setClock(portal, new Date().toISOString());
    fresh = await aReferral(portal);
    worker = new Program('worker', portal.settings.databaseUrl);
  });
  afterAll(async () => {
    await worker.remove();
    await truth.close();
    await portal.stop();
  });

  async function until(sql: string): Promise<void> {
    while (!(await truth.rows<{ so: boolean }>(`select (${sql}) as so`))[0].so) await sleep(50);
  }
  const escalations = () => truth.rows<{ partner: string }>(`select o.short_name as partner from task t join partner o on o.id = t.partner_id where t.kind = 'ESCALATED' order by 1`);

  it('does what passed while none ran, as soon as it starts, and again each minute', async () => {
    await worker.start();
    await until(`exists (select from task where kind = 'ESCALATED')`);
    expect(await escalations()).toEqual([{ partner: 'OCMW Ledegem' }, { partner: 'Woondienst' }]);
    for (const who of [hilde, sofie]) expect([who.as, (await worklistOf(portal, who, late.id)).TODO]).toEqual([who.as, ['ESCALATED COORDINATOR']]);
    expect((await worklistOf(portal, bram, fresh.id)).TODO).toEqual(['DECIDE HOUSING_COUNSELLOR']);
    // One that dies in the middle keeps the others waiting for so long.
    expect(await truth.rows(`select distinct expire_seconds from pgboss.job where name = 'terms'`)).toEqual([{ expire_seconds: 60 }]);
    expect(await truth.rows(`select cron from pgboss.schedule where name = 'terms'`)).toEqual([{ cron: '* * * * *' }]);
  });

  it('runs once at a time, and repeats nothing when it starts again', async () => {
    expect(await worker.end('SIGKILL')).toBe('SIGKILL');
    const before = await truth.rows<{ n: number }>(`select count(*)::int n from pgboss.job where name = 'terms' and state = 'completed'`);
    await Promise.all([worker.start(), new Program('worker', portal.settings.databaseUrl).start().then((second) => (extra = second))]);
    await until(`(select count(*) from pgboss.job where name = 'terms' and state = 'completed') > ${before[0].n}`);
    expect(await escalations()).toHaveLength(2);
    expect((await worklistOf(portal, ann, late.id)).OVERDUE).toEqual(['AWAIT_ANSWER mine']);
  });
  let extra: Program | undefined;
  afterAll(() => extra?.remove());

  it('stops when it is told to', async () => {
    expect(await worker.end('SIGTERM')).toBe('SIGTERM');
    expect(worker.output).not.toMatch(/"level":50/);
  });
});
