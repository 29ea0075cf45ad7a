import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { SignalMails } from '#mediation';
import { bram } from '../../cast/cast.js';
import { caseOf } from '../../cast/mediation.js';
import { aLink, landlordSigns, offered } from '../../cast/public.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser, openPage } from '../../support/browser.js';
import { MailBox } from '../../support/mailbox.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound } from './workday.js';

const WIDTHS = [1280, 390] as const;

describe('somebody without an account', () => {
  let portal: TestPortal;
  let truth: Truth;
  let browser: Browser;
  let box: MailBox;
  beforeAll(async () => {
    box = await new MailBox().open();
    [portal, browser] = await Promise.all([startPortal({ web: true, env: { SMTP_URL: box.url, MAIL_FROM: 'woonbrug@portaal.example' } }), openBrowser()]);
    truth = await Truth.of(portal);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await box?.close();
    await truth?.close();
    await portal?.stop();
  });

  const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
  /** What a browser says of an answer that is no success is no fault of the page. */
  const faultsOf = (problems: readonly string[]) => problems.filter((each) => !/the server responded with a status of 4\d\d|ERR_/.test(each));

  it.each(WIDTHS)('reads and signs one text by a link, on a screen of %i wide', async (width) => {
    const { mediation, signal } = await offered(portal, truth);
    const { secret } = await aLink(portal, mediation);
    await landlordSigns(portal, signal);
    const { page, problems } = await openPage(browser, width);
    await page.goto(`${portal.url}/tekenen/${secret}`);
    await heading(page, 'Afspraken tekenen');
    await page.getByText('Tussen 22 en 7 uur is het stil.').waitFor();
    await page.getByText('Voor Marc Dewaele').waitFor();
    expect([await page.title(), await page.getByRole('link', { name: 'Aanmelden' }).count()]).toEqual(['Afspraken tekenen – Woonbrug', 0]);
    await isSound(page);

    await page.getByRole('button', { name: 'Ik teken' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Er ontbreken nog 2 dingen' });
    await summary.waitFor();
    await isSound(page);
    await page.getByLabel('Uw voornaam en naam').fill('Marc 85.07.30-033.28');
    await page.getByLabel('Ik las deze afspraken en ik ben het ermee eens.').check();
    await page.getByRole('button', { name: 'Ik teken' }).click();
    await page.getByText('Hier staat een rijksregisternummer.').first().waitFor();
    await page.getByLabel('Uw voornaam en naam').fill('Marc Dewaele');

    await page.route('**/sign/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: 'Ik teken' }).click();
    await page.getByText('Geen verbinding: dit is misschien niet aangekomen.').waitFor();
    expect(await page.getByLabel('Uw voornaam en naam').inputValue()).toBe('Marc Dewaele');
    await page.unroute('**/sign/*');
    await page.getByRole('button', { name: 'Ik teken' }).click();
    await heading(page, 'U hebt getekend');
    await isSound(page);
    expect(await caseOf(portal, bram, mediation.id)).toMatchObject({ state: 'SETTLEMENT_SIGNED' });

    await page.reload();
    await heading(page, 'Deze link werkt niet');
    await isSound(page);
    expect(faultsOf(problems)).toEqual([]);
    await page.context().close();
  }, 180_000);

  it.each(WIDTHS)('reports tension and confirms it by mail, on a screen of %i wide', async (width) => {
    const { page, problems } = await openPage(browser, width);
    await page.goto(`${portal.url}/melden`);
    await heading(page, 'Spanning met uw huurder melden');
    await page.getByRole('heading', { name: 'De Woondienst is neutraal' }).waitFor();
    await page.getByRole('heading', { name: 'Wie leest dit?' }).waitFor();
    await isSound(page);

    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await page.getByRole('alert').filter({ hasText: 'Er ontbreken nog 8 dingen' }).waitFor();
    await isSound(page);
    await page.getByLabel('Uw naam, of die van uw kantoor').fill('Roelandt Kanarie');
    await page.getByLabel('Uw e-mailadres').fill(`verhuurder-${width}@voorbeeld.example`);
    await page.getByLabel('Straat en nummer').fill(`Kanariestraat ${width}`);
    await page.getByLabel('Gemeente').selectOption('8770 Ingelmunster');
    await page.getByLabel('Voornaam').fill('Pimpelmees');
    await page.getByLabel('Familienaam').fill('Winterkoning');
    await page.getByRole('button', { name: 'Nog een huurder' }).click();
    await page.getByRole('group', { name: 'Huurder 2' }).getByLabel('Voornaam').fill('Els');
    await page.getByRole('group', { name: 'Huurder 2' }).getByLabel('Familienaam').fill('Merel 85.07.30-033.28');
    await page.getByLabel('Waarover gaat het vooral?').selectOption('Lawaai of overlast');
    await page.getByLabel('Wat gebeurde er?').fill('Drie klachten van buren.');
    await page.getByLabel('Er is gevaar voor iemand').check();
    await page.getByLabel('Welk gevaar?').fill('Een kapotte gasleiding.');
    await isSound(page);
    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await page.getByRole('group', { name: 'Huurder 2' }).getByText('Hier staat een rijksregisternummer.').waitFor();
    await page.getByRole('group', { name: 'Huurder 2' }).getByLabel('Familienaam').fill('Merel');

    // The answer gets lost, what was typed does not; asking again is no second report.
    await page.route('**/signal', async (route) => (await route.fetch(), route.abort()));
    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await page.getByText('Geen verbinding: dit is misschien niet aangekomen.').waitFor();
    expect(await page.getByLabel('Wat gebeurde er?').inputValue()).toBe('Drie klachten van buren.');
    await page.unroute('**/signal');
    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await heading(page, 'We stuurden u een mail');
    await isSound(page);

    box.taken();
    expect(await portal.app.get(SignalMails).run({ ...portal.settings.mail!, publicUrl: portal.url })).toBe(1);
    await page.goto(/https?:\S+/.exec(box.mails[0].text!)![0]);
    await heading(page, 'Uw melding bevestigen');
    await isSound(page);
    await page.getByRole('button', { name: 'Ja, dit is mijn melding' }).click();
    await heading(page, 'Uw melding is bij de Woondienst');
    expect([await page.title(), await page.locator('main').innerText()]).toEqual(['Uw melding bevestigen – Woonbrug', expect.not.stringMatching(/Kanarie|Pimpelmees|Ingelmunster/)]);
    await isSound(page);
    expect(await truth.rows('select urgent, reported_by from tension_signal where street = $1', [`Kanariestraat ${width}`])).toEqual([{ urgent: true, reported_by: 'Openbaar meldformulier' }]);
    await page.goto(`${portal.url}/melden/bevestigen/${'A'.repeat(43)}`);
    await page.getByRole('button', { name: 'Ja, dit is mijn melding' }).click();
    await heading(page, 'Deze link werkt niet');
    expect(faultsOf(problems)).toEqual([]);
    await page.context().close();
  }, 180_000);
});
