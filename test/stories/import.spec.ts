import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { aClientRow, aRow, check, csvOf, enter } from './importing.js';

describe('a file of clients and of what already runs', () => {
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

  it('works', async () => {
    const file = csvOf([aRow('A-1'), aClientRow('A-2'), aRow('A-3', { Delen: 'Gezondheid en psychosociaal', Voornaam: '' })]);
    const report = await check(portal, ann, file);
    console.log(JSON.stringify(report, null, 1));
    console.log(JSON.stringify(await enter(portal, ann, file), null, 1));
    console.log(await truth.rows('select event, at, person_name, text, due from timeline_entry'), await truth.rows('select kind, due, remind_at, escalate, done_at from task'), await truth.rows('select * from notice'));
    expect(1).toBe(1);
  });
});
