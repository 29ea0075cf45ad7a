import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { bram, tom } from '../../cast/cast.js';
import { pdf } from '../../cast/files.js';
import { act, aSignal, broughtTo, caseFor, type Signal, signalOf, today } from '../../cast/mediation.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { confirm, dialogOf, enter, open, shown, take, typed } from './mediating.js';
import { isSound, sitDown } from './workday.js';

const RENTERS = [{ givenName: 'Marc', familyName: 'Dewaele', phone: '0470 00 30 30' }, { givenName: 'Els', familyName: 'Dewaele' }];
const tomorrow = (): string => typed(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));

describe('a mediation in the browser', () => {
  let portal: TestPortal;
  let truth: Truth;
  let browser: Browser;
  let signal: Signal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    signal = await aSignal(portal, { input: { street: 'Ooigemstraat 22', renters: RENTERS } });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });
  it('goes from the signal to a signed settlement and its first look back, with one of two renters', async () => {
    const desk = await sitDown(browser, portal.url, 'bram.vandeputte');
    const { page } = desk;
    await page.getByRole('link', { name: 'Bevestig een melding van spanning' }).first().waitFor();
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Bemiddeling' }).click();
    await page.getByRole('region', { name: /^Gemeld/ }).getByRole('link', { name: 'Ooigemstraat 22, Wielsbeke' }).click();
    await take(page, 'Opnemen');
    await page.getByText('Bemiddelaar: Bram Vandeputte').waitFor();
    await take(page, 'Bevestigen');
    await open(page, 'Contactpoging noteren');
    // What is missing is said at its field, and nothing is lost.
    await dialogOf(page).getByRole('button', { name: 'Contactpoging noteren', exact: true }).click();
    await dialogOf(page).getByText('Vul dit in').waitFor();
    await dialogOf(page).getByLabel('Hoe probeerde u het?').fill('Brief en telefoon');
    await confirm(page, 'Contactpoging noteren');

    await page.getByRole('button', { name: 'Antwoord noteren: Marc Dewaele' }).click();
    await dialogOf(page).getByLabel('Doet zij of hij mee?').selectOption('AGREED');
    await dialogOf(page).getByLabel('Wanneer?').fill('31/02/2026');
    await dialogOf(page).getByLabel('Hoe?').fill('mondeling');
    await dialogOf(page).getByRole('button', { name: 'Opslaan' }).click();
    await dialogOf(page).getByText('Vul een datum in, bijvoorbeeld 10/03/2026').waitFor();
    await dialogOf(page).getByLabel('Wanneer?').fill(typed(today()));
    await confirm(page, 'Opslaan');
    // Whoever nobody asked stands in the way of the start.
    await open(page, 'Bemiddeling starten');
    await dialogOf(page).getByRole('button', { name: 'Bemiddeling starten', exact: true }).click();
    await dialogOf(page).getByText('Schrijf eerst van elke huurder op wat zij of hij antwoordde, of dat het niet lukte.').first().waitFor();
    await dialogOf(page).getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('button', { name: 'Antwoord noteren: Els Dewaele' }).click();
    await dialogOf(page).getByLabel('Doet zij of hij mee?').selectOption('DECLINED');
    await confirm(page, 'Opslaan');
    await open(page, 'Bemiddeling starten');
    await dialogOf(page).getByRole('button', { name: 'Bemiddeling starten', exact: true }).click();
    await dialogOf(page).getByLabel('Waarom?').fill('Els woont er niet meer.');
    await isSound(page);
    await shown(page, 'waarom', 1280);
    await confirm(page, 'Bemiddeling starten');
    await page.getByRole('region', { name: /^Anders dan het protocol/ }).getByText('Els woont er niet meer.').waitFor();
    expect((await signalOf(portal, tom, signal.id)).state).toBe('STARTED');

    await page.getByRole('button', { name: 'Gehoord: Marc Dewaele' }).click();
    await dialogOf(page).getByLabel('Hoe?').fill('huisbezoek');
    await confirm(page, 'Opslaan');
    await page.getByRole('button', { name: 'Wat Vivus mag weten: Marc Dewaele' }).click();
    await dialogOf(page).getByLabel('Wat mag Vivus weten?').fill('Ik wil afspraken over de uren en een contactpersoon.');
    await confirm(page, 'Opslaan');
    await page.getByLabel('Nieuw verslag in de kamer van de huurder').fill('Hij werkt in ploegen en slaapt overdag.');
    // What was typed stays while one looks into another room.
    await enter(page, 'Kamer verhuurder');
    await page.getByText('Drie klachten van buren sinds januari over geluid na 22 uur.').waitFor();
    await enter(page, 'Kamer huurder');
    await page.getByRole('button', { name: 'Bewaren in kamer huurder' }).click();
    await page.getByRole('list', { name: 'Verslagen' }).getByText('Hij werkt in ploegen en slaapt overdag.').waitFor();
    await page.getByRole('button', { name: 'Vraag zonder naam' }).click();
    await dialogOf(page).getByLabel('Uw vraag').fill('Mag Vivus Marc Dewaele vragen om overdag stil te zijn?');
    await page.getByRole('button', { name: 'Bewaar de vraag' }).click();
    await dialogOf(page).getByText('Hierin staat “Marc”, “Dewaele”.').waitFor();
    await dialogOf(page).getByLabel('Uw vraag').fill('Mag een verhuurder vragen om overdag stil te zijn?');
    await confirm(page, 'Bewaar de vraag');
    await page.getByRole('region', { name: 'Huurdersbond' }).getByText('Mag een verhuurder vragen om overdag stil te zijn?').waitFor();
    for (const [room, name] of [['Kamer huurder', 'kamer-huurder'], ['Kamer verhuurder', 'kamer-verhuurder'], ['Mijn notities', 'kamer-notities']] as const) {
      await enter(page, room);
      await isSound(page);
      await shown(page, name, 1280);
    }
    await enter(page, 'Kamer verhuurder');
    await page.getByRole('button', { name: 'Vraag iets aan Vivus' }).click();
    await dialogOf(page).getByLabel('Wat vraagt u?').selectOption('DOCUMENT');
    await dialogOf(page).getByLabel('Uw vraag').fill('De brief van 3 februari.');
    await dialogOf(page).getByLabel('Tegen wanneer wilt u een antwoord?').fill(tomorrow());
    await confirm(page, 'Vraag iets aan Vivus');
    await page.getByRole('region', { name: /^Gevraagd aan Vivus/ }).getByText('De brief van 3 februari.').waitFor();
    expect((await signalOf(portal, tom, signal.id)).requests).toHaveLength(1);
    await page.getByRole('button', { name: /^Gehoord: Tom Claes/ }).click();
    await dialogOf(page).getByLabel('Hoe?').fill('telefoon');
    await confirm(page, 'Opslaan');

    await take(page, 'Gesprek plannen', { 'Op welke dag?': tomorrow(), 'Om hoe laat?': '14.30', 'Waar?': 'Bibliotheek' });
    await page.getByText('14.30 uur').first().waitFor();
    await take(page, 'Gesprekken beginnen');
    await page.getByRole('button', { name: /^Gesprek gehouden:/ }).click();
    await dialogOf(page).getByLabel('Wie was erbij?').fill('Marc Dewaele en Tom Claes');
    await confirm(page, 'Gesprek gehouden');

    await open(page, 'Akkoord opstellen');
    await dialogOf(page).getByRole('button', { name: 'Rust' }).click();
    const body = await dialogOf(page).getByLabel('De tekst van het akkoord').inputValue();
    expect(body).toMatch(/Afspraken tussen Marc Dewaele en .*Vivus over de woning Ooigemstraat 22, Wielsbeke[^]*Tussen 22 en 7 uur is het stil/);
    await dialogOf(page).getByLabel('De tekst van het akkoord').fill(body.replace('[hier komen de afspraken]', '').trim());
    await isSound(page);
    await shown(page, 'akkoord', 1280);
    await confirm(page, 'Opslaan');
    await take(page, 'Voorleggen om te tekenen');
    const [copy] = (await signalOf(portal, tom, signal.id)).settlements as { id: string; version: number; hash: string }[];
    expect((await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "medewerker huurders"`)).errors).toBeUndefined();
    await open(page, 'Handtekening registreren');
    await dialogOf(page).getByRole('button', { name: 'Handtekening registreren', exact: true }).click();
    await dialogOf(page).getByText('Voeg de scan van het getekende blad toe').waitFor();
    await dialogOf(page).getByLabel('Nieuwe scan toevoegen').setInputFiles({ name: 'getekend.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf()) });
    await isSound(page);
    await shown(page, 'handtekening', 1280);
    await confirm(page, 'Handtekening registreren');
    await page.locator('.head').getByText('Akkoord getekend').waitFor();
    expect((await signalOf(portal, tom, signal.id)).state).toBe('AGREEMENT');
    await take(page, 'Opvolging noteren', { 'Wat stelt u vast?': 'Het is rustig gebleven.' });
    await page.locator('.head').getByText('Opvolging').first().waitFor();
    await page.getByRole('region', { name: 'Verloop' }).getByText('Het is rustig gebleven.').waitFor();
    await isSound(page);
    await shown(page, 'opvolging', 1280);
    expect(await page.title()).toMatch(/^Bemiddeling BM-.* – Woonbrug$/);
    expect(desk.problems).toEqual([]);
    await desk.close();
  }, 240_000);

  it.each([1280, 390])('stands on a board, in a list, and as the landlord sees it (%i px)', async (width) => {
    for (const stop of ['TRIAGE', 'CONTACTING_RENTER', 'BOTH_AGREED', 'SESSIONS', 'SETTLEMENT_DRAFT'] as const) await broughtTo(portal, truth, await aSignal(portal), stop);
    const over = await aSignal(portal);
    const mediation = await caseFor(portal, await aSignal(portal).then(async (each) => (await broughtTo(portal, truth, each, 'SESSIONS'), each)));
    await act(portal, bram, 'stopMediation', mediation, 'side: RENTER');
    const desk = await sitDown(browser, portal.url, 'bram.vandeputte', width);
    const { page } = desk;
    await page.goto(`${portal.url}/bemiddelingen`);
    await page.getByRole('region', { name: /^Beide horen/ }).getByText('Nog niemand gehoord').first().waitFor();
    await page.getByText('Samenwerkingsprotocol Vivus, versie 2').waitFor();
    await isSound(page);
    await shown(page, 'bord', width);
    await page.getByRole('region', { name: /^Afgelopen/ }).getByText('Gestopt door een partij').first().waitFor();
    await page.getByRole('button', { name: 'Lijst' }).click();
    await page.getByRole('table', { name: 'Bemiddelingen' }).waitFor();
    await isSound(page);
    await shown(page, 'lijst', width);
    await page.getByRole('link', { name: 'Bekijk zoals Vivus' }).click();
    await page.getByRole('region', { name: /^Zo ziet Vivus dit/ }).getByText(over.number).waitFor();
    await isSound(page);
    await shown(page, 'zoals-vivus', width);
    await page.goto(`${portal.url}/bemiddelingen/${(await caseFor(portal, signal)).id}`);
    for (const [room, name] of [['Kamer huurder', 'huurder'], ['Kamer verhuurder', 'verhuurder'], ['Mijn notities', 'notities']] as const) {
      await enter(page, room);
      await isSound(page);
      await shown(page, `dossier-${name}`, width);
    }
    expect(desk.problems).toEqual([]);
    await desk.close();
  }, 180_000);

  it('shows who coordinates that there is one, by its number, and lets her give it to a colleague', async () => {
    const other = await aSignal(portal);
    const { number } = await caseFor(portal, other);
    const desk = await sitDown(browser, portal.url, 'sofie.lambrecht');
    const { page } = desk;
    await page.goto(`${portal.url}/bemiddelingen`);
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { name: number }).waitFor();
    expect(await page.getByText(other.street).count()).toBe(0);
    await isSound(page);
    await shown(page, 'coordinator', 1280);
    await open(page, 'Toewijzen');
    await dialogOf(page).getByLabel('Aan wie?').selectOption({ label: 'Katrien Lagae' });
    await confirm(page, 'Toewijzen');
    await page.getByText('Bemiddelaar: Katrien Lagae').waitFor();
    expect(desk.problems).toEqual([]);
    await desk.close();
  }, 90_000);
});
