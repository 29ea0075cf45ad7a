import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLOutputType, type GraphQLSchema, isObjectType } from 'graphql';
import { ann, bram, geert, hilde, joris, lies, nele, type Person, sofie, tom } from '../cast/cast.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { committedSchema, edgesOf, questionAt, rootFields, type Values } from './graph.js';
import { newThings, shuffled, worldOf } from './twins.js';
import { Dice } from './world.js';

const QUESTIONS = 30;

/** As long as another could tell the two apart, a value would be told by what it changes: these differ in what a reader does not get. */
const otherFiles = [
  `create temp table twin as select id, gen_random_uuid() as copy, kind from dossier`,
  `insert into dossier (id, kind, opened_by) select copy, kind, (select id from partner where key = 'ocmw-ingelmunster') from twin`,
  `insert into party (dossier_id, partner_id, roles, granted_by, kind, state) select copy, p.id, array[case when twin.kind = 'Client' then 'OWNER' else 'SENDER' end], p.id, twin.kind, 'DRAFT' from twin, partner p where p.key = 'ocmw-ingelmunster'`,
  `insert into client select (jsonb_populate_record(c, jsonb_build_object('id', t.copy, 'partner_id', p.id, 'phone', '0470 11 11 11'))).* from client c join twin t on t.id = c.id, partner p where p.key = 'ocmw-ingelmunster'`,
  `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', t.copy, 'partner_id', p.id, 'audience', '{}'))).* from referral r join twin t on t.id = r.id, partner p where p.key = 'ocmw-ingelmunster'`,
  `insert into task (id, dossier_id, partner_id, audience, kind, role, awaits, due) select gen_random_uuid(), copy, p.id, array[p.id], 'DECIDE', 'SOCIAL_WORKER', false, now() from twin, partner p where p.key = 'ocmw-ingelmunster'`,
  `insert into trail (partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) select partner_id, 'CLOCK', 'x', 'x', 'x', '{}', '{}', 'DONE' from client`,
];
const ofLedegem = `(select id from partner where key = 'ocmw-ledegem')`;
const ofWoondienst = `(select id from partner where key = 'woondienst-izegem')`;
const clientsOf = (partner: string) => `update client set given_name = 'Wendy', family_name = 'Anders', birth_date = null, phone = null, household_note = 'heel anders', municipality = 'Izegem', adults = 4 where partner_id = ${partner}`;
const privateNotes = (author: string) => `delete from note where data_class = 'PRIVATE_NOTE' and author_id = (select id from person where username = '${author}')`;
const drafts = [`update referral set question = 'anders', type = 'TO_WOONDIENST', urgent = true, family_name = 'Anders' where state = 'DRAFT' and partner_id = ${ofLedegem}`, `delete from note where dossier_id in (select id from referral where state = 'DRAFT')`];
/** Of what was sent and no longer shared. */
const unshared = `update referral set phone = null, email = 'x@y.example', street = 'Anders 1', postcode = null, municipality = null, language = 'Frans', contact_note = null, adults = null, children = 9, household_note = null,
  income_source = null, income_note = 'x', debts_note = null, housing_situation = null, housing_note = null, housing_wishes = null where not exists (select from share s where s.dossier_id = referral.id and s.until > now()) and state <> 'DRAFT'`;
const theirs = `in (select id from referral where partner_id = ${ofLedegem})`;
const contents = [`update referral set given_name = 'Wendy', family_name = 'Anders', birth_date = '1950-01-01', phone = null, adults = 9, income_note = null, debts_note = 'x', housing_note = null where id ${theirs}`, `update answer set advice = 'anders', reject_text = 'anders' where advice is not null and dossier_id ${theirs}`, `update timeline_entry set outcome = 'anders' where outcome is not null and dossier_id ${theirs}`, `delete from note where dossier_id ${theirs}`];

const WORLDS: { who: Person[]; differs: string[] }[] = [
  { who: [bram, sofie], differs: [...otherFiles, ...drafts, unshared, clientsOf(ofLedegem), privateNotes('ann.maes'), `delete from note where data_class = 'HEALTH' and dossier_id not in (select dossier_id from share where until > now())`] },
  { who: [ann, joris], differs: [...otherFiles, clientsOf(ofWoondienst), privateNotes('bram.vandeputte'), `insert into task (id, dossier_id, partner_id, audience, kind, role, awaits, due) select gen_random_uuid(), dossier_id, partner_id, array[partner_id], 'ESCALATED', 'COORDINATOR', false, now() from answer`] },
  { who: [hilde, sofie], differs: [...otherFiles, ...contents, clientsOf(ofLedegem), clientsOf(ofWoondienst)] },
  { who: [lies, tom, geert, nele], differs: [...otherFiles, ...contents, ...drafts, clientsOf(ofLedegem), clientsOf(ofWoondienst), `update answer set state = 'RECEIVED' where dossier_id ${theirs}`, `delete from task where dossier_id ${theirs}`] },
];

describe('two worlds that differ in nothing that a reader may know', () => {
  let story: TestPortal;
  let schema: GraphQLSchema;
  let known: string[];
  let dossiers: string[];
  beforeAll(async () => {
    story = await startPortal();
    schema = committedSchema();
    const client = await scenes.aClient(story, ann);
    await scenes.aDraft(story, ann, { client });
    const health = await scenes.aDraft(story, ann, { client });
    await scenes.aNote(story, ann, health.id, 'HEALTH', 'gezondheid');
    const shared = await scenes.receive(story, await scenes.send(story, health));
    const stopped = await scenes.aDraft(story, ann, { client: await scenes.aClient(story, ann, { givenName: 'Rosalie' }) });
    await scenes.aNote(story, ann, stopped.id, 'HEALTH', 'niet meer gedeeld');
    const ended = await scenes.reject(story, await scenes.receive(story, await scenes.send(story, stopped)));
    await scenes.accept(story, await scenes.receive(story, await scenes.aReferral(story, ann, { client })));
    await scenes.withdraw(story, await scenes.aReferral(story, ann, { client }));
    await scenes.aReferral(story, lies);
    for (const [who, id] of [[ann, shared.id], [joris, shared.id], [bram, shared.id], [bram, ended.id]] as [Person, string][]) await scenes.aNote(story, who, id, 'PRIVATE_NOTE', `van ${who.as}`);
    const truth = await Truth.of(story);
    await truth.rows('update share set until = since where dossier_id = $1', [ended.id]);
    const tables = ['client', 'referral', 'answer', 'note', 'task', 'timeline_entry', 'person', 'mandate', 'partner', 'agreement', 'exchange_protocol'];
    known = (await truth.rows<{ id: string }>(tables.map((table) => `select id::text from ${table}`).concat('select number from referral').join(' union '))).map(({ id }) => id).sort();
    dossiers = (await truth.rows<{ id: string }>('select id from dossier order by id')).map(({ id }) => id);
    await truth.close();
    await story.app.close();
  });
  afterAll(() => story.stop());

  /** Some of what can be asked of a type. */
  function some(dice: Dice, type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (!isObjectType(named)) return '';
    const parts = Object.values(named.getFields()).flatMap((field) => {
      const below = getNamedType(field.type);
      if (field.name === 'next' || dice.next() < 0.35) return [];
      if (!isObjectType(below)) return [field.name];
      return depth > 0 ? [`${field.name} ${some(dice, below, depth - 1)}`] : [];
    });
    return `{ __typename ${parts.join(' ')} }`;
  }

  const WORDS = ['Rosa', 'Lippens', 'ros', 'wendy', 'Anders', 'x', '%'];
  /** A question of chance: any root field, any row of the story or none, and any part of what can be shown. */
  function question(dice: Dice, kind: 'query' | 'mutation') {
    const root = dice.one(rootFields(schema).filter((each) => each.kind === kind));
    const { field } = root;
    const values: Values = { ...(kind === 'mutation' && { key: dice.uuid() }) };
    for (const edge of edgesOf(schema).filter((each) => each.field === field)) if (edge.path.length === 1) values[edge.path[0]] = dice.next() < 0.9 ? dice.one(known.filter((id) => id.length === 36)) : dice.uuid();
    const takes = (name: string) => field.args.some((argument) => argument.name === name);
    if (takes('words')) values.words = dice.one(WORDS);
    if (takes('familyName')) Object.assign(values, { givenName: dice.one(WORDS), familyName: dice.one(WORDS), birthDate: dice.one(['1984-05-06', '1950-01-01']) });
    if (takes('part')) values.part = dice.one(['TODO', 'OVERDUE', 'WAITING', 'UPCOMING']);
    if (takes('state') && dice.next() < 0.5) values.state = dice.one(['DRAFT', 'NEW', 'DELIVERED', 'RECEIVED', 'WITHDRAWN']);
    if (takes('first')) values.first = dice.one([1, 2, 50]);
    if (takes('version')) values.version = dice.one([1, 1, 2, 3]);
    if (field.name === 'draftReferral') values.type = 'TO_WOONDIENST';
    if (field.name === 'writeNote') Object.assign(values, { dataClass: dice.one(['HEALTH', 'PRIVATE_NOTE']), version: 0 });
    if (field.name === 'rejectReferral') values.reason = 'NOT_COMPETENT';
    return questionAt(root, values, some(dice, field.type, kind === 'query' ? 3 : 2));
  }

  /** Each dossier at each door that takes one, with all that it could show. */
  const sweep = () => rootFields(schema).filter(({ kind, field }) => kind === 'query' && field.args.some(({ name }) => ['id', 'dossierId'].includes(name))).flatMap((root) => dossiers.map((id) => questionAt(root, { [root.field.args[0].name]: id })));

  it.each(WORLDS.map((world, at): [string, typeof world, number] => [world.who.map(({ as }) => as).join(', '), world, at]))('answers %s the same in both, byte for byte', async (_, { who, differs }, at) => {
    const dice = new Dice(4711 + at);
    const [one, other] = await Promise.all([worldOf(story.ownerUrl), worldOf(story.ownerUrl, differs)].map((each) => each));
    const since = new Date().toISOString();
    const [plain, plainToo] = [newThings(new Set(known), since), newThings(new Set(known), since)];
    let answered = 0;
    let refused = 0;
    try {
      for (const reader of who) {
        const programme = [...sweep(), ...Array.from({ length: QUESTIONS }, () => question(dice, 'query')), ...shuffled(dice, Array.from({ length: QUESTIONS }, (__, index) => question(dice, index % 2 ? 'mutation' : 'query')))];
        for (const each of programme) {
          const [found, foundToo] = [await one.ask(reader, each), await other.ask(reader, each)];
          if (found.body.includes('"errors"')) refused += 1;
          else answered += 1;
          expect({ reader: reader.as, ...each, ...plainToo(foundToo) }).toEqual({ reader: reader.as, ...each, ...plain(found) });
        }
      }
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
    expect(answered).toBeGreaterThan(who.length * QUESTIONS * 0.7);
    expect(refused).toBeGreaterThan(who.length * 10);
  }, 180_000);

  it('is a test that sees a difference where there is one', async () => {
    const [one, other] = [await worldOf(story.ownerUrl), await worldOf(story.ownerUrl, contents)];
    try {
      const all = { query: '{ referrals { nodes { givenName debtsNote notes { id } } } }', variables: {} };
      expect(await other.ask(ann, all)).not.toEqual(await one.ask(ann, all));
      expect(await other.ask(bram, all)).not.toEqual(await one.ask(bram, all));
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  });
});
