import { afterAll, beforeAll, describe } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { Stack } from '../../scripts/stack.mjs';
import { rowsOf } from '../kill/store.js';
import { fillKeycloak } from '../sign-in/keycloak-page.js';
import { tellReferral } from '../stories/browser/referral.js';
import { sitDown } from '../stories/browser/workday.js';
import { openBrowser } from '../support/browser.js';

/** The story of one referral, through nginx to whichever api comes next; a worker delivers it when its embargo has ended. */
export function story(stack: () => Stack): void {
  describe('a referral through nginx', () => {
    let browser: Browser;
    beforeAll(async () => void (browser = await openBrowser()), 120_000);
    afterAll(() => browser?.close());

    const rows = <Row extends object>(sql: string, ...values: unknown[]) => rowsOf<Row>(() => stack().ownerUrl, sql, values);

    tellReferral({
      url: () => stack().url,
      sitDown: (username) => sitDown(browser, stack().url, username, 1280, fillKeycloak),
      async untilDelivered(page) {
        const [, id] = /doorverwijzingen\/([^/]+)/.exec(page.url()) ?? [];
        await rows(`update task set due = now() - interval '1 second', version = version + 1 where dossier_id = $1 and kind = 'DELIVER'`, id);
        while (!(await rows(`select 1 from referral where id = $1 and state = 'DELIVERED'`, id)).length) await sleep(500);
        await page.reload();
      },
      // The demo has others that wait for her.
      toReferral: (page, address) => page.goto(address),
    });
  });
}
