import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, evaInWielsbeke, joke, sarah } from '../cast/cast.js';
import { aClient, aDraft, agreement, codeOf, question, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

const SEND = 'mutation ($key: ID!, $id: ID!, $version: Int!, $agreements: [NewAgreement!]!) { sendReferral(key: $key, id: $id, version: $version, agreements: $agreements) { id version state } }';
const CHOOSE = 'mutation ($key: ID!, $id: ID!, $version: Int!, $to: ID!) { chooseReceivers(key: $key, id: $id, version: $version, receivers: [{ partnerId: $to, classes: [CONTACT] }]) { version } }';
const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
const yearsAgo = (years: number, shift = 0) => `${Number(day(shift).slice(0, 4)) - years}${day(shift).slice(4)}`;

describe('sending', () => {
  let portal: TestPortal;
  let truth: Truth;
  let draft: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    draft = await aDraft(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const send = (changes: object, what: Referral = draft) => portal.graphql(SEND, { key: randomUUID(), id: what.id, version: what.version, agreements: [{ ...agreement, ...changes }] }, what.from);
  const nothingSent = async (what: Referral = draft) => expect(await truth.rows(`select r.state, r.version, (select count(*)::int from agreement where about_id = r.id) agreements, (select count(*)::int from answer where dossier_id = r.id) answers, (select count(*)::int from party where dossier_id = r.id) seats, (select count(*)::int from share where dossier_id = r.id) shares from referral r where id = $1`, [what.id])).toEqual([{ state: 'DRAFT', version: what.version, agreements: 0, answers: 0, seats: 1, shares: 0 }]);

  it.each([
    ['one of the four points was not told: that', { toldThat: false }, 'agreement'],
    ['one of the four points was not told: why', { toldPurpose: false }, 'agreement'],
    ['one of the four points was not told: to whom', { toldWhom: false }, 'agreement'],
    ['one of the four points was not told: what', { toldContent: false }, 'agreement'],
    ['nobody is named who agreed, but blanks', { agreedName: '   ' }, 'agreedName'],
    ['the agreement lies in the future', { agreedOn: day(1) }, 'agreedOn'],
  ])('is refused when %s', async (_, changes, field) => {
    const { errors } = await send(changes);
    expect(['NEEDS', 'INVALID']).toContain(errors?.[0].extensions.code);
    expect(errors?.[0].extensions.fields?.map((each) => each.field)).toEqual([field]);
    await nothingSent();
  });

  it('is refused without any agreement, or with two of the client', async () => {
    for (const [agreements, field] of [[[], 'agreement'], [[agreement, agreement], 'personId'], [[{ ...agreement, personId: randomUUID() }, agreement], 'personId']] as const) {
      const { errors } = await portal.graphql(SEND, { key: randomUUID(), id: draft.id, version: draft.version, agreements }, ann);
      expect(errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field }] });
    }
    await nothingSent();
  });

  it('is refused without a name, a way, a date or one of the points at all', async () => {
    expect((await send({ agreedName: '' })).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'agreedName', message: 'Vul in wie akkoord ging.' }] });
    for (const changes of [{ agreedName: null }, { way: null }, { agreedOn: null }, { toldThat: null }, { toldThat: 'true' }, { way: 'GESTES' }, { agreedBy: 'MOTHER' }, { agreedOn: '2026-02-30' }, { agreedOn: '10/03/2026' }, { evidence: 'x' }])
      expect([changes, (await send(changes)).status]).toEqual([changes, 400]);
    expect((await send({ agreedOn: '1899-12-31' })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'agreedOn' }] });
    await nothingSent();
  });

  it('counts the day of the agreement in Brussels', async () => {
    const other = await aDraft(portal);
    expect((await send({ agreedOn: day(0) }, other)).errors).toBeUndefined();
  });

  it('asks a parent or representative for who is younger than sixteen', async () => {
    const child = await aDraft(portal, ann, { client: await aClient(portal, ann, { birthDate: yearsAgo(16, 1) }) });
    expect((await send({}, child)).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'agreedBy' }] });
    await nothingSent(child);
    expect((await send({ agreedBy: 'PARENT', agreedName: 'Mia Lippens', way: 'BY_REPRESENTATIVE_SIGNED' }, child)).data).toMatchObject({ sendReferral: { state: 'DELIVERED' } });
  });

  it('lets somebody agree from the day of her sixteenth birthday, and who has no birth date', async () => {
    for (const birthDate of [yearsAgo(16), null]) expect((await send({}, await aDraft(portal, ann, { client: await aClient(portal, ann, { birthDate }) }))).errors).toBeUndefined();
  });

  it('names all that is missing, at once', async () => {
    const empty = await aDraft(portal, ann, { client: await aClient(portal, ann, { adults: null }), changes: { question: null, housingSituation: null }, to: {} });
    const { errors } = await send({ toldWhom: false, agreedOn: day(2) }, empty);
    expect(errors?.[0].extensions.code).toBe('NEEDS');
    expect(errors?.[0].extensions.fields?.map(({ field }) => field)).toEqual(['question', 'housingSituation', 'adults', 'receivers', 'agreement']);
    await nothingSent(empty);
  });

  it('takes blanks for nothing', async () => {
    const blank = await aDraft(portal, ann, { changes: { question: null } });
    const save = await portal.graphql<{ saveDraft: { version: number } } | null>('mutation ($key: ID!, $id: ID!, $version: Int!) { saveDraft(key: $key, id: $id, version: $version, changes: { question: "   \\n " }) { version } }', { key: randomUUID(), id: blank.id, version: blank.version }, ann);
    const what = { ...blank, version: save.data?.saveDraft.version ?? blank.version };
    expect((await send({}, what)).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'question' }] });
  });

  it.each([
    ['oneself', 'OCMW Ledegem'],
    ['a partner of a kind that does not answer this', 'OCMW Izegem'],
    ['a landlord', 'Vivus'],
  ])('goes not to %s', async (_, partner) => {
    const to = await truth.partner(partner);
    const { errors } = await portal.graphql(CHOOSE, { key: randomUUID(), id: draft.id, version: draft.version, to }, ann);
    expect(errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'receivers' }] });
    // Chosen past the door: sending looks again.
    await truth.rows('update recipient set receiver_id = $2, version = version + 1 where dossier_id = $1', [draft.id, to]);
    expect((await send({})).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'receivers' }] });
    await truth.rows('update recipient set receiver_id = $2, version = version + 1 where dossier_id = $1', [draft.id, await truth.partner('Woondienst Regio Izegem')]);
    await nothingSent();
  });

  it('goes not to a partner that does not exist', async () => {
    for (const [to, code] of [[randomUUID(), 'INVALID'], ['x', 'INVALID']]) expect(codeOf(await portal.graphql(CHOOSE, { key: randomUUID(), id: draft.id, version: draft.version, to }, ann))).toBe(code);
  });

  it('knows only the types of referral that there are', async () => {
    const client = await aClient(portal);
    const draftOf = (type: string) => portal.graphql('mutation ($key: ID!, $id: ID!, $type: String!) { draftReferral(key: $key, clientId: $id, type: $type) { id } }', { key: randomUUID(), id: client.id, type }, ann);
    for (const type of ['LEGAL', 'GOED_WONE', '', 'constructor', '__proto__', 'x'.repeat(41)]) expect([type, (await draftOf(type)).errors?.[0].extensions]).toMatchObject([type, { code: 'INVALID', fields: [{ field: 'type' }] }]);
  });

  it('without an active protocol is refused with the way on, and the draft stays', async () => {
    const there = await aDraft(portal, evaInWielsbeke, { to: {} });
    const { errors } = await portal.graphql(CHOOSE, { key: randomUUID(), id: there.id, version: there.version, to: await truth.partner('Woondienst Regio Izegem') }, evaInWielsbeke);
    expect(errors?.[0]).toMatchObject({ message: "Er is geen actief gegevensprotocol van OCMW Wielsbeke naar Woondienst. Hanne Desmet kan het voor OCMW Wielsbeke tekenen, samen met Woondienst en na advies van beide DPO's: zie Gegevensprotocollen. Uw ontwerp blijft bewaard.", extensions: { code: 'NO_PROTOCOL', fields: [{ field: 'receivers' }] } });
    await nothingSent(there);
    expect(await worklistOf(portal, evaInWielsbeke, there.id)).toEqual({ ...nothing, TODO: ['FINISH_DRAFT mine'] });
    expect((await read(portal, evaInWielsbeke, 'query ($id: ID!) { referral(id: $id) { question may } }', { id: there.id })).referral).toMatchObject({ question: question.question, may: expect.arrayContaining(['send']) });
  });

  it.each([
    ['is over', 'valid_to = today() - 1'],
    ['has not begun', 'valid_from = today() + 1'],
    ['is a draft again', "state = 'DRAFT'"],
    ['ended', "state = 'ENDED'"],
    ['no longer covers names', "classes = array_remove(classes, 'IDENTITY')"],
  ])('whose protocol %s after it was chosen is refused too', async (_, change) => {
    const chosen = await aDraft(portal);
    const ledegem = await truth.partner('OCMW Ledegem');
    const [before] = await truth.rows('select to_jsonb(p) as row from exchange_protocol p where from_partner_id = $1 and to_partner_id = $2', [ledegem, await truth.partner('Woondienst Regio Izegem')]);
    await truth.rows(`update exchange_protocol set ${change} where from_partner_id = $1`, [ledegem]);
    expect((await send({}, chosen)).errors?.[0]).toMatchObject({ message: expect.stringContaining('Er is geen actief gegevensprotocol van OCMW Ledegem naar Woondienst.'), extensions: { code: 'NO_PROTOCOL' } });
    await nothingSent(chosen);
    const { state, valid_from: from, valid_to: to, classes } = before.row as unknown as { [column: string]: unknown };
    await truth.rows('update exchange_protocol set state = $2, valid_from = $3, valid_to = $4, classes = $5 where from_partner_id = $1', [ledegem, state, from, to, classes]);
    expect((await send({}, chosen)).errors).toBeUndefined();
  });

  it('is for who sits there as sender only', async () => {
    expect(codeOf(await portal.graphql(SEND, { key: randomUUID(), id: draft.id, version: draft.version, agreements: [agreement] }, joke))).toBe('NOT_FOUND');
    expect(codeOf(await portal.graphql('mutation ($key: ID!, $id: ID!) { draftReferral(key: $key, clientId: $id, type: "TO_WOONDIENST") { id } }', { key: randomUUID(), id: draft.clientId }, sarah))).toBe('NOT_FOUND');
  });
});
