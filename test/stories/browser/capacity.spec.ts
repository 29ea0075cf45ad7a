import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { aClient, aReferral } from '../../cast/scenes.js';
import { openBrowser, openPage } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown } from './workday.js';

describe('one capacity at a time', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('is always visible, changed with one press, and kept over a reload', async () => {
    const eva = await sitDown(browser, portal.url, 'eva.declercq');
    const { page, problems } = eva;
    const worksAs = page.getByRole('button', { name: /U werkt nu als/ });
    const before = await worksAs.innerText();
    await worksAs.click();
    await page.getByRole('menu').waitFor();
    await isSound(page);
    await page.getByRole('menuitemradio', { checked: false }).click();
    await page.getByRole('heading', { name: 'Werklijst' }).waitFor();
    const after = await worksAs.innerText();
    expect(after).not.toBe(before);
    await page.reload();
    await page.getByText('U werkt nu als').waitFor();
    expect(await worksAs.innerText()).toBe(after);
    await worksAs.click();
    await page.getByRole('menuitem', { name: 'Afmelden' }).click();
    await page.getByText('U bent afgemeld.').waitFor();
    expect(problems).toEqual([]);
    await eva.close();
  });

  it('shows a coordinator the question and the terms, and says why there is no name', async () => {
    const client = await aClient(portal, ann, { givenName: 'Nadia', familyName: 'Vercruysse' });
    const { id } = await aReferral(portal, ann, { client, changes: { question: 'Zoekt een betaalbare huurwoning.' } });
    const sofie = await sitDown(browser, portal.url, 'sofie.lambrecht');
    const { page, problems } = sofie;
    await page.goto(`${portal.url}/doorverwijzingen/${id}`);
    await page.getByText('Zoekt een betaalbare huurwoning.').waitFor();
    await page.getByText('Naam niet zichtbaar voor uw rol').waitFor();
    await page.getByRole('button', { name: 'Waarom zie ik dit niet? Naam en geboortedatum' }).first().click();
    await page.getByText(/Dit zegt niet of er iets ingevuld is/).waitFor();
    await isSound(page);
    expect(await page.content()).not.toMatch(/Nadia|Vercruysse/);
    expect(await page.getByRole('button', { name: 'Aanvaarden' }).count()).toBe(0);
    expect(problems).toEqual([]);
    await sofie.close();
  }, 120_000);

  it('lets an admin add a colleague and give her a role, and shows no dossier', async () => {
    const geert = await sitDown(browser, portal.url, 'geert.vanhoutte');
    const { page, problems } = geert;
    await page.getByRole('heading', { name: 'Medewerkers' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link').allInnerTexts()).toEqual(['Medewerkers', 'Privacy en afspraken', 'Protocollen', 'Wie mag wat zien']);
    await page.getByRole('button', { name: 'Medewerker toevoegen' }).click();
    await page.getByLabel('Naam', { exact: true }).fill('Lien Deprez');
    await page.getByLabel('Gebruikersnaam').fill('lien.deprez');
    await isSound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Medewerker toevoegen' }).click();
    await page.getByRole('button', { name: 'Functie geven: Lien Deprez' }).click();
    await page.getByLabel('Functie', { exact: true }).selectOption('SOCIAL_WORKER');
    await page.getByRole('dialog').getByRole('button', { name: 'Functie geven' }).click();
    await page.getByRole('button', { name: 'Beëindig maatschappelijk werker van Lien Deprez' }).waitFor();
    await isSound(page);
    await page.goto(`${portal.url}/clienten`);
    await page.getByText('Dit vinden we niet').waitFor();
    expect(problems).toEqual([]);
    await geert.close();
  }, 120_000);

  it('is not needed to read about privacy and accessibility, nor for a page that is not there', async () => {
    const { page } = await openPage(browser, 390);
    for (const path of ['privacy', 'toegankelijkheid']) {
      await page.goto(`${portal.url}/${path}`);
      await isSound(page);
    }
    const ann = await sitDown(browser, portal.url, 'ann.maes', 390);
    await ann.page.goto(`${portal.url}/bestaat-niet`);
    await ann.page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await isSound(ann.page);
    await Promise.all([page.context().close(), ann.close()]);
  });
});
