import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Terms } from '#dossiers';
import { bram, tom, wim } from '../cast/cast.js';
import { added, text } from '../cast/files.js';
import { act, aSignal, broughtTo, caseFor, caseOf, eachParty, renter, type Signal, signalOf, step } from '../cast/mediation.js';
import { must } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';

jest.setTimeout(120_000);

describe('the terms of a mediation', () => {
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

  const at = (moment: string) => setClock(portal, moment);
  const runAt = (moment: string) => (at(moment), portal.app.get(Terms).run());
  const closes = (day: string) => must(portal, wim, 'mutation ($key: ID!, $day: Day!) { addClosingDay(key: $key, day: $day, label: "Brugdag") { id } }', { key: crypto.randomUUID(), day });
  const dueOf = async (dossierId: string, kind: string) => (await truth.rows<{ due: Date }>('select due from task where dossier_id = $1 and kind = $2 and done_at is null', [dossierId, kind])).map(({ due }) => due.toISOString());
  const entries = async (dossierId: string, event: string) => (await truth.rows<{ n: number }>('select count(*)::int n from timeline_entry where dossier_id = $1 and event = $2', [dossierId, event]))[0].n;
  const reported = async (moment: string): Promise<{ signal: Signal; caseId: string }> => {
    at(moment);
    const signal = await aSignal(portal);
    return { signal, caseId: (await caseFor(portal, signal)).id };
  };

  // Monday 3 May 2027: Ascension is on Thursday the 6th, Whit Monday on the 17th.
  it('pass over Ascension and Whit Monday; a closing day that is entered late moves what both sides read alike', async () => {
    const { signal, caseId } = await reported('2027-05-03T09:00:00Z');
    expect([signal.heardBy, ...(await dueOf(caseId, 'CONFIRM_SIGNAL')), ...(await dueOf(signal.id, 'AWAIT_MEDIATION'))]).toEqual(['2027-05-26T21:59:59.999Z', '2027-05-05T21:59:59.999Z', '2027-05-26T21:59:59.999Z']);
    const started = await reported('2027-05-03T09:00:00Z');
    await broughtTo(portal, truth, started.signal, 'CONTACTING_RENTER');
    const hidden = await reported('2027-05-03T09:00:00Z');
    await broughtTo(portal, truth, hidden.signal, 'CONTACTING_RENTER');
    await eachParty(portal, await caseFor(portal, hidden.signal), 'answerParty', 'answer: DECLINED, on: "2027-05-03"', renter);
    await step(portal, 'mediationDeclined', { id: hidden.caseId });
    at('2027-05-10T09:00:00Z');
    await closes('2027-05-20');
    const later = '2027-05-27T21:59:59.999Z';
    const joined = await aSignal(portal, { input: { street: started.signal.street } });
    for (const { id } of [signal, started.signal, hidden.signal, joined]) {
      expect((await signalOf(portal, tom, id)).heardBy).toBe(later);
      expect(await dueOf(id, 'AWAIT_MEDIATION')).toEqual([later]);
    }
    expect([await dueOf(started.caseId, 'HEAR_BOTH'), await dueOf(hidden.caseId, 'TELL_NOT_STARTED')]).toEqual([[later], [later]]);
    // What is reached only now is counted to the same day.
    await broughtTo(portal, truth, signal, 'TRIAGE');
    await step(portal, 'acceptMediation', { id: caseId }, 'deviation: "Te laat gezien."');
    await step(portal, 'contactRenter', { id: caseId }, 'way: "Brief"');
    expect(await dueOf(caseId, 'HEAR_BOTH')).toEqual([later]);
    await closes('2027-05-27');
    expect([(await signalOf(portal, tom, joined.id)).heardBy, (await signalOf(portal, tom, hidden.signal.id)).heardBy, ...(await dueOf(hidden.caseId, 'TELL_NOT_STARTED')), ...(await dueOf(joined.id, 'AWAIT_MEDIATION'))]).toEqual(Array(4).fill('2027-05-28T21:59:59.999Z'));
  });

  it('are caught up with once when the worker was down that day', async () => {
    const { signal, caseId } = await reported('2027-06-07T09:00:00Z');
    const silent = await reported('2027-06-07T09:00:00Z');
    await broughtTo(portal, truth, signal, 'CONTACTING_RENTER');
    await step(portal, 'renterNotReached', { id: caseId });
    expect(signal.heardBy).toBe('2027-06-28T21:59:59.999Z');
    await runAt('2027-06-28T21:59:00Z');
    expect((await signalOf(portal, tom, signal.id)).state).toBe('IN_PROGRESS');
    const escalated = async () => (await truth.rows<{ n: number }>(`select count(*)::int n from task where dossier_id = $1 and kind = 'ESCALATED'`, [silent.caseId]))[0].n;
    const before = await escalated();
    for (const moment of ['2027-07-02T06:00:00Z', '2027-07-02T06:01:00Z', '2027-07-03T06:00:00Z']) await runAt(moment);
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'NOT_STARTED', notStartedAt: '2027-07-02T06:00:00.000Z' });
    expect([await entries(signal.id, 'STAGE_NOT_STARTED'), before, await escalated()]).toEqual([1, 1, 1]);
    expect(await dueOf(caseId, 'TELL_NOT_STARTED')).toEqual([]);
    // Over for the next signal, though nobody closed it.
    const again = await aSignal(portal, { input: { street: signal.street } });
    expect(again).toMatchObject({ state: 'SIGNALLED', heardBy: expect.not.stringMatching('2027-06-28') });
    expect((await caseFor(portal, again)).id).not.toBe(caseId);
  });

  it('that end without an answer are told at once when the day lies behind', async () => {
    const { signal, caseId } = await reported('2027-07-05T09:00:00Z');
    await broughtTo(portal, truth, signal, 'CONTACTING_RENTER');
    at('2027-08-10T09:00:00Z');
    await step(portal, 'renterNotReached', { id: caseId }, 'deviation: "Lang geprobeerd."');
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'NOT_STARTED' });
    expect(await dueOf(caseId, 'TELL_NOT_STARTED')).toEqual([]);
  });

  it.each([['2028-01-31T10:00:00Z', '2028-02-29', '2028-04-30'], ['2027-11-30T10:00:00Z', '2027-12-30', '2028-02-29'], ['2028-02-29T10:00:00Z', '2028-03-29', '2028-05-29']])('of a follow-up end on the last day of a shorter month: signed at %s', async (moment, first, second) => {
    const { signal, caseId } = await reported('2027-11-15T09:00:00Z');
    await broughtTo(portal, truth, signal, 'SETTLEMENT_DRAFT');
    at(moment);
    await act(portal, bram, 'offerSettlement', (await caseOf(portal, bram, caseId)).settlements[0]);
    const [copy] = (await signalOf(portal, tom, signal.id)).settlements as { id: string; version: number; hash: string }[];
    await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "verhuurder"`);
    const { id } = await added(portal, bram, caseId, text('Getekend.', 'getekend.txt'));
    for (const party of (await caseOf(portal, bram, caseId)).parties.filter(renter) as { id: string }[]) {
      const [settlement] = (await caseOf(portal, bram, caseId)).settlements as { id: string; version: number }[];
      expect((await act(portal, bram, 'recordSignature', settlement, `hash: "${copy.hash}", partyId: "${party.id}", name: "Marc Dewaele", attachmentId: "${id}"`)).errors).toBeUndefined();
    }
    expect((await dueOf(caseId, 'FOLLOW_UP_SETTLEMENT')).map((due) => new Date(Date.parse(due)).toLocaleDateString('sv-SE', { timeZone: 'Europe/Brussels' })).sort()).toEqual([first, second]);
  });
});
