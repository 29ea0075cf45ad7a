import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo } from '../../apps/setup/src/setup.js';
import { Truth } from '../cast/truth.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';

describe('the demo of npm start', () => {
  let database: TestDatabase;
  let truth: Truth;
  beforeAll(async () => {
    database = await copyDatabase();
    truth = await Truth.of(database);
  });
  afterAll(async () => {
    await truth.close();
    await database.drop();
  });

  const sizes = async () => (await truth.rows<{ [table: string]: number }>('select (select count(*)::int from client) clients, (select count(*)::int from referral) referrals, (select count(*)::int from answer) answers, (select count(*)::int from consult) consults, (select count(*)::int from message) messages, (select count(*)::int from mediation_case) mediations, (select count(*)::int from trail) acts'))[0];

  it('plays its stories through the services, and once', async () => {
    await loadDemo(database.ownerUrl, database.url);
    const played = await sizes();
    for (const [what, times] of Object.entries(played)) expect([what, times > 1]).toEqual([what, true]);
    await loadDemo(database.ownerUrl, database.url);
    expect(await sizes()).toEqual(played);
  }, 90_000);
});
