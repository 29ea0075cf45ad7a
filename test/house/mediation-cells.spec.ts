import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isLeafType } from 'graphql';
import { mediationFlow, MediationState, SignalStage } from '#mediation';
import * as cast from '../cast/cast.js';
import { type Person } from '../cast/cast.js';
import { act, aSignal, broughtTo, caseOf, signalOf } from '../cast/mediation.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, codeIn, each } from './asking.js';
import { servedSchema } from './graph.js';
import { FIELDS, HAS, type Kind, type Seat, seen } from './matrix.js';
import { patience, tell } from './sizes.js';

type Row = { [column: string]: unknown } & { id: string; partner_id: string; state: string };
type Node = { [field: string]: unknown } & { id: string; may: string[]; withheld: { dataClass: string }[] };
type Reader = { who: Person; kind: Kind; partnerId: string; personId: string };

const TABLES: { [record: string]: string } = { TensionSignal: 'tension_signal', SignalRenter: 'signal_renter', SignalRequest: 'signal_request', Settlement: 'settlement', MediationCase: 'mediation_case', MediationParty: 'mediation_party', MediationSession: 'mediation_session', Deviation: 'deviation' };
const BELOW: { [root: string]: { [field: string]: string } } = {
  signal: { renters: 'SignalRenter', requests: 'SignalRequest', settlements: 'Settlement' },
  mediation: { parties: 'MediationParty', sessions: 'MediationSession', settlements: 'Settlement', deviations: 'Deviation', signals: 'TensionSignal' },
};
const RUNNING = ['SIGNALLED', 'IN_PROGRESS', 'STARTED', 'AGREEMENT'];
const everybody: Person[] = Object.values(cast);

/** What is worked out of its state is looked at by the story; here each field of each record, in each state, for each capacity (c4, c5 tests 2, 4 and 5, decisions 7). */
describe('every cell of a mediation', () => {
  let portal: TestPortal;
  let truth: Truth;
  let asking: Asking;
  let schema: GraphQLSchema;
  let signalId: string;
  let caseId: string;
  const readers: Reader[] = [];
  const counts = { shown: 0, hidden: 0, absent: 0, may: 0 };
  const deviations: unknown[] = [];
  const agree = (where: unknown[], found: unknown, wanted: unknown) => void (JSON.stringify(found) === JSON.stringify(wanted) || deviations.push({ where, found, wanted }));

  beforeAll(async () => {
    portal = await startPortal();
    [truth, asking, schema] = [await Truth.of(portal), new Asking(portal), await servedSchema(portal, cast.ann)];
    const signal = await aSignal(portal, { facts: { danger: true, dangerNote: 'Er werd geroepen.' } });
    const { id } = await broughtTo(portal, truth, signal, 'SESSIONS');
    [signalId, caseId] = [signal.id, id];
    await scenes.must(portal, cast.bram, 'mutation ($key: ID!, $id: ID!) { askLandlord(key: $key, signalId: $id, kind: TALK, says: "Een gesprek", due: "2027-12-31") { id } }', { key: crypto.randomUUID(), id: signalId });
    await scenes.must(portal, cast.bram, 'mutation ($key: ID!, $id: ID!) { planSession(key: $key, mediationId: $id, at: "2027-12-01T10:00:00.000Z", place: "Wielsbeke", interpreter: "Pools") { id } }', { key: crypto.randomUUID(), id });
    await act(portal, cast.bram, 'draftSettlement', await caseOf(portal, cast.bram, id), 'body: "Het is stil."');
    await act(portal, cast.bram, 'offerSettlement', (await caseOf(portal, cast.bram, id)).settlements[0]);
    const [copy] = (await signalOf(portal, cast.tom, signalId)).settlements as { id: string; version: number; hash: string }[];
    await act(portal, cast.tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "verhuurder"`);
    await truth.rows(`insert into deviation (id, dossier_id, partner_id, kind, step, reason, at, by_name) select gen_random_uuid(), id, partner_id, 'LATE', 'accept', 'Ziekte', now(), 'Bram' from mediation_case where id = $1`, [id]);
    await truth.rows('update mediation_party set phone = $2, may_tell = $2, may_tell_on = today(), danger_told_ground = $2, version = version + 1 where dossier_id = $1', [id, 'Een woord']);
    for (const who of [cast.bram, cast.katrien]) await scenes.aNote(portal, who, id, 'PRIVATE_NOTE', `van ${who.as}`);
    await scenes.aNote(portal, cast.tom, signalId, 'PRIVATE_NOTE', 'van tom');
    for (const who of everybody) {
      const { id: personId, partnerId } = await truth.person(who);
      readers.push({ who, personId, partnerId, kind: (await truth.rows<{ kind: Kind }>('select kind from partner where id = $1', [partnerId]))[0].kind });
    }
  }, patience);
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const leaves = (record: string) => Object.values((schema.getType(record) as GraphQLObjectType).getFields()).filter(({ type }) => isLeafType(getNamedType(type))).map(({ name }) => name).join(' ');
  const whole = (record: string, below: { [field: string]: string } = {}): string => `{ ${leaves(record)} withheld { dataClass } ${Object.entries(below).map(([field, of]) => `${field} ${whole(of)}`).join(' ')} }`;
  const plain = (value: unknown): unknown => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : (value ?? null));
  const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const rowsOf = async (table: string, dossier: string, key = 'dossier_id') => (await truth.rows<{ row: Row }>(`select to_jsonb(t) as row from ${table} t where ${key} = $1`, [dossier])).map(({ row }) => row);
  const seatAt = (root: 'signal' | 'mediation', { kind, who }: Reader): Seat | null =>
    kind === 'WOONDIENST' ? (root === 'signal' ? 'RECEIVER' : 'OWNER') : root === 'signal' && who.capacity.partner === 'Vivus' ? 'SENDER' : null;

  function classesOf(reader: Reader, root: 'signal' | 'mediation', record: string, row: Row, more: object = {}): readonly string[] {
    const seat = seatAt(root, reader);
    return seat ? seen(reader.kind, reader.who.capacity.role, { record, seat, mine: row.partner_id === reader.partnerId, author: row.author_id === reader.personId, lent: [], ...more }) : [];
  }

  function expectNode(reader: Reader, root: 'signal' | 'mediation', record: string, node: Node, row: Row): void {
    const classes = classesOf(reader, record === 'TensionSignal' ? 'signal' : root, record, row);
    const where = [reader.who.as, reader.who.capacity.role, record];
    for (const [dataClass, fields] of Object.entries(FIELDS[record]))
      for (const field of fields.split(' ')) {
        counts[classes.includes(dataClass) ? 'shown' : 'hidden'] += 1;
        agree([...where, field], plain(node[field]), classes.includes(dataClass) ? plain(row[columnOf(field)]) : null);
      }
    // A key that nobody reads is no field: nothing is withheld of it.
    agree([...where, 'withheld'], node.withheld.map(({ dataClass }) => dataClass).sort(), HAS[record].filter((dataClass) => FIELDS[record][dataClass] && !classes.includes(dataClass)).sort());
  }

  /** By hand: what each capacity may do with a signal or a mediation as it stands. */
  function mayOf({ who, kind }: Reader, root: 'signal' | 'mediation', { state }: Row): string[] {
    const { role } = who.capacity;
    if (root === 'signal') return [...(role === 'TENANCY_OFFICER' ? [...(RUNNING.includes(state) ? ['withdraw'] : []), ...(state === 'AGREEMENT' ? ['reportBreach'] : [])] : []), ...(role === 'HOUSING_COUNSELLOR' && RUNNING.includes(state) ? ['ask'] : [])];
    const arrows = Object.keys(mediationFlow.states[state as MediationState]).filter((event) => event !== 'conclude');
    const assign = arrows.filter((event) => event === 'assign');
    if (who === cast.bram) return [...arrows, 'handOver', 'readSignals', 'askUnion'];
    if (kind !== 'WOONDIENST') return [];
    return role === 'COORDINATOR' ? [...assign, 'handOver'] : role === 'HOUSING_COUNSELLOR' ? assign : [];
  }

  async function look(root: 'signal' | 'mediation', record: 'TensionSignal' | 'MediationCase', id: string): Promise<void> {
    const [row] = await rowsOf(TABLES[record], id, 'id');
    const below = await Promise.all(Object.entries(BELOW[root]).map(async ([field, of]) => ({ field, of, rows: of === 'TensionSignal' ? await rowsOf('tension_signal', signalId, 'id') : await rowsOf(TABLES[of], id) })));
    await each(readers, async (reader) => {
      const raw = await asking.raw(reader.who, `{ ${root}(id: "${id}") ${whole(record, BELOW[root])} }`);
      const there = classesOf(reader, root, record, row).length > 0;
      agree([reader.who.as, reader.who.capacity.role, root, row.state], codeIn(raw), there ? 'ANSWERED' : 'NOT_FOUND');
      if (!there || codeIn(raw) !== 'ANSWERED') return void (counts.absent += 1);
      const node = (JSON.parse(raw.body) as { data: { [root: string]: Node } }).data[root];
      expectNode(reader, root, record, node, row);
      counts.may += 1;
      agree([reader.who.as, reader.who.capacity.role, root, row.state, 'may'], [...node.may].sort(), mayOf(reader, root, row).sort());
      for (const { field, of, rows } of below) {
        const visible = rows.filter((each) => classesOf(reader, of === 'TensionSignal' ? 'signal' : root, of, each).length);
        const nodes = node[field] as Node[];
        agree([reader.who.as, reader.who.capacity.role, root, field], nodes.map((each) => each.id).sort(), visible.map((each) => each.id).sort());
        for (const each of nodes) expectNode(reader, root, of, each, rows.find((one) => one.id === each.id)!);
      }
    });
  }

  async function force(table: string, id: string, state: string): Promise<void> {
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update ${table} set state = $2 where id = $1`, [id, state]);
    await truth.rows('set session_replication_role = origin');
  }

  it.each(Object.values(SignalStage))('is what goes over the wire of a signal that is %s', async (state) => {
    await force('tension_signal', signalId, state);
    await look('signal', 'TensionSignal', signalId);
    expect(deviations.splice(0).slice(0, 4)).toEqual([]);
  }, patience);

  it.each(Object.values(MediationState))('is what goes over the wire of a mediation that is %s', async (state) => {
    await force('mediation_case', caseId, state);
    await look('mediation', 'MediationCase', caseId);
    expect(deviations.splice(0).slice(0, 4)).toEqual([]);
  }, patience);

  it('of a note is its author\'s alone, and nobody\'s once it is sealed', async () => {
    const notes = async (who: Person, root: string, id: string) => (JSON.parse((await asking.raw(who, `{ ${root}(id: "${id}") { id notes { body } } }`)).body) as { data: { [root: string]: { notes: { body: string }[] } | null } | null }).data?.[root]?.notes.map(({ body }) => body) ?? [];
    const read = async () => {
      const found: { [who: string]: string[] } = {};
      for (const who of everybody) {
        const bodies = [...(await notes(who, 'signal', signalId)), ...(await notes(who, 'mediation', caseId))];
        if (bodies.length) found[`${who.as} ${who.capacity.role}`] = bodies;
      }
      return found;
    };
    const own = { 'tom.claes TENANCY_OFFICER': ['van tom'] };
    expect(await read()).toEqual({ ...own, 'bram.vandeputte HOUSING_COUNSELLOR': ['van bram.vandeputte'], 'katrien.lagae HOUSING_COUNSELLOR': ['van katrien.lagae'] });
    await force('mediation_case', caseId, 'SESSIONS');
    expect((await act(portal, cast.bram, 'mediationToCourt', await caseOf(portal, cast.bram, caseId))).errors).toBeUndefined();
    expect(await read()).toEqual(own);
    for (const who of [cast.bram, cast.katrien]) expect(codeIn(await asking.raw(who, `mutation { writeNote(key: "${crypto.randomUUID()}", dossierId: "${caseId}", version: 0, dataClass: PRIVATE_NOTE, body: "toch") { id } }`))).toBe('NOT_POSSIBLE');
    expect(codeIn(await asking.raw(cast.bram, `{ noteHistory(dossierId: "${caseId}") { __typename } }`))).not.toBe('INTERNAL');
  }, patience);

  it('was looked at: each kind of cell, and how many', () => {
    tell(`${JSON.stringify(counts)} cells of a mediation and ${everybody.length} readers; 0 deviations`);
    expect(Object.entries(counts).filter(([, times]) => times < 90)).toEqual([]);
  });
});
