import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Terms } from '#dossiers';
import { ann } from '../../cast/cast.js';
import { toTwo } from '../../cast/messages.js';
import { aClient } from '../../cast/scenes.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { freeClock, setClock } from '../clock.js';
import { isSound, sitDown } from './workday.js';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('messages and short questions', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true, embargo: 10 }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });
  const shown = async (page: Page, name: string, width: number) => {
    if (!process.env.SHOTS) return;
    mkdirSync(process.env.SHOTS, { recursive: true });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
  };
  /** Lets a quarter of an hour pass for what was sent. */
  const later = async () => {
    setClock(portal, new Date(Date.now() + 15 * 60_000).toISOString());
    await portal.app.get(Terms).run();
    freeClock(portal);
  };

  it.each([1280, 390])('are written to whom one chose, undone, delivered and answered (%i px)', async (width) => {
    setClock(portal, ago(30));
    const sent = await toTwo(portal);
    freeClock(portal);
    await portal.app.get(Terms).run();
    const [writer, reader, other] = [await sitDown(browser, portal.url, 'ann.maes', width), await sitDown(browser, portal.url, 'bram.vandeputte', width), await sitDown(browser, portal.url, 'joke.termote', width)];
    const { page } = writer;
    const address = `${portal.url}/doorverwijzingen/${sent.id}`;
    await page.goto(address);
    const panel = page.getByRole('region', { name: /^Berichten/ });
    await panel.getByText('Leest mee: alleen uw collega’s van OCMW Ledegem').waitFor();
    await panel.getByRole('button', { name: 'Plaats voor collega’s' }).click();
    await panel.getByText('Schrijf eerst uw bericht').waitFor();
    await panel.getByLabel('Nieuw bericht').fill('Zij verhuist vrijdag.');
    await panel.getByRole('checkbox', { name: 'Woondienst Regio Izegem' }).check();
    await panel.getByText('Leest mee: Woondienst en OCMW Ledegem').waitFor();
    await shown(page, 'schrijven', width);

    // A lost connection keeps what was typed, and the same press again sends it once.
    await page.context().setOffline(true);
    await panel.getByRole('button', { name: 'Bericht versturen' }).click();
    await panel.getByRole('alert').getByText(/verbinding/i).waitFor();
    expect(await panel.getByLabel('Nieuw bericht').inputValue()).toBe('Zij verhuist vrijdag.');
    await page.context().setOffline(false);
    // Leaving asks first.
    await page.locator('nav.crumbs').getByRole('link', { name: 'Doorverwijzingen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Op deze pagina blijven' }).click();
    await panel.getByRole('button', { name: 'Bericht versturen' }).click();
    await panel.getByText(/^Vertrekt om .* Nog niemand buiten uw dienst ziet dit\.$/).waitFor();
    await isSound(page);
    await shown(page, 'vertrekt', width);

    await reader.page.goto(address);
    await reader.page.getByRole('region', { name: /^Berichten/ }).getByText('Nog geen berichten').waitFor();
    await panel.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await page.getByText('Ongedaan gemaakt. Geen partner kreeg iets.').waitFor();
    expect(await panel.getByLabel('Nieuw bericht').inputValue()).toBe('Zij verhuist vrijdag.');
    await panel.getByLabel('Nieuw bericht').fill('Zij verhuist zaterdag.');
    await panel.getByRole('button', { name: 'Bericht versturen' }).click();
    await panel.getByText(/^Vertrekt om/).waitFor();
    await later();

    await reader.page.reload();
    const theirs = reader.page.getByRole('region', { name: /^Berichten/ });
    await theirs.getByText('Zij verhuist zaterdag.').waitFor();
    expect(await theirs.getByText('vrijdag').count()).toBe(0);
    await theirs.getByText('Leest mee: OCMW Ledegem en uw dienst').waitFor();
    expect(await theirs.getByText(/CAW/).count()).toBe(0);
    await theirs.getByLabel('Nieuw bericht').fill('Wij sturen de sleutel.');
    await theirs.getByRole('checkbox', { name: /Dringend/ }).check();
    await theirs.getByRole('button', { name: 'Bericht versturen' }).click();
    await theirs.getByText('Wij sturen de sleutel.').waitFor();
    await isSound(reader.page);
    await shown(reader.page, 'ontvanger', width);
    await page.reload();
    await panel.getByText('Wij sturen de sleutel.').waitFor();
    await other.page.goto(address);
    await other.page.getByRole('region', { name: /^Berichten/ }).getByText('Nog geen berichten').waitFor();
    expect([...reader.problems, ...other.problems]).toEqual([]);
    // The lost connection is told by the browser itself.
    expect(writer.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem))).toEqual([]);
    await Promise.all([writer, reader, other].map((desk) => desk.close()));
  }, 120_000);

  it.each([1280, 390])('asks a partner without a name, who answers without knowing whom (%i px)', async (width) => {
    const client = await aClient(portal, ann);
    const [asker, reader] = [await sitDown(browser, portal.url, 'ann.maes', width), await sitDown(browser, portal.url, 'bram.vandeputte', width)];
    const { page } = asker;
    await page.goto(`${portal.url}/clienten/${client.id}`);
    await isSound(page);
    await shown(page, 'client', width);
    await page.getByRole('link', { name: 'Stel een vraag' }).click();
    await page.getByRole('heading', { name: 'Stel een korte vraag' }).waitFor();
    await page.getByText('Rosa Lippens').waitFor();
    await page.getByRole('button', { name: 'Verstuur de vraag' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Kies een partner' }).waitFor();
    await page.getByLabel('Aan wie?').selectOption({ label: 'Woondienst Regio Izegem' });
    await page.getByLabel('Uw vraag').fill('Hoe lang is de wachtlijst voor een gezin met drie kinderen? (96.04.03-001.13)');
    await page.getByLabel('Volwassenen').fill('2');
    await page.getByLabel('Kinderen').fill('3');
    await page.getByRole('checkbox', { name: /anoniem/ }).check();
    await page.getByText('Leest mee: Woondienst. Ziet niet van wie de vraag komt').waitFor();
    await page.getByRole('button', { name: 'Verstuur de vraag' }).click();
    await page.getByRole('alert').getByText(/rijksregisternummer/).waitFor();
    await isSound(page);
    await shown(page, 'vraag-stellen', width);
    await page.getByLabel('Uw vraag').fill('Hoe lang is de wachtlijst voor een gezin met drie kinderen?');
    await page.getByRole('button', { name: 'Verstuur de vraag' }).click();
    await page.getByText(/Deze vraag is anoniem: .* ziet niet dat ze van u komt/).waitFor();
    await isSound(page);
    await shown(page, 'vraag', width);
    const address = page.url();

    await reader.page.goto(`${portal.url}/werklijst`);
    await reader.page.getByRole('link', { name: 'Beantwoord een anonieme vraag' }).first().click();
    await reader.page.getByText('U ziet niet wie dit vraagt.').waitFor();
    expect(await reader.page.locator('main').getByText(/Ledegem|Maes|Rosa|Lippens/).count()).toBe(0);
    await reader.page.getByRole('button', { name: 'Beantwoord de vraag' }).click();
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByText('Leest mee: wie dit anoniem vroeg').waitFor();
    await dialog.getByRole('textbox').fill('Ongeveer twee jaar.');
    await dialog.getByRole('button', { name: 'Beantwoord de vraag' }).click();
    await reader.page.getByText('Ongeveer twee jaar.').waitFor();
    await isSound(reader.page);
    await shown(reader.page, 'vraag-beantwoord', width);

    await page.goto(`${portal.url}/werklijst`);
    await page.getByRole('link', { name: /^Lees het antwoord van/ }).first().click();
    await page.getByText('Ongeveer twee jaar.').waitFor();
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: 'Gelezen, sluit af' }).click();
    await page.getByText('Deze vraag is afgelopen.').waitFor();
    await page.goto(`${portal.url}/vragen`);
    await page.getByRole('link', { name: /Hoe lang is de wachtlijst/ }).first().waitFor();
    await isSound(page);
    await shown(page, 'vragen', width);
    expect([...asker.problems, ...reader.problems]).toEqual([]);
    await Promise.all([asker, reader].map((desk) => desk.close()));
  }, 120_000);
});
