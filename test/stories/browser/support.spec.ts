import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { aReferral, type Referral } from '../../cast/scenes.js';
import { HELP } from '../../cast/support.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { type Desk, isSound, sitDown } from './workday.js';

describe('whoever supports the platform', () => {
  let portal: TestPortal;
  let browser: Browser;
  let truth: Truth;
  let sent: Referral;
  const desks: Desk[] = [];
  const desk = async (username: string, width?: number): Promise<Page> => {
    const opened = await sitDown(browser, portal.url, username, width);
    desks.push(opened);
    return opened.page;
  };
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    sent = await aReferral(portal, ann);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const ask = async (page: Page, number: string, reason = HELP) => {
    await page.getByLabel('Welke organisatie vroeg hulp?').selectOption({ label: 'OCMW Ledegem' });
    await page.getByLabel('Nummer van het dossier').fill(number);
    await page.getByLabel('Waarom is het nodig?').fill(reason);
    await page.getByRole('button', { name: 'Vraag toegang' }).click();
  };

  it.each([1280, 390])('asks, is let in by the DPO, reads under a banner, and leaves: %i wide', async (width) => {
    await truth.rows('delete from support_look');
    const page = await desk('jelle.maertens', width);
    await page.goto(`${portal.url}/doorverwijzingen/${sent.id}`);
    await page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await page.goto(`${portal.url}/ondersteuning`);
    await page.getByText('U vroeg nog geen toegang.').waitFor();
    await ask(page, sent.number, 'te kort');
    await page.getByText('Schrijf in minstens 20 tekens waarom het nodig is').waitFor();
    await isSound(page);
    await ask(page, sent.number);
    await page.getByText('Wacht op een beslissing').waitFor();
    await isSound(page);

    const dpo = await desk('nele.bossuyt', width);
    await dpo.goto(`${portal.url}/nieuw-voor-u`);
    await dpo.getByRole('link', { name: 'Ondersteuning van het platform vraagt om mee te lezen' }).first().click();
    const asked = dpo.locator('section', { has: dpo.getByRole('heading', { name: 'Ondersteuning van het platform' }) });
    await asked.getByText(HELP).waitFor();
    await isSound(dpo);
    await asked.getByRole('button', { name: 'Laat meelezen' }).click();
    await asked.getByText(/Open tot \d\d\.\d\d uur/).waitFor();
    await isSound(dpo);

    await page.reload();
    await page.getByRole('link', { name: `Open ${sent.number}` }).click();
    await page.getByRole('heading', { name: 'Rosa Lippens' }).waitFor();
    const banner = page.getByRole('region', { name: 'Meelezen', exact: true });
    expect(await banner.innerText()).toMatch(new RegExp(`U leest mee in ${sent.number}\\s+nog (60|59) minuten`));
    await page.getByText('Achterstal van twee maanden huur').waitFor();
    expect(await page.getByRole('button', { name: /Intrekken|Aanvullen|Schrijf/ }).count()).toBe(0);
    await isSound(page);
    await banner.getByRole('button', { name: 'Beëindig' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.goto(`${portal.url}/doorverwijzingen/${sent.id}`);
    await page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await page.goto(`${portal.url}/ondersteuning`);
    await page.getByText('Voorbij').waitFor();
  }, 180_000);

  it('stands in who looked, and is told no when the coordinator wants it so', async () => {
    const worker = await desk('ann.maes');
    await worker.goto(`${portal.url}/doorverwijzingen/${sent.id}`);
    await worker.getByRole('button', { name: 'Toon wie keek' }).click();
    await worker.locator('#wie-keek, section').getByText('Ondersteuning van het platform').first().waitFor();
    await truth.rows('delete from support_look');
    const page = await desk('jelle.maertens');
    await page.goto(`${portal.url}/ondersteuning`);
    await ask(page, 'DV-0000-00');
    await page.getByText('Wacht op een beslissing').waitFor();
    const coordinator = await desk('hilde.debaere');
    await coordinator.goto(`${portal.url}/noodtoegang`);
    await coordinator.getByRole('button', { name: 'Laat meelezen' }).click();
    await coordinator.getByText('Voor deze vraag kunt u geen dossier openen').waitFor();
    await isSound(coordinator);
    await coordinator.getByRole('button', { name: 'Sta niet toe' }).click();
    await coordinator.getByText('Niet toegestaan').waitFor();
    await page.goto(`${portal.url}/nieuw-voor-u`);
    await page.getByRole('link', { name: 'Over uw vraag om mee te lezen is beslist' }).first().click();
    await page.getByText('Niet toegestaan').waitFor();
    // What the browser says of a question that was refused is no problem of the page.
    expect(desks.flatMap(({ problems }) => problems)).toEqual([]);
  }, 180_000);
});
