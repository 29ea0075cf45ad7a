import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign as signature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { StepUp } from '#kernel';
import { ann, jelle, nele } from '../cast/cast.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { SignInBrowser } from '../support/sign-in.js';

type Json = { [name: string]: unknown };
const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string): Json => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()) as Json;
const headerOf = (token: string): Json => JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString()) as Json;
const now = () => Math.floor(Date.now() / 1000);

describe('a token', () => {
  let portal: TestPortal;
  let key: KeyObject;
  let good: string;
  let capacity: string;
  let elsewhere: Server;
  let asked = 0;
  beforeAll(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined); // keycloak-connect tells when it does not ask for keys again so soon
    portal = await startPortal();
    good = await portal.signIn(ann.as);
    capacity = (await portal.session(ann.as)).capacities[0].id;
    key = createPrivateKey(readFileSync(path.join(portal.settings.embeddedSignIn!, 'sign-in.key.pem')));
    elsewhere = createServer((_, response) => {
      asked += 1;
      response.end('{"keys":[]}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await new Promise((resolve) => elsewhere.close(resolve));
    await portal.stop();
  });

  const foreign = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/certs`;
  /** A token as the sign-in would make it, with something changed; undefined leaves a claim out. */
  function forge(claims: Json, header: Json = {}, by: KeyObject = key): string {
    const body = `${part({ ...headerOf(good), ...header })}.${part({ ...claimsOf(good), ...claims })}`;
    return `${body}.${signature('sha256', Buffer.from(body), by).toString('base64url')}`;
  }
  const ask = async (authorization: string | undefined, headers: Record<string, string> = {}) => {
    const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-capacity': capacity, ...(authorization === undefined ? {} : { authorization }), ...headers }, body: '{"query":"{ me { name role partner { name } } }"}' });
    return { status: response.status, body: (await response.json()) as { data?: { me: Json }; errors?: { message: string; extensions: Json }[] } };
  };
  const refused = { status: 401, body: { errors: [{ message: 'Meld u opnieuw aan.', extensions: { code: 'UNAUTHENTICATED' } }] } };

  it('made by the key of the sign-in opens the door: what follows is refused for what was changed', async () => {
    for (const header of [{}, { kid: undefined }]) expect((await ask(`Bearer ${forge({}, header)}`)).status).toBe(200);
    expect((await ask(`bearer ${good}`)).body.data?.me).toEqual({ name: 'Ann Maes', role: 'SOCIAL_WORKER', partner: { name: 'OCMW Ledegem' } });
  });

  it.each([['none at all', undefined], ['nothing', ''], ['the word alone', 'Bearer'], ['blanks', 'Bearer   '], ['another way', 'Basic YW5uOmRlbW8='], ['rubbish', 'Bearer x.y.z'], ['one part', 'Bearer x'], ['five parts', 'Bearer a.b.c.d.e'], ['null', 'Bearer null'], ['very much', `Bearer ${'x'.repeat(7000)}`]])('that is %s is refused', async (_, authorization) => {
    expect(await ask(authorization)).toEqual(refused);
  });

  it('that somebody touched is refused', async () => {
    const [header, body, sealed] = good.split('.');
    const other = part({ ...claimsOf(good), sub: 'lies.verhelst', preferred_username: 'lies.verhelst' });
    for (const token of [`${header}.${other}.${sealed}`, `${header}.${body}.`, `${header}.${body}`, `${header}.${body}.${sealed.slice(0, -4)}AAAA`, `${part({ alg: 'RS256' })}.${body}.${sealed}`]) expect([token, await ask(`Bearer ${token}`)]).toEqual([token, refused]);
  });

  it('without a signature, or with one made from the public key, is refused', async () => {
    const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
    for (const alg of ['none', 'None', 'NONE', '']) expect(await ask(`Bearer ${part({ ...headerOf(good), alg })}.${part(claimsOf(good))}.`)).toEqual(refused);
    for (const secret of [pem, createPublicKey(key).export({ type: 'spki', format: 'der' }), createPublicKey(key).export({ type: 'pkcs1', format: 'pem' }), ''])
      for (const alg of ['HS256', 'RS256']) {
        const body = `${part({ ...headerOf(good), alg })}.${part(claimsOf(good))}`;
        expect(await ask(`Bearer ${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`)).toEqual(refused);
      }
  });

  it('of another key is refused, whatever it says of where that key is, and nobody is asked', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = stranger.publicKey.export({ format: 'jwk' });
    for (const header of [{}, { kid: 'other' }, { kid: undefined }, { kid: '../../../dev/null' }, { jku: foreign() }, { kid: 'other', jku: foreign() }, { x5u: foreign() }, { jwk }, { kid: 'other', jwk, jku: foreign(), x5u: foreign() }]) expect([header, await ask(`Bearer ${forge({}, header, stranger.privateKey)}`)]).toEqual([header, refused]);
    expect(asked).toBe(0);
  });

  it.each<[string, Json]>([
    ['another audience', { aud: 'account' }],
    ['no audience', { aud: undefined }],
    ['an audience that only looks like ours', { aud: ['portal-api-2', 'xportal-api'] }],
    ['another client', { azp: 'admin-cli' }],
    ['no client', { azp: undefined }],
    ['several clients', { azp: ['portal-web'] }],
    ['the type of an ID token', { typ: 'ID' }],
    ['the type of a refresh token', { typ: 'Refresh' }],
    ['no type', { typ: undefined }],
    ['another issuer', { iss: 'https://sso.example/realms/woonbrug' }],
    ['no issuer', { iss: undefined }],
    ['no session', { sid: undefined }],
    ['an empty session', { sid: '' }],
    ['a session that is no text', { sid: 1 }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject that is no text', { sub: { $ne: null } }],
    ['no end', { exp: undefined }],
    ['an end in words', { exp: String(now() + 300) }],
    ['an end in ten years', { exp: now() + 10 * 365 * 86_400 }],
    ['an end of null', { exp: null }],
    ['an end that has passed', { exp: now() - 60 }],
    ['an end beyond numbers', { exp: 1e308 }],
    ['a beginning in the future', { nbf: now() + 600 }],
    ['a beginning in words', { nbf: 'nu' }],
    ['a birth in the future', { iat: now() + 600, exp: now() + 850 }],
  ])('with %s is refused', async (_, claims) => {
    expect(await ask(`Bearer ${forge(claims)}`)).toEqual(refused);
    const session = await fetch(`${portal.url}/session`, { headers: { authorization: `Bearer ${forge(claims)}` } });
    expect(session.status).toBe(401);
  });

  it.each(['/', '2', '?x', '#x'])('whose issuer is ours and more (%s) is refused', async (more) => {
    expect(await ask(`Bearer ${forge({ iss: `${String(claimsOf(good).iss)}${more}` })}`)).toEqual(refused);
  });

  it('of a clock half a minute off is good', async () => {
    expect((await ask(`Bearer ${forge({ iat: now() + 20, nbf: now() + 20 })}`)).status).toBe(200);
  });

  it('for more than one audience is good', async () => {
    expect((await ask(`Bearer ${forge({ aud: ['account', 'portal-api'] })}`)).status).toBe(200);
  });

  it('that proves who somebody is to the web app opens nothing here', async () => {
    const { id_token: proof, refresh_token: refresh } = await new SignInBrowser(portal.url).signIn('joris.callewaert', 'demo');
    for (const token of [proof, refresh]) expect(await ask(`Bearer ${token}`)).toEqual(refused);
  });

  it('of a sign-in of long ago, or of nobody knows when, opens no door that shows much at once', async () => {
    const DOORS: [string, (token: string, capacity: string) => Promise<Response>][] = [
      [ann.as, (token, as) => fetch(`${portal.url}/paper/register/${randomUUID()}`, { headers: { authorization: `Bearer ${token}`, 'x-capacity': as } })],
      ...[
        [nele.as, 'breakGlass(key: $key, number: "DV-2222-22", reason: "Iemand staat vanavond op straat en niemand is bereikbaar.")'],
        [jelle.as, 'askSupport(key: $key, partnerId: $key, number: "DV-2222-22", reason: "De pagina van dit dossier opent niet meer sinds vanmorgen.")'],
      ].map(([who, door]): (typeof DOORS)[number] => [who, (token, as) => fetch(`${portal.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-capacity': as }, body: JSON.stringify({ query: `mutation ($key: ID!) { ${door} { id } }`, variables: { key: randomUUID() } }) })]),
    ];
    for (const [who, door] of DOORS) {
      const [{ id }] = (await portal.session(who)).capacities;
      const { sub } = claimsOf(await portal.signIn(who));
      const answer = async (at: unknown) => ((await (await door(forge({ sub, preferred_username: who, auth_time: at }), id)).json()) as { errors: { extensions: Json }[] }).errors[0].extensions.code;
      for (const at of [undefined, null, 'nu', now() - 310, now() + 600]) expect([who, at, await answer(at)]).toEqual([who, at, 'STEP_UP']);
      expect([who, await answer(now() - 280)]).toEqual([who, who === jelle.as ? 'INVALID' : 'NOT_FOUND']);
    }
  });

  it('of a way of signing in that is too weak opens no such door, where the portal asks for a stronger one', () => {
    const strong = new StepUp(5, 'sterk');
    for (const acr of [undefined, '', '1', 'zwak', 'Sterk']) expect(() => strong.demand({ proved: { at: now(), acr } })).toThrow(expect.objectContaining({ code: 'STEP_UP' }));
    expect(() => strong.demand({ proved: { at: now(), acr: 'sterk' } })).not.toThrow();
    for (const acr of ['sterk', 'sterker']) expect(() => new StepUp(5, 'sterk sterker').demand({ proved: { at: now(), acr } })).not.toThrow();
  });

  it('gives no right by what it claims', async () => {
    const rich = { realm_access: { roles: ['admin', 'PARTNER_ADMIN'] }, resource_access: { 'portal-api': { roles: ['DPO'] } }, roles: ['PARTNER_ADMIN'], scope: 'openid admin', partner: 'Vivus', partner_id: '00000000-0000-0000-0000-000000000001', organizations: ['OCMW Ledegem', 'Vivus'], name: 'Iemand Anders' };
    expect((await ask(`Bearer ${forge(rich)}`)).body.data?.me).toEqual({ name: 'Ann Maes', role: 'SOCIAL_WORKER', partner: { name: 'OCMW Ledegem' } });
    const session = (await (await fetch(`${portal.url}/session`, { headers: { authorization: `Bearer ${forge(rich)}` } })).json()) as { capacities: unknown[] };
    expect(session.capacities).toHaveLength(1);
  });

  it('of somebody whom the portal does not know is told where to ask', async () => {
    const { status, body } = await ask(`Bearer ${forge({ sub: 'niemand', preferred_username: 'niemand' })}`);
    expect([status, body.errors?.[0].message]).toEqual([401, 'U hebt nog geen toegang tot Woonbrug. Vraag het aan de beheerder van uw organisatie.']);
  });

  it('is heard only where it belongs: no header beside it counts', async () => {
    const ignored = { 'x-user': 'lies.verhelst', 'x-org': 'OCMW Izegem', 'x-person': 'x', 'x-partner': 'Vivus', 'x-role': 'PARTNER_ADMIN', 'x-forwarded-user': 'lies.verhelst', 'x-forwarded-for': '10.0.0.1', 'x-http-method-override': 'DELETE', cookie: `token=${good}` };
    expect((await ask(`Bearer ${good}`, ignored)).body.data?.me).toMatchObject({ name: 'Ann Maes', partner: { name: 'OCMW Ledegem' } });
    expect(await ask(undefined, { ...ignored, 'x-access-token': good, 'x-authorization': `Bearer ${good}` })).toEqual(refused);
  });

  it('in an address is refused, and stands in no log', async () => {
    for (const address of [`/graphql?access_token=${good}`, `/graphql?token=${good}`]) expect((await fetch(`${portal.url}${address}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-capacity': capacity }, body: '{"query":"{ me { name } }"}' })).status).toBe(400);
    expect((await fetch(`${portal.url}/session?access_token=${good}`)).status).toBe(401);
    expect(portal.logs.join('\n')).not.toContain(good.slice(-40));
    expect(portal.logs.join('\n')).not.toMatch(/eyJ[\w-]{20}/);
  });
});
