import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDict, PDFDocument, PDFRawStream } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import { ann, bram, type Person } from '../../cast/cast.js';
import { headersOf } from '../../cast/files.js';
import { consulted } from '../../cast/messages.js';
import { aClient, aDraft, aReferral, type Client, receive, type Referral } from '../../cast/scenes.js';
import { Truth } from '../../cast/truth.js';
import { Canaries } from '../../house/canaries.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { sitDown } from './workday.js';

describe('what people write down', () => {
  let portal: TestPortal;
  let truth: Truth;
  let canaries: Canaries;
  let browser: Browser;
  let client: Client;
  let draft: Referral;
  let sent: Referral;
  let consultId: string;
  let protocolId: string;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
    canaries = new Canaries(truth);
    client = await aClient(portal);
    draft = await aDraft(portal, ann, { client });
    sent = await receive(portal, await aReferral(portal, ann, { client }));
    consultId = (await consulted(portal, ann)).id;
    [{ id: protocolId }] = await truth.rows('select id from exchange_protocol where from_partner_id = (select id from partner where name = $1) limit 1', [ann.capacity.partner]);
    await canaries.release();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await truth.close();
    await portal.stop();
  });

  /** All that a PDF says of itself, compressed or not, but for the pages. */
  async function saidOfItself(bytes: Uint8Array): Promise<string> {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const about = [document.getTitle(), document.getAuthor(), document.getSubject(), document.getKeywords(), document.getProducer(), document.getCreator()];
    const streams = document.context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFRawStream && /\/Metadata/.test(object.dict.toString()) ? Buffer.from(object.contents).toString() : object instanceof PDFDict ? object.toString() : ''));
    return [...about, document.context.trailerInfo.Info?.toString(), ...streams, Buffer.from(bytes).toString('latin1')].join('\n');
  }

  it.each<[string, Person, () => string]>([
    ['register', ann, () => `register/${client.id}`],
    ['agreement', ann, () => `agreement/${sent.id}`],
    ['referral', bram, () => `referral/${sent.id}`],
  ])('stands in a paper, and neither in its name nor in what it says of itself: %s', async (_, who, path) => {
    const response = await fetch(`${portal.url}/paper/${path()}`, { headers: await headersOf(portal, who) });
    expect([response.status, canaries.in(JSON.stringify([...response.headers]))]).toEqual([200, []]);
    const said = await saidOfItself(new Uint8Array(await response.arrayBuffer()));
    expect(said).toMatch(/Woonbrug|Chromium|Skia/);
    expect(canaries.in(said)).toEqual([]);
  });

  /** Of each page that there is. */
  const paths = () => {
    const ids: { [of: string]: string } = { doorverwijzingen: sent.id, clienten: client.id, vragen: consultId, protocollen: protocolId };
    const all = [...readFileSync('apps/web/src/app/routes.tsx', 'utf8').matchAll(/ page\('([^']+)'/g)].map(([, path]) => path);
    return all.map((path) => path.replace(':id', path.endsWith('bewerken') ? draft.id : ids[path.split('/')[0]]));
  };

  it('stands on the pages, and never in their titles or addresses', async () => {
    const desk = await sitDown(browser, portal.url, ann.as);
    const { page } = desk;
    const seen: string[] = [];
    const titles = new Set<string>();
    page.on('request', (request) => seen.push(request.url()));
    let shown = '';
    for (const path of paths()) {
      await page.goto(`${portal.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      shown += await page.locator('body').innerText();
      titles.add(await page.title());
    }
    await desk.close();
    expect(canaries.in(shown).length).toBeGreaterThan(3);
    expect(canaries.in([...seen, ...titles].join('\n'))).toEqual([]);
    expect(titles.size).toBeGreaterThan(15);
  }, 180_000);
});
