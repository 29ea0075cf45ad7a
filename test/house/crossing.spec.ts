import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Refusal, Regime, Units } from '#kernel';
import { ann, bram, lies, type Person, tom } from '../cast/cast.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, each } from './asking.js';

describe('people who ask at the same moment', () => {
  let portal: TestPortal;
  let truth: Truth;
  let units: Units;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    units = portal.app.get(Units, { strict: false });
    for (const who of [ann, ann, lies]) await scenes.aReferral(portal, who, { client: await scenes.aClient(portal, who, { familyName: `Van ${who.as}` }) });
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** What a borrowed connection still knows of who had it before. */
  async function leftBehind(): Promise<{ partner: string; rows: number }[]> {
    const { poolSize } = portal.settings;
    const runners = Array.from({ length: poolSize }, () => units.database.createQueryRunner());
    const ask = `select coalesce(current_setting('app.partner', true), '') as partner, (select count(*)::int from referral) as rows`;
    const found = await Promise.all(runners.map((runner) => runner.query(ask) as unknown as Promise<{ partner: string; rows: number }[]>));
    await Promise.all(runners.map((runner) => runner.release()));
    return found.flat();
  }
  const context = async (who: Person) => {
    const { id: personId, partnerId } = await truth.person(who);
    return { personId, partnerId, regime: Regime.PROFESSIONAL_SECRECY };
  };

  it('each get their own, two hundred at once', async () => {
    const asking = new Asking(portal);
    const query = '{ me { personId } referrals { nodes { id fromPartnerId givenName familyName } } clients { nodes { familyName } } people { name partnerId } }';
    const readers = [ann, lies, bram, tom];
    const wanted = new Map<Person, string>();
    for (const who of readers) wanted.set(who, (await asking.raw(who, query)).body);
    expect(new Set(wanted.values()).size).toBe(readers.length);
    await each(Array.from({ length: 200 }, (_, at) => readers[(at * 7) % readers.length]), async (who) => expect((await asking.raw(who, query)).body).toBe(wanted.get(who)), 40);
    for (const { partner, rows } of await leftBehind()) expect([partner, rows]).toEqual(['', 0]);
  }, 60_000);

  it('leave nothing on a connection when their transaction breaks off', async () => {
    const her = await context(ann);
    await expect(units.run(her, (unit) => unit.query({ text: 'select 1 / 0' }))).rejects.toBeInstanceOf(Refusal);
    await expect(units.run(her, (unit) => unit.query({ text: `set local statement_timeout = 20; select pg_sleep(1)` }))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(units.run(her, (unit) => unit.query({ text: 'select pg_terminate_backend(pg_backend_pid())' }))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    for (const { partner, rows } of await leftBehind()) expect([partner, rows]).toEqual(['', 0]);
    expect(await units.run(her, async (unit) => (await unit.query({ text: 'select from referral' })).rowCount)).toBe(2);
  });

  it('see nothing outside a transaction of their own: a repository that somebody took finds an empty house', async () => {
    const source = portal.app.get(DataSource);
    for (const { name } of source.entityMetadatas.filter(({ tableName }) => ['referral', 'client', 'answer', 'note', 'task', 'timeline_entry', 'person', 'mandate', 'agreement', 'client_file', 'recipient', 'referral_person', 'receipt', 'share', 'access_request', 'own_number', 'recusal', 'message', 'consult'].includes(tableName))) expect([name, await source.getRepository(name).count()]).toEqual([name, 0]);
  });
});
