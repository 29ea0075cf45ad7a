import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPortal, type TestPortal } from '../../../test/support/portal.js';
import { SignInBrowser } from '../../../test/support/sign-in.js';
import { Brake } from './embedded-sign-in.brake.js';

const OPENID = '/realms/woonbrug/protocol/openid-connect';
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()) as Record<string, unknown>;

describe('the embedded sign-in', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal()));
  afterAll(() => portal.stop());

  const signedIn = async () => {
    const browser = new SignInBrowser(portal.url);
    return { browser, tokens: await browser.signIn('ann.maes', 'demo') };
  };

  it('gives the tokens that Keycloak would give', async () => {
    const { tokens } = await signedIn();
    const { iss, aud, azp, typ, preferred_username, sid, sub, exp, iat } = claimsOf(tokens.access_token);
    expect({ iss, aud, azp, typ, preferred_username }).toEqual({ iss: `${portal.url}/realms/woonbrug`, aud: 'portal-api', azp: 'portal-web', typ: 'Bearer', preferred_username: 'ann.maes' });
    expect([typeof sid, typeof sub, Number(exp) - Number(iat)]).toEqual(['string', 'string', 300]);
    expect(claimsOf(tokens.id_token)).toMatchObject({ sub, aud: 'portal-web', name: 'Ann Maes' });
    expect(JSON.parse(Buffer.from(tokens.access_token.split('.')[0], 'base64url').toString())).toMatchObject({ alg: 'RS256' });
  });

  it('knows somebody again in another tab, in the same session', async () => {
    const { browser, tokens } = await signedIn();
    const other = await browser.signIn('ann.maes');
    expect(other.refresh_token).not.toBe(tokens.refresh_token);
    expect(claimsOf(other.access_token).sid).toBe(claimsOf(tokens.access_token).sid);
  });

  it('gives a new refresh token each time, and ends the session in all tabs when an old one comes back', async () => {
    const { browser, tokens } = await signedIn();
    const other = await browser.signIn('ann.maes');
    const next = await browser.refresh(tokens.refresh_token);
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    await expect(browser.refresh(tokens.refresh_token)).rejects.toThrow('invalid_grant');
    await expect(browser.refresh(next.refresh_token)).rejects.toThrow('invalid_grant');
    await expect(browser.refresh(other.refresh_token)).rejects.toThrow('invalid_grant');
    await expect(browser.signIn('ann.maes')).rejects.toThrow('asks for a password');
  });

  it('lets only one of two refreshes at the same moment pass', async () => {
    const { browser, tokens } = await signedIn();
    const results = await Promise.allSettled([browser.refresh(tokens.refresh_token), browser.refresh(tokens.refresh_token)]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });

  it('refuses another address to come back to, and a sign-in without PKCE', async () => {
    const query = (more: object) => new URLSearchParams({ client_id: 'portal-web', response_type: 'code', scope: 'openid', ...more }).toString();
    const elsewhere = await fetch(`${portal.url}${OPENID}/auth?${query({ redirect_uri: 'https://elders.example/', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' })}`, { redirect: 'manual' });
    expect([elsewhere.status, await elsewhere.text()]).toEqual([400, expect.stringContaining('Aanmelden lukt niet')]);
    const unproven = await fetch(`${portal.url}${OPENID}/auth?${query({ redirect_uri: `${portal.url}/auth/callback` })}`, { redirect: 'manual' });
    expect(unproven.headers.get('location')).toContain('error=invalid_request');
  });

  it('refuses a wrong password and an unknown name with the same page', async () => {
    const browser = new SignInBrowser(portal.url);
    await expect(browser.signIn('sofie.lambrecht', 'gok')).rejects.toThrow('401');
    await expect(browser.signIn('bestaat.niet', 'demo')).rejects.toThrow('401');
  });

  it('slows down guessing, for the right password too', async () => {
    for (let turn = 0; turn < 5; turn += 1) await expect(new SignInBrowser(portal.url).signIn('wim.deceuninck', `gok${turn}`)).rejects.toThrow('401');
    await expect(new SignInBrowser(portal.url).signIn('Wim.Deceuninck', 'demo')).rejects.toThrow('429');
  });

  it('says in Dutch that a sign-in took too long', async () => {
    const response = await fetch(`${portal.url}/realms/woonbrug/login/verlopen`);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('het duurde te lang')]);
  });
});

describe('the brake on guessing', () => {
  it('lets somebody try again after half a minute, and forgets what went well', () => {
    let now = 0;
    const brake = new Brake(() => now);
    for (let turn = 0; turn < 4; turn += 1) brake.failed('a');
    expect(brake.wait('a')).toBe(0);
    brake.failed('a');
    expect([brake.wait('a'), brake.wait('b')]).toEqual([30, 0]);
    now = 30_000;
    expect(brake.wait('a')).toBe(0);
    brake.failed('a');
    brake.succeeded('a');
    for (let turn = 0; turn < 4; turn += 1) brake.failed('a');
    expect(brake.wait('a')).toBe(0);
  });
});
