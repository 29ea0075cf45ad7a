import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amir, ann, bram, hilde, jens, joke, joris, katrien, lies, nele, type Person, sofie } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { aClient, agreement, aNote, cause, codeOf, EVERYTHING, must, receive, type Referral, reject, send, withdraw } from '../cast/scenes.js';
import { aFullDraft, amend, at, CAW, content, ENERGIEHUIS, FIELDS, HEALTH, narrow, now, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { patience, size } from '../house/sizes.js';

type Values = { [field: string]: unknown } & { withheld: { dataClass: string; why: string }[] };
type Change = { at: string; partnerId: string | null; personName: string | null; fields: string[]; before: Values; after: Values };
type NoteChange = { personName: string | null; before: { dataClass: string; body: string }; after: { body: string } };

const CONTENTS = Object.entries(FIELDS).filter(([dataClass]) => dataClass !== 'IDENTITY').flatMap(([, fields]) => fields);
const VALUES = `{ question ${CONTENTS.join(' ')} withheld { dataClass why } }`;
const agreed = { ...agreement, classes: [...EVERYTHING, 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const CHOICE = { [WOONDIENST]: ['CONTACT', 'DEBTS', 'HEALTH'], [CAW]: ['CONTACT', 'INCOME'] };

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

const ask = (who: Person, id: string) => portal.graphql<{ referralHistory: Change[] }>(`query ($id: ID!) { referralHistory(id: $id) { at partnerId personName fields before ${VALUES} after ${VALUES} } }`, { id }, who);
const changes = async (who: Person, id: string): Promise<Change[]> => {
  const { data, errors } = await ask(who, id);
  expect(errors).toBeUndefined();
  return data.referralHistory;
};
const notes = async (who: Person, id: string) => (await must<{ noteHistory: NoteChange[] }>(portal, who, 'query ($id: ID!) { noteHistory(dossierId: $id) { personName before { dataClass body } after { body } } }', { id })).noteHistory;
const sent = async (to: { [partner: string]: readonly string[] } = CHOICE) => send(portal, await aFullDraft(portal, ann, { to }), [agreed]);
async function change(of: Referral, values: object, texts: readonly object[] = []): Promise<void> {
  expect((await amend(portal, await now(portal, of), values, texts)).errors).toBeUndefined();
}
const fieldsTold = (told: readonly Change[]) => told.map(({ fields }) => fields);

describe('what happened', () => {
  it('tells the sender of each class that changed, and each receiver of what it may read', async () => {
    const referral = await sent();
    await change(referral, { phone: '0470 11 11 11', street: 'Andere straat 1' });
    const changed = async (who: Person) => (await must<{ timeline: { nodes: { event: string; classes: string[] }[] } }>(portal, who, 'query ($id: ID!) { timeline(dossierId: $id) { nodes { event classes } } }', { id: referral.id })).timeline.nodes.filter(({ event }) => event === 'AMENDED').flatMap(({ classes }) => classes);
    expect([...new Set(await changed(ann))].sort()).toEqual(['ADDRESS', 'CONTACT']);
    for (const who of [bram, joke]) expect([who.as, await changed(who)]).toEqual([who.as, ['CONTACT']]);
  });

  it('comes in pages, newest first and each once, as far as each side may know', async () => {
    const referral = await sent();
    for (const phone of ['0470 11 11 11', '0470 22 22 22', '0470 33 33 33']) await change(referral, { phone });
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: "W-1") { id } }', { key: crypto.randomUUID(), id: referral.id });
    const paged = async (who: Person): Promise<{ id: string; at: string; event: string }[]> => {
      const all: { id: string; at: string; event: string }[] = [];
      let after: string | null = null;
      do {
        const query = 'query ($id: ID!, $after: String) { timeline(dossierId: $id, first: 2, after: $after) { nodes { id at event } next } }';
        const { timeline: { nodes, next } }: { timeline: { nodes: typeof all; next: string | null } } = await must<{ timeline: { nodes: typeof all; next: string | null } }>(portal, who, query, { id: referral.id, after });
        expect(nodes.length).toBeLessThanOrEqual(2);
        all.push(...nodes);
        after = next;
      } while (after);
      return all;
    };
    const [theirs, own] = [await paged(bram), await paged(ann)];
    for (const all of [theirs, own]) {
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all.map(({ at: moment }) => moment)).toEqual(all.map(({ at: moment }) => moment).sort().reverse());
    }
    expect(theirs.map(({ event }) => event).sort()).toEqual(['AMENDED', 'AMENDED', 'AMENDED', 'DELIVERED', 'OWN_NUMBER']);
    expect(own.map(({ event }) => event)).toContain('DRAFTED');
    expect(own.map(({ event }) => event)).not.toContain('OWN_NUMBER');
  });

  it('of a client tells what happened in her file and on her referrals, except of one from which a colleague is kept away', async () => {
    const referral = await sent();
    const of = async (who: Person) => (await must<{ clientTimeline: { nodes: { dossierId: string; event: string }[] } }>(portal, who, 'query ($id: ID!) { clientTimeline(clientId: $id, first: 50) { nodes { dossierId event } } }', { id: referral.clientId })).clientTimeline.nodes;
    const dossiers = (nodes: { dossierId: string }[]) => [...new Set(nodes.map(({ dossierId }) => dossierId))].sort();
    expect(dossiers(await of(joris))).toEqual([referral.id, referral.clientId].sort());
    expect((await of(joris)).map(({ event }) => event)).toEqual(expect.arrayContaining(['CLIENT_OPENED', 'DRAFTED', 'SENT', 'DELIVERED']));
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(joris)).id, referral.id]);
    expect(dossiers(await of(joris))).toEqual([referral.clientId]);
    for (const who of [hilde, bram, lies]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { clientTimeline(clientId: $id) { nodes { event } } }', { id: referral.clientId }, who))]).toEqual([who.as, 'NOT_FOUND']);
  });
});

describe('what the content was before', () => {
  it('is told to the sender: every value, who replaced it and when, newest first', async () => {
    const referral = await sent();
    await change(referral, { phone: '0470 11 11 11' });
    await change(referral, { phone: '0470 22 22 22', debtsNote: 'Minder schuld' });
    const told = await changes(joris, referral.id);
    expect(told.map(({ fields, personName }) => [personName, fields])).toEqual([['Ann Maes', ['phone', 'debtsNote']], ['Ann Maes', ['phone']]]);
    expect(told.map(({ before, after }) => [before.phone, after.phone])).toEqual([['0470 11 11 11', '0470 22 22 22'], ['0470 00 55 01', '0470 11 11 11']]);
    expect(told[0].before.debtsNote).toBe('Canari schuld');
    expect(told[0].partnerId).toBe(await truth.partner('OCMW Ledegem'));
    expect(Date.now() - Date.parse(told[0].at)).toBeLessThan(60_000);
  });

  it('is told to a receiver as far as it may read today, and of the rest it is not told that there was a change', async () => {
    const referral = await sent();
    await change(referral, { phone: '0470 11 11 11', incomeNote: 'Canari ander inkomen' });
    await change(referral, { incomeNote: 'Canari nog een inkomen', street: 'Andere straat 1' });
    await change(referral, { debtsNote: 'Minder schuld' });
    const [woondienst, caw] = [await changes(bram, referral.id), await changes(joke, referral.id)];
    expect(fieldsTold(woondienst)).toEqual([['debtsNote'], ['phone']]);
    expect(fieldsTold(caw)).toEqual([['incomeNote'], ['phone', 'incomeNote']]);
    expect(JSON.stringify(woondienst)).not.toMatch(/inkomen|Andere straat/);
    expect(JSON.stringify(caw)).not.toMatch(/schuld|Andere straat/);
    for (const { before, after } of woondienst) for (const values of [before, after]) expect(values).toMatchObject({ incomeNote: null, street: null, withheld: expect.arrayContaining([{ dataClass: 'INCOME', why: 'NOT_SHARED' }, { dataClass: 'ADDRESS', why: 'NOT_SHARED' }]) });
    expect(fieldsTold(await changes(sofie, referral.id))).toEqual([]);
  });

  it('is gone with the class that is taken back, at once, and comes back with the class that is lent later', async () => {
    const referral = await sent();
    await change(referral, { debtsNote: 'Minder schuld' });
    expect(fieldsTold(await changes(bram, referral.id))).toEqual([['debtsNote']]);
    expect((await narrow(portal, await now(portal, referral), await truth.partner(WOONDIENST), ['CONTACT'])).errors).toBeUndefined();
    expect(await changes(bram, referral.id)).toEqual([]);
    const { requestAccess: asked } = await must<{ requestAccess: { id: string } }>(portal, bram, `mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "nodig", until: "${inDays(60)}") { id } }`, { key: crypto.randomUUID(), id: referral.id });
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $agreement: NewAgreement!) { grantAccess(key: $key, id: $id, version: 1, agreement: $agreement) { id } }', { key: crypto.randomUUID(), id: asked.id, agreement: agreed });
    expect(fieldsTold(await changes(bram, referral.id))).toEqual([['debtsNote']]);
  });

  it('is not there for who is kept away, who sits elsewhere, who reads no file, and after a withdrawal', async () => {
    const referral = await sent();
    await change(referral, { phone: '0470 11 11 11' });
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie'), ($3, $2, 'familie')`, [(await truth.person(joris)).id, referral.id, (await truth.person(katrien)).id]);
    for (const who of [joris, katrien, lies, jens, nele]) {
      expect([who.as, codeOf(await ask(who, referral.id))]).toEqual([who.as, 'NOT_FOUND']);
      expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { noteHistory(dossierId: $id) { fields } }', { id: referral.id }, who))]).toEqual([who.as, 'NOT_FOUND']);
    }
    expect(await changes(joke, referral.id)).toHaveLength(1);
    await withdraw(portal, await now(portal, referral));
    for (const who of [bram, joke, sofie]) expect([who.as, codeOf(await ask(who, referral.id))]).toEqual([who.as, 'NOT_FOUND']);
    expect(await changes(ann, referral.id)).toHaveLength(1);
  });

  it('never tells an address that is protected today, although it was none when it changed', async () => {
    const referral = await sent({ [WOONDIENST]: ['CONTACT', 'ADDRESS'] });
    await change(referral, { street: 'Schuilstraat 13', municipality: 'Verborgem' });
    expect(fieldsTold(await changes(bram, referral.id))).toEqual([['street', 'municipality']]);
    const { client } = await must<{ client: { version: number } }>(portal, ann, 'query ($id: ID!) { client(id: $id) { version } }', { id: referral.clientId });
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { changeClient(key: $key, id: $id, version: $version, changes: { addressProtected: true }) { id } }', { key: crypto.randomUUID(), id: referral.clientId, version: client.version });
    expect(await changes(bram, referral.id)).toEqual([]);
    expect(fieldsTold(await changes(ann, referral.id))).toEqual([['street', 'municipality']]);
  });

  it('leaves its line in the trail, with the classes that were told', async () => {
    const referral = await sent();
    await change(referral, { debtsNote: 'Minder schuld' });
    await changes(bram, referral.id);
    const lines = await truth.rows(`select record, dossier_ids, classes, outcome from trail where operation = 'history' and dossier_ids @> array[$1::uuid]`, [referral.id]);
    expect(lines).toEqual([{ record: 'Referral', dossier_ids: [referral.id], classes: ['CORE', 'DEBTS'], outcome: 'DONE' }]);
  });
});

describe('what a note was before', () => {
  const rewrite = (referral: Referral, body: string) => change(referral, {}, [{ dataClass: 'HEALTH', body }]);

  it('is told of health and justice to who is bound and was lent it, from what came to it on', async () => {
    const draft = await aFullDraft(portal, ann, { to: { ...CHOICE, [ENERGIEHUIS]: ['CONTACT'] } });
    const [{ id, version }] = await truth.rows<{ id: string; version: number }>(`select id, version from note where dossier_id = $1 and data_class = 'HEALTH'`, [draft.id]);
    await must(portal, ann, 'mutation ($key: ID!, $dossierId: ID!, $id: ID!, $version: Int!) { writeNote(key: $key, dossierId: $dossierId, id: $id, version: $version, dataClass: HEALTH, body: "Zoals verstuurd") { id } }', { key: crypto.randomUUID(), dossierId: draft.id, id, version });
    const referral = await send(portal, draft, [agreed]);
    await rewrite(referral, 'Zoals gewijzigd');
    const bodies = async (who: Person) => (await notes(who, referral.id)).map(({ before, after }) => [before.body, after.body]);
    expect(await bodies(ann)).toEqual([['Zoals verstuurd', 'Zoals gewijzigd'], [HEALTH, 'Zoals verstuurd']]);
    expect(await bodies(bram)).toEqual([['Zoals verstuurd', 'Zoals gewijzigd']]);
    expect(await bodies(joke)).toEqual([]);
    expect(await bodies(jens)).toEqual([]);
    expect((await narrow(portal, await now(portal, referral), await truth.partner(WOONDIENST), ['CONTACT'])).errors).toBeUndefined();
    expect(await bodies(bram)).toEqual([]);
  });

  it('is told of a private note to its author alone, also after a withdrawal', async () => {
    const referral = await sent();
    const id = await aNote(portal, bram, referral.id, 'PRIVATE_NOTE', 'eerst');
    await must(portal, bram, 'mutation ($key: ID!, $dossierId: ID!, $id: ID!) { writeNote(key: $key, dossierId: $dossierId, id: $id, version: 1, dataClass: PRIVATE_NOTE, body: "daarna") { id } }', { key: crypto.randomUUID(), dossierId: referral.id, id });
    expect((await notes(bram, referral.id)).map(({ before, after }) => [before.body, after.body])).toEqual([['eerst', 'daarna']]);
    for (const who of [katrien, ann, joke]) expect([who.as, await notes(who, referral.id)]).toEqual([who.as, []]);
    await withdraw(portal, await now(portal, referral));
    expect(await notes(bram, referral.id)).toHaveLength(1);
  });
});

describe('what a file or an answer said before', () => {
  it('is told of a client to her own partner', async () => {
    const client = await aClient(portal, ann);
    await must(portal, joris, 'mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { phone: "0499 00 00 00", representativeName: "Jo Smet" }) { id } }', { key: crypto.randomUUID(), id: client.id });
    const query = 'query ($id: ID!) { clientHistory(id: $id) { personName fields before { phone representativeName } after { phone representativeName } } }';
    expect((await must<{ clientHistory: unknown[] }>(portal, ann, query, { id: client.id })).clientHistory).toEqual([{ personName: 'Joris Callewaert', fields: ['phone', 'representativeName'], before: { phone: '0470 00 11 22', representativeName: null }, after: { phone: '0499 00 00 00', representativeName: 'Jo Smet' } }]);
    for (const who of [hilde, bram, lies]) expect([who.as, codeOf(await portal.graphql(query, { id: client.id }, who))]).toEqual([who.as, 'NOT_FOUND']);
  });

  it('is told of an answer that was given twice to both its sides, and to no other receiver', async () => {
    const referral = await sent();
    let answer = await reject(portal, await receive(portal, await at(portal, bram, referral)));
    const step = async (who: Person, verb: string, more: string) => (answer = { ...answer, answerVersion: (await cause(portal, who, verb, { id: answer.answerId, version: answer.answerVersion }, more)).data![verb].version });
    await step(ann, 'reopenAnswer', 'text: "Toch nog eens."');
    await step(bram, 'rejectReferral', 'reason: "NO_PLACE_IN_TIME", advice: "Probeer het in maart."');
    const query = 'query ($id: ID!) { answerHistory(id: $id) { personName fields before { rejectReason advice } after { rejectReason advice } } }';
    const wanted = [{ personName: 'Bram Vandeputte', fields: ['rejectReason', 'advice'], before: { rejectReason: 'NOT_COMPETENT', advice: 'Vraag het aan het CAW.' }, after: { rejectReason: 'NO_PLACE_IN_TIME', advice: 'Probeer het in maart.' } }];
    for (const who of [bram, ann]) expect((await must<{ answerHistory: unknown[] }>(portal, who, query, { id: answer.answerId })).answerHistory).toEqual(wanted);
    expect((await must<{ answerHistory: unknown[] }>(portal, sofie, query, { id: answer.answerId })).answerHistory).toEqual([]);
    for (const who of [joke, amir, lies]) expect([who.as, codeOf(await portal.graphql(query, { id: answer.answerId }, who))]).toEqual([who.as, 'NOT_FOUND']);
  });
});

describe('history', () => {
  const CLASSES = ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH'];
  const TEXT: { [dataClass: string]: string } = { CONTACT: 'contactNote', ADDRESS: 'street', HOUSEHOLD: 'householdNote', INCOME: 'incomeNote', DEBTS: 'debtsNote', HOUSING: 'housingNote' };

  it('shows of each class what the reader may read of it today and nothing more, whatever was changed, lent and taken back', async () => {
    const acts = fc.array(fc.oneof(
      { weight: 3, arbitrary: fc.record({ change: fc.subarray(CLASSES, { minLength: 1 }) }) },
      { weight: 1, arbitrary: fc.record({ keep: fc.subarray(CLASSES), from: fc.constantFrom(WOONDIENST, CAW) }) },
    ), { minLength: 2, maxLength: 7 });
    await fc.assert(fc.asyncProperty(fc.subarray(CLASSES), fc.subarray(['CONTACT', 'INCOME', 'HEALTH']), acts, async (woondienst, caw, all) => {
      const referral = await sent({ [WOONDIENST]: woondienst, [CAW]: caw });
      const written: string[] = [];
      for (const [index, act] of all.entries()) {
        if ('from' in act) await narrow(portal, await now(portal, referral), await truth.partner(act.from), act.keep);
        else {
          written.push(...act.change);
          const texts = act.change.includes('HEALTH') ? [{ dataClass: 'HEALTH', body: `HEALTH ${index}` }] : [];
          await change(referral, Object.fromEntries(act.change.filter((each) => TEXT[each]).map((each) => [TEXT[each], `${each} ${index}`])), texts);
        }
      }
      for (const who of [ann, bram, joke]) {
        const today = await content(portal, who, referral.id);
        const readable = new Set(CLASSES.filter((each) => !today.withheld.some(({ dataClass }) => dataClass === each)));
        const [told, toldNotes] = [await changes(who, referral.id), await notes(who, referral.id)];
        for (const { before, after } of told) for (const values of [before, after]) for (const each of Object.keys(TEXT)) if (!readable.has(each)) expect([who.as, each, values[TEXT[each]]]).toEqual([who.as, each, null]);
        const seen = told.flatMap(({ fields }) => fields);
        for (const [each, field] of Object.entries(TEXT)) expect([who.as, each, seen.filter((one) => one === field).length]).toEqual([who.as, each, readable.has(each) ? written.filter((one) => one === each).length : 0]);
        expect([who.as, 'HEALTH', toldNotes.length]).toEqual([who.as, 'HEALTH', readable.has('HEALTH') ? written.filter((one) => one === 'HEALTH').length : 0]);
      }
    }), { numRuns: Math.ceil(size.previews / 2) });
  }, patience);
});
