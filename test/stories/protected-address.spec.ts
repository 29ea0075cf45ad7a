import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, getNullableType, type GraphQLField, type GraphQLObjectType, isListType, isObjectType } from 'graphql';
import { ann, bram, els, hilde, jens, joke, type Person, sofie } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { accept, aClient, agreement, receive, type Referral, send, type To } from '../cast/scenes.js';
import { aFullDraft, at, CAW, chooseIt, content, ENERGIEHUIS, now, sendIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';

const HIDDEN = { street: 'Schuilstraat 13', postcode: '8999', municipality: 'Verborgem' };
const CANARY = /Schuilstraat|(?<![\w-])8999(?![\w-])|Verborgem/i;
const agreed = { ...agreement, classes: [...(agreement.classes as string[]), 'HOUSING_TECHNICAL', 'INCOME_CATEGORY'] };

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

// A sweep asks every field of every query.
jest.setTimeout(120_000);

const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !String(arg.type).endsWith('!') || arg.defaultValue !== undefined));
const objectOf = (field: GraphQLField<unknown, unknown>): GraphQLObjectType | null => {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
};
/** Each field of an answer, as selections small enough for the limits: plain ones together, each further record by itself. */
function selections(type: GraphQLObjectType, depth: number): string[] {
  const plain = fieldsOf(type).filter((field) => !objectOf(field)).map(({ name }) => name);
  const further = depth ? fieldsOf(type).filter(objectOf).flatMap((field) => selections(objectOf(field)!, depth - 1).map((inner) => `${field.name} ${inner}`)) : [];
  return [...(plain.length ? [`{ ${plain.join(' ')} }`] : []), ...further.map((each) => `{ ${each} }`)];
}

/** Asks every field of every query that there is, with all that can name the person, and gives all that came back. */
async function everythingFor(who: Person, { id }: Pick<Referral, 'id'>, clientId: string): Promise<string> {
  const { schema } = portal.app.get(GraphQLSchemaHost);
  const values: { [name: string]: string } = { dossierId: `"${id}"`, clientId: `"${clientId}"`, first: '25', year: '2026', part: 'TODO', givenName: '"Rosa"', familyName: '"Lippens"', birthDate: '"1984-05-06"', words: '"Lippens"', from: '"2020-01-01"', until: '"2030-01-01"', dataClass: 'ADDRESS', agreements: '[]' };
  const answers: string[] = [];
  let asked = 0;
  for (const root of Object.values(schema.getQueryType()!.getFields())) {
    const inner = objectOf(root);
    const args = root.args.filter((arg) => String(arg.type).endsWith('!') || arg.name === 'words').map(({ name }) => `${name}: ${name === 'id' ? `"${root.name === 'client' ? clientId : id}"` : (values[name] ?? `"${id}"`)}`);
    const list = inner && !isListType(getNullableType(root.type)) && inner.getFields().nodes;
    for (const selection of inner ? selections(list ? objectOf(list)! : inner, 1) : ['']) {
      const { data, errors } = await portal.graphql<object | null>(`{ ${root.name}${args.length ? `(${args.join(', ')})` : ''} ${list ? `{ nodes ${selection} }` : selection} }`, {}, who);
      expect([root.name, selection, errors?.[0].extensions.code]).toEqual([root.name, selection, errors ? expect.stringMatching(/NOT_FOUND|FORBIDDEN|NEEDS|NOT_POSSIBLE/) : undefined]);
      answers.push(JSON.stringify([root.name, data, errors]));
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(50);
  return answers.join('\n');
}

const OTHERS: readonly Person[] = [bram, sofie, joke, els, jens];
const draftOf = async (facts: object, type: string, to: To = {}) => {
  const client = await aClient(portal, ann, { ...HIDDEN, ...facts });
  const draft = await aFullDraft(portal, ann, { type, client, to, changes: HIDDEN, notes: type === 'CRISIS' });
  return { client, draft };
};
const CRISIS: To = { [WOONDIENST]: ['CONTACT', 'HOUSEHOLD', 'HOUSING', 'HEALTH'], [CAW]: ['CONTACT', 'HOUSEHOLD', 'HEALTH'] };

describe('the sweep of this story', () => {
  it('finds the address of a client who is not protected, where it was shared', async () => {
    const { draft, client } = await draftOf({}, 'CRISIS', { [CAW]: ['CONTACT', 'ADDRESS'] });
    const referral = await send(portal, draft, [agreed]);
    expect(await everythingFor(joke, referral, client.id)).toMatch(CANARY);
    await truth.rows('update share set until = now() where dossier_id = $1', [referral.id]);
    expect(await everythingFor(joke, referral, client.id)).not.toMatch(CANARY);
  });
});

describe('a protected address', () => {
  let referral: Referral;
  let clientId: string;
  beforeAll(async () => {
    const { draft, client } = await draftOf({ addressProtected: true }, 'CRISIS', CRISIS);
    clientId = client.id;
    referral = await send(portal, draft, [agreed]);
  });

  it('is copied for the sender alone, with its flag', async () => {
    expect(await content(portal, ann, referral.id)).toMatchObject({ ...HIDDEN, addressProtected: true });
    expect((await read(portal, hilde, 'query ($id: ID!) { referral(id: $id) { street postcode municipality } }', { id: referral.id })).referral).toEqual({ street: null, postcode: null, municipality: null });
  });

  it('is in no answer to another partner, whatever it asks', async () => {
    for (const who of OTHERS) expect([who.as, (await everythingFor(who, referral, clientId)).match(CANARY)]).toEqual([who.as, null]);
    for (const who of [bram, joke]) expect((await content(portal, who, referral.id)).withheld).toContainEqual({ dataClass: 'ADDRESS', why: 'PROTECTED_ADDRESS' });
  });

  it('is in no look beforehand, no receipt and no sentence of a refusal', async () => {
    const { draft } = await draftOf({ addressProtected: true }, 'CRISIS', CRISIS);
    const { preview } = await read(portal, ann, 'query ($id: ID!, $agreements: [NewAgreement!]!) { preview(id: $id, agreements: $agreements) { referral { street postcode municipality } } }', { id: draft.id, agreements: [agreed] });
    for (const { referral: seen } of preview) expect(seen).toEqual({ street: null, postcode: null, municipality: null });
    const { referral: mine } = await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { receipts { fields classes } } }', { id: referral.id });
    expect(JSON.stringify(mine)).not.toMatch(/street|postcode|municipality|ADDRESS/);
  });

  it('is not lent, even when a share would name it', async () => {
    await truth.rows('alter table share disable trigger keep_share');
    await truth.rows(`update share set classes = classes || '{ADDRESS}' where dossier_id = $1`, [referral.id]);
    await truth.rows('alter table share enable trigger keep_share');
    for (const who of [bram, joke]) expect([who.as, (await everythingFor(who, referral, clientId)).match(CANARY)]).toEqual([who.as, null]);
    const own = await receive(portal, await at(portal, bram, referral));
    await accept(portal, own);
    const [file] = await truth.rows<{ id: string; row: string }>('select id, to_jsonb(c)::text as row from client c where source_referral_id = $1', [referral.id]);
    expect(file.row).not.toMatch(CANARY);
  });

  it('stays hidden after acceptance, and the receiver’s own file knows that it is protected', async () => {
    const [file] = await truth.rows<{ id: string; address_protected: boolean }>('select id, address_protected from client c where source_referral_id = $1', [referral.id]);
    expect(file.address_protected).toBe(true);
    for (const who of OTHERS) expect([who.as, (await everythingFor(who, referral, file.id)).match(CANARY)]).toEqual([who.as, null]);
  });

  it('is not asked for: access to it is refused at once', async () => {
    const { errors } = await portal.graphql<Done>(`mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [ADDRESS], reason: "x", until: "${inDays(60)}") { id } }`, { key: crypto.randomUUID(), id: referral.id }, joke);
    expect(errors?.[0].extensions.code).toBe('INVALID');
    expect(JSON.stringify(errors)).not.toMatch(CANARY);
  });

  it('goes to no Energiehuis either', async () => {
    const { draft, client } = await draftOf({ addressProtected: true }, 'ENERGY', { [ENERGIEHUIS]: ['CONTACT', 'HOUSEHOLD_SIZE', 'HOUSING_TECHNICAL'] });
    const theirs = await send(portal, draft, [agreed]);
    expect((await everythingFor(jens, theirs, client.id)).match(CANARY)).toBeNull();
  });

  it('that is protected only after the draft was made, and after it was chosen, does not leave', async () => {
    const { draft, client } = await draftOf({}, 'CRISIS', { [CAW]: ['CONTACT', 'ADDRESS'] });
    await read(portal, ann, 'mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { addressProtected: true }) { version } }', { key: crypto.randomUUID(), id: client.id });
    expect((await sendIt(portal, await now(portal, draft), [agreed])).errors?.[0].extensions.code).toBe('INVALID');
    const chosen = await chooseIt(portal, await now(portal, draft), [{ partnerId: await truth.partner(CAW), classes: ['CONTACT'] }]);
    const sent = await send(portal, { ...draft, version: chosen.data.chooseReceivers.version }, [agreed]);
    expect((await everythingFor(joke, sent, client.id)).match(CANARY)).toBeNull();
  });

  it('that is protected after it was shared is gone for every receiver, at once', async () => {
    const { draft, client } = await draftOf({}, 'CRISIS', { [CAW]: ['CONTACT', 'ADDRESS'] });
    const sent = await send(portal, draft, [agreed]);
    expect(await content(portal, joke, sent.id)).toMatchObject(HIDDEN);
    await read(portal, ann, 'mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { addressProtected: true }) { version } }', { key: crypto.randomUUID(), id: client.id });
    expect((await everythingFor(joke, sent, client.id)).match(CANARY)).toBeNull();
    await accept(portal, await receive(portal, await at(portal, joke, sent), joke), joke);
    expect((await truth.rows<{ row: string }>('select to_jsonb(c)::text as row from client c where source_referral_id = $1', [sent.id]))[0].row).not.toMatch(CANARY);
    expect(await content(portal, ann, sent.id)).toMatchObject(HIDDEN);
  });
});
