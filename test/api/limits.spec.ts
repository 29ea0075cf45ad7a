import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann } from '../cast/cast.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const times = (count: number, one: (at: number) => string): string => Array.from({ length: count }, (_, at) => one(at)).join(' ');
const nested = (depth: number): string => (depth ? `client { referrals { ${nested(depth - 1)} } }` : 'id');
const bomb = (size: number): string => `query { me { name } ...F0 } ${times(size, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F${size} on Query { me { name } }`;

describe('a question that is too big', () => {
  let portal: TestPortal;
  let headers: Record<string, string>;
  beforeAll(async () => {
    portal = await startPortal();
    headers = { 'content-type': 'application/json', authorization: `Bearer ${await portal.signIn(ann.as)}`, 'x-capacity': (await portal.session(ann.as)).capacities[0].id };
    await ask('{ me { name } }'); // what is done once is not counted
  });
  afterAll(() => portal.stop());

  const post = async (body: string, more: Record<string, string> = {}) => {
    const start = performance.now();
    const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { ...headers, ...more }, body });
    const text = await response.text();
    return { status: response.status, ms: performance.now() - start, text, code: (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0].extensions.code };
  };
  const ask = (query: string, variables: object = {}) => post(JSON.stringify({ query, variables }));

  it.each<[string, string]>([
    ['nine deep', `{ referrals { nodes { ${nested(4)} } } }`],
    ['lists in lists', '{ referrals { nodes { client { referrals { timeline { event } } } } } }'],
    ['lists in lists, by way of fragments', '{ referrals { nodes { ...A } } } fragment A on Referral { client { ...B } } fragment B on Client { referrals { answers { id } } }'],
    ['fifty deep', `{ referrals { nodes { ${nested(25)} } } }`],
    ['five thousand aliases', `{ ${times(5000, (at) => `a${at}: __typename`)} }`],
    ['sixteen aliases', `{ ${times(16, (at) => `a${at}: me { name }`)} }`],
    ['sixteen aliases below', `{ me { ${times(16, (at) => `a${at}: name`)} } }`],
    ['a thousand directives', `{ me { name ${times(300, () => '@include(if: true)')} } }`],
    ['twenty-one directives', `{ me { name ${times(21, () => '@skip(if: false)')} } }`],
    ['fragments that double fifteen times', bomb(15)],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a fragment in itself', '{ me { ...A } } fragment A on Me { name ...A }'],
    ['more than 1500 words', `{ me { ${times(1600, () => 'name')} } }`],
    ['very many variables', `query (${times(600, (at) => `$a${at}: Int`)}) { me { name } }`],
    ['every door at once', '{ me { name } clients { next } exchangeProtocols { id } municipalities { nis } partners { id } people { id } referralTypes { code } referrals { next } worklistCounts { todo } worklist(part: TODO) { next } similar(givenName: "a", familyName: "b") { clients { id } } client(id: "x") { id } }'],
  ])('is refused at once: %s', async (_, query) => {
    const { status, ms, code } = await ask(query);
    expect([status, code]).toEqual([400, expect.stringMatching(/^(BAD_REQUEST|LIMIT)$/)]);
    expect(ms).toBeLessThan(1000); // 100 ms on a machine that does nothing else
  });

  it('is refused within a tenth of a second, as a rule', async () => {
    const taken: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) taken.push((await ask(bomb(12))).ms, (await ask(`{ ${times(5000, (at) => `a${at}: __typename`)} }`)).ms);
    expect(taken.sort((a, b) => a - b)[4]).toBeLessThan(100);
  });

  it('does not stop what is of the right size', async () => {
    expect((await ask('{ referrals(first: 50) { nodes { id client { referrals { number withheld { why } } } answers { id term { workingDays } } } } }')).status).toBe(200);
    expect((await ask(`{ ${times(10, (at) => `a${at}: me { name }`)} }`)).status).toBe(200);
  });

  it('cannot be many questions in one', async () => {
    const one = { query: '{ me { name } }' };
    for (const body of [[one], [one, one], Array.from({ length: 500 }, () => one), []]) expect((await post(JSON.stringify(body))).status).toBe(400);
    expect((await post(JSON.stringify({ query: 'query A { me { name } } query B { me { name } }' }))).status).toBe(400);
  });

  it('cannot be hidden behind a hash', async () => {
    const sha256Hash = createHash('sha256').update('{ me { name } }').digest('hex');
    for (const extensions of [{ persistedQuery: { version: 1, sha256Hash } }, { persistedQuery: { version: 1, sha256Hash: 'x' } }])
      for (const body of [{ extensions }, { extensions, query: '{ me { name } }' }]) {
      const { text, code } = await post(JSON.stringify(body));
      expect([code, text.includes('Ann')]).toEqual(['BAD_REQUEST', false]);
    }
  });

  it('in bytes is refused before it is read', async () => {
    const body = JSON.stringify({ query: '{ me { name } }', variables: { x: 'x'.repeat(101 * 1024) } });
    expect(await post(body)).toMatchObject({ status: 413, code: 'LIMIT' });
    expect(await post(JSON.stringify({ query: '{ me { name } }', variables: { x: 'x'.repeat(90 * 1024) } }))).toMatchObject({ status: 200 });
  });

  it.each([['broken', '{"query":'], ['no object', '7'], ['null', 'null'], ['text', '"{ me { name } }"'], ['without a question', '{}'], ['a question that is no text', '{"query":{"a":1}}'], ['a question of null', '{"query":null}'], ['variables that are none', '{"query":"{ me { name } }","variables":"x"}'], ['an operation that is not there', '{"query":"query A { me { name } }","operationName":"B"}'], ['nothing', '']])('or JSON that is %s is refused', async (_, body) => {
    const { status, code } = await post(body);
    expect([status, code]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not asked by %s', async (method) => {
    const response = await fetch(`${portal.url}/graphql?query=${encodeURIComponent('{ me { name } }')}`, { method, headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([method === 'OPTIONS' ? expect.any(Number) : 405, null]);
  });

  it('is not asked as a page elsewhere can', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/graphql', '']) {
      const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': type }, body: '{"query":"{ me { name } }"}' });
      expect([type, response.status]).toEqual([type, 415]);
    }
  });

  it('changes nothing by a method in a header', async () => {
    expect((await post('{"query":"{ me { name } }"}', { 'x-http-method-override': 'GET', 'x-method-override': 'DELETE' })).status).toBe(200);
  });

  it('of enums, scalars and inputs that do not fit is refused without a word of ours', async () => {
    for (const query of ['{ worklist(part: MORGEN) { next } }', '{ worklist { next } }', '{ nergens }', '{ me { wachtwoord } }', '{ referral(id: {}) { id } }', 'mutation { openClient(key: "x") { id } }', 'subscription { me { name } }', '{ __type(name: "Client") { name } nergens }']) {
      const { status, code } = await ask(query);
      expect([query, status, code]).toEqual([query, 400, 'BAD_REQUEST']);
    }
  });
});
