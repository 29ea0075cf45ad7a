import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownDocuments, questionsIn } from '../../apps/api/src/documents.js';
import { ShortWay } from '../../apps/api/src/short-way.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { ann } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const QUESTIONS = JSON.parse(readFileSync('apps/web/src/generated/graphql/persisted-documents.json', 'utf8')) as { [hash: string]: string };
const [HASH, TEXT] = Object.entries(QUESTIONS).find(([, text]) => text.includes('query WorklistCounts'))!;

describe.each([
  ['that answers the questions of its web app alone', 'true'],
  ['that answers any question', 'false'],
])('a portal %s', (_, only) => {
  let portal: TestPortal;
  let truth: Truth;
  let headers: Record<string, string>;
  beforeAll(async () => {
    portal = await startPortal({ web: true, env: { PERSISTED_ONLY: only } });
    truth = await Truth.of(portal);
    headers = { 'content-type': 'application/json', authorization: `Bearer ${await portal.signIn(ann.as)}`, 'x-capacity': (await portal.session(ann.as)).capacities[0].id };
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });
  const post = async (body: unknown) => {
    const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as { data?: { worklistCounts?: object }; errors?: { message: string; extensions: { code: string } }[] }) };
  };
  const lines = async () => (await truth.rows<{ n: string }>('select count(*) n from trail'))[0].n;

  it('knows each question of the web app by its hash, also on the short way', async () => {
    const way = portal.app.get(ShortWay);
    for (let turn = 0; turn < 2; turn += 1) {
      const before = way.answered;
      expect((await post({ documentId: HASH, operationName: 'WorklistCounts' })).data).toEqual({ worklistCounts: expect.anything() });
      expect(way.answered - before).toBe(turn);
    }
    expect(((await (await fetch(`${portal.url}/config.json`)).json()) as object)).toMatchObject({ persisted: true });
  });

  it('says of a hash that it does not know that there is a new version, and does nothing', async () => {
    const before = await lines();
    for (const documentId of [`${HASH.slice(0, -1)}x`, '', 'toString', '__proto__', 5, [HASH], null]) {
      const { status, data, errors } = await post({ documentId });
      expect([documentId, status, data, errors?.[0].extensions.code]).toEqual([documentId, 400, undefined, 'BAD_REQUEST']);
      expect(errors![0].message).toContain('nieuwe versie');
    }
    expect(await lines()).toBe(before);
  });

  it('never takes other words with a hash that it knows', async () => {
    for (const query of [TEXT, '{ me { name } }', '', null]) expect((await post({ documentId: HASH, query })).status).toBe(400);
  });

  it(only === 'true' ? 'refuses words, its own too, before anything is looked up' : 'answers words', async () => {
    const before = await lines();
    for (const body of [{ query: TEXT }, { query: 'query WorklistCounts { worklistCounts { todo } }' }]) {
      const { status, data } = await post(body);
      expect([status, data?.worklistCounts !== undefined]).toEqual(only === 'true' ? [400, false] : [200, true]);
    }
    for (const body of [{}, [], [{ query: TEXT }], { query: 5 }, { extensions: { persistedQuery: { version: 1, sha256Hash: HASH.slice(7) } } }]) expect([body, (await post(body)).data]).toEqual([body, undefined]);
    if (only === 'true') expect(await lines()).toBe(before);
  });
});

describe('PERSISTED_ONLY', () => {
  const read = (env: object) => readSettings({ PUBLIC_URL: 'https://woonbrug.example', DATABASE_URL: 'postgres://portal@db/woonbrug', OIDC_ISSUER: 'https://sso.example/realms/woonbrug', WEB_FOLDER: 'dist/web', ...env }).persistedOnly;

  it('is usual in production, and not where all is invented', () => {
    expect([read({ NODE_ENV: 'production' }), read({ NODE_ENV: 'production', DEMO: 'true' }), read({}), read({ NODE_ENV: 'production', PERSISTED_ONLY: 'false' }), read({ PERSISTED_ONLY: 'true' })]).toEqual([true, false, false, false, true]);
  });

  it('wants to know where the questions stand', () => {
    expect(() => knownDocuments(questionsIn(undefined), true)).toThrow('with PERSISTED_ONLY only questions of the web app are answered, and WEB_FOLDER holds none');
    expect(() => knownDocuments(questionsIn('deploy'), false)).not.toThrow();
  });
});
