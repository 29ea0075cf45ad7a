import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type AnyFlow, arrowsOf } from '#kernel';
import { mediationFlow, signalFlow } from '#mediation';
import { bram } from '../cast/cast.js';
import { act, aSignal, assigned, caseFor } from '../cast/mediation.js';
import { codeOf } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

/** By event: its door, and what it is told beside id, version and key; what only the parties cause has none. */
const DOORS: { [event: string]: [verb: string, args?: string] | null } = {
  assign: ['assignMediation', 'personId: "BRAM"'], accept: ['acceptMediation'], outOfScope: ['mediationOutOfScope', 'reason: "x"'], contact: ['contactRenter', 'way: "brief"'], agree: ['startMediation'], decline: ['mediationDeclined'], notReached: ['renterNotReached'],
  meet: ['beginSessions'], draftSettlement: ['draftSettlement', 'body: "x"'], conclude: null, resume: ['resumeSessions'], stall: ['mediationStalled', 'reason: "x"'], followUp: ['followUpSettlement', 'text: "x"'], breach: ['settlementBreached', 'text: "x"'],
  succeed: ['mediationSucceeded', 'report: "x"'], partly: ['mediationPartlySucceeded', 'report: "x"'], close: ['closeMediation', 'report: "x"'], stop: ['stopMediation', 'side: RENTER'], goToCourt: ['mediationToCourt'],
};

describe('the workflow table of a mediation', () => {
  let portal: TestPortal;
  let truth: Truth;
  let app: pg.Client;
  let bramId: string;
  let signalId: string;
  let caseId: string;

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
    bramId = (await truth.person(bram)).id;
    const signal = await aSignal(portal);
    const mediation = await assigned(portal, truth, await caseFor(portal, signal));
    [signalId, caseId] = [signal.id, mediation.id];
  });
  afterAll(async () => {
    await Promise.all([truth.close(), app.end()]);
    await portal.stop();
  });

  async function force(table: string, id: string, state: string): Promise<number> {
    await truth.rows('set session_replication_role = replica');
    const [{ version }] = await truth.rows<{ version: number }>(`update ${table} set state = $2 where id = $1 returning version`, [id, state]);
    await truth.rows('set session_replication_role = origin');
    return version;
  }
  /** Every row of both dossiers, so that a refusal that changed anything is seen. */
  async function everything(): Promise<string> {
    const tables = ['mediation_case t where id', 'tension_signal t where id', ...['case_signal', 'mediation_party', 'mediation_session', 'deviation', 'settlement', 'settlement_signature', 'signal_request', 'task', 'timeline_entry', 'note', 'party', 'duty'].map((table) => `${table} t where dossier_id`)];
    const [{ hash }] = await truth.rows<{ hash: string }>(`select md5(string_agg(t, '|' order by t)) as hash from (${tables.map((part) => `select to_jsonb(t)::text as t from ${part} = any ($1)`).join(' union all ')}) x`, [[signalId, caseId]]);
    return hash;
  }

  it('has a door for every event but the one that all parties cause together', () => {
    const events = [...new Set(Object.values(mediationFlow.states).flatMap((arrows) => Object.keys(arrows)))];
    expect(events.sort()).toEqual(Object.keys(DOORS).sort());
    expect(Object.entries(DOORS).filter(([, door]) => !door).map(([event]) => event)).toEqual(['conclude']);
  });

  it('is all that a mediator can do: every other event in every state is refused, and changes nothing', async () => {
    let tried = 0;
    for (const state of Object.keys(mediationFlow.states)) {
      const version = await force('mediation_case', caseId, state);
      const before = await everything();
      for (const [event, door] of Object.entries(DOORS)) {
        if (!door || Object.hasOwn(mediationFlow.states[state as keyof typeof mediationFlow.states], event)) continue;
        const code = codeOf(await act(portal, bram, door[0], { id: caseId, version }, door[1]?.replace('BRAM', bramId)));
        expect([state, event, code]).toEqual([state, event, 'NOT_POSSIBLE']);
        tried += 1;
      }
      expect([state, await everything()]).toEqual([state, before]);
    }
    const open = Object.values(mediationFlow.states).flatMap((arrows) => Object.keys(arrows)).filter((event) => DOORS[event]).length;
    expect(tried).toBe(Object.keys(mediationFlow.states).length * (Object.keys(DOORS).length - 1) - open);
  }, 300_000);

  /** As the portal's own role, past every service: in the context of the partner whose row it is. */
  async function asApp(partner: string, sql: string, values: unknown[], person: string = crypto.randomUUID()): Promise<string> {
    await app.query('begin');
    await enter(app, { partnerId: partner, personId: person });
    try {
      return `${(await app.query(sql, values)).rowCount} row`;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.query('rollback');
    }
  }

  it.each([
    ['mediation_case', mediationFlow as AnyFlow, 'Woondienst Regio Izegem', () => caseId],
    ['tension_signal', signalFlow as AnyFlow, 'Vivus', () => signalId],
  ] as [string, AnyFlow, string, () => string][])('is held by the database too: as the role of the portal no other step of %s is possible', async (table, flow, name, which) => {
    const partner = await truth.partner(name);
    const possible = arrowsOf(flow).map(({ from, to }) => `${from}>${to}`);
    const states = Object.keys(flow.states);
    for (const from of states) {
      await force(table, which(), from);
      for (const to of states.filter((each) => each !== from)) {
        const found = await asApp(partner, `update ${table} set state = $2, version = version + 1 where id = $1`, [which(), to]);
        expect([from, to, found]).toEqual([from, to, possible.includes(`${from}>${to}`) ? '1 row' : 'P0001']);
      }
    }
    for (const to of states.filter((each) => each !== flow.starts)) {
      const made = `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'BM-X', 'state', $2::text))).* from ${table} t where id = $1`;
      expect([to, await asApp(partner, made, [which(), to])]).toEqual([to, 'P0001']);
    }
  });

  it('lets a company write no signal without a protocol in force, whatever way it comes', async () => {
    const vivus = await truth.partner('Vivus');
    for (const [what, changes] of [['another municipality', `'municipality', 'Harelbeke', 'postcode', '8530'`], ['another postcode', `'postcode', '8870'`], ['no protocol', `'protocol_id', gen_random_uuid()`], ['before it began', `'reported_at', '2020-01-01'`]]) {
      const sql = `insert into tension_signal select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'BM-X', 'state', 'SIGNALLED', ${changes}))).* from tension_signal t where id = $1`;
      expect([what, await asApp(vivus, sql, [signalId])]).toEqual([what, 'P0001']);
      // It is that trigger which refuses: without it only the keys of a dossier would.
      await truth.rows('alter table tension_signal disable trigger keep_signal');
      expect([what, await asApp(vivus, sql, [signalId])]).not.toEqual([what, 'P0001']);
      await truth.rows('alter table tension_signal enable trigger keep_signal');
    }
  });

  const WALLS = ['mediation_case', 'case_signal', 'mediation_party', 'mediation_session', 'deviation', 'settlement_signature', 'settlement', 'note', 'task', 'timeline_entry'];
  it.each(WALLS)('shows a landlord no row of %s of the mediation by the wall alone, and a look that finds nothing would find it with one wall fewer', async (table) => {
    const vivus = await truth.partner('Vivus');
    const key = table === 'mediation_case' ? 'id' : 'dossier_id';
    const look = () => asApp(vivus, `select from ${table} where ${key} = $1`, [caseId]);
    if (table !== 'mediation_case') await put(table);
    expect([table, await look()]).toEqual([table, '0 row']);
    await truth.rows(`create policy open on ${table} for select to portal using (true); ${table === 'note' ? 'alter policy author on note using (true);' : ''}`);
    try {
      expect(await look()).not.toBe('0 row');
    } finally {
      await truth.rows(`drop policy open on ${table}`);
      if (table === 'note') await truth.rows(`alter policy author on note using (data_class <> 'PRIVATE_NOTE' or (author_id = (select me.person()) and not sealed))`);
    }
    expect(await look()).toBe('0 row');
  });

  /** A row of it on the mediation, past every trigger, where the story made none. */
  async function put(table: string): Promise<void> {
    if ((await truth.rows(`select from ${table} where dossier_id = $1 limit 1`, [caseId])).length) return;
    const more: { [column: string]: unknown } = { state: 'PLANNED', at: new Date(), place: 'x', kind: 'LATE', step: 'x', reason: 'x', by_name: 'x', settlement_id: crypto.randomUUID(), party_id: crypto.randomUUID(), name: 'x', way: 'PAPER', hash: 'x', author_id: bramId, data_class: 'PRIVATE_NOTE', body: 'x', sealed: false, changed_at: new Date(), edition: 1, drafted_at: new Date() };
    const columns = (await truth.rows<{ name: string }>(`select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = ''`, [table])).map(({ name }) => name);
    const given = { ...more, id: crypto.randomUUID(), version: 1, dossier_id: caseId, partner_id: await truth.partner('Woondienst Regio Izegem'), audience: [], ...(table === 'settlement' && { state: 'DRAFT' }) } as { [column: string]: unknown };
    const filled = columns.filter((column) => given[column] !== undefined);
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`insert into ${table} (${filled.join(', ')}) values (${filled.map((_, at) => `$${at + 1}`).join(', ')})`, filled.map((column) => given[column]));
    await truth.rows('set session_replication_role = origin');
  }

  it('hides a sealed note from its own author by the wall alone', async () => {
    const woondienst = await truth.partner('Woondienst Regio Izegem');
    await put('note');
    const read = () => asApp(woondienst, `select from note where dossier_id = $1 and author_id = $2`, [caseId, bramId], bramId);
    await truth.rows('set session_replication_role = replica');
    await truth.rows('update note set sealed = false where dossier_id = $1', [caseId]);
    await truth.rows('set session_replication_role = origin');
    expect(await read()).toBe('1 row');
    await truth.rows('set session_replication_role = replica');
    await truth.rows('update note set sealed = true where dossier_id = $1', [caseId]);
    await truth.rows('set session_replication_role = origin');
    expect(await read()).toBe('0 row');
  });
});
