import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { beginReferral, cell, isSaved, isSound, send, sitDown } from './workday.js';

const SHARED = { Energiehuis: ['Contact', 'Laagste inkomenscategorie'], CAW: ['Gezin'], Woondienst: ['Contact', 'Gezin', 'Gezondheid en psychosociaal'] };

describe('a sending that is taken back', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true, embargo: 10 }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it.each([[1280, 'Nadia', 'Vercruysse'], [390, 'Tomasz', 'Nowak']] as const)('shows each partner’s own preview, is nowhere for them in the embargo, and comes back whole (%i px)', async (width, givenName, familyName) => {
    const ann = await sitDown(browser, portal.url, 'ann.maes', width);
    const { page } = ann;
    await beginReferral(page, portal.url, [givenName, familyName]);
    await page.getByLabel('Wat is er nodig?').selectOption('GOED_WONEN');
    await page.getByLabel('Wat vraagt u').fill('Zoekt een droge woning.');
    await page.getByLabel('Over het gezin').fill('Twee kinderen, om de week.');
    await page.getByLabel('Behoort tot de laagste inkomenscategorie?').selectOption('true');
    await page.getByLabel('Wat moet de partner weten over gezondheid').fill('Slaapt slecht.');
    await isSaved(page);
    await send(page, SHARED);
    const sees = async (partner: string) => {
      await page.getByRole('tab', { name: new RegExp(`^${partner}`) }).click();
      const cells = page.getByRole('tabpanel').locator('td.them');
      return (await cells.allInnerTexts()).join(' | ');
    };
    const energy = await sees('Energiehuis');
    expect(energy).toMatch(/valt niet onder het beroepsgeheim/i);
    expect(energy).not.toMatch(/Slaapt slecht|om de week/);
    const caw = await sees('CAW');
    expect(caw).toContain('Twee kinderen, om de week.');
    expect(caw).not.toContain('Slaapt slecht.');
    expect(await sees('Woondienst')).toContain('Slaapt slecht.');
    await isSound(page);
    await page.getByRole('button', { name: 'Verzenden', exact: true }).click();
    await page.getByRole('heading', { name: 'De doorverwijzing is verzonden' }).waitFor();
    await page.getByText(/U kunt nog (9|10) minuten terugnemen/).waitFor();
    await isSound(page);

    const bram = await sitDown(browser, portal.url, 'bram.vandeputte', width);
    const address = page.url().replace('/ontvangstbewijs', '');
    await bram.page.goto(address);
    await bram.page.getByRole('heading', { name: 'Dit vinden we niet' }).waitFor();
    await bram.page.goto(`${portal.url}/doorverwijzingen`);
    await isSound(bram.page);
    expect(await bram.page.getByText(familyName).count()).toBe(0);

    await page.getByRole('button', { name: 'Verzending terugnemen' }).click();
    await page.getByRole('heading', { name: 'Wie kan helpen?' }).waitFor();
    expect(await page.getByLabel('Wat vraagt u').inputValue()).toBe('Zoekt een droge woning.');
    for (const [partner, kinds] of Object.entries(SHARED)) for (const kind of kinds) expect([partner, kind, await page.getByRole('checkbox', { name: cell(kind, partner) }).isChecked()]).toEqual([partner, kind, true]);
    expect([...ann.problems, ...bram.problems]).toEqual([]);
    await Promise.all([ann.close(), bram.close()]);
  }, 120_000);
});
