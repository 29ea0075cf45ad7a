import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, getNullableType, type GraphQLOutputType, type GraphQLSchema, isListType, isObjectType } from 'graphql';
import { ann, bram, dirk, frank, geert, hilde, joris, katrien, lies, nele, type Person, sofie, tom } from '../cast/cast.js';
import { added, text } from '../cast/files.js';
import { consulted, written } from '../cast/messages.js';
import { away as absent, handOver, inDays, received, sent as asSent } from '../cast/people.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { committedSchema, edgesOf, questionAt, rootFields, type Values } from './graph.js';
import { patience, size, tell } from './sizes.js';
import { newThings, shuffled, worldOf } from './twins.js';
import { Dice } from './world.js';


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
const clientsOf = (partner: string) => `update client set given_name = 'Wendy', family_name = 'Anders', birth_date = null, phone = null, household_note = 'heel anders', municipality = 'Izegem', adults = 4, address_protected = true, transferred_at = now() where partner_id = ${partner}`;
/** Rows of its own files that a partner entered. */
const enteredBy = (partner: string) => `insert into imported_row (id, dossier_id, partner_id, reference, content, at) select gen_random_uuid(), id, partner_id, 'rij ' || id, 'anders', now() from client where partner_id = ${partner}`;
const privateNotes = (author: string) => `delete from note where data_class = 'PRIVATE_NOTE' and author_id = (select id from person where username = '${author}')`;
const drafts = [`update referral set question = 'anders', type = 'TO_WOONDIENST', urgent = true, family_name = 'Anders' where state = 'DRAFT' and partner_id = ${ofLedegem}`, `delete from note where dossier_id in (select id from referral where state = 'DRAFT')`];
/** What a partner writes to its own people, and keeps for itself of what it wrote to others. */
const words = (partner: string) => [
  `delete from message where audience = array[${partner}]`,
  `update message set to_partner_ids = '{}', leaves_at = now() where partner_id = ${partner}`,
];
/** Who of the asker's own people asked, about whom, and where nothing is told of it: which partner. */
const askers = [`update consult set asked_by = 'Anders', person_id = gen_random_uuid() where partner_id = ${ofLedegem}`, `delete from client_file f using consult c where c.id = f.about_id and c.partner_id = ${ofLedegem}`];
const conversations = [`update message set body = 'anders', to_partner_ids = '{}' where body is not null`, `update consult set adults = 9, children = null, household_note = 'anders', asked_by = 'Anders'`];
/** What a sender keeps for itself about what it sent: where it stands, to whom it went, what they got, its own number, whom it keeps away. */
const ofSender = (partner: string) => [
  `update referral set version = version + 7, changed_at = now(), state = case when state = 'DELIVERED' then 'CLOSED' else state end, closed_at = now(), content_version = 9, content_at = now(), sent_at = now(), open_receivers = true where partner_id = ${partner} and state <> 'DRAFT'`,
  `update party set state = 'CLOSED', at = now() where kind = 'Referral' and partner_id = ${partner} and partner_id = granted_by and state <> 'DRAFT'`,
  `update recipient set classes = '{DEBTS}', version = 5 where partner_id = ${partner}`,
  `delete from receipt where partner_id = ${partner}`,
  `update own_number set number = 'anders' where partner_id = ${partner}`,
  `update recusal set reason = 'anders', person_name = 'Anders' where partner_id = ${partner}`,
  `update referral_person set given_name = 'Anders', relation = 'OTHER', left_out = true where partner_id = ${partner} and audience <> '{}'`,
];
/** Files that a partner keeps for itself or that nobody was lent, and how many there are. */
const ownFiles = (partner: string, kept = `a.audience = array[a.partner_id] or not exists (select from share s where s.dossier_id = a.dossier_id and s.until > now() and s.ended_at is null and a.data_class = any(s.classes))`) => [
  `delete from attachment_content c using attachment a where a.id = c.attachment_id and a.partner_id = ${partner} and (${kept})`,
  `delete from attachment a where a.partner_id = ${partner} and (${kept})`,
];
/** A version of what was sent, different in what is not shared, and one of each private note of the sender. */
const replaced = (column: string) => [
  `insert into earlier (record, row_id, version, dossier_id, row, at) select 'Referral', r.id, coalesce((select min(version) from earlier e where e.row_id = r.id), 1) - 1, r.id, to_jsonb(r) || '{"${column}": "vroeger anders"}', now() from referral r
    where r.delivered_at is not null and not exists (select from share s where s.dossier_id = r.id and s.until > now() and s.classes && array['DEBTS', 'ADDRESS'])`,
  `insert into earlier (record, row_id, version, dossier_id, row) select 'Note', n.id, coalesce((select min(version) from earlier e where e.row_id = n.id), 1) - 1, n.dossier_id, to_jsonb(n) || '{"body": "vroeger van ann"}' from note n where n.data_class = 'PRIVATE_NOTE' and n.author_id in (select id from person where username in ('ann.maes', 'joris.callewaert'))`,
];
/** Another receiver of all that was sent, who has done a lot already: the CAW. */
const sent = `referral r cross join (select id from partner where kind = 'CAW') o where r.delivered_at is not null and not exists (select from party p where p.dossier_id = r.id and p.partner_id = o.id)`;
const anotherReceiver = [
  `create temp table fellow as select r.id as dossier, r.partner_id as sender, o.id as caw from ${sent}`,
  `insert into party (dossier_id, partner_id, roles, granted_by, kind, state) select dossier, caw, array['RECEIVER'], sender, 'Referral', 'IN_PROGRESS' from fellow`,
  `insert into answer (id, dossier_id, partner_id, from_partner_id, audience, state, delivered_at, advice, contact_name, version) select gen_random_uuid(), dossier, caw, sender, array[sender, caw], 'IN_PROGRESS', now(), 'raad', 'Joke', 6 from fellow`,
  `insert into share (id, dossier_id, partner_id, classes, purpose, ground, until, granted_by, audience) select gen_random_uuid(), dossier, caw, array['CORE', 'DEBTS', 'HEALTH'], 'x', 'x', '2199-01-01', sender, array[sender, caw] from fellow`,
  `insert into recipient (id, dossier_id, partner_id, audience, receiver_id, classes) select gen_random_uuid(), dossier, sender, array[sender], caw, array['DEBTS'] from fellow`,
  `insert into timeline_entry (id, dossier_id, partner_id, audience, person_name, at, event, text, outcome) select gen_random_uuid(), dossier, caw, array[sender, caw], 'Joke Termote', now(), e, 'x', 'y' from fellow, unnest(array['RECEIVED', 'ASKED', 'ACCEPTED', 'FEEDBACK']) e`,
  `insert into task (id, dossier_id, partner_id, audience, kind, role, awaits, due, other_partner_id) select gen_random_uuid(), dossier, p, array[p], 'ESCALATED', 'COORDINATOR', false, now(), case when p = caw then sender else caw end from fellow, unnest(array[sender, caw]) p`,
  `insert into note (id, dossier_id, partner_id, audience, author_id, data_class, body) select gen_random_uuid(), dossier, caw, array[caw], (select id from person where username = 'joke.termote'), 'PRIVATE_NOTE', 'van joke' from fellow`,
  `insert into access_request (id, dossier_id, partner_id, audience, to_partner_id, state, classes, reason, until, asked_at, asked_by) select gen_random_uuid(), dossier, caw, array[caw, sender], sender, 'ASKED', array['INCOME'], 'nodig', '2027-01-01', now(), 'Joke' from fellow`,
  `insert into message (id, dossier_id, partner_id, audience, author_id, author_name, state, at, to_partner_ids, body) select gen_random_uuid(), dossier, case when w then caw else sender end, array[sender, caw], gen_random_uuid(), 'Joke', 'DELIVERED', now(), array[sender, caw], 'van en aan het CAW' from fellow, unnest(array[true, false]) w`,
  `insert into own_number (id, dossier_id, partner_id, audience, number) select gen_random_uuid(), dossier, caw, array[caw], 'CAW-1' from fellow`,
  `insert into attachment (id, dossier_id, partner_id, audience, author_id, author_name, data_class, state, file_name, kind, size, added_at) select gen_random_uuid(), dossier, caw, array[caw, sender], p.id, 'Joke', 'OUTCOME', 'PENDING', 'a.txt', 'TXT', 1, now() from fellow, person p where p.username = 'joke.termote' union all select gen_random_uuid(), dossier, sender, array[sender, caw], p.id, 'Ann', 'DEBTS', 'PENDING', 'b.txt', 'TXT', 1, now() from fellow, person p where p.partner_id = sender and p.username in ('ann.maes', 'lies.verhelst')`,
  // What the other did and saw there, and what its sender did about it.
  `insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome, changed) select p.id, p.partner_id, c, o, 'help', 'Referral', array[dossier], array['CORE', 'DEBTS', 'HEALTH'], 'DONE', o = 'narrowShare'
    from fellow, (values ('joke.termote', 'CAW/SOCIAL_WORKER', 'read'), ('els.boone', 'CAW/COORDINATOR', 'list'), ('ann.maes', 'OCMW/SOCIAL_WORKER', 'narrowShare'), ('joris.callewaert', 'OCMW/SOCIAL_WORKER', 'list')) v (u, c, o) join person p on p.username = v.u`,
  ...replaced('debts_note'), ...replaced('street'),
];
/** Of what was sent and no longer shared. */
const unshared = `update referral set phone = null, email = 'x@y.example', street = 'Anders 1', postcode = null, municipality = null, language = 'Frans', contact_note = null, adults = null, children = 9, household_note = null,
  income_source = null, income_note = 'x', debts_note = null, housing_situation = null, housing_note = null, housing_wishes = null, accessible_home = true, meets_income_condition = true, lowest_income_category = true, income_proof_on = '2020-01-01', past_tenancy_note = 'x', heating = 'COAL', home_note = 'x' where not exists (select from share s where s.dossier_id = referral.id and s.until > now()) and state <> 'DRAFT'`;
const theirs = `in (select id from referral where partner_id = ${ofLedegem})`;
const contents = [`update referral set given_name = 'Wendy', family_name = 'Anders', birth_date = '1950-01-01', phone = null, adults = 9, income_note = null, debts_note = 'x', housing_note = null where id ${theirs}`, `update answer set advice = 'anders', reject_text = 'anders' where advice is not null and dossier_id ${theirs}`, `update timeline_entry set outcome = 'anders' where outcome is not null and dossier_id ${theirs}`, `delete from note where dossier_id ${theirs}`, `delete from attachment_content`, `delete from attachment`];

/** What everybody else was told, wished and was mailed, and where others' mail goes. */
const news = (...who: Person[]) => {
  const readers = `(select id from person where username in (${who.map(({ as }) => `'${as}'`).join(', ')}))`;
  return [
    `update notice set kind = 'MESSAGE', urgent = true, read_at = now(), at = now() where person_id not in ${readers}`,
    `insert into notice (id, partner_id, person_id, dossier_id, kind, at) select gen_random_uuid(), p.partner_id, p.id, d.id, 'TASK', now() from dossier d, person p where p.id not in ${readers}`,
    `update mail_preference set urgent = false, digest = 'NEVER' where person_id not in ${readers}`,
    `insert into mail (id, partner_id, person_id, kind, until, state, queued_at, next_at) select gen_random_uuid(), p.partner_id, p.id, 'DIGEST', now(), 'SENT', now(), now() from person p`,
    `update person set email = username || '@anders.example', mail_refused_at = now() where id not in ${readers} and partner_id not in (select partner_id from mandate where role = 'PARTNER_ADMIN' and person_id in ${readers})`,
  ];
};

/** What somebody keeps for herself, and what the office of a partner keeps: a filter, a feed, the words of a closing day, a look at who has access. */
const ownDesk = (who: string) => [
  `insert into saved_filter (id, partner_id, person_id, name, made_at) select gen_random_uuid(), partner_id, id, 'anders', now() from person where username = '${who}'`,
  `insert into calendar_feed (id, partner_id, person_id, mandate_id, secret_hash, made_at) select gen_random_uuid(), partner_id, person_id, id, md5(id::text), now() from mandate where person_id in (select id from person where username = '${who}') and id not in (select mandate_id from calendar_feed)`,
];
const officeOf = (partner: string) => [
  `update closing_day set label = 'anders', set_by = 'Anders' where partner_id = ${partner}`,
  `insert into closing_day (id, partner_id, day, label, set_by, removed_at) select gen_random_uuid(), ${partner}, '2027-01-11', 'anders', 'Anders', now()`,
  `insert into access_review (id, partner_id, person_id, mandate_id, asked_at, ends_on) select gen_random_uuid(), partner_id, person_id, id, now(), '2027-02-02' from mandate where partner_id = ${partner} and id not in (select mandate_id from access_review)`,
];

/** Who of a partner is away, who took which task, and what went over to whom with which note. */
const staffOf = (partner: string) => [
  `insert into absence (id, partner_id, person_id, since, until, set_by) select gen_random_uuid(), partner_id, id, today(), today() + 9, name from person where partner_id = ${partner} and id not in (select person_id from absence)`,
  `update absence set until = until + 20, cancelled_at = null, set_by = 'Anders', version = version + 1 where partner_id = ${partner}`,
  `update hand_over set files = 99, done_by = 'Anders' where partner_id = ${partner}`,
  `update task set person_id = (select min(id::text)::uuid from person where partner_id = ${partner}), version = version + 1 where partner_id = ${partner} and role is not null and done_at is null`,
  `insert into timeline_entry (id, dossier_id, partner_id, audience, person_name, at, event, text) select gen_random_uuid(), dossier_id, partner_id, array[partner_id], 'Anders', now(), 'HANDED_OVER', 'nota' from party where partner_id = ${partner} and kind = 'Referral'`,
];

const WORLDS: { who: Person[]; differs: string[] }[] = [
  { who: [bram, sofie], differs: [...news(bram, sofie), ...ofSender(ofLedegem), ...ownFiles(ofLedegem), ...anotherReceiver, ...ownDesk('katrien.lagae'), ...officeOf(ofLedegem), ...staffOf(ofLedegem), ...words(ofLedegem)] },
  { who: [bram, sofie], differs: [...news(bram, sofie), ...otherFiles, ...drafts, unshared, clientsOf(ofLedegem), enteredBy(ofLedegem), privateNotes('ann.maes'), ...words(ofLedegem), ...askers, `delete from note where data_class = 'HEALTH' and dossier_id not in (select dossier_id from share where until > now())`] },
  { who: [ann, joris], differs: [...news(ann, joris), ...otherFiles, ...staffOf(ofWoondienst), clientsOf(ofWoondienst), enteredBy(ofWoondienst), privateNotes('bram.vandeputte'), ...ownFiles(ofWoondienst, 'a.audience = array[a.partner_id]'), ...ownDesk('hilde.debaere'), ...officeOf(ofWoondienst), ...words(ofWoondienst), `insert into task (id, dossier_id, partner_id, audience, kind, role, awaits, due) select gen_random_uuid(), dossier_id, partner_id, array[partner_id], 'ESCALATED', 'COORDINATOR', false, now() from answer`] },
  { who: [hilde, sofie], differs: [...news(hilde, sofie), ...otherFiles, ...contents, ...conversations, clientsOf(ofLedegem), clientsOf(ofWoondienst)] },
  { who: [lies, tom, geert, nele], differs: [...news(lies, tom, geert, nele), ...ownDesk('ann.maes'), ...officeOf(ofWoondienst), ...otherFiles, ...staffOf(ofWoondienst), ...contents, ...conversations, 'delete from message', `update consult set question = 'anders', state = 'CLOSED', answer = 'anders'`, ...drafts, clientsOf(ofLedegem), clientsOf(ofWoondienst), `update answer set state = 'RECEIVED' where dossier_id ${theirs}`, `delete from task where dossier_id ${theirs}`] },
];

describe('two worlds that differ in nothing that a reader may know', () => {
  let story: TestPortal;
  let schema: GraphQLSchema;
  let known: string[];
  let dossiers: string[];
  let partners: string[];
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
    await scenes.aReferral(story, lies, { client: await scenes.aClient(story, lies, { municipality: 'Izegem' }) });
    const keep = 'mutation ($key: ID!, $id: ID!, $number: String!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: $number) { id } }';
    const away = 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id } }';
    const truth = await Truth.of(story);
    for (const [who, number, person] of [[ann, 'L-1', frank], [bram, 'W-1', dirk]] as [Person, string, Person][]) {
      await scenes.must(story, who, keep, { key: crypto.randomUUID(), id: shared.id, number });
      await scenes.must(story, who, away, { key: crypto.randomUUID(), id: shared.id, personId: (await truth.person(person)).id });
    }
    await truth.rows(`insert into closing_day (id, partner_id, day, label, set_by) select gen_random_uuid(), id, '2027-01-12', 'Brugdag', 'Woonbrug' from partner where key in ('ocmw-ledegem', 'woondienst-izegem')`);
    for (const who of [ann, bram]) for (const act of ['saveFilter(key: $key, name: "Mijn", part: TODO) { id }', 'makeCalendarFeed(key: $key) { feed { id } }']) await scenes.must(story, who, `mutation ($key: ID!) { ${act} }`, { key: crypto.randomUUID() });
    await truth.rows(`insert into access_review (id, partner_id, person_id, mandate_id, asked_at, ends_on) select gen_random_uuid(), partner_id, person_id, id, now(), '2027-02-02' from mandate where partner_id = ${ofLedegem} limit 2`);
    const [annId, jorisId, bramId, katrienId] = await Promise.all([ann, joris, bram, katrien].map(async (who) => (await truth.person(who)).id));
    await absent(story, ann, annId, { since: inDays(0), until: inDays(9), deputyId: jorisId });
    await absent(story, bram, bramId, { since: inDays(0), until: inDays(9), deputyId: katrienId });
    const gone = await scenes.aDraft(story, ann, { client });
    await handOver(story, ann, annId, jorisId, [asSent(gone)]);
    const taken = await scenes.accept(story, await scenes.receive(story, await scenes.aReferral(story, ann, { client })));
    await handOver(story, bram, bramId, katrienId, [received(taken)]);
    for (const [who, id] of [[ann, shared.id], [joris, shared.id], [bram, shared.id], [bram, ended.id]] as [Person, string][]) await scenes.aNote(story, who, id, 'PRIVATE_NOTE', `van ${who.as}`);
    const bothKnow = await truth.partner('Woondienst Regio Izegem');
    for (const [who, id, dataClass, partnerIds] of [[ann, client.id, 'DEBTS', []], [ann, shared.id, 'DEBTS', []], [ann, shared.id, 'HEALTH', [bothKnow]], [ann, ended.id, 'HEALTH', [bothKnow]], [joris, shared.id, 'PRIVATE_NOTE', []], [bram, shared.id, 'INCOME', []], [bram, shared.id, 'OUTCOME', [await truth.partner('OCMW Ledegem')]]] as [Person, string, string, string[]][]) await added(story, who, id, text(), { dataClass, partnerIds });
    for (const [who, to] of [[ann, ['Woondienst Regio Izegem']], [ann, []], [bram, ['OCMW Ledegem']], [bram, []]] as [Person, string[]][]) await written(story, who, shared.id, to, `bericht van ${who.as}`);
    for (const anonymous of [false, true]) await consulted(story, ann, { anonymous, clientId: client.id });
    await truth.rows('update share set until = since where dossier_id = $1', [ended.id]);
    const tables = ['client', 'referral', 'answer', 'note', 'attachment', 'task', 'timeline_entry', 'person', 'mandate', 'partner', 'agreement', 'exchange_protocol', 'cooperation_protocol', 'recipient', 'receipt', 'share', 'own_number', 'recusal', 'referral_person', 'access_request', 'closing_day', 'calendar_feed', 'saved_filter', 'access_review', 'partner_name', 'absence', 'hand_over', 'message', 'consult', 'imported_row', 'notice', 'mail_preference', 'look'];
    known = (await truth.rows<{ id: string }>(tables.map((table) => `select id::text from ${table}`).concat('select number from referral', 'select number from consult').join(' union '))).map(({ id }) => id).sort();
    dossiers = (await truth.rows<{ id: string }>('select id from dossier order by id')).map(({ id }) => id);
    partners = (await truth.rows<{ id: string }>('select id from partner order by key')).map(({ id }) => id);
    await truth.close();
    await story.app.close();
  });
  afterAll(() => story.stop());

  /** Some of what can be asked of a type. */
  function some(dice: Dice, type: GraphQLOutputType, depth: number, lists = 0): string {
    const named = getNamedType(type);
    if (!isObjectType(named)) return '';
    const parts = Object.values(named.getFields()).flatMap((field) => {
      const below = getNamedType(field.type);
      if (field.name === 'next' || dice.next() < 0.35) return [];
      if (!isObjectType(below)) return [field.name];
      if (below.name === 'Withheld') return [`${field.name} { dataClass why }`];
      // Few at a time, so that the limits of the portal let it through.
      const within = lists + (isListType(getNullableType(field.type)) ? 1 : 0);
      return depth > 0 && within <= 2 && (depth > 2 || dice.next() < 0.4) ? [`${field.name} ${some(dice, below, depth - 1, within)}`] : [];
    });
    return `{ __typename ${parts.join(' ')} }`;
  }

  const WORDS = ['Rosa', 'Lippens', 'ros', 'wendy', 'Anders', 'x', '%', 'woning', 'huur', '0470', 'schimmel', 'a'];
  /** A question of chance: any root field, any row of the story or none, and any part of what can be shown. */
  function question(dice: Dice, kind: 'query' | 'mutation') {
    const root = dice.one(rootFields(schema).filter((each) => each.kind === kind));
    const { field } = root;
    const values: Values = { ...(kind === 'mutation' && { key: dice.uuid() }) };
    for (const edge of edgesOf(schema).filter((each) => each.field === field)) if (edge.path.length === 1) values[edge.path[0]] = dice.next() < 0.9 ? dice.one(known.filter((id) => id.length === 36)) : dice.uuid();
    const takes = (name: string) => field.args.some((argument) => argument.name === name);
    if (takes('agreements')) values.agreements = [scenes.agreement];
    if (takes('dataClass')) values.dataClass = dice.one(['CONTACT', 'ADDRESS', 'HEALTH', 'DEBTS', 'PROGRESS', 'INCOME_CONDITION']);
    if (takes('receivers')) values.receivers = [{ partnerId: dice.one(partners), classes: [dice.one(['CONTACT', 'DEBTS'])] }];
    if (field.name === 'narrowShare') Object.assign(values, { partnerId: dice.one(partners), classes: [], wish: 'CLIENT' });
    if (field.name === 'requestAccess') Object.assign(values, { classes: [dice.one(['DEBTS', 'ADDRESS', 'HEALTH'])], until: '2027-01-01' });
    if (field.name === 'askConsult') values['input.receiverId'] = dice.one(partners);
    if (takes('words')) values.words = dice.one(WORDS);
    if (takes('familyName')) Object.assign(values, { givenName: dice.one(WORDS), familyName: dice.one(WORDS), birthDate: dice.one(['1984-05-06', '1950-01-01']) });
    if (takes('part')) values.part = dice.one(['TODO', 'OVERDUE', 'WAITING', 'UPCOMING']);
    if (takes('state') && dice.next() < 0.5) values.state = dice.one(['DRAFT', 'NEW', 'DELIVERED', 'RECEIVED', 'WITHDRAWN']);
    if (takes('first')) values.first = dice.one([1, 2, 50]);
    // Mostly one's own list: of a colleague it is there for her deputy alone.
    if (takes('insteadOf') && dice.next() < 0.7) delete values.insteadOf;
    if (takes('version')) values.version = dice.one([1, 1, 2, 3]);
    if (['draftReferral', 'draftTransfer'].includes(field.name)) values.type = 'TO_WOONDIENST';
    if (field.name === 'writeNote') Object.assign(values, { dataClass: dice.one(['HEALTH', 'PRIVATE_NOTE']), version: 0 });
    if (field.name === 'addClosingDay') values.day = dice.one(['2026-12-29', '2027-02-02', '2027-03-03']);
    if (field.name === 'rejectReferral') values.reason = 'NOT_COMPETENT';
    return questionAt(root, values, some(dice, field.type, kind === 'query' ? 3 : 2));
  }

  /** Each dossier at each door that takes one, with all that it could show. */
  const sweep = () => rootFields(schema).filter(({ kind, field }) => kind === 'query' && field.args.some(({ name }) => ['id', 'dossierId', 'clientId'].includes(name))).flatMap((root) => {
    const { name } = root.field.args.find((each) => ['id', 'dossierId', 'clientId'].includes(each.name))!;
    return dossiers.map((id) => questionAt(root, { [name]: id, ...(root.field.name === 'preview' && { agreements: [scenes.agreement] }) }));
  });

  const perReader = Math.max(60, Math.ceil(size.pairs / WORLDS.flatMap(({ who }) => who).length));
  /** So many questions to one pair of worlds; the next pair differs in another part of what is hidden. */
  const ROUND = 500;

  it.each(WORLDS.map((world, at): [string, typeof world, number] => [world.who.map(({ as }) => as).join(', '), world, at]))('answers %s the same in both, byte for byte', async (_, { who, differs }, at) => {
    const dice = new Dice(4711 + at);
    const met = { answered: 0, refused: 0, limits: 0 };
    for (let asked = 0; asked < perReader; asked += ROUND) {
      // What builds upon a table made before stays with it.
      const part = asked === 0 ? differs : differs.filter((sql) => /\b(twin|fellow)\b/.test(sql) || dice.next() < 0.6);
      const [one, other] = await Promise.all([worldOf(story.ownerUrl), worldOf(story.ownerUrl, part)]);
      const since = new Date().toISOString();
      const [plain, plainToo] = [newThings(new Set(known), since), newThings(new Set(known), since)];
      try {
        for (const reader of who) {
          const half = Math.ceil(Math.min(ROUND, perReader - asked) / 2);
          const programme = [...(asked === 0 ? sweep() : []), ...Array.from({ length: half }, () => question(dice, 'query')), ...shuffled(dice, Array.from({ length: half }, (__, index) => question(dice, index % 2 ? 'mutation' : 'query')))];
          for (const each of programme) {
            const [found, foundToo] = [await one.ask(reader, each), await other.ask(reader, each)];
            met[found.body.includes('"LIMIT"') || found.body.includes('"BAD_REQUEST"') ? 'limits' : found.body.includes('"errors"') ? 'refused' : 'answered'] += 1;
            expect({ reader: reader.as, ...each, ...plainToo(foundToo) }).toEqual({ reader: reader.as, ...each, ...plain(found) });
          }
        }
      } finally {
        await Promise.all([one.stop(), other.stop()]);
      }
    }
    tell(`${met.answered + met.refused} pairs of answers to ${who.map(({ as }) => as).join(', ')}: 0 differing bytes (${JSON.stringify(met)})`);
    expect(met.answered).toBeGreaterThan(who.length * perReader * 0.3);
    expect(met.refused).toBeGreaterThan(who.length * 10);
    expect(met.limits).toBeLessThan(who.length * perReader * 0.2);
  }, patience);

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
