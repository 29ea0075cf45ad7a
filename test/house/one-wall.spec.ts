import { Ability, createMongoAbility } from '@casl/ability';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { regimeOf } from '#directory';
import { type PartnerKind, type Role } from '#kernel';
import { amir, ann, bram, dirk, els, geert, hilde, jelle, jens, joke, joris, katrien, lies, linda, nele, type Person, sofie, tom } from '../cast/cast.js';
import { added, text } from '../cast/files.js';
import { away as absent, handOver, inDays, sent } from '../cast/people.js';
import { act, aSignal, broughtTo, caseOf, signalOf } from '../cast/mediation.js';
import { consulted, written } from '../cast/messages.js';
import * as scenes from '../cast/scenes.js';
import { letIn } from '../cast/support.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, codeIn, each } from './asking.js';
import { edgesOf, finding, questionAt, rootFields, selectionsOf, servedSchema, type Values } from './graph.js';
import { behindTheWall, type Me } from './memory.js';
import { isTurnOf, patience, size } from './sizes.js';
import { type Row, type Seat, WALLED, type World } from './world.js';

const READERS = [ann, joris, hilde, geert, bram, katrien, sofie, joke, amir, els, lies, tom, linda, jens, jelle];
/** References that a row shows to what its reader may not open: a dossier that was withdrawn, a contact person of another partner. */
const REFERENCES = /"(dossierId|sourceReferralId|contactPersonId)":"[^"]*"/g;

/** Of one's own looks also what is told to others, without a name: the wall alone leaves it out of one's own list. */
const isOwnLook = (me: Me, { table }: { table: string }, row: Row): boolean => table === 'look' && row.partner_id === me.partnerId && !row.personal;

/** Rows that no single wall may let through, on a portal of which only one stands. */
describe.each([
  ['both walls', async () => undefined],
  ['row-level security alone: in the place of the book is an ability to do everything', async () => {
    const rules = createMongoAbility([{ action: 'manage', subject: 'all' }]).rulesFor('manage', 'all');
    jest.spyOn(Ability.prototype, 'rulesFor').mockImplementation((() => rules) as never);
    jest.spyOn(Ability.prototype, 'can').mockImplementation(() => true);
  }],
  ['the book alone: no table has row-level security', async (_: TestPortal, truth: Truth) => {
    const tables = await truth.rows<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'public'::regnamespace and relname not in ('idempotency', 'trail', 'dossier')`);
    for (const { name } of tables) await truth.rows(`alter table ${name} no force row level security, disable row level security`);
  }],
] as [string, (portal: TestPortal, truth: Truth) => Promise<void>][])('behind %s', (stands, takeDown) => {
  let portal: TestPortal;
  let truth: Truth;
  let asking: Asking;
  let world: World;
  const met = { questions: 0, rows: 0, shut: 0 };

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    asking = new Asking(portal);
    await story();
    // What everybody keeps for herself, and the office of each partner.
    await truth.rows(`insert into saved_filter (id, partner_id, person_id, name, made_at) select gen_random_uuid(), partner_id, id, 'eigen', now() from person`);
    await truth.rows(`insert into calendar_feed (id, partner_id, person_id, mandate_id, secret_hash, made_at) select gen_random_uuid(), partner_id, person_id, id, id::text, now() from mandate`);
    await truth.rows(`insert into closing_day (id, partner_id, day, label, set_by) select gen_random_uuid(), id, '2027-02-02', 'Brugdag', 'Woonbrug' from partner`);
    await truth.rows(`insert into access_review (id, partner_id, person_id, mandate_id, asked_at, ends_on) select gen_random_uuid(), partner_id, person_id, id, now(), '2027-02-02' from mandate`);
    await truth.rows('set session_replication_role = replica');
    // A landlord that sits, by whatever mistake, at a file in which it is the opposing party.
    const against = await scenes.aReferral(portal, ann, { to: { 'Woondienst Regio Izegem': ['CONTACT'] } });
    await truth.rows(`update referral set opposing_partner_id = (select id from partner where name = 'Vivus') where id = $1`, [against.id]);
    await truth.rows(`insert into party (dossier_id, partner_id, roles, granted_by, kind, state) select r.id, r.opposing_partner_id, array['RECEIVER'], r.partner_id, 'Referral', 'NEW' from referral r where r.id = $1`, [against.id]);
    await truth.rows('set session_replication_role = origin');
    world = await asItStands();
    await takeDown(portal, truth);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await truth.close();
    await portal.stop();
  });

  async function story(): Promise<void> {
    const client = await scenes.aClient(portal, ann);
    const draft = await scenes.aDraft(portal, ann, { client });
    await scenes.aNote(portal, ann, draft.id, 'HEALTH', 'gezondheid');
    const both = await scenes.aReferral(portal, ann, { client, type: 'WONINGZOEKTOCHT', to: { 'Woondienst Regio Izegem': ['CONTACT', 'HEALTH'], 'CAW Centraal-West-Vlaanderen': ['CONTACT'] } });
    await scenes.accept(portal, await scenes.receive(portal, await scenes.aReferral(portal, ann, { client })));
    await scenes.withdraw(portal, await scenes.aReferral(portal, ann, { client }));
    await scenes.aReferral(portal, lies, { client: await scenes.aClient(portal, lies, { municipality: 'Izegem' }), type: 'ENERGY', to: { 'Energiehuis Woondienst Regio Izegem': ['CONTACT'] } });
    await scenes.aReferral(portal, joke, { client: await scenes.aClient(portal, joke) });
    for (const who of [ann, joris, bram, joke]) await scenes.aNote(portal, who, both.id, 'PRIVATE_NOTE', `van ${who.as}`);
    const [woondienst, caw] = [await truth.partner('Woondienst Regio Izegem'), await truth.partner('CAW Centraal-West-Vlaanderen')];
    for (const [who, id, dataClass, partnerIds] of [[ann, client.id, 'DEBTS', []], [ann, draft.id, 'HEALTH', []], [ann, both.id, 'HEALTH', [woondienst]], [ann, both.id, 'INCOME', [woondienst, caw]], [bram, both.id, 'OUTCOME', [await truth.partner('OCMW Ledegem')]], [joke, both.id, 'PRIVATE_NOTE', []]] as [Person, string, string, string[]][]) await added(portal, who, id, text(), { dataClass, partnerIds });
    for (const [who, to] of [[ann, ['Woondienst Regio Izegem']], [ann, ['CAW Centraal-West-Vlaanderen']], [ann, []], [bram, ['OCMW Ledegem']], [bram, []]] as [Person, string[]][]) await written(portal, who, both.id, to, 'bericht');
    for (const anonymous of [false, true]) await consulted(portal, ann, { anonymous, clientId: client.id });
    await mediating();
    const keep = 'mutation ($key: ID!, $id: ID!, $number: String!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: $number) { id } }';
    const more = `mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "nodig", until: "${inDays(60)}") { id } }`;
    const away = 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id } }';
    const make = (who: Person, query: string, values: object) => scenes.must(portal, who, query, { key: crypto.randomUUID(), id: both.id, ...values });
    for (const who of [ann, bram, joke]) await make(who, keep, { number: who.as });
    for (const who of [bram, joke]) await make(who, more, {});
    const [annId, jorisId, bramId, katrienId] = await Promise.all([ann, joris, bram, katrien].map(async (who) => (await truth.person(who)).id));
    await absent(portal, ann, annId, { since: inDays(0), until: inDays(9), deputyId: jorisId });
    await absent(portal, bram, bramId, { since: inDays(0), until: inDays(9), deputyId: katrienId });
    await handOver(portal, ann, annId, jorisId, [sent(await scenes.aDraft(portal, ann, { client }))]);
    await make(bram, away, { personId: (await truth.person(katrien)).id });
    await make(bram, away, { personId: (await truth.person(dirk)).id });
    await make(joke, away, { personId: (await truth.person(amir)).id });
    await letIn(portal, nele, both.number);
  }

  /** A mediation in its talks, with a text that the landlord signed; everything of it but the signal is the Woondienst's (decisions 7). */
  async function mediating(): Promise<void> {
    const signal = await aSignal(portal);
    const { id } = await broughtTo(portal, truth, signal, 'SESSIONS');
    for (const who of [bram, katrien]) await scenes.aNote(portal, who, id, 'PRIVATE_NOTE', `van ${who.as}`);
    await scenes.must(portal, bram, 'mutation ($key: ID!, $id: ID!) { planSession(key: $key, mediationId: $id, at: "2027-12-01T10:00:00.000Z", place: "Wielsbeke") { id } }', { key: crypto.randomUUID(), id });
    await truth.rows(`insert into deviation (id, dossier_id, partner_id, kind, step, reason, at, by_name) select gen_random_uuid(), id, partner_id, 'LATE', 'accept', 'Ziekte', now(), 'Bram' from mediation_case`);
    await truth.rows(`insert into dwelling (id, partner_id, reference, street, postcode, municipality) select gen_random_uuid(), id, 'V-1', 'Ooigemstraat 3', '8710', 'Wielsbeke' from partner where kind = 'HOUSING_COMPANY'`);
    await act(portal, bram, 'draftSettlement', await caseOf(portal, bram, id), 'body: "Het is stil."');
    await act(portal, bram, 'offerSettlement', (await caseOf(portal, bram, id)).settlements[0]);
    const [copy] = (await signalOf(portal, tom, signal.id)).settlements as { id: string; version: number; hash: string }[];
    await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "verhuurder"`);
  }

  async function asItStands(): Promise<World> {
    const rows: World['rows'] = {};
    for (const { table } of WALLED()) rows[table] = (await truth.rows<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`)).map(({ row }) => row);
    const seats = (await truth.rows<{ row: Seat }>('select to_jsonb(p) as row from party p')).map(({ row }) => row);
    return { persons: new Map(), seats, exclusions: await truth.rows('select person_id, dossier_id from exclusion'), glasses: [], supports: await truth.rows(`select partner_id, person_id, dossier_id, state, to_jsonb(ends_at) #>> '{}' as ends_at from support_look`), rows };
  }

  /** Ids of rows that a reader must not meet: not hers, not for her partner, above her regime, or on the other side. */
  async function forbidden(who: Person): Promise<Set<string>> {
    const { id: personId, partnerId: own } = await truth.person(who);
    // Support reads as the guest of the partner that let it in.
    const partnerId = who === jelle ? await truth.partner('OCMW Ledegem') : own;
    const [{ kind }] = await truth.rows<{ kind: PartnerKind }>('select kind from partner where id = $1', [partnerId]);
    const me: Me = { personId, partnerId, partnerKind: kind, role: who.capacity.role as Role, regime: regimeOf(kind, who.capacity.role as Role), political: false };
    const shut = WALLED().flatMap((record) => world.rows[record.table].filter((row) => !behindTheWall(world, me, record, row) && !(stands.startsWith('the book') && isOwnLook(me, record, row))).map(({ id }) => id));
    const staff = await truth.rows<{ id: string }>('select id from person where partner_id <> all ($1) union select id from mandate where partner_id <> all ($1) union select id from closing_day where partner_id <> all ($1) union select id from access_review where partner_id <> all ($1) union select id from saved_filter where person_id <> $2 union select id from calendar_feed where person_id <> $2 union select id from absence where partner_id <> all ($1) union select id from hand_over where partner_id <> all ($1) union select id from dwelling where partner_id <> all ($1) union select id from support_look where partner_id <> all ($1) and person_id <> $2', [[partnerId, own], personId]);
    return new Set([...shut, ...staff.map(({ id }) => id)]);
  }

  const idsIn = (body: string): string[] => [...new Set(body.replaceAll(REFERENCES, '').match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))];

  it('no answer to any question holds a row of others, whatever the root field, filter or relation', async () => {
    const schema = await servedSchema(portal, ann);
    const dossiers = [...new Set(world.seats.map(({ dossier_id }) => dossier_id))];
    const lists: { [field: string]: Values[] } = {
      referrals: [{}, ...['DRAFT', 'DELIVERED', 'NEW', 'ACCEPTED', 'WITHDRAWN'].map((state) => ({ state }))], clients: [{}, { words: 'rosa' }, { words: 'li' }], similar: [{ givenName: 'Rosa', familyName: 'Lippens', birthDate: '1984-05-06' }], ...finding('rosa', 'woning', '0470'),
      worklist: ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING'].map((part) => ({ part })),
    };
    const faults: unknown[] = [];
    await each([...READERS.entries()], async ([reader, who]) => {
      const shut = await forbidden(who);
      met.shut += shut.size;
      for (const root of rootFields(schema).filter(({ kind }) => kind === 'query')) {
        const takes = root.field.args.find(({ name }) => ['id', 'dossierId', 'clientId'].includes(name));
        const values = takes ? dossiers.map((id): Values => ({ [takes.name]: id, ...(root.field.name === 'preview' && { agreements: [scenes.agreement] }) })) : (lists[root.field.name] ?? [{}]);
        for (const [nr, given] of values.entries()) for (const shows of selectionsOf(root.field.type, takes ? 2 : 3).filter((_, at) => isTurnOf(reader, nr + at))) {
          const { query, variables } = questionAt(root, given, shows);
          const raw = await asking.raw(who, query, variables);
          met.questions += 1;
          if (['LIMIT', 'BAD_REQUEST', 'INTERNAL', 'UNAVAILABLE'].includes(codeIn(raw))) faults.push([who.as, query, raw.body]);
          const found = idsIn(raw.body);
          met.rows += found.length;
          const foreign = found.filter((id) => shut.has(id) && !Object.values(given).includes(id));
          if (foreign.length) faults.push([who.as, query, given, foreign]);
          // The id that was asked for comes back only with its row.
          if (takes && !query.includes('Register') && codeIn(raw) === 'ANSWERED' && shut.has(given[takes.name] as string) && root.field.name !== 'ownAnswer' && found.includes(given[takes.name] as string)) faults.push([who.as, query, given, 'itself']);
          if (codeIn(raw) !== 'ANSWERED') break;
        }
      }
    });
    expect(faults.slice(0, 4)).toEqual([]);
    expect(met.questions).toBeGreaterThan(3000);
    expect(met.rows).toBeGreaterThan(6000 / size.turns);
    expect(met.shut).toBeGreaterThan(500);
  }, 2 * patience);

  it('no act on a row of others changes anything or is told apart from an act on nothing', async () => {
    const schema = await servedSchema(portal, ann);
    const tables = WALLED().map(({ table }) => table);
    const all = async () => (await truth.rows<{ hash: string }>(`select md5(string_agg(t, '|' order by t)) as hash from (${[...tables, 'party', 'exclusion'].map((table) => `select to_jsonb(x)::text as t from ${table} x`).join(' union all ')}) y`))[0].hash;
    const before = await all();
    const faults: unknown[] = [];
    for (const [reader, who] of [lies, tom, jens].entries()) {
      const shut = [...(await forbidden(who))];
      const wanted = new Map(WALLED().map(({ table }) => [table, world.rows[table].filter(({ id }) => shut.includes(id)).slice(0, 2)]));
      for (const [at, edge] of edgesOf(schema).filter(({ kind, path }) => kind === 'mutation' && path.length === 1 && ['id', 'dossierId', 'clientId'].includes(path[0])).entries()) {
        for (const row of [...wanted.values()].flat().filter((_, nr) => isTurnOf(reader, at + nr))) {
          const versioned = edge.field.args.some(({ name }) => name === 'version') ? { version: edge.field.name === 'setOwnNumber' || edge.field.name === 'writeNote' ? 0 : ((row.version as number) ?? 1) } : {};
          const more = { sendReferral: { agreements: [scenes.agreement] }, writeNote: { dataClass: 'PRIVATE_NOTE' }, draftReferral: { type: 'TO_WOONDIENST' }, draftTransfer: { type: 'TO_WOONDIENST' } }[edge.field.name] ?? {};
          const { query, variables } = questionAt(edge, { ...versioned, ...more, [edge.path[0]]: row.id }, '{ __typename }');
          const raw = await asking.raw(who, query, variables);
          if (!['NOT_FOUND', 'FORBIDDEN', 'INVALID'].includes(codeIn(raw))) faults.push([who.as, edge.field.name, codeIn(raw)]);
        }
      }
    }
    expect(faults.slice(0, 6)).toEqual([]);
    expect(await all()).toBe(before);
  }, patience);
});
