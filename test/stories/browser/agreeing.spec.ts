import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { beginReferral, cell, choose, isSaved, isSound, send, sitDown } from './workday.js';

describe('who agrees to what', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it.each([[1280, 'Nadia', 'Vercruysse'], [390, 'Tomasz', 'Nowak']] as const)('is asked of a son of sixteen too, and again when more is shared (%i px)', async (width, givenName, familyName) => {
    const ann = await sitDown(browser, portal.url, 'ann.maes', width);
    const { page, problems } = ann;
    await beginReferral(page, portal.url, [givenName, familyName]);
    await page.getByLabel('Wat vraagt u').fill('Zoekt een droge woning.');
    await page.getByRole('button', { name: 'Voeg iemand toe' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Voornaam').fill('Milan');
    await dialog.getByLabel('Familienaam').fill('Peeters');
    await dialog.getByLabel('Geboortedatum').fill(`1/1/${new Date().getFullYear() - 16}`);
    await dialog.getByLabel('Wat is deze persoon van de cliënt?').selectOption('CHILD');
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('Wie zei ja voor Milan Peeters?').selectOption('PARENT');
    await page.getByLabel('Naam van wie ja zei voor Milan Peeters').fill(`${givenName} ${familyName}`);
    await isSaved(page);
    await send(page, { Woondienst: ['Contact'] });
    await page.getByRole('button', { name: 'Vanaf 16 jaar vraagt u het ook aan de jongere zelf.' }).click();
    await page.getByLabel('Ik vroeg het ook aan Milan Peeters zelf').check();

    const told = page.getByRole('checkbox', { name: /^Welke gegevens elk van hen/ });
    await page.getByRole('checkbox', { name: cell('Contact', 'Woondienst') }).uncheck();
    expect(await told.isChecked()).toBe(true);
    await choose(page, { Woondienst: ['Gezin'] });
    expect(await told.isChecked()).toBe(false);
    await isSound(page);
    await page.getByRole('button', { name: 'Bekijk het voorbeeld' }).click();
    await page.getByRole('link', { name: 'Bespreek de vier punten' }).click();
    await told.check();
    await page.getByRole('checkbox', { name: /^Met wie/ }).check();
    await page.getByRole('button', { name: 'Bekijk het voorbeeld' }).click();
    await page.getByRole('heading', { name: 'Dit zien de partners' }).waitFor();
    await page.getByText('Ook akkoord: Milan Peeters').waitFor();
    expect(await page.locator('td.them', { hasText: 'Milan Peeters' }).count()).toBe(1);
    await isSound(page);
    expect(problems).toEqual([]);
    await ann.close();
  }, 120_000);

  it('is not decided by whoever saves last: two choices of who gets what stand side by side', async () => {
    const ann = await sitDown(browser, portal.url, 'ann.maes');
    await beginReferral(ann.page, portal.url, ['Rosa', 'Lippens']);
    await choose(ann.page, { Woondienst: ['Contact', 'Gezin'] });
    await isSaved(ann.page);
    const joris = await sitDown(browser, portal.url, 'joris.callewaert');
    await joris.page.goto(ann.page.url());
    const saving = joris.page.waitForResponse((response) => (response.request().postData() ?? '').includes('ChooseReceivers'));
    await joris.page.getByRole('checkbox', { name: cell('Gezin', 'Woondienst') }).uncheck();
    await saving;
    await ann.page.getByRole('checkbox', { name: cell('Inkomen', 'Woondienst') }).check();
    await ann.page.getByRole('button', { name: 'Vergelijk' }).click();
    const dialog = ann.page.getByRole('dialog');
    await dialog.getByText('Woondienst Regio Izegem: contact, gezin en inkomen').waitFor();
    await dialog.getByRole('radio', { name: /Nu opgeslagen/ }).check();
    await isSound(ann.page);
    await dialog.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await ann.page.getByRole('checkbox', { name: cell('Gezin', 'Woondienst') }).isChecked()).toBe(false);
    expect(await ann.page.getByRole('checkbox', { name: cell('Inkomen', 'Woondienst') }).isChecked()).toBe(false);
    await Promise.all([ann.close(), joris.close()]);
  }, 120_000);
});
