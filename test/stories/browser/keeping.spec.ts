import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { fillSignIn, openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { beginReferral, type Desk, isSaved, isSound, sitDown } from './workday.js';

const QUESTION = 'Wat vraagt u aan de partner?';

describe('what somebody types', () => {
  let portal: TestPortal;
  let browser: Browser;
  let ann: Desk;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('is saved by itself, also when she leaves at once', async () => {
    ann = await sitDown(browser, portal.url, 'ann.maes');
    const { page } = ann;
    await beginReferral(page, portal.url, ['Nadia', 'Vercruysse']);
    await page.getByLabel(QUESTION).fill('Snel getypt.');
    await page.getByRole('link', { name: /^Werklijst/ }).click();
    await page.getByRole('heading', { name: 'Werklijst' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel(QUESTION).inputValue()).toBe('Snel getypt.');
  }, 120_000);

  it('waits for the connection', async () => {
    const { page } = ann;
    await page.context().setOffline(true);
    await page.getByLabel(QUESTION).fill('Getypt zonder verbinding.');
    await page.getByText('Niet opgeslagen, we blijven proberen').first().waitFor();
    await page.getByText('Geen verbinding.').waitFor();
    await isSound(page);
    await page.context().setOffline(false);
    await page.locator('.banner').waitFor({ state: 'detached', timeout: 15_000 });
    await page.locator('.saved', { hasText: 'Opgeslagen om' }).waitFor({ timeout: 15_000 });
  }, 120_000);

  it('stands beside what a colleague wrote, and one chooses; what she wrote elsewhere stays', async () => {
    const { page } = ann;
    const joris = await sitDown(browser, portal.url, 'joris.callewaert');
    await joris.page.goto(page.url());
    await joris.page.getByLabel('Over het gezin').fill('Twee kinderen.');
    await isSaved(joris.page);
    await joris.page.getByLabel(QUESTION).fill('Zoals Joris het ziet.');
    await joris.page.waitForResponse((response) => (response.request().postData() ?? '').includes('SaveDraft'));
    await page.getByLabel(QUESTION).fill('Zoals Ann het ziet.');
    await page.getByRole('button', { name: 'Vergelijk' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Zoals Joris het ziet.').waitFor();
    await isSound(page);
    await dialog.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
    await isSaved(page);
    await joris.page.reload();
    expect(await joris.page.getByLabel(QUESTION).inputValue()).toBe('Zoals Ann het ziet.');
    expect(await joris.page.getByLabel('Over het gezin').inputValue()).toBe('Twee kinderen.');
    expect(await page.getByLabel('Over het gezin').inputValue()).toBe('Twee kinderen.');
    await joris.close();
  }, 120_000);

  it('stays, out of sight, when the sign-in has ended, until the same person is back', async () => {
    const { page } = ann;
    await page.context().clearCookies();
    await page.route('**/openid-connect/token', (route) => ((route.request().postData() ?? '').includes('grant_type=refresh_token') ? route.fulfill({ status: 400, json: { error: 'invalid_grant' } }) : route.continue()));
    let isRefused = true;
    await page.route('**/graphql', (route) => (isRefused ? route.fulfill({ status: 401, json: { errors: [{ message: 'Meld u opnieuw aan.', extensions: { code: 'UNAUTHENTICATED' } }] } }) : route.continue()));
    await page.getByLabel(QUESTION).fill('Getypt toen de aanmelding afliep.');
    await page.getByRole('heading', { name: 'Uw aanmelding is afgelopen' }).waitFor();
    await isSound(page);
    isRefused = false;
    const [second] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Opnieuw aanmelden' }).click()]);
    await fillSignIn(second, 'ann.maes').catch(() => undefined); // the window closes by itself
    await page.getByRole('heading', { name: 'Uw aanmelding is afgelopen' }).waitFor({ state: 'detached' });
    await isSaved(page);
    await page.unrouteAll();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    // Another tab signs in by itself, and comes where it was to go.
    await tab.getByLabel(QUESTION).waitFor();
    expect(await tab.getByLabel(QUESTION).inputValue()).toBe('Getypt toen de aanmelding afliep.');
    expect(await tab.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/token|Getypt|Nadia/i);
    await ann.close();
  }, 120_000);

  it('is asked about before it is lost', async () => {
    const again = await sitDown(browser, portal.url, 'ann.maes');
    const { page, problems } = again;
    await page.goto(`${portal.url}/clienten/nieuw`);
    await page.getByLabel('Voornaam').fill('Half');
    await page.getByRole('link', { name: /^Werklijst/ }).click();
    await page.getByRole('button', { name: 'Op deze pagina blijven' }).click();
    expect(await page.getByLabel('Voornaam').inputValue()).toBe('Half');
    await page.getByRole('link', { name: /^Werklijst/ }).click();
    await page.getByRole('button', { name: 'Weggaan zonder op te slaan' }).click();
    await page.getByRole('heading', { name: 'Werklijst' }).waitFor();
    expect(problems).toEqual([]);
    await again.close();
  }, 120_000);
});
