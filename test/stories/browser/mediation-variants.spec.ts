import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { aSignal, broughtTo, caseFor, type Signal, type Stop } from '../../cast/mediation.js';
import { aLink, landlordSigns, offered, outside, textOf } from '../../cast/public.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser, openPage } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { confirm, dialogOf, enter, isSoundAtAll, open, take } from './mediating.js';
import { type Desk, sitDown } from './workday.js';

describe('a mediation that goes another way, in the browser', () => {
  let portal: TestPortal;
  let truth: Truth;
  let browser: Browser;
  let mediator: Desk;
  let landlord: Desk;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    [mediator, landlord] = [await sitDown(browser, portal.url, 'bram.vandeputte'), await sitDown(browser, portal.url, 'tom.claes')];
  }, 120_000);
  afterEach(() => {
    expect([mediator.problems, landlord.problems]).toEqual([[], []]);
  });
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const at = async (stop: Stop): Promise<Signal> => {
    const signal = await aSignal(portal);
    await broughtTo(portal, truth, signal, stop);
    return signal;
  };
  /** Both sides signed. */
  const settled = async (): Promise<Signal> => {
    const { signal, mediation } = await offered(portal, truth);
    await landlordSigns(portal, signal);
    const { secret } = await aLink(portal, mediation);
    expect(await outside(portal, 'POST', `/sign/${secret}`, { hash: textOf(mediation).hash, name: 'Marc Dewaele', agreed: true })).toMatchObject({ status: 200 });
    return signal;
  };
  /** Walks to one from the front door, by what its link says. */
  const find = async ({ page }: Desk, { street }: Signal, title = `${street}, Wielsbeke`): Promise<Page> => {
    await page.goto(portal.url);
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Bemiddeling' }).click();
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    return page;
  };
  const panel = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
  const stands = (page: Page, state: string) => page.locator('.head .status').getByText(state, { exact: true }).waitFor();
  /** All that the landlord reads of one, without what differs between any two. */
  const landlordReads = async (signal: Signal): Promise<string> => {
    const page = await find(landlord, signal);
    await page.getByRole('link', { name: 'Lees het protocol, versie 2' }).waitFor();
    await page.getByRole('button', { name: 'Versturen' }).waitFor();
    await page.waitForLoadState('networkidle');
    return (await page.locator('main').innerText()).replaceAll(signal.street, 'STRAAT').replaceAll(signal.number, 'NUMMER').replace(/\d+\.\d+ uur/g, 'TIJD');
  };
  const heardAgain = async (page: Page, name: string) => {
    await page.getByRole('button', { name: `Gehoord: ${name}` }).click();
    await dialogOf(page).getByLabel('Hoe?').fill('telefoon');
    await confirm(page, 'Opslaan');
  };

  /** In its talks, with a note of its mediator, who has it open. */
  const noted = async (body: string): Promise<{ signal: Signal; page: Page }> => {
    const signal = await at('SESSIONS');
    const page = await find(mediator, signal);
    await enter(page, 'Mijn notities');
    await page.getByLabel('Nieuwe notitie, alleen voor mij').fill(body);
    await page.getByRole('button', { name: 'Notitie bewaren' }).click();
    await page.getByRole('list', { name: 'Mijn notities' }).getByText(body).waitFor();
    return { signal, page };
  };

  it('ends when the renter stops, and the landlord reads that it is over and not who stopped', async () => {
    const signal = await at('SESSIONS');
    const page = await find(mediator, signal);
    await open(page, 'Een partij stopt');
    await dialogOf(page).getByRole('button', { name: 'Een partij stopt', exact: true }).click();
    await dialogOf(page).getByText('Vul dit in').waitFor();
    await dialogOf(page).getByLabel('Wie stopt?').selectOption('De huurder');
    await dialogOf(page).getByLabel('Waarom?').fill('Hij verhuist.');
    await confirm(page, 'Een partij stopt');
    await stands(page, 'Gestopt door een partij');
    await panel(page, 'Hoe het afliep').getByText('De huurder stopte.').waitFor();
    await panel(page, 'Wat Vivus nu ziet').getByText(/geen akkoord op .*, afgesloten op .* Meer niet\.$/).waitFor();
    expect(await panel(page, 'Stand en termijnen').getByRole('listitem').filter({ hasText: 'Opvolging' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Andere stappen' }).count()).toBe(0);
    await isSoundAtAll(page, 'gestopt-bemiddelaar');
    const read = await landlordReads(signal);
    expect(read).toMatch(/Geen akkoord[^]*Afgesloten[^]*Er wordt niets meer van u gevraagd[^]*Er loopt geen termijn meer/);
    expect(read).not.toMatch(/verhuist|stopte/);
    await isSoundAtAll(landlord.page, 'gestopt-verhuurder');
  }, 180_000);

  it('ends when the landlord stops on its own page', async () => {
    const signal = await at('SESSIONS');
    const page = await find(landlord, signal);
    await page.getByRole('button', { name: 'Het is opgelost / stoppen' }).click();
    await dialogOf(page).getByRole('textbox').fill('We kwamen er samen uit.');
    await confirm(page, 'Het is opgelost / stoppen');
    await stands(page, 'Afgesloten');
    expect(await panel(page, 'Is er iets veranderd?').innerText()).toMatch(/U liet op .* weten dat u stopt\.$/);
    await isSoundAtAll(page, 'teruggetrokken-verhuurder');
    const theirs = await find(mediator, signal);
    await stands(theirs, 'Gestopt door een partij');
    await panel(theirs, 'Hoe het afliep').getByText('De verhuurder stopte.').waitFor();
    const told = panel(theirs, 'Verloop').getByRole('listitem').filter({ hasText: 'We kwamen er samen uit.' });
    expect(await told.innerText()).toMatch(/^Een partij stopte door Tom Claes\n/);
  }, 180_000);

  it('stalls, goes on, stalls again and ends without a settlement; the landlord cannot tell it from one that went to court', async () => {
    const [signal, other] = [await at('SESSIONS'), await at('SESSIONS')];
    const page = await find(mediator, signal);
    await take(page, 'Vastgelopen', { 'Waarom?': 'Geen van beide wil nog praten.' });
    await stands(page, 'Vastgelopen');
    expect(await landlordReads(signal)).toBe(await landlordReads(other));
    await take(page, 'Gesprekken hervatten');
    await stands(page, 'In gesprek');
    await take(page, 'Vastgelopen', { 'Waarom?': 'Opnieuw.' });
    await open(page, 'Afsluiten');
    await dialogOf(page).getByLabel('Verslag').fill('Er kwam geen akkoord.');
    await confirm(page, 'Afsluiten');
    await stands(page, 'Afgesloten zonder akkoord');
    await panel(page, 'Hoe het afliep').getByText('Er kwam geen akkoord.').waitFor();
    await take(await find(mediator, other), 'Naar de rechtbank');
    await stands(page, 'Naar de rechtbank');
    const read = await landlordReads(signal);
    expect(read).toMatch(/Geen akkoord[^]*Afgesloten/);
    expect(await landlordReads(other)).toBe(read);
  }, 180_000);

  it('goes to court: its notes are sealed, also for who wrote them', async () => {
    const signal = await at('SESSIONS');
    const page = await find(mediator, signal);
    await page.getByLabel('Nieuw verslag in de kamer van de huurder').fill('Hij slaapt overdag.');
    await page.getByRole('button', { name: 'Bewaren in kamer huurder' }).click();
    await page.getByRole('list', { name: 'Verslagen' }).getByText('Hij slaapt overdag.').waitFor();
    await open(page, 'Naar de rechtbank');
    await dialogOf(page).getByText(/Dit kan niet ongedaan gemaakt worden/).waitFor();
    await confirm(page, 'Naar de rechtbank');
    await stands(page, 'Naar de rechtbank');
    await page.getByText(/^Notities verzegeld op/).waitFor();
    for (const room of ['Kamer huurder', 'Kamer verhuurder', 'Mijn notities']) {
      await enter(page, room);
      await page.getByRole('tabpanel', { name: new RegExp(`^${room}`) }).getByText('De notities zijn verzegeld: niemand leest ze nog.').waitFor();
      expect(await page.content()).not.toContain('slaapt overdag');
    }
    await isSoundAtAll(page, 'rechtbank-notities');
    await page.reload();
    await page.getByText(/^Notities verzegeld op/).waitFor();
    await enter(page, 'Kamer huurder');
    await page.getByRole('tabpanel', { name: /^Kamer huurder/ }).getByText('De notities zijn verzegeld: niemand leest ze nog.').waitFor();
    expect(await page.content()).not.toContain('slaapt overdag');
    expect(await landlordReads(signal)).not.toMatch(/rechtbank|verzegeld/);
  }, 180_000);

  it('is breached, told by the landlord on its page: both are heard again and it is followed up', async () => {
    const signal = await settled();
    const theirs = await find(landlord, signal);
    await theirs.getByRole('button', { name: 'Afspraak niet nagekomen' }).click();
    await dialogOf(theirs).getByRole('textbox').fill('Weer lawaai op zaterdag.');
    await confirm(theirs, 'Afspraak niet nagekomen');
    await theirs.getByText(/U liet op .* weten dat een afspraak niet nagekomen is/).waitFor();
    await stands(theirs, 'Akkoord');
    await isSoundAtAll(theirs, 'breuk-verhuurder');
    const page = await find(mediator, signal);
    await stands(page, 'Akkoord niet nageleefd');
    await panel(page, 'Verloop').getByText('Weer lawaai op zaterdag.').waitFor();
    // What comes first stands first.
    expect(await panel(page, 'Nog te doen').getByRole('listitem').allInnerTexts()).toEqual(['Beide horen over het akkoord', expect.stringMatching(/^Opvolgen/), expect.stringMatching(/^Opvolgen/)]);
    await isSoundAtAll(page, 'breuk-bemiddelaar');
    await heardAgain(page, 'Marc Dewaele');
    await enter(page, 'Kamer verhuurder');
    await heardAgain(page, 'Tom Claes');
    await take(page, 'Opvolging noteren', { 'Wat stelt u vast?': 'Een misverstand, het is opgelost.' });
    await stands(page, 'Opvolging');
    await enter(page, 'Kamer huurder');
    expect(await panel(page, 'Nog te doen').getByText('Beide horen over het akkoord').count()).toBe(0);
    const read = await landlordReads(signal);
    expect(read).toMatch(/Akkoord\nsinds/);
    expect(read).not.toMatch(/misverstand|Geen akkoord/);
  }, 180_000);

  it('is breached, told to the mediator: the landlord finds nothing changed until a new text lies before it', async () => {
    const signal = await settled();
    const before = await landlordReads(signal);
    const page = await find(mediator, signal);
    await take(page, 'Akkoord niet nageleefd', { 'Wat stelt u vast?': 'De huurder zegt dat niemand opneemt.' });
    await stands(page, 'Akkoord niet nageleefd');
    expect(await landlordReads(signal)).toBe(before);
    await heardAgain(page, 'Marc Dewaele');
    await enter(page, 'Kamer verhuurder');
    await heardAgain(page, 'Tom Claes');
    await take(page, 'Gesprekken hervatten');
    await stands(page, 'In gesprek');
    await open(page, 'Nieuwe tekst van het akkoord');
    await dialogOf(page).getByLabel('De tekst van het akkoord').fill('Tussen 23 en 7 uur is het stil.');
    await confirm(page, 'Opslaan');
    await stands(page, 'Akkoord in de maak');
    expect(await landlordReads(signal)).toBe(before);
    await take(page, 'Voorleggen om te tekenen');
    const theirs = await find(landlord, signal);
    await stands(theirs, 'Akkoord');
    await theirs.locator('.head').getByRole('button', { name: 'Lees en teken het akkoord' }).click();
    await dialogOf(theirs).getByText('Tussen 23 en 7 uur is het stil.').waitFor();
  }, 180_000);

  it('does not belong here: the renter is referred from there, and the landlord sees no difference', async () => {
    const [signal, other] = [await at('TRIAGE'), await at('ACCEPTED')];
    const page = await find(mediator, signal);
    await take(page, 'Valt buiten bemiddeling', { 'Waarom?': 'Een technisch geschil: de renovatiedienst kan helpen.' });
    await stands(page, 'Valt buiten bemiddeling');
    expect(await panel(page, 'Stand en termijnen').getByRole('listitem').count()).toBe(1);
    await page.getByText('Nog geen huurder ging akkoord. Noteer het bij “Antwoord noteren”.').waitFor();
    expect(await landlordReads(signal)).toBe(await landlordReads(other));
    await page.getByRole('button', { name: 'Antwoord noteren: Marc Dewaele' }).click();
    await dialogOf(page).getByLabel('Mag u doorverwijzen?').selectOption('Akkoord');
    await isSoundAtAll(page, 'buiten-antwoord');
    await confirm(page, 'Opslaan');
    await page.getByRole('button', { name: 'Doorverwijzen: Marc Dewaele' }).click();
    await panel(page, 'Cliënt').getByText('Marc Dewaele').waitFor();
    await page.getByRole('radio', { name: /^Financiële hulp/ }).check();
    await page.getByRole('button', { name: 'Maak het ontwerp' }).click();
    await page.getByRole('heading', { name: 'Wie kan helpen?' }).waitFor();
    await find(mediator, signal);
    await page.getByRole('link', { name: 'Doorverwijzen: Marc Dewaele' }).waitFor();
    await take(page, 'Afsluiten', { 'Verslag': 'Doorverwezen.' });
    await stands(page, 'Afgesloten, niet opgestart');
    await page.getByText('Akkoord met doorverwijzen').waitFor();
    await isSoundAtAll(page, 'buiten-afgesloten');
    expect(await landlordReads(signal)).toBe(await landlordReads(other));
  }, 180_000);

  it('is handed over with the notes, and the landlord reads who mediates now', async () => {
    const { signal, page } = await noted('Let op de uren.');
    await open(page, 'Overdragen aan een collega');
    await dialogOf(page).getByLabel('Aan wie?').selectOption('Katrien Lagae');
    await dialogOf(page).getByLabel('Waarom?').fill('Verlof vanaf maandag.');
    await dialogOf(page).getByText('Alleen uw dienst leest waarom. Vivus leest wie nu bemiddelt.').waitFor();
    await isSoundAtAll(page, 'overdragen');
    await confirm(page, 'Overdragen aan een collega');
    await page.getByText('Bemiddelaar: Katrien Lagae', { exact: true }).waitFor();
    await panel(page, 'Verloop').getByText('Verlof vanaf maandag.').waitFor();
    await page.getByRole('tabpanel', { name: /^Notities/ }).getByText('Alleen de bemiddelaar leest wat hier geschreven is.').waitFor();
    expect(await page.content()).not.toContain('Let op de uren');
    const next = await sitDown(browser, portal.url, 'katrien.lagae');
    await find(next, signal);
    await enter(next.page, 'Mijn notities');
    await next.page.getByRole('list', { name: 'Mijn notities' }).getByText('Let op de uren.').waitFor();
    const read = await landlordReads(signal);
    expect(read).toContain('Nieuwe bemiddelaar: Katrien Lagae');
    expect(read).not.toMatch(/Verlof|Let op/);
    await isSoundAtAll(landlord.page, 'overgedragen-verhuurder');
    expect(next.problems).toEqual([]);
    await next.close();
  }, 180_000);

  it('is handed over by the coordinator without the notes', async () => {
    const { signal, page } = await noted('Let op de uren.');
    const coordinator = await sitDown(browser, portal.url, 'sofie.lambrecht');
    await find(coordinator, signal, (await caseFor(portal, signal)).number);
    await open(coordinator.page, 'Overdragen aan een collega');
    await dialogOf(coordinator.page).getByText(/De notities van Bram Vandeputte gaan niet mee/).waitFor();
    await dialogOf(coordinator.page).getByLabel('Aan wie?').selectOption('Katrien Lagae');
    await dialogOf(coordinator.page).getByLabel('Waarom?').fill('Ziek.');
    await isSoundAtAll(coordinator.page, 'overdragen-coordinator');
    await confirm(coordinator.page, 'Overdragen aan een collega');
    await coordinator.page.getByText('Bemiddelaar: Katrien Lagae', { exact: true }).waitFor();
    expect(coordinator.problems).toEqual([]);
    await coordinator.close();
    const next = await sitDown(browser, portal.url, 'katrien.lagae');
    await find(next, signal);
    await enter(next.page, 'Mijn notities');
    await next.page.getByText('Nog geen notitie.').waitFor();
    await next.close();
    await find(mediator, signal);
    await enter(page, 'Notities');
    await page.getByRole('list', { name: 'Mijn notities' }).getByText('Let op de uren.').waitFor();
  }, 180_000);

  it('is signed by the renter with a link that its mediator makes', async () => {
    const { signal } = await offered(portal, truth);
    await landlordSigns(portal, signal);
    const page = await find(mediator, signal);
    const settlement = panel(page, /^Akkoord, tekst 1/);
    await settlement.getByRole('button', { name: 'Laten tekenen met een link' }).click();
    await settlement.getByText('Link om te tekenen voor Marc Dewaele').waitFor();
    await settlement.getByRole('button', { name: 'Link om te tekenen maken: Marc Dewaele' }).click();
    const address = settlement.getByLabel('Adres van de link');
    await address.waitFor();
    await panel(page, 'Verloop').getByText('Link om te tekenen gemaakt voor een huurder').waitFor();
    await isSoundAtAll(page, 'link-gemaakt');
    const renter = await openPage(browser, 390);
    await renter.page.goto(await address.inputValue());
    await renter.page.getByText('Tussen 22 en 7 uur is het stil.').waitFor();
    await renter.page.getByLabel('Uw voornaam en naam').fill('Marc Dewaele');
    await renter.page.getByLabel('Ik las deze afspraken en ik ben het ermee eens.').check();
    await renter.page.getByRole('button', { name: 'Ik teken' }).click();
    await renter.page.getByRole('heading', { name: 'U hebt getekend' }).waitFor();
    expect(renter.problems).toEqual([]);
    await renter.page.context().close();
    await find(mediator, signal);
    await stands(page, 'Akkoord getekend');
    await settlement.getByText(/^Met een link door Marc Dewaele/).waitFor();
    expect(await settlement.getByRole('button').count()).toBe(0);
    expect(await panel(page, 'Verloop').getByRole('listitem').filter({ hasText: 'Een huurder tekende' }).innerText()).toMatch(/^Een huurder tekende met een link\n/);
    const read = await landlordReads(signal);
    expect(read).toMatch(/Iedereen tekende/);
    expect(read).not.toMatch(/link door|met een link/i);
  }, 180_000);
});
