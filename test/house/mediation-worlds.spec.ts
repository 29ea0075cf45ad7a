import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { Terms } from '#dossiers';
import { ann, bram, elke, evaInOostrozebeke, evaInWielsbeke, filip, joke, johan, katrien, lies, linda, lode, type Person, sarah, sien, stefanieCoordinates, tom } from '../cast/cast.js';
import { added, text } from '../cast/files.js';
import { act, aSignal, broughtTo, caseFor, caseOf, eachParty, renter, type Signal, signalOf, step, today } from '../cast/mediation.js';
import { written } from '../cast/messages.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { setClock } from '../stories/clock.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { committedSchema, finding, questionAt, rootFields, selectionsOf, type Values } from './graph.js';
import { isTurnOf, patience, tell } from './sizes.js';
import { newThings, worldOf } from './twins.js';

type World = Awaited<ReturnType<typeof worldOf>>;

type Question = { query: string; variables: object };
/** A second officer of Vivus, beside who reported. */
const officer: Person = { as: 'johan.decock', capacity: { role: 'TENANCY_OFFICER', partner: 'Vivus' } };
const READERS = [tom, officer, linda, johan, lode, sien, elke, filip, sarah, stefanieCoordinates, evaInWielsbeke, evaInOostrozebeke, lies, joke];
/** Who sees a signal at all. */
const AT_VIVUS = [tom, officer, linda];

/** One mutation, its arguments written out. */
const does = (verb: string, args: string, shows = '{ __typename }'): Question => ({ query: `mutation { ${verb}(key: "${crypto.randomUUID()}", ${args}) ${shows} }`, variables: {} });
const on = (verb: string, { id, version }: { id: string; version: number }, args = '', shows?: string) => does(verb, `id: "${id}", version: ${version}${args && `, ${args}`}`, shows);

/** Two worlds that differ in what is the mediation's alone, made by the mediator's own acts (decisions 7, BR-M6, c5 tests 2-5). */
describe('two worlds that differ in a mediation', () => {
  let story: TestPortal;
  let schema: GraphQLSchema;
  let worlds: { plain: World; hidden: World };
  let known: Set<string>;
  let dossiers: string[];
  let since: string;
  const signals: { [at: string]: Signal } = {};
  const cases: { [at: string]: string } = {};
  let request: { id: string; version: number };
  let copy: { id: string; version: number; hash: string };

  beforeAll(async () => {
    story = await startPortal();
    schema = committedSchema();
    const truth = await Truth.of(story);
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since, political, version) select gen_random_uuid(), partner_id, id, 'TENANCY_OFFICER', '2026-01-01', false, 1 from person where username = 'johan.decock'`);
    const brought = async (at: string, stop: Parameters<typeof broughtTo>[3]) => {
      signals[at] = await aSignal(story);
      cases[at] = (await broughtTo(story, truth, signals[at], stop)).id;
    };
    for (const [at, stop] of [['triage', 'TRIAGE'], ['accepted', 'ACCEPTED'], ['tried', 'ACCEPTED'], ['contacting', 'CONTACTING_RENTER'], ['court', 'CONTACTING_RENTER'], ['sessions', 'SESSIONS'], ['offered', 'SETTLEMENT_DRAFT'], ['settled', 'SETTLEMENT_DRAFT'], ['declined', 'CONTACTING_RENTER']] as const) await brought(at, stop);
    const ask = `mutation ($key: ID!, $id: ID!) { askLandlord(key: $key, signalId: $id, kind: DOCUMENT, says: "Het contract", due: "2027-12-31") { id version } }`;
    request = (await scenes.must<{ askLandlord: { id: string; version: number } }>(story, bram, ask, { key: crypto.randomUUID(), id: signals.contacting.id })).askLandlord;
    for (const [who, to] of [[tom, ['Woondienst Regio Izegem']], [bram, ['Vivus']]] as const) await written(story, who, signals.contacting.id, [...to], 'Een bericht');
    await added(story, tom, signals.contacting.id, text(), { dataClass: 'MESSAGE', partnerIds: [await truth.partner('Woondienst Regio Izegem')] });
    for (const at of ['offered', 'settled']) await act(story, bram, 'offerSettlement', (await caseOf(story, bram, cases[at])).settlements[0]);
    [copy] = (await signalOf(story, tom, signals.settled.id)).settlements;
    await act(story, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "verhuurder"`);
    await signedByRenter(story, 'settled');
    await step(story, 'followUpSettlement', { id: cases.settled }, 'text: "Rustig."');
    // Told already that it did not start, and not closed yet.
    await eachParty(story, await caseFor(story, signals.declined), 'answerParty', `answer: DECLINED, on: "${today()}"`, renter);
    await step(story, 'mediationDeclined', { id: cases.declined });
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update task set due = now() - interval '1 hour' where dossier_id = $1 and kind = 'TELL_NOT_STARTED'`, [cases.declined]);
    await truth.rows(`update tension_signal set heard_by = now() - interval '1 hour' where id = $1`, [signals.declined.id]);
    await truth.rows('set session_replication_role = origin');
    await story.app.get(Terms).run();
    const against = await scenes.receive(story, await scenes.aReferral(story, ann, { client: await scenes.aClient(story, ann, { givenName: 'Marc', familyName: 'Dewaele' }), type: 'TO_WOONDIENST' }));
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update referral set type = 'EVICTION_HELP', opposing_partner_id = (select id from partner where name = 'Vivus') where id = $1`, [against.id]);
    const ofReferral = ['answer', 'task', 'timeline_entry', 'recipient', 'receipt', 'share', 'agreement', 'look', 'notice', 'duty', 'party', 'note', 'attachment'];
    const without = [...ofReferral.map((table) => `delete from ${table} where ${table === 'agreement' ? 'about_id' : 'dossier_id'} = '${against.id}'`), `delete from client_file where about_id = '${against.id}'`, `delete from referral where id = '${against.id}'`, `delete from dossier where id = '${against.id}'`];
    const tables = (await truth.rows<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)).map(({ name }) => name);
    known = new Set((await truth.rows<{ id: string }>(tables.map((table) => `select id::text from ${table}`).concat('select number from referral', 'select number from tension_signal', 'select number from consult').join(' union '))).map(({ id }) => id));
    dossiers = [...Object.values(signals).map(({ id }) => id), ...Object.values(cases), against.id];
    await truth.close();
    await story.app.close();
    // Of what is different, also the words.
    const words = [`insert into settlement_signature (id, dossier_id, partner_id, settlement_id, party_id, name, way, hash, at) select gen_random_uuid(), s.dossier_id, s.partner_id, s.id, p.id, 'Marc Dewaele', 'PAPER', s.hash, now() from settlement s join mediation_party p on p.dossier_id = s.dossier_id and p.side = 'RENTER' where s.dossier_id = '${cases.offered}'`, `update mediation_party set may_tell = 'anders', heard_way = 'anders', phone = '0470 99 99 99', danger_told_ground = 'anders' where dossier_id = '${cases.sessions}'`];
    const [plain, hidden] = [await worldOf(story.ownerUrl, without), await worldOf(story.ownerUrl, words)];
    worlds = { plain, hidden };
    since = new Date().toISOString();
    await diverge();
  }, patience);
  afterAll(async () => {
    await Promise.all(Object.values(worlds ?? {}).map((world) => world.stop()));
    await story.stop();
  });

  async function signedByRenter(portal: TestPortal, at: string): Promise<void> {
    const mediation = await caseOf(portal, bram, cases[at]);
    const { id } = await added(portal, bram, mediation.id, text('Getekend.', 'getekend.txt'));
    for (const party of mediation.parties.filter(renter) as { id: string }[]) {
      const [settlement] = (await caseOf(portal, bram, cases[at])).settlements;
      const { errors } = await act(portal, bram, 'recordSignature', settlement, `hash: "${settlement.hash}", partyId: "${party.id}", name: "Marc Dewaele", attachmentId: "${id}"`);
      if (errors) throw new Error(JSON.stringify(errors));
    }
  }

  async function must(world: World, who: Person, question: Question): Promise<{ [field: string]: never }> {
    const { body } = await world.ask(who, question);
    const { data, errors } = JSON.parse(body) as { data: { [field: string]: never }; errors?: unknown };
    if (errors) throw new Error(`${question.query}: ${JSON.stringify(errors)}`);
    return data;
  }
  type Case = { id: string; version: number; parties: { id: string; version: number; side: string }[]; sessions: { id: string; version: number }[] };
  const caseIn = async (world: World, at: string): Promise<Case> => (await must(world, bram, { query: `{ mediation(id: "${cases[at]}") { id version parties { id version side } sessions { id version } } }`, variables: {} })).mediation;
  const steps = async (world: World, at: string, verb: string, args = '') => must(world, bram, on(verb, await caseIn(world, at), args));
  const answered = async (world: World, at: string, answer: string) => {
    for (const party of (await caseIn(world, at)).parties.filter(renter)) await must(world, bram, on('answerParty', party, `answer: ${answer}, on: "${today()}", way: "mondeling"`));
  };

  /** What happens in one of them and not in the other; what the landlord may know of happens in both. */
  async function diverge(): Promise<void> {
    const { plain, hidden } = worlds;
    await steps(plain, 'triage', 'acceptMediation');
    await steps(hidden, 'triage', 'mediationOutOfScope', 'reason: "Een technisch geschil."');
    await steps(plain, 'accepted', 'contactRenter', 'way: "Brief"');
    await steps(hidden, 'accepted', 'renterNotReached');
    await steps(hidden, 'tried', 'stopMediation', 'side: RENTER, reason: "Liever niet."');
    await answered(hidden, 'contacting', 'DECLINED');
    await steps(hidden, 'contacting', 'mediationDeclined');
    await steps(hidden, 'contacting', 'closeMediation', 'report: "Zij wil niet."');
    await steps(hidden, 'court', 'mediationToCourt');
    await must(hidden, bram, does('writeNote', `dossierId: "${cases.sessions}", version: 0, dataClass: PRIVATE_NOTE, room: RENTER, body: "Haar verhaal."`));
    await must(hidden, bram, does('addParty', `mediationId: "${cases.sessions}", renter: { givenName: "Els", familyName: "Maes" }`));
    await must(hidden, bram, does('planSession', `mediationId: "${cases.sessions}", at: "2027-12-01T10:00:00.000Z", place: "Wielsbeke"`));
    const { sessions: [session] } = await caseIn(hidden, 'sessions');
    await must(hidden, bram, on('holdSession', session, 'present: "Beide"'));
    await steps(hidden, 'sessions', 'mediationStalled', 'reason: "Zij praten niet meer."');
    await steps(hidden, 'settled', 'settlementBreached', 'text: "De huurder klaagt."');
    for (const party of (await caseIn(hidden, 'settled')).parties) await must(hidden, bram, on('hearParty', party, `on: "${today()}", way: "telefoon"`));
    await steps(hidden, 'settled', 'resumeSessions');
    await steps(hidden, 'declined', 'closeMediation', 'report: "Klaar."');
  }

  let compared = 0;
  async function same(who: Person, question: Question, [first, second]: [ReturnType<typeof newThings>, ReturnType<typeof newThings>]): Promise<string> {
    const [one, other] = await Promise.all(Object.values(worlds).map((world) => world.ask(who, question)));
    compared += 1;
    expect({ who: who.as, role: who.capacity.role, ...question, ...second(other) }).toEqual({ who: who.as, role: who.capacity.role, ...question, ...first(one) });
    return one.body;
  }
  const eyes = (): [ReturnType<typeof newThings>, ReturnType<typeof newThings>] => [newThings(known, since), newThings(known, since)];
  /** What was made just now stands, at one moment or term, in the order of ids of chance: so it is compared as a heap. */
  const heap = (next: ReturnType<typeof newThings>): ReturnType<typeof newThings> => (raw) => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([field, each]) => [field, sorted(each)])) : value;
    const { headers, body, status } = next(raw);
    return { status, headers: headers.replace(/content-length: \d+/, ''), body: JSON.stringify(sorted(JSON.parse(body.replaceAll(/"next":"[^"]*"/g, '"next":"later"').replaceAll(/new-\d+/g, 'new')))) };
  };

  /** Everything that can be asked without naming a row, and each dossier at each door that takes one. */
  async function everything(who: Person, doors: (takesId: boolean) => boolean = () => true, isLater = false): Promise<string> {
    const bodies: string[] = [];
    // Where her page of the trail ends is a moment of each world's own.
    const pair: ReturnType<typeof eyes> = isLater || who === sien ? [heap(eyes()[0]), heap(eyes()[1])] : eyes();
    const lists: { [field: string]: Values[] } = { ...finding('dewaele', 'ooigem', 'stil'), worklist: ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING'].map((part) => ({ part })), similar: [{ givenName: 'Marc', familyName: 'Dewaele' }], staffChanges: [{ from: '2020-01-01', until: '2030-01-01' }], signals: [{}, { first: 50 }, { state: 'IN_PROGRESS' }, { state: 'AGREEMENT' }, { first: 2 }], trail: [{}, { number: signals.contacting.number }] };
    const whole = who === tom;
    for (const [at, root] of rootFields(schema).filter(({ kind }) => kind === 'query').entries()) {
      const takes = root.field.args.find(({ name }) => ['id', 'dossierId', 'clientId'].includes(name));
      const values = takes ? dossiers.map((id): Values => ({ [takes.name]: id, ...(root.field.name === 'preview' && { agreements: [scenes.agreement] }) })) : (lists[root.field.name] ?? [{}]);
      if (!doors(Boolean(takes))) continue;
      // Her own list in whole; the rest in turns, but for whoever reported.
      for (const [nr, given] of values.entries()) for (const [part, shows] of selectionsOf(root.field.type, whole ? 2 : 1).entries()) {
        if (!whole && root.field.name !== 'signals' && !isTurnOf(READERS.indexOf(who), at + nr + part)) continue;
        const body = await same(who, questionAt(root, given, shows), pair);
        bodies.push(body);
        if (takes && body.includes('"errors"')) break;
      }
    }
    return bodies.join('\n');
  }

  it.each(READERS.map((who): [string, string, Person] => [who.as, who.capacity.role, who]))('shows %s (%s) the same of all there is, byte for byte', async (_, __, who) => {
    const seen = await everything(who);
    expect([who.as, Object.values(cases).filter((id) => seen.replaceAll(/"message":"[^"]*"/g, '').includes(id))]).toEqual([who.as, []]);
    // The walk could not pass on emptiness.
    if (AT_VIVUS.includes(who)) expect(Object.values(signals).filter(({ id }) => seen.includes(id)).length).toBe(Object.keys(signals).length);
    else expect(Object.values(signals).filter(({ id }) => seen.includes(`"id":"${id}"`))).toEqual([]);
  }, patience);

  it('answers what a landlord does the same: withdrawing, a breach, an answer, another text, another signal, the same again', async () => {
    const pair = eyes();
    const versionOf = async ({ id }: Signal) => (JSON.parse((await worlds.plain.ask(tom, { query: `{ signal(id: "${id}") { version } }`, variables: {} })).body) as { data: { signal: { version: number } } }).data.signal.version;
    const shows = '{ id version state may heardBy reportBy inProgressAt startedAt notStartedAt decidedAt closedAt requests { id answer answeredAt may } settlements { id version state may } mediation { id } }';
    const before: { [at: string]: number } = {};
    for (const [at, signal] of Object.entries(signals)) before[at] = await versionOf(signal);
    const withdrawn = Object.keys(signals).flatMap((at) => (['sessions', 'offered', 'settled'].includes(at) ? [] : [at, at])).map((at) => [at, on('withdrawSignal', { id: signals[at].id, version: before[at] }, 'reason: "Opgelost."', shows)] as const);
    const codes: string[] = [];
    for (const [at, question] of withdrawn) codes.push(`${at} ${(await same(tom, question, pair)).includes('"errors"') ? 'refused' : 'answered'}`);
    expect(codes.filter((code) => code.endsWith('refused'))).toEqual(['declined refused', 'declined refused']);
    for (const [, question] of withdrawn) await same(tom, question, pair);
    const breach = () => on('reportBreach', { id: signals.settled.id, version: before.settled }, 'text: "Weer lawaai."', shows);
    for (const question of [breach(), breach(), on('reportBreach', { id: signals.sessions.id, version: before.sessions }, 'text: "x"', shows), on('withdrawSignal', { id: signals.contacting.id, version: 1 }, 'reason: "x"', shows)]) await same(tom, question, pair);
    await same(officer, on('answerMediator', request, 'answer: "In bijlage."', '{ id version answer answeredAt answeredBy may }'), pair);
    await same(tom, on('signSettlement', copy, `hash: "${'0'.repeat(64)}", capacity: "x"`), pair);
    await same(tom, does('writeMessage', `dossierId: "${signals.court.id}", toPartnerIds: [], body: "Nota", urgent: false`, '{ id body readerIds }'), pair);
    for (const at of Object.keys(signals)) {
      const { street, postcode, municipality } = signals[at];
      const variables = { key: crypto.randomUUID(), input: { street: street.toUpperCase(), postcode, municipality, renters: [{ givenName: 'Els', familyName: 'Maes' }] }, facts: { topic: 'PAYMENT', urgent: false, facts: 'Opnieuw.', danger: false } };
      const question = { query: `mutation ($key: ID!, $input: NewSignal!, $facts: SignalFacts!) { reportTension(key: $key, input: $input, facts: $facts) ${shows} }`, variables };
      const body = await same(officer, question, pair);
      expect([at, body.includes('"errors"'), body.includes(at === 'declined' ? '"state":"SIGNALLED"' : signals[at].heardBy)]).toEqual([at, false, true]);
      await same(officer, question, pair);
    }
    for (const who of [...AT_VIVUS, sien]) await everything(who, (takesId) => !takesId || who === tom, true);
  }, patience);

  it('tells of what did not start on the same day, and nothing before it', async () => {
    const told: { [moment: number]: string } = {};
    const heardBy = new Date(signals.contacting.heardBy).getTime();
    for (const moment of [heardBy - 1000, heardBy + 60_000]) {
      for (const world of Object.values(worlds)) {
        setClock(world, new Date(moment).toISOString());
        await world.app.get(Terms).run();
      }
      const pair = eyes();
      // What was told in one run stands in the order of its ids, and those of new ones are of chance: each by itself.
      for (const who of AT_VIVUS) for (const { id } of Object.values(signals)) told[moment] = `${told[moment] ?? ''}${await same(who, { query: `{ signal(id: "${id}") { id version state notStartedAt closedAt } }`, variables: {} }, pair)}`;
      for (const who of AT_VIVUS) await same(who, { query: '{ worklistCounts { todo overdue waiting upcoming } noticeCount { unread } }', variables: {} }, pair);
    }
    const [before, after] = Object.values(told).map((bodies) => bodies.match(/"state":"NOT_STARTED"/g)!.length / AT_VIVUS.length);
    expect([before, after]).toEqual([1, 6]);
    tell(`${compared} pairs of answers about mediations: 0 differing bytes`);
    expect(compared).toBeGreaterThan(1500);
  }, patience);

  it('is a test that sees a difference where there is one', async () => {
    const question = { query: `{ mediation(id: "${cases.contacting}") { state version parties { answer } } }`, variables: {} };
    expect(await worlds.hidden.ask(bram, question)).not.toEqual(await worlds.plain.ask(bram, question));
    const files = { query: '{ referrals { nodes { id } } }', variables: {} };
    expect(await worlds.hidden.ask(katrien, files)).not.toEqual(await worlds.plain.ask(katrien, files));
  });
});
