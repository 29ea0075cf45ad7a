import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann, frank, geert, hilde, marijke, nele, type Person, sien } from '../cast/cast.js';
import { breakGlass, broken, endGlass, REASON } from '../cast/glass.js';
import { aReferral, cause, codeOf, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { Asking } from '../house/asking.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const QUESTION = 'mutation ($key: ID!, $number: String!, $reason: String!) { breakGlass(key: $key, number: $number, reason: $reason) { id } }';

describe('the glass is not broken', () => {
  let portal: TestPortal;
  let truth: Truth;
  let sent: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    sent = await aReferral(portal);
  });
  beforeEach(() => truth.rows('delete from glass_break'));
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const open = (who: Person) => portal.graphql<{ referral: { givenName: string | null } }>('query ($id: ID!) { referral(id: $id) { givenName } }', { id: sent.id }, who);
  const counted = async () => Number((await truth.rows('select count(*) as n from glass_break'))[0].n);
  const keptAway = (personId: string) => truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [personId, sent.id]);

  it.each(['', 'nodig', 'nodig              en meer'.slice(0, 19), `${' '.repeat(30)}nodig`])('without a reason that says something: "%s"', async (reason) => {
    const { errors } = await breakGlass(portal, nele, sent.number, reason);
    expect([errors![0].extensions.code, errors![0].extensions.fields![0].field]).toEqual(['INVALID', 'reason']);
    expect(await counted()).toBe(0);
  });

  it('by who works on files, keeps people or signs', async () => {
    for (const who of [ann, geert, frank]) expect([who.as, codeOf(await breakGlass(portal, who, sent.number))]).toEqual([who.as, 'FORBIDDEN']);
  });

  it('for a number of another, of nobody, or of what she is kept away from: byte for byte the same', async () => {
    const asking = new Asking(portal);
    const ask = (who: Person, number: string) => asking.raw(who, QUESTION, { key: randomUUID(), number, reason: REASON });
    const nowhere = await ask(sien, 'DV-0000-00');
    expect(await ask(sien, sent.number)).toEqual(nowhere);
    expect(nowhere.body).toContain('NOT_FOUND');
    await keptAway((await truth.person(nele)).id);
    expect(await ask(nele, sent.number)).toEqual(await ask(nele, 'DV-0000-00'));
    await truth.rows('delete from exclusion');
  });

  it('for who is kept away while it is open: from then on nothing of it is there for her', async () => {
    await broken(portal, nele, sent.number);
    expect((await open(nele)).data.referral.givenName).toBe('Rosa');
    await keptAway((await truth.person(nele)).id);
    expect(codeOf(await open(nele))).toBe('NOT_FOUND');
    await truth.rows('delete from exclusion');
  });

  it('for anybody but who broke it', async () => {
    await broken(portal, nele, sent.number);
    expect((await open(hilde)).data.referral.givenName).toBeNull();
    expect(codeOf(await open(marijke))).toBe('NOT_FOUND');
  });

  it('while another one is open, and more than three times in seven days; then the DPOs hear of it', async () => {
    const alerts = async () => (await must<{ notices: { nodes: { kind: string; urgent: boolean; dossierId: string | null }[] } }>(portal, nele, '{ notices { nodes { kind urgent dossierId } } }')).notices.nodes.filter(({ kind }) => kind === 'GLASS_LIMIT');
    for (let times = 0; times < 3; times += 1) {
      const glass = await broken(portal, hilde, sent.number);
      expect(codeOf(await breakGlass(portal, hilde, sent.number))).toBe('NOT_POSSIBLE');
      expect((await endGlass(portal, hilde, glass)).errors).toBeUndefined();
    }
    expect(await alerts()).toEqual([]);
    const { errors } = await breakGlass(portal, hilde, sent.number);
    expect([errors![0].extensions.code, errors![0].message]).toEqual(['NOT_POSSIBLE', expect.stringContaining('3 keer in zeven dagen')]);
    expect(await alerts()).toEqual([{ kind: 'GLASS_LIMIT', urgent: true, dossierId: null }]);
    expect(codeOf(await breakGlass(portal, hilde, 'DV-0000-00'))).toBe('NOT_POSSIBLE');
    await truth.rows(`set session_replication_role = replica; update glass_break set opened_at = opened_at - interval '8 days', ends_at = ends_at - interval '8 days', ended_at = ended_at - interval '8 days'; set session_replication_role = origin`);
    expect((await breakGlass(portal, hilde, sent.number)).errors).toBeUndefined();
  });

  it('once more by a repetition with the same key', async () => {
    const key = randomUUID();
    const [first, second] = [await breakGlass(portal, nele, sent.number, REASON, key), await breakGlass(portal, nele, sent.number, REASON, key)];
    expect(second.data.breakGlass.id).toBe(first.data.breakGlass.id);
    expect(await counted()).toBe(1);
  });

  it('by two at once of the same person: one is', async () => {
    const both = await Promise.all([breakGlass(portal, nele, sent.number), breakGlass(portal, nele, sent.number)]);
    expect(both.filter(({ errors }) => !errors).length).toBe(1);
    expect(await counted()).toBe(1);
  });

  it('to change anything, to see who is kept away lifted, or to write a note', async () => {
    await broken(portal, nele, sent.number);
    for (const verb of ['withdrawReferral', 'declareError', 'amendReferral']) {
      const { errors } = await cause(portal, nele, verb, sent, verb === 'amendReferral' ? 'changes: { phone: "1" }' : 'reason: "x"');
      expect([verb, errors![0].extensions.code]).toEqual([verb, 'FORBIDDEN']);
    }
    const note = await portal.graphql('mutation ($key: ID!, $dossierId: ID!) { writeNote(key: $key, dossierId: $dossierId, version: 0, dataClass: PRIVATE_NOTE, body: "x") { id } }', { key: randomUUID(), dossierId: sent.id }, nele);
    expect(codeOf(note)).toBe('FORBIDDEN');
  });

  it('past every service: not for another, not elsewhere, not for longer, and never again once it has ended', async () => {
    const app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
    const [dpo, coordinator, elsewhere] = [await truth.person(nele), await truth.person(hilde), await truth.person(sien)];
    const as = async (who: { id: string; partnerId: string }, sql: string, values: unknown[] = []) => {
      await app.query('begin');
      await enter(app, { partnerId: who.partnerId, personId: who.id });
      return app.query(sql, values).then(({ rowCount }) => String(rowCount), (error: { code: string }) => error.code).finally(() => app.query('rollback'));
    };
    const put = (who: typeof dpo, of: typeof dpo, minutes = 60) => as(who, `insert into glass_break (id, partner_id, person_id, person_name, role, dossier_id, dossier_kind, number, reason, opened_at, ends_at) values (gen_random_uuid(), $1, $2, 'x', 'DPO', $3, 'Referral', 'x', $4, now(), now() + $5 * interval '1 minute')`, [of.partnerId, of.id, sent.id, REASON, minutes]);
    expect([await put(dpo, dpo), await put(dpo, coordinator), await put(elsewhere, elsewhere), await put(dpo, dpo, 61)]).toEqual(['1', '42501', '42501', '23514']);
    const glass = await broken(portal, nele, sent.number);
    expect(await as(dpo, `update glass_break set ends_at = now() + interval '1 day'`)).toBe('42501');
    expect([await as(elsewhere, 'select from glass_break'), await as(dpo, 'select from glass_break')]).toEqual(['0', '1']);
    await endGlass(portal, nele, glass);
    expect(await as(dpo, 'update glass_break set ended_at = null, version = version + 1')).toBe('P0001');
    await app.end();
  });
});
