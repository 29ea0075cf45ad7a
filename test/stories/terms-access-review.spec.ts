import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessReviews } from '#directory';
import { ann, bram, chris, geert, hilde, katrien, type Person, pieter, sofie, stefanie, wim } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { accept, aReferral, codeOf, must, receive } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';

const CONFIRM = 'mutation ($key: ID!, $reviews: [ReviewToConfirm!]!) { confirmAccess(key: $key, reviews: $reviews) { id version confirmedAt confirmedBy } }';
const LIST = '{ accessReviews { id version endsOn person { name } mandate { role } } }';
type Review = { id: string; version: number; endsOn: string; person: { name: string } | null; mandate: { role: string } | null };

const [ASKED, LAST, AFTER] = ['2026-12-01T08:00:00Z', '2026-12-30T22:00:00Z', '2026-12-31T08:00:00Z'];

describe('the yearly look at who has access', () => {
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

  const runAt = (moment: string) => {
    setClock(portal, moment);
    return portal.app.get(AccessReviews).run();
  };
  const reviews = async (who: Person) => (await must<{ accessReviews: Review[] }>(portal, who, LIST, {})).accessReviews;
  const confirm = (who: Person, some: readonly Review[]) => portal.graphql<{ confirmAccess: object[] }>(CONFIRM, { key: crypto.randomUUID(), reviews: some.map(({ id, version }) => ({ id, version })) }, who);
  const of = (all: readonly Review[], name: string) => all.filter(({ person }) => person?.name === name);
  const notices = (who: Person, kind: string) => truth.rows('select n.kind, n.urgent, n.dossier_id from notice n join person p on p.id = n.person_id where p.username = $1 and n.kind = $2', [who.as, kind]);
  const until = async (who: Person, role: string) => (await truth.rows<{ until: string | null }>('select m.until::text as until from mandate m join person p on p.id = m.person_id join partner o on o.id = m.partner_id where p.username = $1 and m.role = $2 and o.name = $3', [who.as, role, who.capacity.partner]))[0].until;

  it('asks the admins of each partner, once and with one notice, about each role of a year ago', async () => {
    await truth.rows(`update mandate set since = '2026-06-01', version = version + 1 where person_id = $1`, [(await truth.person(katrien)).id]);
    expect(await runAt('2025-12-31T12:00:00Z')).toBe(0);
    expect(await runAt(ASKED)).toBeGreaterThan(20);
    expect(await runAt(ASKED)).toBe(0);
    expect(await runAt('2026-12-02T08:00:00Z')).toBe(0);
    const mine = await reviews(geert);
    expect(of(mine, 'Ann Maes')).toMatchObject([{ endsOn: '2026-12-31', mandate: { role: 'SOCIAL_WORKER' } }]);
    expect(of(await reviews(wim), 'Katrien Lagae')).toEqual([]);
    expect(await notices(wim, 'REVIEW')).toHaveLength(1);
    expect(await notices(geert, 'REVIEW')).toEqual([{ kind: 'REVIEW', urgent: false, dossier_id: null }]);
    for (const who of [ann, hilde]) expect([who.as, await notices(who, 'REVIEW')]).toEqual([who.as, []]);
  });

  it('is for the admin alone, of her own people', async () => {
    for (const who of [ann, hilde, bram]) {
      expect([who.as, await reviews(who)]).toEqual([who.as, []]);
      expect([who.as, codeOf(await confirm(who, await reviews(geert)))]).toEqual([who.as, 'FORBIDDEN']);
    }
    expect(codeOf(await confirm(wim, (await reviews(geert)).slice(0, 1)))).toBe('NOT_FOUND');
    expect((await reviews(wim)).some(({ person }) => person?.name === 'Ann Maes')).toBe(false);
  });

  it('confirms several at once, with who did it and when, or none', async () => {
    const mine = await reviews(geert);
    const some = [...of(mine, 'Ann Maes'), ...of(mine, 'Joris Callewaert')];
    const done = await confirm(geert, some);
    expect(done.data.confirmAccess).toMatchObject([...some].map(({ id, version }) => ({ id, version: version + 1, confirmedAt: '2026-12-02T08:00:00.000Z', confirmedBy: 'Geert Vanhoutte' })));
    expect((await reviews(geert)).map(({ person }) => person?.name)).not.toContain('Ann Maes');
    expect(codeOf(await confirm(geert, [some[0], ...of(mine, 'Nele Bossuyt')]))).toBe('CONFLICT');
    expect(of(await reviews(geert), 'Nele Bossuyt')).toHaveLength(1);
    expect(codeOf(await confirm(geert, []))).toBe('INVALID');
    expect(await truth.rows(`select outcome from trail where operation = 'confirmAccess' and outcome = 'DONE'`)).toHaveLength(1);
  });

  it('lets an admin confirm herself only when there is no other', async () => {
    expect(codeOf(await confirm(geert, of(await reviews(geert), 'Geert Vanhoutte')))).not.toBe('INVALID');
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), p.partner_id, p.id, 'PARTNER_ADMIN', '2026-11-01' from person p where p.username = 'dirk.vansteenkiste'`);
    const { errors } = await confirm(wim, of(await reviews(wim), 'Wim Deceuninck'));
    expect(errors![0].message).toBe('Uw eigen functies bevestigt een andere beheerder.');
  });

  it('ends what nobody confirmed in thirty days, at the end of that day, and not before', async () => {
    await accept(portal, await receive(portal, await aReferral(portal, ann)));
    expect(await runAt(LAST)).toBe(0);
    expect(await until(bram, 'HOUSING_COUNSELLOR')).toBeNull();
    await confirm(wim, of(await reviews(wim), 'Sofie Lambrecht'));
    expect(await runAt(AFTER)).toBeGreaterThan(5);
    expect([await until(bram, 'HOUSING_COUNSELLOR'), await until(ann, 'SOCIAL_WORKER'), await until(katrien, 'HOUSING_COUNSELLOR'), await until(sofie, 'COORDINATOR')]).toEqual(['2026-12-31', null, null, null]);
    expect(await truth.rows(`select r.ended_at, r.confirmed_at from access_review r join person p on p.id = r.person_id where p.username = 'bram.vandeputte'`)).toEqual([{ ended_at: new Date(AFTER), confirmed_at: null }]);
  });

  it('tells the coordinators when files are left behind, and of nobody else', async () => {
    expect(await notices(sofie, 'ACCESS_ENDED')).toEqual([{ kind: 'ACCESS_ENDED', urgent: true, dossier_id: null }]);
    expect((await notices(wim, 'ACCESS_ENDED')).length).toBeGreaterThan(1);
    expect(await notices(katrien, 'ACCESS_ENDED')).toEqual([]);
    expect(await truth.rows(`select distinct capacity from trail where operation in ('askAccess', 'endAccess')`)).toEqual([{ capacity: 'CLOCK' }]);
  });

  it('never ends the role of the last admin, and goes on asking', async () => {
    expect([await until(chris, 'PARTNER_ADMIN'), await until(pieter, 'PARTNER_ADMIN')]).toEqual([null, null]);
    expect(await until(wim, 'PARTNER_ADMIN')).toBe('2026-12-31');
    await runAt('2027-02-01T08:00:00Z');
    expect(await until(chris, 'PARTNER_ADMIN')).toBeNull();
    expect((await reviews(chris)).map(({ mandate }) => mandate?.role)).toEqual(['PARTNER_ADMIN']);
    expect((await confirm(chris, await reviews(chris))).errors).toBeUndefined();
  });

  it('comes again a year after it was confirmed', async () => {
    await runAt('2027-12-01T22:00:00Z');
    expect(of(await reviews(geert), 'Ann Maes')).toEqual([]);
    await runAt('2027-12-02T08:00:00Z');
    expect(of(await reviews(geert), 'Ann Maes')).toMatchObject([{ endsOn: '2028-01-01' }]);
    expect(await until(stefanie, 'SOCIAL_WORKER')).toBe('2026-12-31');
  });
});

describe('who begins and who ends', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    await accept(portal, await receive(portal, await aReferral(portal, ann)));
    await accept(portal, await receive(portal, await aReferral(portal, ann)));
    // As it was before files had to be handed over first.
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update mandate set until = today() + 10, version = version + 1 where person_id = $1`, [(await truth.person(bram)).id]);
    await truth.rows(`update person set active = false, version = version + 1 where id = $1`, [(await truth.person(ann)).id]);
    await truth.rows('set session_replication_role = origin');
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const ASK = 'query ($from: Day!, $until: Day!) { staffChanges(from: $from, until: $until) { joiners { name role day openFiles } leavers { name role day openFiles } } }';
  const day = inDays;
  const changes = async (who: Person, from: string, until: string) => (await must<{ staffChanges: { joiners: object[]; leavers: object[] } }>(portal, who, ASK, { from, until })).staffChanges;

  it('is told to the admin, with how many files somebody leaves behind and nothing of them', async () => {
    expect((await changes(wim, '2025-07-01', '2025-07-31')).joiners).toEqual([{ name: 'Katrien Lagae', role: 'HOUSING_COUNSELLOR', day: '2025-07-01', openFiles: 0 }]);
    const { leavers } = await changes(wim, day(0), day(30));
    expect(leavers).toEqual([{ name: 'Bram Vandeputte', role: 'HOUSING_COUNSELLOR', day: day(10), openFiles: 2 }]);
    expect((await changes(wim, day(20), day(30))).leavers).toEqual([]);
  });

  it('also names who has no access any more and still has files in hand', async () => {
    expect((await changes(geert, '2020-01-01', '2020-01-02')).leavers).toEqual([{ name: 'Ann Maes', role: null, day: null, openFiles: 2 }]);
  });

  it('is for who keeps the people of a partner, and counts no others', async () => {
    for (const who of [hilde, bram, sofie]) expect([who.as, await changes(who, '2020-01-01', day(30))]).toEqual([who.as, { joiners: [], leavers: [] }]);
    expect(codeOf(await portal.graphql(ASK, { from: day(1), until: day(0) }, wim))).toBe('INVALID');
    const { id } = await truth.person(bram);
    const { connection } = truth;
    await connection.query('begin');
    await enter(connection, { partnerId: (await truth.person(bram)).partnerId, personId: id });
    await connection.query('set local role portal');
    expect((await connection.query('select * from open_files(array[$1::uuid])', [id])).rows).toEqual([]);
    await connection.query('rollback');
  });
});
