import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ann, bram } from '../../cast/cast.js';
import { aReferral } from '../../cast/scenes.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { type Desk, isSound, sitDown } from './workday.js';

describe('the bell', () => {
  let portal: TestPortal;
  let truth: Truth;
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    for (let count = 0; count < 3; count += 1) await aReferral(portal, ann);
    const { id, partnerId } = await truth.person(bram);
    for (const [hour, kind] of ['REMINDER', 'ESCALATED', 'MESSAGE'].entries()) await truth.rows(`insert into notice (id, partner_id, person_id, kind, urgent, at) values (gen_random_uuid(), $1, $2, $3, $4, now() - interval '1 day' + $5 * interval '1 hour')`, [partnerId, id, kind, kind === 'ESCALATED', hour]);
    desk = await sitDown(browser, portal.url, bram.as);
  }, 120_000);
  afterAll(async () => {
    await desk?.close();
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  it('says how much is new, and its page says of what kind and when: no name, no topic', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: 'Meldingen, 6 nieuwe' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Meldingen', level: 1 }).waitFor();
    const rows = page.getByRole('list', { name: 'Meldingen' }).getByRole('listitem');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts()).map((text) => text.split('\n')[0].trim())).toEqual(['Nieuwe taak', 'Nieuwe taak', 'Nieuwe taak', 'Nieuw bericht', 'Een termijn is voorbij', 'Herinnering: een termijn komt dichterbij']);
    expect(await page.locator('main').innerText()).not.toMatch(/Lippens|Rosa|DV-|OCMW/);
    expect(await page.title()).toBe('Meldingen – Woonbrug');
    await isSound(page);
  }, 120_000);

  it('is a way to the file, and forgets what was seen', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: 'Nieuwe taak' }).first().click();
    await page.waitForURL('**/doorverwijzingen/*');
    await page.getByRole('link', { name: 'Meldingen, 5 nieuwe' }).click();
    await page.getByRole('button', { name: 'Gelezen', exact: true }).first().click();
    await page.getByRole('link', { name: 'Meldingen, 4 nieuwe' }).waitFor();
    await page.getByRole('button', { name: 'Alles gelezen' }).click();
    await page.getByRole('link', { name: 'Meldingen', exact: true }).waitFor();
    expect(await page.getByText('Nieuw', { exact: true }).count()).toBe(0);
    await isSound(page);
  }, 120_000);

  it('leads to what each wishes: which mail, and where it goes', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /U werkt nu als/ }).click();
    await page.getByRole('menuitem', { name: 'Mijn voorkeuren' }).click();
    await page.getByRole('heading', { name: 'Mijn voorkeuren', level: 1 }).waitFor();
    await page.getByText('Woonbrug verstuurt hier geen mails.').waitFor();
    await page.getByLabel('Meteen een mail als iets dringend is').uncheck();
    await page.getByLabel('Overzicht van wat nieuw is').selectOption('Nooit');
    await isSound(page);
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Uw voorkeuren zijn opgeslagen.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Mijn voorkeuren', level: 1 }).waitFor();
    expect([await page.getByLabel('Meteen een mail als iets dringend is').isChecked(), await page.getByLabel('Overzicht van wat nieuw is').inputValue()]).toEqual([false, 'NEVER']);
  }, 120_000);

  it('shows the admin whose mail does not arrive, and lets her mend the address', async () => {
    await truth.rows(`update person set mail_refused_at = '2026-03-09T10:00:00Z', version = version + 1 where username = 'bram.vandeputte'`);
    const admin = await sitDown(browser, portal.url, 'wim.deceuninck');
    const { page } = admin;
    await page.goto(`${portal.url}/medewerkers`);
    await page.getByText(/onbereikbaar per mail sinds .*adres nakijken/).waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Gegevens wijzigen: Bram Vandeputte' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mailadres').fill('geen adres');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await dialog.getByText('Vul een e-mailadres in, bijvoorbeeld an.peeters@ocmw.be.').first().waitFor();
    await isSound(page);
    await dialog.getByLabel('E-mailadres').fill('bram@elders.example');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('bram@elders.example').waitFor();
    expect(await page.getByText(/onbereikbaar per mail/).count()).toBe(0);
    await admin.close();
  }, 120_000);
});
