import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, joris, katrien, lies, sofie } from '../cast/cast.js';
import { aClient, aDraft, aNote, agreement, type Client, codeOf, question, choose, EVERYTHING, type Referral, send, someone } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

const ALL = `id number state type urgent senderName question givenName familyName birthDate phone email street postcode municipality language contactNote adults children householdNote
  incomeSource incomeNote debtsNote housingSituation housingNote housingWishes withheld { dataClass why } may notes { dataClass body } answers { id state due deliveredAt term { workingDays tone length } may } timeline { event personName due }`;
/** What a receiver is told that it does not see: these classes, and how the sender stands with others. */
const without = (...classes: string[]) => [...classes.map((dataClass) => ({ dataClass, why: 'NOT_SHARED' })), { dataClass: 'PROGRESS', why: 'NOT_FOR_ROLE' }];
const shown = (portal: TestPortal, who: typeof ann, id: string) => read(portal, who, `query ($id: ID!) { referral(id: $id) { ${ALL} } }`, { id }).then(({ referral }) => referral);

describe('a referral', () => {
  let portal: TestPortal;
  let truth: Truth;
  let client: Client;
  let draft: Referral;
  let sent: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  it('begins with a search that finds nobody, and a client file', async () => {
    const nobody = await read(portal, ann, '{ clients(words: "Rosa Lippens") { nodes { id } } similar(givenName: "Rosa", familyName: "Lippens", birthDate: "1984-05-06") { clients { id } referrals { id } } }');
    expect(nobody).toEqual({ clients: { nodes: [] }, similar: { clients: [], referrals: [] } });
    client = await aClient(portal);
    const found = await read(portal, joris, '{ clients(words: "lippens") { nodes { id givenName familyName may } } }');
    expect(found.clients.nodes).toEqual([{ id: client.id, givenName: 'Rosa', familyName: 'Lippens', may: ['change', 'refer', 'transfer', 'register'] }]);
  });

  it('is drafted with the facts of the file, copied, and goes to nobody yet', async () => {
    const { draftReferral } = await read(portal, ann, `mutation ($key: ID!, $id: ID!) { draftReferral(key: $key, clientId: $id, type: "TO_WOONDIENST") { version recipients { receiverId } client { id } ${ALL} } }`, { key: randomUUID(), id: client.id });
    expect(draftReferral).toMatchObject({ ...someone, state: 'DRAFT', version: 1, question: null, client: { id: client.id }, recipients: [], answers: [], withheld: [] });
    expect(draftReferral.number).toMatch(/^DV-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
    expect([...draftReferral.may].sort()).toEqual(['discard', 'edit', 'note', 'send']);
    draft = { id: draftReferral.id, version: 1, number: draftReferral.number, clientId: client.id, from: ann, answerId: '', answerVersion: 0 };
    expect(await worklistOf(portal, ann, draft.id)).toEqual({ ...nothing, TODO: ['FINISH_DRAFT mine'] });
    expect(await worklistOf(portal, joris, draft.id)).toEqual(nothing);
  });

  it('keeps its own copy when the file changes later', async () => {
    await read(portal, ann, 'mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { phone: "0470 00 99 99", adults: null }) { version phone adults } }', { key: randomUUID(), id: client.id });
    expect(await shown(portal, ann, draft.id)).toMatchObject({ phone: someone.phone, adults: 1 });
  });

  it('is saved as one types: what is left out stays, what is null is cleared', async () => {
    const save = (version: number, changes: object) => read(portal, ann, `mutation ($key: ID!, $id: ID!, $version: Int!, $changes: ReferralChanges!) { saveDraft(key: $key, id: $id, version: $version, changes: $changes) { version question contactNote phone } }`, { key: randomUUID(), id: draft.id, version, changes });
    expect((await save(1, { question: 'Kan u' })).saveDraft).toEqual({ version: 2, question: 'Kan u', contactNote: someone.contactNote, phone: someone.phone });
    expect((await save(2, { contactNote: null })).saveDraft).toEqual({ version: 3, question: 'Kan u', contactNote: null, phone: someone.phone });
    expect((await save(3, question)).saveDraft).toMatchObject({ version: 4, question: question.question });
    draft.version = 4;
  });

  it('holds one text on health and as many private notes as one likes', async () => {
    const note = await aNote(portal, ann, draft.id, 'HEALTH', 'Slaapt slecht door het vocht.');
    await aNote(portal, ann, draft.id, 'PRIVATE_NOTE', 'Zelf nog eens bellen.');
    await aNote(portal, ann, draft.id, 'PRIVATE_NOTE', 'Zus heet Mia.');
    const write = 'mutation ($key: ID!, $dossierId: ID!, $id: ID, $version: Int!, $dataClass: DataClass!) { writeNote(key: $key, dossierId: $dossierId, id: $id, version: $version, dataClass: $dataClass, body: "Anders") { version body } }';
    const again = (more: object) => portal.graphql(write, { key: randomUUID(), dossierId: draft.id, version: 0, dataClass: 'HEALTH', ...more }, ann);
    expect(codeOf(await again({}))).toBe('CONFLICT');
    const boiler = await aDraft(portal, ann, { type: 'BOILER', to: {} });
    for (const dataClass of ['JUDICIAL', 'HEALTH']) expect(codeOf(await again({ dossierId: boiler.id, dataClass }))).toBe('INVALID');
    expect(codeOf(await again({ dataClass: 'DEBTS' }))).toBe('INVALID');
    expect(codeOf(await again({ id: note, version: 7 }))).toBe('CONFLICT');
    expect((await again({ id: note, version: 1 })).data).toEqual({ writeNote: { version: 2, body: 'Anders' } });
    expect((await shown(portal, joris, draft.id)).notes).toEqual([{ dataClass: 'HEALTH', body: 'Anders' }]);
  });

  it('is nowhere for the receiver before it is sent', async () => {
    expect(codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: draft.id }, bram))).toBe('NOT_FOUND');
    expect((await read(portal, bram, '{ referrals { nodes { id } } }')).referrals.nodes).toEqual([]);
    expect(await worklistOf(portal, bram, draft.id)).toEqual(nothing);
  });

  it('is sent once the client agreed, and lies with the receiver at once', async () => {
    draft = await choose(portal, draft, { 'Woondienst Regio Izegem': EVERYTHING.filter((one) => one !== 'JUDICIAL') });
    expect(await worklistOf(portal, bram, draft.id)).toEqual(nothing);
    sent = await send(portal, draft);
    const mine = await shown(portal, ann, sent.id);
    expect(mine).toMatchObject({ state: 'DELIVERED', answers: [{ state: 'NEW', term: { workingDays: 5, tone: 'PLAN', length: 5 }, may: [] }] });
    expect([...mine.may].sort()).toEqual(['amend', 'declareError', 'narrow', 'note', 'withdraw']);
    expect((await read(portal, bram, '{ referrals(state: NEW) { nodes { id number } } }')).referrals.nodes).toEqual([{ id: sent.id, number: draft.number }]);
  });

  it('shows the receiver names, and what is lent, and no more', async () => {
    const theirs = await shown(portal, bram, sent.id);
    expect(theirs).toMatchObject({ ...someone, contactNote: null, ...question, state: null, withheld: expect.arrayContaining(without('JUDICIAL')), notes: [{ dataClass: 'HEALTH', body: 'Anders' }] });
    expect(theirs.answers).toMatchObject([{ id: sent.answerId, may: ['receive'] }]);
    expect(theirs.timeline.map(({ event }) => event)).toEqual(['DELIVERED']);
    const [share] = await truth.rows<{ classes: string[]; until: string }>(`select classes, ((until - interval '1 second') at time zone 'Europe/Brussels')::date::text as until from share where dossier_id = $1`, [sent.id]);
    expect([...share.classes].sort()).toEqual(['ADDRESS', 'CONTACT', 'CORE', 'DEBTS', 'HEALTH', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'HOUSING', 'HOUSING_WISHES', 'IDENTITY', 'INCOME']);
    const stored = await truth.rows('select classes, agreed_name, way, agreed_on::text, until::text from agreement where about_id = $1', [sent.id]);
    expect(stored).toEqual([{ classes: share.classes, agreed_name: agreement.agreedName, way: 'ORAL', agreed_on: agreement.agreedOn, until: share.until }]);
  });

  it('shows a coordinator that it is there, and nothing of the person', async () => {
    for (const who of [hilde, sofie]) {
      const theirs = await shown(portal, who, sent.id);
      expect([who.as, theirs.state, theirs.givenName, theirs.phone, theirs.debtsNote, theirs.notes, theirs.may]).toEqual([who.as, who === hilde ? 'DELIVERED' : null, null, null, null, [], []]);
      expect(theirs.withheld.map(({ dataClass }) => dataClass)).toEqual(expect.arrayContaining(['IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'HOUSING']));
    }
  });

  it('is a task for the whole role at the receiver, and something awaited for who sent it', async () => {
    expect(await worklistOf(portal, ann, sent.id)).toEqual({ TODO: [], OVERDUE: [], WAITING: ['AWAIT_ANSWER mine'], UPCOMING: ['AWAIT_ANSWER mine'] });
    for (const who of [bram, katrien]) expect(await worklistOf(portal, who, sent.id)).toEqual({ TODO: ['DECIDE HOUSING_COUNSELLOR'], OVERDUE: [], WAITING: [], UPCOMING: ['DECIDE HOUSING_COUNSELLOR'] });
    for (const who of [joris, hilde, sofie]) expect([who.as, await worklistOf(portal, who, sent.id)]).toEqual([who.as, nothing]);
  });

  it('cannot be edited, sent or discarded any more', async () => {
    const where = { key: randomUUID(), id: sent.id, version: sent.version };
    for (const verb of ['saveDraft(key: $key, id: $id, version: $version, changes: {})', 'discardDraft(key: $key, id: $id, version: $version)', `sendReferral(key: $key, id: $id, version: $version, agreements: [])`])
      expect([verb, codeOf(await portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!) { ${verb} { id } }`, where, ann))]).toEqual([verb, 'NOT_POSSIBLE']);
    expect(codeOf(await portal.graphql('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: HEALTH, body: "x") { id } }', { key: randomUUID(), id: sent.id }, ann))).toBe('NOT_POSSIBLE');
  });

  it('does not exist for another partner', async () => {
    expect(codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: sent.id }, lies))).toBe('NOT_FOUND');
    expect((await read(portal, lies, '{ referrals { nodes { id } } similar(givenName: "Rosa", familyName: "Lippens") { clients { id } referrals { id } } }'))).toEqual({ referrals: { nodes: [] }, similar: { clients: [], referrals: [] } });
  });

  it('lends no more than the protocol between the two partners covers', async () => {
    await truth.rows(`update exchange_protocol set classes = array_remove(array_remove(classes, 'DEBTS'), 'HEALTH') where from_partner_id = $1`, [await truth.partner('OCMW Izegem')]);
    const covered = EVERYTHING.filter((one) => !['DEBTS', 'HEALTH', 'JUDICIAL'].includes(one));
    const other = await aDraft(portal, lies, { to: { 'Woondienst Regio Izegem': covered } });
    await aNote(portal, lies, other.id, 'HEALTH', 'Astma.');
    await expect(choose(portal, other, { 'Woondienst Regio Izegem': [...covered, 'DEBTS'] })).rejects.toThrow('Schulden voor Woondienst: Het gegevensprotocol tussen beide partners dekt dit niet.');
    await send(portal, other);
    const theirs = await shown(portal, bram, other.id);
    expect([theirs.debtsNote, theirs.notes, theirs.incomeNote, theirs.withheld]).toEqual([null, [], question.incomeNote, without('INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING_TECHNICAL')]);
  });

  it('that is discarded leaves the worklist, and never reaches anybody', async () => {
    const other = await aDraft(portal);
    const { discardDraft } = await read(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { discardDraft(key: $key, id: $id, version: $version) { state may } }', { key: randomUUID(), id: other.id, version: other.version });
    expect(discardDraft).toEqual({ state: 'DISCARDED', may: [] });
    expect(await worklistOf(portal, ann, other.id)).toEqual(nothing);
    expect(codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: other.id }, bram))).toBe('NOT_FOUND');
  });
});
