import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { pdf } from '../../cast/files.js';
import { aClient, aReferral } from '../../cast/scenes.js';
import { CAW, WOONDIENST } from '../../cast/sharing.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown } from './workday.js';

type File = { name: string; mimeType: string; buffer: Buffer };
const file = (name: string, bytes: Uint8Array | string, mimeType = 'application/pdf'): File => ({ name, mimeType, buffer: Buffer.from(bytes) });

describe('attachments', () => {
  let portal: TestPortal;
  let guarded: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, guarded, browser] = await Promise.all([startPortal({ web: true }), startPortal({ web: true, env: { CLAMAV: '/nergens/clamd.sock' } }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
    await guarded?.stop();
  });
  const shown = async (page: Page, name: string, width: number) => {
    if (!process.env.SHOTS) return;
    mkdirSync(process.env.SHOTS, { recursive: true });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
  };
  const toTwo = async (at: TestPortal) => aReferral(at, ann, { client: await aClient(at, ann), type: 'WONINGZOEKTOCHT', to: { [WOONDIENST]: ['CONTACT', 'INCOME'], [CAW]: ['CONTACT', 'HEALTH'] } });
  const panelOf = (page: Page): Locator => page.getByRole('region', { name: /^Bijlagen/ });

  it.each([1280, 390])('are added for whom one chooses, refused with what to do, read by those alone, and taken away (%i px)', async (width) => {
    const sent = await toTwo(portal);
    const address = `${portal.url}/doorverwijzingen/${sent.id}`;
    const [sender, reader, other] = [await sitDown(browser, portal.url, 'ann.maes', width), await sitDown(browser, portal.url, 'bram.vandeputte', width), await sitDown(browser, portal.url, 'joke.termote', width)];
    const { page } = sender;
    await page.goto(address);
    const panel = panelOf(page);
    await panel.getByText('Er zijn nog geen bijlagen.').waitFor();
    await panel.getByText('Dit portaal scant bestanden niet op virussen.').waitFor();
    // By the keyboard alone, up to the file itself, which the browser's own window gives.
    await panel.getByRole('button', { name: 'Voeg een bijlage toe' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Voeg toe' }).press('Enter');
    await dialog.getByText('Kies een bestand.').waitFor();
    await dialog.getByText('Kies wat erin staat.').waitFor();
    await isSound(page);
    await shown(page, 'leeg', width);

    await dialog.getByLabel('Wat staat erin?').selectOption({ label: 'Inkomen' });
    await dialog.getByLabel('Omschrijving').fill('Loonfiche van maart');
    await dialog.getByText('Ziet dit pas als u “Inkomen” met deze partner deelt.').waitFor();
    await dialog.getByRole('checkbox', { name: WOONDIENST }).check();
    await dialog.getByLabel('Bestand', { exact: true }).setInputFiles(file('programma.exe', 'MZ'));
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await dialog.getByText('Dit soort bestand nemen we niet aan.').waitFor();
    // What only its bytes tell, the portal finds; what was filled in is still there.
    await dialog.getByLabel('Bestand', { exact: true }).setInputFiles(file('loonfiche.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])));
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await dialog.getByRole('alert').getByText(/past niet bij zijn naam/).waitFor();
    expect([await dialog.getByLabel('Omschrijving').inputValue(), await dialog.getByLabel('Wat staat erin?').inputValue(), await dialog.getByRole('checkbox', { name: WOONDIENST }).isChecked()]).toEqual(['Loonfiche van maart', 'INCOME', true]);
    await dialog.getByText('loonfiche.pdf').waitFor();
    await isSound(page);
    await shown(page, 'geweigerd', width);

    const payslip = await pdf();
    await dialog.getByLabel('Bestand', { exact: true }).setInputFiles(file('loonfiche.pdf', payslip));
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await page.getByText('De bijlage is toegevoegd.').waitFor();
    await panel.getByText(`Ook voor ${WOONDIENST}`).waitFor();
    await panel.getByRole('button', { name: 'Voeg een bijlage toe' }).click();
    await dialog.getByLabel('Bestand', { exact: true }).setInputFiles(file('attest.txt', 'Attest van de dokter', 'text/plain'));
    await dialog.getByLabel('Wat staat erin?').selectOption('HEALTH');
    await dialog.getByRole('checkbox', { name: CAW }).check();
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByText('attest.txt').waitFor();
    await isSound(page);
    await shown(page, 'twee', width);

    await reader.page.goto(address);
    const theirs = panelOf(reader.page);
    await theirs.getByText('Loonfiche van maart').waitFor();
    await theirs.getByText('Van OCMW Ledegem').waitFor();
    expect(await theirs.getByText(/attest|CAW|Gezondheid|Verwijder/).count()).toBe(0);
    const [download] = await Promise.all([reader.page.waitForEvent('download'), theirs.getByRole('button', { name: 'Bewaar op uw toestel: loonfiche.pdf' }).click()]);
    expect(download.suggestedFilename()).toBe('loonfiche.pdf');
    expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-');
    await isSound(reader.page);
    await shown(reader.page, 'ontvanger', width);
    await other.page.goto(address);
    await panelOf(other.page).getByText('attest.txt').waitFor();
    expect(await panelOf(other.page).getByText(/loonfiche|Woondienst/i).count()).toBe(0);

    await panel.getByRole('button', { name: 'Voor wie is loonfiche.pdf?' }).click();
    await dialog.getByRole('checkbox', { name: WOONDIENST }).uncheck();
    await shown(page, 'voor-wie', width);
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByText('Alleen OCMW Ledegem').waitFor();
    await reader.page.reload();
    await theirs.getByText('Er zijn nog geen bijlagen.').waitFor();
    await panel.getByRole('button', { name: 'Verwijder attest.txt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijder', exact: true }).click();
    await panel.getByText('Verwijderde bijlage').waitFor();
    expect(await panel.getByText('attest.txt').count()).toBe(0);
    await isSound(page);
    await shown(page, 'verwijderd', width);
    expect([...reader.problems, ...other.problems]).toEqual([]);
    // The refused file is told by the browser itself.
    expect(sender.problems.filter((problem) => !/status of 400/.test(problem))).toEqual([]);
    await Promise.all([sender, reader, other].map((desk) => desk.close()));
  }, 120_000);

  it.each([1280, 390])('wait for the scanner where there is one, also in the file of a client (%i px)', async (width) => {
    const client = await aClient(guarded, ann);
    const desk = await sitDown(browser, guarded.url, 'ann.maes', width);
    const { page, problems } = desk;
    await page.goto(`${guarded.url}/clienten/${client.id}`);
    const panel = panelOf(page);
    await panel.getByText('Elk bestand wordt op virussen gescand voor iemand het kan openen.').waitFor();
    await panel.getByRole('button', { name: 'Voeg een bijlage toe' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Bestand', { exact: true }).setInputFiles(file('contract.pdf', await pdf()));
    await dialog.getByLabel('Wat staat erin?').selectOption('HOUSING');
    await shown(page, 'client-toevoegen', width);
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await panel.getByText('Niemand kan dit bestand openen zolang de scan niet klaar is.').waitFor();
    expect(await panel.getByRole('button', { name: /^Bewaar/ }).count()).toBe(0);
    await isSound(page);
    await shown(page, 'wacht', width);
    expect(problems).toEqual([]);
    await desk.close();
  }, 120_000);
});
