import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ann, bram } from '../../cast/cast.js';
import { REASON } from '../../cast/glass.js';
import { aSignal, broughtTo } from '../../cast/mediation.js';
import { aNote, aReferral, type Referral } from '../../cast/scenes.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { type Desk, isSound, sitDown } from './workday.js';

describe('a dossier that is opened in need', () => {
  let portal: TestPortal;
  let browser: Browser;
  let truth: Truth;
  let sent: Referral;
  const desks: Desk[] = [];
  const desk = async (username: string, width?: number): Promise<Page> => {
    const opened = await sitDown(browser, portal.url, username, width);
    desks.push(opened);
    return opened.page;
  };
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    sent = await aReferral(portal, ann);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const banner = (page: Page) => page.getByRole('region', { name: 'Noodtoegang', exact: true });
  const breakIn = async (page: Page, number: string, reason = REASON) => {
    await page.getByLabel('Nummer van het dossier').fill(number);
    await page.getByLabel('Waarom is het nodig?').fill(reason);
    await page.getByRole('button', { name: 'Open met noodtoegang' }).click();
  };

  it.each([1280, 390])('is found by its number, read under a banner, and shut again: %i wide', async (width) => {
    await truth.rows('delete from glass_break');
    const page = await desk('nele.bossuyt', width);
    await page.goto(`${portal.url}/doorverwijzingen/${sent.id}`);
    await page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await page.goto(`${portal.url}/noodtoegang`);
    await page.getByText('Er was nog geen noodtoegang.').waitFor();
    await breakIn(page, sent.number, 'te kort');
    await page.getByText('Schrijf in minstens 20 tekens waarom het nodig is').waitFor();
    await breakIn(page, 'DV-0000-00');
    await page.getByText('Dit nummer vinden we niet bij uw organisatie').waitFor();
    await isSound(page);
    await breakIn(page, sent.number);
    await page.getByRole('heading', { name: 'Rosa Lippens' }).waitFor();
    expect(await banner(page).innerText()).toMatch(new RegExp(`Noodtoegang tot ${sent.number}\\s+nog 60 minuten`));
    await page.getByText('Achterstal van twee maanden huur').waitFor();
    expect(await page.getByRole('button', { name: /Intrekken|Aanvullen|Schrijf/ }).count()).toBe(0);
    await isSound(page);
    await page.goto(`${portal.url}/noodtoegang`);
    await page.getByText('Nu open').waitFor();
    await banner(page).waitFor();
    await isSound(page);
    await banner(page).getByRole('button', { name: 'Beëindig' }).click();
    await banner(page).waitFor({ state: 'detached' });
    await page.goto(`${portal.url}/doorverwijzingen/${sent.id}`);
    await page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
  }, 120_000);

  it('is told to who sent it, at once', async () => {
    const page = await desk('ann.maes');
    await page.goto(`${portal.url}/nieuw-voor-u`);
    await page.getByRole('link', { name: 'Iemand opende een dossier met noodtoegang' }).first().click();
    await page.getByRole('button', { name: 'Toon wie keek' }).click();
    await page.getByText('Met noodtoegang').first().waitFor();
  }, 120_000);

  it.each([1280, 390])('is a mediation, whose notes a DPO reads; its mediator is told at once: %i wide', async (width) => {
    const signal = await aSignal(portal);
    const { id } = await broughtTo(portal, truth, signal, 'SESSIONS');
    await aNote(portal, bram, id, 'PRIVATE_NOTE', 'Zij is bang voor haar broer.');
    await truth.rows('delete from glass_break');
    const page = await desk('marijke.pattyn', width);
    await page.goto(`${portal.url}/noodtoegang`);
    await breakIn(page, signal.number);
    await page.getByRole('heading', { name: signal.number, level: 1 }).waitFor();
    await banner(page).waitFor();
    await page.getByRole('tab', { name: /^Notities/ }).click();
    await page.getByText('Zij is bang voor haar broer.').waitFor();
    expect(await page.getByRole('button', { name: /Schrijf|Bewaar|Plan|Stop/ }).count()).toBe(0);
    await isSound(page);
    const mediator = await desk('bram.vandeputte', width);
    await mediator.goto(`${portal.url}/nieuw-voor-u`);
    await mediator.getByRole('link', { name: 'Iemand opende een dossier met noodtoegang' }).first().click();
    await mediator.getByRole('heading', { name: signal.street }).first().waitFor();
  }, 120_000);

  it('is shut by itself, and then nothing of it stays on the page', async () => {
    await truth.rows('delete from glass_break');
    const page = await desk('hilde.debaere');
    await page.goto(`${portal.url}/noodtoegang`);
    await breakIn(page, sent.number);
    await page.getByRole('heading', { name: 'Rosa Lippens' }).waitFor();
    await truth.rows(`update glass_break set opened_at = now() - interval '59 minutes', ends_at = now() + interval '8 seconds', version = version + 1`);
    await page.reload();
    await page.getByText('nog 1 minuut').waitFor();
    await banner(page).waitFor({ state: 'detached', timeout: 25_000 });
    await page.getByText('Rosa Lippens').waitFor({ state: 'detached', timeout: 15_000 });
    await isSound(page);
  }, 120_000);

  it.each([1280, 390])('stands in the DPO\'s log, with what stands out: %i wide', async (width) => {
    await truth.rows(`update trail set at = (current_date - 1 + time '23:30') at time zone 'Europe/Brussels' where purpose = 'glass' and record = 'Referral'`);
    const page = await desk('nele.bossuyt', width);
    await page.goto(`${portal.url}/logboek`);
    await page.getByRole('heading', { name: 'Opvallend' }).waitFor();
    const odd = page.locator('section', { has: page.getByRole('heading', { name: 'Opvallend' }) });
    await odd.getByText('’s Nachts').first().waitFor();
    await page.getByLabel('Medewerker').selectOption({ label: 'Nele Bossuyt' });
    await page.getByLabel('Nummer van het dossier').fill(sent.number);
    await page.getByRole('button', { name: 'Toon', exact: true }).click();
    const lines = page.locator('section', { has: page.getByRole('heading', { name: 'Wat er gebeurde' }) });
    await lines.getByText('noodtoegang', { exact: true }).first().waitFor();
    expect(await lines.locator('tbody').innerText()).not.toMatch(/Ann Maes|Hilde|Rosa/);
    await isSound(page);
    await page.getByRole('button', { name: 'Toon alles' }).click();
    await lines.locator('tbody').getByText('Geen dossier').first().waitFor();
    expect(desks.flatMap(({ problems }) => problems)).toEqual([]);
  }, 120_000);
});
