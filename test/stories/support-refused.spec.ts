import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann, bram, dirk, frank, geert, hilde, jelle, marijke, nele, type Person, sien, sofie, wim } from '../cast/cast.js';
import { added, fetchFile, text } from '../cast/files.js';
import { asked, askSupport, HELP, letIn, supportLooks, supportRequests, supportStep } from '../cast/support.js';
import { aReferral, codeOf, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { Asking } from '../house/asking.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

describe('support of the platform is not let in', () => {
  let portal: TestPortal;
  let truth: Truth;
  let sent: Referral;
  let app: pg.Client;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    sent = await aReferral(portal);
    app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
  });
  beforeEach(() => truth.rows('delete from support_look; delete from exclusion'));
  afterAll(async () => {
    await app.end();
    await truth.close();
    await portal.stop();
  });

  const open = (who: Person = jelle, id = sent.id) => portal.graphql<{ referral: { givenName: string | null } }>('query ($id: ID!) { referral(id: $id) { givenName } }', { id }, who);
  const keptAway = (personId: string) => truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [personId, sent.id]);
  const approve = (who: Person, row: { id: string; version: number }) => supportStep(portal, who, 'approveSupport', row);

  it('before anybody answered, when it was declined, or when she took it back', async () => {
    const look = await asked(portal, sent.number);
    expect(codeOf(await open())).toBe('NOT_FOUND');
    expect((await supportStep(portal, hilde, 'declineSupport', look)).data.declineSupport).toMatchObject({ state: 'DECLINED', decidedName: 'Hilde Debaere', dossierId: null, may: [] });
    expect(codeOf(await approve(nele, { ...look, version: 2 }))).toBe('NOT_POSSIBLE');
    const other = await asked(portal, sent.number);
    expect((await supportStep(portal, jelle, 'withdrawSupport', other)).data.withdrawSupport).toMatchObject({ state: 'WITHDRAWN', may: [] });
    expect(codeOf(await approve(nele, { ...other, version: 2 }))).toBe('NOT_POSSIBLE');
    expect(codeOf(await open())).toBe('NOT_FOUND');
  });

  it('and cannot tell a number that is there from one that is not, nor from one of another partner', async () => {
    const asking = new Asking(portal);
    const [ledegem, vivus] = [await truth.partner('OCMW Ledegem'), await truth.partner('Vivus')];
    const QUESTION = 'mutation ($key: ID!, $partnerId: ID!, $number: String!, $reason: String!) { askSupport(key: $key, partnerId: $partnerId, number: $number, reason: $reason) { version number state decidedAt dossierId dossierKind endsAt endedAt may withheld { why } } }';
    const ask = async (partnerId: string, number: string) => (await asking.raw(jelle, QUESTION, { key: randomUUID(), partnerId, number, reason: HELP })).body.replaceAll(number, 'NUMBER');
    const nowhere = await ask(ledegem, 'DV-0000-00');
    expect(await ask(ledegem, sent.number)).toBe(nowhere);
    expect(await ask(vivus, sent.number)).toBe(nowhere);
    const rows = await supportLooks(portal);
    expect(new Set(rows.map(({ state, may, dossierId }) => JSON.stringify([state, may, dossierId]))).size).toBe(1);
    const [unknown] = (await supportRequests(portal, nele)).filter(({ number }) => number === 'DV-0000-00');
    const { errors } = await approve(nele, unknown);
    expect([errors![0].extensions.code, errors![0].message]).toEqual(['NOT_POSSIBLE', expect.stringContaining('geen dossier openen')]);
    expect(codeOf(await approve(sien, (await supportRequests(portal, sien))[0]))).toBe('NOT_POSSIBLE');
    expect((await supportStep(portal, nele, 'declineSupport', unknown)).errors).toBeUndefined();
  });

  it('by herself, in whatever capacity and at whatever partner', async () => {
    const { id, partnerId } = await truth.person(jelle);
    const own = await aReferral(portal);
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) values (gen_random_uuid(), $1, $2, 'DPO', '2025-01-01')`, [partnerId, id]);
    const dpo: Person = { as: jelle.as, capacity: { role: 'DPO', partner: jelle.capacity.partner } };
    const look = await asked(portal, own.number, 'Woondienst Regio Izegem');
    expect((await supportRequests(portal, dpo))[0].may).toEqual(['decline']);
    expect(codeOf(await approve(dpo, look))).toBe('FORBIDDEN');
    const ledegem = await truth.partner('OCMW Ledegem');
    await truth.rows(`with p as (insert into person (id, partner_id, subject, username, name) select gen_random_uuid(), $1, subject, username, name from person where id = $2 returning id, partner_id) insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, id, 'COORDINATOR', '2025-01-01' from p`, [ledegem, id]);
    const elsewhere: Person = { as: jelle.as, capacity: { role: 'COORDINATOR', partner: 'OCMW Ledegem' } };
    const other = await asked(portal, sent.number);
    expect((await approve(elsewhere, other)).errors![0]).toMatchObject({ message: expect.stringContaining('keurt ze niet zelf goed'), extensions: { code: 'FORBIDDEN' } });
    expect(codeOf(await open())).toBe('NOT_FOUND');
    await truth.rows(`delete from mandate where role <> 'PLATFORM_ADMIN' and person_id in (select id from person where username = $1)`, [jelle.as]);
  });

  it('by who works on files, keeps people or signs, nor by anybody of another partner', async () => {
    const look = await asked(portal, sent.number);
    for (const who of [ann, geert, frank]) expect([who.as, codeOf(await approve(who, look))]).toEqual([who.as, 'FORBIDDEN']);
    for (const who of [sien, marijke, sofie]) expect([who.as, codeOf(await approve(who, look))]).toEqual([who.as, 'NOT_FOUND']);
    for (const verb of ['withdrawSupport', 'leaveSupport'] as const) expect(codeOf(await supportStep(portal, nele, verb, look))).toBe('FORBIDDEN');
  });

  it('when either is kept away from the dossier, under whatever name; and no longer once she is', async () => {
    const [me, dpo] = [await truth.person(jelle), await truth.person(nele)];
    const look = await asked(portal, sent.number);
    for (const each of [me.id, dpo.id]) {
      await keptAway(each);
      expect(codeOf(await approve(nele, look))).toBe('NOT_POSSIBLE');
      await truth.rows('delete from exclusion');
    }
    expect((await approve(nele, look)).errors).toBeUndefined();
    expect((await open()).data.referral.givenName).toBe('Rosa');
    const [{ id: elsewhere }] = await truth.rows<{ id: string }>(`insert into person (id, partner_id, subject, username, name) select gen_random_uuid(), (select id from partner where name = 'Vivus'), subject, username, name from person where id = $1 returning id`, [me.id]);
    for (const each of [me.id, elsewhere]) {
      await keptAway(each);
      expect([each, codeOf(await open())]).toEqual([each, 'NOT_FOUND']);
      await truth.rows('delete from exclusion');
    }
  });

  it('to another dossier, while she looks at one', async () => {
    const other = await aReferral(portal);
    const [first, second] = [await asked(portal, sent.number), await asked(portal, other.number)];
    expect((await approve(nele, first)).errors).toBeUndefined();
    expect(codeOf(await approve(nele, second))).toBe('NOT_POSSIBLE');
    await supportStep(portal, jelle, 'leaveSupport', { ...first, version: 2 });
    expect((await approve(nele, second)).errors).toBeUndefined();
    expect([codeOf(await open()), (await open(jelle, other.id)).data.referral.givenName]).toEqual(['NOT_FOUND', 'Rosa']);
  });

  it('to the dossiers of her own organisation', async () => {
    const [{ id }] = await truth.rows<{ id: string }>(`select p.dossier_id as id from party p where p.partner_id = $1 and p.kind = 'Referral' limit 1`, [(await truth.person(jelle)).partnerId]);
    expect((await open(bram, id)).errors).toBeUndefined();
    expect(codeOf(await open(jelle, id))).toBe('NOT_FOUND');
  });

  it('more than three times in seven days; then the DPOs of the host hear of it', async () => {
    const alerts = async () => (await must<{ notices: { nodes: { kind: string }[] } }>(portal, marijke, '{ notices { nodes { kind } } }')).notices.nodes.filter(({ kind }) => kind === 'GLASS_LIMIT').length;
    for (let times = 0; times < 3; times += 1) await asked(portal, 'DV-0000-00');
    const before = await alerts();
    const { errors } = await askSupport(portal, sent.number);
    expect([errors![0].extensions.code, errors![0].message]).toEqual(['NOT_POSSIBLE', expect.stringContaining('3 keer toegang in zeven dagen')]);
    expect(await alerts()).toBe(before + 1);
    expect((await truth.rows('select from support_look')).length).toBe(3);
  });

  it('for a municipality, a partner that is none, or without being support of the host', async () => {
    expect((await askSupport(portal, sent.number, { partner: 'Gemeente Ledegem' })).errors![0].extensions.fields![0].field).toBe('partnerId');
    for (const who of [nele, ann, bram, marijke]) expect([who.as, codeOf(await askSupport(portal, sent.number, { who }))]).toEqual([who.as, 'FORBIDDEN']);
    const giving = (who: Person, personId: string) => portal.graphql('mutation ($key: ID!, $personId: ID!) { giveMandate(key: $key, personId: $personId, role: PLATFORM_ADMIN, since: "2026-01-01") { id } }', { key: randomUUID(), personId }, who);
    expect((await giving(geert, (await truth.person(ann)).id)).errors![0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'role' }] });
    await expect(truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, id, 'PLATFORM_ADMIN', '2025-01-01' from person where id = $1`, [(await truth.person(ann)).id])).rejects.toMatchObject({ code: 'P0001' });
    expect((await giving(wim, (await truth.person(dirk)).id)).errors).toBeUndefined();
  });

  it('to what is in a file, of which she reads the name', async () => {
    const file = await added(portal, ann, sent.id, text(), { dataClass: 'DEBTS' });
    await letIn(portal, nele, sent.number);
    expect((await fetchFile(portal, jelle, file.id)).status).toBe(404);
  });

  /** Behind the wall alone: as the portal's own role, whatever its code says. */
  const as = async (who: { id: string; partnerId: string }, role: string, sql: string, values: unknown[] = []) => {
    await app.query('begin');
    await enter(app, { partnerId: who.partnerId, personId: who.id, role, regime: 'DISCRETION' });
    return app.query(sql, values).then(({ rowCount }) => String(rowCount), (error: { code: string }) => error.code).finally(() => app.query('rollback'));
  };

  it('past every service: nothing of a partner is there for her, and of the one that let her that one dossier', async () => {
    const [me, ledegem] = [await truth.person(jelle), await truth.partner('OCMW Ledegem')];
    const guest = { id: me.id, partnerId: ledegem };
    const COUNTED = ['party', 'referral', 'client', 'answer', 'timeline_entry', 'note', 'task', 'share', 'duty', 'look', 'attachment'];
    const rows = async (who: typeof guest) => Promise.all(COUNTED.map(async (table) => [table, await as(who, 'PLATFORM_ADMIN', `select from ${table}`)]));
    const none = COUNTED.map((table) => [table, '0']);
    expect(await rows(guest)).toEqual(none);
    expect(await rows(me)).toEqual(none);
    const request = await letIn(portal, nele, sent.number);
    const [{ n }] = await truth.rows<{ n: string }>('select count(*) as n from timeline_entry where dossier_id = $1', [sent.id]);
    expect(Object.fromEntries(await rows(guest))).toMatchObject({ referral: '1', client: '0', timeline_entry: n });
    expect(await rows(me)).toEqual(none);
    for (const table of ['glass_break', 'hand_over', 'attachment_content']) expect([table, await as(guest, 'PLATFORM_ADMIN', `select from ${table}`)]).toEqual([table, '0']);
    expect(await as(guest, 'PLATFORM_ADMIN', `update referral set question = 'x', version = version + 1`)).toBe('42501');
    await supportStep(portal, nele, 'endSupport', request);
    expect(await rows(guest)).toEqual(none);
  });

  it('past every service: not by herself, for no longer, and not for another', async () => {
    const [me, dpo, ledegem] = [await truth.person(jelle), await truth.person(nele), await truth.partner('OCMW Ledegem')];
    const look = await asked(portal, sent.number);
    const letting = (who: typeof me, role: string, by: string, minutes = 60) => as(who, role, `update support_look set state = 'OPEN', decided_by = $2, decided_name = 'x', decided_at = now(), dossier_id = $3, dossier_kind = 'Referral', ends_at = now() + $4 * interval '1 minute', version = version + 1 where id = $1`, [look.id, by, sent.id, minutes]);
    expect([await letting(dpo, 'DPO', dpo.id), await letting(dpo, 'DPO', dpo.id, 61), await letting(dpo, 'DPO', (await truth.person(hilde)).id)]).toEqual(['1', '23514', '42501']);
    expect([await letting(me, 'PLATFORM_ADMIN', me.id), await letting({ ...me, partnerId: ledegem }, 'PLATFORM_ADMIN', dpo.id), await letting(await truth.person(ann), 'SOCIAL_WORKER', (await truth.person(ann)).id), await letting(await truth.person(sien), 'DPO', (await truth.person(sien)).id)]).toEqual(['42501', '0', '42501', '0']);
    expect(await as(me, 'DPO', `insert into support_look (id, host_id, person_id, person_name, partner_id, number, reason, state, asked_at) values (gen_random_uuid(), $1, $2, 'x', $3, 'x', $4, 'ASKED', now())`, [me.partnerId, me.id, ledegem, HELP])).toBe('42501');
    await approve(nele, look);
    expect(await as(dpo, 'DPO', `update support_look set ends_at = ends_at + interval '1 minute', version = version + 1`)).toMatch(/P0001|23514/);
    expect(await as(dpo, 'DPO', `update support_look set state = 'ASKED', version = version + 1`)).toBe('P0001');
  });
});
