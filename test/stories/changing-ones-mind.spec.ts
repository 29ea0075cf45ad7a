import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { amir, ann, bram, jens, joke, type Person } from '../cast/cast.js';
import { accept, aClient, agreement, aNote, cause, close, codeOf, EVERYTHING, feedback, receive, type Referral, reject, send, start } from '../cast/scenes.js';
import { act, aFullDraft, amend, at, CAW, chooseIt, classesSeen, content, ENERGIEHUIS, filled, HEALTH, JUSTICE, narrow, now, sendIt, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';
import { freeClock, setClock } from './clock.js';
import { nothing, worklistOf } from './worklist.js';

const agreed = { ...agreement, classes: [...EVERYTHING, 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const TO = { [WOONDIENST]: ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH', 'JUDICIAL'], [CAW]: ['CONTACT', 'HEALTH'], [ENERGIEHUIS]: ['CONTACT', 'HOUSING_TECHNICAL'] };

let portal: TestPortal;
let truth: Truth;
let ids: { [partner: string]: string };
beforeAll(async () => {
  portal = await startPortal();
  truth = await Truth.of(portal);
  ids = Object.fromEntries(await Promise.all([WOONDIENST, CAW, ENERGIEHUIS, 'OCMW Ledegem'].map(async (name) => [name, await truth.partner(name)] as const)));
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

const sent = async (to: { [partner: string]: readonly string[] } = TO, changes: object = {}, client?: { id: string; version: number; owner: Person }) => send(portal, await aFullDraft(portal, ann, { to, changes, client }), [agreed]);
const seen = async (who: Person, { id }: Referral) => classesSeen(await content(portal, who, id));
const found = async (who: Person, { id }: Referral) => codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id }, who));
const contactOf = async (who: Person) => (await truth.person(who)).id;

describe('a sender who shares less', () => {
  let referral: Referral;
  beforeAll(async () => void (referral = await sent()));

  it('takes a class back at once, from one receiver alone', async () => {
    const others = await seen(joke, referral);
    expect((await narrow(portal, await now(portal, referral), ids[WOONDIENST], ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'HOUSING', 'JUDICIAL'])).errors).toBeUndefined();
    expect(await seen(bram, referral)).toEqual(['ADDRESS', 'CONTACT', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'HOUSING', 'HOUSING_TECHNICAL', 'IDENTITY', 'INCOME', 'INCOME_CATEGORY', 'JUDICIAL']);
    expect(JSON.stringify(await content(portal, bram, referral.id))).not.toMatch(/Canari (schuld|gezondheid)/);
    expect(await seen(joke, referral)).toEqual(others);
    expect(await seen(ann, referral)).toContain('DEBTS');
  });

  it('takes with a whole each part of it', async () => {
    await narrow(portal, await now(portal, referral), ids[WOONDIENST], ['CONTACT', 'HOUSEHOLD'], 'CLIENT');
    expect(await seen(bram, referral)).toEqual(['CONTACT', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'IDENTITY']);
    await narrow(portal, await now(portal, referral), ids[WOONDIENST], ['HOUSEHOLD_SIZE']);
    expect(await seen(bram, referral)).toEqual(['HOUSEHOLD_SIZE', 'IDENTITY']);
  });

  it('never gives more by it: what is not there cannot be kept', async () => {
    await narrow(portal, await now(portal, referral), ids[WOONDIENST], ['DEBTS', 'HEALTH', 'CONTACT']);
    expect(await seen(bram, referral)).toEqual(['IDENTITY']);
  });

  it('is refused when there is nothing to take, or nobody to take it from', async () => {
    const before = await truth.rows('select id, until, ended_at from share where dossier_id = $1 order by id', [referral.id]);
    expect((await narrow(portal, await now(portal, referral), ids[WOONDIENST], [])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'classes', message: 'Kies minstens één soort gegevens om terug te nemen.' }] });
    expect((await narrow(portal, await now(portal, referral), await truth.partner('Vivus'), [])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'partnerId' }] });
    expect((await narrow(portal, { ...referral, version: 1 }, ids[CAW], [])).errors?.[0].extensions.code).toBe('CONFLICT');
    for (const who of [bram, joke]) expect(codeOf(await narrow(portal, referral, ids[CAW], [], 'SENDER', who))).toBe('FORBIDDEN');
    expect(await truth.rows('select id, until, ended_at from share where dossier_id = $1 order by id', [referral.id])).toEqual(before);
  });

  it('leaves the receiver what it needs to answer, and tells it what was taken', async () => {
    const own = await receive(portal, await at(portal, bram, referral));
    const { referral: theirs } = await read(portal, bram, 'query ($id: ID!) { referral(id: $id) { question givenName timeline { event classes } withheld { dataClass why } } }', { id: referral.id });
    expect(theirs).toMatchObject({ question: filled.question, givenName: 'Rosa' });
    expect(theirs.timeline.filter(({ event }) => event === 'NARROWED')).toHaveLength(4);
    expect(theirs.withheld).toContainEqual({ dataClass: 'DEBTS', why: 'NOT_SHARED' });
    expect(own.answerVersion).toBe(2);
  });
});

describe('a share that ends', () => {
  it('is gone at that moment, with no worker running: on every route', async () => {
    const referral = await sent({ [WOONDIENST]: ['CONTACT', 'DEBTS', 'HEALTH'] });
    await receive(portal, await at(portal, bram, referral));
    expect(await seen(bram, referral)).toEqual(['CONTACT', 'DEBTS', 'HEALTH', 'IDENTITY']);
    const [{ end }] = await truth.rows<{ end: Date }>(`update share set until = clock_timestamp() + interval '1500 milliseconds' where dossier_id = $1 returning until as end`, [referral.id]);
    for (let last = 0; last <= end.getTime(); ) {
      const asked = Date.now();
      const classes = await seen(bram, referral);
      const answered = Date.now();
      if (answered < end.getTime()) expect(classes).toContain('DEBTS');
      if (asked > end.getTime()) expect(classes).toEqual(['IDENTITY']);
      last = asked;
    }
    const everywhere = await read(portal, bram, `query ($id: ID!) { referral(id: $id) { phone debtsNote notes { body } } referrals(first: 50) { nodes { id phone debtsNote notes { body } } } worklist(part: TODO, first: 50) { nodes { referral { id phone debtsNote notes { body } } } } similar(givenName: "Rosa", familyName: "Lippens") { referrals { id phone debtsNote } } }`, { id: referral.id });
    const mine = JSON.stringify([everywhere.referral, ...everywhere.referrals.nodes.filter(({ id }: { id: string }) => id === referral.id), ...everywhere.similar.referrals.filter(({ id }: { id: string }) => id === referral.id)]);
    expect(mine).not.toMatch(/Canari|0470 /);
    expect(codeOf(await cause(portal, bram, 'acceptReferral', await at(portal, bram, referral).then(({ answerId: id, answerVersion: version }) => ({ id, version })), `contactPersonId: "${await contactOf(bram)}"`))).toMatch(/no refusal/);
    const [file] = await truth.rows<{ row: string }>('select to_jsonb(c)::text as row from client c where source_referral_id = $1', [referral.id]);
    expect(file.row).not.toMatch(/0470|Canari/);
  });

  it('is never made longer, not even by its own partner', async () => {
    const referral = await sent({ [CAW]: ['CONTACT'] });
    await expect(truth.rows(`update share set until = until + interval '1 day' where dossier_id = $1`, [referral.id])).rejects.toThrow('a share is never prolonged');
    await expect(truth.rows(`insert into share (id, dossier_id, partner_id, audience, classes, purpose, ground, until, granted_by) select gen_random_uuid(), dossier_id, partner_id, audience, classes, purpose, ground, until, granted_by from share where dossier_id = $1`, [referral.id])).rejects.toThrow('no agreement');
    await expect(truth.rows(`insert into share (id, dossier_id, partner_id, audience, classes, purpose, ground, until, granted_by, agreement_id) select gen_random_uuid(), dossier_id, partner_id, audience, classes || '{DEBTS}', purpose, ground, until, granted_by, agreement_id from share where dossier_id = $1`, [referral.id])).rejects.toThrow('no agreement');
  });
});

describe('an amendment', () => {
  let referral: Referral;
  const versions = async () => Promise.all([bram, joke, jens].map(async (who) => (await read(portal, who, 'query ($id: ID!) { ownAnswer(dossierId: $id) { contentVersion contentAt version } }', { id: referral.id })).ownAnswer as unknown as { contentVersion: number; contentAt: string; version: number }));
  beforeAll(async () => void (referral = await sent()));

  it('is read by who may, told to them alone, and the earlier value is kept', async () => {
    const before = await versions();
    expect((await amend(portal, await now(portal, referral), { homeNote: 'Nieuwe ketel' })).data.amendReferral).toMatchObject({ contentVersion: 2 });
    const after = await versions();
    expect(after.map(({ contentVersion }) => contentVersion)).toEqual([2, 1, 2]);
    expect(after[1]).toEqual(before[1]);
    expect((await content(portal, jens, referral.id)).homeNote).toBe('Nieuwe ketel');
    for (const [who, told] of [[bram, 1], [joke, 0], [jens, 1]] as const) expect([who.as, (await read(portal, who, 'query ($id: ID!) { referral(id: $id) { timeline { event } } }', { id: referral.id })).referral.timeline.filter(({ event }) => event === 'AMENDED').length]).toEqual([who.as, told]);
    expect(await truth.rows(`select row ->> 'home_note' note from earlier where record = 'Referral' and row_id = $1`, [referral.id])).toEqual([{ note: filled.homeNote }]);
  });

  it('of a text on health reaches who reads health, and leaves a receipt to each of them', async () => {
    expect((await amend(portal, await now(portal, referral), {}, [{ dataClass: 'HEALTH', body: 'Herstelt goed' }])).errors).toBeUndefined();
    expect((await versions()).map(({ contentVersion }) => contentVersion)).toEqual([3, 2, 2]);
    for (const who of [bram, joke]) expect(JSON.stringify((await content(portal, who, referral.id)).notes)).toContain('Herstelt goed');
    expect(await truth.rows(`select row ->> 'body' body from earlier where record = 'Note' and dossier_id = $1`, [referral.id])).toEqual([{ body: HEALTH }]);
    const receipts = await truth.rows('select o.name, c.content_version from receipt c join partner o on o.id = c.receiver_id where dossier_id = $1 and content_version = 3 order by 1', [referral.id]);
    expect(receipts).toEqual([{ name: CAW, content_version: 3 }, { name: WOONDIENST, content_version: 3 }]);
  });

  it('of what nobody reads tells nobody', async () => {
    const alone = await sent({ [CAW]: ['CONTACT'] });
    await amend(portal, await now(portal, alone), { debtsNote: 'Andere schuld' });
    expect((await read(portal, joke, 'query ($id: ID!) { referral(id: $id) { timeline { event } answers { contentVersion } } }', { id: alone.id })).referral).toEqual({ timeline: [{ event: 'DELIVERED' }], answers: [{ contentVersion: 1 }] });
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { timeline { event } } }', { id: alone.id })).referral.timeline[0]).toEqual({ event: 'AMENDED' });
  });

  it('is refused when nothing changed, when it wipes what is needed, and beyond what the type asks', async () => {
    const version = await now(portal, referral);
    expect(codeOf(await amend(portal, version, { homeNote: 'Nieuwe ketel' }))).toBe('INVALID');
    expect(codeOf(await amend(portal, version, {}))).toBe('INVALID');
    expect((await amend(portal, version, { question: ' ' })).errors?.[0].extensions.code).toMatch(/NEEDS|INVALID/);
    expect((await amend(portal, version, { municipality: null })).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'municipality' }] });
    expect(codeOf(await amend(portal, version, { housingWishes: 'x', meetsIncomeCondition: false }))).toBe('INVALID');
    expect((await now(portal, referral)).version).toBe(version.version);
    for (const who of [bram, joke, jens]) expect(codeOf(await amend(portal, version, { question: 'Van mij' }, [], who))).toBe('FORBIDDEN');
  });

  it('keeps what was taken back from who no longer reads it', async () => {
    await narrow(portal, await now(portal, referral), ids[CAW], ['CONTACT']);
    const before = (await versions())[1];
    await amend(portal, await now(portal, referral), {}, [{ dataClass: 'HEALTH', body: 'Weer slechter' }]);
    expect((await versions())[1]).toEqual(before);
    expect(JSON.stringify(await content(portal, joke, referral.id))).not.toContain('Weer slechter');
  });
});

describe('a withdrawal', () => {
  it.each([['the client', 'CLIENT'], ['the sender', 'SENDER']])('of one receiver by %s takes all from that one, and nothing from the others', async (_, wish) => {
    const referral = await sent();
    await accept(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    const note = await aNote(portal, joke, referral.id, 'PRIVATE_NOTE', 'Eigen notitie');
    const others = JSON.stringify(await content(portal, bram, referral.id));
    expect((await withdrawIt(portal, await now(portal, referral), { wish, partnerId: ids[CAW] })).data.withdrawReferral.state).toBe('DELIVERED');
    expect(await found(joke, referral)).toBe('NOT_FOUND');
    expect(JSON.stringify(await content(portal, bram, referral.id))).toBe(others);
    expect(await truth.rows('select ended_by from share where dossier_id = $1 and partner_id = $2', [referral.id, ids[CAW]])).toEqual([{ ended_by: wish }]);
    expect(await truth.rows('select ended_by from agreement where about_id = $1 and ended_at is not null', [referral.id])).toEqual([{ ended_by: wish }]);
    // What the CAW wrote itself stays: its file, its note, its answer.
    expect(await truth.rows('select phone from client where source_referral_id = $1', [referral.id])).toEqual([{ phone: filled.phone }]);
    expect(await truth.rows('select body from note where id = $1', [note])).toEqual([{ body: 'Eigen notitie' }]);
    const { ownAnswer } = await read(portal, joke, 'query ($id: ID!) { ownAnswer(dossierId: $id) { state may timeline { event text } } }', { id: referral.id });
    expect([ownAnswer.state, [...ownAnswer.may].sort()]).toEqual(['WITHDRAWN', ['keep', 'stop']]);
    expect(JSON.stringify(ownAnswer)).not.toContain('Canari reden');
    expect(await worklistOf(portal, joke, referral.id)).toEqual({ ...nothing, TODO: ['CONFIRM_STOP mine'], UPCOMING: ['CONFIRM_STOP mine'] });
  });

  it('cannot be done twice to one, nor to who never got it', async () => {
    const referral = await sent();
    await withdrawIt(portal, await now(portal, referral), { partnerId: ids[CAW] });
    for (const partnerId of [ids[CAW], await truth.partner('Vivus')]) expect((await withdrawIt(portal, await now(portal, referral), { partnerId })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'partnerId', message: 'Deze partner krijgt niets meer van deze doorverwijzing.' }] });
    expect((await narrow(portal, await now(portal, referral), ids[CAW], [])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'partnerId' }] });
  });

  it('of all takes all from all, also from who rejected or was done with it', async () => {
    const referral = await sent();
    await reject(portal, await receive(portal, await at(portal, jens, referral), jens), jens);
    await close(portal, await feedback(portal, await start(portal, await accept(portal, await receive(portal, await at(portal, joke, referral), joke), joke), joke), joke), joke);
    expect((await withdrawIt(portal, await now(portal, referral), { wish: 'CLIENT' })).data.withdrawReferral.state).toBe('WITHDRAWN');
    for (const who of [bram, joke, jens]) expect([who.as, await found(who, referral)]).toEqual([who.as, 'NOT_FOUND']);
    expect(await truth.rows('select 1 from share where dossier_id = $1 and until > now()', [referral.id])).toEqual([]);
    expect(await truth.rows('select 1 from agreement where about_id = $1 and ended_at is null', [referral.id])).toEqual([]);
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { answers { state } } }', { id: referral.id })).referral.answers.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
  });

  it('by the client of a closed referral takes it back, too', async () => {
    const referral = await sent({ [CAW]: ['CONTACT', 'HEALTH'] });
    await reject(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    expect((await now(portal, referral)).state).toBe('CLOSED');
    expect((await withdrawIt(portal, await now(portal, referral), { wish: 'CLIENT' })).data.withdrawReferral.state).toBe('WITHDRAWN');
    expect(await found(joke, referral)).toBe('NOT_FOUND');
  });

  it('is confirmed by each: stopped or kept, on a ground; and the sender reads which', async () => {
    const referral = await sent({ [CAW]: ['CONTACT'], [WOONDIENST]: ['CONTACT'] });
    await withdrawIt(portal, await now(portal, referral), { wish: 'CLIENT' });
    const [one, two] = [await at(portal, joke, referral), await at(portal, bram, referral)];
    expect((await cause(portal, joke, 'confirmStopped', { id: one.answerId, version: one.answerVersion })).errors).toBeUndefined();
    expect((await cause(portal, bram, 'confirmKept', { id: two.answerId, version: two.answerVersion }, 'ground: "Eigen dossier"')).errors).toBeUndefined();
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { answers { partnerId state keptGround } } }', { id: referral.id })).referral.answers).toEqual(expect.arrayContaining([{ partnerId: ids[CAW], state: 'STOPPED', keptGround: null }, { partnerId: ids[WOONDIENST], state: 'KEPT', keptGround: 'Eigen dossier' }]));
    expect(await truth.rows('select 1 from task where dossier_id = $1 and done_at is null', [referral.id])).toEqual([]);
  });

  it('is asked again and again of who does not say it, and stays silent for who did', async () => {
    setClock(portal, '2026-12-24T14:00:00Z');
    const referral = await sent({ [CAW]: ['CONTACT'], [WOONDIENST]: ['CONTACT'] });
    await withdrawIt(portal, await now(portal, referral));
    const said = await at(portal, joke, referral);
    await cause(portal, joke, 'confirmStopped', { id: said.answerId, version: said.answerVersion });
    const dues: string[] = [];
    for (const moment of ['2027-01-05T09:00:00Z', '2027-01-13T09:00:00Z', '2027-01-21T09:00:00Z']) {
      setClock(portal, moment);
      await portal.app.get(Terms).run();
      const tasks = await truth.rows<{ kind: string; partner: string; due: Date | null }>(`select t.kind, o.name partner, t.due from task t join partner o on o.id = t.partner_id where dossier_id = $1 and done_at is null order by 1, 2`, [referral.id]);
      expect(tasks.map(({ kind, partner }) => `${kind} ${partner}`)).toEqual([`CONFIRM_STOP ${WOONDIENST}`, 'ESCALATED OCMW Ledegem', `ESCALATED ${WOONDIENST}`]);
      dues.push(tasks[0].due!.toISOString());
    }
    expect(new Set(dues).size).toBe(3);
    freeClock(portal);
  });
});

describe('what was made in error', () => {
  it('is gone for all, keeps its trace at the sender, and needs a reason', async () => {
    const referral = await sent();
    const error = async (reason: string, who: Person = ann) => act(portal, who, 'declareError', await now(portal, referral), { reason: 'String!' }, { reason });
    expect((await error(' ')).errors?.[0].extensions.code).toBe('INVALID');
    for (const who of [bram, joke]) expect(codeOf(await error('x', who))).toBe('FORBIDDEN');
    expect((await error('Verkeerde Rosa')).data.declareError.state).toBe('MADE_IN_ERROR');
    for (const who of [bram, joke, jens]) expect([who.as, await found(who, referral)]).toEqual([who.as, 'NOT_FOUND']);
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state may timeline { event text } } }', { id: referral.id });
    expect(mine).toMatchObject({ state: 'MADE_IN_ERROR', may: ['note'] });
    expect(mine.timeline[0]).toEqual({ event: 'MADE_IN_ERROR', text: 'Verkeerde Rosa' });
    expect(JSON.stringify(await read(portal, joke, 'query ($id: ID!) { ownAnswer(dossierId: $id) { timeline { event text } } }', { id: referral.id }))).not.toContain('Verkeerde Rosa');
    expect(codeOf(await withdrawIt(portal, await now(portal, referral)))).toBe('NOT_POSSIBLE');
  });
});

describe('a question that is passed on', () => {
  it('becomes a draft of the sender, with the same content and nothing chosen for the other', async () => {
    const landlord = await truth.partner('Thuiswest');
    const draft = await aFullDraft(portal, ann, { type: 'EVICTION_HELP', to: { [CAW]: ['CONTACT'] }, changes: { redirectIds: [ids[WOONDIENST]], opposingPartnerId: landlord } });
    const referral = await send(portal, draft, [agreed]);
    const own = await receive(portal, await at(portal, joke, referral), joke);
    const { data, errors } = await cause(portal, joke, 'redirectReferral', { id: own.answerId, version: own.answerVersion }, `partnerId: "${ids[WOONDIENST]}", advice: "Past beter daar."`, 'id version state advice redirectPartnerId');
    expect(errors).toBeUndefined();
    expect(data!.redirectReferral).toMatchObject({ state: 'REDIRECTED', advice: 'Past beter daar.', redirectPartnerId: ids[WOONDIENST] });
    expect((await now(portal, referral)).state).toBe('CLOSED');
    const { referrals } = await read(portal, ann, '{ referrals(state: DRAFT, first: 1) { nodes { id version state transfer opposingPartnerId addressProtected client { id } recipients { receiverId classes chosen } notes { dataClass body } answers { id } } } }');
    const [again] = referrals.nodes as unknown as { id: string; version: number; client: { id: string }; notes: object[] }[];
    expect(again).toMatchObject({ state: 'DRAFT', transfer: false, opposingPartnerId: landlord, client: { id: referral.clientId }, recipients: [{ receiverId: ids[WOONDIENST], classes: [], chosen: true }], answers: [] });
    expect(again.notes).toEqual(expect.arrayContaining([{ dataClass: 'HEALTH', body: HEALTH }, { dataClass: 'JUDICIAL', body: JUSTICE }]));
    const copy: { [field: string]: unknown } = await content(portal, ann, again.id);
    const original: { [field: string]: unknown } = await content(portal, ann, referral.id);
    for (const field of Object.keys(copy).filter((each) => !['notes', 'withheld', 'redirectIds', 'agreedOn', 'agreedWay'].includes(each))) expect([field, copy[field]]).toEqual([field, original[field]]);
    expect((await worklistOf(portal, ann, again.id)).TODO).toEqual(['FINISH_DRAFT mine']);
    for (const who of [joke, bram]) expect([who.as, await found(who, again as unknown as Referral)]).toEqual([who.as, 'NOT_FOUND']);
    expect((await sendIt(portal, { ...referral, id: again.id, version: again.version }, [])).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'agreement' }] });
    expect((await sendIt(portal, { ...referral, id: again.id, version: again.version }, [agreed])).errors).toBeUndefined();
    expect(await seen(bram, again as unknown as Referral)).toEqual(['IDENTITY']);
  });

  it('of which the receiver read little gives it no more by passing it on', async () => {
    const referral = await send(portal, await aFullDraft(portal, ann, { to: { [ENERGIEHUIS]: [] }, changes: { redirectIds: [ids[CAW]] } }), [agreed]);
    const own = await receive(portal, await at(portal, jens, referral), jens);
    const answer = await cause(portal, jens, 'redirectReferral', { id: own.answerId, version: own.answerVersion }, `partnerId: "${ids[CAW]}", advice: "Daar."`, 'id version state timeline { text outcome event }');
    expect(JSON.stringify(answer)).not.toMatch(/Canari|0470 /);
    expect(await seen(jens, referral)).toEqual(['IDENTITY']);
  });
});

describe('a transfer', () => {
  it('keeps the sender responsible until it is accepted, and then its file says to whom', async () => {
    const client = await aClient(portal);
    const { draftTransfer } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!) { draftTransfer(key: $key, clientId: $id, type: "TO_WOONDIENST") { id version transfer number } }', { key: crypto.randomUUID(), id: client.id });
    expect(draftTransfer.transfer).toBe(true);
    const { saveDraft } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { saveDraft(key: $key, id: $id, version: $version, changes: { question: "Neemt u over?", housingSituation: PRIVATE_RENT }) { version } }', { key: crypto.randomUUID(), id: draftTransfer.id, version: draftTransfer.version });
    const draft: Referral = { id: draftTransfer.id, version: saveDraft.version, clientId: client.id, from: ann, answerId: '', answerVersion: 0, number: draftTransfer.number };
    const chosen = await chooseIt(portal, draft, [{ partnerId: ids[WOONDIENST], classes: ['CONTACT'] }]);
    const referral = await send(portal, { ...draft, version: chosen.data.chooseReceivers.version }, [agreed]);
    const file = async () => (await read(portal, ann, 'query ($id: ID!) { client(id: $id) { transferredTo transferredAt givenName } }', { id: client.id })).client;
    expect(await file()).toMatchObject({ transferredTo: null, transferredAt: null });
    expect((await read(portal, bram, 'query ($id: ID!) { referral(id: $id) { transfer } }', { id: referral.id })).referral).toEqual({ transfer: true });
    await accept(portal, await receive(portal, await at(portal, bram, referral)));
    expect(await file()).toEqual({ transferredTo: ids[WOONDIENST], transferredAt: expect.any(String), givenName: 'Rosa' });
    const [theirs] = await truth.rows<{ transferred_to: string | null }>('select transferred_to from client where source_referral_id = $1', [referral.id]);
    expect(theirs.transferred_to).toBeNull();
  });

  it('that is rejected stays where it was', async () => {
    const client = await aClient(portal);
    const { draftTransfer } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!) { draftTransfer(key: $key, clientId: $id, type: "CRISIS") { id version } }', { key: crypto.randomUUID(), id: client.id });
    const { saveDraft } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { saveDraft(key: $key, id: $id, version: $version, changes: { question: "Neemt u over?" }) { version } }', { key: crypto.randomUUID(), id: draftTransfer.id, version: draftTransfer.version });
    const draft: Referral = { id: draftTransfer.id, version: saveDraft.version, clientId: client.id, from: ann, answerId: '', answerVersion: 0, number: '' };
    const chosen = await chooseIt(portal, draft, [{ partnerId: ids[CAW], classes: ['CONTACT'] }]);
    const referral = await send(portal, { ...draft, version: chosen.data.chooseReceivers.version }, [agreed]);
    await reject(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    expect(await truth.rows('select transferred_to from client where id = $1', [client.id])).toEqual([{ transferred_to: null }]);
  });
});

describe('an answer that is reopened', () => {
  const reopen = async (who: Person, whose: Person, referral: Referral, text = 'Toch weer nodig') => {
    const own = await at(portal, whose, referral);
    return cause(portal, who, 'reopenAnswer', { id: own.answerId, version: own.answerVersion }, `text: "${text}"`, 'id version state due endedAt');
  };

  it('needs a note, gets a new term, and opens the referral again', async () => {
    const referral = await sent({ [CAW]: ['CONTACT'] });
    await reject(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    expect((await reopen(joke, joke, referral, ' ')).errors?.[0].extensions.code).toBe('INVALID');
    expect((await reopen(joke, joke, referral)).data!.reopenAnswer).toMatchObject({ state: 'REOPENED', endedAt: null, due: expect.any(String) });
    expect((await now(portal, referral)).state).toBe('DELIVERED');
    expect((await worklistOf(portal, joke, referral.id)).TODO).toEqual(['DECIDE SOCIAL_WORKER']);
    await accept(portal, await at(portal, joke, referral), joke);
  });

  it('by the sender is answered like a received one', async () => {
    const referral = await sent({ [CAW]: ['CONTACT'], [WOONDIENST]: ['CONTACT'] });
    await reject(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    expect((await reopen(ann, joke, referral)).errors).toBeUndefined();
    await reject(portal, await at(portal, joke, referral), joke);
    expect((await now(portal, referral)).state).toBe('DELIVERED');
  });

  it('after it was accepted and closed is accepted again, into the file that is there', async () => {
    const referral = await sent({ [CAW]: ['CONTACT'] });
    await close(portal, await feedback(portal, await start(portal, await accept(portal, await receive(portal, await at(portal, joke, referral), joke), joke), joke), joke), joke);
    expect((await reopen(joke, joke, referral)).errors).toBeUndefined();
    await accept(portal, await at(portal, joke, referral), joke, await contactOf(amir));
    expect(await truth.rows('select 1 from client where source_referral_id = $1', [referral.id])).toHaveLength(1);
    expect(await truth.rows(`select person_id from duty where dossier_id = $1 and role = 'CONTACT' and until = 'infinity'`, [referral.id])).toEqual([{ person_id: await contactOf(amir) }]);
    expect((await worklistOf(portal, amir, referral.id)).TODO).toEqual(['START mine']);
  });

  it('is refused once the agreement ended', async () => {
    const referral = await sent({ [CAW]: ['CONTACT'] });
    await reject(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    await truth.rows('update share set until = now() where dossier_id = $1', [referral.id]);
    for (const who of [joke, ann]) expect((await reopen(who, joke, referral)).errors?.[0]).toMatchObject({ message: 'Het akkoord van de cliënt is afgelopen. Maak een nieuwe doorverwijzing.', extensions: { code: 'NEEDS' } });
    expect((await now(portal, referral)).state).toBe('CLOSED');
  });
});

describe('taking back while the other accepts', () => {
  const TAKEN = /Canari|0470 /;
  const fileOf = async ({ id }: Referral) => (await truth.rows<{ file: string }>('select to_jsonb(c)::text as file from client c where source_referral_id = $1', [id]))[0]?.file;
  const offered = async () => receive(portal, await at(portal, bram, await sent({ [WOONDIENST]: ['CONTACT', 'ADDRESS', 'HOUSEHOLD'] })));

  it('gives a file with names alone once it was taken back, also to who still sees the page of before', async () => {
    const referral = await offered();
    await narrow(portal, await now(portal, referral), ids[WOONDIENST], []);
    await accept(portal, referral);
    expect((await fileOf(referral)).match(TAKEN)).toBeNull();
  });

  it('gives all of it or nothing of it, in fifteen rounds, and nothing to who comes after', async () => {
    const contact = await contactOf(bram);
    for (let round = 0; round < 15; round += 1) {
      const referral = await offered();
      const [mine, version] = [{ id: referral.answerId, version: referral.answerVersion }, await now(portal, referral)];
      let [takenAt, askedAt] = [0, 0];
      const [accepted, narrowed] = await Promise.all([
        new Promise((later) => setTimeout(later, round * 2)).then(() => {
          askedAt = performance.now();
          return cause(portal, bram, 'acceptReferral', mine, `contactPersonId: "${contact}"`);
        }),
        narrow(portal, version, ids[WOONDIENST], []).finally(() => (takenAt = performance.now())),
      ]);
      expect([round, accepted.errors, narrowed.errors]).toEqual([round, undefined, undefined]);
      const file = await fileOf(referral);
      const whole = /Canaristraat/.test(file) && /0470 /.test(file) && /Canari gezin/.test(file);
      if (!whole || askedAt > takenAt) expect([round, file.match(TAKEN)]).toEqual([round, null]);
    }
  });

  it('by withdrawing leaves no file made afterwards, in ten rounds', async () => {
    const contact = await contactOf(bram);
    for (let round = 0; round < 10; round += 1) {
      const referral = await offered();
      const version = await now(portal, referral);
      const [accepted, withdrawn] = await Promise.all([cause(portal, bram, 'acceptReferral', { id: referral.answerId, version: referral.answerVersion }, `contactPersonId: "${contact}"`), withdrawIt(portal, version, { wish: 'CLIENT' })]);
      expect([round, withdrawn.errors]).toEqual([round, undefined]);
      const file = await fileOf(referral);
      expect([round, Boolean(file)]).toEqual([round, !accepted.errors]);
      expect(await truth.rows('select 1 from share where dossier_id = $1 and until > now()', [referral.id])).toEqual([]);
      expect(await found(bram, referral)).toBe('NOT_FOUND');
    }
  });
});
