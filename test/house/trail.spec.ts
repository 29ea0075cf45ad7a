import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { ann, bram, geert, hilde, jelle, jens, joris, lies, nele, type Person, sofie, tom } from '../cast/cast.js';
import { consulted, written } from '../cast/messages.js';
import * as scenes from '../cast/scenes.js';
import { letIn } from '../cast/support.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, codeIn } from './asking.js';
import { finding, questionAt, rootFields, selectionsOf, servedSchema, type Values } from './graph.js';
import { isTurnOf, patience, size } from './sizes.js';

type Line = { id: string; person_id: string; partner_id: string; capacity: string; operation: string; purpose: string; record: string; dossier_ids: string[]; classes: string[]; outcome: string };

const AGREED = `{ toldThat: true, toldPurpose: true, toldWhom: true, toldContent: true, classes: [${scenes.EVERYTHING.join(', ')}], agreedBy: CLIENT, agreedName: "Rosa", way: ORAL, agreedOn: "2026-01-05" }`;
/** Words that stand nowhere but in files. */
const CANARIES = ['Kanarievogel', 'Zebravink', 'Goudhaantje', 'Putter', 'Sijsje'];

describe('the trail', () => {
  let portal: TestPortal;
  let truth: Truth;
  let asking: Asking;
  let schema: GraphQLSchema;
  let draft: scenes.Referral;
  let sent: scenes.Referral;
  let asked: string;

  beforeAll(async () => {
    portal = await startPortal();
    [truth, asking, schema] = [await Truth.of(portal), new Asking(portal), await servedSchema(portal, ann)];
    const client = await scenes.aClient(portal, ann, { familyName: CANARIES[0], householdNote: CANARIES[1] });
    draft = await scenes.aDraft(portal, ann, { client, changes: { question: `Vraag over ${CANARIES[2]}` } });
    await scenes.aNote(portal, ann, draft.id, 'HEALTH', CANARIES[3]);
    await scenes.aNote(portal, ann, draft.id, 'PRIVATE_NOTE', CANARIES[4]);
    sent = await scenes.accept(portal, await scenes.receive(portal, await scenes.aReferral(portal, ann, { client, changes: { debtsNote: CANARIES[2] } })));
    await written(portal, ann, sent.id, ['Woondienst Regio Izegem'], CANARIES[3]);
    asked = (await consulted(portal, ann, { question: CANARIES[4], clientId: client.id })).id;
    await scenes.withdraw(portal, await scenes.aReferral(portal, ann, { client }));
    await letIn(portal, nele, sent.number);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** What one act added to the trail. */
  async function linesOf(act: () => Promise<unknown>): Promise<Line[]> {
    const [{ last }] = await truth.rows<{ last: string }>('select coalesce(max(id), 0) as last from trail');
    await act();
    return truth.rows<Line>('select * from trail where id > $1 order by id', [last]);
  }
  const ask = (who: Person, query: string) => () => portal.graphql(query, {}, who);
  const short = ({ capacity, operation, record, dossier_ids, classes, outcome }: Line) => [capacity, operation, record, dossier_ids, classes.sort(), outcome];

  it('has a line for a look, with the file and the classes that were really shown', async () => {
    const lines = await linesOf(ask(bram, `{ referral(id: "${sent.id}") { givenName debtsNote } }`));
    const { id, partnerId } = await truth.person(bram);
    expect(lines.map(short)).toEqual([['WOONDIENST/HOUSING_COUNSELLOR', 'read', 'Referral', [sent.id], ['DEBTS', 'IDENTITY'], 'DONE']]);
    expect(lines[0]).toMatchObject({ person_id: id, partner_id: partnerId, purpose: 'help' });
    const [coordinator] = await linesOf(ask(sofie, `{ referral(id: "${sent.id}") { number givenName debtsNote } }`));
    expect([coordinator.capacity, coordinator.purpose, coordinator.classes]).toEqual(['WOONDIENST/COORDINATOR', 'coordination', ['CORE']]);
  });

  it.each<[string, Person, () => string, unknown[]]>([
    ['a list', ann, () => '{ referrals { nodes { number } } }', ['list', 'Referral', 'DONE']],
    ['a list of files', ann, () => '{ clients { nodes { familyName } } }', ['list', 'Client', 'DONE']],
    ['a search', ann, () => '{ clients(words: "kanarie") { nodes { id } } }', ['search', 'Client', 'DONE']],
    ['a search that found nothing', lies, () => '{ clients(words: "kanarie") { nodes { id } } }', ['search', 'Client', 'NOT_FOUND']],
    ['a hint', ann, () => '{ similar(givenName: "Rosa", familyName: "Kanarievogel") { clients { id } referrals { id } } }', ['search', 'Client', 'DONE']],
    ['a worklist', bram, () => '{ worklist(part: TODO) { nodes { kind } } }', ['list', 'Task', 'DONE']],
    ['a count', bram, () => '{ worklistCounts { todo } }', ['count', 'Task', 'DONE']],
    ['who may be asked', ann, () => `{ receivers(id: "${draft.id}") { possible } }`, ['receivers', 'Referral', 'DONE']],
    ['a look through a receiver\'s eyes', ann, () => `{ seenNow(id: "${sent.id}") { partnerId } }`, ['seenNow', 'Referral', 'DONE']],
    ['a look before sending', ann, () => `{ preview(id: "${draft.id}", agreements: [${AGREED}]) { partnerId } }`, ['previewReferral', 'Referral', 'DONE']],
    ['a question why', bram, () => `{ why(id: "${sent.id}", dataClass: DEBTS) { says } }`, ['read', 'Referral', 'DONE']],
    ['the register of a client', ann, () => `{ register(clientId: "${sent.clientId}") { entries { partnerId } } }`, ['read', 'Client', 'DONE']],
    ['what happened', bram, () => `{ timeline(dossierId: "${sent.id}") { nodes { event } } }`, ['read', 'TimelineEntry', 'DONE']],
    ['what happened around a client', ann, () => `{ clientTimeline(clientId: "${sent.clientId}") { nodes { event } } }`, ['read', 'TimelineEntry', 'DONE']],
    ['who looked', bram, () => `{ looks(dossierId: "${sent.id}") { nodes { day } } }`, ['read', 'Look', 'DONE']],
    ['what was there before', bram, () => `{ referralHistory(id: "${sent.id}") { fields } }`, ['history', 'Referral', 'DONE']],
    ['what a file said before', ann, () => `{ clientHistory(id: "${sent.clientId}") { fields } }`, ['history', 'Client', 'DONE']],
    ['a look at the past of what is not there', lies, () => `{ referralHistory(id: "${sent.id}") { fields } }`, ['read', 'Referral', 'NOT_FOUND']],
    ["one's own answer", bram, () => `{ ownAnswer(dossierId: "${sent.id}") { state } }`, ['list', 'Answer', 'DONE']],
    ['the people', geert, () => '{ people { name } }', ['list', 'Person', 'DONE']],
    ['who is away', ann, () => '{ absences { nodes { since } } }', ['list', 'Absence', 'DONE']],
    ['for whom one stands in', ann, () => '{ standingIn { absence { until } } }', ['list', 'Absence', 'DONE']],
    ['what nobody took yet', sofie, () => '{ teamTasks { nodes { kind } } }', ['list', 'Task', 'DONE']],
    ['who leaves', sofie, () => '{ leavers { files } }', ['leavers', 'Person', 'DONE']],
    ['a look at what is not there', lies, () => `{ referral(id: "${sent.id}") { id } }`, ['read', 'Referral', 'NOT_FOUND']],
    ['a look by who reads no file', nele, () => `{ client(id: "${sent.clientId}") { id } }`, ['read', 'Client', 'NOT_FOUND']],
    ['a look at an answer that is not there', lies, () => `{ ownAnswer(dossierId: "${sent.id}") { id } }`, ['read', 'Answer', 'NOT_FOUND']],
    ['a door that is shut', jens, () => 'mutation { openClient(key: "0b8e5a0e-6a0e-4c7e-9a55-0a3f6f6b1d11", input: { givenName: "Jo", familyName: "Smet" }) { id } }', ['openClient', 'Client', 'FORBIDDEN']],
    ['a look at no id at all', lies, () => '{ client(id: "x") { id } }', ['read', 'Client', 'NOT_FOUND']],
  ])('has a line for %s', async (_, who, query, wanted) => {
    const lines = await linesOf(ask(who, query()));
    expect(lines.map(({ operation, record, outcome }) => [operation, record, outcome])).toContainEqual(wanted);
  });

  it('has lines of support: that it was let in, and what it read, in the organisation of who did each', async () => {
    const [line] = await linesOf(ask(jelle, `{ referral(id: "${sent.id}") { givenName debtsNote } }`));
    expect(line).toMatchObject({ person_id: (await truth.person(jelle)).id, partner_id: await truth.partner('Woondienst Regio Izegem'), capacity: 'WOONDIENST/PLATFORM_ADMIN', purpose: 'glass', dossier_ids: [sent.id], outcome: 'DONE' });
    const [missed] = await linesOf(ask(jelle, `{ referral(id: "${draft.id}") { id } }`));
    expect(missed).toMatchObject({ capacity: 'WOONDIENST/PLATFORM_ADMIN', purpose: 'support', dossier_ids: [draft.id], outcome: 'NOT_FOUND' });
    const letting = await truth.rows<Line>(`select * from trail where operation = 'approveSupport'`);
    expect(letting).toMatchObject([{ person_id: (await truth.person(nele)).id, capacity: 'OCMW/DPO', purpose: 'glass', dossier_ids: [sent.id], outcome: 'DONE' }]);
  });

  it('names the file that a failed look was for', async () => {
    expect((await linesOf(ask(lies, `{ referral(id: "${sent.id}") { id } }`)))[0].dossier_ids).toEqual([sent.id]);
  });

  it('has a line for each step, and for a step that was refused on its row', async () => {
    const row = { id: sent.answerId, version: sent.answerVersion };
    const refused = await linesOf(() => scenes.cause(portal, lies, 'startGuidance', row));
    expect(refused.map(short)).toEqual([['OCMW/SOCIAL_WORKER', 'startAnswer', '', [sent.answerId], [], 'NOT_FOUND']]);
    const done = await linesOf(async () => (sent = await scenes.start(portal, sent)));
    expect(done.map(short)).toContainEqual(['WOONDIENST/HOUSING_COUNSELLOR', 'startAnswer', 'Answer', [sent.id], [], 'DONE']);
  });

  it('has a line for each attempt that failed, which names the file that it was about', async () => {
    const row = { id: sent.answerId, version: sent.answerVersion };
    const draftRow = { id: draft.id, version: draft.version };
    const attempts: [string, () => Promise<unknown>, unknown[]][] = [
      ['a step that the table does not hold', () => scenes.cause(portal, bram, 'startGuidance', row), ['startAnswer', [sent.id], 'NOT_POSSIBLE']],
      ['a step of somebody else', () => scenes.cause(portal, ann, 'startGuidance', row), ['startAnswer', [sent.id], 'FORBIDDEN']],
      ['a version that is gone', () => scenes.cause(portal, bram, 'giveFeedback', { ...row, version: 1 }, 'text: "x"'), ['feedbackAnswer', [sent.id], 'CONFLICT']],
      ['something still missing', () => scenes.cause(portal, ann, 'sendReferral', draftRow, 'agreements: [{ toldThat: false, toldPurpose: true, toldWhom: true, toldContent: true, classes: [], agreedBy: CLIENT, agreedName: "Rosa", way: ORAL, agreedOn: "2026-01-05" }]'), ['sendReferral', [draft.id], 'NEEDS']],
    ];
    for (const [what, act, wanted] of attempts) expect([what, (await linesOf(act)).map(({ operation, dossier_ids, outcome }) => [operation, dossier_ids, outcome])]).toEqual([what, [wanted]]);
  });

  it('holds every dossier of every answer: asked for all there is, at each root field, by each kind of reader', async () => {
    const dossiers = new Set((await truth.rows<{ id: string }>('select id from dossier')).map(({ id }) => id));
    const values: { [field: string]: Values[] } = {
      client: [{ id: sent.clientId }], referral: [{ id: sent.id }, { id: draft.id }], ownAnswer: [{ dossierId: sent.id }], similar: [{ givenName: 'Rosa', familyName: CANARIES[0] }], receivers: [{ id: draft.id }], preview: [{ id: draft.id, agreements: [scenes.agreement] }], seenNow: [{ id: sent.id }], why: [{ id: sent.id }], register: [{ clientId: sent.clientId }], timeline: [{ dossierId: sent.id }], looks: [{ dossierId: sent.id }, { dossierId: sent.clientId }], clientTimeline: [{ clientId: sent.clientId }], referralHistory: [{ id: sent.id }], clientHistory: [{ id: sent.clientId }], noteHistory: [{ dossierId: sent.id }], answerHistory: [{ id: sent.answerId }],
      messageReaders: [{ dossierId: sent.id }], consult: [{ id: asked }],
      ...finding('rosa', 'woning'), clients: [{}, { words: 'rosa' }], worklist: ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING'].map((part) => ({ part })),
    };
    let told = 0;
    for (const [reader, who] of [ann, joris, hilde, geert, bram, sofie, lies, tom, jens, jelle].entries())
      for (const { kind, field } of rootFields(schema).filter((each) => each.kind === 'query'))
        for (const [nr, given] of (values[field.name] ?? [{}]).entries()) for (const shows of selectionsOf(field.type, 2).filter((_, at) => isTurnOf(reader, nr + at))) {
          const { query, variables } = questionAt({ kind, field }, given, shows.replaceAll(/source(Referral|Partner)Id/g, ''));
          let body = '';
          const lines = await linesOf(async () => (body = (await asking.raw(who, query, variables)).body));
          const shown = [...new Set(body.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))].filter((id) => dossiers.has(id));
          const noted = new Set(lines.flatMap(({ dossier_ids }) => dossier_ids));
          expect([who.as, field.name, shown.filter((id) => !noted.has(id))]).toEqual([who.as, field.name, []]);
          told += shown.length;
        }
    expect(told).toBeGreaterThan(240 / size.turns);
  }, 2 * patience);

  it('holds no word of any file, and neither do the log and the memory of what was done', async () => {
    const [{ trail }] = await truth.rows<{ trail: string }>('select string_agg(to_jsonb(t)::text, \' \') as trail from trail t');
    const [{ memory }] = await truth.rows<{ memory: string }>('select string_agg(to_jsonb(t)::text, \' \') as memory from idempotency t');
    const [{ jobs }] = await truth.rows<{ jobs: string | null }>('select string_agg(to_jsonb(t)::text, \' \') as jobs from pgboss.job t');
    for (const [what, text] of Object.entries({ trail, memory, jobs: jobs ?? '', log: portal.logs.join('\n') })) expect([what, [...CANARIES, 'Rosa', 'Achterstal'].filter((word) => text.includes(word))]).toEqual([what, []]);
    expect(trail.length).toBeGreaterThan(10_000);
  });

  it('cannot be left out: when its line cannot be written nothing is shown and nothing is changed', async () => {
    const before = await truth.rows('select version, state from answer where id = $1', [sent.answerId]);
    const spoil: [string, string][] = [
      ['revoke insert on trail from portal', 'grant insert on trail to portal'],
      ['alter table trail add constraint never check (false) not valid', 'alter table trail drop constraint never'],
    ];
    for (const [broken, mended] of spoil) {
      await truth.rows(broken);
      const looks = [`{ referral(id: "${sent.id}") { givenName } }`, '{ clients { nodes { familyName } } }', '{ clients(words: "kanarie") { nodes { familyName } } }', '{ worklistCounts { todo } }'];
      for (const query of looks) {
        const raw = await asking.raw(ann, query);
        expect([broken, query, codeIn(raw)]).toEqual([broken, query, 'UNAVAILABLE']);
        expect(CANARIES.filter((word) => raw.body.includes(word))).toEqual([]);
      }
      const { errors } = await scenes.cause(portal, bram, 'giveFeedback', { id: sent.answerId, version: sent.answerVersion }, 'text: "Verloren?"');
      expect(errors!.map(({ extensions: { code } }) => code)).toEqual(['UNAVAILABLE']);
      await truth.rows(mended);
    }
    expect(await truth.rows('select version, state from answer where id = $1', [sent.answerId])).toEqual(before);
    expect(await truth.rows(`select from timeline_entry where outcome = 'Verloren?'`)).toEqual([]);
  });

  it('tells of another only who really asked: whoever writes into it must be the actor', async () => {
    const { id } = await truth.person(lies);
    const rows = await truth.rows<{ capacity: string; role: string; kind: string }>(`select t.capacity, m.role, o.kind from trail t join mandate m on m.person_id = t.person_id join partner o on o.id = t.partner_id where m.partner_id = t.partner_id`);
    expect(rows.filter(({ capacity, kind }) => !capacity.startsWith(`${kind}/`))).toEqual([]);
    expect(await truth.rows('select from trail where person_id = $1 and partner_id <> (select partner_id from person where id = $1)', [id])).toEqual([]);
  });
});
