import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { aReferral, type Referral } from '../../cast/scenes.js';
import { axeFaults, openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown, take } from './workday.js';

describe('a referral that is withdrawn', () => {
  let portal: TestPortal;
  let browser: Browser;
  let referral: Referral;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    referral = await aReferral(portal, ann);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('leaves the receiver its own side, which it closes with a word', async () => {
    const address = `${portal.url}/doorverwijzingen/${referral.id}`;
    const bram = await sitDown(browser, portal.url, 'bram.vandeputte');
    await bram.page.goto(address);
    await bram.page.getByText('0470 00 11 22').waitFor();
    await bram.page.getByRole('button', { name: 'Aanvaarden' }).waitFor();

    const sender = await sitDown(browser, portal.url, 'ann.maes');
    await sender.page.goto(address);
    await sender.page.getByRole('button', { name: 'Trek alles in' }).click();
    const dialog = sender.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Trek alles in' }).click();
    await dialog.getByText('Schrijf waarom u intrekt').waitFor();
    await dialog.getByLabel('Uw dienst').check();
    await dialog.getByLabel('Waarom trekt u in?').fill('Zij vond zelf een woning.');
    await dialog.getByRole('button', { name: 'Trek alles in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await isSound(sender.page);

    await bram.page.goto(`${portal.url}/werklijst`);
    await bram.page.getByRole('link', { name: /Bevestig wat u met de gegevens doet/ }).first().click();
    await bram.page.getByRole('heading', { name: 'Ingetrokken doorverwijzing' }).waitFor();
    await isSound(bram.page);
    const shown = await bram.page.locator('body').innerText();
    for (const gone of ['0470 00 11 22', 'Lippens', 'Zij vond zelf een woning', referral.number]) expect(shown).not.toContain(gone);
    await take(bram.page, 'Bewaar met reden', 'Ons eigen verslag van het eerste gesprek.');
    await bram.page.getByText('Ons eigen verslag van het eerste gesprek.').first().waitFor();
    await sender.page.reload();
    await sender.page.getByText('Ons eigen verslag van het eerste gesprek.').first().waitFor();
    expect(bram.problems.concat(sender.problems)).toEqual([]);
    await Promise.all([bram.close(), sender.close()]);
  }, 120_000);

  it('looks to anybody else like one that never was, and no token lies where a script or the next person could find it', async () => {
    const tom = await sitDown(browser, portal.url, 'tom.claes');
    const pages: string[] = [];
    for (const id of [referral.id, crypto.randomUUID()]) {
      await tom.page.goto(`${portal.url}/doorverwijzingen/${id}`);
      await tom.page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
      expect(await axeFaults(tom.page)).toEqual([]);
      pages.push(await tom.page.locator('body').innerText());
    }
    expect(pages[0]).toBe(pages[1]);
    const kept = await tom.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect(kept).not.toMatch(/eyJ|access_token|refresh_token|id_token/);
    expect(tom.problems).toEqual([]);
    await tom.close();
  }, 120_000);
});
