import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { bram, tom } from '../../cast/cast.js';
import { added, text } from '../../cast/files.js';
import { act, aSignal, broughtTo, caseFor, caseOf, renter, type Signal, signalOf, step } from '../../cast/mediation.js';
import { must } from '../../cast/scenes.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown } from './workday.js';

const file = (name: string, content: string, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(content) });
const HOMES = 'nummer;straat;postcode;gemeente\r\nV-100;Ooigemstraat 22;8710;Wielsbeke\r\nV-101;Molenstraat 3;8780;Oostrozebeke\r\nV-102;Marktstraat 4;8870;Izegem\r\n';
type Row = { id: string; version: number };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('the landlord at a mediation', () => {
  let portal: TestPortal;
  let truth: Truth;
  let browser: Browser;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });
  const shown = async (page: Page, name: string, width = page.viewportSize()!.width) => {
    if (!process.env.SHOTS) return;
    mkdirSync(process.env.SHOTS, { recursive: true });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
  };
  const panel = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
  const fillRenter = async (page: Page, n: number, givenName: string, familyName: string) => {
    const renterOf = page.getByRole('group', { name: new RegExp(`^Huurder ${n}`) });
    await renterOf.getByLabel('Voornaam').fill(givenName);
    await renterOf.getByLabel('Familienaam').fill(familyName);
  };
  const send = (page: Page) => page.getByRole('button', { name: 'Meld aan de Woondienst' }).click();
  const ask = async (signal: Signal, args: string): Promise<unknown> => must<unknown>(portal, bram, `mutation { askLandlord(key: "${crypto.randomUUID()}", signalId: "${signal.id}", ${args}) { id } }`, {});

  it('brings in the own homes: faults by line, then all of them, and the same list once more', async () => {
    const { page } = await sitDown(browser, portal.url, 'tom.claes');
    await page.goto(`${portal.url}/meldingen/woningen`);
    await page.getByText('Nog geen woningen').waitFor();
    await isSound(page);
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(file('woningen.csv', `${HOMES};Straat zonder nummer;8710;Wielsbeke\r\nV-104;Straat 1;871;Wielsbeke\r\n`, 'text/csv'));
    await page.getByRole('button', { name: 'Breng in' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'niet ingevoerd' });
    await alert.getByText('Regel 5: nummer ontbreekt.').waitFor();
    await alert.getByText('Regel 6: de postcode heeft vier cijfers.').waitFor();
    await isSound(page);
    await shown(page, 'woningen-fout');
    for (let times = 0; times < 2; times += 1) {
      await page.getByLabel('Bestand', { exact: true }).setInputFiles(file('woningen.csv', HOMES, 'text/csv'));
      await page.getByRole('button', { name: 'Breng in' }).click();
      await page.getByText('Uw lijst telt nu 3 woningen.').first().waitFor();
    }
    await page.getByRole('rowheader', { name: 'V-102' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download een voorbeeld' }).click()]);
    expect(download.suggestedFilename()).toBe('woningen.csv');
    await isSound(page);
    await page.setViewportSize({ width: 390, height: 900 });
    await isSound(page);
    await shown(page, 'woningen');
  }, 120_000);

  it.each([1280, 390])('reports tension with two renters and a page of arrears, and loses nothing on the way (%i px)', async (width) => {
    const { page } = await sitDown(browser, portal.url, 'tom.claes', width);
    await page.goto(`${portal.url}/meldingen`);
    await isSound(page);
    await page.getByRole('link', { name: 'Spanning melden' }).click();
    await panel(page, 'Wat u mag verwachten').getByText('binnen 2 werkdagen').waitFor();
    await page.getByText('Leest mee: de Woondienst, niet de huurder').waitFor();
    await isSound(page);
    await shown(page, 'melden-leeg');
    await send(page);
    await page.getByRole('heading', { name: /Er ontbreken nog \d dingen/ }).waitFor();
    await isSound(page);
    // One's own homes are there, also those where nothing can be reported.
    await page.getByLabel('Zoek in uw woningen').fill('markt');
    await page.getByRole('radio', { name: /Marktstraat 4/ }).check();
    await fillRenter(page, 1, 'Marc', 'Dewaele');
    await page.getByRole('button', { name: 'Nog een huurder' }).click();
    await fillRenter(page, 2, 'Els', 'Maes 85.07.30-033 28');
    await page.getByLabel('Thema').selectOption({ label: 'Betaling van de huur' });
    await page.getByLabel('Feiten').fill('Twee maanden huur niet betaald.');
    await page.getByLabel('Er is gevaar voor personen').check();
    await page.getByLabel('Welk gevaar, en voor wie?').fill('Ruzie op de trap.');
    await page.getByLabel('Voeg een blad of bestand toe').setInputFiles([file('huurstaat-1.txt', 'Blad 1 van de huurstaat')]);
    await page.getByLabel('Voeg het volgende blad toe').setInputFiles([file('huurstaat-2.txt', 'Blad 2 van de huurstaat')]);
    await page.getByLabel('Wat staat op bestand 1?').fill('Achterstal oktober en november');
    await page.getByRole('button', { name: 'Verwijder huurstaat-2.txt' }).click();
    await isSound(page);
    await send(page);
    // A national number is refused at its own field.
    await page.getByRole('group', { name: /^Huurder 2/ }).getByText(/rijksregisternummer/).waitFor();
    await shown(page, 'melden-rijksregister');
    await fillRenter(page, 2, 'Els', 'Maes');
    await send(page);
    const refusal = page.getByRole('alert').filter({ hasText: 'Hier kunt u niet melden' });
    await refusal.getByText(/Izegem valt niet onder uw samenwerkingsprotocol: dat geldt voor Oostrozebeke en Wielsbeke/).waitFor();
    expect(await refusal.getByRole('link', { name: 'Stel de Woondienst een korte vraag' }).getAttribute('href')).toBe('/vragen/nieuw');
    await isSound(page);
    await shown(page, 'melden-geweigerd');
    // Leaving asks first; what was typed is all there.
    await refusal.getByRole('link', { name: 'Stel de Woondienst een korte vraag' }).click();
    await page.getByRole('button', { name: 'Op deze pagina blijven' }).click();
    await page.getByRole('button', { name: 'De woning staat niet in de lijst: vul het adres in' }).click();
    await page.getByLabel('Straat en nummer').fill('Stationsstraat 1');
    await page.getByLabel('Postcode').fill('8530');
    await page.getByLabel(/^Gemeente/).fill('Harelbeke');
    await send(page);
    await page.getByText(/Harelbeke valt niet onder/).waitFor();
    await page.getByLabel('Straat en nummer').fill(`Ooigemstraat ${width}`);
    await page.getByLabel('Postcode').fill('8710');
    await page.getByLabel(/^Gemeente/).fill('Wielsbeke');
    await page.context().setOffline(true);
    await send(page);
    await page.getByRole('alert').getByText(/Geen verbinding: dit is misschien/).waitFor();
    await page.context().setOffline(false);
    await send(page);
    await page.getByRole('heading', { name: `Ooigemstraat ${width}, Wielsbeke` }).waitFor();
    const reported = panel(page, 'Wat u meldde');
    for (const words of ['Betaling van de huur', 'Ja: Ruzie op de trap.', 'Marc Dewaele', 'Els Maes', 'huurstaat-1.txt', 'Achterstal oktober en november']) await reported.getByText(words).waitFor();
    await isSound(page);
    await shown(page, 'gemeld');
    const id = page.url().split('/').at(-1)!;
    const { attachments } = (await must<{ signal: { attachments: { fileName: string; dataClass: string }[] } }>(portal, bram, 'query ($id: ID!) { signal(id: $id) { attachments { fileName dataClass } } }', { id })).signal;
    expect(attachments).toEqual([{ fileName: 'huurstaat-1.txt', dataClass: 'MESSAGE' }]);
    expect((await truth.rows<{ n: number }>('select count(*)::int n from tension_signal where street = $1', [`Ooigemstraat ${width}`]))[0].n).toBe(1);
    await page.goto(`${portal.url}/meldingen`);
    await page.getByRole('link', { name: `Ooigemstraat ${width}, Wielsbeke` }).waitFor();
    await isSound(page);
    await shown(page, 'meldingen');
  }, 240_000);

  it.each([1280, 390])('answers what is asked, writes to the mediator, signs the very text it read, and tells of a breach (%i px)', async (width) => {
    const signal = await aSignal(portal);
    await broughtTo(portal, truth, signal, 'BOTH_AGREED');
    const day = inDays(9).slice(0, 10);
    await ask(signal, `kind: TALK, says: "Bram Vandeputte belt u om uw kant te horen. Reken op een half uur.", at: "${inDays(2)}", due: "${inDays(1).slice(0, 10)}"`);
    await ask(signal, `kind: DOCUMENT, says: "Voeg de brief van 3 februari toe", due: "${day}"`);
    await ask(signal, `kind: OTHER, says: "Wie woont in het huis ernaast?", due: "${day}"`);
    const { page } = await sitDown(browser, portal.url, 'tom.claes', width);
    await page.goto(`${portal.url}/meldingen/${signal.id}`);
    const asked = panel(page, 'Wat we van u vragen');
    await asked.getByText(/^Bevestig het gesprek van/).waitFor();
    await page.getByRole('listitem').filter({ hasText: /^Opgestart/ }).waitFor();
    await isSound(page);
    await shown(page, 'partij');
    await page.getByRole('button', { name: 'Gesprek bevestigen' }).click();
    const dialog = page.getByRole('dialog');
    await isSound(page);
    await shown(page, 'bevestigen');
    await dialog.getByRole('button', { name: 'Verstuur' }).click();
    await asked.getByText('U antwoordde: Het gesprek is bevestigd.').waitFor();
    await page.getByRole('button', { name: 'Voeg de brief van 3 februari toe' }).click();
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await dialog.getByText('Kies het document, of schrijf waarom u het niet hebt').waitFor();
    await dialog.getByLabel('Voeg een blad of bestand toe').setInputFiles(file('brief.txt', 'Geachte heer Dewaele'));
    await isSound(page);
    await dialog.getByRole('button', { name: 'Voeg toe' }).click();
    await asked.getByText('U antwoordde: 1 document toegevoegd.').waitFor();
    await panel(page, 'Wat u meldde').getByText('brief.txt').waitFor();
    await asked.getByRole('button', { name: 'Wie woont in het huis ernaast?' }).click();
    await dialog.getByLabel('Uw antwoord').fill('Dat staat leeg.');
    await dialog.getByRole('button', { name: 'Verstuur' }).click();
    await asked.getByText('U antwoordde: Dat staat leeg.').waitFor();
    const talk = panel(page, /^Berichten met de bemiddelaar/);
    await talk.getByLabel('Bericht aan de bemiddelaar').fill('Donderdag past.');
    await talk.getByText('Leest mee: de bemiddelaar, niet de huurder').waitFor();
    await talk.getByRole('button', { name: 'Versturen' }).click();
    await talk.getByText('Donderdag past.').waitFor();
    await isSound(page);

    await offered(signal);
    await page.reload();
    await page.locator('.head').getByRole('button', { name: 'Lees en teken het akkoord' }).click();
    await dialog.getByText('Tussen 22 en 7 uur is het stil.').waitFor();
    await dialog.getByRole('button', { name: 'Teken', exact: true }).click();
    await dialog.getByText('Lees eerst de hele tekst, en vink dit aan').waitFor();
    await isSound(page);
    await shown(page, 'tekenen');
    await dialog.getByRole('checkbox', { name: 'Ik las de hele tekst' }).check();
    await dialog.getByRole('button', { name: 'Teken', exact: true }).click();
    await panel(page, 'Te tekenen').getByText(/Getekend door Tom Claes, huurbegeleider/).waitFor();
    await isSound(page);
    await signedByRenters(signal);
    await page.reload();
    await panel(page, 'Getekend akkoord').getByText(/Iedereen tekende/).waitFor();
    await page.getByText('Akkoord', { exact: true }).first().waitFor();
    await isSound(page);
    await shown(page, 'akkoord');
    await page.getByRole('link', { name: 'Bewaar of druk het akkoord af' }).click();
    await page.getByText('Tussen 22 en 7 uur is het stil.').waitFor();
    await isSound(page);
    await shown(page, 'afdruk');
    await page.goBack();
    await page.getByRole('button', { name: 'Afspraak niet nagekomen' }).click();
    await dialog.getByRole('textbox').fill('Weer lawaai op zaterdag.');
    await dialog.getByRole('button', { name: 'Afspraak niet nagekomen' }).click();
    await page.getByText(/U liet op .* weten dat een afspraak niet nagekomen is/).waitFor();
    expect((await caseFor(portal, signal)).state).toBe('BREACH_REPORTED');
  }, 240_000);

  it('stops, and reads the same whatever ended it, but for its own word', async () => {
    const [stopped, declined] = [await aSignal(portal), await aSignal(portal)];
    await broughtTo(portal, truth, declined, 'CONTACTING_RENTER');
    await step(portal, 'renterNotReached', await caseFor(portal, declined));
    await broughtTo(portal, truth, stopped, 'CONTACTING_RENTER');
    const { page } = await sitDown(browser, portal.url, 'tom.claes');
    const read = async (id: string) => {
      await page.goto(`${portal.url}/meldingen/${id}`);
      await page.getByRole('button', { name: 'Versturen' }).waitFor();
      await page.getByRole('link', { name: 'Lees het protocol, versie 2' }).waitFor();
      await page.waitForLoadState('networkidle');
      return (await page.locator('main').innerText()).replace(/Ooigemstraat \d+/g, '').replace(/BM-[A-Z0-9-]+/g, '').replace(/\d+\.\d+ uur/g, '');
    };
    expect(await read(stopped.id)).toBe(await read(declined.id));
    await page.goto(`${portal.url}/meldingen/${stopped.id}`);
    await page.getByRole('button', { name: 'Het is opgelost / stoppen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('We kwamen er samen uit.');
    await dialog.getByRole('button', { name: 'Het is opgelost / stoppen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/U liet op .* weten dat u stopt/).waitFor();
    expect(await page.getByRole('button', { name: 'Het is opgelost / stoppen' }).count()).toBe(0);
    await isSound(page);
    expect((await caseFor(portal, stopped))).toMatchObject({ state: 'STOPPED_BY_PARTY', stoppedBy: 'LANDLORD' });
  }, 120_000);

  it.each([1280, 390])('of a company whose protocol is talked about finds what it can do instead of a form (%i px)', async (width) => {
    const { page } = await sitDown(browser, portal.url, 'elke.dumortier', width);
    await page.goto(`${portal.url}/meldingen`);
    await page.getByText('Nog geen meldingen').waitFor();
    await page.getByRole('link', { name: 'Spanning melden' }).click();
    await page.getByRole('heading', { name: 'Uw samenwerkingsprotocol is nog in onderhandeling' }).waitFor();
    await page.getByText(/een protocol voor .*Izegem.*Ledegem/).waitFor();
    await page.getByRole('link', { name: 'Lees het ontwerp van het protocol' }).waitFor();
    expect(await page.getByRole('button', { name: 'Meld aan de Woondienst' }).count()).toBe(0);
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
    await isSound(page);
    await shown(page, 'geen-protocol');
    await page.locator('main').getByRole('link', { name: 'Korte vraag stellen' }).click();
    await page.getByRole('heading', { name: 'Stel een korte vraag' }).waitFor();
  }, 120_000);

  it('is entered by the Woondienst for a landlord without a place in the portal', async () => {
    const { page } = await sitDown(browser, portal.url, 'bram.vandeputte');
    await page.goto(`${portal.url}/meldingen/nieuw`);
    await page.getByLabel('Wie meldt dit?').selectOption({ label: 'De verhuurder' });
    await page.getByLabel('Straat en nummer').fill('Gentstraat 91');
    await page.getByLabel('Postcode').fill('8770');
    expect(await page.getByLabel(/^Gemeente/).inputValue()).toBe('Ingelmunster');
    await fillRenter(page, 1, 'Rita', 'Claeys');
    await page.getByLabel('Thema').selectOption({ label: 'Huurwaarborg' });
    await page.getByLabel('Feiten').fill('Geschil over de waarborg.');
    await send(page);
    await page.getByText('Vul in wie deze woning verhuurt').first().waitFor();
    await isSound(page);
    await page.getByLabel('Naam van de verhuurder').fill('Immo Zuid');
    await shown(page, 'melden-woondienst');
    await send(page);
    await page.waitForURL(/\/bemiddelingen\//);
    expect((await truth.rows<{ origin: string; landlord_name: string }>("select origin, landlord_name from tension_signal where street = 'Gentstraat 91'"))).toEqual([{ origin: 'LANDLORD', landlord_name: 'Immo Zuid' }]);
  }, 120_000);

  /** What both agreed upon, laid before them. */
  async function offered(signal: Signal): Promise<void> {
    let mediation = await caseFor(portal, signal);
    for (const party of mediation.parties) await act(portal, bram, 'hearParty', party, `on: "${new Date().toISOString().slice(0, 10)}", way: "telefoon"`);
    await step(portal, 'beginSessions', mediation);
    mediation = await step(portal, 'draftSettlement', mediation, 'body: "Tussen 22 en 7 uur is het stil."');
    const { errors } = await act(portal, bram, 'offerSettlement', mediation.settlements[0]);
    expect(errors).toBeUndefined();
  }
  async function signedByRenters(signal: Signal): Promise<void> {
    const mediation = await caseFor(portal, signal);
    const attachmentId = (await added(portal, bram, mediation.id, text('Getekend.', 'getekend.txt'))).id;
    for (const party of mediation.parties.filter(renter) as Row[]) {
      const [settlement] = (await caseOf(portal, bram, mediation.id)).settlements as readonly (Row & { hash: string })[];
      const { errors } = await act(portal, bram, 'recordSignature', settlement, `hash: "${settlement.hash}", partyId: "${party.id}", name: "Marc Dewaele", attachmentId: "${attachmentId}"`);
      expect(errors).toBeUndefined();
    }
    expect((await signalOf(portal, tom, signal.id)).state).toBe('AGREEMENT');
  }
});
