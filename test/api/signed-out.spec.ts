import { createPrivateKey, createPublicKey, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Json = { [name: string]: unknown };
const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (token: string, at: 0 | 1): Json => JSON.parse(Buffer.from(token.split('.')[at], 'base64url').toString()) as Json;
const now = () => Math.floor(Date.now() / 1000);
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

describe('the word that a session ended', () => {
  let portal: TestPortal;
  let truth: Truth;
  let key: KeyObject;
  let token: string;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    token = await portal.signIn(ann.as);
    key = createPrivateKey(readFileSync(path.join(portal.settings.embeddedSignIn!, 'sign-in.key.pem')));
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** A logout token as the sign-in would make it, with something changed; undefined leaves a claim out. */
  function word(claims: Json = {}, header: Json = {}, by: KeyObject = key): string {
    const { iss, sid, sub } = read(token, 1);
    const body = `${part({ ...read(token, 0), typ: 'logout+jwt', ...header })}.${part({ iss, sub, sid, aud: 'portal-web', iat: now(), exp: now() + 120, jti: randomUUID(), events: { [LOGOUT]: {} }, ...claims })}`;
    return `${body}.${sign('sha256', Buffer.from(body), by).toString('base64url')}`;
  }
  const tell = (body: string | URLSearchParams, type?: string) => fetch(`${portal.url}/session/ended`, { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) });
  const say = (said: string) => tell(new URLSearchParams({ logout_token: said }));
  const session = async () => (await fetch(`${portal.url}/session`, { headers: { authorization: `Bearer ${token}` } })).status;
  const remembered = async () => Number((await truth.rows<{ count: string }>('select count(*) from ended_session'))[0].count);

  it.each<[string, Json, Json?]>([
    ['no event', { events: undefined }],
    ['another event', { events: { 'http://schemas.openid.net/event/other': {} } }],
    ['an event that is no object', { events: { [LOGOUT]: true } }],
    ['a nonce, as a proof of identity has', { nonce: 'x' }],
    ['no session', { sid: undefined }],
    ['a session that is no text', { sid: { $ne: '' } }],
    ['an empty session', { sid: '' }],
    ['another audience', { aud: 'account' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'https://sso.example/realms/woonbrug' }],
    ['no issuer', { iss: undefined }],
    ['no birth', { iat: undefined }],
    ['a birth of long ago', { iat: now() - 3600, exp: now() + 60 }],
    ['a birth in the future', { iat: now() + 600 }],
    ['an end that has passed', { exp: now() - 60 }],
    ['the type of an access token', {}, { typ: 'at+jwt' }],
    ['no type', {}, { typ: undefined }],
    ['an unknown key', {}, { kid: 'other' }],
  ])('with %s is refused, and ends nothing', async (...[, claims, header]) => {
    const answer = await say(word(claims, header));
    expect([answer.status, await answer.json()]).toEqual([400, { errors: [{ message: 'Deze vraag is niet goed opgebouwd.', extensions: { code: 'BAD_REQUEST' } }] }]);
    expect([await session(), await remembered()]).toEqual([200, 0]);
  });

  it('by somebody else is refused, and ends nothing', async () => {
    const unsigned = word({}, { alg: 'none' }).split('.').slice(0, 2).join('.');
    const secret = createPublicKey(key).export({ type: 'spki', format: 'pem' });
    const hmac = word({}, { alg: 'HS256' }).split('.').slice(0, 2).join('.');
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const said of ['', 'x', 'a.b.c', token, `${unsigned}.`, `${hmac}.${createHmac('sha256', secret).update(hmac).digest('base64url')}`, word({}, {}, stranger.privateKey), word({}, { jwk: stranger.publicKey.export({ format: 'jwk' }) }, stranger.privateKey)]) expect([said, (await say(said)).status]).toEqual([said, 400]);
    expect([await session(), await remembered()]).toEqual([200, 0]);
  });

  it('comes as a small form and in no other way', async () => {
    expect((await tell(JSON.stringify({ logout_token: word() }), 'application/json')).status).toBe(415);
    expect((await tell(new URLSearchParams())).status).toBe(400);
    expect((await tell(new URLSearchParams([['logout_token', word()], ['logout_token', word()]]))).status).toBe(400);
    expect((await tell(new URLSearchParams({ logout_token: 'x'.repeat(20_000) }))).status).toBe(413);
    expect((await fetch(`${portal.url}/session/ended?logout_token=${word()}`)).status).toBe(404);
    // Nor is a form taken anywhere else.
    expect((await fetch(`${portal.url}/session`, { method: 'POST', body: new URLSearchParams({ logout_token: word() }) })).status).toBe(415);
    expect([await session(), await remembered()]).toEqual([200, 0]);
  });

  it('of another session leaves this one', async () => {
    expect((await say(word({ sid: randomUUID() }))).status).toBe(200);
    expect([await session(), await remembered()]).toEqual([200, 1]);
  });

  it('shuts every door to the tokens of that session at once, and is heard twice without harm', async () => {
    const [{ id }] = (await portal.session(ann.as)).capacities;
    expect([(await say(word())).status, (await say(word())).status]).toEqual([200, 200]);
    expect(await session()).toBe(401);
    const graphql = await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-capacity': id }, body: '{"query":"{ me { name } }"}' });
    expect([graphql.status, await graphql.json()]).toEqual([401, { errors: [{ message: 'Meld u opnieuw aan.', extensions: { code: 'UNAUTHENTICATED' } }] }]);
    for (const path of [`/paper/referral/${id}`, `/attachment/${id}`]) expect([path, (await fetch(`${portal.url}${path}`, { headers: { authorization: `Bearer ${token}`, 'x-capacity': id } })).status]).toEqual([path, 401]);
    expect(portal.logs.join('\n')).not.toContain(String(read(token, 1).sid));
  });

  it('is forgotten when no token of it can live any more', async () => {
    await truth.rows("update ended_session set at = now() - interval '61 minutes'");
    expect((await say(word({ sid: 'last' }))).status).toBe(200);
    expect((await truth.rows('select id from ended_session')).map((row) => row.id)).toEqual(['last']);
  });
});
