import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { beginReferral, type Desk, isSaved, isSound, send, take } from './workday.js';

/** Where the story plays: who sits down there, what passes between sending and delivery, and how the receiver comes to the referral. */
type Place = { url(): string; sitDown(username: string): Promise<Desk>; untilDelivered?(page: Page): Promise<unknown>; toReferral(page: Page, address: string): Promise<unknown> };

/** A referral from its first word to its end, in two browsers. */
export function tellReferral(at: Place): void {
  let ann: Desk;
  let address: string;

  it('is written for a client who is looked for first, says what is missing, and is looked at before it goes', async () => {
    ann = await at.sitDown('ann.maes');
    const { page } = ann;
    await isSound(page);
    await beginReferral(page, at.url(), ['Nadia', 'Vercruysse']);
    await page.getByRole('button', { name: 'Bekijk het voorbeeld' }).click();
    await page.getByRole('link', { name: 'Schrijf wat u aan de partner vraagt' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('errsum');
    await isSound(page);
    await page.getByRole('link', { name: 'Schrijf wat u aan de partner vraagt' }).click();
    await page.keyboard.type('Zoekt met haar twee kinderen een betaalbare huurwoning.');
    await page.getByLabel('Wat moet de partner weten over gezondheid').fill('Slaapt slecht sinds de scheiding.');
    await page.getByLabel('Nieuwe notitie').fill('Vragen naar de school.');
    await page.getByRole('button', { name: 'Notitie opslaan' }).click();
    await page.getByText('Uw notitie is opgeslagen.').waitFor();
    await isSaved(page);
    await send(page);
    await page.getByText('Slaapt slecht sinds de scheiding.').nth(1).waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Verzenden', exact: true }).click();
    await page.getByRole('heading', { name: 'De doorverwijzing is verzonden' }).waitFor();
    await at.untilDelivered?.(page);
    await page.getByText(/controlecode [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/).waitFor();
    await isSound(page);
    await page.getByRole('link', { name: 'Open de doorverwijzing' }).click();
    await page.getByRole('heading', { name: 'Nadia Vercruysse' }).waitFor();
    await isSound(page);
    expect(await page.title()).toMatch(/^Doorverwijzing DV-[0-9A-Z]{4}-[0-9A-Z]{2} – Woonbrug$/);
    address = page.url();
  }, 120_000);

  it('reaches the receiver with what is shared, without what is the sender’s own, and comes to its end', async () => {
    const bram = await at.sitDown('bram.vandeputte');
    await at.toReferral(bram.page, address);
    await bram.page.getByRole('heading', { name: 'Nadia Vercruysse' }).waitFor();
    await bram.page.getByText('Slaapt slecht sinds de scheiding.').waitFor();
    expect(await bram.page.getByText('Vragen naar de school.').count()).toBe(0);
    await bram.page.getByText('door Bram Vandeputte').waitFor();
    await isSound(bram.page);
    await take(bram.page, 'Meer info vragen', 'Is er al een inschrijving in het CIR?');
    await ann.page.reload();
    await ann.page.getByText('Is er al een inschrijving in het CIR?').waitFor();
    expect(ann.page.url()).toBe(address);
    await take(ann.page, 'Geef de gevraagde info', 'Ja, sinds mei.');
    await bram.page.reload();
    await bram.page.getByText('Ja, sinds mei.').waitFor();
    await bram.page.getByRole('button', { name: 'Aanvaarden' }).click();
    await bram.page.getByRole('radio', { name: /Nieuw cliëntdossier/, checked: true }).waitFor();
    await isSound(bram.page);
    await bram.page.getByRole('dialog').getByRole('button', { name: 'Aanvaarden' }).click();
    await bram.page.getByRole('dialog').waitFor({ state: 'detached' });
    await take(bram.page, 'Start de begeleiding');
    await take(bram.page, 'Koppel terug', 'Er is een woning gevonden.');
    await take(bram.page, 'Sluit af');
    await bram.page.getByText('Deze doorverwijzing is afgelopen.').waitFor();
    await isSound(bram.page);
    await bram.page.goto(`${at.url()}/clienten`);
    await bram.page.getByRole('link', { name: 'Nadia Vercruysse' }).waitFor();
    expect([...ann.problems, ...bram.problems]).toEqual([]);
    await Promise.all([ann.close(), bram.close()]);
  }, 120_000);
}
