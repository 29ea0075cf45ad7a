import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Retention } from '#dossiers';
import { Clock, Units, Work } from '#kernel';
import { aReferral, receive, type Referral, reject } from '../../cast/scenes.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown } from './workday.js';

describe('what may be destroyed', () => {
  let portal: TestPortal;
  let browser: Browser;
  let truth: Truth;
  let keeper: Retention;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    keeper = new Retention(portal.app.get(Units), portal.app.get(Work), portal.app.get(Clock), null);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const overdue = async (): Promise<Referral> => {
    const referral = await reject(portal, await receive(portal, await aReferral(portal)));
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update answer set ended_at = ended_at - interval '1 year' where dossier_id = $1`, [referral.id]);
    await truth.rows('set session_replication_role = origin');
    return referral;
  };
  const panel = (page: Page, title: string) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) }).last();

  it.each([1280, 390])('is signed by the DPO, who keeps one dossier and holds another: %i wide', async (width) => {
    const [gone, kept, held] = [await overdue(), await overdue(), await overdue()];
    await keeper.propose();
    const { page } = await sitDown(browser, portal.url, 'marijke.pattyn', width);
    await page.goto(`${portal.url}/nieuw-voor-u`);
    await page.getByRole('link', { name: 'Een lijst van wat vernietigd mag worden, wacht op uw handtekening' }).first().click();
    const open = panel(page, 'Te ondertekenen');
    await open.getByText(gone.number).waitFor();
    await isSound(page);

    await open.getByRole('row').filter({ hasText: kept.number }).getByRole('button', { name: 'Bewaar langer' }).click();
    await page.getByLabel('Waarom moet dit dossier blijven?').last().fill('Er loopt een klacht bij de ombudsdienst.');
    await isSound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Bewaar langer' }).click();
    await open.getByText(/Blijft bewaard: Er loopt een klacht/).waitFor();

    const form = page.getByRole('form', { name: 'Een dossier langer bewaren' });
    await form.getByLabel('Nummer van het dossier').fill('DV-0000-00');
    await form.getByLabel('Waarom moet dit dossier blijven?').fill('Een beroep bij de rechtbank.');
    await form.getByRole('button', { name: 'Bewaar langer' }).click();
    await form.getByText('Dit nummer vinden we niet bij uw organisatie').waitFor();
    await form.getByLabel('Nummer van het dossier').fill(held.number);
    await form.getByRole('button', { name: 'Bewaar langer' }).click();
    await panel(page, 'Langer bewaard').getByText(held.number).waitFor();

    await open.getByRole('button', { name: 'Onderteken de lijst' }).click();
    await page.getByRole('button', { name: 'Onderteken en vernietig' }).click();
    await open.getByText('Er wacht geen lijst.').waitFor();
    await keeper.destroy();
    await page.reload();
    await panel(page, 'Eerdere lijsten').getByRole('button', { name: 'Toon wat erop stond' }).first().click();
    await panel(page, 'Eerdere lijsten').getByRole('row').filter({ hasText: gone.number }).getByText(/Vernietigd op/).waitFor();
    await isSound(page);
    expect(await truth.rows(`select from party p join partner o on o.id = p.partner_id where p.dossier_id = any ($1) and o.name = 'Woondienst Regio Izegem'`, [[gone.id, kept.id, held.id]])).toHaveLength(2);
    await page.close();
  }, 180_000);

  it('is nobody else\'s page', async () => {
    const { page } = await sitDown(browser, portal.url, 'bram.vandeputte');
    expect(await page.getByRole('link', { name: 'Bewaartermijnen' }).count()).toBe(0);
    await page.goto(`${portal.url}/bewaartermijnen`);
    await page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
  }, 60_000);
});
