import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { fillSignIn, openBrowser } from '../../support/browser.js';
import { ann } from '../../cast/cast.js';
import { aClient } from '../../cast/scenes.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown } from './workday.js';

describe('a step that opens much at once', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => ([portal, browser] = await Promise.all([startPortal({ web: true, env: { STEP_UP_MINUTES: '1' } }), openBrowser()])), 120_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await browser?.close();
    await portal?.stop();
  });

  /** The server's clock goes ahead, so that who signed in before did so longer ago. */
  const minutesLater = (minutes: number) => {
    const real = performance.timeOrigin;
    jest.spyOn(Date, 'now').mockImplementation(() => real + performance.now() + minutes * 60_000);
  };
  const inSecondWindow = async (page: Page, act: (second: Page) => Promise<void>) => {
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Opnieuw aanmelden' }).click();
    await act(await opened);
  };

  it('asks to sign in again, and goes on by itself', async () => {
    const client = await aClient(portal, ann, { familyName: 'Uittreksel' });
    const desk = await sitDown(browser, portal.url, 'ann.maes');
    const { page, problems } = desk;
    await page.goto(`${portal.url}/clienten/${client.id}/gedeeld`);
    const print = page.getByRole('button', { name: 'Afdrukken of bewaren als pdf' });
    await print.waitFor();
    minutesLater(2);

    await print.click();
    await page.getByRole('heading', { name: 'Meld u nog eens aan' }).waitFor();
    await isSound(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await isSound(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByText('Meld u eerst opnieuw aan').waitFor();

    await print.click();
    const saved = page.waitForEvent('download');
    await inSecondWindow(page, (second) => fillSignIn(second, 'ann.maes'));
    expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByRole('heading', { name: 'Meld u nog eens aan' }).waitFor({ state: 'detached' });
    // For a minute it is not asked again.
    const again = page.waitForEvent('download');
    await print.click();
    await again;
    expect(problems.filter((problem) => !/status of 403/.test(problem))).toEqual([]);
    await desk.close();
  }, 240_000);
});
