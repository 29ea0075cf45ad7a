import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { tellReferral } from './referral.js';
import { beginReferral, isSaved, isSound, send, sitDown } from './workday.js';

describe('a referral in the browser', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()])), 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  tellReferral({
    url: () => portal.url,
    sitDown: (username) => sitDown(browser, portal.url, username),
    toReferral: (page) => page.getByRole('link', { name: 'Beslis over een nieuwe doorverwijzing' }).first().click(),
  });

  it('can be read, refused and noted on a phone', async () => {
    const writing = await sitDown(browser, portal.url, 'joris.callewaert', 390);
    await beginReferral(writing.page, portal.url, ['Tomasz', 'Nowak']);
    await writing.page.getByLabel('Wat vraagt u aan de partner?').fill('Zoekt een kamer.');
    await isSaved(writing.page);
    await isSound(writing.page);
    await send(writing.page, { Woondienst: ['Contact'] });
    await isSound(writing.page);
    await writing.page.getByRole('button', { name: 'Verzenden', exact: true }).click();
    await writing.page.getByRole('heading', { name: 'De doorverwijzing is verzonden' }).waitFor();
    await isSound(writing.page);
    await writing.page.getByRole('link', { name: 'Open de doorverwijzing' }).click();
    await writing.page.getByRole('heading', { name: 'Tomasz Nowak' }).waitFor();
    const refusing = await sitDown(browser, portal.url, 'katrien.lagae', 320);
    await isSound(refusing.page);
    await refusing.page.goto(writing.page.url());
    await refusing.page.getByRole('button', { name: 'Weigeren met reden' }).click();
    const dialog = refusing.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Weigeren met reden' }).click();
    await dialog.getByText('zonder advies kunt u niet weigeren').waitFor();
    await isSound(refusing.page);
    await dialog.getByLabel('Waarom?').selectOption({ index: 1 });
    await dialog.getByLabel('Wat raadt u aan?').fill('Vraag het aan het CAW.');
    await dialog.getByRole('button', { name: 'Weigeren met reden' }).click();
    await refusing.page.getByText('Deze doorverwijzing is afgelopen.').waitFor();
    await isSound(refusing.page);
    await writing.page.reload();
    await writing.page.getByText('Vraag het aan het CAW.').first().waitFor();
    expect([...writing.problems, ...refusing.problems]).toEqual([]);
    await Promise.all([writing.close(), refusing.close()]);
  }, 120_000);
});
