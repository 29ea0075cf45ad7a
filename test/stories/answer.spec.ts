import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, dirk, hilde, jens, joris, katrien, type Person, sofie } from '../cast/cast.js';
import { aClient, aNote, aReferral, ask, cause, codeOf, receive, type Referral, reply, someone } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { type Answer, startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

const ANSWER = 'id version state contactName contactPersonId acceptedAt readAt endedAt due term { workingDays length } may timeline { event personName text outcome due }';
type Shown = { id: string; version: number; state: string; contactName: string | null; due: string | null; may: string[]; timeline: { event: string; personName: string; text: string | null; outcome: string | null; due: string | null }[] } & Record<string, unknown>;

describe('an answer', () => {
  let portal: TestPortal;
  let truth: Truth;
  let referral: Referral;
  let ownFile: string;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    referral = await aReferral(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const step = async (who: Person, verb: string, more = ''): Promise<Shown> => {
    const { data, errors } = await cause(portal, who, verb, { id: referral.answerId, version: referral.answerVersion }, more, ANSWER);
    if (errors) throw new Error(JSON.stringify(errors));
    const answer = (data as unknown as { [verb: string]: Shown })[verb];
    referral.answerVersion = answer.version;
    return answer;
  };
  const both = async () => [await worklistOf(portal, ann, referral.id), await worklistOf(portal, bram, referral.id)];

  it('begins with the first reading, which moves no term', async () => {
    const [{ due }] = await truth.rows<{ due: string }>('select due::text from answer where id = $1', [referral.answerId]);
    const answer = await step(bram, 'receiveAnswer');
    expect(answer).toMatchObject({ state: 'RECEIVED', may: ['ask', 'accept', 'reject', 'redirect'] });
    expect(answer.readAt).not.toBeNull();
    expect(await truth.rows('select due::text from answer where id = $1', [referral.answerId])).toEqual([{ due }]);
    expect(await both()).toEqual([
      { ...nothing, WAITING: ['AWAIT_ANSWER mine'], UPCOMING: ['AWAIT_ANSWER mine'] },
      { ...nothing, TODO: ['DECIDE HOUSING_COUNSELLOR'], UPCOMING: ['DECIDE HOUSING_COUNSELLOR'] },
    ]);
  });

  it('may be a question, and then the sender is the one to act', async () => {
    const answer = await step(bram, 'askSender', 'text: "Sinds wanneer?"');
    expect(answer).toMatchObject({ state: 'INFO_REQUESTED', term: { workingDays: 10, length: 10 }, may: [] });
    expect(answer.timeline[0]).toEqual({ event: 'ASKED', personName: 'Bram Vandeputte', text: 'Sinds wanneer?', outcome: null, due: answer.due });
    expect(await both()).toEqual([
      { ...nothing, TODO: ['ANSWER_QUESTION mine'], UPCOMING: ['ANSWER_QUESTION mine'] },
      { ...nothing, WAITING: ['AWAIT_REPLY HOUSING_COUNSELLOR'], UPCOMING: ['AWAIT_REPLY HOUSING_COUNSELLOR'] },
    ]);
  });

  it('is not replied to by the receiver itself, nor by a coordinator', async () => {
    for (const who of [bram, hilde, sofie]) expect([who.as, codeOf(await cause(portal, who, 'replyToReceiver', { id: referral.answerId, version: referral.answerVersion }, 'text: "x"'))]).toEqual([who.as, 'FORBIDDEN']);
  });

  it('waits for the reply of any colleague of the sender, and a new term begins', async () => {
    const answer = await step(joris, 'replyToReceiver', 'text: "Sinds maart."');
    expect(answer).toMatchObject({ state: 'RECEIVED', term: { workingDays: 5, length: 5 } });
    expect(answer.timeline[0]).toMatchObject({ event: 'REPLIED', personName: 'Joris Callewaert', text: 'Sinds maart.' });
    expect(await both()).toEqual([
      { ...nothing, WAITING: ['AWAIT_ANSWER mine'], UPCOMING: ['AWAIT_ANSWER mine'] },
      { ...nothing, TODO: ['DECIDE HOUSING_COUNSELLOR'], UPCOMING: ['DECIDE HOUSING_COUNSELLOR'] },
    ]);
  });

  it.each([
    ['of the sender', ann],
    ['of a third partner', jens],
    ['whose function is another', dirk],
  ])('names no contact person %s', async (_, person) => {
    const { errors } = await cause(portal, bram, 'acceptReferral', { id: referral.answerId, version: referral.answerVersion }, `contactPersonId: "${(await truth.person(person)).id}"`);
    expect(errors?.[0].extensions).toEqual({ code: 'NEEDS', fields: [{ field: 'contactPersonId', message: 'Kies een vaste contactpersoon uit uw eigen organisatie.' }] });
  });

  it('names no contact person who was set inactive, whose mandate ended, or who does not exist', async () => {
    const { id } = await truth.person(katrien);
    const accept = (contact: string) => cause(portal, bram, 'acceptReferral', { id: referral.answerId, version: referral.answerVersion }, `contactPersonId: "${contact}"`);
    await truth.rows('update person set active = false, version = version + 1 where id = $1', [id]);
    expect(codeOf(await accept(id))).toBe('NEEDS');
    await truth.rows('update person set active = true, version = version + 1 where id = $1', [id]);
    await truth.rows(`update mandate set until = today() - 1, version = version + 1 where person_id = $1`, [id]);
    expect(codeOf(await accept(id))).toBe('NEEDS');
    await truth.rows(`update mandate set until = null, version = version + 1 where person_id = $1`, [id]);
    expect(codeOf(await accept(randomUUID()))).toBe('NEEDS');
    expect(codeOf(await accept('x'))).toBe('INVALID');
    expect(await truth.rows('select state from answer where id = $1', [referral.answerId])).toEqual([{ state: 'RECEIVED' }]);
  });

  it('may be to accept: with a fixed contact person, whose task it is from now on', async () => {
    const answer = await step(bram, 'acceptReferral', `contactPersonId: "${(await truth.person(katrien)).id}"`);
    expect(answer).toMatchObject({ state: 'ACCEPTED', contactName: 'Katrien Lagae', due: null, term: null, may: ['start'] });
    expect(await both()).toEqual([nothing, nothing]);
    expect(await worklistOf(portal, katrien, referral.id)).toEqual({ ...nothing, TODO: ['START mine'] });
    expect(await truth.rows('select person_id, role from duty where dossier_id = $1', [referral.id])).toEqual([{ person_id: (await truth.person(katrien)).id, role: 'CONTACT' }]);
  });

  it('opens a file of the receiver with exactly what was shared, and where it came from', async () => {
    const { referral: theirs } = await read(portal, bram, `query ($id: ID!) { referral(id: $id) { client { id sourceReferralId sourcePartnerId givenName familyName birthDate phone email street postcode municipality language contactNote adults children householdNote cirNumber representativeName may referrals { id } } } }`, { id: referral.id });
    const { id, may, referrals, ...facts } = theirs.client;
    ownFile = id;
    expect(facts).toEqual({ ...someone, sourceReferralId: referral.id, sourcePartnerId: await truth.partner('OCMW Ledegem'), cirNumber: null, representativeName: null });
    expect([id === referral.clientId, may, referrals]).toEqual([false, ['change', 'refer', 'transfer', 'register'], [{ id: referral.id }]]);
    expect(codeOf(await portal.graphql('query ($id: ID!) { client(id: $id) { id } }', { id: ownFile }, ann))).toBe('NOT_FOUND');
    expect(codeOf(await portal.graphql('query ($id: ID!) { client(id: $id) { id } }', { id: referral.clientId }, bram))).toBe('NOT_FOUND');
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { client { id } } }', { id: referral.id })).referral.client).toEqual({ id: referral.clientId });
  });

  it('is followed by guidance, and feedback as often as there is some', async () => {
    expect(await step(katrien, 'startGuidance')).toMatchObject({ state: 'IN_PROGRESS', may: ['feedback'] });
    expect(await worklistOf(portal, katrien, referral.id)).toEqual({ ...nothing, TODO: ['FOLLOW_UP mine'] });
    expect(codeOf(await cause(portal, katrien, 'closeAnswer', { id: referral.answerId, version: referral.answerVersion }))).toBe('NOT_POSSIBLE');
    await step(katrien, 'giveFeedback', 'text: "Twee woningen bezocht."');
    const answer = await step(bram, 'giveFeedback', 'text: "Contract getekend."');
    expect(answer).toMatchObject({ state: 'FEEDBACK_GIVEN', may: ['feedback', 'close'] });
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state timeline { event outcome } } }', { id: referral.id });
    expect(mine.timeline.slice(0, 2)).toEqual([{ event: 'FEEDBACK', outcome: 'Contract getekend.' }, { event: 'FEEDBACK', outcome: 'Twee woningen bezocht.' }]);
    const { referral: theirs } = await read(portal, hilde, 'query ($id: ID!) { referral(id: $id) { timeline { event outcome } } }', { id: referral.id });
    expect(theirs.timeline.slice(0, 2)).toEqual([{ event: 'FEEDBACK', outcome: null }, { event: 'FEEDBACK', outcome: null }]);
  });

  it('ends the referral when it ends, and nothing is left to do', async () => {
    expect(await step(katrien, 'closeAnswer')).toMatchObject({ state: 'CLOSED', may: ['reopen'] });
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { state closedAt may answers { state may } timeline { event } } }', { id: referral.id });
    expect(mine).toMatchObject({ state: 'CLOSED', answers: [{ state: 'CLOSED', may: ['reopen'] }], closedAt: expect.any(String) });
    expect([...mine.may].sort()).toEqual(['declareError', 'narrow', 'note', 'withdraw']);
    expect(mine.timeline.map(({ event }: { event: string }) => event)).toEqual(['CLOSED', 'FEEDBACK', 'FEEDBACK', 'STARTED', 'ACCEPTED', 'REPLIED', 'ASKED', 'RECEIVED', 'DELIVERED', 'SENT', 'DRAFTED']);
    expect(await truth.rows('select 1 from task where dossier_id = $1 and done_at is null', [referral.id])).toEqual([]);
    expect((await read(portal, ann, '{ referrals(state: CLOSED) { nodes { id } } }')).referrals.nodes).toEqual([{ id: referral.id }]);
    expect((await read(portal, bram, '{ referrals(state: CLOSED) { nodes { id } } }')).referrals.nodes).toEqual([{ id: referral.id }]);
  });

  it('that ended allows nothing more but to be reopened', async () => {
    const tries: [Person, string, string][] = [[bram, 'receiveAnswer', ''], [bram, 'askSender', 'text: "x"'], [ann, 'replyToReceiver', 'text: "x"'], [bram, 'acceptReferral', `contactPersonId: "${(await truth.person(bram)).id}"`], [bram, 'rejectReferral', 'reason: "OTHER", advice: "x"'], [bram, 'startGuidance', ''], [bram, 'giveFeedback', 'text: "x"'], [bram, 'closeAnswer', ''], [bram, 'redirectReferral', `partnerId: "${await truth.partner('CAW Centraal-West-Vlaanderen')}", advice: "x"`]];
    for (const [who, verb, more] of tries) expect([verb, codeOf(await cause(portal, who, verb, { id: referral.answerId, version: referral.answerVersion }, more))]).toEqual([verb, 'NOT_POSSIBLE']);
    expect(await truth.rows('select a.state, r.state as referral from answer a join referral r on r.id = a.dossier_id where a.id = $1', [referral.answerId])).toEqual([{ state: 'CLOSED', referral: 'CLOSED' }]);
  });

  it('may be linked to a client whom the receiver knew already, and then opens no second file', async () => {
    const known = await aClient(portal, bram, { phone: '0470 00 44 44' });
    const other = await receive(portal, await aReferral(portal));
    const before = await truth.rows<{ n: number }>('select count(*)::int n from client');
    const contact = (await truth.person(bram)).id;
    const accept = (clientId: string): Promise<Answer<unknown>> => cause(portal, bram, 'acceptReferral', { id: other.answerId, version: other.answerVersion }, `contactPersonId: "${contact}", clientId: "${clientId}"`);
    expect(codeOf(await accept(other.clientId))).toBe('NOT_FOUND');
    expect((await accept(known.id)).errors).toBeUndefined();
    expect(await truth.rows('select count(*)::int n from client')).toEqual(before);
    const { client } = await read(portal, bram, 'query ($id: ID!) { client(id: $id) { phone sourceReferralId referrals { id } } }', { id: known.id });
    expect(client).toEqual({ phone: '0470 00 44 44', sourceReferralId: null, referrals: [{ id: other.id }] });
  });

  it('goes its ways in the order of the table only', async () => {
    const other = await aReferral(portal);
    for (const [verb, more] of [['askSender', 'text: "x"'], ['rejectReferral', 'reason: "OTHER", text: "x", advice: "x"'], ['startGuidance', ''], ['confirmStopped', ''], ['confirmKept', 'ground: "x"']]) expect([verb, codeOf(await cause(portal, bram, verb, { id: other.answerId, version: other.answerVersion }, more))]).toEqual([verb, verb.startsWith('confirm') ? 'FORBIDDEN' : 'NOT_POSSIBLE']);
    const asked = await ask(portal, await receive(portal, other));
    expect(codeOf(await cause(portal, bram, 'rejectReferral', { id: asked.answerId, version: asked.answerVersion }, 'reason: "NOT_COMPETENT", advice: "x"'))).toBe('NOT_POSSIBLE');
    expect((await reply(portal, asked)).answerVersion).toBe(asked.answerVersion + 1);
    expect(await truth.rows('select state from answer where id = $1', [other.answerId])).toEqual([{ state: 'RECEIVED' }]);
  });

  it('never carries a private note of one side to the other', async () => {
    await aNote(portal, bram, referral.id, 'PRIVATE_NOTE', 'Enkel voor mij.');
    for (const [who, notes] of [[bram, [{ body: 'Enkel voor mij.' }]], [katrien, []], [ann, []], [hilde, []]] as const) expect([who.as, (await read(portal, who, 'query ($id: ID!) { referral(id: $id) { notes { body } } }', { id: referral.id })).referral.notes]).toEqual([who.as, notes]);
  });
});
