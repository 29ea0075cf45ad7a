import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { KeycloakTokens } from '#kernel';
import { openBrowser, openPage } from '../support/browser.js';
import { startPortal, type StartsSignIn, type TestPortal } from '../support/portal.js';
import type { Tokens } from '../support/sign-in.js';
import { Truth } from '../cast/truth.js';
import type { SignInProvider } from './provider.js';

type Json = { [name: string]: unknown };
const partOf = (token: string, at: 0 | 1): Json => JSON.parse(Buffer.from(token.split('.')[at], 'base64url').toString()) as Json;
const LATE = 120_000;

/**
 * What signing in must do, whoever signs people in: in a real browser, from the first page to the last, and after it at the door.
 * @param start starts the provider beside a portal
 */
export function signInContract(what: string, start: (...portal: Parameters<StartsSignIn>) => Promise<SignInProvider>): void {
  describe(`signing in with ${what}`, () => {
    let portal: TestPortal;
    let provider: SignInProvider;
    let browser: Browser;
    let truth: Truth;
    beforeAll(async () => {
      jest.spyOn(console, 'error').mockImplementation(() => undefined); // keycloak-connect tells when it does not ask for keys again so soon
      const signIn: StartsSignIn = async (beside) => (provider = await start(beside)).issuer;
      [portal, browser] = await Promise.all([startPortal({ web: true, signIn }), openBrowser()]);
      truth = await Truth.of(portal);
    }, 400_000);
    afterAll(async () => {
      jest.restoreAllMocks();
      await browser?.close();
      await truth?.close();
      await provider?.stop();
      await portal?.stop();
    }, LATE);

    const openid = () => `${provider.issuer}/protocol/openid-connect`;
    const callback = () => `${portal.url}/auth/callback`;
    const authorize = (more: Record<string, string> = {}) => `${openid()}/auth?${new URLSearchParams({ client_id: 'portal-web', response_type: 'code', scope: 'openid profile', redirect_uri: callback(), ...more }).toString()}`;
    const trade = (body: Record<string, string>) => fetch(`${openid()}/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'portal-web', ...body }) });
    const refresh = (token: string) => trade({ grant_type: 'refresh_token', refresh_token: token });
    const session = (token: string) => fetch(`${portal.url}/session`, { headers: { authorization: `Bearer ${token}` } });
    const isOut = async (token: string) => {
      for (let tries = 0; tries < 50 && (await session(token)).ok; tries += 1) await setTimeout(100);
      return (await session(token)).status;
    };

    /** The code flow in somebody's browser, beside the web app. `username: undefined` counts on her session. */
    async function tokensIn(context: BrowserContext, username?: string, more: Record<string, string> = {}): Promise<Tokens> {
      const verifier = randomBytes(32).toString('base64url');
      const page = await context.newPage();
      await page.route(`${callback()}*`, (route) => route.fulfill({ body: 'back' }));
      await page.goto(authorize({ code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...more }));
      if (username) await provider.fill(page, username);
      await page.waitForURL(`${callback()}*`);
      const code = new URL(page.url()).searchParams.get('code');
      await page.close();
      const answer = await trade({ grant_type: 'authorization_code', code: String(code), redirect_uri: callback(), code_verifier: verifier });
      expect(answer.status).toBe(200);
      return (await answer.json()) as Tokens;
    }
    const tokensOf = async (username: string) => {
      const context = await browser.newContext({ locale: 'nl-BE' });
      return { context, tokens: await tokensIn(context, username) };
    };

    /** The web app, opened by somebody who is not signed in yet. */
    async function sitDown(username: string): Promise<{ page: Page; problems: string[]; lastToken: () => string }> {
      const { page, problems } = await openPage(browser);
      let token = '';
      page.on('request', (request) => (token = /^Bearer (.+)$/.exec(request.headers().authorization ?? '')?.[1] ?? token));
      await page.goto(portal.url);
      await page.getByRole('button', { name: 'Aanmelden' }).click();
      await provider.fill(page, username);
      await page.getByText('U werkt nu als').waitFor();
      return { page, problems, lastToken: () => token };
    }

    it('opens the web app, and a second tab of the same browser by itself', async () => {
      const { page, problems, lastToken } = await sitDown('ann.maes');
      const other = await page.context().newPage();
      await other.goto(`${portal.url}/clienten`);
      await other.getByRole('heading', { name: 'Cliënten', level: 1 }).waitFor();
      expect(problems).toEqual([]);
      const { iss, aud, azp, typ, preferred_username, sid, auth_time, iat, exp } = partOf(lastToken(), 1);
      expect({ iss, aud, azp, typ, preferred_username }).toEqual({ iss: provider.issuer, aud: 'portal-api', azp: 'portal-web', typ: 'Bearer', preferred_username: 'ann.maes' });
      expect([typeof sid, typeof auth_time, Number(exp) - Number(iat)]).toEqual(['string', 'number', 300]);
      expect(partOf(lastToken(), 0)).toMatchObject({ alg: 'RS256' });
      await page.context().close();
    }, LATE);

    it('refuses another address to come back to, a sign-in without PKCE or with a plain one, a password by program, and offline access', async () => {
      const proof = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
      const at = (address: string) => fetch(address, { redirect: 'manual' });
      for (const elsewhere of ['https://elders.example/', `${callback()}/x`, `${portal.url}/`]) expect([elsewhere, (await at(authorize({ ...proof, redirect_uri: elsewhere }))).status]).toEqual([elsewhere, 400]);
      for (const unproven of [{} as Record<string, string>, { ...proof, code_challenge_method: 'plain' }]) expect((await at(authorize(unproven))).headers.get('location')).toMatch(/error=invalid_request/);
      expect((await trade({ grant_type: 'password', username: 'ann.maes', password: provider.password })).status).toBe(400);
      // Keycloak refuses it, the embedded provider leaves it out.
      const { context } = await tokensOf('ann.maes');
      const page = await context.newPage();
      await page.route(`${callback()}*`, (route) => route.fulfill({ body: 'back' }));
      await page.goto(authorize({ ...proof, code_challenge: createHash('sha256').update('x'.repeat(43)).digest('base64url'), scope: 'openid offline_access' }));
      const { code, error } = Object.fromEntries(new URL(page.url()).searchParams);
      const given = code ? ((await (await trade({ grant_type: 'authorization_code', code, redirect_uri: callback(), code_verifier: 'x'.repeat(43) })).json()) as { scope: string }) : { scope: '' };
      expect([error ?? '', given.scope]).toEqual([code ? '' : 'invalid_scope', expect.not.stringContaining('offline')]);
      await context.close();
    }, LATE);

    it('tells when she last typed her password: not when a tab came in by itself, again when she was asked to', async () => {
      const { context, tokens } = await tokensOf('sofie.lambrecht');
      const typed = partOf(tokens.access_token, 1).auth_time as number;
      await setTimeout(1100);
      expect(partOf((await tokensIn(context)).access_token, 1).auth_time).toBe(typed);
      const renewed = (await (await refresh(tokens.refresh_token)).json()) as Tokens;
      expect(partOf(renewed.access_token, 1).auth_time).toBe(typed);
      const again = await tokensIn(context, 'sofie.lambrecht', { prompt: 'login' });
      expect(partOf(again.access_token, 1).auth_time).toBeGreaterThan(typed);
      await context.close();
    }, LATE);

    it('gives a new refresh token each time, and ends everything when an old one comes back', async () => {
      const { context, tokens } = await tokensOf('joris.callewaert');
      const next = (await (await refresh(tokens.refresh_token)).json()) as Tokens;
      expect(next.refresh_token).not.toBe(tokens.refresh_token);
      expect((await session(next.access_token)).status).toBe(200);
      expect((await refresh(tokens.refresh_token)).status).toBe(400);
      expect((await refresh(next.refresh_token)).status).toBe(400);
      await context.close();
    }, LATE);

    it('takes neither the proof for the web app, nor a refresh token, nor one that was touched', async () => {
      const { context, tokens } = await tokensOf('ann.maes');
      const [header, body, sealed] = tokens.access_token.split('.');
      const other = Buffer.from(JSON.stringify({ ...partOf(tokens.access_token, 1), preferred_username: 'lies.verhelst' })).toString('base64url');
      expect((await session(tokens.access_token)).status).toBe(200);
      for (const token of [tokens.id_token, tokens.refresh_token, `${header}.${other}.${sealed}`, `${header}.${body}.`, `${header}.${body}.${sealed.slice(0, -6)}AAAAAA`]) expect((await session(token)).status).toBe(401);
      await context.close();
    }, LATE);

    it('takes no token for somebody else, from somebody else, or signed in another way', async () => {
      const { context, tokens } = await tokensOf('ann.maes');
      const wrong = Object.entries(await provider.wrongTokens(tokens.access_token));
      expect(wrong.length).toBeGreaterThanOrEqual(4);
      for (const [why, token] of wrong) expect([why, (await session(token)).status]).toEqual([why, 401]);
      expect((await session(tokens.access_token)).status).toBe(200);
      await context.close();
    }, LATE);

    it('bears a clock that is half a minute off, and no more; a token of five minutes ago is over', async () => {
      const { context, tokens } = await tokensOf('ann.maes');
      const real = Date.now.bind(Date);
      const at = async (seconds: number) => {
        const clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + seconds * 1000);
        const { status } = await session(tokens.access_token).finally(() => clock.mockRestore());
        return [seconds, status];
      };
      for (const [seconds, status] of [[0, 200], [-20, 200], [-60, 401], [301, 401]]) expect(await at(seconds)).toEqual([seconds, status]);
      await context.close();
    }, LATE);

    it('lets somebody out: at once in every tab, with every token, and on nobody else’s word', async () => {
      const { page, lastToken } = await sitDown('bram.vandeputte');
      const beside = await tokensIn(page.context());
      const other = await page.context().newPage();
      await other.goto(`${portal.url}/clienten`);
      await other.getByRole('heading', { name: 'Cliënten', level: 1 }).waitFor();
      const { tokens: stays } = await tokensOf('bram.vandeputte');
      const tell = (token: string) => fetch(`${portal.url}/session/ended`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
      for (const word of ['', 'x', 'a.b.c', beside.access_token, beside.id_token, beside.refresh_token]) expect((await tell(word)).status).toBe(400);
      expect((await session(beside.access_token)).status).toBe(200);

      await page.getByRole('button', { name: /U werkt nu als/ }).click();
      await page.getByRole('menuitem', { name: 'Afmelden' }).click();
      await page.getByRole('button', { name: 'Aanmelden' }).waitFor();
      expect(await isOut(lastToken())).toBe(401);
      expect(await isOut(beside.access_token)).toBe(401);
      expect((await refresh(beside.refresh_token)).status).toBe(400);
      // Her other computer stays signed in.
      expect((await session(stays.access_token)).status).toBe(200);
      await other.reload();
      await other.getByRole('button', { name: 'Aanmelden' }).waitFor();
      await page.context().close();
    }, LATE);

    it('shuts out who lost her role, whatever her token says', async () => {
      const { context, tokens } = await tokensOf('lies.verhelst');
      expect((await session(tokens.access_token)).status).toBe(200);
      await truth.rows(`update mandate set until = today() - 1, version = version + 1 where person_id = (select id from person where username = 'lies.verhelst')`);
      expect((await session(tokens.access_token)).status).toBe(401);
      await context.close();
    }, LATE);

    it('shuts out whose account was disabled, within seconds', async () => {
      const { context, tokens } = await tokensOf('els.boone');
      expect((await session(tokens.access_token)).status).toBe(200);
      await provider.disable('els.boone');
      expect(await isOut(tokens.access_token)).toBe(401);
      expect((await refresh(tokens.refresh_token)).status).toBe(400);
      await context.close();
    }, LATE);

    it('slows down guessing, for the right password too', async () => {
      const { page } = await openPage(browser);
      await page.goto(authorize({ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }));
      for (let turn = 0; turn < 5; turn += 1) await provider.fill(page, 'wim.deceuninck', `gok ${turn} ${'x'.repeat(9)}`);
      await provider.fill(page, 'wim.deceuninck');
      expect(page.url()).not.toContain('/auth/callback');
      await page.context().close();
    }, LATE);

    it('goes on when the keys change, and when nobody can be asked', async () => {
      const { context, tokens } = await tokensOf('ann.maes');
      await provider.rotate();
      const { context: fresh, tokens: next } = await tokensOf('ann.maes');
      expect(partOf(next.access_token, 0).kid).not.toBe(partOf(tokens.access_token, 0).kid);
      // Keys are fetched at most every ten seconds.
      for (let tries = 0; tries < 30 && !(await session(next.access_token)).ok; tries += 1) await setTimeout(500);
      expect((await session(next.access_token)).status).toBe(200);

      await provider.stop();
      expect(await fetch(provider.issuer).then(() => 'there', () => 'gone')).toBe('gone');
      expect((await session(next.access_token)).status).toBe(200);
      const [header, ...rest] = next.access_token.split('.');
      expect((await session(next.access_token.replace(header, Buffer.from(JSON.stringify({ ...partOf(next.access_token, 0), kid: 'unknown' })).toString('base64url')))).ok).toBe(false);
      expect(rest).toHaveLength(2);
      // Who starts now has no keys: that is no reason to sign anybody out.
      const cold = new KeycloakTokens({ issuer: provider.issuer, internalUrl: provider.issuer, audience: 'portal-api', clients: ['portal-web'] });
      await expect(cold.accountOf(next.access_token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await context.close();
      await fresh.close();
    }, LATE);
  });
}
