import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ann, bram, joris, katrien, type Person } from '../../cast/cast.js';
import { accept, aClient, aReferral, must, receive, type Referral } from '../../cast/scenes.js';
import { inDays } from '../../cast/people.js';
import { Truth } from '../../cast/truth.js';
import { openBrowser } from '../../support/browser.js';
import { startPortal, type TestPortal } from '../../support/portal.js';
import { isSound, sitDown, take } from './workday.js';

const typed = (day: string) => day.split('-').reverse().join('/');
const PICTURES = process.env.PICTURES;

describe('colleagues', () => {
  let portal: TestPortal;
  let browser: Browser;
  let truth: Truth;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ web: true }), openBrowser()]);
    truth = await Truth.of(portal);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await truth?.close();
    await portal?.stop();
  });

  const picture = async (page: { screenshot(options: object): Promise<unknown> }, name: string, width: number) => void (PICTURES && (await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })));
  const accepted = async (by: Person, familyName: string): Promise<Referral> => accept(portal, await receive(portal, await aReferral(portal, ann, { client: await aClient(portal, ann, { familyName }) }), by), by);

  it.each([[1280, bram, katrien, 'Katrien Lagae', 'Vancraeynest'], [390, katrien, bram, 'Bram Vandeputte', 'Tanghe']] as const)('a counsellor goes on leave, her deputy answers in her own name (%i px)', async (width, absent, deputy, deputyName, familyName) => {
    const { name: absentName } = await truth.person(absent);
    const file = await accepted(absent, familyName);
    const leaving = await sitDown(browser, portal.url, absent.as, width);
    await leaving.page.goto(`${portal.url}/afwezigheden`);
    await leaving.page.getByRole('button', { name: 'Afwezigheid melden' }).click();
    const dialog = leaving.page.getByRole('dialog');
    await dialog.getByLabel('Laatste dag').fill(typed(inDays(-1)));
    await dialog.getByRole('button', { name: 'Afwezigheid melden' }).click();
    await dialog.getByText('De laatste dag ligt voor de eerste dag').waitFor();
    await dialog.getByLabel('Laatste dag').fill(typed(inDays(9)));
    await dialog.getByText('Zonder vervanger blijft het werk liggen').waitFor();
    await dialog.getByLabel('Wie vervangt?').selectOption({ label: deputyName });
    await picture(leaving.page, 'absence-dialog', width);
    await dialog.getByRole('button', { name: 'Afwezigheid melden' }).click();
    await leaving.page.getByRole('cell', { name: deputyName }).waitFor();
    await leaving.page.getByText('Elke werkdag').waitFor();
    await isSound(leaving.page);
    await picture(leaving.page, 'absences', width);

    const there = await sitDown(browser, portal.url, deputy.as, width);
    await there.page.goto(`${portal.url}/werklijst`);
    const group = there.page.getByRole('region', { name: new RegExp(`^Als vervanger voor ${absentName}, tot en met `) });
    await group.getByRole('link', { name: 'Start de begeleiding' }).first().waitFor();
    await there.page.getByText(`vervangen door ${deputyName}`).first().waitFor();
    await isSound(there.page);
    await picture(there.page, 'worklist-deputy', width);
    await group.getByRole('listitem').filter({ hasText: familyName }).getByRole('link').click();
    await there.page.getByText(new RegExp(`afwezig tot en met .*, vervangen door ${deputyName}`)).first().waitFor();
    await take(there.page, 'Start de begeleiding');
    await there.page.getByText(new RegExp(`Begeleiding gestart.*door ${deputyName}`)).waitFor();
    await there.page.getByText(new RegExp(`Aanvaard.*door ${absentName}`)).waitFor();
    await isSound(there.page);
    await picture(there.page, 'file-deputy', width);

    const [{ contact }] = await truth.rows<{ contact: string }>('select contact_name as contact from answer where id = $1', [file.answerId]);
    expect(contact).toBe(absentName);
    await leaving.page.getByRole('button', { name: `Annuleer de afwezigheid van ${absentName}` }).click();
    await leaving.page.getByRole('dialog').getByRole('button', { name: 'Afwezigheid annuleren' }).click();
    await leaving.page.getByText('Niemand is afwezig').waitFor();
    await there.page.goto(`${portal.url}/werklijst`);
    await there.page.getByRole('heading', { name: 'Te doen' }).waitFor();
    expect(await there.page.getByText(/^Als vervanger voor/).count()).toBe(0);
    expect([...leaving.problems, ...there.problems]).toEqual([]);
    await Promise.all([leaving.close(), there.close()]);
  }, 120_000);

  it('a task of the team is taken with one click, or given by the coordinator, who sees no name', async () => {
    const client = await aClient(portal, ann, { familyName: 'Deschrijver' });
    await aReferral(portal, ann, { client });
    const own = await sitDown(browser, portal.url, bram.as);
    const { page, problems } = own;
    await page.goto(`${portal.url}/werklijst`);
    const row = page.getByRole('listitem').filter({ hasText: 'Deschrijver' });
    await row.getByRole('button', { name: /^Neem op/ }).click();
    await row.getByRole('button', { name: /^Terug naar het team/ }).click();
    await row.getByRole('button', { name: /^Neem op/ }).waitFor();
    const lead = await sitDown(browser, portal.url, 'sofie.lambrecht');
    const team = lead.page.getByRole('region', { name: 'Nog door niemand opgenomen' });
    await team.getByRole('button', { name: /^Wijs toe/ }).first().waitFor();
    await isSound(lead.page);
    await picture(lead.page, 'team', 1280);
    expect(await team.getByText('Deschrijver').count()).toBe(0);
    const before = await team.getByRole('button', { name: /^Wijs toe/ }).count();
    await team.getByRole('button', { name: /^Wijs toe/ }).first().click();
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Wijs toe' }).click();
    await lead.page.getByRole('dialog').getByText('Kies een collega').first().waitFor();
    await lead.page.getByRole('dialog').getByLabel('Aan wie?').selectOption({ label: 'Katrien Lagae' });
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Wijs toe' }).click();
    await lead.page.getByText('De taak is toegewezen aan Katrien Lagae.').waitFor();
    expect(await team.getByRole('button', { name: /^Wijs toe/ }).count()).toBe(before - 1);
    expect([...problems, ...lead.problems]).toEqual([]);
    await Promise.all([own.close(), lead.close()]);
  }, 120_000);

  it('a counsellor hands forty files to a colleague in one act, each with its note', async () => {
    await truth.rows('set session_replication_role = replica');
    await truth.rows('update answer set contact_person_id = null where contact_person_id = (select id from person where username = $1)', [bram.as]);
    await truth.rows('update task set done_at = now() where person_id = (select id from person where username = $1)', [bram.as]);
    await truth.rows(`update referral set state = 'CLOSED' where sender_id = (select id from person where username = $1)`, [bram.as]);
    await truth.rows('set session_replication_role = origin');
    const files: Referral[] = [];
    for (let at = 0; at < 40; at += 1) files.push(await accepted(bram, at === 7 ? 'Zevenborn' : `Cliënt${at + 1}`));
    const own = await sitDown(browser, portal.url, bram.as);
    const { page, problems } = own;
    await page.goto(`${portal.url}/overdragen`);
    await page.getByText('0 van 40 gekozen').waitFor();
    await page.getByRole('button', { name: 'Overdragen' }).click();
    await page.getByRole('alert').getByText('Kies minstens één dossier').waitFor();
    await isSound(page);
    await page.getByRole('checkbox', { name: 'Kies alle 40' }).check();
    await page.getByText('40 van 40 gekozen').waitFor();
    await page.getByRole('combobox', { name: 'Aan wie?' }).selectOption({ label: 'Katrien Lagae' });
    await page.getByRole('button', { name: 'Overdragen' }).click();
    await page.getByText('Bij 40 gekozen dossiers staat nog geen nota').first().waitFor();
    await page.getByLabel('Eén tekst voor alle gekozen dossiers').fill('Alles staat in het dossier.');
    await page.getByRole('button', { name: 'Zet bij alle gekozen dossiers' }).click();
    await page.getByLabel('Zoek op naam of nummer').fill('zevenborn');
    await page.getByLabel(/^Nota bij Rosa Zevenborn/).fill('Bel eerst de dochter.');
    await picture(page, 'hand-over', 1280);
    await page.setViewportSize({ width: 390, height: 900 });
    await isSound(page);
    await picture(page, 'hand-over', 390);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Zoek op naam of nummer').fill('');
    await page.getByRole('button', { name: 'Overdragen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('40 dossiers gaan van Bram Vandeputte naar Katrien Lagae.').waitFor();
    await dialog.getByRole('button', { name: 'Overdragen' }).click();
    await page.getByRole('heading', { name: '40 dossiers zijn overgedragen' }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: /^Rosa / }).count()).toBe(40);
    await isSound(page);
    await picture(page, 'hand-over-done', 1280);
    const ids = files.map(({ id }) => id);
    expect(await truth.rows('select contact_name, count(*)::int as n from answer where dossier_id = any($1) group by 1', [ids])).toEqual([{ contact_name: 'Katrien Lagae', n: 40 }]);
    expect(await truth.rows(`select text, count(*)::int as n from timeline_entry where dossier_id = any($1) and event = 'HANDED_OVER' group by 1 order by 2`, [ids])).toEqual([{ text: 'Bel eerst de dochter.', n: 1 }, { text: 'Alles staat in het dossier.', n: 39 }]);
    await page.goto(`${portal.url}/doorverwijzingen/${files[7].id}`);
    await page.getByText('Bel eerst de dochter.').waitFor();

    const theirs = await sitDown(browser, portal.url, ann.as);
    await theirs.page.goto(`${portal.url}/doorverwijzingen/${files[7].id}`);
    await theirs.page.getByText('Nieuwe contactpersoon').waitFor();
    expect(await theirs.page.getByText('Bel eerst de dochter.').count()).toBe(0);
    expect([...problems, ...theirs.problems]).toEqual([]);
    await Promise.all([own.close(), theirs.close()]);
  }, 240_000);

  it('an admin cannot end a function while files hang on it, and reads what to do first', async () => {
    await must(portal, ann, '{ me { personId } }');
    await aReferral(portal, joris, { client: await aClient(portal, joris) });
    const own = await sitDown(browser, portal.url, 'geert.vanhoutte');
    const { page, problems } = own;
    await page.goto(`${portal.url}/medewerkers`);
    const row = page.getByRole('row').filter({ hasText: 'joris.callewaert' });
    await row.getByRole('button', { name: /^Beëindig/ }).click();
    await page.getByRole('dialog').getByLabel('Tot en met').fill(typed(inDays(0)));
    await page.getByRole('dialog').getByRole('button', { name: 'Beëindig' }).click();
    await page.getByRole('dialog').getByText(/^Draag eerst \d+ dossiers? over aan een collega\.$/).waitFor();
    await page.getByRole('dialog').getByLabel('Tot en met').fill(typed(inDays(20)));
    await page.getByRole('dialog').getByRole('button', { name: 'Beëindig' }).click();
    await page.getByRole('region', { name: 'Wie vertrekt' }).getByText('Joris Callewaert').waitFor();
    await isSound(page);
    await picture(page, 'leavers', 1280);
    expect(problems).toEqual([]);
    await own.close();
  }, 120_000);
});
