import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The Chromium that the global set-up found. */
export function openBrowser(): Promise<Browser> {
  // Root may not use Chromium's sandbox. None of @sparticuz/chromium's own arguments: they switch web security off.
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A page of a new person at a Dutch browser; `problems` fills with what the page itself reports as wrong. */
export async function openPage(browser: Browser, width = 1280): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale: 'nl-BE', timezoneId: 'Europe/Brussels', viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000); // a busy machine was seen to stand still for ten seconds; shorter than the test's, so that it says which step hangs
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return { page, problems };
}

/** Fills in the sign-in page that is open. */
export async function fillSignIn(page: Page, username: string, password = 'demo'): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(username);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
}

/** What axe finds wrong, one line each. @param alike parts that others like them stand for, where a page has thousands */
export async function axeFaults(page: Page, alike?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (alike ? axe.exclude(alike) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
