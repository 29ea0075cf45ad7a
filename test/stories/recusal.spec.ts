import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, joke, joris, katrien, lies, type Person } from '../cast/cast.js';
import { accept, aClient, agreement, cause, type Client, codeOf, receive, type Referral, send } from '../cast/scenes.js';
import { aFullDraft, amend, at, CAW, now, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

const agreed = { ...agreement, classes: ['CONTACT', 'HEALTH'] };
const SOMEONE = { givenName: 'Zuster', familyName: 'Vanjoris' };

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

const recuse = async (who: Person, dossierId: string, whom: Person, reason = 'Familie') => portal.graphql<Done>('mutation ($key: ID!, $dossierId: ID!, $personId: ID!, $reason: String!) { recusePerson(key: $key, dossierId: $dossierId, personId: $personId, reason: $reason) { id version personName reason setBy } }', { key: randomUUID(), dossierId, personId: (await truth.person(whom)).id, reason }, who);
const lift = (who: Person, row: { id: string; version: number }) => portal.graphql<Done>('mutation ($key: ID!, $id: ID!, $version: Int!) { liftRecusal(key: $key, id: $id, version: $version) { liftedAt } }', { key: randomUUID(), ...row }, who);
const aSent = async (client: Client, to: { [partner: string]: readonly string[] } = { [WOONDIENST]: ['CONTACT', 'HEALTH'], [CAW]: ['CONTACT'] }) => send(portal, await aFullDraft(portal, ann, { client, to }), [agreed]);

/** That somebody finds a referral, and the client when there is one, on no route: in a list, a count, a search or by its id. */
async function nowhere(who: Person, referral: Pick<Referral, 'id'>, clientId?: string): Promise<void> {
  for (const query of ['referral(id: $id) { id }', 'ownAnswer(dossierId: $id) { id }', 'why(id: $id, dataClass: CONTACT) { title }', 'seenNow(id: $id) { partnerId }', 'receivers(id: $id) { possible }']) expect([who.as, query, codeOf(await portal.graphql(`query ($id: ID!) { ${query} }`, { id: referral.id }, who))]).toEqual([who.as, query, 'NOT_FOUND']);
  if (clientId) for (const query of ['client(id: $id) { id }', 'register(clientId: $id) { at }']) expect([who.as, query, codeOf(await portal.graphql(`query ($id: ID!) { ${query} }`, { id: clientId }, who))]).toEqual([who.as, query, 'NOT_FOUND']);
  const all = JSON.stringify(await read(portal, who, `{ referrals(first: 50) { nodes { id } } clients(first: 50) { nodes { id referrals { id } } } found: clients(words: "${SOMEONE.familyName}") { nodes { id } } similar(givenName: "${SOMEONE.givenName}", familyName: "${SOMEONE.familyName}") { clients { id } referrals { id } } }`));
  for (const id of [referral.id, ...(clientId ? [clientId] : [])]) expect(all).not.toContain(id);
  expect(await worklistOf(portal, who, referral.id)).toEqual(nothing);
}

describe('who is kept away from a client', () => {
  let client: Client;
  let referral: Referral;
  let row: { id: string; version: number };
  beforeAll(async () => {
    client = await aClient(portal, ann, SOMEONE);
    referral = await aSent(client);
  });

  it('is so by a colleague, with a reason, and one of the own organisation only', async () => {
    expect((await recuse(ann, client.id, joris, ' ')).errors?.[0].extensions.code).toBe('INVALID');
    for (const whom of [bram, joke]) expect((await recuse(ann, client.id, whom)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'personId', message: 'Kies iemand van uw eigen organisatie.' }] });
    for (const who of [lies, bram]) expect([who.as, codeOf(await recuse(who, client.id, who))]).toEqual([who.as, 'NOT_FOUND']);
    const { data, errors } = await recuse(ann, client.id, joris);
    expect(errors).toBeUndefined();
    expect(data.recusePerson).toMatchObject({ personName: 'Joris Callewaert', reason: 'Familie', setBy: 'Ann Maes' });
    row = data.recusePerson;
    expect((await recuse(ann, client.id, joris)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'personId', message: 'Deze persoon kan al niet meer bij dit dossier.' }] });
  });

  it('finds the client and her referral nowhere, in the same bytes as what does not exist', async () => {
    await nowhere(joris, referral, client.id);
    const ask = (id: string) => portal.graphql('query ($id: ID!) { client(id: $id) { id } }', { id }, joris).then(({ errors }) => JSON.stringify(errors));
    expect(await ask(client.id)).toBe(await ask(randomUUID()));
  });

  it('finds referrals that are made later nowhere either, nor a draft', async () => {
    await nowhere(joris, await aFullDraft(portal, ann, { client }), client.id);
    await nowhere(joris, await aSent(client), client.id);
  });

  it('writes nothing on it: no verb, no note, no number, and no new referral', async () => {
    const key = randomUUID();
    expect(codeOf(await portal.graphql<Done>('mutation ($key: ID!, $id: ID!) { draftReferral(key: $key, clientId: $id, type: "CRISIS") { id } }', { key, id: client.id }, joris))).toBe('NOT_FOUND');
    expect(codeOf(await amend(portal, referral, { question: 'x' }, [], joris))).toBe('NOT_FOUND');
    expect(codeOf(await withdrawIt(portal, referral, {}, joris))).toBe('NOT_FOUND');
    expect(codeOf(await portal.graphql<Done>('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: PRIVATE_NOTE, body: "x") { id } }', { key, id: referral.id }, joris))).toBe('NOT_FOUND');
    for (const id of [referral.id, client.id]) expect(codeOf(await portal.graphql<Done>('mutation ($key: ID!, $id: ID!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: "1") { id } }', { key: randomUUID(), id }, joris))).toMatch(/NOT_FOUND|FORBIDDEN/);
    expect(await truth.rows('select 1 from own_number')).toEqual([]);
  });

  it('does not let herself back in', async () => {
    expect(codeOf(await lift(joris, row))).toBe('NOT_FOUND');
    await nowhere(joris, referral, client.id);
  });

  it('is known to her colleagues, and to no other partner', async () => {
    expect((await read(portal, ann, 'query ($id: ID!) { client(id: $id) { recusals { personName } } }', { id: client.id })).client.recusals).toEqual([{ personName: 'Joris Callewaert' }]);
    for (const who of [bram, joke]) {
      expect((await read(portal, who, 'query ($id: ID!) { referral(id: $id) { recusals { personName } } }', { id: referral.id })).referral.recusals).toEqual([]);
      expect(codeOf(await lift(who, row))).toBe('NOT_FOUND');
    }
    expect(JSON.stringify(await read(portal, bram, 'query ($id: ID!) { referral(id: $id) { timeline { event text personName } } }', { id: referral.id }))).not.toMatch(/Joris|Familie/);
    expect((await read(portal, hilde, 'query ($id: ID!) { referral(id: $id) { number recusals { reason } } }', { id: referral.id })).referral.recusals).toEqual([]);
  });

  it('is let in again by a colleague, to all of it', async () => {
    expect((await lift(ann, row)).data.liftRecusal.liftedAt).toEqual(expect.any(String));
    expect((await read(portal, joris, 'query ($id: ID!) { client(id: $id) { givenName referrals { id } } }', { id: client.id })).client).toMatchObject({ givenName: SOMEONE.givenName });
    expect((await read(portal, joris, 'query ($id: ID!) { referral(id: $id) { id } }', { id: referral.id })).referral.id).toBe(referral.id);
    expect(codeOf(await lift(ann, { ...row, version: row.version + 1 }))).toBe('NOT_POSSIBLE');
    expect((await recuse(ann, client.id, joris, 'Opnieuw')).errors).toBeUndefined();
    await nowhere(joris, referral, client.id);
  });

  it('may be oneself: then the door is closed behind her, and a colleague opens it', async () => {
    const other = await aClient(portal, ann, SOMEONE);
    const theirs = await aSent(other);
    const { data, errors } = await recuse(ann, other.id, ann);
    expect([data, errors]).toEqual([{ recusePerson: null }, undefined]);
    await nowhere(ann, theirs, other.id);
    const [mine] = await truth.rows<{ id: string; version: string }>('select id, version from recusal where dossier_id = $1', [other.id]);
    expect((await lift(joris, { id: mine.id, version: Number(mine.version) })).errors).toBeUndefined();
    expect((await read(portal, ann, 'query ($id: ID!) { client(id: $id) { givenName } }', { id: other.id })).client.givenName).toBe(SOMEONE.givenName);
  });
});

describe('a receiver’s own people', () => {
  it('are kept away from what it got, and from the file that it makes of it; the sender learns nothing', async () => {
    const referral = await aSent(await aClient(portal, ann, SOMEONE));
    const before = JSON.stringify(await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { version timeline { event } answers { state } recusals { reason } } }', { id: referral.id }));
    expect((await recuse(bram, referral.id, katrien)).errors).toBeUndefined();
    await nowhere(katrien, referral);
    expect((await worklistOf(portal, bram, referral.id)).TODO).toEqual(['DECIDE HOUSING_COUNSELLOR']);
    expect(JSON.stringify(await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { version timeline { event } answers { state } recusals { reason } } }', { id: referral.id }))).toBe(before);
    const own = await at(portal, bram, referral);
    expect(codeOf(await cause(portal, katrien, 'receiveAnswer', { id: own.answerId, version: own.answerVersion }))).toBe('NOT_FOUND');
    await accept(portal, await receive(portal, own));
    const [{ id: file }] = await truth.rows<{ id: string }>('select id from client where source_referral_id = $1', [referral.id]);
    await nowhere(katrien, referral, file);
    await withdrawIt(portal, await now(portal, referral));
    await nowhere(katrien, referral, file);
  });
});
