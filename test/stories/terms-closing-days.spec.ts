import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, geert, hilde, joke, joris, lies, nele, type Person, sofie, wim } from '../cast/cast.js';
import { agreement, aReferral, ask, codeOf, must, receive, type Referral, send } from '../cast/scenes.js';
import { aFullDraft, at, CAW, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';
import { read } from './shown.js';
import { tasksOf } from './worklist.js';

// Christmas Eve at 15.00 in Brussels: five working days end on Monday 4 January, the reminder falls on Wednesday 30 December.
const SENT = '2026-12-24T14:00:00Z';
const [DUE, LATER, LATEST] = ['2027-01-04T22:59:59.999Z', '2027-01-05T22:59:59.999Z', '2027-01-06T22:59:59.999Z'];

const ADD = 'mutation ($key: ID!, $day: Day!, $label: String!) { addClosingDay(key: $key, day: $day, label: $label) { id version day label setBy removedAt } }';
const REMOVE = 'mutation ($key: ID!, $id: ID!, $version: Int!) { removeClosingDay(key: $key, id: $id, version: $version) { id removedAt removedBy } }';
type Told = { event: string; personName: string; text: string; due: string };
type Closing = { id: string; version: number; day: string; label: string; setBy: string };

describe('a closing day that a partner keeps itself', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    setClock(portal, SENT);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const runAt = (moment: string) => {
    setClock(portal, moment);
    return portal.app.get(Terms).run();
  };
  const closes = async (who: Person, day: string, label = 'Brugdag', key: string = crypto.randomUUID()) => (await must<{ addClosingDay: Closing }>(portal, who, ADD, { key, day, label })).addClosingDay;
  const opens = (who: Person, { id, version }: Closing) => must(portal, who, REMOVE, { key: crypto.randomUUID(), id, version });
  const sentAt = (moment: string, options: object = {}) => {
    setClock(portal, moment);
    return aReferral(portal, ann, options);
  };
  const terms = async (referral: Referral) => (await truth.rows<{ kind: string; due: Date; remind: Date | null }>('select kind, due, remind_at as remind from task where dossier_id = $1 and done_at is null and due is not null order by kind', [referral.id])).map(({ kind, due, remind }) => [kind, due.toISOString(), remind?.toISOString() ?? null]);
  const moved = async (who: Person, { id }: Pick<Referral, 'id'>): Promise<Told[]> => (await must<{ referral: { timeline: Told[] } }>(portal, who, 'query ($id: ID!) { referral(id: $id) { timeline { event personName text due } } }', { id })).referral.timeline.filter(({ event }) => event === 'TERM_MOVED');
  const forget = async () => {
    await truth.rows('update task set done_at = now(), version = version + 1 where done_at is null');
    await truth.rows('update closing_day set removed_at = now(), version = version + 1 where removed_at is null');
    setClock(portal, SENT);
  };

  it('moves the running term of both sides, its reminder and the answer, in the same act', async () => {
    const referral = await sentAt(SENT);
    const version = (await read(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { version } }', { id: referral.id })).ownAnswer.version;
    const closing = await closes(wim, '2026-12-29', 'Inventaris');
    expect(closing).toMatchObject({ day: '2026-12-29', label: 'Inventaris', setBy: 'Wim Deceuninck' });
    expect(await terms(referral)).toEqual([['AWAIT_ANSWER', LATER, null], ['DECIDE', LATER, '2026-12-31T11:00:00.000Z']]);
    expect((await read(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { version due term { workingDays length } } }', { id: referral.id })).ownAnswer).toEqual({ version: version + 1, due: LATER, term: { workingDays: 5, length: 5 } });
    expect((await tasksOf(portal, ann, 'WAITING', referral.id)).map(({ due }) => due)).toEqual([LATER]);
    const trail = await truth.rows(`select operation, record, outcome from trail where dossier_ids @> array[$1::uuid] and operation = 'addClosingDay'`, [referral.id]);
    expect(trail).toEqual([{ operation: 'addClosingDay', record: 'ClosingDay', outcome: 'DONE' }]);
  });

  it('is told to the two sides, with the reason and the new end, and without the words of who keeps it', async () => {
    const [{ dossier_id: id }] = await truth.rows<{ dossier_id: string }>(`select dossier_id from task where done_at is null and kind = 'DECIDE'`);
    const told = [{ event: 'TERM_MOVED', personName: 'Woonbrug', text: 'Woondienst Regio Izegem is gesloten op 29 december 2026.', due: LATER }];
    for (const who of [ann, joris, hilde, bram, sofie]) expect([who.as, await moved(who, { id })]).toEqual([who.as, told]);
    await forget();
  });

  it('holds at once for what is sent and shown next, also in a process that did not change it', async () => {
    await truth.rows(`insert into closing_day (id, partner_id, day, label, set_by) select gen_random_uuid(), id, '2026-12-29', 'Elders gezet', 'x' from partner where name = 'Woondienst Regio Izegem'`);
    const referral = await sentAt(SENT);
    expect((await terms(referral))[1]).toEqual(['DECIDE', LATER, '2026-12-31T11:00:00.000Z']);
    expect((await read(portal, bram, '{ worklist(part: UPCOMING) { nodes { term { workingDays length } } } }')).worklist.nodes).toEqual([{ term: { workingDays: 5, length: 5 } }]);
    await forget();
  });

  it('leaves the terms that others must keep, in their own calendar', async () => {
    const referral = await sentAt(SENT);
    await closes(geert, '2026-12-29');
    expect((await terms(referral))[1]).toEqual(['DECIDE', DUE, '2026-12-30T11:00:00.000Z']);
    expect(await moved(ann, referral)).toEqual([]);
    await forget();
  });

  it('moves what the sender owes when the sender is closed, and tells each receiver of itself alone', async () => {
    setClock(portal, SENT);
    const two = await send(portal, await aFullDraft(portal, ann, { to: { [WOONDIENST]: ['CONTACT'], [CAW]: ['CONTACT'] } }), [agreement]);
    const asked = await ask(portal, await receive(portal, await at(portal, bram, two)));
    await closes(geert, '2026-12-29');
    const own = (await terms(asked)).filter(([kind]) => ['ANSWER_QUESTION', 'AWAIT_REPLY'].includes(kind!));
    expect(own.map(([kind, due]) => [kind, due])).toEqual([['ANSWER_QUESTION', '2027-01-12T22:59:59.999Z'], ['AWAIT_REPLY', '2027-01-12T22:59:59.999Z']]);
    expect((await moved(ann, asked)).map(({ text }) => text)).toEqual(['OCMW Ledegem is gesloten op 29 december 2026.']);
    expect(await moved(bram, asked)).toHaveLength(1);
    expect(await moved(joke, asked)).toEqual([]);
    // The one that was not asked anything counts in its own calendar.
    await closes(wim, '2026-12-30');
    expect(await moved(joke, asked)).toEqual([]);
    await forget();
  });

  it('taken out again brings the term back, when more than one working day is left', async () => {
    const referral = await sentAt(SENT);
    const [first, second] = [await closes(wim, '2026-12-30'), await closes(wim, '2026-12-31')];
    expect((await terms(referral))[1][1]).toBe(LATEST);
    await opens(wim, first);
    expect((await terms(referral))[1]).toEqual(['DECIDE', LATER, '2026-12-30T11:00:00.000Z']);
    expect((await moved(ann, referral)).map(({ text, due }) => [text.split(' ').slice(3).join(' '), due]).sort()).toEqual([
      ['is gesloten op 30 december 2026.', LATER], ['is gesloten op 31 december 2026.', LATEST], ['is toch open op 30 december 2026.', LATER],
    ]);
    setClock(portal, '2026-12-30T09:00:00Z');
    await opens(wim, second);
    expect((await terms(referral))[1][1]).toBe(DUE);
    await forget();
  });

  it('taken out on the last day before it is too late to bring anything forward', async () => {
    const referral = await sentAt(SENT);
    const closing = await closes(wim, '2027-01-04');
    expect((await terms(referral))[1][1]).toBe(LATER);
    setClock(portal, '2026-12-31T09:00:00Z');
    await opens(wim, closing);
    expect((await terms(referral))[1][1]).toBe(LATER);
    expect(await moved(ann, referral)).toHaveLength(1);
    await forget();
  });

  it('does not remind or escalate twice', async () => {
    const referral = await sentAt(SENT);
    expect(await runAt('2026-12-30T11:00:00Z')).toBe(1);
    await closes(wim, '2026-12-31');
    expect((await terms(referral))[1]).toEqual(['DECIDE', LATER, '2026-12-30T11:00:00.000Z']);
    expect(await runAt('2027-01-04T23:00:00Z')).toBe(0);
    expect(await runAt(LATER)).toBe(1);
    await closes(wim, '2027-01-08');
    expect(await runAt('2027-02-01T09:00:00Z')).toBe(0);
    expect(await truth.rows(`select from timeline_entry where dossier_id = $1 and event = 'ESCALATED'`, [referral.id])).toHaveLength(1);
    await forget();
  });

  it('that passed while no worker ran is one of the days that did not count: what was missed is done once', async () => {
    await closes(wim, '2026-12-29');
    const before = await sentAt(SENT);
    await closes(wim, '2026-12-31');
    // Day 1 is the 28th, day 2 the 30th; then come 4, 5 and 6 January.
    expect((await terms(before))[1]).toEqual(['DECIDE', LATEST, '2027-01-04T11:00:00.000Z']);
    expect(await runAt('2027-01-06T22:59:59.998Z')).toBe(1);
    expect(await runAt('2027-03-01T09:00:00Z')).toBe(1);
    expect(await runAt('2027-03-01T09:01:00Z')).toBe(0);
    expect(await truth.rows(`select kind, count(*)::int as times from task where dossier_id = $1 and kind = 'ESCALATED' group by 1`, [before.id])).toEqual([{ kind: 'ESCALATED', times: 2 }]);
    await forget();
  });

  it('moves a file also from which its admin is kept away, and the embargo never', async () => {
    const referral = await sentAt(SENT);
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(wim)).id, referral.id]);
    await closes(wim, '2026-12-29');
    expect((await terms(referral))[1][1]).toBe(LATER);
    await forget();
  });

  it('moves a term of which the length was never written down', async () => {
    const referral = await sentAt(SENT);
    await truth.rows('update task set term_days = null, version = version + 1 where dossier_id = $1', [referral.id]);
    await closes(wim, '2026-12-29');
    expect((await terms(referral)).map(([, due]) => due)).toEqual([LATER, LATER]);
    await forget();
  });

  it('waits for who begins a term, and who begins a term waits for it', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => sentAt(SENT)));
    const [more] = await Promise.all([sentAt(SENT), closes(wim, '2026-12-29'), sentAt(SENT), sentAt(SENT)]);
    const stale = await truth.rows(`select from task where done_at is null and due is not null and due <> $1`, [LATER]);
    expect([drafts.length, Boolean(more), stale]).toEqual([4, true, []]);
    await forget();
  });

  it('is repeated harmlessly', async () => {
    const referral = await sentAt(SENT);
    const key = crypto.randomUUID();
    const [one, other] = [await closes(wim, '2026-12-29', 'Brugdag', key), await closes(wim, '2026-12-29', 'Brugdag', key)];
    expect(one).toEqual(other);
    expect(await moved(ann, referral)).toHaveLength(1);
    await forget();
  });

  it.each([
    ['is in the past', '2026-12-23', 'Kies een dag in de toekomst.'],
    ['is today', '2026-12-24', 'Kies een dag in de toekomst.'],
    ['is a holiday already', '2026-12-25', 'Dit is al geen werkdag: een weekend of een feestdag.'],
    ['is a Sunday', '2026-12-27', 'Dit is al geen werkdag: een weekend of een feestdag.'],
    ['lies far away', '2031-01-06', 'Kies een dag in de komende 3 jaar.'],
  ])('is refused with a reason when it %s', async (_, day, message) => {
    const { errors } = await portal.graphql(ADD, { key: crypto.randomUUID(), day, label: 'Brugdag' }, wim);
    expect(errors![0]).toMatchObject({ message, extensions: { code: 'INVALID', fields: [{ field: 'day', message }] } });
  });

  it('stands once, and what is past stays', async () => {
    const closing = await closes(wim, '2026-12-29');
    expect((await portal.graphql(ADD, { key: crypto.randomUUID(), day: '2026-12-29', label: 'Nog eens' }, wim)).errors![0].message).toBe('Deze dag staat er al.');
    setClock(portal, '2026-12-29T09:00:00Z');
    expect(codeOf(await portal.graphql(REMOVE, { key: crypto.randomUUID(), id: closing.id, version: closing.version }, wim))).toBe('NOT_POSSIBLE');
    await forget();
  });

  it('is kept by the admin alone, and read by her own colleagues alone', async () => {
    const closing = await closes(wim, '2026-12-29');
    for (const who of [bram, sofie, ann, nele]) expect([who.as, codeOf(await portal.graphql(ADD, { key: crypto.randomUUID(), day: '2027-01-12', label: 'x' }, who))]).toEqual([who.as, 'FORBIDDEN']);
    expect(codeOf(await portal.graphql(REMOVE, { key: crypto.randomUUID(), id: closing.id, version: closing.version }, geert))).toBe('NOT_FOUND');
    const days = async (who: Person) => (await must<{ closingDays: { day: string; removedAt: string | null }[] }>(portal, who, '{ closingDays { day removedAt } }', {})).closingDays.filter(({ removedAt }) => !removedAt).map(({ day }) => day);
    expect(await days(bram)).toEqual(['2026-12-29']);
    for (const who of [geert, ann, lies]) expect([who.as, await days(who)]).toEqual([who.as, []]);
    await forget();
  });
});
