import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aSignal, broughtTo } from '../../cast/mediation.js';
import { inDays } from '../../cast/people.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown, take } from './workday.js';

describe('a cooperation protocol', () => {
  let portal: TestPortal;
  let browser: Browser;
  let truth: Truth;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const toList = async (page: Page) => {
    await page.goto(`${portal.url}/protocollen`);
    await page.getByRole('table', { name: 'Samenwerkingsprotocollen over bemiddeling' }).waitFor();
  };
  const typed = (day: string) => day.split('-').reverse().join('/');
  /** Under which heading a field stands, where several have its name. */
  const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

  it('shows both its parties how it was kept in a year that has ended', async () => {
    for (let n = 0; n < 5; n += 1) await broughtTo(portal, truth, await aSignal(portal, { facts: { topic: 'DAMAGE' } }), 'ACCEPTED');
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update cooperation_protocol set valid_from = valid_from - interval '1 year' where state = 'ACTIVE'`);
    await truth.rows('set session_replication_role = origin');
    await truth.rows(`update mediation_case set delivered_at = delivered_at - interval '1 year', version = version + 1`);
    for (const [username, width] of [['bram.vandeputte', 1280], ['tom.claes', 390]] as const) {
      const desk = await sitDown(browser, portal.url, username, width);
      const { page } = desk;
      await toList(page);
      await page.getByRole('link', { name: 'Vivus, editie 2' }).click();
      const report = page.getByRole('region', { name: 'Jaarverslag' });
      await report.getByRole('row', { name: 'Melding: Schade loopt nog 5' }).waitFor();
      await isSound(page);
      expect(desk.problems).toEqual([]);
      await desk.close();
    }
  }, 120_000);

  it('is drafted, set right, laid beside the edition in force, signed by both sides, and put in force', async () => {
    const sofie = await sitDown(browser, portal.url, 'sofie.lambrecht');
    await toList(sofie.page);
    await isSound(sofie.page);
    await sofie.page.getByRole('button', { name: 'Nieuwe editie' }).click();
    const dialog = sofie.page.getByRole('dialog');
    await dialog.getByLabel('Woonmaatschappij').selectOption({ label: 'Vivus' });
    await dialog.getByLabel('Eerste dag').fill(typed(inDays(1)));
    await isSound(sofie.page);
    await dialog.getByRole('button', { name: 'Maak het ontwerp' }).click();
    await sofie.page.getByRole('heading', { name: 'Protocol wijzigen' }).waitFor();
    await isSound(sofie.page);

    await sofie.page.getByLabel('Titel', { exact: true }).fill('');
    await sofie.page.getByRole('checkbox', { name: 'Izegem' }).check();
    await group(sofie.page, 'Eerste contact met de huurder').getByLabel('Aantal').fill('veel');
    await group(sofie.page, 'Na “Niet bereikt”').getByRole('checkbox').uncheck();
    await sofie.page.getByLabel('Afsluiting').fill('Beste {naam}');
    await sofie.page.getByRole('button', { name: 'Opslaan' }).click();
    await sofie.page.getByRole('heading', { name: 'Er ontbreken nog 5 dingen' }).waitFor();
    for (const fault of ['Vul dit in.', 'Izegem ligt buiten het werkingsgebied van Vivus.', 'Vul een geheel getal van 1 tot 365 in.', 'Van “Niet bereikt” leidt geen enkele stap naar een einde.', /^{naam} kennen we niet/]) expect([fault, await sofie.page.getByText(fault).count()]).toEqual([fault, 2]);
    await isSound(sofie.page);
    await sofie.page.getByLabel('Titel', { exact: true }).fill('Derde editie met Vivus');
    await sofie.page.getByRole('checkbox', { name: 'Izegem' }).uncheck();
    await group(sofie.page, 'Eerste contact met de huurder').getByLabel('Aantal').fill('7');
    await group(sofie.page, 'Na “Niet bereikt”').getByRole('checkbox').check();
    await sofie.page.getByLabel('Afsluiting').fill('Beste {huurder}');
    await sofie.page.getByRole('button', { name: 'Opslaan' }).click();
    await sofie.page.getByRole('heading', { name: 'Derde editie met Vivus' }).waitFor();
    await sofie.page.getByText('7 werkdagen').waitFor();
    await isSound(sofie.page);
    const address = sofie.page.url();

    await sofie.page.getByRole('link', { name: 'Vergelijken met editie 2' }).click();
    const table = sofie.page.getByRole('table', { name: 'Editie 2 naast editie 3' });
    await table.waitFor();
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Titel gewijzigd', 'Eerste contact met de huurder gewijzigd', 'Afsluiting gewijzigd']);
    await isSound(sofie.page);
    await sofie.page.getByRole('checkbox', { name: 'Alleen wat verschilt' }).uncheck();
    await table.getByText('Gemeenten').waitFor();

    const lode = await sitDown(browser, portal.url, 'lode.vercruysse', 390);
    await lode.page.goto(address);
    await lode.page.getByText('Over dit protocol loopt nog overleg').waitFor();
    await isSound(lode.page);
    await take(lode.page, 'Tekenen', 'Directeur');
    await lode.page.getByText(/^Lode Vercruysse, Directeur, op/).waitFor();
    await lode.page.getByRole('link', { name: 'Vergelijken met editie 2' }).click();
    await lode.page.getByRole('table', { name: 'Editie 2 naast editie 3' }).waitFor();
    await isSound(lode.page);

    const dirk = await sitDown(browser, portal.url, 'dirk.vansteenkiste');
    await dirk.page.goto(`${address}/wijzigen`);
    await dirk.page.getByText('Er is al getekend.').waitFor();
    await dirk.page.goto(address);
    await take(dirk.page, 'Tekenen', 'Voorzitter');
    await dirk.page.getByText('Getekend, nog niet in werking').waitFor();
    await take(dirk.page, 'In werking stellen');
    await dirk.page.getByText('In werking vanaf de eerste dag').waitFor();
    await isSound(dirk.page);
    await lode.page.goto(address);
    await take(lode.page, 'Herbekijken');
    await lode.page.getByRole('button', { name: 'Ongewijzigd bevestigen' }).waitFor();
    await take(lode.page, 'Beëindigen', 'Vivus stopt ermee.');
    await lode.page.getByText('Vivus stopt ermee.').waitFor();
    expect([sofie, lode, dirk].flatMap(({ problems }) => problems)).toEqual([]);
    await Promise.all([sofie, lode, dirk].map((desk) => desk.close()));
  }, 240_000);

  it('with Thuiswest is said to be talked about, to Thuiswest alone', async () => {
    const elke = await sitDown(browser, portal.url, 'elke.dumortier', 390);
    await toList(elke.page);
    await isSound(elke.page);
    await elke.page.getByRole('link', { name: 'Thuiswest, editie 1' }).click();
    await elke.page.getByText('Over dit protocol loopt nog overleg').waitFor();
    await isSound(elke.page);
    const address = elke.page.url();
    const ann = await sitDown(browser, portal.url, 'ann.maes');
    await toList(ann.page);
    expect([await ann.page.getByRole('link', { name: /^Thuiswest, editie/ }).count(), await ann.page.getByRole('link', { name: 'Vivus, editie 2' }).count(), await ann.page.getByRole('button', { name: 'Nieuwe editie' }).count()]).toEqual([0, 1, 0]);
    await ann.page.goto(address);
    await ann.page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    expect(elke.problems).toEqual([]);
    await Promise.all([elke.close(), ann.close()]);
  }, 120_000);
});
