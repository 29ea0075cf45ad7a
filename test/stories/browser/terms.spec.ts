import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AccessReviews } from '#directory';
import { Terms } from '#dossiers';
import { ann } from '../../cast/cast.js';
import { aClient, aReferral, type Referral } from '../../cast/scenes.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { freeClock, setClock } from '../clock.js';
import { type Desk, isSound, sitDown } from './workday.js';

const typed = (days: number): { day: string; iso: string } => {
  const at = new Date(Date.now() + days * 86_400_000);
  const iso = at.toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
  return { iso, day: iso.split('-').reverse().join('/') };
};

describe('terms on the screen', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const at = async <T>(username: string, act: (desk: Desk) => Promise<T>, width = 1280): Promise<T> => {
    const desk = await sitDown(browser, portal.url, username, width);
    const result = await act(desk);
    expect([username, desk.problems]).toEqual([username, []]);
    await desk.close();
    return result;
  };
  const escalations = (username: string, { id }: Referral) =>
    at(username, async ({ page }) => {
      await page.goto(`${portal.url}/werklijst?soort=escalated`);
      await page.getByRole('heading', { name: 'Werklijst' }).waitFor();
      await page.waitForLoadState('networkidle'); // a part that may be empty shows nothing while it loads
      return page.locator('main a', { hasText: 'De termijn is voorbij' }).and(page.locator(`[href="/doorverwijzingen/${id}"]`)).count();
    });

  it('sent on Christmas Eve, it is reminded on the 30th and reaches both coordinators on 4 January, and nobody else', async () => {
    setClock(portal, '2026-12-24T14:00:00Z');
    const referral = await aReferral(portal, ann, { client: await aClient(portal, ann, { familyName: 'Kerstmans' }) });
    await at('bram.vandeputte', async ({ page }) => {
      await page.goto(`${portal.url}/werklijst`);
      await page.getByText('nog 5 werkdagen').first().waitFor();
      await page.getByText(/ma 4 januari/).first().waitFor();
    });
    setClock(portal, '2026-12-30T11:00:00Z');
    expect(await portal.app.get(Terms).run()).toBe(1);
    for (const who of ['hilde.debaere', 'sofie.lambrecht']) expect([who, await escalations(who, referral)]).toEqual([who, 0]);
    setClock(portal, '2027-01-04T23:00:00Z');
    expect(await portal.app.get(Terms).run()).toBe(1);
    const told: { [who: string]: boolean } = { 'hilde.debaere': true, 'sofie.lambrecht': true, 'ann.maes': false, 'joris.callewaert': false, 'bram.vandeputte': false, 'katrien.lagae': false, 'lies.verhelst': false, 'els.boone': false, 'linda.verstraete': false };
    for (const [who, is] of Object.entries(told)) expect([who, (await escalations(who, referral)) > 0]).toEqual([who, is]);
    freeClock(portal);
  }, 240_000);

  it('follows a closing day that the admin adds, with the reason in the file', async () => {
    const referral = await aReferral(portal, ann, { client: await aClient(portal, ann, { familyName: 'Brugmans' }) });
    // The first working day from now that is not a holiday of the Christmas weeks.
    const closed = await at('wim.deceuninck', async ({ page }) => {
      await page.goto(`${portal.url}/medewerkers`);
      await page.getByRole('link', { name: 'Sluitingsdagen' }).click();
      await page.getByRole('heading', { name: 'Geen sluitingsdagen' }).waitFor();
      await isSound(page);
      for (let days = 1; days < 8; days += 1) {
        await page.getByRole('button', { name: 'Voeg een sluitingsdag toe' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Dag').fill(typed(days).day);
        await dialog.getByLabel('Waarom').fill('Personeelsfeest');
        await isSound(page);
        await dialog.getByRole('button', { name: 'Voeg een sluitingsdag toe' }).click();
        const outcome = await Promise.race([dialog.waitFor({ state: 'detached' }).then(() => true), dialog.getByText('Dit is al geen werkdag').first().waitFor().then(() => false)]);
        if (outcome) {
          await page.getByRole('cell', { name: 'Personeelsfeest' }).waitFor();
          await isSound(page);
          return typed(days);
        }
        await dialog.getByRole('button', { name: 'Annuleren' }).click();
        await dialog.waitFor({ state: 'detached' });
      }
      throw new Error('no working day in a week');
    });
    await at('ann.maes', async ({ page }) => {
      await page.goto(`${portal.url}/doorverwijzingen/${referral.id}`);
      await page.getByText(/^Termijn verschoven naar \d/).waitFor();
      await page.getByText('Woondienst Regio Izegem is gesloten op').waitFor();
      expect(await page.content()).not.toContain('Personeelsfeest');
      await isSound(page);
    });
    await at('wim.deceuninck', async ({ page }) => {
      await page.goto(`${portal.url}/sluitingsdagen`);
      await page.getByRole('button', { name: /^Haal weg: / }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Haal weg' }).click();
      await page.getByRole('heading', { name: 'Geen sluitingsdagen' }).waitFor();
      expect(closed.iso).toMatch(/^\d{4}/);
    }, 390);
  }, 240_000);

  it('keeps its filters in the address, under a name, for who made them', async () => {
    await at('bram.vandeputte', async ({ page }) => {
      await page.goto(`${portal.url}/werklijst`);
      await page.getByRole('button', { name: /^Van: / }).click();
      await page.getByRole('option', { name: 'alleen mijn functie' }).click();
      await page.waitForURL(/wie=functie/);
      await page.getByRole('button', { name: /^Termijn: / }).click();
      await page.getByRole('option', { name: 'binnen 31 dagen' }).click();
      await page.waitForURL(/binnen=maand/);
      await page.getByRole('button', { name: /^Bewaarde filters/ }).click();
      await page.getByRole('menuitem', { name: 'Bewaar deze filter' }).click();
      await page.getByRole('dialog').getByLabel('Naam van de filter').fill('Van ons, deze maand');
      await isSound(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Bewaar deze filter' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.goto(`${portal.url}/werklijst`);
      await page.getByRole('button', { name: 'Bewaarde filters (1)' }).click();
      await page.getByRole('menuitem', { name: 'Van ons, deze maand' }).click();
      await page.waitForURL(/wie=functie&binnen=maand/);
      await isSound(page);
      await page.getByRole('button', { name: 'Bewaarde filters (1)' }).click();
      await page.getByRole('menuitem', { name: 'Beheer uw filters' }).click();
      await page.getByRole('button', { name: 'Haal weg: filter Van ons, deze maand' }).click();
      await page.getByText('U hebt geen bewaarde filters meer.').waitFor();
    });
  }, 120_000);

  it('leads to a secret address for one’s own calendar, shown once', async () => {
    for (const width of [1280, 390]) {
      await at('katrien.lagae', async ({ page }) => {
        await page.goto(`${portal.url}/werklijst`);
        await page.getByRole('link', { name: 'Agenda-link' }).click();
        await page.getByRole('button', { name: /^Maak een/ }).click();
        if (width === 390) await page.getByRole('dialog').getByRole('button', { name: 'Maak een nieuwe link' }).click();
        const address = await page.getByLabel('Uw geheime link').inputValue();
        expect(address).toMatch(/^http:\/\/localhost:\d+\/calendar\/[\w-]{43}\.ics$/);
        await isSound(page);
        expect((await fetch(address)).status).toBe(200);
        await page.reload();
        await page.getByText(/^Uw link werkt sinds/).waitFor();
        expect(await page.content()).not.toContain(address.slice(-20));
        await isSound(page);
        if (width === 1280) return;
        await page.getByRole('button', { name: 'Stop de link' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Stop de link' }).click();
        await page.getByText('U hebt voor deze functie nog geen link.').waitFor();
        expect((await fetch(address)).status).toBe(404);
      }, width);
    }
  }, 120_000);

  it('lets an admin confirm who has access with a tick each, and see who comes and goes', async () => {
    await portal.app.get(AccessReviews).run();
    await at('geert.vanhoutte', async ({ page }) => {
      await page.goto(`${portal.url}/medewerkers`);
      await page.getByRole('heading', { name: 'Toegang bevestigen' }).waitFor();
      await isSound(page);
      await page.getByRole('button', { name: 'Bevestig wat u aanvinkt' }).click();
      await page.getByText('Vink aan wie in deze functie blijft werken.').waitFor();
      await page.getByRole('checkbox', { name: /Ann Maes/ }).check();
      await page.getByRole('checkbox', { name: /Joris Callewaert/ }).or(page.getByRole('checkbox', { name: /Nele Bossuyt/ })).first().check();
      await page.getByRole('button', { name: 'Bevestig 2 functies' }).click();
      await page.getByText('2 functies zijn bevestigd.').waitFor();
      expect(await page.getByRole('checkbox', { name: /Ann Maes/ }).count()).toBe(0);
      await page.getByRole('link', { name: 'Wie begint, wie vertrekt' }).click();
      await page.getByRole('heading', { name: 'Wie vertrekt', exact: true }).waitFor();
      await page.getByLabel('Van', { exact: true }).fill('1/1/2025');
      await page.getByRole('button', { name: 'Toon deze periode' }).click();
      await page.waitForURL(/van=2025-01-01/);
      await page.getByText('vanaf 1 januari 2025').first().waitFor();
      await isSound(page);
    });
    await at('geert.vanhoutte', async ({ page }) => {
      await page.goto(`${portal.url}/medewerkers/wissels`);
      await page.getByRole('heading', { name: 'Wie vertrekt', exact: true }).waitFor();
      await isSound(page);
      await page.goto(`${portal.url}/medewerkers`);
      await page.getByRole('heading', { name: 'Toegang bevestigen' }).waitFor();
      await isSound(page);
    }, 390);
  }, 120_000);
});
