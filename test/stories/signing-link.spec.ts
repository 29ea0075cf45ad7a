import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readSigningLinkDays } from '../../libs/mediation/src/protocol/cooperation.reference.js';
import { bram, katrien, linda, sofie, tom } from '../cast/cast.js';
import { added, text } from '../cast/files.js';
import { act, caseOf, type Mediation, signalOf, step } from '../cast/mediation.js';
import { aLink, faultsOf, landlordSigns, MAKE_LINK, type Made, offered, outside, partyOf, textOf } from '../cast/public.js';
import { codeOf, must } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';

const NOWHERE = 'A'.repeat(43);
const WRONG_SECRETS = ['x', `${'A'.repeat(42)}=`, "'".repeat(43), encodeURIComponent('é'.repeat(43)), '%00', '..%2F..%2Fsession', 'A'.repeat(500)];

describe('a link to sign with', () => {
  let portal: TestPortal;
  let truth: Truth;
  let mediation: Mediation;
  let signal: { id: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  beforeEach(async () => {
    ({ mediation, signal } = await offered(portal, truth));
  }, 60_000);
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const read = (secret: string) => outside(portal, 'GET', `/sign/${secret}`);
  const sign = (secret: string, body: object) => outside(portal, 'POST', `/sign/${secret}`, body);
  const said = ({ status, text: bytes, headers }: Awaited<ReturnType<typeof read>>) => ({ status, bytes, headers });
  const present = async () => caseOf(portal, bram, mediation.id);
  const signed = async (secret: string, changes: object = {}) => sign(secret, { hash: textOf(await present()).hash, name: 'Marc Dewaele', agreed: true, ...changes });
  /** Byte for byte as one that never was, to look at and to sign. */
  const isGone = async (secret: string) => {
    expect(said(await read(secret))).toEqual(said(await read(NOWHERE)));
    expect(said(await signed(secret))).toEqual(said(await signed(NOWHERE)));
    expect((await read(secret)).status).toBe(404);
  };

  it('gives the text, its hash, for whom and until when, and nothing else of anybody', async () => {
    const { secret, link } = await aLink(portal, mediation);
    const { status, body, headers } = await read(secret);
    const settlement = textOf(await present());
    expect([status, body]).toEqual([200, { body: settlement.body, hash: settlement.hash, name: 'Marc Dewaele', until: link.until }]);
    expect(headers).toEqual(expect.arrayContaining(['cache-control: no-store', 'referrer-policy: no-referrer']));
    const days = (new Date(link.until).getTime() - Date.now()) / 86_400_000;
    expect([Math.floor(days), readSigningLinkDays('deploy/reference')]).toEqual([14, 14]);
  });

  it('signs that text, by name, and the last signature concludes the mediation', async () => {
    await landlordSigns(portal, signal);
    const { secret } = await aLink(portal, mediation);
    expect(await signed(secret)).toMatchObject({ status: 200, body: { signed: true } });
    const concluded = await present();
    expect(concluded).toMatchObject({ state: 'SETTLEMENT_SIGNED', settlements: [{ state: 'SIGNED' }] });
    const { hash, signatures } = textOf(concluded);
    expect(signatures).toEqual(expect.arrayContaining([expect.objectContaining({ way: 'LINK', name: 'Marc Dewaele', hash, partyId: partyOf(mediation) })]));
    const [{ at }] = await truth.rows<{ at: Date }>(`select at from settlement_signature where way = 'LINK' and dossier_id = $1`, [mediation.id]);
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'AGREEMENT' });
    await isGone(secret);
  });

  it('works once, also for who asks twice at the same moment', async () => {
    const { secret } = await aLink(portal, mediation);
    const statuses = (await Promise.all([1, 2, 3].map(() => signed(secret)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404, 404]);
    expect((await truth.rows<{ n: number }>('select count(*)::int n from settlement_signature where dossier_id = $1', [mediation.id]))[0].n).toBe(1);
    await isGone(secret);
  });

  it('says at which field something is wrong, in Dutch, and stays open', async () => {
    const { secret } = await aLink(portal, mediation);
    const faults = async (changes: object) => faultsOf(await signed(secret, changes));
    expect(await faults({ name: '  ' })).toEqual([400, 'INVALID', ['name']]);
    expect(await faults({ name: 'Marc 85.07.30-033.28' })).toEqual([400, 'INVALID', ['name']]);
    expect(await faults({ agreed: false })).toEqual([400, 'INVALID', ['agreed']]);
    expect(await faults({ agreed: 'true' })).toEqual([400, 'INVALID', ['agreed']]);
    expect(await faults({ hash: { $ne: '' } })).toEqual([400, 'INVALID', ['hash']]);
    expect(await faults({ hash: '0'.repeat(64) })).toEqual([409, 'CONFLICT', []]);
    expect((await signed(NOWHERE, { agreed: false })).status).toBe(404);
    expect((await signed(secret)).status).toBe(200);
  });

  it('is told once: who repeats the act gets no address, and a new one ends the one before', async () => {
    const { id, version } = textOf(await present());
    const act_ = { key: crypto.randomUUID(), id, version, partyId: partyOf(mediation) };
    const first = (await must<{ makeSigningLink: Made }>(portal, bram, MAKE_LINK, act_)).makeSigningLink;
    const again = (await must<{ makeSigningLink: Made }>(portal, bram, MAKE_LINK, act_)).makeSigningLink;
    expect([again.link.id, again.path]).toEqual([first.link.id, null]);
    const next = await aLink(portal, mediation);
    await isGone(first.path!.slice('/tekenen/'.length));
    expect((await read(next.secret)).status).toBe(200);
  });

  it('that ended, was replaced, or stands for what ended is byte for byte as one that never was', async () => {
    const { secret, link } = await aLink(portal, mediation);
    setClock(portal, new Date(new Date(link.until).getTime() + 1).toISOString());
    await isGone(secret);
    setClock(portal, new Date(new Date(link.until).getTime() - 1000).toISOString());
    expect((await read(secret)).status).toBe(200);
    freeClock(portal);
    await step(portal, 'draftSettlement', mediation, 'body: "Een andere tekst."');
    await isGone(secret);
    const other = await offered(portal, truth);
    const { secret: second } = await aLink(portal, other.mediation);
    await step(portal, 'stopMediation', other.mediation, 'side: RENTER');
    mediation = other.mediation;
    await isGone(second);
    for (const wrong of WRONG_SECRETS) expect([wrong, (await read(wrong)).status, (await read(wrong)).text]).toEqual([wrong, 404, (await read(NOWHERE)).text]);
  });

  it('is of no use to who signed on paper in the meantime', async () => {
    const { secret } = await aLink(portal, mediation);
    const { id: attachmentId } = await added(portal, bram, mediation.id, text('Getekend.', 'getekend.txt'));
    const settlement = textOf(await present());
    expect((await act(portal, bram, 'recordSignature', settlement, `hash: "${settlement.hash}", partyId: "${partyOf(mediation)}", name: "Marc Dewaele", attachmentId: "${attachmentId}"`)).errors).toBeUndefined();
    await isGone(secret);
  });

  it('is made by who mediates alone, for a party that signs without an account, to a text that was laid before her', async () => {
    const { id, version } = textOf(await present());
    const asked = async (who: typeof bram, changes: object = {}) => codeOf(await portal.graphql(MAKE_LINK, { key: crypto.randomUUID(), id, version, partyId: partyOf(mediation), ...changes }, who));
    for (const who of [katrien, sofie]) expect([who.as, await asked(who)]).toEqual([who.as, 'FORBIDDEN']);
    for (const who of [tom, linda]) expect([who.as, await asked(who)]).toEqual([who.as, 'FORBIDDEN']);
    expect(await asked(bram, { partyId: partyOf(mediation, 'LANDLORD') })).toBe('INVALID');
    expect(await asked(bram, { partyId: crypto.randomUUID() })).toBe('INVALID');
    expect(await asked(bram, { version: version + 1 })).toBe('CONFLICT');
    const { id: newer, version: itsVersion } = textOf(await step(portal, 'draftSettlement', mediation, 'body: "Nog een tekst."'));
    expect(await asked(bram, { id: newer, version: itsVersion })).toBe('NOT_POSSIBLE');
  });

  it('leaves its trail at each look and signature, and its secret nowhere', async () => {
    const { secret } = await aLink(portal, mediation);
    const [{ last }] = await truth.rows<{ last: string }>('select max(id) as last from trail');
    await read(secret);
    await signed(secret, { name: 'Kanarie Dewaele' });
    const lines = await truth.rows<object>(`select operation, capacity, purpose, record, dossier_ids as ids, changed from trail where id > $1 and operation ~ 'Link' order by id`, [last]);
    const line = { capacity: 'LINK', purpose: 'signing', record: 'SigningLink', ids: [mediation.id] };
    expect(lines).toEqual([{ ...line, operation: 'readSigningLink', changed: false }, { ...line, operation: 'signByLink', changed: true }]);
    expect(portal.logs.join('\n')).toContain('/sign/:secret');
    expect(portal.logs.filter((entry) => entry.includes(secret) || entry.includes(secret.slice(0, 12)) || entry.includes('Kanarie'))).toEqual([]);
    const stored = await truth.rows<{ all: string }>(`select string_agg(t, ' ') as all from (select to_jsonb(l)::text as t from signing_link l union all select to_jsonb(t)::text from trail t union all select to_jsonb(i)::text from idempotency i) x`);
    expect(stored[0].all).not.toContain(secret);
  });

  it('is guessed so often and no more, and then opens for nobody from there', async () => {
    const { secret } = await aLink(portal, mediation);
    const statuses: number[] = [];
    for (let times = 0; times < 110; times += 1) statuses.push((await read(`${times}${NOWHERE}`.slice(0, 43))).status);
    expect(new Set(statuses.slice(0, 40))).toEqual(new Set([404]));
    expect(statuses.at(-1)).toBe(429);
    expect((await read(secret)).status).toBe(429);
  });
});
