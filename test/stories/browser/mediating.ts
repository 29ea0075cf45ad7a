import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { isSound } from './workday.js';

export const typed = (day: string): string => day.split('-').reverse().join('/');
export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

/** Opens a step from the head of the page, or from the menu beside it. */
export async function open(page: Page, step: string): Promise<void> {
  const main = page.locator('.head').getByRole('button', { name: step, exact: true });
  const other = page.getByRole('button', { name: 'Andere stappen' });
  await main.or(other).first().waitFor();
  if (await main.count()) return main.click();
  await other.click();
  await page.getByRole('menuitem', { name: step, exact: true }).click();
}

export async function confirm(page: Page, button: string): Promise<void> {
  await dialogOf(page).getByRole('button', { name: button, exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

/** Takes a step of a mediation through its dialog, with what that asks. */
export async function take(page: Page, step: string, fields: { [label: string]: string } = {}): Promise<void> {
  await open(page, step);
  for (const [label, text] of Object.entries(fields)) await dialogOf(page).getByLabel(label).fill(text);
  await confirm(page, step);
}

export const enter = (page: Page, room: string): Promise<void> => page.getByRole('tab', { name: new RegExp(`^${room}`) }).click();

/** Keeps a picture of the page, when somebody wants to look at them. */
export async function shown(page: Page, name: string, width = page.viewportSize()!.width): Promise<void> {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
}

/** Sound on a wide screen and on a phone. */
export async function isSoundAtAll(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()!;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ ...size, width });
    await isSound(page);
    await shown(page, name);
  }
  await page.setViewportSize(size);
}
