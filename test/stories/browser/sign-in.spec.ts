import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFaults, fillSignIn, openBrowser, openPage } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { SignInBrowser } from '../../support/sign-in.js';

describe('the sign-in pages', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal(), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const address = () => `${portal.url}/realms/woonbrug/protocol/openid-connect/auth?${new URLSearchParams({ client_id: 'portal-web', response_type: 'code', scope: 'openid profile', redirect_uri: `${portal.url}/auth/callback`, code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }).toString()}`;

  it.each([1280, 390])('are readable for everybody and load nothing from elsewhere, at %i pixels', async (width) => {
    const { page, problems } = await openPage(browser, width);
    const elsewhere: string[] = [];
    page.on('request', (request) => request.url().startsWith(portal.url) || request.url().startsWith('data:') || elsewhere.push(request.url()));
    await page.goto(address());
    expect(await page.title()).toBe('Aanmelden – Woonbrug');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.fonts.check('16px "Source Sans 3 Variable"'))).toBe(true);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('link', { name: 'Vul uw gebruikersnaam in.' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    expect(await page.title()).toBe('Fout: Aanmelden – Woonbrug');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Vul uw wachtwoord in.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await fillSignIn(page, '<b>"x"', 'gok');
    await page.getByText('Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar.').waitFor();
    expect(await page.getByLabel('Gebruikersnaam').inputValue()).toBe('<b>"x"');
    expect(elsewhere).toEqual([]);
    expect(problems.filter((problem) => !/status of 40[01]/.test(problem))).toEqual([]);
    await page.context().close();
  });

  it('bring somebody back with a code, and ask before signing out on nobody’s word', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(address());
    await fillSignIn(page, 'ann.maes');
    await page.waitForURL(/\/auth\/callback\?code=/);
    await page.goto(`${portal.url}/realms/woonbrug/protocol/openid-connect/logout`);
    await page.getByRole('heading', { name: 'Afmelden' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ja, afmelden' }).click();
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(address());
    await page.getByLabel('Wachtwoord').waitFor();
    expect(problems.filter((problem) => !/status of 404/.test(problem))).toEqual([]);
    await page.context().close();
  });

  it('sign out at once when the web app itself asks', async () => {
    const { page } = await openPage(browser);
    await page.goto(address());
    await fillSignIn(page, 'ann.maes');
    await page.waitForURL(/\/auth\/callback\?code=/);
    // What the web app would hold: this page keeps no proof key to fetch it with.
    const { id_token } = await new SignInBrowser(portal.url).signIn('ann.maes', 'demo');
    await page.goto(`${portal.url}/realms/woonbrug/protocol/openid-connect/logout?${new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${portal.url}/` }).toString()}`);
    await page.waitForURL(`${portal.url}/`);
    await page.goto(address());
    await page.getByLabel('Wachtwoord').waitFor();
    await page.context().close();
  });
});
