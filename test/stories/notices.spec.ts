import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { type Ask, type Filter, Notice, shapeOf, statementFor } from '#kernel';
import { book } from '#privacy';
import { ann, bram, evaInOostrozebeke, evaInWielsbeke, geert, hilde, joris, katrien, lies, nele, type Person, sofie, stefanie, stefanieCoordinates } from '../cast/cast.js';
import { accept, aReferral, ask, cause, codeOf, must, receive, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';

type Row = { id: string; version: number; dossierId: string | null; kind: string; urgent: boolean; at: string; readAt: string | null };

describe('what somebody is told', () => {
  let portal: TestPortal;
  let truth: Truth;
  let referral: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    referral = await aReferral(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const FIELDS = 'id version dossierId kind urgent at readAt';
  const page = async (who: Person, args = '') => (await must<{ notices: { nodes: Row[]; next: string | null } }>(portal, who, `{ notices${args} { nodes { ${FIELDS} } next } }`)).notices;
  const unread = async (who: Person) => (await must<{ noticeCount: { unread: number } }>(portal, who, '{ noticeCount { unread } }')).noticeCount.unread;
  const kinds = async (who: Person) => (await page(who)).nodes.map(({ kind }) => kind);
  async function told(who: Person, at: string, dossierId: string | null = null): Promise<string> {
    const { id, partnerId } = await truth.person(who);
    return (await truth.rows<{ id: string }>(`insert into notice (id, partner_id, person_id, dossier_id, kind, at) values (gen_random_uuid(), $1, $2, $3, 'TASK', $4) returning id`, [partnerId, id, dossierId, at]))[0].id;
  }
  const seeAll = (who: Person, until: string) => must<{ seeAllNotices: { unread: number } }>(portal, who, 'mutation ($key: ID!, $until: Moment!) { seeAllNotices(key: $key, until: $until) { unread } }', { key: randomUUID(), until });

  it('is that there is something, where and when: to everybody who may do it, and not to who did it', async () => {
    for (const who of [bram, katrien]) expect([who.as, await kinds(who), await unread(who)]).toEqual([who.as, ['TASK'], 1]);
    for (const who of [ann, joris, hilde, sofie, lies, geert, nele]) expect([who.as, await kinds(who), await unread(who)]).toEqual([who.as, [], 0]);
    const [notice] = (await page(bram)).nodes;
    expect(notice).toMatchObject({ dossierId: referral.id, urgent: false, readAt: null });
    const question = await ask(portal, await receive(portal, await aReferral(portal)));
    expect((await page(ann)).nodes).toMatchObject([{ dossierId: question.id, kind: 'TASK' }]);
    // A question is for the person who sent it.
    expect(await kinds(joris)).toEqual([]);
  });

  it('has no name and no topic: its table could not hold one', async () => {
    const [{ columns }] = await truth.rows<{ columns: string[] }>(`select array_agg(column_name::text order by column_name) as columns from information_schema.columns where table_name = 'notice'`);
    expect(columns).toEqual(['at', 'dossier_id', 'dossier_kind', 'id', 'kind', 'of_person', 'of_role', 'partner_id', 'person_id', 'read_at', 'urgent', 'version']);
  });

  it('is urgent when a term has passed, and tells the coordinators of both sides', async () => {
    setClock(portal, '2026-03-02T10:00:00Z');
    const late = await aReferral(portal);
    setClock(portal, '2026-03-10T10:00:00Z');
    await portal.app.get(Terms).run();
    freeClock(portal);
    for (const who of [hilde, sofie]) expect((await page(who)).nodes).toMatchObject([{ dossierId: late.id, kind: 'ESCALATED', urgent: true }]);
  });

  it('is seen once, and stays seen', async () => {
    const [notice] = (await page(katrien)).nodes.filter(({ readAt }) => !readAt);
    const before = await unread(katrien);
    const { data } = await cause(portal, katrien, 'seeNotice', notice, '', FIELDS);
    const seen = data!.seeNotice as unknown as Row;
    expect(seen).toMatchObject({ id: notice.id, version: 2, readAt: expect.any(String) });
    expect(await unread(katrien)).toBe(before - 1);
    expect(codeOf(await cause(portal, katrien, 'seeNotice', notice, '', FIELDS))).toBe('CONFLICT');
    const again = await cause(portal, katrien, 'seeNotice', seen, '', FIELDS);
    expect(again.data!.seeNotice).toEqual(seen);
    // Her colleague was told for herself.
    expect((await page(bram)).nodes.filter(({ readAt }) => readAt)).toEqual([]);
  });

  it('is seen all at once, up to the newest that was on the page', async () => {
    await told(geert, '2026-03-01T10:00:00Z');
    await told(geert, '2026-03-01T11:00:00.123456Z');
    await told(geert, '2026-03-01T12:00:00Z');
    expect((await seeAll(geert, '2026-03-01T11:30:00Z')).seeAllNotices).toEqual({ unread: 1 });
    expect((await page(geert)).nodes.map(({ readAt }) => readAt !== null)).toEqual([false, true, true]);
    expect((await seeAll(geert, '2026-03-01T12:00:00Z')).seeAllNotices).toEqual({ unread: 0 });
  });

  it('comes page by page, newest first, each once', async () => {
    for (let minute = 10; minute < 31; minute += 1) await told(nele, `2026-03-01T10:${minute}:00Z`);
    const found: Row[] = [];
    let after: string | null = null;
    do {
      const part: { nodes: Row[]; next: string | null } = await page(nele, `(first: 8${after ? `, after: "${after}"` : ''})`);
      found.push(...part.nodes);
      after = part.next;
    } while (after);
    expect(found.map(({ at }) => at)).toEqual(Array.from({ length: 21 }, (_, minute) => `2026-03-01T10:${30 - minute}:00.000Z`));
    expect(codeOf(await portal.graphql('{ notices(first: 51) { next } }', {}, nele))).toBe('LIMIT');
    expect(codeOf(await portal.graphql('{ notices(after: "x") { next } }', {}, nele))).toBe('INVALID');
  });

  it('is told in each of her capacities at that partner, and at no other', async () => {
    await told(stefanie, '2026-03-01T10:00:00Z');
    for (const who of [stefanie, stefanieCoordinates]) expect([who.capacity.role, (await page(who)).nodes.some(({ at }) => at === '2026-03-01T10:00:00.000Z')]).toEqual([who.capacity.role, true]);
    const id = await told(evaInWielsbeke, '2026-03-01T10:00:00Z');
    expect((await page(evaInWielsbeke)).nodes.map((each) => each.id)).toContain(id);
    expect((await page(evaInOostrozebeke)).nodes.map((each) => each.id)).not.toContain(id);
    expect(codeOf(await cause(portal, evaInOostrozebeke, 'seeNotice', { id, version: 1 }, '', 'id'))).toBe('NOT_FOUND');
  });

  it('is gone, from the page, the count and the verb, for who is kept away and when her partner sits there no more', async () => {
    const { id: dossierId } = await accept(portal, await receive(portal, await aReferral(portal)));
    const all = async () => [(await page(bram)).nodes.filter((each) => each.dossierId === dossierId).length, await unread(bram)];
    const [shown, count] = await all();
    const [notice] = (await page(bram)).nodes.filter((each) => each.dossierId === dossierId);
    expect(shown).toBe(1);
    const gone = async () => {
      expect(await all()).toEqual([0, count - 1]);
      expect(codeOf(await cause(portal, bram, 'seeNotice', notice, '', 'id'))).toBe('NOT_FOUND');
    };
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(bram)).id, dossierId]);
    await gone();
    await truth.rows('delete from exclusion where dossier_id = $1', [dossierId]);
    expect(await all()).toEqual([1, count]);
    await truth.rows('update party set until = now() where dossier_id = $1 and partner_id = $2', [dossierId, (await truth.person(bram)).partnerId]);
    await gone();
    await truth.rows(`update party set until = 'infinity' where dossier_id = $1`, [dossierId]);
    expect(await all()).toEqual([1, count]);
  });

  it('is found by its index, however many others are told, and however many files her partner has', async () => {
    const { id, partnerId } = await truth.person(sofie);
    await truth.rows(`insert into notice (id, partner_id, person_id, kind, at, read_at) select gen_random_uuid(), p.partner_id, p.id, 'TASK', now() - n * interval '1 minute', now() from person p, generate_series(1, 2000) n`);
    await truth.rows(`with d as (insert into dossier (id, kind, opened_by) select gen_random_uuid(), 'Referral', $1 from generate_series(1, 20000) returning id)
      insert into party (dossier_id, partner_id, roles, granted_by, kind, state) select d.id, $1, array['SENDER'], $1, 'Referral', 'DRAFT' from d`, [partnerId]);
    const [{ hers }] = await truth.rows<{ hers: number }>('select count(*)::int as hers from notice where person_id = $1', [id]);
    await truth.rows('analyze notice; analyze party');
    const reader = { partnerKind: 'WOONDIENST', role: 'COORDINATOR', regime: 'PROFESSIONAL_SECRECY', political: false } as Parameters<typeof statementFor>[1];
    const mine: Filter = ['personId', '=', id];
    const asks: Ask[] = [{ first: 25, order: 'at', newest: true, any: [[mine]] }, { count: { unread: [[mine, ['readAt', 'null']]] } }];
    await truth.rows(`begin; set local role portal; set local plan_cache_mode = force_generic_plan; set local jit = off`);
    await enter(truth.connection, { partnerId, personId: id });
    const plans = await Promise.all(
      asks.map(async (ask, at) => {
        const { text } = statementFor(book, reader, shapeOf(Notice), ask, { kind: true, at: true, dossierId: true });
        await truth.rows(`prepare p${at} as ${text}`);
        return JSON.stringify(await truth.rows(`explain (analyze, format json) execute p${at} ('${partnerId}', '${id}', '${id}')`));
      }),
    );
    await truth.rows('rollback');
    for (const [at, index] of ['notice_person', 'notice_unread'].entries()) {
      expect(plans[at]).not.toMatch(/"Node Type":"Seq Scan"[^{}]*"Relation Name":"(notice|party)"/);
      expect(plans[at]).toContain(`"Index Name":"${index}"`);
      // Of tens of thousands of rows no more than are hers.
      expect(Math.max(...[...plans[at].matchAll(/"Actual Rows":([\d.]+)/g)].map(([, rows]) => Number(rows)))).toBeLessThanOrEqual(hers);
    }
  });
});
