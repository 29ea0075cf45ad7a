import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
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

  it('each get their own, two hundred at once of two partners who read and write, each delayed by chance', async () => {
    // A transaction holds its connection for a while, wherever it writes its trail.
    await truth.rows(`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(random() * 0.05); return new; end $$; create trigger dawdle before insert on trail for each row execute function dawdle()`);
    const asking = new Asking(portal);
    const sides = await Promise.all([ann, lies].map(async (who) => {
      const draft = await scenes.aDraft(portal, who, { client: await scenes.aClient(portal, who, { familyName: `Kant ${who.as}` }) });
      const { id, partnerId, name } = await truth.person(who);
      return { who, draft, words: [draft.id, draft.clientId, id, partnerId, name, `Kant ${who.as}`, `Woord van ${who.as}`] };
    }));
    const read = 'query ($id: ID!) { me { name personId } referral(id: $id) { familyName messages { body authorName } } referrals(first: 50) { nodes { id fromPartnerId familyName } } clients(first: 50) { nodes { id familyName } } people { id name partnerId } }';
    const write = 'mutation ($key: ID!, $id: ID!, $body: String!) { writeMessage(key: $key, dossierId: $id, toPartnerIds: [], body: $body, urgent: false) { body authorName partnerId } }';
    const answers = await Promise.all(Array.from({ length: 200 }, async (_, at) => {
      const { who, draft } = sides[at % 2];
      await sleep(Math.random() * 400);
      const [query, more] = at % 3 ? [read, {}] : [write, { key: randomUUID(), body: `Woord van ${who.as}` }];
      const variables = { id: draft.id, ...more };
      let answer = await asking.raw(who, query, variables);
      while (answer.status === 503) answer = await asking.raw(who, query, variables);
      return answer;
    }));
    await truth.rows('drop trigger dawdle on trail; drop function dawdle');
    answers.forEach(({ body }, at) => {
      const [mine, theirs] = [sides[at % 2], sides[1 - (at % 2)]];
      expect(JSON.parse(body)).not.toHaveProperty('errors');
      expect(body).toContain(mine.words[4]);
      expect(theirs.words.filter((word) => body.includes(word))).toEqual([]);
    });
    const written = await truth.rows('select partner_id as partner, body, count(*)::int as times from message group by 1, 2 order by 2');
    expect(written).toEqual(sides.map(({ who, words }) => ({ partner: words[3], body: `Woord van ${who.as}`, times: 34 })).sort((a, b) => a.body.localeCompare(b.body)).map((row, at) => ({ ...row, times: [34, 33][at] })));
    for (const { partner, rows } of await leftBehind()) expect([partner, rows]).toEqual(['', 0]);
  }, 120_000);

  it('leave nothing on a connection when their transaction breaks off', async () => {
    const her = await context(ann);
    const mine = async () => units.run(her, async (unit) => (await unit.query({ text: 'select from referral' })).rowCount);
    const before = await mine();
    await expect(units.run(her, (unit) => unit.query({ text: 'select 1 / 0' }))).rejects.toBeInstanceOf(Refusal);
    await expect(units.run(her, (unit) => unit.query({ text: `set local statement_timeout = 20; select pg_sleep(1)` }))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(units.run(her, (unit) => unit.query({ text: 'select pg_terminate_backend(pg_backend_pid())' }))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    for (const { partner, rows } of await leftBehind()) expect([partner, rows]).toEqual(['', 0]);
    expect([await mine(), before! > 1]).toEqual([before, true]);
  });

  it('see nothing outside a transaction of their own: a repository that somebody took finds an empty house', async () => {
    const source = portal.app.get(DataSource);
    for (const { name } of source.entityMetadatas.filter(({ tableName }) => ['referral', 'client', 'answer', 'note', 'task', 'timeline_entry', 'person', 'mandate', 'agreement', 'client_file', 'recipient', 'referral_person', 'receipt', 'share', 'access_request', 'own_number', 'recusal', 'message', 'consult', 'notice', 'mail', 'mail_preference'].includes(tableName))) expect([name, await source.getRepository(name).count()]).toEqual([name, 0]);
  });
});
