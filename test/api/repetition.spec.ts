import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, evaInOostrozebeke, geert, joris, stefanie, stefanieCoordinates } from '../cast/cast.js';
import { accept, aClient, aDraft, agreement, aReferral, cause, codeOf, receive, type Referral, someone, withdraw } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { read } from '../stories/shown.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const OPEN = 'mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id version givenName } }';
const SEND = 'mutation ($key: ID!, $id: ID!, $version: Int!, $agreements: [NewAgreement!]!) { sendReferral(key: $key, id: $id, version: $version, agreements: $agreements) { id version state answers { id } } }';

describe('an act that is repeated', () => {
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

  const count = async (sql: string, ...values: unknown[]) => (await truth.rows<{ n: number }>(`select count(*)::int n from ${sql}`, values))[0].n;
  const acts = (dossierId: string, operation: string) => count(`trail where dossier_ids @> array[$1::uuid] and operation = $2 and outcome = 'DONE'`, dossierId, operation);

  it('with the same key and the same words gives the same record, once', async () => {
    const variables = { key: randomUUID(), input: someone };
    const first = await read(portal, ann, OPEN, variables);
    for (let turn = 0; turn < 3; turn += 1) expect(await read(portal, ann, OPEN, variables)).toEqual(first);
    expect(await acts(first.openClient.id, 'openClient')).toBe(1);
    expect(await count('idempotency where key = $1', variables.key)).toBe(1);
  });

  it('at the same moment gives the same record too, once', async () => {
    const variables = { key: randomUUID(), input: { ...someone, familyName: 'Tegelijk' } };
    const answers = await Promise.all(Array.from({ length: 8 }, () => read(portal, ann, OPEN, variables)));
    expect(new Set(answers.map(({ openClient }) => openClient.id)).size).toBe(1);
    expect(await count(`client where family_name = 'Tegelijk'`)).toBe(1);
  });

  it('with the same key and other words is refused, and changes nothing', async () => {
    const key = randomUUID();
    const { openClient } = await read(portal, ann, OPEN, { key, input: someone });
    expect(codeOf(await portal.graphql(OPEN, { key, input: { ...someone, phone: '0470 00 00 01' } }, ann))).toBe('KEY_REUSED');
    expect(codeOf(await portal.graphql(OPEN, { key: key.toUpperCase(), input: { givenName: 'A', familyName: 'B' } }, ann))).toBe('KEY_REUSED');
    expect(codeOf(await portal.graphql('mutation ($key: ID!, $id: ID!) { draftReferral(key: $key, clientId: $id, type: "TO_WOONDIENST") { id } }', { key, id: openClient.id }, ann))).toBe('KEY_REUSED');
    expect(await truth.rows('select phone from client where id = $1', [openClient.id])).toEqual([{ phone: someone.phone }]);
  });

  it('is nobody else’s: a key belongs to one person', async () => {
    const key = randomUUID();
    const ids = [];
    for (const who of [ann, joris, evaInOostrozebeke]) ids.push((await read(portal, who, OPEN, { key, input: someone })).openClient.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('in another capacity is read under the rights of that capacity', async () => {
    const variables = { key: randomUUID(), input: someone };
    await read(portal, stefanie, OPEN, variables);
    expect(codeOf(await portal.graphql(OPEN, variables, stefanieCoordinates))).toBe('FORBIDDEN');
  });

  it('without a key, or with one that is no UUID, is not begun', async () => {
    for (const key of ['x', '', '1', `${randomUUID()}x`]) expect((await portal.graphql(OPEN, { key, input: someone }, ann)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'key' }] });
    expect((await portal.graphql(OPEN, { key: null, input: someone }, ann)).status).toBe(400);
  });

  it('after a refusal may be done with the same key, once what was wrong is right', async () => {
    const draft = await aDraft(portal);
    const variables = { key: randomUUID(), id: draft.id, version: draft.version, agreements: [{ ...agreement, toldWhom: false }] };
    expect(codeOf(await portal.graphql(SEND, variables, ann))).toBe('NEEDS');
    expect((await read(portal, ann, SEND, { ...variables, agreements: [agreement] })).sendReferral.state).toBe('DELIVERED');
  });

  it('sends once: one answer, seat, share, agreement and task each', async () => {
    const draft = await aDraft(portal);
    const variables = { key: randomUUID(), id: draft.id, version: draft.version, agreements: [agreement] };
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => read(portal, ann, SEND, variables)));
    for (const each of others) expect(each).toEqual(first);
    const there = await Promise.all(['answer where dossier_id = $1', 'party where dossier_id = $1', 'share where dossier_id = $1', 'agreement where about_id = $1', 'task where dossier_id = $1 and done_at is null', `timeline_entry where dossier_id = $1 and event = 'SENT'`].map((sql) => count(sql, draft.id)));
    expect([...there, await acts(draft.id, 'sendReferral')]).toEqual([1, 2, 1, 1, 2, 1, 1]);
  });

  it('shows what may be seen now, not what could be seen then', async () => {
    const referral = await receive(portal, await aReferral(portal));
    const contact = (await truth.person(bram)).id;
    const variables = { key: randomUUID(), id: referral.answerId, version: referral.answerVersion, contact };
    const query = 'mutation ($key: ID!, $id: ID!, $version: Int!, $contact: ID!) { acceptReferral(key: $key, id: $id, version: $version, contactPersonId: $contact) { id state } }';
    expect((await read(portal, bram, query, variables)).acceptReferral.state).toBe('ACCEPTED');
    await withdraw(portal, referral);
    expect((await read(portal, bram, query, variables)).acceptReferral.state).toBe('WITHDRAWN');
    expect(await count('duty where dossier_id = $1', referral.id)).toBe(1);
  });

  it('of whom access was taken meanwhile is refused', async () => {
    const variables = { key: randomUUID(), name: 'Nieuw Iemand', username: 'nieuw.iemand' };
    const query = 'mutation ($key: ID!, $name: String!, $username: String!) { addPerson(key: $key, name: $name, username: $username) { id } }';
    await read(portal, geert, query, variables);
    await truth.rows(`update mandate set until = today() - 1, version = version + 1 where role = 'DPO' and partner_id = $1`, [await truth.partner('OCMW Ledegem')]);
    await truth.rows(`alter table mandate disable trigger keep_admin`);
    const { id } = await truth.person(geert);
    await truth.rows(`update mandate set until = today() - 1, version = version + 1 where person_id = $1`, [id]);
    const stale = await fetch(`${portal.url}/session`, { headers: { authorization: `Bearer ${await portal.signIn(geert.as)}` } });
    expect(stale.status).toBe(401);
    await truth.rows(`update mandate set until = null, version = version + 1 where person_id = $1`, [id]);
    await truth.rows(`alter table mandate enable trigger keep_admin`);
  });
});

describe('a version that is old', () => {
  let portal: TestPortal;
  let referral: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    referral = await aDraft(portal);
  });
  afterAll(() => portal.stop());

  const save = (version: number, changes: object, who = ann) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $changes: ReferralChanges!) { saveDraft(key: $key, id: $id, version: $version, changes: $changes) { version question } }', { key: randomUUID(), id: referral.id, version, changes }, who);

  it('is refused with the present one, and nothing is lost', async () => {
    expect((await save(referral.version, { question: 'Van Ann' })).data).toEqual({ saveDraft: { version: referral.version + 1, question: 'Van Ann' } });
    const { errors } = await save(referral.version, { question: 'Van Joris' }, joris);
    expect(errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: referral.version + 1 });
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { question version } }', { id: referral.id })).referral).toEqual({ question: 'Van Ann', version: referral.version + 1 });
    expect((await save(referral.version + 1, { question: 'Van Ann en Joris' }, joris)).data).toEqual({ saveDraft: { version: referral.version + 2, question: 'Van Ann en Joris' } });
  });

  it('is one that never was, too', async () => {
    for (const version of [0, 99, 2_000_000_000]) expect((await save(version, { question: 'x' })).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: referral.version + 2 });
    expect((await save(-1, {})).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'version' }] });
    expect((await save(2_000_000_001, {})).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'version' }] });
  });

  it('is refused of clients, answers, people and mandates alike', async () => {
    const client = await aClient(portal);
    const change = (version: number) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!) { changeClient(key: $key, id: $id, version: $version, changes: { phone: "1" }) { version } }', { key: randomUUID(), id: client.id, version }, ann);
    expect((await change(1)).data).toEqual({ changeClient: { version: 2 } });
    expect((await change(1)).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: 2 });
    const sent = await receive(portal, await aReferral(portal));
    expect((await cause(portal, bram, 'startGuidance', { id: sent.answerId, version: 1 })).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: 2 });
    await accept(portal, sent);
    const { people } = await read(portal, geert, '{ people { id version name mandates { id version } } }');
    const joris = people.find(({ name }: { name: string }) => name === 'Joris Callewaert')!;
    expect((await portal.graphql('mutation ($key: ID!, $id: ID!) { changePerson(key: $key, id: $id, version: 99, name: "x") { id } }', { key: randomUUID(), id: joris.id }, geert)).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: joris.version });
    expect((await portal.graphql('mutation ($key: ID!, $id: ID!) { endMandate(key: $key, id: $id, version: 99, until: "2027-01-01") { id } }', { key: randomUUID(), id: joris.mandates[0].id }, geert)).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: joris.mandates[0].version });
  });
});
