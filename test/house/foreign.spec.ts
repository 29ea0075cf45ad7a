import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { ann, bram, chris, dirk, elke, evaInWielsbeke, frank, hilde, jelle, jens, joke, joris, katrien, lies, linda, marijke, mohamed, nele, type Person, pieter, sofie, tom } from '../cast/cast.js';
import { added, fetchFile, text } from '../cast/files.js';
import { act, aSignal, broughtTo, caseOf } from '../cast/mediation.js';
import { consulted, written } from '../cast/messages.js';
import { away as absent, handOver, inDays } from '../cast/people.js';
import * as scenes from '../cast/scenes.js';
import { asked as askedBySupport } from '../cast/support.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, codeIn, each } from './asking.js';
import { type Edge, edgesOf, finding, nameOf, questionAt, rootFields, selectionsOf, servedSchema, type Values } from './graph.js';
import { isTurnOf, patience } from './sizes.js';

/** What an argument must be for a question to come as far as the row: all else is filled in by its type. */
const FITTING: { [field: string]: Values } = {
  writeNote: { dataClass: 'PRIVATE_NOTE' },
  draftReferral: { type: 'TO_WOONDIENST' },
  rejectReferral: { reason: 'NOT_COMPETENT' },
  openClient: { 'input.birthDate': '1990-01-01' },
  draftExchangeProtocol: { 'text.classes': ['CORE'] },
  signCooperationProtocol: { hash: '0'.repeat(64) },
  draftTransfer: { type: 'TO_WOONDIENST' },
  sendReferral: { agreements: [scenes.agreement] },
  preview: { agreements: [scenes.agreement] },
  // Not told of everything: it never comes so far that something is granted.
  grantAccess: { agreement: { ...scenes.agreement, toldThat: false } },
  requestAccess: { classes: ['DEBTS'], until: inDays(60) },
  conformance: { year: 2026 },
  liftHold: { reason: 'het beroep is uitgesproken' },
  takeOffDestruction: { reason: 'beroep bij de rechtbank' },
  planSession: { at: '2027-12-01T10:00:00.000Z' },
  reportTension: { 'input.renters': [{ givenName: 'Marc', familyName: 'Dewaele' }] },
  handOver: { files: [{ dossierId: '00000000-0000-4000-8000-000000000000', version: 1, note: 'Zie dossier.' }] },
};
/** Where naming a row that is not there is a fault in a form, and no row that is not found. */
const FORM_FAULTS: { [edge: string]: string } = {
  'acceptReferral.contactPersonId': 'NEEDS', 'chooseReceivers.receivers.partnerId': 'INVALID', 'saveDraft.changes.opposingPartnerId': 'INVALID', 'saveDraft.changes.redirectIds': 'INVALID', 'narrowShare.partnerId': 'INVALID', 'withdrawReferral.partnerId': 'INVALID',
  'reportAbsence.deputyId': 'INVALID', 'changeAbsence.deputyId': 'INVALID', 'assignTask.personId': 'INVALID', 'handOver.toId': 'INVALID',
  'redirectReferral.partnerId': 'NEEDS', 'sendReferral.agreements.personId': 'NEEDS', 'preview.agreements.personId': 'NEEDS', 'grantAccess.agreement.personId': 'NEEDS', 'recusePerson.personId': 'INVALID', 'addressAttachment.partnerIds': 'INVALID', 'draftExchangeProtocol.toPartnerId': 'INVALID', 'draftCooperationProtocol.companyId': 'INVALID',
  'writeMessage.toPartnerIds': 'INVALID', 'askConsult.input.receiverId': 'INVALID', 'askSupport.partnerId': 'INVALID',
  'assignMediation.personId': 'INVALID', 'handOverMediation.personId': 'INVALID', 'recordSignature.partyId': 'INVALID', 'makeSigningLink.partyId': 'INVALID', 'recordSignature.attachmentId': 'INVALID', 'reportTension.input.dwellingId': 'INVALID',
  // A filter: nothing is found.
  'trail.personId': 'ANSWERED', 'unusualLooks.personId': 'ANSWERED', 'destructionItems.listId': 'ANSWERED',
};

/** Of so few rows each is named at each door, in any size. */
const FEW = 10;

describe('what belongs to another partner', () => {
  let portal: TestPortal;
  let truth: Truth;
  let asking: Asking;
  let schema: GraphQLSchema;
  /** Ids of rows by who may not know of them. */
  let strangers: { who: Person; ids: { [what: string]: string } }[];
  /** Own rows for the other arguments of an edge: an inner door is only reached through an outer one that opens. */
  let own: { [field: string]: { who: Person; values: (path: string) => Promise<Values> } };
  let secret: string[];
  let versions: Map<string, number>;

  beforeAll(async () => {
    portal = await startPortal();
    [truth, asking, schema] = [await Truth.of(portal), new Asking(portal), await servedSchema(portal, ann)];
    const client = await scenes.aClient(portal, ann, { familyName: 'Vermoortele', cirNumber: 'CIR-77-1' });
    const draft = await scenes.aDraft(portal, ann, { client });
    const household = async (of: scenes.Referral) => (await scenes.must<{ saveHousehold: { version: number; persons: { id: string }[] } }>(portal, of.from, 'mutation ($key: ID!, $id: ID!, $version: Int!) { saveHousehold(key: $key, id: $id, version: $version, persons: [{ relation: CHILD, givenName: "Mia", familyName: "Vermoortele" }]) { version persons { id } } }', { key: crypto.randomUUID(), id: of.id, version: of.version })).saveHousehold;
    const { persons: [child], version } = await household(draft);
    draft.version = version;
    const health = await scenes.aNote(portal, ann, draft.id, 'HEALTH', 'geheim');
    const memo = await scenes.aNote(portal, ann, draft.id, 'PRIVATE_NOTE', 'voor mij');
    const sent = await scenes.receive(portal, await scenes.aReferral(portal, ann, { client }));
    const accepted = await scenes.accept(portal, await scenes.receive(portal, await scenes.aReferral(portal, ann, { client })));
    const toJoris = await scenes.aDraft(portal, ann, { client });
    const withdrawn = await scenes.withdraw(portal, await scenes.aReferral(portal, ann, { client }));
    // Two receivers who do not know of each other: the Woondienst and the CAW, each lent its own.
    const both = await scenes.aReferral(portal, ann, { client, type: 'WONINGZOEKTOCHT', to: { 'Woondienst Regio Izegem': ['CONTACT'], 'CAW Centraal-West-Vlaanderen': ['CONTACT', 'HEALTH'] } });
    const keep = 'mutation ($key: ID!, $id: ID!, $number: String!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: $number) { id } }';
    const away = 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id } }';
    const more = `mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "nodig", until: "${inDays(30)}") { id } }`;
    const made = async (who: Person, query: string, values: object = {}, id = both.id) => Object.values(await scenes.must<{ [door: string]: { id: string } }>(portal, who, query, { key: crypto.randomUUID(), id, ...values }))[0].id;
    const file = async (who: Person, id: string, dataClass: string) => (await added(portal, who, id, text(), { dataClass })).id;
    const ofAnn = { annFile: await file(ann, both.id, 'HEALTH'), annNumber: await made(ann, keep, { number: 'L-1' }), annRecusal: await made(ann, away, { personId: (await truth.person(frank)).id }) };
    const ofBram = { bramFile: await file(bram, both.id, 'INCOME'), bramNumber: await made(bram, keep, { number: 'W-1' }), bramRecusal: await made(bram, away, { personId: (await truth.person(dirk)).id }) };
    const request = { request: await made(bram, more) };
    const one = async (sql: string, ...values: string[]) => (await truth.rows<{ id: string }>(sql, values))[0].id;
    const annId = (await truth.person(ann)).id;
    const absence = await absent(portal, ann, annId, { since: inDays(10), until: inDays(12), deputyId: (await truth.person(joris)).id });
    const { data: handed } = await handOver(portal, ann, annId, (await truth.person(joris)).id, [{ dossierId: toJoris.id, version: toJoris.version, note: 'Zie dossier.' }]);
    const people = { person: annId, mandate: await one('select id from mandate where person_id = $1', annId), absence: absence.id, handOver: handed!.handOver.id };
    const annDesk = { filter: await one(`insert into saved_filter (id, partner_id, person_id, name, made_at) select gen_random_uuid(), partner_id, id, 'van ann', now() from person where id = $1 returning id`, annId), feed: await one(`insert into calendar_feed (id, partner_id, person_id, mandate_id, secret_hash, made_at) select gen_random_uuid(), partner_id, person_id, id, 'x', now() from mandate where person_id = $1 returning id`, annId) };
    const office = {
      closing: await one(`insert into closing_day (id, partner_id, day, label, set_by) select gen_random_uuid(), partner_id, '2027-02-02', 'Brugdag', 'Geert' from person where id = $1 returning id`, annId),
      hold: await one(`insert into legal_hold (id, partner_id, dossier_id, kind, number, reason, set_at, setter_id, set_by) select gen_random_uuid(), partner_id, $2, 'Referral', 'DV-7K3Q-9F', 'beroep bij de rechtbank', now(), id, 'Nele' from person where id = $1 returning id`, (await truth.person(nele)).id, sent.id),
      destruction: await one(`with list as (insert into destruction_list (id, partner_id, edition, items, proposed_at) select gen_random_uuid(), partner_id, 1, 1, now() from person where id = $1 returning *)
        insert into destruction_item (id, list_id, partner_id, dossier_id, kind, number, part, rule, years, closed_on, messages, notes, files) select gen_random_uuid(), id, partner_id, $2, 'Referral', 'DV-7K3Q-9F', 'OWN', 'referral', 1, '2020-01-01', 0, 0, 0 from list returning list_id as id`, annId, withdrawn.id),
      review: await one(`insert into access_review (id, partner_id, person_id, mandate_id, asked_at, ends_on) select gen_random_uuid(), partner_id, person_id, id, now(), '2027-02-02' from mandate where person_id = $1 returning id`, annId),
    };
    const support = (await askedBySupport(portal, sent.number)).id;
    const begun = { support, clientFile: await file(ann, client.id, 'DEBTS'), draftFile: await file(ann, draft.id, 'HEALTH'), client: client.id, draft: draft.id, health, memo, draftTask: await one('select id from task where dossier_id = $1', draft.id), file: await one('select id from client_file where about_id = $1', draft.id), child: child.id, recipient: await one('select id from recipient where dossier_id = $1', draft.id) };
    const shared = {
      sent: sent.id, sentAnswer: sent.answerId, accepted: accepted.id, acceptedAnswer: accepted.answerId, withdrawn: withdrawn.id, withdrawnAnswer: withdrawn.answerId,
      entry: await one('select id from timeline_entry where dossier_id = $1', sent.id), task: await one('select id from task where dossier_id = $1', sent.id),
      agreement: await one('select id from agreement where about_id = $1', sent.id), share: await one('select id from share where dossier_id = $1', sent.id),
    };
    const woondienst = await truth.partner('Woondienst Regio Izegem');
    const ofWoondienst = {
      bothAnswer: await one('select id from answer where dossier_id = $1 and partner_id = $2', both.id, woondienst), bothShare: await one('select id from share where dossier_id = $1 and partner_id = $2', both.id, woondienst),
      bothTask: await one('select id from task where dossier_id = $1 and partner_id = $2', both.id, woondienst), bothEntry: await one('select id from timeline_entry where dossier_id = $1 and audience @> array[$2::uuid] limit 1', both.id, woondienst), ...request, ...ofBram,
    };
    const forSender = { receipt: await one('select id from receipt where dossier_id = $1 limit 1', both.id), bothRecipient: await one('select id from recipient where dossier_id = $1 limit 1', both.id), bothAgreement: await one('select id from agreement where about_id = $1 limit 1', both.id), ...ofAnn };
    const protocol = { protocol: await scenes.aProtocol(portal, frank, await truth.partner('Vivus')) };
    const copy = { copy: await one('select dossier_id id from client_file where about_id = $1 and partner_id <> (select partner_id from referral where id = $1)', accepted.id) };
    const asked = { consult: (await consulted(portal, ann, { clientId: client.id })).id, nameless: (await consulted(portal, ann, { anonymous: true })).id };
    const told = { message: (await written(portal, ann, both.id, ['Woondienst Regio Izegem'], 'voor de Woondienst')).id };
    const colleagues = { inside: (await written(portal, ann, both.id, [], 'onder ons')).id };
    // Of a referral nobody else here knows of: what one person was told, and what mail she wishes.
    const news = { notice: await one('select id from notice where person_id = $1 limit 1', (await truth.person(bram)).id) };
    const wishes = { preference: (await truth.person(bram)).id };
    const words = { ...asked, ...told, ...colleagues };
    // A signal of Vivus, and the mediation that it led to.
    const tension = await aSignal(portal);
    const requested = await scenes.must<{ askLandlord: { id: string } }>(portal, bram, 'mutation ($key: ID!, $id: ID!) { askLandlord(key: $key, signalId: $id, kind: TALK, says: "Een gesprek", due: "2027-12-31") { id } }', { key: crypto.randomUUID(), id: (await broughtTo(portal, truth, tension, 'SESSIONS'), tension.id) });
    const mediation = await broughtOn(tension.id);
    const ofVivus = { tension: tension.id, tensionRequest: requested.askLandlord.id, signalRenter: await one('select id from signal_renter where dossier_id = $1', tension.id), signalEntry: await one('select id from timeline_entry where dossier_id = $1 limit 1', tension.id), settlementCopy: await one('select id from settlement where dossier_id = $1', tension.id), dwelling: await one(`insert into dwelling (id, partner_id, reference, street, postcode, municipality) select gen_random_uuid(), id, 'V-1', 'Ooigemstraat 3', '8710', 'Wielsbeke' from partner where name = 'Vivus' returning id`) };
    const ofMediator: { [what: string]: string } = { mediation: mediation.id, ...Object.fromEntries(await Promise.all(['mediation_party', 'mediation_session', 'settlement', 'case_signal', 'task', 'timeline_entry', 'note'].map(async (table) => [`mediation ${table}`, await one(`select id from ${table} where dossier_id = $1 limit 1`, mediation.id)] as const))) };
    const { id: scan } = await added(portal, bram, mediation.id, text('Getekend.', 'getekend.txt'));
    await truth.rows('insert into exclusion (person_id, dossier_id, reason) select $1, unnest($2::uuid[]), \'familie\'', [(await truth.person(joris)).id, [client.id, draft.id, sent.id, accepted.id, withdrawn.id, both.id, ...Object.values(asked)]]);
    secret = Object.values({ ...ofVivus, ...ofMediator, ...begun, ...shared, ...copy, ...ofWoondienst, ...forSender, both: both.id, ...protocol, ...words, ...news });
    strangers = [
      ...[lies, jens, pieter].map((who) => ({ who, ids: { ...ofVivus, ...ofMediator, ...begun, ...shared, ...copy, ...people, ...ofWoondienst, ...forSender, both: both.id, ...protocol, ...annDesk, ...office, ...words, ...news, ...wishes } })),
      // Who draft, advise on and sign protocols at a partner that is no party to this one.
      ...[dirk, marijke].map((who) => ({ who, ids: { ...protocol, hold: office.hold, destruction: office.destruction, client: client.id, sent: sent.id, sentAnswer: sent.answerId } })),
      // The home lies in her municipality; the other company; and who reported it, at whose home it is.
      { who: elke, ids: { ...ofVivus, ...ofMediator } },
      { who: linda, ids: { ...ofMediator, renter: ofVivus.signalRenter, copy: ofVivus.settlementCopy } },
      ...[evaInWielsbeke, joke, tom, chris].map((who) => ({ who, ids: { ...ofMediator, ...(who !== tom && ofVivus), ...ofWoondienst, ...forSender, client: client.id, draft: draft.id, memo, sent: sent.id, sentAnswer: sent.answerId, task: shared.task, ...people, ...words } })),
      // Who supports the platform: not even what her own organisation holds, and no colleague.
      { who: jelle, ids: { ...ofVivus, ...ofMediator, ...begun, ...shared, ...ofWoondienst, ...copy, ...people, ...office, ...words, ...news, support: sent.id } },
      // Her own organisation's office reads no file; the people of it she knows.
      { who: nele, ids: { client: client.id, draft: draft.id, health, sent: sent.id, sentAnswer: sent.answerId, entry: shared.entry, ...copy, ...words } },
      { who: hilde, ids: { ...news, client: client.id, health, memo, file: begun.file, ...copy } },
      { who: joris, ids: { ...annDesk, ...begun, ...shared, ...copy, ...ofWoondienst, ...forSender, both: both.id, ...words } },
      { who: ann, ids: { ...news, ...ofBram, ...copy } },
      { who: bram, ids: { ...begun, ...forSender, agreement: shared.agreement, ...people, ...colleagues } },
      { who: katrien, ids: news },
      { who: sofie, ids: { ...news, ...begun, ...forSender, agreement: shared.agreement, ...copy, ...people, ...colleagues } },
    ];
    const untaken = await broughtTo(portal, truth, await aSignal(portal), 'TRIAGE');
    const triage = { id: untaken.id, version: untaken.version };
    /** The text that lies before both sides, as it is now. */
    const offered = async () => (await caseOf(portal, bram, mediation.id)).settlements[0];
    own = {
      acceptReferral: { who: bram, values: async (path) => ({ ...(await answerOf(sent)), ...(path === 'clientId' && { contactPersonId: (await truth.person(bram)).id }) }) },
      writeNote: { who: lies, values: async () => ({ dossierId: liesDraft.id }) },
      ...Object.fromEntries(['saveDraft', 'chooseReceivers', 'saveHousehold', 'sendReferral', 'preview'].map((door) => [door, { who: lies, values: async () => ({ id: liesDraft.id, ...(door !== 'preview' && { version: liesDraft.version }) }) }])),
      narrowShare: { who: lies, values: async () => ({ id: liesSent.id, version: liesSent.version }) },
      withdrawReferral: { who: lies, values: async () => ({ id: liesSent.id, version: liesSent.version }) },
      grantAccess: { who: lies, values: async () => ({ id: liesRequest, version: 1 }) },
      addressAttachment: { who: lies, values: async () => liesFile },
      recusePerson: { who: lies, values: async () => ({ dossierId: liesDraft.id }) },
      writeMessage: { who: lies, values: async () => ({ dossierId: liesSent.id }) },
      askConsult: { who: lies, values: async () => ({}) },
      redirectReferral: { who: bram, values: async () => answerOf(sent) },
      reportAbsence: { who: lies, values: async () => ({ personId: (await truth.person(lies)).id, since: inDays(40), until: inDays(41) }) },
      changeAbsence: { who: lies, values: async () => ({ id: liesAway.id, version: liesAway.version, since: inDays(20), until: inDays(21) }) },
      assignTask: { who: sofie, values: async () => (await truth.rows<{ id: string; version: number }>(`select id, version from task where dossier_id = $1 and kind = 'DECIDE' and done_at is null`, [sent.id]))[0] },
      assignMediation: { who: sofie, values: async () => triage },
      handOverMediation: { who: bram, values: async () => ({ id: mediation.id, version: (await caseOf(portal, bram, mediation.id)).version }) },
      recordSignature: { who: bram, values: async () => {
        const { id, version, hash } = await offered();
        return { id, version, hash, attachmentId: scan };
      } },
      makeSigningLink: { who: bram, values: async () => {
        const { id, version } = await offered();
        return { id, version };
      } },
      handOver: { who: bram, values: async () => ({ fromId: (await truth.person(bram)).id, toId: (await truth.person(katrien)).id }) },
    };
    const stored = await truth.rows<{ id: string; version: number }>(['client', 'referral', 'answer', 'note', 'attachment', 'task', 'person', 'mandate', 'recipient', 'referral_person', 'access_request', 'own_number', 'recusal', 'exchange_protocol', 'cooperation_protocol', 'closing_day', 'saved_filter', 'calendar_feed', 'access_review', 'absence', 'message', 'consult', 'notice', 'support_look', 'tension_signal', 'signal_request', 'settlement', 'mediation_case', 'mediation_party', 'mediation_session', 'dwelling'].map((table) => `select id, version from ${table}`).join(' union all '));
    versions = new Map([...secret, ...Object.values(people), ...Object.values(wishes)].map((id) => [id, stored.find((each) => each.id === id)?.version ?? 1]));
    const liesAway = await absent(portal, lies, (await truth.person(lies)).id, { since: inDays(20), until: inDays(21), deputyId: (await truth.person(mohamed)).id });
    const liesDraft = await scenes.aDraft(portal, lies);
    const { id: liesFileId, version: fileVersion } = await added(portal, lies, liesDraft.id, text());
    const liesFile = { id: liesFileId, version: fileVersion };
    const liesSent = await scenes.aReferral(portal, lies, { to: { 'Woondienst Regio Izegem': ['CONTACT'] }, client: await scenes.aClient(portal, lies, { municipality: 'Izegem' }) });
    const liesRequest = await made(bram, more, {}, liesSent.id);
    await scenes.aReferral(portal, mohamed);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** In its talks, with a note, and a text that lies before both. */
  async function broughtOn(signalId: string) {
    const id = (await truth.rows<{ id: string }>('select dossier_id as id from case_signal where about_id = $1', [signalId]))[0].id;
    await scenes.aNote(portal, bram, id, 'PRIVATE_NOTE', 'Haar verhaal.');
    await scenes.must(portal, bram, 'mutation ($key: ID!, $id: ID!) { planSession(key: $key, mediationId: $id, at: "2027-12-01T10:00:00.000Z", place: "Wielsbeke") { id } }', { key: crypto.randomUUID(), id });
    await act(portal, bram, 'draftSettlement', await caseOf(portal, bram, id), 'body: "Het is stil."');
    const mediation = await caseOf(portal, bram, id);
    await act(portal, bram, 'offerSettlement', mediation.settlements[0]);
    return mediation;
  }
  const answerOf = async ({ answerId, answerVersion }: scenes.Referral) => ({ id: answerId, version: answerVersion });
  const identified = () => edgesOf(schema);

  it('has a way to be named wherever the schema takes an id', () => {
    const edges = identified();
    expect(edges.length).toBeGreaterThanOrEqual(57);
    const double = [...new Set(edges.map(({ field }) => field))].filter((field) => edges.filter((edge) => edge.field === field).length > 1).map(({ name }) => name);
    // A new door with two ids needs own rows here, or its inner one would never be tried.
    expect(double.sort()).toEqual(Object.keys(own).sort());
    const fields = new Set(rootFields(schema).map(({ field }) => field.name));
    expect([...Object.keys(own), ...Object.keys(FITTING), ...Object.keys(FORM_FAULTS).map((edge) => edge.split('.')[0])].filter((name) => !fields.has(name))).toEqual([]);
  });

  it('is answered byte for byte as what is nowhere, on every edge of the schema', async () => {
    const reached = new Map<string, Set<string>>();
    let compared = 0;
    const tryEdge = async (edge: Edge, who: Person, ids: [what: string, id: string][], more: Values) => {
      const ask = (id: string, version: number) => {
        const versioned = edge.field.args.some(({ name }) => name === 'version') ? { version } : {};
        const { query, variables } = questionAt(edge, { ...FITTING[edge.field.name], ...versioned, ...more, [edge.path.join('.')]: id }, edge.kind === 'mutation' ? '{ __typename }' : undefined);
        return asking.raw(who, query, variables);
      };
      const nowhere = await ask(crypto.randomUUID(), 1);
      // A door that is shut to a whole capacity looks at no row.
      for (const [what, id] of ids.slice(0, codeIn(nowhere) === 'FORBIDDEN' ? 3 : undefined)) {
        const foreign = await ask(id, versions.get(id) ?? 1);
        expect({ edge: nameOf(edge), who: who.as, what, ...foreign }).toEqual({ edge: nameOf(edge), who: who.as, what, ...nowhere });
        const codes = reached.get(nameOf(edge)) ?? new Set();
        reached.set(nameOf(edge), codes.add(codeIn(foreign)));
        compared += 1;
      }
    };
    await each([...strangers.entries()], async ([reader, { who, ids }]) => {
      for (const [at, edge] of identified().entries()) await tryEdge(edge, who, Object.entries(ids).filter((_, nr, { length }) => length < FEW || isTurnOf(reader, at + nr)), {});
    });
    for (const edge of identified().filter(({ field }) => own[field.name])) {
      const { who, values } = own[edge.field.name];
      await tryEdge(edge, who, Object.entries(strangers.find((stranger) => stranger.who === who)!.ids), await values(edge.path.join('.')));
    }
    const wanted = (edge: string) => FORM_FAULTS[edge] ?? 'NOT_FOUND';
    for (const [edge, codes] of reached) expect([edge, [...codes].filter((code) => !['FORBIDDEN', 'NOT_FOUND', wanted(edge)].includes(code)), codes.has(wanted(edge))]).toEqual([edge, [], true]);
    expect([...reached.keys()].sort()).toEqual(identified().map(nameOf).sort());
    expect(compared).toBeGreaterThan(4000);
  }, 3 * patience);

  it('is answered at the door for files, byte for byte, as what is nowhere', async () => {
    const raw = async (who: Person, id: string) => {
      const answer = await fetchFile(portal, who, id);
      return { status: answer.status, headers: [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)), body: await answer.text() };
    };
    await each(strangers, async ({ who, ids }) => {
      const nowhere = await raw(who, crypto.randomUUID());
      expect([who.as, nowhere.status]).toEqual([who.as, 404]);
      for (const [what, id] of Object.entries(ids)) expect({ who: who.as, what, ...(await raw(who, id)) }).toEqual({ who: who.as, what, ...nowhere });
    });
  }, 120_000);

  it('leaves its rows as they were', async () => {
    const rows = await truth.rows<{ table: string; rows: string }>(`select 'client' as "table", string_agg(version::text, ',') as rows from client where family_name = 'Vermoortele'
      union all select 'note', string_agg(version::text, ',') from note where body in ('geheim', 'voor mij') union all select 'person', string_agg(distinct version::text, ',') from person where username = 'ann.maes'`);
    expect(rows).toEqual([{ table: 'client', rows: '1,1' }, { table: 'note', rows: '1,1' }, { table: 'person', rows: expect.stringMatching(/^\d$/) }]);
  });

  it('is in no list, no search and no hint, however deep one asks', async () => {
    const lists: { [field: string]: Values[] } = {
      referrals: [{}, { first: 50 }, { state: 'DRAFT' }, { state: 'DELIVERED' }, { state: 'NEW' }, { state: 'WITHDRAWN' }],
      clients: [{}, { words: 'vermoortele' }, { words: 'Rosa' }, { words: '%' }, { words: '_' }, { words: '\\' }],
      ...finding('vermoortele', 'rosa', 'woning', 'huur', '0470', '%'),
      similar: [{ givenName: 'Rosa', familyName: 'Vermoortele' }, { givenName: 'x', familyName: 'x', birthDate: '1984-05-06' }],
      worklist: ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING'].map((part) => ({ part })),
      consults: [{}, { state: 'ASKED' }], worklistCounts: [{}], signals: [{}, { first: 50 }, { state: 'STARTED' }], mediations: [{}, { first: 50 }, { state: 'SETTLEMENT_DRAFT' }], dwellings: [{}], notices: [{}, { first: 50 }], noticeCount: [{}], mailPreference: [{}], absences: [{}], leavers: [{}], standingIn: [{}], teamTasks: [{}], closingDays: [{}], accessReviews: [{}], savedFilters: [{}], calendarFeed: [{}], glassBreaks: [{}], openGlass: [{}], supportLooks: [{}], openSupport: [{}], supportRequests: [{}], staffChanges: [{ from: '2020-01-01', until: '2030-01-01' }], people: [{}], me: [{}], partners: [{}], municipalities: [{}], retentionRules: [{}], destructionLists: [{}], legalHolds: [{}], exchangeProtocols: [{}], cooperationProtocols: [{}], privacyBook: [{}], referralTypes: [{}],
    };
    const queries = rootFields(schema).filter(({ kind }) => kind === 'query');
    const named = new Set(identified().map(({ field }) => field.name));
    // One that takes an id which may be left out is a list too.
    expect(queries.map(({ field }) => field.name).filter((name) => !named.has(name) || lists[name]).sort()).toEqual(Object.keys(lists).sort());
    await each([...strangers.entries()], async ([reader, { who, ids }]) => {
      for (const { kind, field } of queries)
        for (const [nr, values] of (lists[field.name] ?? []).entries()) for (const shows of selectionsOf(field.type, nr ? 1 : 3).filter((_, at) => isTurnOf(reader, nr + at))) {
          const { query, variables } = questionAt({ kind, field }, values, shows);
          const { status, body } = await asking.raw(who, query, variables);
          expect([who.as, field.name, status, codeIn({ status, body, headers: '' })]).toEqual([who.as, field.name, 200, 'ANSWERED']);
          expect([who.as, field.name, Object.entries(ids).filter(([, id]) => body.includes(id)).map(([what]) => what)]).toEqual([who.as, field.name, []]);
        }
    });
  }, 400_000);

  it('is in those lists for who may see it: the test could not pass on emptiness', async () => {
    const { query } = questionAt(rootFields(schema).find(({ field }) => field.name === 'referrals')!, {}, '{ nodes { id client { id } notes { id } answers { id } timeline { id } recipients { id } receipts { id } shares { id } accessRequests { id } persons { id } recusals { id } ownNumber { id } } }');
    const { body } = await asking.raw(ann, query, {});
    expect(secret.filter((id) => body.includes(id)).length).toBeGreaterThanOrEqual(16);
  });

  it("lets nobody learn of another's key: it is as good as a new one", async () => {
    const key = crypto.randomUUID();
    const open = (who: Person) => portal.graphql<{ openClient: { familyName: string } }>('mutation ($key: ID!) { openClient(key: $key, input: { givenName: "Els", familyName: "Baert" }) { familyName } }', { key }, who);
    expect((await open(lies)).data.openClient.familyName).toBe('Baert');
    expect((await open(ann)).data.openClient.familyName).toBe('Baert');
    expect((await truth.rows('select from client where family_name = \'Baert\'')).length).toBe(2);
  });

  it('counts for nobody else: a place in a list tells nothing of what was left out', async () => {
    const of = async (who: Person) => (await asking.raw(who, '{ worklistCounts { todo overdue waiting upcoming } referrals { next nodes { number version changedAt } } clients { next nodes { version openedAt } } }')).body;
    const before = await of(lies);
    await scenes.aReferral(portal, ann);
    expect(await of(lies)).toBe(before);
  });
});
