import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, evaInOostrozebeke, evaInWielsbeke, jens, joke } from '../cast/cast.js';
import { accept, aClient, aDraft, agreement, cause, EVERYTHING, receive, type Referral, send } from '../cast/scenes.js';
import { aFullDraft, amend, at, CAW, chooseIt, ENERGIEHUIS, now, sendIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { type Answer, startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';

let portal: TestPortal;
let truth: Truth;
beforeAll(async () => {
  portal = await startPortal();
  truth = await Truth.of(portal);
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

/** How many rows each table holds; an attempt that failed leaves its line in the trail alone. */
async function counts(): Promise<object> {
  const tables = await truth.rows<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('trail', 'sign_in', 'migrations') order by 1`);
  return Object.fromEntries(await Promise.all(tables.map(async ({ name }) => [name, (await truth.rows<{ n: number }>(`select count(*)::int n from "${name}"`))[0].n] as const)));
}

/** That it is refused with this sentence, that nothing is stored, and that the attempt is told. */
async function refused(what: { id: string; version: number }, attempt: () => Promise<Answer<unknown>>, code: string, sentence: string | RegExp, field?: string): Promise<void> {
  const row = () => truth.rows('select r.version, r.state, (select array_agg(c::text order by c.id) from recipient c where c.dossier_id = r.id) chosen from referral r where id = $1', [what.id]);
  const tries = () => truth.rows<{ n: number }>('select count(*)::int n from trail where outcome = $1', [code]);
  const [before, counted, [{ n }]] = [await row(), await counts(), await tries()];
  const { errors } = await attempt();
  const [first] = errors ?? [];
  const messages = [first?.message, ...(first?.extensions.fields ?? []).map(({ message }) => message)];
  expect([first?.extensions.code, messages]).toEqual([code, expect.arrayContaining([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)])]);
  if (field) expect(first.extensions.fields!.map((each) => each.field)).toContain(field);
  expect(await row()).toEqual(before);
  expect(await counts()).toEqual(counted);
  expect((await tries())[0].n).toBe(n + 1);
}

const classes = [...EVERYTHING, 'INCOME_CONDITION', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'];

describe('sending is refused', () => {
  let draft: Referral;
  beforeAll(async () => void (draft = await aFullDraft(portal, ann, { to: { [WOONDIENST]: ['CONTACT', 'DEBTS'], [CAW]: ['CONTACT'] } })));

  it('without an agreement', () => refused(draft, () => sendIt(portal, draft, []), 'NEEDS', 'Noteer eerst het akkoord van de cliënt.', 'agreement'));

  it.each(['toldThat', 'toldPurpose', 'toldWhom', 'toldContent'])('without the point %s', (point) => refused(draft, () => sendIt(portal, draft, [{ ...agreement, classes, [point]: false }]), 'NEEDS', 'Bespreek eerst alle vier de punten met wie akkoord gaat.', 'agreement'));

  it('without the name of who agreed', () => refused(draft, () => sendIt(portal, draft, [{ ...agreement, classes, agreedName: ' ' }]), 'NEEDS', 'Vul in wie akkoord ging.', 'agreedName'));

  it('beyond what the client agreed to, for any of the receivers', () => refused(draft, () => sendIt(portal, draft, [{ ...agreement, classes: ['CONTACT'] }]), 'NEEDS', 'De cliënt ging hier niet mee akkoord: schulden.', 'classes'));

  it('with a whole when the client agreed to a part', async () => {
    const whole = await aFullDraft(portal, ann, { to: { [WOONDIENST]: ['HOUSEHOLD'] } });
    await refused(whole, () => sendIt(portal, whole, [{ ...agreement, classes: ['HOUSEHOLD_SIZE'] }]), 'NEEDS', /^De cliënt ging hier niet mee akkoord: /, 'classes');
    expect((await sendIt(portal, whole, [{ ...agreement, classes: ['HOUSEHOLD'] }])).errors).toBeUndefined();
  });

  it('when a transfer goes to more than one', async () => {
    const client = await aClient(portal);
    const { draftTransfer } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!) { draftTransfer(key: $key, clientId: $id, type: "GOED_WONEN") { id version } }', { key: crypto.randomUUID(), id: client.id });
    const receivers = await Promise.all([WOONDIENST, CAW].map(async (name) => ({ partnerId: await truth.partner(name), classes: ['CONTACT'] })));
    const both = await chooseIt(portal, { ...draft, ...draftTransfer }, receivers);
    const row = { ...draft, id: draftTransfer.id, version: both.data.chooseReceivers.version };
    await refused(row, () => sendIt(portal, row, [{ ...agreement, classes }]), 'NEEDS', 'Een overdracht gaat naar één partner.', 'receivers');
  });
});

describe('a choice is refused beyond', () => {
  it.each([
    ['the law: no health to who is bound by discretion', 'GOED_WONEN', ENERGIEHUIS, 'HEALTH', 'Gezondheid en psychosociaal voor Energiehuis: Energiehuis valt niet onder het beroepsgeheim.'],
    ['the law: no justice to who is bound by discretion', 'GOED_WONEN', ENERGIEHUIS, 'JUDICIAL', /voor Energiehuis: Energiehuis valt niet onder het beroepsgeheim\.$/],
    ['the privacy book', 'GOED_WONEN', ENERGIEHUIS, 'DEBTS', 'Schulden voor Energiehuis: Het privacyboek geeft dit nooit aan het Energiehuis.'],
    ['the privacy book: the whole income', 'GOED_WONEN', ENERGIEHUIS, 'INCOME', /voor Energiehuis: Het privacyboek geeft dit nooit aan het Energiehuis\.$/],
    ['what the type asks', 'PSYCHOSOCIAL', CAW, 'DEBTS', 'Schulden: dit soort doorverwijzing vraagt dit niet.'],
    ['what is anybody’s to give: how the sender stands with others', 'GOED_WONEN', WOONDIENST, 'PROGRESS', /dit soort doorverwijzing vraagt dit niet\.$/],
    ['what is anybody’s to give: a private note', 'GOED_WONEN', WOONDIENST, 'PRIVATE_NOTE', /dit soort doorverwijzing vraagt dit niet\.$/],
  ])('%s', async (_, type, partner, dataClass, sentence) => {
    const draft = await aFullDraft(portal, ann, { type, notes: false });
    const partnerId = await truth.partner(partner);
    await refused(draft, () => chooseIt(portal, draft, [{ partnerId, classes: ['CONTACT', dataClass] }]), 'INVALID', sentence, 'receivers');
  });

  it('the protocol between the two', async () => {
    const [ledegem, caw] = [await truth.partner('OCMW Ledegem'), await truth.partner(CAW)];
    const draft = await aFullDraft(portal, ann);
    await truth.rows(`update exchange_protocol set classes = array_remove(classes, 'DEBTS') where from_partner_id = $1 and to_partner_id = $2`, [ledegem, caw]);
    await refused(draft, () => chooseIt(portal, draft, [{ partnerId: caw, classes: ['CONTACT', 'DEBTS'] }]), 'INVALID', /^Schulden voor .+: Het gegevensprotocol tussen beide partners dekt dit niet\.$/, 'receivers');
    await truth.rows(`update exchange_protocol set classes = classes || '{DEBTS}' where from_partner_id = $1 and to_partner_id = $2`, [ledegem, caw]);
  });

  it('a protected address', async () => {
    const draft = await aFullDraft(portal, ann, { client: await aClient(portal, ann, { addressProtected: true }) });
    await refused(draft, async () => chooseIt(portal, draft, [{ partnerId: await truth.partner(WOONDIENST), classes: ['ADDRESS'] }]), 'INVALID', /voor Woondienst: Het adres is beschermd: het gaat naar niemand\.$/, 'receivers');
  });
});

describe('a partner is refused', () => {
  it('that does not work in the municipality, and it is said where it does', async () => {
    const draft = await aFullDraft(portal, ann, { type: 'WONINGZOEKTOCHT' });
    await refused(draft, async () => chooseIt(portal, draft, [{ partnerId: await truth.partner('Vivus'), classes: [] }]), 'INVALID', /^Vivus werkt in .*Oostrozebeke.*Wielsbeke.*, niet in Ledegem\.$/, 'receivers');
    const elsewhere = await aFullDraft(portal, evaInOostrozebeke, { type: 'WONINGZOEKTOCHT', changes: { municipality: 'Oostrozebeke', postcode: '8780' } });
    expect((await chooseIt(portal, elsewhere, [{ partnerId: await truth.partner('Vivus'), classes: ['CONTACT'] }])).errors).toBeUndefined();
    await refused(elsewhere, async () => chooseIt(portal, await now(portal, elsewhere), [{ partnerId: await truth.partner('Thuiswest'), classes: [] }]), 'INVALID', /^Thuiswest werkt in .*, niet in Oostrozebeke\.$/, 'receivers');
  });

  it('while no municipality is filled in', async () => {
    const draft = await aFullDraft(portal, ann, { changes: { municipality: ' ' } });
    await refused(draft, async () => chooseIt(portal, draft, [{ partnerId: await truth.partner(WOONDIENST), classes: [] }]), 'INVALID', 'Vul eerst de gemeente in: dan weten we of deze partner daar werkt.', 'receivers');
  });

  it('of a kind that does not take this question, which is nobody, and oneself', async () => {
    const draft = await aFullDraft(portal, ann);
    for (const partnerId of [await truth.partner('Vivus'), await truth.partner('OCMW Izegem'), await truth.partner('OCMW Ledegem'), crypto.randomUUID()]) await refused(draft, () => chooseIt(portal, draft, [{ partnerId, classes: [] }]), 'INVALID', 'Kies een partner die deze vraag kan opnemen.', 'receivers');
  });

  it('that stands against the client, and becomes so after it was chosen', async () => {
    const caw = await truth.partner(CAW);
    const draft = await aFullDraft(portal, ann, { type: 'EVICTION_HELP', to: { [CAW]: ['CONTACT'] } });
    const { saveDraft } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!, $opposing: ID!) { saveDraft(key: $key, id: $id, version: $version, changes: { opposingPartnerId: $opposing }) { version } }', { key: crypto.randomUUID(), id: draft.id, version: draft.version, opposing: caw });
    const opposed = { ...draft, version: saveDraft.version };
    await refused(opposed, () => chooseIt(portal, opposed, [{ partnerId: caw, classes: [] }]), 'INVALID', /is in deze zaak de tegenpartij en krijgt er niets van te zien\.$/, 'receivers');
    await refused(opposed, () => sendIt(portal, opposed, [{ ...agreement, classes }]), 'INVALID', /is in deze zaak de tegenpartij en krijgt er niets van te zien\.$/, 'receivers');
    // Past all that the portal asks: the database seats it neither.
    await expect(truth.rows(`insert into party (dossier_id, partner_id, roles, granted_by, kind, state, at) values ($1, $2, '{RECEIVER}', $3, 'Referral', 'NEW', now())`, [draft.id, caw, await truth.partner('OCMW Ledegem')])).rejects.toThrow('opposing party');
  });

  it('without an active protocol, and the way on is in the sentence', async () => {
    const draft = await aDraft(portal, evaInWielsbeke, { to: {} });
    await refused(draft, async () => chooseIt(portal, draft, [{ partnerId: await truth.partner(WOONDIENST), classes: [] }]), 'NO_PROTOCOL', /^Er is geen actief gegevensprotocol van OCMW Wielsbeke naar Woondienst\. Hanne Desmet kan het voor OCMW Wielsbeke tekenen, samen met Woondienst en na advies van beide DPO's: zie Gegevensprotocollen\. Uw ontwerp blijft bewaard\.$/, 'receivers');
    expect((await read(portal, evaInWielsbeke, 'query ($id: ID!) { receivers(id: $id) { possible needsProtocol says partner { name } } }', { id: draft.id })).receivers).toContainEqual(expect.objectContaining({ possible: false, needsProtocol: true, partner: { name: WOONDIENST } }));
  });
});

describe('a receiver is refused', () => {
  it('to pass the question on to whom the client did not agree, also when that is oneself or nobody', async () => {
    const draft = await aFullDraft(portal, ann, { to: { [CAW]: ['CONTACT'], [WOONDIENST]: ['CONTACT'] }, changes: { redirectIds: [await truth.partner(ENERGIEHUIS)] } });
    const referral = await send(portal, draft, [{ ...agreement, classes }]);
    const theirs = await receive(portal, await at(portal, joke, referral), joke);
    for (const to of [await truth.partner(WOONDIENST), await truth.partner(CAW), await truth.partner('OCMW Ledegem'), crypto.randomUUID()])
      await refused(referral, () => cause(portal, joke, 'redirectReferral', { id: theirs.answerId, version: theirs.answerVersion }, `partnerId: "${to}", advice: "Past beter daar."`), 'NEEDS', 'De cliënt ging er niet mee akkoord dat deze partner de vraag krijgt. Vraag het aan de afzender, of weiger met advies.', 'partnerId');
  });

  it('a file of its own that merges by itself with a namesake of the same birth date', async () => {
    const namesake = await aClient(portal, bram, { phone: '0470 00 88 88' });
    const referral = await accept(portal, await receive(portal, await send(portal, await aFullDraft(portal, ann, { to: { [WOONDIENST]: ['CONTACT'] } }), [{ ...agreement, classes }])));
    const files = await truth.rows<{ id: string; phone: string }>('select c.id, c.phone from client c join client_file f on f.dossier_id = c.id where f.about_id = $1 and f.partner_id = $2', [referral.id, await truth.partner(WOONDIENST)]);
    expect(files).toHaveLength(1);
    expect(files[0].id).not.toBe(namesake.id);
    expect((await read(portal, bram, 'query ($id: ID!) { client(id: $id) { version phone referrals { id } } }', { id: namesake.id })).client).toEqual({ version: 1, phone: '0470 00 88 88', referrals: [] });
  });

  it('to give itself more: it is not its to narrow, amend or send', async () => {
    const referral = await send(portal, await aFullDraft(portal, ann, { to: { [ENERGIEHUIS]: ['CONTACT'] } }), [{ ...agreement, classes }]);
    await refused(referral, () => amend(portal, referral, { homeNote: 'x' }, [], jens), 'FORBIDDEN', /./);
    await refused(referral, async () => chooseIt(portal, { ...referral, from: jens }, [{ partnerId: await truth.partner(ENERGIEHUIS), classes: ['CONTACT', 'HOUSING_TECHNICAL'] }]), 'FORBIDDEN', /./);
  });
});
