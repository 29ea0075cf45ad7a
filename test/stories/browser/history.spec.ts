import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { aClient, aReferral, must, type Referral } from '../../cast/scenes.js';
import { amend, CAW, now, WOONDIENST } from '../../cast/sharing.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown, type Desk } from './workday.js';

describe('what happened, what it was and who looked', () => {
  let portal: TestPortal;
  let browser: Browser;
  let referral: Referral;
  const desks: Desk[] = [];
  const desk = async (username: string, width?: number): Promise<Page> => {
    const opened = await sitDown(browser, portal.url, username, width);
    desks.push(opened);
    return opened.page;
  };
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    const client = await aClient(portal, ann);
    referral = await aReferral(portal, ann, { client, type: 'GOED_WONEN', to: { [WOONDIENST]: ['CONTACT', 'DEBTS'], [CAW]: ['CONTACT'] } });
    for (const changes of [{ phone: '0470 11 11 11' }, { debtsNote: 'Minder schuld', incomeNote: 'Nieuw werk' }]) expect((await amend(portal, await now(portal, referral), changes)).errors).toBeUndefined();
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { changeClient(key: $key, id: $id, version: $version, changes: { phone: "0470 33 33 33", representativeName: "Jo Smet" }) { id } }', { key: crypto.randomUUID(), id: client.id, version: client.version });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const panel = (page: Page, title: string) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) }).last();
  const openPast = async (page: Page) => {
    await page.getByRole('button', { name: 'Toon eerdere versies' }).click();
    await panel(page, 'Eerdere versies').locator('.past').waitFor();
    return panel(page, 'Eerdere versies').innerText();
  };
  const openLooks = async (page: Page) => {
    await page.getByRole('button', { name: 'Toon wie keek' }).click();
    await panel(page, 'Wie keek?').locator('.looks').first().waitFor();
    return panel(page, 'Wie keek?').innerText();
  };

  it('is told to a receiver of what it may read, and of others as organisations', async () => {
    const joke = await desk('joke.termote');
    await joke.goto(`${portal.url}/doorverwijzingen/${referral.id}`);
    const page = await desk('bram.vandeputte');
    await page.goto(`${portal.url}/doorverwijzingen/${referral.id}`);
    const past = await openPast(page);
    for (const told of ['Telefoon', '0470 00 11 22', '0470 11 11 11', 'Achterstal van twee maanden huur', 'Minder schuld', 'Ann Maes']) expect(past).toContain(told);
    for (const not of ['Nieuw werk', 'Leefloon', 'Over het inkomen']) expect([not, past.includes(not)]).toEqual([not, false]);
    expect(past).toContain('ook niet zoals het vroeger was');
    const looks = await openLooks(page);
    for (const told of ['Bram Vandeputte', 'OCMW Ledegem']) expect(looks).toContain(told);
    for (const not of ['Ann Maes', CAW, 'Joke']) expect([not, looks.includes(not)]).toEqual([not, false]);
    await isSound(page);
  }, 120_000);

  it('is told to the sender on a telephone: each receiver that looked, and how the file was', async () => {
    const page = await desk('ann.maes', 390);
    await page.goto(`${portal.url}/doorverwijzingen/${referral.id}`);
    const looks = await openLooks(page);
    for (const told of ['Ann Maes', WOONDIENST, CAW]) expect(looks).toContain(told);
    expect(looks).not.toContain('Bram');
    await openPast(page);
    await isSound(page);
    await page.goto(`${portal.url}/clienten/${referral.clientId}`);
    const past = await openPast(page);
    for (const told of ['Vertegenwoordiger', 'niet ingevuld', 'Jo Smet', '0470 33 33 33']) expect(past).toContain(told);
    const timeline = await panel(page, 'Verloop').innerText();
    for (const told of ['Gegevens gewijzigd', 'Dossier geopend', 'Begonnen', 'Aanmelding Goed Wonen']) expect(timeline).toContain(told);
    await openLooks(page);
    await isSound(page);
  }, 120_000);

  it('is told to the client on her register', async () => {
    const page = await desk('joris.callewaert');
    await page.goto(`${portal.url}/clienten/${referral.clientId}/gedeeld`);
    await panel(page, 'Wie keek?').getByText('OCMW Ledegem').waitFor();
    const looks = await panel(page, 'Wie keek?').innerText();
    for (const told of ['OCMW Ledegem', WOONDIENST, CAW]) expect(looks).toContain(told);
    expect(looks).not.toMatch(/Ann Maes|Bram|Joke/);
    await isSound(page);
    expect(desks.flatMap(({ problems }) => problems)).toEqual([]);
  }, 120_000);
});
