import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createPortal } from '../../apps/api/src/portal.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { freePort } from '../../scripts/ports.mjs';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { Truth } from '../cast/truth.js';
import { Program } from './process.js';

const REALM = '/realms/woonbrug';

describe('a portal in production', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let database: TestDatabase;
  let truth: Truth;
  let app: NestExpressApplication;
  let keycloak: Server;
  let url: string;
  let issuer: string;
  let capacity: string;
  const logs: string[] = [];
  beforeAll(async () => {
    database = await copyDatabase();
    truth = await Truth.of(database);
    keycloak = createServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] })));
    await new Promise<void>((resolve) => keycloak.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(keycloak.address() as AddressInfo).port}${REALM}`;
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const settings = readSettings({ NODE_ENV: 'production', PERSISTED_ONLY: 'false', PORT: String(port), PUBLIC_URL: 'https://woonbrug.example', DATABASE_URL: database.url, OIDC_ISSUER: issuer });
    app = await createPortal(settings, { write: (line) => void logs.push(line) });
    await app.listen(port);
    [{ id: capacity }] = await truth.rows(`select m.id from mandate m join person p on p.id = m.person_id where p.username = 'ann.maes'`);
  });
  afterAll(async () => {
    await app?.close();
    await truth.close();
    await database.drop();
    await new Promise((resolve) => keycloak.close(resolve));
  });

  function token(): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const body = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part({ iss: issuer, aud: 'portal-api', azp: 'portal-web', typ: 'Bearer', sid: 's', sub: 'b5a0-ann', preferred_username: 'ann.maes', iat: now, exp: now + 300 })}`;
    return `${body}.${createSign('sha256').update(body).sign(privateKey, 'base64url')}`;
  }
  const ask = async (query: string, variables: object = {}) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}`, 'x-capacity': capacity }, body: JSON.stringify({ query, variables }) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('is opened by a token of its Keycloak', async () => {
    const { status, text, headers } = await ask('{ me { name } }');
    expect([status, JSON.parse(text)]).toEqual([200, { data: { me: { name: 'Ann Maes' } } }]);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });

  it('has no sign-in of its own', async () => {
    for (const path of ['/protocol/openid-connect/auth', '/login/x', '/.well-known/openid-configuration']) expect((await fetch(`${url}${REALM}${path}`)).status).toBe(404);
    expect(await (await fetch(`${url}/config.json`)).json()).toEqual({ authority: issuer, clientId: 'portal-web', demo: false, mails: false, persisted: false });
  });

  it('does not tell its schema', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Client") { fields { name } } }', '{ me { __typename } __schema { queryType { name } } }']) {
      const { status, text } = await ask(query);
      expect([status, JSON.parse(text)]).toEqual([400, { errors: [{ message: 'Deze vraag is niet goed opgebouwd.', extensions: { code: 'BAD_REQUEST' } }] }]);
    }
  });

  it.each([
    ['a field that nearly exists', '{ me { nam } }'],
    ['an enum that nearly exists', '{ worklist(part: TODOO) { next } }'],
    ['an argument that nearly exists', '{ referral(idd: "x") { id } }'],
    ['a type that nearly exists', '{ me { ... on Mee { name } } }'],
    ['broken words', '{ me { '],
  ])('hints at nothing for %s', async (_, query) => {
    const { errors } = JSON.parse((await ask(query)).text) as { errors: object[] };
    for (const error of errors) expect(error).toEqual({ message: 'Deze vraag is niet goed opgebouwd.', extensions: { code: 'BAD_REQUEST' } });
  });

  it('hints at nothing for a variable that does not fit', async () => {
    const { status, text } = await ask('query ($part: WorklistPart!) { worklist(part: $part) { next } }', { part: 'TODOO' });
    expect([status, text]).toEqual([400, expect.not.stringMatching(/TODO|WorklistPart|Did you mean/)]);
  });

  it('says nothing of its database when that fails, and tells it in the log without a value', async () => {
    const source = app.get(DataSource);
    const make = source.createQueryRunner.bind(source);
    const faults = [
      Object.assign(new Error('duplicate key value violates unique constraint "person_partner_id_username_key"'), { code: '22P02', detail: 'Key (username)=(geheim) already exists.', table: 'person', constraint: 'person_key', query: 'select geheim from person' }),
      Object.assign(new Error('column "geheim" does not exist'), { code: '42703' }),
      new TypeError("Cannot read properties of undefined (reading 'naam')"),
    ];
    for (const fault of faults) {
      let reads = 0;
      source.createQueryRunner = (...args) => {
        const runner = make(...args);
        // The first finds out who asks; the second answers.
        if ((reads += 1) === 2) runner.connect = async () => Promise.reject(fault);
        return runner;
      };
      const { text } = await ask('{ people { name } }');
      expect(text).not.toMatch(/naam|select|constraint|column|person_| at /);
      expect(JSON.parse(text)).toEqual({ data: null, errors: [{ message: 'Er ging iets mis aan onze kant. Er is niets verloren: probeer het opnieuw.', path: ['people'], extensions: { code: 'INTERNAL' } }] });
    }
    source.createQueryRunner = make;
    expect(logs.join('')).not.toContain('geheim');
    expect((await ask('{ me { name } }')).status).toBe(200);
  });

  it('asks for another try while its database is away', async () => {
    const source = app.get(DataSource);
    const make = source.createQueryRunner.bind(source);
    source.createQueryRunner = (...args) => Object.assign(make(...args), { connect: async () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' })) });
    const { status, text } = await ask('{ me { name } }');
    source.createQueryRunner = make;
    expect([status, JSON.parse(text)]).toEqual([503, { errors: [{ message: 'Dit lukt nu even niet. Probeer het zo dadelijk opnieuw.', extensions: { code: 'UNAVAILABLE' } }] }]);
  });
});

describe('a portal that may not start', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await copyDatabase()));
  afterAll(() => database.drop());

  it('says in one sentence that the embedded sign-in is for trying out', async () => {
    const program = new Program('api', database.url, { NODE_ENV: 'production' });
    await expect(program.start()).rejects.toThrow(/Woonbrug does not start: the embedded sign-in is for trying out only: in production set OIDC_ISSUER/);
    expect(program.output.trim().split('\n')).toHaveLength(1);
    expect(program.process.exitCode).toBe(1);
    await program.remove();
  });

  it('says so when its role may pass the walls', async () => {
    const program = new Program('api', database.ownerUrl);
    await expect(program.start()).rejects.toThrow(/may pass row-level security/);
    await program.remove();
  });
});
