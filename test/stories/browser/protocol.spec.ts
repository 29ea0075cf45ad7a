import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { must } from '../../cast/scenes.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown, take } from './workday.js';

describe('an exchange protocol', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const at = async (page: Page, address: string) => {
    await page.goto(address);
    await page.getByRole('heading', { name: 'Wat nu?' }).waitFor();
  };
  const advise = async (page: Page) => {
    await page.getByRole('button', { name: 'Advies geven', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Gunstig', exact: true }).check();
    await dialog.getByLabel('Wat u adviseert').fill('De gegevens zijn nodig voor dit doel, en niet meer dan dat.');
    await dialog.getByRole('button', { name: 'Advies geven' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('goes from a draft past both DPO’s and both signatories to its website, and is then active', async () => {
    const frank = await sitDown(browser, portal.url, 'frank.lefever');
    await frank.page.getByRole('link', { name: 'Protocollen', exact: true }).click();
    await isSound(frank.page);
    await frank.page.getByRole('link', { name: 'Nieuw protocol' }).click();
    await frank.page.getByRole('button', { name: 'Maak het ontwerp' }).click();
    await frank.page.getByRole('heading', { name: 'Er ontbreken nog 6 dingen' }).waitFor();
    await isSound(frank.page);
    await frank.page.getByLabel('Wie ze krijgt').selectOption({ label: 'Vivus' });
    await frank.page.getByText('Vivus heeft geen beroepsgeheim').waitFor();
    expect(await frank.page.getByLabel('Gezondheid en psychosociaal').count()).toBe(0);
    await frank.page.getByLabel('Doel').fill('Overleg over huurders met schulden');
    await frank.page.getByLabel('Contact', { exact: true }).check();
    for (const [label, text] of [['Rechtsgrond', 'AVG art. 6, lid 1, e'], ['Hoe vaak', 'Per vraag'], ['Beveiliging', 'Alleen in het portaal'], ['Bewaring', 'Zolang het dossier loopt']]) await frank.page.getByLabel(label).fill(text);
    await frank.page.getByRole('button', { name: 'Maak het ontwerp' }).click();
    await frank.page.getByRole('heading', { name: 'Wat nu?' }).waitFor();
    const address = frank.page.url();
    await isSound(frank.page);
    await frank.page.getByRole('link', { name: 'Wijzigen' }).click();
    await frank.page.getByLabel('Hoe vaak').fill('Elke week');
    await isSound(frank.page);
    await frank.page.getByRole('button', { name: 'Opslaan' }).click();
    await frank.page.getByText('Elke week').waitFor();
    await take(frank.page, 'Voorleggen aan de DPO’s');
    await frank.page.getByText('wacht op advies van de DPO van Vivus').waitFor();
    await frank.page.getByText('Tekenen kan zodra beide DPO’s gunstig adviseerden.').waitFor();

    const nele = await sitDown(browser, portal.url, 'nele.bossuyt', 390);
    await at(nele.page, address);
    await advise(nele.page);
    await nele.page.getByText('In uw functie kunt u hier nu niets doen.').waitFor();
    await isSound(nele.page);
    await nele.page.goto(`${portal.url}/protocollen`);
    await isSound(nele.page);
    const sien = await sitDown(browser, portal.url, 'sien.baert');
    await at(sien.page, address);
    await advise(sien.page);

    const lode = await sitDown(browser, portal.url, 'lode.vercruysse');
    await at(lode.page, address);
    await take(lode.page, 'Tekenen');
    await lode.page.getByText(/Lode Vercruysse, op/).waitFor();
    await at(frank.page, address);
    await take(frank.page, 'Tekenen');
    await take(frank.page, 'Publiceren', 'https://www.ledegem.example/protocollen/vivus');
    await frank.page.getByText('Actief', { exact: true }).waitFor();
    await isSound(frank.page);
    const { exchangeProtocols } = await must<{ exchangeProtocols: { purpose: string; active: boolean }[] }>(portal, ann, '{ exchangeProtocols { purpose active } }');
    expect(exchangeProtocols.find(({ purpose }) => purpose === 'Overleg over huurders met schulden')?.active).toBe(true);

    await at(lode.page, address);
    await take(lode.page, 'Beëindigen', 'Er komt een nieuw protocol.');
    await lode.page.getByText('Er komt een nieuw protocol.').waitFor();
    await isSound(lode.page);
    expect([frank, nele, sien, lode].flatMap(({ problems }) => problems)).toEqual([]);
    await Promise.all([frank, nele, sien, lode].map((desk) => desk.close()));
  }, 120_000);

  it('is a draft that nobody else finds', async () => {
    const frank = await sitDown(browser, portal.url, 'frank.lefever');
    const text = { purpose: 'Nog geheim', classes: ['CORE'], legalBasis: 'x', frequency: 'x', security: 'x', retention: 'x', validFrom: '2026-01-01' };
    const vivus = (await must<{ partners: { id: string; name: string }[] }>(portal, ann, '{ partners { id name } }')).partners.find(({ name }) => name === 'Vivus')!;
    const { draftExchangeProtocol } = await must<{ draftExchangeProtocol: { id: string } }>(portal, { as: 'frank.lefever', capacity: { role: 'SIGNATORY', partner: 'OCMW Ledegem' } }, 'mutation ($key: ID!, $to: ID!, $text: ExchangeProtocolText!) { draftExchangeProtocol(key: $key, toPartnerId: $to, text: $text) { id } }', { key: crypto.randomUUID(), to: vivus.id, text });
    await frank.page.goto(`${portal.url}/protocollen`);
    await frank.page.getByText('Nog geheim').waitFor();
    const dirk = await sitDown(browser, portal.url, 'dirk.vansteenkiste');
    await dirk.page.goto(`${portal.url}/protocollen/${draftExchangeProtocol.id}`);
    await dirk.page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await dirk.page.goto(`${portal.url}/protocollen`);
    await dirk.page.getByRole('table', { name: 'Gegevensprotocollen' }).waitFor();
    expect(await dirk.page.getByText('Nog geheim').count()).toBe(0);
    await Promise.all([frank.close(), dirk.close()]);
  }, 120_000);
});

describe('the privacy book', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('stands on a page for everybody: all columns on a wide screen, one at a time on a narrow one', async () => {
    const wide = await sitDown(browser, portal.url, 'geert.vanhoutte');
    await wide.page.getByRole('link', { name: 'Wie mag wat zien' }).click();
    await wide.page.getByText(/^Versie \d+, geldig$/).waitFor();
    // Group after group of the same cells: the first three are looked at.
    const alike = '.matrix tbody:nth-of-type(n+4)';
    await isSound(wide.page, alike);
    const table = wide.page.getByRole('table', { name: 'Soorten gegevens' });
    const cell = async (row: string, column: RegExp, group = 0) => {
      const headers = await table.getByRole('columnheader').allInnerTexts();
      const at = headers.findIndex((header) => column.test(header));
      return (await table.getByRole('row', { name: row }).nth(group).getByRole('cell').nth(at - 1).innerText()).trim();
    };
    expect(await table.getByRole('columnheader').count()).toBeGreaterThan(6);
    expect(await cell('Schulden', /OCMW/)).toContain('ziet het');
    expect(await wide.page.getByText('Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht.').count()).toBe(1);

    const narrow = await sitDown(browser, portal.url, 'ann.maes', 390);
    await narrow.page.goto(`${portal.url}/privacymatrix`);
    await narrow.page.getByRole('heading', { name: 'Noten' }).waitFor();
    await narrow.page.getByLabel('Toon voor').selectOption({ label: (await narrow.page.locator('#kolom option').allInnerTexts()).find((name) => /coördinator/.test(name))! });
    await isSound(narrow.page, alike);
    expect(await narrow.page.locator('.matrix').first().locator('tr:not(.grp)').nth(1).locator('td:visible').count()).toBe(1);
    await narrow.page.emulateMedia({ media: 'print' });
    expect(await narrow.page.locator('.matrix').first().locator('tr:not(.grp)').nth(1).locator('td:visible').count()).toBeGreaterThan(5);
    expect(wide.problems.concat(narrow.problems)).toEqual([]);
    await Promise.all([wide.close(), narrow.close()]);
  }, 120_000);
});
