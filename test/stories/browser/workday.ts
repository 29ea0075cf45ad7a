import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFaults, fillSignIn, openPage } from '../../support/browser.js';

/** Somebody at her own computer, signed in to the portal. */
export type Desk = { page: Page; problems: string[]; close(): Promise<void> };

/** Opens a browser at the portal and signs in by the front door; `fill`: at a sign-in other than the embedded one. */
export async function sitDown(browser: Browser, url: string, username: string, width = 1280, fill: typeof fillSignIn = fillSignIn): Promise<Desk> {
  const { page, problems } = await openPage(browser, width);
  await page.goto(url);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await fill(page, username);
  await page.getByText('U werkt nu als').waitFor();
  return { page, problems, close: () => page.context().close() };
}

/** The page is settled, axe finds nothing, and nothing has to be scrolled sideways. */
export async function isSound(page: Page, alike?: string): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(await axeFaults(page, alike)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

/** Opens a file for a client and begins a referral for her; leaves the form open. */
export async function beginReferral(page: Page, url: string, [givenName, familyName]: readonly [string, string]): Promise<void> {
  await page.goto(`${url}/doorverwijzingen/nieuw`);
  await page.getByLabel('Zoek eerst').fill(familyName);
  await page.getByRole('link', { name: 'Nieuwe cliënt' }).click();
  await page.getByLabel('Voornaam').fill(givenName);
  await page.getByLabel('Familienaam').fill(familyName);
  await page.getByLabel('Geboortedatum').fill('14/5/1987');
  await page.getByLabel('Postcode').fill('8880');
  await page.getByLabel(/^Gemeente/).fill('Ledegem');
  await page.getByLabel('Aantal volwassenen').fill('1');
  await page.getByText('Niemand gevonden').waitFor();
  await page.getByRole('button', { name: 'Maak het dossier' }).click();
  await page.getByRole('radio', { name: /Naar de Woondienst/ }).check();
  await page.getByRole('button', { name: 'Maak het ontwerp' }).click();
  await page.getByRole('heading', { name: 'Wie kan helpen?' }).waitFor();
}

/** Waits until what was typed is on the server. */
export const isSaved = (page: Page): Promise<void> => page.locator('.saved', { hasText: 'Opgeslagen om' }).waitFor();

/** What each partner gets: names of kinds of facts as the share table has them, by the partner's short name. */
export type Shared = { readonly [partner: string]: readonly string[] };
const ALL: Shared = { Woondienst: ['Contact', 'Gezin', 'Inkomen', 'Woonsituatie', 'Gezondheid en psychosociaal'] };
const SENSITIVE = ['Schulden', 'Gezondheid en psychosociaal', 'Gerechtelijke gegevens'];

/** The box of the share table for a kind of facts and a partner. */
export const cell = (kind: string, partner: string): RegExp => new RegExp(`^Delen(, beperkt)? ${kind}: ${partner}`);

/** Chooses the partners and what each gets. */
export async function choose(page: Page, shared: Shared): Promise<void> {
  for (const [partner, kinds] of Object.entries(shared)) {
    await page.getByRole('checkbox', { name: new RegExp(`^${partner}`) }).check();
    for (const kind of kinds) await page.getByRole('checkbox', { name: cell(kind, partner) }).check();
  }
}

/** Fills in what is needed, and looks at what each partner will read. */
export async function send(page: Page, shared: Shared = ALL): Promise<void> {
  await page.getByLabel('Hoe woont de cliënt nu?').selectOption('PRIVATE_RENT');
  await choose(page, shared);
  for (const point of [/^Dat we gegevens uitwisselen/, /^Waarvoor/, /^Met wie/, /^Welke gegevens elk van hen/]) await page.getByRole('checkbox', { name: point }).check();
  for (const kind of SENSITIVE) if (Object.values(shared).some((kinds) => kinds.includes(kind))) await page.getByLabel(`Ook over ${kind.toLowerCase()}`).check();
  await page.getByLabel('Wie ging akkoord?').selectOption('CLIENT');
  await page.getByLabel('Hoe?').selectOption('ORAL');
  await page.getByLabel('Wanneer?').fill(new Intl.DateTimeFormat('nl-BE', { timeZone: 'Europe/Brussels', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date()));
  await page.getByRole('button', { name: 'Bekijk het voorbeeld' }).click();
  await page.getByRole('heading', { name: 'Dit zien de partners' }).waitFor();
}

/** Takes a step of the decision panel through its dialog, with its one text when it asks one. */
export async function take(page: Page, step: string, text?: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (text) await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: step, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
