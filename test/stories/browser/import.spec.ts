import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { aClientRow, aRow, type Cells, csvOf } from '../importing.js';
import { isSound, sitDown } from './workday.js';

const ROWS: Cells[] = [aRow('B-1', { Voornaam: 'Irma', Stand: 'aanvaard' }), aClientRow('B-2', { Voornaam: 'Jozef' }), aRow('B-3', { Voornaam: 'Lea', 'Verteld wat': 'nee', Gemeente: '' }), aClientRow('B-4', { Geboortedatum: '31/02/1990' })];
const MENDED = [ROWS[0], ROWS[1], aRow('B-3', { Voornaam: 'Lea' }), aClientRow('B-4')];

describe('entering from a file', () => {
  let portal: TestPortal;
  let truth: Truth;
  let browser: Browser;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const chooseFile = (page: Page, rows: readonly Cells[], name = 'dossiers.csv') => page.getByLabel('Kies uw CSV-bestand').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csvOf(rows)) });
  const clients = async () => (await truth.rows<{ n: number }>('select count(*)::int n from client'))[0].n;

  it.each([1280, 390])('is checked, mended and entered at %i px, and the receiver sees when it came in', async (width) => {
    await truth.rows('truncate imported_row');
    const before = await clients();
    const ann = await sitDown(browser, portal.url, 'ann.maes', width);
    const { page } = ann;
    await page.goto(`${portal.url}/clienten`);
    await page.getByRole('link', { name: 'Invoeren uit een bestand' }).click();
    await page.getByRole('heading', { name: 'Cliënten invoeren uit een bestand' }).waitFor();
    const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download het sjabloon' }).click()]);
    expect(template.suggestedFilename()).toBe('woonbrug-sjabloon.csv');
    await page.getByText('Over de cliënt', { exact: true }).click();
    await page.getByText('Daaraan herkennen we de rij').waitFor();
    await isSound(page);

    await page.getByRole('button', { name: 'Kijk het bestand na' }).click();
    await page.getByText('Kies eerst een bestand.').waitFor();
    await isSound(page);

    await chooseFile(page, ROWS);
    await page.getByRole('button', { name: 'Kijk het bestand na' }).click();
    await page.getByRole('heading', { name: 'Nagekeken: dossiers.csv' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('uitkomst');
    await page.getByText('Zonder dat dit punt besproken is', { exact: false }).waitFor();
    await page.getByText('Deze datum bestaat niet.').waitFor();
    await page.getByText('2 rijen met een fout blijven eruit.', { exact: false }).waitFor();
    await isSound(page);
    expect(await clients()).toBe(before);
    const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bewaar het verslag' }).click()]);
    expect(report.suggestedFilename()).toBe('woonbrug-verslag.csv');

    await chooseFile(page, MENDED);
    await page.getByRole('button', { name: 'Kijk dit bestand na' }).click();
    await page.getByRole('button', { name: 'Voer 4 rijen in' }).click();
    await page.getByRole('heading', { name: 'Ingevoerd: dossiers.csv' }).waitFor();
    await page.getByText('Alles staat erin.').waitFor();
    await page.getByRole('button', { name: /^Alle rijen/ }).click();
    await isSound(page);
    expect(await clients()).toBe(before + 4);

    await chooseFile(page, MENDED);
    await page.getByRole('button', { name: 'Kijk dit bestand na' }).click();
    await page.getByText('Er is niets nieuws om in te voeren.').waitFor();
    expect(await page.getByRole('button', { name: /^Voer / }).count()).toBe(0);
    await page.getByRole('button', { name: /^Alle rijen/ }).click();
    await page.getByRole('link', { name: 'Doorverwijzing', exact: true }).first().click();
    await page.getByText('Ingevoerd terwijl ze al liep').waitFor();
    await page.getByText('Volgens de afzender al aanvaard.').waitFor();
    await isSound(page);

    const bram = await sitDown(browser, portal.url, 'bram.vandeputte', width);
    await bram.page.goto(page.url());
    await bram.page.getByText('Volgens de afzender al aanvaard.').waitFor();
    expect([...ann.problems, ...bram.problems]).toEqual([]);
    await Promise.all([ann.close(), bram.close()]);
  }, 180_000);

  it('tells what is wrong with a file that is none, and goes on after a broken connection', async () => {
    const desk = await sitDown(browser, portal.url, 'ann.maes');
    const { page } = desk;
    await page.goto(`${portal.url}/clienten/invoeren`);
    await page.getByLabel('Kies uw CSV-bestand').setInputFiles({ name: 'map.xlsx', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004') });
    await page.getByRole('button', { name: 'Kijk het bestand na' }).click();
    await page.getByText('Dit is geen CSV-bestand.', { exact: false }).waitFor();
    const many = Array.from({ length: 40 }, (_, at) => aClientRow(`M-${at}`));
    await chooseFile(page, many);
    await page.getByRole('button', { name: 'Kijk het bestand na' }).click();
    await page.getByRole('button', { name: 'Voer 40 rijen in' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Het invoeren stopte na', { exact: false }).waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Voer het bestand opnieuw in' }).click();
    await page.getByText('Alles staat erin.').waitFor();
    expect(await truth.rows(`select count(*)::int n from imported_row where reference like 'M-%'`)).toEqual([{ n: 40 }]);
    await desk.close();
  }, 120_000);

  it('is not there for who may not', async () => {
    const desk = await sitDown(browser, portal.url, 'hilde.debaere');
    const { page } = desk;
    await page.goto(`${portal.url}/clienten/invoeren`);
    await page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await desk.close();
  }, 120_000);
});
