import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { consulted, written } from '../../cast/messages.js';
import { aClient, aReferral, type Referral } from '../../cast/scenes.js';
import { CAW, WOONDIENST } from '../../cast/sharing.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown } from './workday.js';

describe('looking something up', () => {
  let portal: TestPortal;
  let browser: Browser;
  let referral: Referral;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    const client = await aClient(portal, ann, { familyName: 'Zonderling' });
    referral = await aReferral(portal, ann, { client, type: 'GOED_WONEN', to: { [WOONDIENST]: ['CONTACT', 'DEBTS'], [CAW]: [] }, changes: { debtsNote: 'Twee huurachterstallen' } });
    await written(portal, ann, referral.id, [WOONDIENST], 'Zonderling belde over de huurwaarborg');
    await consulted(portal, ann, { question: 'Wie betaalt de huurwaarborg?' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const typed = async (page: Page, words: string, first: string) => {
    await page.getByRole('searchbox', { name: 'Waarnaar zoekt u?' }).fill(words);
    await page.getByRole('menuitem').filter({ hasText: first }).first().waitFor();
  };
  const lines = (page: Page) => page.getByRole('menuitem').allInnerTexts();

  it('goes by Ctrl+K and the arrow keys, from any page, through all kinds', async () => {
    const { page, problems } = await sitDown(browser, portal.url, 'ann.maes');
    await page.goto(`${portal.url}/werklijst`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await typed(page, 'zonderling', 'Rosa Zonderling');
    expect((await lines(page)).map((line) => line.split(':')[0])).toEqual(['Cliënten', 'Doorverwijzingen', 'Berichten']);
    await isSound(page);
    await typed(page, 'achterstal', referral.number);
    await page.getByRole('menuitem').filter({ hasText: 'Berichten' }).waitFor({ state: 'detached' });
    expect(await lines(page)).toEqual([expect.stringContaining(referral.number)]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/doorverwijzingen/${referral.id}`);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await typed(page, 'huurwaarborg', 'Wie betaalt');
    await page.getByRole('tab', { name: /^Korte vragen/ }).click();
    expect(await lines(page)).toEqual([expect.stringContaining('Wie betaalt de huurwaarborg?')]);
    await page.keyboard.press('Escape');
    expect(problems).toEqual([]);
  }, 120_000);

  it('works on a telephone, and says when nothing is found', async () => {
    const { page, problems } = await sitDown(browser, portal.url, 'bram.vandeputte', 390);
    await page.getByRole('button', { name: /^Zoek een cliënt/ }).click();
    await typed(page, 'zonderling', 'Rosa Zonderling');
    expect((await lines(page)).map((line) => line.split(':')[0])).toEqual(['Doorverwijzingen', 'Berichten']);
    await isSound(page);
    // He reads it, for it was lent to him; he does not look through it.
    await page.getByRole('searchbox', { name: 'Waarnaar zoekt u?' }).fill('huurachterstallen');
    await page.getByText('Niets gevonden').waitFor();
    await page.getByRole('button', { name: 'Sluiten' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(problems).toEqual([]);
  }, 120_000);
});
