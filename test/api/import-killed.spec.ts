import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { aRow, csvOf, type Report, sizes, uploadTo } from '../stories/importing.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { Program } from './process.js';

const ROWS = Array.from({ length: 60 }, (_, at) => aRow(`Q-${at}`));

describe('a portal that is killed while it enters a file', () => {
  let database: TestDatabase;
  let api: Program;
  let truth: Truth;
  beforeAll(async () => {
    database = await copyDatabase();
    truth = await Truth.of(database);
    api = await new Program('api', database.url).start();
  });
  afterAll(async () => {
    await api?.remove();
    await truth.close();
    await database.drop();
  });

  const entered = async (): Promise<number> => (await truth.rows<{ n: number }>('select count(*)::int n from imported_row'))[0].n;
  /** Every count that one row brings, in the order of the query: no row may be there in part. */
  const parts = () => truth.rows<{ [part: string]: number }>(`select (select count(*)::int from client) clients, (select count(*)::int from referral where state = 'DELIVERED') referrals, (select count(*)::int from answer) answers, (select count(*)::int from share) shares,
    (select count(*)::int from agreement) agreements, (select count(*)::int from own_number) numbers, (select count(*)::int from receipt) receipts, (select count(*)::int from client_file) files, (select count(*)::int from timeline_entry where event = 'IMPORTED') told`);

  it('has entered whole rows only, again and again, and the repetition enters the rest once', async () => {
    const file = csvOf(ROWS);
    const { hash } = await uploadTo(api.url, await api.headers(ann), file);
    for (const until of [7, 29]) {
      const running = uploadTo(api.url, await api.headers(ann), file, hash).then(() => 'whole', () => 'lost');
      while ((await entered()) < until) await sleep(5);
      await api.end('SIGKILL');
      expect(await running).toBe('lost');
      const n = await entered();
      expect(n).toBeLessThan(ROWS.length);
      expect(await parts()).toEqual([{ clients: n, referrals: n, answers: n, shares: n, agreements: n, numbers: n, receipts: n, files: n, told: n }]);
      await api.start();
    }
    const before = await entered();
    const report: Report = await uploadTo(api.url, await api.headers(ann), file, hash);
    expect(report.counts).toEqual({ FITS: 0, ENTERED: ROWS.length - before, PRESENT: before, DIFFERS: 0, FAULTY: 0 });
    const n = ROWS.length;
    expect(await parts()).toEqual([{ clients: n, referrals: n, answers: n, shares: n, agreements: n, numbers: n, receipts: n, files: n, told: n }]);
    const whole = await sizes(truth);
    expect((await uploadTo(api.url, await api.headers(ann), file, hash)).counts.PRESENT).toBe(n);
    expect(await sizes(truth)).toEqual(whole);
  }, 180_000);
});
