import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ann } from '../../cast/cast.js';
import { aDraft, agreement, send, type Referral } from '../../cast/scenes.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown, take, type Desk } from './workday.js';

const WOONDIENST = 'Woondienst Regio Izegem';
const CAW = 'CAW Centraal-West-Vlaanderen';
const ENERGY = 'Energiehuis Woondienst Regio Izegem';
const TO = { [WOONDIENST]: ['CONTACT', 'INCOME', 'DEBTS', 'HOUSING'], [CAW]: ['CONTACT', 'HOUSEHOLD'], [ENERGY]: ['ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const FACTS = { heating: 'COAL', homeNote: 'Ketel van 1998', lowestIncomeCategory: true, incomeProofOn: '2026-01-04' };
const DEBT = 'Achterstal van twee maanden huur';
const MARKS = { CONTACT: '0470 00 11 22', ADDRESS: 'Kerkstraat 3', HOUSEHOLD: 'Co-ouderschap', HOUSEHOLD_SIZE: '2 kinderen', INCOME: 'Leefloon sinds maart', DEBTS: DEBT, HOUSING: 'Schimmel in de slaapkamer', HOUSING_TECHNICAL: 'Ketel van 1998' };
const READS = { 'bram.vandeputte': ['CONTACT', 'INCOME', 'DEBTS', 'HOUSING', 'HOUSING_TECHNICAL'], 'joke.termote': ['CONTACT', 'HOUSEHOLD', 'HOUSEHOLD_SIZE'], 'jens.vermandere': ['ADDRESS', 'HOUSEHOLD_SIZE', 'HOUSING_TECHNICAL'] };
const OWN: { readonly [username: string]: string } = { 'bram.vandeputte': WOONDIENST, 'joke.termote': CAW, 'jens.vermandere': ENERGY };

const inAWeek = (): string => new Intl.DateTimeFormat('nl-BE', { timeZone: 'Europe/Brussels', day: '2-digit', month: '2-digit', year: 'numeric' }).format(Date.now() + 7 * 86_400_000);

describe('one question to three partners', () => {
  let portal: TestPortal;
  let browser: Browser;
  let referral: Referral;
  let address: string;
  const desks: Desk[] = [];
  const desk = async (username: string): Promise<Page> => {
    const opened = await sitDown(browser, portal.url, username);
    desks.push(opened);
    return opened.page;
  };
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    const draft = await aDraft(portal, ann, { type: 'GOED_WONEN', changes: { ...FACTS, housingWishes: null }, to: TO });
    referral = await send(portal, draft, [{ ...agreement, classes: [...new Set(Object.values(TO).flat())] }]);
    address = `${portal.url}/doorverwijzingen/${referral.id}`;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('lets each read exactly its own, and says of the rest why', async () => {
    for (const [username, reads] of Object.entries(READS)) {
      const page = await desk(username);
      await page.goto(address);
      await page.getByRole('heading', { name: 'Gedeelde gegevens' }).waitFor();
      const shown = await page.locator('main').innerText();
      for (const [dataClass, mark] of Object.entries(MARKS)) expect([dataClass, shown.includes(mark)]).toEqual([dataClass, reads.includes(dataClass)]);
      // Nobody told them of each other.
      const others = shown.replaceAll(OWN[username], '');
      expect([WOONDIENST, CAW, ENERGY].filter((partner) => others.includes(partner))).toEqual([]);
      await isSound(page);
    }
  }, 120_000);

  it('tells the sender per partner how far it is and what it gets', async () => {
    const [bram, joke] = [desks[0].page, desks[1].page];
    await joke.getByRole('button', { name: 'Weigeren met reden' }).click();
    const dialog = joke.getByRole('dialog');
    await dialog.getByLabel('Waarom?').selectOption('ALREADY_GUIDED');
    await dialog.getByLabel('Wat raadt u aan?').fill('Vraag het aan de Woondienst.');
    await dialog.getByRole('button', { name: 'Weigeren met reden' }).click();
    await joke.getByRole('button', { name: 'Heropen' }).waitFor();

    await bram.getByRole('button', { name: 'Aanvaarden' }).click();
    await bram.getByRole('radio', { name: /Nieuw cliëntdossier/, checked: true }).waitFor();
    await bram.getByRole('dialog').getByRole('button', { name: 'Aanvaarden' }).click();
    await bram.getByRole('button', { name: 'Start de begeleiding' }).waitFor();

    const page = await desk('ann.maes');
    await page.goto(address);
    const of = (partner: string) => page.getByRole('region', { name: partner, exact: true });
    await of(CAW).getByText('Vraag het aan de Woondienst.').waitFor();
    await of(WOONDIENST).getByText('Aanvaard', { exact: true }).waitFor();
    await of(WOONDIENST).getByText(/Contact, inkomen, schulden en woonsituatie, tot/).waitFor();
    await of(ENERGY).getByText(/Adres, gezinsgrootte, laagste inkomenscategorie en technische gegevens van de woning, tot/).waitFor();
    await isSound(page);
    await page.setViewportSize({ width: 390, height: 900 });
    await isSound(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  }, 120_000);

  it('lets the sender take a class back at once; who lost it reads why, and may ask for it', async () => {
    const [bram, page] = [desks[0].page, desks[3].page];
    const woondienst = page.getByRole('region', { name: WOONDIENST, exact: true });
    await woondienst.getByRole('button', { name: 'Neem gegevens terug' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Neem gegevens terug' }).click();
    await dialog.getByText('Kies wie dit niet meer wil').waitFor();
    await dialog.getByLabel('Schulden').uncheck();
    await dialog.getByLabel('De cliënt').check();
    await isSound(page);
    await dialog.getByRole('button', { name: 'Neem gegevens terug' }).click();
    await woondienst.getByText(/^Schulden, op .*omdat de cliënt het vroeg/).waitFor();

    await bram.reload();
    await bram.getByText(MARKS.INCOME).waitFor();
    expect(await bram.locator('main').innerText()).not.toContain(DEBT);
    await bram.getByRole('button', { name: 'Waarom zie ik dit niet? Schulden' }).press('Enter');
    await bram.getByText('Schulden: niet voor u zichtbaar').waitFor();
    await bram.getByText(/Dit zegt niet of er iets ingevuld is/).waitFor();
    await isSound(bram);
    await bram.getByRole('button', { name: 'Vraag toegang' }).click();
    const asking = bram.getByRole('dialog');
    await asking.getByLabel('Waarom hebt u dit nodig?').fill('Om een afbetaling te bespreken met de verhuurder.');
    await asking.getByLabel('Tot wanneer?').fill(inAWeek());
    await isSound(bram);
    await asking.getByRole('button', { name: 'Vraag toegang' }).click();
    await bram.getByRole('heading', { name: 'Gevraagde toegang' }).waitFor();
    await bram.getByText('Wacht op antwoord').waitFor();

    await page.goto(`${portal.url}/werklijst`);
    await page.getByRole('link', { name: /Woondienst vraagt om meer te zien/ }).click();
    await page.getByText('Om een afbetaling te bespreken met de verhuurder.').first().waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Geef toegang' }).click();
    await isSound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
    await take(page, 'Weiger', 'De cliënt bespreekt dit liever zelf.');
    await bram.reload();
    await bram.getByText('De cliënt bespreekt dit liever zelf.').first().waitFor();
  }, 120_000);

  it('sends a new version to who may read what changed, and to nobody else', async () => {
    const [bram, jens, page] = [desks[0].page, desks[2].page, desks[3].page];
    await page.getByRole('button', { name: 'Stuur een nieuwe versie' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Over het inkomen').fill('Leefloon sinds april');
    await dialog.getByText(`Krijgt bericht en leest mee: ${WOONDIENST}`).waitFor();
    await isSound(page);
    await dialog.getByRole('button', { name: 'Stuur een nieuwe versie' }).click();
    await dialog.waitFor({ state: 'detached' });
    await bram.reload();
    await bram.getByText('Leefloon sinds april').waitFor();
    await bram.getByText(/^vernieuwd op/).waitFor();
    await jens.reload();
    await jens.getByText(MARKS.HOUSING_TECHNICAL).waitFor();
    expect(await jens.locator('main').innerText()).not.toMatch(/vernieuwd|Nieuwe versie/);
  }, 120_000);

  it('keeps a number of one\'s own and a colleague away, for nobody else to see', async () => {
    const [bram, page] = [desks[0].page, desks[3].page];
    await page.getByRole('button', { name: 'Vul een nummer in' }).click();
    await page.getByLabel('Nummer in uw eigen systeem').fill('WEL-2026-77');
    await page.getByRole('button', { name: 'Bewaar het nummer' }).click();
    await page.getByText('WEL-2026-77').waitFor();
    await page.getByRole('button', { name: 'Hou iemand weg' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Wie?').selectOption({ label: 'Joris Callewaert' });
    await dialog.getByLabel('Waarom?').fill('Familie van de cliënt');
    await isSound(page);
    await dialog.getByRole('button', { name: 'Hou iemand weg' }).click();
    await page.getByText(/Familie van de cliënt\. Sinds/).waitFor();
    await isSound(page);
    const joris = await desk('joris.callewaert');
    await joris.goto(address);
    await joris.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await bram.reload();
    await bram.getByText(MARKS.CONTACT).waitFor();
    expect(await bram.locator('main').innerText()).not.toMatch(/WEL-2026-77|Joris|Familie van/);
  }, 120_000);

  it('is withdrawn for the client, and her register says who confirmed what', async () => {
    const [bram, page] = [desks[0].page, desks[3].page];
    await page.getByRole('button', { name: 'Trek alles in' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('De cliënt').check();
    await dialog.getByLabel('Waarom trekt u in?').fill('Zij wil het niet meer.');
    await isSound(page);
    await dialog.getByRole('button', { name: 'Trek alles in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await bram.reload();
    await bram.getByRole('heading', { name: 'Ingetrokken doorverwijzing' }).waitFor();
    await take(bram, 'Bevestig dat u stopte');

    await page.goto(`${portal.url}/clienten/${referral.clientId}`);
    await isSound(page);
    await page.getByRole('link', { name: 'Wie kreeg gegevens?' }).click();
    await page.getByRole('heading', { name: 'Wie kreeg uw gegevens?' }).waitFor();
    await page.getByText(/De Woondienst bevestigde op .*: gestopt/).first().waitFor();
    await page.getByText(/Het Energiehuis bevestigde nog niet/).waitFor();
    await page.getByText('Er zijn nu geen gegevens gedeeld.').waitFor();
    await isSound(page);
    const before = page.getByRole('table', { name: /Vroeger gedeeld/ });
    expect(await before.getByRole('row').count()).toBe(1 + 4);
    await page.setViewportSize({ width: 390, height: 900 });
    await isSound(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Afdrukken of bewaren als pdf' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Afdrukken of bewaren als pdf' }).click()]);
    expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
    expect(readFileSync(await paper.path()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(desks.flatMap(({ problems }) => problems)).toEqual([]);
  }, 120_000);
});
