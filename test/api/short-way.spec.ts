import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse, print, separateOperations, type TypeNode } from 'graphql';
import { ShortWay } from '../../apps/api/src/short-way.js';
import { ann, bram, hilde, tom } from '../cast/cast.js';
import { aReferral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

/** Every question of the web app. */
const OPERATIONS = Object.entries(separateOperations(parse(globSync('apps/web/src/**/*.graphql').sort().map((file) => readFileSync(file, 'utf8')).join('\n')))).map(([name, document]) => ({
  name,
  query: print(document),
  operation: document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!,
}));
/** What Apollo's own way is asked for, and the short way leaves alone. */
const APOLLO = 'application/json;q=1.0';

/** Where several fields at the top were refused, the one way tells of the first that came, the other of each. */
function saidBy({ text }: { text: string }): unknown[] {
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions: object }[] };
  return data === null ? [data, ...new Set(errors.map(({ message, extensions }) => JSON.stringify([message, extensions])))] : [text];
}

const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

describe('the short way', () => {
  const started = new Date();
  let portal: TestPortal;
  let truth: Truth;
  let way: ShortWay;
  let ids: { client: string; referral: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    way = portal.app.get(ShortWay);
    const { id } = await aReferral(portal);
    ids = { client: (await truth.rows<{ id: string }>('select id from client limit 1'))[0].id, referral: id };
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const capacities = new Map<string, string>();
  const capacityOf = async (as: string) => {
    const capacity = capacities.get(as) ?? (await portal.session(as)).capacities[0].id;
    capacities.set(as, capacity);
    return capacity;
  };
  const post = async (who: { as: string } | null, body: object, accept = '*/*', more: Record<string, string> = {}) => {
    const known = who ? { authorization: `Bearer ${await portal.signIn(who.as)}`, 'x-capacity': await capacityOf(who.as) } : {};
    const before = way.answered;
    const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept, ...(known as Record<string, string>), ...more }, body: JSON.stringify(body) });
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !['date', 'x-request-id', 'keep-alive', 'content-length'].includes(name)));
    return { status: response.status, headers, text: (await response.text()).replaceAll(MOMENT, (moment) => (new Date(moment) > started ? 'NOW' : moment)), short: way.answered > before };
  };
  const lines = async () => Number((await truth.rows<{ n: string }>('select count(*) n from trail'))[0].n);

  const SETS: { what: string; id: (name: string) => unknown; text: unknown; number: unknown }[] = [
    { what: 'of what is there', id: (name) => (/client/i.test(name) ? ids.client : ids.referral), text: 'een tekst', number: 1 },
    { what: 'of what is not there', id: () => randomUUID(), text: '', number: 0 },
    { what: 'of what nobody may ask', id: () => 'x', text: 'x'.repeat(5000), number: -1 },
    { what: 'of the wrong kind', id: () => 5.5, text: { a: 1 }, number: 'veel' },
  ];
  const valueOf = (type: TypeNode, name: string, set: (typeof SETS)[number]): unknown => {
    if (type.kind === Kind.NON_NULL_TYPE) return valueOf(type.type, name, set);
    if (type.kind === Kind.LIST_TYPE) return [valueOf(type.type, name, set)];
    const named = type.name.value;
    return named === 'ID' ? (name === 'key' ? randomUUID() : set.id(name)) : named === 'Int' ? set.number : named === 'String' ? set.text : undefined;
  };
  const variablesOf = ({ variableDefinitions = [] }: OperationDefinitionNode, set: (typeof SETS)[number]) =>
    Object.fromEntries(variableDefinitions.map(({ type, variable: { name: { value } } }) => [value, valueOf(type, value, set)]));

  it.each(SETS.map(({ what }, at) => [what, at] as const))('answers every question of the web app as Apollo does, byte for byte: %s', async (_, at) => {
    const people = at ? [ann] : [ann, bram, hilde, tom];
    const told = new Map<string, number>();
    for (const { name, query, operation } of OPERATIONS) {
      for (const who of people) {
        const body = { query, variables: variablesOf(operation, SETS[at]) };
        let apollo = await post(who, body, APOLLO);
        // What was done once is not done twice: the same key gives the same answer, but for what is told once.
        if (operation.operation === OperationTypeNode.MUTATION && !apollo.text.includes('"errors"')) apollo = await post(who, body, APOLLO);
        const between = await lines();
        const short = await post(who, body);
        expect([name, who.as, short.status, ...saidBy(short), short.headers]).toEqual([name, who.as, apollo.status, ...saidBy(apollo), apollo.headers]);
        expect([name, apollo.short, short.short]).toEqual([name, false, (JSON.parse(apollo.text) as { data?: unknown }).data !== undefined]);
        if (operation.operation === OperationTypeNode.QUERY && short.short) told.set(name, (await lines()) - between);
        for (const { extensions } of (JSON.parse(short.text) as { errors?: { extensions: { code: string } }[] }).errors ?? []) codes.add(`${extensions.code} ${short.short}`);
      }
    }
    // Whoever is shown something leaves her line; a few questions look at no dossier.
    if (!at) expect([...told.values()].filter((each) => each > 0).length).toBeGreaterThan(told.size / 2);
  });
  const codes = new Set<string>();

  it('met every kind of no on that way', () => {
    expect([...codes]).toEqual(expect.arrayContaining(['NOT_FOUND true', 'FORBIDDEN true', 'INVALID true', 'LIMIT true', 'BAD_REQUEST false']));
  });

  it('knows who asks anew each time: without a token, with a bad one, in a capacity of somebody else', async () => {
    const body = { query: '{ me { name } }' };
    for (const accept of [APOLLO, '*/*']) expect((await post(ann, body, accept)).status).toBe(200);
    const capacity = (await portal.session(bram.as)).capacities[0].id;
    for (const [who, more] of [[null, {}], [ann, { authorization: 'Bearer x' }], [ann, { 'x-capacity': capacity }]] as const) {
      const [apollo, short] = [await post(who, body, APOLLO, more), await post(who, body, '*/*', more)];
      expect(apollo.status).toBe(401);
      expect(short).toEqual(apollo);
    }
    expect((await post(ann, body)).short).toBe(true);
  });

  it('is not taken by what no limit let through, however often it comes', async () => {
    const query = `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: me { name }`).join(' ')} }`;
    const answers = [await post(ann, { query }), await post(ann, { query }), await post(ann, { query })];
    expect(answers.map(({ status, short }) => [status, short])).toEqual(answers.map(() => [400, false]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('is taken by the words as they are, with the name that is asked', async () => {
    const query = 'query A { me { name } } query B { municipalities { nis } }';
    for (const operationName of ['A', 'B']) for (const accept of [APOLLO, '*/*']) await post(ann, { query, operationName }, accept);
    const [a, b] = [await post(ann, { query, operationName: 'A' }), await post(ann, { query, operationName: 'B' })];
    expect([a.short, b.short, Object.keys((JSON.parse(a.text) as { data: object }).data), Object.keys((JSON.parse(b.text) as { data: object }).data)]).toEqual([true, true, ['me'], ['municipalities']]);
    for (const body of [{ query }, { query, operationName: 'C' }, [{ query, operationName: 'A' }], { query, operationName: 'A', extensions: { a: 1 } }]) expect((await post(ann, body)).short).toBe(false);
  });
});
