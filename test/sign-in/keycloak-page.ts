import type { Page } from 'playwright-core';
import { KEYCLOAK_PASSWORD } from '../../scripts/people.mjs';

/** With organisations on, Keycloak asks the name first and the password after it; a known name stays filled in. */
export async function fillKeycloak(page: Page, username: string, password: string = KEYCLOAK_PASSWORD): Promise<void> {
  const next = () => Promise.all([page.waitForEvent('load'), page.locator('#kc-login').click()]);
  await page.locator('#kc-login').waitFor();
  const name = page.locator('#username');
  if ((await name.isVisible()) && (await name.isEditable())) await name.fill(username);
  if (!(await page.locator('#password').isVisible())) await next();
  await page.fill('#password', password);
  await next();
}
