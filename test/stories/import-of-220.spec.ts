import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { aClientRow, aRow, type Cells, csvOf, enter, FAULTS, sizes, uploadTo, headersOf } from './importing.js';
import { read } from './shown.js';

/** As many as the Woondienst guided intensively in 2024 (domain A15); one in ten is broken, each in its own way. */
const ROWS: Cells[] = Array.from({ length: 220 }, (_, at) => (at % 10 === 4 ? aRow(`P-${at}`, FAULTS[(at - 4) / 10][1]) : at % 3 === 0 ? aClientRow(`P-${at}`) : aRow(`P-${at}`)));
const BROKEN = ROWS.flatMap((_, at) => (at % 10 === 4 ? [at] : []));

describe('two hundred and twenty files of an OCMW, one in ten of them broken', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  it('are entered in well under a minute, each broken one named with its reason', async () => {
    const [headers, file] = [await headersOf(portal, ann), csvOf(ROWS)];
    const checked = await uploadTo(portal.url, headers, file);
    const began = performance.now();
    const report = await uploadTo(portal.url, headers, file, checked.hash);
    const took = performance.now() - began;
    expect(took).toBeLessThan(60_000);
    expect(report.counts).toEqual({ FITS: 0, ENTERED: 198, PRESENT: 0, DIFFERS: 0, FAULTY: 22 });
    expect(report.lines.filter(({ fate }) => fate === 'FAULTY').map(({ row }) => row - 2)).toEqual(BROKEN);
    BROKEN.forEach((at, index) => {
      const [what, , column, says] = FAULTS[index];
      expect([what, report.lines[at].remarks.some((each) => each.column === column && says.test(each.says))]).toEqual([what, true]);
    });
    // The check had told the same of each row.
    expect(checked.lines.map(({ fate, remarks }) => [fate, remarks.filter(({ column }) => column)])).toEqual(report.lines.map(({ fate, remarks }) => [fate === 'ENTERED' ? 'FITS' : fate, remarks]));
  }, 180_000);

  it('are whole: each has all that belongs to it, and a broken one has nothing', async () => {
    const [sum] = await truth.rows(`select (select count(*)::int from client) clients, (select count(*)::int from imported_row) rows, (select count(*)::int from referral) referrals, (select count(*)::int from answer where state = 'NEW') answers,
      (select count(*)::int from agreement) agreements, (select count(*)::int from share) shares, (select count(*)::int from receipt) receipts, (select count(*)::int from own_number) numbers, (select count(*)::int from client_file) files,
      (select count(*)::int from task where done_at is null) tasks, (select count(*)::int from dossier) dossiers, (select count(*)::int from notice) notices`);
    const referrals = ROWS.filter((row, at) => row.Doorverwijzing && at % 10 !== 4).length;
    expect(sum).toEqual({ clients: 198, rows: 198, referrals, answers: referrals, agreements: referrals, shares: referrals, receipts: referrals, numbers: referrals, files: referrals, tasks: 2 * referrals, dossiers: 198 + referrals, notices: 1 });
    const told = await truth.rows<{ event: string; n: number }>('select event, count(*)::int n from timeline_entry group by event');
    expect(Object.fromEntries(told.map(({ event, n }) => [event, n]))).toEqual({ CLIENT_OPENED: 198, ...Object.fromEntries(['DRAFTED', 'SENT', 'DELIVERED', 'IMPORTED', 'OWN_NUMBER'].map((event) => [event, referrals])) });
    expect(await truth.rows(`select r.id from referral r where r.state <> 'DELIVERED' or not exists (select from party p where p.dossier_id = r.id and p.roles = array['RECEIVER'])`)).toEqual([]);
    expect((await read(portal, bram, '{ referrals(first: 50) { nodes { id } } }')).referrals.nodes).toHaveLength(50);
  });

  it('change nothing when the same file comes again', async () => {
    const before = await sizes(truth);
    const report = await enter(portal, ann, csvOf(ROWS));
    expect(report.counts).toEqual({ FITS: 0, ENTERED: 0, PRESENT: 198, DIFFERS: 0, FAULTY: 22 });
    expect(await sizes(truth)).toEqual(before);
  }, 120_000);

  it('are all there once the broken ones are mended in the file', async () => {
    const mended = ROWS.map((row, at) => (at % 10 === 4 ? aRow(`P-${at}`) : row));
    expect((await enter(portal, ann, csvOf(mended))).counts).toEqual({ FITS: 0, ENTERED: 22, PRESENT: 198, DIFFERS: 0, FAULTY: 0 });
    expect(await truth.rows('select count(*)::int as n, count(distinct reference)::int as different from imported_row')).toEqual([{ n: 220, different: 220 }]);
  }, 120_000);
});
