import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, hilde, joris, katrien, nele, type Person, sofie, wim } from '../cast/cast.js';
import { accept, aReferral, ask, cause, codeOf, receive, type Referral, reply, withdraw } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';
import { read } from './shown.js';
import { tasksOf, worklistOf } from './worklist.js';

// Christmas Eve at 15.00 in Brussels. Closed: 25 December and 1 January; a weekend lies in between.
const SENT = '2026-12-24T14:00:00Z';
const REMINDER = '2026-12-30T11:00:00.000Z';
const DUE = '2027-01-04T22:59:59.999Z';

describe('a term', () => {
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

  const runAt = async (moment: string) => {
    setClock(portal, moment);
    return portal.app.get(Terms).run();
  };
  const tasks = (referral: Referral) => truth.rows<{ kind: string; partner: string; due: Date | null; remind: Date | null; reminded: Date | null; escalated: Date | null; done: Date | null }>('select t.kind, o.short_name as partner, t.due, t.remind_at as remind, t.reminded_at as reminded, t.escalated_at as escalated, t.done_at as done from task t join partner o on o.id = t.partner_id where t.dossier_id = $1 order by t.opened_at, t.kind', [referral.id]);
  const open = async (referral: Referral) => (await tasks(referral)).filter(({ done }) => !done).map(({ kind, partner }) => `${kind} ${partner}`).sort();
  const sentAt = (moment: string, urgent = false) => {
    setClock(portal, moment);
    return aReferral(portal, ann, { changes: { urgent } });
  };
  /** Other tests must not find these. */
  const forget = () => truth.rows('update task set done_at = now(), version = version + 1 where done_at is null');

  describe('of five working days', () => {
    let referral: Referral;
    beforeAll(async () => void (referral = await sentAt(SENT)));
    afterAll(forget);

    it('sent on Christmas Eve ends on Monday 4 January, with a reminder on Wednesday 30 December at noon', async () => {
      const [waiting, deciding] = await tasks(referral);
      expect([waiting.kind, waiting.due?.toISOString(), waiting.remind]).toEqual(['AWAIT_ANSWER', DUE, null]);
      expect([deciding.kind, deciding.due?.toISOString(), deciding.remind?.toISOString()]).toEqual(['DECIDE', DUE, REMINDER]);
      expect((await read(portal, bram, 'query ($id: ID!) { referral(id: $id) { answers { due term { workingDays length tone } } timeline { at due } } }', { id: referral.id })).referral).toEqual({ answers: [{ due: DUE, term: { workingDays: 5, length: 5, tone: 'PLAN' } }], timeline: [{ at: expect.stringMatching(/^2026-12-24T14:00:00\.00\dZ$/), due: DUE }] });
    });

    it('is not reminded of a moment too early, and then once', async () => {
      expect(await runAt('2026-12-30T10:59:59.999Z')).toBe(0);
      expect(await runAt(REMINDER)).toBe(1);
      expect(await runAt('2026-12-30T11:05:00Z')).toBe(0);
      expect(await tasksOf(portal, bram, 'TODO', referral.id)).toMatchObject([{ kind: 'DECIDE', reminded: true }]);
      expect(await open(referral)).toEqual(['AWAIT_ANSWER OCMW Ledegem', 'DECIDE Woondienst']);
    });

    it('is soon over two working days before its end', async () => {
      setClock(portal, '2026-12-30T15:00:00Z');
      const { worklist } = await read(portal, bram, '{ worklist(part: UPCOMING) { nodes { term { workingDays tone } } } }');
      expect(worklist.nodes).toEqual([{ term: { workingDays: 2, tone: 'SOON' } }]);
    });

    it('passes with the last moment of its day, not before', async () => {
      expect(await runAt('2027-01-04T22:59:59.998Z')).toBe(0);
      expect(await open(referral)).toEqual(['AWAIT_ANSWER OCMW Ledegem', 'DECIDE Woondienst']);
      expect((await worklistOf(portal, bram, referral.id)).OVERDUE).toEqual([]);
    });

    it('that passed reaches the coordinators of both sides, once, however often one looks', async () => {
      const runs = await Promise.all([runAt(DUE), runAt(DUE)]);
      expect(Math.max(...runs)).toBe(1);
      for (const moment of [DUE, '2027-01-04T23:00:00Z', '2027-02-01T09:00:00Z']) await runAt(moment);
      expect(await open(referral)).toEqual(['AWAIT_ANSWER OCMW Ledegem', 'DECIDE Woondienst', 'ESCALATED OCMW Ledegem', 'ESCALATED Woondienst']);
      expect(await truth.rows(`select event from timeline_entry where dossier_id = $1 and event = 'ESCALATED'`, [referral.id])).toHaveLength(1);
      expect(await truth.rows(`select operation, capacity, outcome from trail where dossier_ids @> array[$1::uuid] and capacity = 'CLOCK' order by id`, [referral.id])).toEqual([
        { operation: 'remind', capacity: 'CLOCK', outcome: 'DONE' },
        { operation: 'escalate', capacity: 'CLOCK', outcome: 'DONE' },
      ]);
    });

    it('that passed is for the coordinators and for nobody else', async () => {
      const escalated: [Person, boolean][] = [[hilde, true], [sofie, true], [ann, false], [joris, false], [bram, false], [katrien, false], [nele, false], [wim, false]];
      for (const [who, there] of escalated) expect([who.as, (await worklistOf(portal, who, referral.id)).TODO.filter((task) => task.startsWith('ESCALATED'))]).toEqual([who.as, there ? ['ESCALATED COORDINATOR'] : []]);
      expect((await worklistOf(portal, bram, referral.id)).OVERDUE).toEqual(['DECIDE HOUSING_COUNSELLOR']);
      expect((await worklistOf(portal, ann, referral.id)).OVERDUE).toEqual(['AWAIT_ANSWER mine']);
    });

    it('that passed is still answered, and then nothing is escalated any more', async () => {
      expect((await tasksOf(portal, sofie, 'TODO', referral.id))[0].referral).toEqual({ number: referral.number });
      await accept(portal, await receive(portal, referral));
      expect(await open(referral)).toEqual(['START Woondienst']);
    });
  });

  describe('of one working day', () => {
    let referral: Referral;
    beforeAll(async () => void (referral = await sentAt(SENT, true)));
    afterAll(forget);

    it('ends on the next working day, with a reminder at noon', async () => {
      const [, deciding] = await tasks(referral);
      expect([deciding.due?.toISOString(), deciding.remind?.toISOString()]).toEqual(['2026-12-28T22:59:59.999Z', '2026-12-28T11:00:00.000Z']);
      expect(await runAt('2026-12-28T11:00:00Z')).toBe(1);
      expect(await runAt('2026-12-28T22:59:59.999Z')).toBe(1);
      expect(await open(referral)).toContain('ESCALATED Woondienst');
    });
  });

  describe('that is stopped by a question', () => {
    let referral: Referral;
    beforeAll(async () => void (referral = await receive(portal, await sentAt(SENT))));
    afterAll(forget);

    it('becomes one of the sender, of ten working days', async () => {
      setClock(portal, '2027-01-04T10:00:00Z');
      referral = await ask(portal, referral);
      const waiting = (await tasks(referral)).filter(({ done }) => !done);
      expect(waiting.map(({ kind, due, remind }) => [kind, due?.toISOString(), remind?.toISOString()]).sort()).toEqual([
        ['ANSWER_QUESTION', '2027-01-18T22:59:59.999Z', '2027-01-14T11:00:00.000Z'],
        ['AWAIT_REPLY', '2027-01-18T22:59:59.999Z', undefined],
      ]);
      expect(await runAt('2027-01-05T09:00:00Z')).toBe(0);
    });

    it('starts anew with the reply', async () => {
      setClock(portal, '2027-01-15T10:00:00Z');
      referral = await reply(portal, referral);
      const deciding = (await tasks(referral)).filter(({ kind, done }) => kind === 'DECIDE' && !done);
      expect(deciding.map(({ due, remind }) => [due?.toISOString(), remind?.toISOString()])).toEqual([['2027-01-22T22:59:59.999Z', '2027-01-20T11:00:00.000Z']]);
      expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { answers { state due term { length } } } }', { id: referral.id })).referral.answers).toEqual([{ state: 'RECEIVED', due: '2027-01-22T22:59:59.999Z', term: { length: 5 } }]);
    });
  });

  describe('in which nobody answers the question', () => {
    let referral: Referral;
    beforeAll(async () => void (referral = await ask(portal, await receive(portal, await sentAt(SENT)))));
    afterAll(forget);

    it('ends the answer and the referral, once', async () => {
      expect(await runAt('2027-01-11T22:59:59.998Z')).toBe(1); // the reminder
      const runs = await Promise.all([runAt('2027-01-11T22:59:59.999Z'), runAt('2027-01-11T22:59:59.999Z')]);
      expect(runs).toContain(1);
      expect(await runAt('2027-01-12T09:00:00Z')).toBe(0);
      const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state answers { state due may } timeline { event personName } } }', { id: referral.id });
      expect(mine).toMatchObject({ state: 'CLOSED', answers: [{ state: 'EXPIRED', due: null, may: ['reopen'] }] });
      expect(mine.timeline.filter(({ event }: { event: string }) => event === 'EXPIRED')).toEqual([{ event: 'EXPIRED', personName: 'Woonbrug' }]);
      expect(await open(referral)).toEqual([]);
      expect(codeOf(await cause(portal, ann, 'replyToReceiver', { id: referral.answerId, version: referral.answerVersion + 1 }, 'text: "Te laat"'))).toBe('NOT_POSSIBLE');
      for (const [who, state] of [[ann, 'CLOSED'], [bram, 'EXPIRED']] as const) expect((await read(portal, who, `{ referrals(state: ${state}) { nodes { id } } }`)).referrals.nodes).toContainEqual({ id: referral.id });
    });
  });

  describe('of a withdrawal', () => {
    it('is chased at the receiver until it says what happens with what is there', async () => {
      const referral = await withdraw(portal, await receive(portal, await sentAt(SENT)));
      expect(await runAt('2026-12-31T09:00:00Z')).toBe(1);
      expect(await runAt(DUE)).toBe(1);
      expect(await open(referral)).toEqual(['CONFIRM_STOP Woondienst', 'ESCALATED OCMW Ledegem', 'ESCALATED Woondienst']);
      expect((await worklistOf(portal, sofie, referral.id)).TODO).toEqual(['ESCALATED COORDINATOR']);
      // Four more terms of five working days: as long as nobody says it, the coordinators hear of it again, and of the last time only.
      for (const end of ['2027-01-12T09:00:00Z', '2027-01-20T09:00:00Z', '2027-01-28T09:00:00Z', '2027-02-05T09:00:00Z']) {
        expect([end, await runAt(end) > 0]).toEqual([end, true]);
        expect([end, await open(referral)]).toEqual([end, ['CONFIRM_STOP Woondienst', 'ESCALATED OCMW Ledegem', 'ESCALATED Woondienst']]);
      }
      expect(await truth.rows(`select 1 from timeline_entry where dossier_id = $1 and event = 'ESCALATED'`, [referral.id])).toHaveLength(5);
      const { ownAnswer } = await read(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { version } }', { id: referral.id });
      expect((await cause(portal, bram, 'confirmStopped', { id: referral.answerId, version: ownAnswer.version })).errors).toBeUndefined();
      expect(await open(referral)).toEqual([]);
      expect(await runAt('2027-06-01T09:00:00Z')).toBe(0);
    });
  });

  describe('that passed while nobody looked', () => {
    it('is reminded, escalated and expired once each, at the first look', async () => {
      const some = await Promise.all([sentAt(SENT), sentAt(SENT, true), sentAt(SENT)]);
      const asked = await ask(portal, await receive(portal, await sentAt(SENT)));
      expect(await runAt('2027-06-01T09:00:00Z')).toBe(8);
      expect(await runAt('2027-06-01T09:01:00Z')).toBe(0);
      for (const referral of some) expect(await open(referral)).toEqual(['AWAIT_ANSWER OCMW Ledegem', 'DECIDE Woondienst', 'ESCALATED OCMW Ledegem', 'ESCALATED Woondienst']);
      expect(await open(asked)).toEqual([]);
      await forget();
    });

    it('does not keep one that fails from the others', async () => {
      const [broken, fine] = [await sentAt(SENT), await sentAt(SENT)];
      await truth.rows(`alter table task add constraint broken check (escalated_at is null or dossier_id <> '${broken.id}')`);
      await runAt('2027-01-05T09:00:00Z');
      expect(await open(broken)).not.toContain('ESCALATED Woondienst');
      expect(await open(fine)).toContain('ESCALATED Woondienst');
      await truth.rows('alter table task drop constraint broken');
      expect(await runAt('2027-01-05T09:01:00Z')).toBe(1);
      expect(await open(broken)).toContain('ESCALATED Woondienst');
    });
  });
});
