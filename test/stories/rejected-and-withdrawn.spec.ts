import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, katrien, type Person, sofie } from '../cast/cast.js';
import { accept, aClient, aDraft, aNote, aReferral, ask, cause, codeOf, receive, type Referral, send, start, withdraw } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

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

describe('a refusal', () => {
  let referral: Referral;
  const reject = (more: string) => cause(portal, bram, 'rejectReferral', { id: referral.answerId, version: referral.answerVersion }, more, 'state rejectReason rejectText advice endedAt may');
  beforeAll(async () => void (referral = await receive(portal, await aReferral(portal))));

  it.each([
    ['a reason that is not on the list', 'reason: "GEEN_ZIN", advice: "x"', ['reason']],
    ['another reason without words for it', 'reason: "OTHER", advice: "x"', ['text']],
    ['an advice of blanks', 'reason: "NOT_COMPETENT", advice: "   "', ['advice']],
    ['all of it at once', 'reason: "OTHER", text: "  ", advice: " "', ['text', 'advice']],
  ])('is not given with %s', async (_, more, fields) => {
    const { errors } = await reject(more);
    expect(['NEEDS', 'INVALID']).toContain(errors?.[0].extensions.code);
    expect(errors?.[0].extensions.fields?.map(({ field }) => field)).toEqual(fields);
  });

  it('needs an advice by the very form of the question', async () => {
    expect((await reject('reason: "NOT_COMPETENT"')).status).toBe(400);
    expect((await reject('reason: "NOT_COMPETENT", advice: ""')).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'advice' }] });
  });

  it('carries its reason and its advice to the sender, ends the referral and leaves nothing to do', async () => {
    expect((await reject('reason: "OTHER", text: "We zitten vol tot mei.", advice: "Het CAW heeft plaats."')).data).toMatchObject({ rejectReferral: { state: 'REJECTED', rejectReason: 'OTHER', may: ['reopen'] } });
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state may answers { state rejectReason rejectText advice } timeline { event outcome } } }', { id: referral.id });
    expect(mine).toMatchObject({ state: 'CLOSED', answers: [{ state: 'REJECTED', rejectReason: 'OTHER', rejectText: 'We zitten vol tot mei.', advice: 'Het CAW heeft plaats.' }] });
    expect(mine.timeline[0]).toEqual({ event: 'REJECTED', outcome: 'Het CAW heeft plaats.' });
    for (const who of [ann, bram, hilde, sofie]) expect([who.as, await worklistOf(portal, who, referral.id)]).toEqual([who.as, nothing]);
  });

  it('is known to a coordinator without its words', async () => {
    const { referral: theirs } = await read(portal, hilde, 'query ($id: ID!) { referral(id: $id) { answers { state rejectReason rejectText advice withheld { dataClass why } } } }', { id: referral.id });
    expect(theirs.answers).toEqual([{ state: 'REJECTED', rejectReason: null, rejectText: null, advice: null, withheld: [{ dataClass: 'OUTCOME', why: 'NOT_FOR_ROLE' }] }]);
  });
});

describe('a withdrawal', () => {
  let referral: Referral;
  let ownFile: string;
  let answerVersion: number;
  const facts = { familyName: 'Verstuyft', phone: '0470 00 77 77' };
  const changes = { question: 'Zij moet er voor Pasen uit.', debtsNote: 'Deurwaarder kwam langs.' };
  const gone = [...Object.values(facts), ...Object.values(changes), 'Slaapt slecht', 'De cliënt wil het niet meer.'];
  beforeAll(async () => {
    const draft = await aDraft(portal, ann, { client: await aClient(portal, ann, facts), changes });
    await aNote(portal, ann, draft.id, 'HEALTH', 'Slaapt slecht.');
    referral = await start(portal, await accept(portal, await receive(portal, await send(portal, draft))));
    await aNote(portal, bram, referral.id, 'PRIVATE_NOTE', 'Gezien op bureau.');
    ownFile = (await read(portal, bram, 'query ($id: ID!) { referral(id: $id) { client { id } } }', { id: referral.id })).referral.client.id;
    await read(portal, bram, 'mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { contactNote: "Eigen afspraak" }) { version } }', { key: randomUUID(), id: ownFile });
  });

  it('is not for the receiver or a coordinator, and needs a reason', async () => {
    const { errors } = await cause(portal, ann, 'withdrawReferral', referral, 'reason: ""');
    expect(errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'reason' }] });
    for (const who of [bram, hilde, sofie]) expect([who.as, codeOf(await cause(portal, who, 'withdrawReferral', referral, 'reason: "x"'))]).toEqual([who.as, 'FORBIDDEN']);
  });

  it('closes every task, and asks the contact person what happens with what is there', async () => {
    referral = await withdraw(portal, referral);
    answerVersion = referral.answerVersion;
    expect(await worklistOf(portal, ann, referral.id)).toEqual(nothing);
    expect(await worklistOf(portal, bram, referral.id)).toEqual({ ...nothing, TODO: ['CONFIRM_STOP mine'], UPCOMING: ['CONFIRM_STOP mine'] });
    expect(await worklistOf(portal, katrien, referral.id)).toEqual(nothing);
    expect(await truth.rows('select kind from task where dossier_id = $1 and done_at is null', [referral.id])).toEqual([{ kind: 'CONFIRM_STOP' }]);
    expect(await truth.rows('select roles from party where dossier_id = $1 and roles <> $2', [referral.id, ['SENDER']])).toEqual([{ roles: ['FORMER_RECEIVER'] }]);
    expect(await truth.rows('select 1 from share where dossier_id = $1 and until > now()', [referral.id])).toEqual([]);
  });

  it('leaves the sender all of it', async () => {
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state question debtsNote may answers { state } timeline { event text } } }', { id: referral.id });
    expect(mine).toMatchObject({ state: 'WITHDRAWN', ...changes, answers: [{ state: 'WITHDRAWN' }], may: ['note'] });
    expect(mine.timeline[0]).toEqual({ event: 'WITHDRAWN', text: 'De cliënt wil het niet meer.' });
  });

  it('takes what was shared from the receiver on every route', async () => {
    const id = referral.id;
    const routes: [Person, string][] = [bram, katrien, sofie].flatMap((who): [Person, string][] => [
      [who, '{ referrals(first: 50) { nodes { id question familyName notes { body } timeline { event text } client { id } answers { id state } } } }'],
      [who, '{ referrals(first: 50, state: WITHDRAWN) { nodes { id question } } }'],
      [who, `{ worklist(part: TODO) { nodes { id kind referral { id question familyName phone notes { body } answers { id } timeline { text } } } } }`],
      [who, `{ similar(givenName: "Rosa", familyName: "${facts.familyName}", birthDate: "1984-05-06") { referrals { id question familyName debtsNote } } }`],
      [who, `{ ownAnswer(dossierId: "${id}") { id state timeline { event text outcome personName } } }`],
    ]);
    for (const [who, query] of routes) {
      const { data, errors } = await portal.graphql<object>(query, {}, who);
      expect([who.as, query, errors]).toEqual([who.as, query, undefined]);
      for (const text of gone) expect(JSON.stringify(data)).not.toContain(text);
    }
    for (const who of [bram, katrien, sofie]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id }, who))]).toEqual([who.as, 'NOT_FOUND']);
    expect((await read(portal, bram, 'query ($id: ID!) { client(id: $id) { familyName contactNote referrals { id } } }', { id: ownFile })).client).toEqual({ familyName: facts.familyName, contactNote: 'Eigen afspraak', referrals: [] });
  });

  it('leaves the receiver its own answer and what it told itself', async () => {
    const { ownAnswer } = await read(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { state version contactName may timeline { event personName } } }', { id: referral.id });
    expect(ownAnswer).toMatchObject({ state: 'WITHDRAWN', version: answerVersion, contactName: 'Bram Vandeputte' });
    expect([...ownAnswer.may].sort()).toEqual(['keep', 'stop']);
    expect(ownAnswer.timeline.map(({ event }: { event: string }) => event)).toEqual(['WITHDRAWN', 'STARTED', 'ACCEPTED', 'RECEIVED']);
    expect(ownAnswer.timeline[0].personName).toBe('OCMW Ledegem');
  });

  it('lets nobody write on it any more but the answer to it', async () => {
    const write = 'mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: PRIVATE_NOTE, body: "x") { id } }';
    expect(codeOf(await portal.graphql(write, { key: randomUUID(), id: referral.id }, bram))).toBe('NOT_FOUND');
    for (const [verb, more] of [['giveFeedback', 'text: "x"'], ['closeAnswer', ''], ['askSender', 'text: "x"']]) expect([verb, codeOf(await cause(portal, bram, verb, { id: referral.answerId, version: answerVersion }, more))]).toEqual([verb, 'FORBIDDEN']);
  });

  it('is answered: kept, on a ground', async () => {
    const keep = (more: string, who = bram) => cause(portal, who, 'confirmKept', { id: referral.answerId, version: answerVersion }, more, 'state keptGround may');
    expect((await keep('ground: ""')).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'ground' }] });
    expect(codeOf(await keep('ground: "x"', ann))).toBe('FORBIDDEN');
    expect((await keep('ground: "Eigen begeleiding loopt."')).data).toEqual({ confirmKept: { state: 'KEPT', keptGround: 'Eigen begeleiding loopt.', may: [] } });
    expect(await worklistOf(portal, bram, referral.id)).toEqual(nothing);
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state answers { state keptGround } } }', { id: referral.id });
    expect(mine).toEqual({ state: 'WITHDRAWN', answers: [{ state: 'KEPT', keptGround: 'Eigen begeleiding loopt.' }] });
  });

  it('may come at any moment before the end, and is answered: stopped', async () => {
    for (const upTo of [async () => aReferral(portal), async () => receive(portal, await aReferral(portal)), async () => ask(portal, await receive(portal, await aReferral(portal)))]) {
      const other = await withdraw(portal, await upTo());
      expect(await worklistOf(portal, katrien, other.id)).toEqual({ ...nothing, TODO: ['CONFIRM_STOP HOUSING_COUNSELLOR'], UPCOMING: ['CONFIRM_STOP HOUSING_COUNSELLOR'] });
      const { data } = await cause(portal, katrien, 'confirmStopped', { id: other.answerId, version: other.answerVersion });
      expect(data).toMatchObject({ confirmStopped: { state: 'STOPPED' } });
      expect(await truth.rows('select 1 from task where dossier_id = $1 and done_at is null', [other.id])).toEqual([]);
    }
  });
});
