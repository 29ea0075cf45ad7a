import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann } from '../cast/cast.js';
import { agreement, question, someone } from '../cast/scenes.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { Program } from './process.js';

const SEND = 'mutation ($key: ID!, $id: ID!, $version: Int!, $agreements: [NewAgreement!]!) { sendReferral(key: $key, id: $id, version: $version, agreements: $agreements) { id version state } }';

describe('a portal that is killed while somebody sends', () => {
  let database: TestDatabase;
  let api: Program;
  let owner: pg.Client;
  let blocker: pg.Client;
  beforeAll(async () => {
    database = await copyDatabase();
    [owner, blocker] = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)];
    await Promise.all([owner.connect(), blocker.connect()]);
    api = await new Program('api', database.url, { EMBARGO_MINUTES: '0' }).start();
  });
  afterAll(async () => {
    await api?.remove();
    await Promise.all([owner.end(), blocker.end()]);
    await database.drop();
  });

  async function aDraft(): Promise<{ key: string; id: string; version: number; agreements: object[] }> {
    const must = async (query: string, variables: object) => {
      const { data, errors } = await api.ask(ann, query, { key: randomUUID(), ...variables });
      if (errors) throw new Error(JSON.stringify(errors));
      return Object.values(data!)[0];
    };
    const client = await must('mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id version } }', { input: someone });
    const draft = await must('mutation ($key: ID!, $id: ID!) { draftReferral(key: $key, clientId: $id, type: "TO_WOONDIENST") { id version } }', { id: client.id });
    const { id, version } = await must('mutation ($key: ID!, $id: ID!, $version: Int!, $changes: ReferralChanges!) { saveDraft(key: $key, id: $id, version: $version, changes: $changes) { id version } }', { id: draft.id, version: draft.version, changes: question });
    const { partners } = (await api.ask(ann, '{ partners { id name } }', {})).data as unknown as { partners: { id: string; name: string }[] };
    const to = partners.find(({ name }) => name === 'Woondienst Regio Izegem')!.id;
    const chosen = await must('mutation ($key: ID!, $id: ID!, $version: Int!, $to: ID!) { chooseReceivers(key: $key, id: $id, version: $version, receivers: [{ partnerId: $to, classes: [CONTACT, HEALTH] }]) { id version } }', { id, version, to });
    return { key: randomUUID(), id, version: chosen.version, agreements: [agreement] };
  }

  const one = async <Row>(sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows[0] as Row;
  const state = (id: string) => one<object>(
    `select r.state, r.version, (select count(*)::int from answer a where a.dossier_id = r.id) answers, (select count(*)::int from party p where p.dossier_id = r.id) seats, (select count(*)::int from share s where s.dossier_id = r.id) shares,
      (select count(*)::int from agreement g where g.about_id = r.id) agreements, (select count(*)::int from receipt c where c.dossier_id = r.id) receipts, (select string_agg(kind, ' ' order by kind) from task t where t.dossier_id = r.id and t.done_at is null) tasks,
      (select count(*)::int from timeline_entry e where e.dossier_id = r.id) told, (select count(*)::int from trail l where l.dossier_ids @> array[r.id] and operation = 'sendReferral' and outcome = 'DONE') acts from referral r where r.id = $1`, id);
  const unsent = { state: 'DRAFT', answers: 0, seats: 1, shares: 0, agreements: 0, receipts: 0, tasks: 'FINISH_DRAFT', told: 1, acts: 0 };
  const sent = { state: 'DELIVERED', answers: 1, seats: 2, shares: 1, agreements: 1, receipts: 1, tasks: 'AWAIT_ANSWER DECIDE', told: 3, acts: 1 };
  /** Looks until it is so; the test's own time is the limit. */
  async function until(sql: string, ...values: unknown[]): Promise<void> {
    while (!(await one<{ so: boolean }>(`select (${sql}) as so`, ...values)).so) await sleep(10);
  }
  const BLOCKED = `exists (select from pg_stat_activity where datname = current_database() and usename = 'portal' and wait_event_type = 'Lock')`;

  // The line of the trail leaves with the commit behind it.
  it.each([...['idempotency', 'agreement', 'party', 'share', 'task', 'receipt'].map((table) => ['nothing', table]), ['all of it', 'trail']])('has done %s when it dies at the table %s, and is done once after the repetition', async (what, table) => {
    const variables = await aDraft();
    await blocker.query(`begin; lock table ${table} in exclusive mode`);
    const lost = api.ask(ann, SEND, variables).catch(() => 'lost');
    await until(BLOCKED);
    await api.end('SIGKILL');
    expect(await lost).toBe('lost');
    await blocker.query('rollback');
    await until(`not exists (select from pg_stat_activity where datname = current_database() and usename = 'portal')`);
    expect(await state(variables.id)).toMatchObject(what === 'nothing' ? unsent : sent);
    await api.start();
    const { data } = await api.ask(ann, SEND, variables);
    expect(data).toEqual({ sendReferral: { id: variables.id, version: variables.version + 2, state: 'DELIVERED' } });
    expect(await state(variables.id)).toMatchObject(sent);
  });

  it('has done all of it when it dies with the answer in its hand, and the repetition gives that answer', async () => {
    const variables = await aDraft();
    const lost = api.ask(ann, SEND, variables).catch(() => 'lost');
    await until(`exists (select from referral where id = $1 and state = 'DELIVERED')`, variables.id);
    await api.end('SIGKILL');
    await lost;
    expect(await state(variables.id)).toMatchObject(sent);
    await api.start();
    expect((await api.ask(ann, SEND, variables)).data).toEqual({ sendReferral: { id: variables.id, version: variables.version + 2, state: 'DELIVERED' } });
    expect(await state(variables.id)).toMatchObject(sent);
  });

  it('answers the repetition that comes while the lost one still runs in the database', async () => {
    const variables = await aDraft();
    await blocker.query('begin; lock table answer in exclusive mode');
    const lost = api.ask(ann, SEND, variables).catch(() => 'lost');
    await until(BLOCKED);
    await api.end('SIGKILL');
    await api.start();
    const again = api.ask(ann, SEND, variables);
    await until(`(select count(*) from pg_stat_activity where datname = current_database() and usename = 'portal' and wait_event_type = 'Lock') = 2`);
    await blocker.query('rollback');
    expect(await lost).toBe('lost');
    expect((await again).data).toMatchObject({ sendReferral: { state: 'DELIVERED' } });
    expect(await state(variables.id)).toMatchObject(sent);
  });
});
