import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, hilde, jens, joke, joris, type Person, sofie } from '../cast/cast.js';
import { agreement, codeOf, EVERYTHING, type Referral } from '../cast/scenes.js';
import { act, aFullDraft, CAW, chooseIt, ENERGIEHUIS, now, sendIt, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';
import { setClock } from './clock.js';
import { nothing, worklistOf } from './worklist.js';

// Christmas Eve at 15.00 in Brussels. Closed: 25 December and 1 January; a weekend lies in between.
const SENT = '2026-12-24T14:00:00Z';
const JUST_BEFORE = '2026-12-24T14:09:59.999Z';
const DELIVERED = '2026-12-24T14:10:00.000Z';
const DUE = '2027-01-04T22:59:59.999Z';
const agreed = { ...agreement, classes: [...EVERYTHING, 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const TO = { [WOONDIENST]: ['CONTACT', 'HEALTH'], [ENERGIEHUIS]: ['CONTACT', 'HOUSING_TECHNICAL'] };

let portal: TestPortal;
let truth: Truth;
beforeAll(async () => {
  portal = await startPortal({ embargo: 10 });
  truth = await Truth.of(portal);
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

const runAt = (moment: string) => {
  setClock(portal, moment);
  return portal.app.get(Terms).run();
};
async function sentAt(moment: string, changes: object = {}, to: { [partner: string]: readonly string[] } = TO): Promise<Referral> {
  setClock(portal, moment);
  const draft = await aFullDraft(portal, ann, { to, changes });
  const { data, errors } = await sendIt(portal, draft, [agreed]);
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...draft, version: data.sendReferral.version };
}
const takeBack = (referral: Referral, who: Person = ann) => act(portal, who, 'takeBackReferral', referral, {}, {});
const stored = async ({ id }: Referral) => (await truth.rows(`select r.state, (select count(*)::int from answer where dossier_id = r.id) answers, (select count(*)::int from party where dossier_id = r.id) seats, (select count(*)::int from share where dossier_id = r.id) shares, (select count(*)::int from receipt where dossier_id = r.id) receipts,
  (select count(*)::int from agreement where about_id = r.id and ended_at is null) agreements, (select string_agg(kind, ' ' order by kind) from task where dossier_id = r.id and done_at is null) tasks from referral r where id = $1`, [id]))[0];
const events = async ({ id }: Referral) => (await truth.rows<{ event: string }>(`select event from timeline_entry where dossier_id = $1 and event <> 'DRAFTED' order by at, id`, [id])).map(({ event }) => event);

describe('in the embargo', () => {
  let referral: Referral;
  let before: string[];
  const lists = async () => Promise.all([bram, sofie, jens].map(async (who) => JSON.stringify(await read(portal, who, '{ referrals(first: 50) { nodes { id } } worklistCounts { todo overdue waiting upcoming } worklist(part: TODO, first: 50) { nodes { id } } me { name } }'))));
  beforeAll(async () => {
    before = await lists();
    referral = await sentAt(SENT);
  });

  it('the sender knows until when it can be taken back', async () => {
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state sentAt deliverAt deliveredAt may timeline { event due } } }', { id: referral.id });
    expect(mine).toMatchObject({ state: 'SENT', sentAt: '2026-12-24T14:00:00.000Z', deliverAt: DELIVERED, deliveredAt: null });
    expect([...mine.may].sort()).toEqual(['note', 'takeBack']);
    expect(mine.timeline).toHaveLength(2);
    expect(mine.timeline).toEqual(expect.arrayContaining([{ event: 'SENT', due: DELIVERED }, { event: 'DRAFTED', due: null }]));
    expect(await worklistOf(portal, ann, referral.id)).toMatchObject({ TODO: [], WAITING: ['DELIVER mine'] });
  });

  it('no receiver finds it, on any route', async () => {
    const id = referral.id;
    expect(await lists()).toEqual(before);
    for (const who of [bram, jens, sofie, joke]) {
      for (const query of ['referral(id: $id) { id }', 'ownAnswer(dossierId: $id) { id }', 'why(id: $id, dataClass: HEALTH) { title }', 'seenNow(id: $id) { partnerId }', 'receivers(id: $id) { possible }']) {
        if (who === sofie && query.startsWith('receivers')) continue;
        const code = codeOf(await portal.graphql(`query ($id: ID!) { ${query} }`, { id }, who));
        expect([who.as, query, code]).toEqual([who.as, query, 'NOT_FOUND']);
      }
      expect([who.as, await worklistOf(portal, who, id)]).toEqual([who.as, nothing]);
      if (who !== sofie) expect([who.as, (await read(portal, who, '{ similar(givenName: "Rosa", familyName: "Lippens", birthDate: "1984-05-06") { referrals { id } } }').catch(() => ({ similar: { referrals: [] } }))).similar.referrals]).toEqual([who.as, []]);
    }
    const nobody = randomUUID();
    for (const who of [bram, jens]) expect(JSON.stringify((await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id }, who)).errors)).toBe(JSON.stringify((await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: nobody }, who)).errors));
  });

  it('no receiver writes on it, and asks for nothing', async () => {
    expect(codeOf(await portal.graphql<Done>('mutation ($key: ID!, $id: ID!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: "1") { id } }', { key: randomUUID(), id: referral.id }, bram))).toBe('NOT_FOUND');
    expect(codeOf(await portal.graphql<Done>('mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "x", until: "2027-02-01") { id } }', { key: randomUUID(), id: referral.id }, bram))).toBe('NOT_FOUND');
    expect(codeOf(await takeBack(referral, bram))).toBe('NOT_FOUND');
  });

  it('no clock runs for anybody, and nothing is stored that a receiver could get', async () => {
    expect(await runAt(JUST_BEFORE)).toBe(0);
    expect(await stored(referral)).toEqual({ state: 'SENT', answers: 0, seats: 1, shares: 0, receipts: 0, agreements: 2, tasks: 'DELIVER' });
  });

  it('it is neither edited, chosen anew, sent twice nor withdrawn', async () => {
    expect(codeOf(await chooseIt(portal, referral, []))).toBe('NOT_POSSIBLE');
    expect(codeOf(await sendIt(portal, referral, [agreed]))).toBe('NOT_POSSIBLE');
    expect(codeOf(await withdrawIt(portal, referral))).toBe('NOT_POSSIBLE');
    expect(codeOf(await takeBack({ ...referral, version: referral.version + 1 }))).toBe('CONFLICT');
    expect(codeOf(await takeBack(referral, hilde))).toBe('FORBIDDEN');
  });

  it('a colleague takes it back: it is a draft again, what was agreed has ended, and nobody got anything', async () => {
    expect((await takeBack(referral, joris)).data.takeBackReferral.state).toBe('DRAFT');
    expect(await stored(referral)).toEqual({ state: 'DRAFT', answers: 0, seats: 1, shares: 0, receipts: 0, agreements: 0, tasks: 'FINISH_DRAFT' });
    expect(await worklistOf(portal, ann, referral.id)).toEqual({ ...nothing, TODO: ['FINISH_DRAFT mine'] });
    expect(await runAt('2026-12-24T15:00:00Z')).toBe(0);
    expect((await now(portal, referral)).state).toBe('DRAFT');
    expect(await lists()).toEqual(before);
    expect(await events(referral)).toEqual(['SENT', 'TAKEN_BACK']);
  });

  it('what was taken back is sent again, with an agreement of its own', async () => {
    setClock(portal, SENT);
    const again = await sendIt(portal, await now(portal, referral), [agreed]);
    expect(again.data.sendReferral.state).toBe('SENT');
    expect(await stored(referral)).toMatchObject({ state: 'SENT', agreements: 2 });
    expect(await runAt(DELIVERED)).toBe(1);
    expect(await stored(referral)).toMatchObject({ state: 'DELIVERED', answers: 2, shares: 2 });
  });
});

describe('when the embargo ends', () => {
  it('it is delivered once, however many look, and all terms run from there', async () => {
    const referral = await sentAt(SENT);
    const runs = await Promise.all([runAt(DELIVERED), runAt(DELIVERED), runAt(DELIVERED)]);
    expect(runs.filter((done) => done > 0).length).toBeGreaterThan(0);
    expect(await runAt('2026-12-24T14:11:00Z')).toBe(0);
    expect(await stored(referral)).toEqual({ state: 'DELIVERED', answers: 2, seats: 3, shares: 2, receipts: 2, agreements: 2, tasks: 'AWAIT_ANSWER AWAIT_ANSWER DECIDE DECIDE' });
    expect(await events(referral)).toEqual(['SENT', 'DELIVERED', 'DELIVERED']);
    for (const who of [bram, jens]) expect((await read(portal, who, 'query ($id: ID!) { referral(id: $id) { deliveredAt sentAt phone answers { deliveredAt due } } }', { id: referral.id })).referral).toMatchObject({ deliveredAt: DELIVERED, sentAt: null, answers: [{ deliveredAt: DELIVERED, due: DUE }] });
    expect(codeOf(await takeBack(await now(portal, referral)))).toBe('NOT_POSSIBLE');
    expect(await truth.rows(`select 1 from trail where dossier_ids @> array[$1::uuid] and capacity = 'CLOCK'`, [referral.id])).toHaveLength(1);
  });

  it('counts its days from delivery when it ends on another day than it began', async () => {
    // 23.55 on Wednesday 9 December in Brussels; delivered on Thursday, so that the fifth working day is Thursday 17.
    const referral = await sentAt('2026-12-09T22:55:00Z');
    await runAt('2026-12-09T23:05:00Z');
    expect((await truth.rows<{ due: Date }>('select due from answer where dossier_id = $1', [referral.id])).map(({ due }) => due.toISOString())).toEqual(['2026-12-17T22:59:59.999Z', '2026-12-17T22:59:59.999Z']);
  });

  it('and it is taken back at that moment, one of both happens', async () => {
    for (let round = 0; round < 8; round += 1) {
      const referral = await sentAt(SENT);
      setClock(portal, DELIVERED);
      const [back] = await Promise.all([takeBack(referral), portal.app.get(Terms).run()]);
      if (back.errors) expect([round, codeOf(back), await stored(referral)]).toEqual([round, expect.stringMatching(/CONFLICT|NOT_POSSIBLE/), expect.objectContaining({ state: 'DELIVERED', answers: 2, shares: 2, agreements: 2 })]);
      else expect([round, await stored(referral)]).toEqual([round, expect.objectContaining({ state: 'DRAFT', answers: 0, seats: 1, shares: 0, agreements: 0 })]);
    }
  });

  it.each([
    ['a protocol ended meanwhile', async () => truth.rows('update exchange_protocol set valid_to = today() - 30 where from_partner_id = $1 and to_partner_id = $2', [await truth.partner('OCMW Ledegem'), await truth.partner(ENERGIEHUIS)]), /Er is geen actief gegevensprotocol van OCMW Ledegem naar Energiehuis/],
    ['a protocol covers less meanwhile', async () => truth.rows(`update exchange_protocol set classes = array_remove(classes, 'HOUSING_TECHNICAL') where from_partner_id = $1 and to_partner_id = $2`, [await truth.partner('OCMW Ledegem'), await truth.partner(ENERGIEHUIS)]), /Het gegevensprotocol tussen beide partners dekt dit niet/],
  ])('and %s, it comes back as a draft to all and says why', async (_, change, reason) => {
    const referral = await sentAt(SENT);
    const kept = await truth.rows<{ id: string; valid_to: string | null; classes: string[] }>('select id, valid_to::text, classes from exchange_protocol where from_partner_id = $1 and to_partner_id = $2', [await truth.partner('OCMW Ledegem'), await truth.partner(ENERGIEHUIS)]);
    await change();
    await runAt(DELIVERED);
    expect(await stored(referral)).toEqual({ state: 'DRAFT', answers: 0, seats: 1, shares: 0, receipts: 0, agreements: 0, tasks: 'FINISH_DRAFT' });
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { timeline { event personName text } } }', { id: referral.id });
    expect(mine.timeline[0]).toEqual({ event: 'NOT_DELIVERED', personName: 'Woonbrug', text: expect.stringMatching(reason) });
    expect((await worklistOf(portal, ann, referral.id)).TODO).toEqual(['FINISH_DRAFT mine']);
    for (const who of [bram, jens]) expect(codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: referral.id }, who))).toBe('NOT_FOUND');
    expect(await runAt('2026-12-24T14:20:00Z')).toBe(0);
    for (const { id, valid_to: to, classes } of kept) await truth.rows('update exchange_protocol set valid_to = $2, classes = $3 where id = $1', [id, to, classes]);
  });

  it('while no worker ran, it is delivered at the first look, and late', async () => {
    const referral = await sentAt(SENT);
    await runAt('2026-12-28T09:00:00Z');
    expect((await read(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { deliveredAt due } }', { id: referral.id })).ownAnswer).toEqual({ deliveredAt: '2026-12-28T09:00:00.000Z', due: '2027-01-05T22:59:59.999Z' });
  });
});

describe('what is urgent', () => {
  it('leaves at once, and is answered the next working day', async () => {
    const referral = await sentAt(SENT, { urgent: true }, { [CAW]: ['CONTACT'] });
    expect(await stored(referral)).toEqual({ state: 'DELIVERED', answers: 1, seats: 2, shares: 1, receipts: 1, agreements: 1, tasks: 'AWAIT_ANSWER DECIDE' });
    expect((await read(portal, joke, 'query ($id: ID!) { referral(id: $id) { urgent deliveredAt answers { due } } }', { id: referral.id })).referral).toEqual({ urgent: true, deliveredAt: '2026-12-24T14:00:00.000Z', answers: [{ due: '2026-12-28T22:59:59.999Z' }] });
    expect(codeOf(await takeBack(referral))).toBe('NOT_POSSIBLE');
  });
});
