import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { consultFlow } from '#consults';
import { type AnyFlow, arrowsOf } from '#kernel';
import { accessFlow, answerFlow, AnswerState, referralFlow, ReferralState } from '#referrals';
import { ann, bram, type Person } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { consulted } from '../cast/messages.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Act = { by: Person; verb: string; more?: string; on: 'referral' | 'answer' };

/** By event: who would do it, and through which door. What the clock alone does has none. */
const answerDoors: { [event: string]: Act | null } = {
  receive: { by: bram, verb: 'receiveAnswer', on: 'answer' },
  ask: { by: bram, verb: 'askSender', more: 'text: "Sinds wanneer?"', on: 'answer' },
  reply: { by: ann, verb: 'replyToReceiver', more: 'text: "Sinds maart."', on: 'answer' },
  accept: { by: bram, verb: 'acceptReferral', more: 'contactPersonId: "BRAM"', on: 'answer' },
  reject: { by: bram, verb: 'rejectReferral', more: 'reason: "NOT_COMPETENT", advice: "Vraag het elders."', on: 'answer' },
  redirect: { by: bram, verb: 'redirectReferral', more: 'partnerId: "BRAM", advice: "Vraag het elders."', on: 'answer' },
  reopen: { by: bram, verb: 'reopenAnswer', more: 'text: "Toch niet klaar."', on: 'answer' },
  start: { by: bram, verb: 'startGuidance', on: 'answer' },
  feedback: { by: bram, verb: 'giveFeedback', more: 'text: "Bezocht."', on: 'answer' },
  close: { by: bram, verb: 'closeAnswer', on: 'answer' },
  stop: { by: bram, verb: 'confirmStopped', on: 'answer' },
  keep: { by: bram, verb: 'confirmKept', more: 'ground: "Eigen begeleiding."', on: 'answer' },
  expire: null,
  withdraw: null,
};
const AGREED = Object.entries(scenes.agreement).map(([name, value]) => `${name}: ${typeof value === 'object' ? `[${value.join(', ')}]` : ['agreedBy', 'way'].includes(name) ? value : JSON.stringify(value)}`).join(', ');
const referralDoors: { [event: string]: Act | null } = {
  edit: { by: ann, verb: 'saveDraft', more: 'changes: { question: "Anders" }', on: 'referral' },
  note: { by: ann, verb: 'writeNote', on: 'referral' },
  send: { by: ann, verb: 'sendReferral', more: `agreements: [{ ${AGREED} }]`, on: 'referral' },
  discard: { by: ann, verb: 'discardDraft', on: 'referral' },
  withdraw: { by: ann, verb: 'withdrawReferral', more: 'reason: "Hij wil het niet meer."', on: 'referral' },
  takeBack: { by: ann, verb: 'takeBackReferral', on: 'referral' },
  amend: { by: ann, verb: 'amendReferral', more: 'changes: { question: "Anders" }', on: 'referral' },
  narrow: { by: ann, verb: 'narrowShare', more: 'partnerId: "WOONDIENST", classes: [], wish: CLIENT', on: 'referral' },
  declareError: { by: ann, verb: 'declareError', more: 'reason: "Verkeerde cliënt."', on: 'referral' },
  deliver: null,
  close: null,
  reopen: null,
};

describe('the workflow table', () => {
  let portal: TestPortal;
  let truth: Truth;
  let app: pg.Client;
  let bramId: string;
  let woondienst: string;
  const inState: { [state: string]: scenes.Referral } = {};

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
    bramId = (await truth.person(bram)).id;
    woondienst = await truth.partner('Woondienst Regio Izegem');
    const s = scenes;
    const received = async () => s.receive(portal, await s.aReferral(portal));
    const going = async () => s.start(portal, await s.accept(portal, await received()));
    const gone = async () => s.withdraw(portal, await s.aReferral(portal));
    inState.DRAFT = await s.aDraft(portal);
    inState.DISCARDED = await s.aDraft(portal);
    await s.cause(portal, ann, 'discardDraft', inState.DISCARDED);
    inState.DISCARDED.version += 1;
    inState.NEW = await s.aReferral(portal);
    inState.RECEIVED = await received();
    inState.INFO_REQUESTED = await s.ask(portal, await received());
    inState.ACCEPTED = await s.accept(portal, await received());
    inState.IN_PROGRESS = await going();
    inState.FEEDBACK_GIVEN = await s.feedback(portal, await going());
    inState.CLOSED = await s.close(portal, await s.feedback(portal, await going()));
    inState.CLOSED.version += 1;
    inState.REJECTED = await s.reject(portal, await received());
    inState.WITHDRAWN = await gone();
    inState.STOPPED = await s.stop(portal, await gone());
    inState.KEPT = await s.keep(portal, await gone());
    inState.EXPIRED = await received();
    await force('answer', inState.EXPIRED.answerId, 'EXPIRED');
    inState.REDIRECTED = await received();
    await force('answer', inState.REDIRECTED.answerId, 'REDIRECTED');
    inState.REOPENED = await s.reject(portal, await received());
    await s.cause(portal, ann, 'reopenAnswer', { id: inState.REOPENED.answerId, version: inState.REOPENED.answerVersion }, 'text: "Toch niet klaar."');
    inState.REOPENED.answerVersion += 1;
    inState.SENT = await s.aDraft(portal);
    await force('referral', inState.SENT.id, 'SENT');
    inState.MADE_IN_ERROR = await s.aReferral(portal);
    await s.cause(portal, ann, 'declareError', inState.MADE_IN_ERROR, 'reason: "Verkeerde cliënt."');
    inState.MADE_IN_ERROR.version += 1;
  }, 120_000);
  afterAll(async () => {
    await Promise.all([truth.close(), app.end()]);
    await portal.stop();
  });

  /** Where no story leads in a test's time: past every trigger. */
  async function force(table: string, id: string, state: string): Promise<void> {
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update ${table} set state = $2 where id = $1`, [id, state]);
    await truth.rows('set session_replication_role = origin');
  }

  /** Every row of a dossier, so that a refusal that changed anything is seen. */
  async function everything(dossier: string): Promise<string> {
    const parts = ['referral t where id', 'answer t where dossier_id', 'task t where dossier_id', 'timeline_entry t where dossier_id', 'note t where dossier_id', 'recipient t where dossier_id', 'receipt t where dossier_id', 'access_request t where dossier_id', 'agreement t where about_id', 'party t where dossier_id', 'share t where dossier_id', 'duty t where dossier_id'];
    const [{ hash }] = await truth.rows<{ hash: string }>(`select md5(string_agg(t, '|' order by t)) as hash from (${parts.map((part) => `select to_jsonb(t)::text as t from ${part} = $1`).join(' union all ')}) x`, [dossier]);
    return hash;
  }

  async function attempt({ by, verb, more = '', on }: Act, scene: scenes.Referral): Promise<string> {
    if (verb === 'writeNote') return scenes.codeOf(await portal.graphql('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: PRIVATE_NOTE, body: "x") { id } }', { key: crypto.randomUUID(), id: scene.id }, by));
    const row = on === 'referral' ? scene : { id: scene.answerId, version: scene.answerVersion };
    return scenes.codeOf(await scenes.cause(portal, by, verb, row, more.replace('BRAM', bramId).replace('WOONDIENST', woondienst), 'id'));
  }

  const closed: { [flow: string]: { state: string; event: string }[] } = Object.fromEntries(
    [referralFlow as AnyFlow, answerFlow as AnyFlow].map((flow) => {
      const events = Object.keys(flow.name === 'Referral' ? referralDoors : answerDoors);
      return [flow.name, Object.keys(flow.states).flatMap((state) => events.filter((event) => !flow.states[state][event]).map((event) => ({ state, event })))];
    }),
  );

  it('knows every state and every event', () => {
    const events = (flow: AnyFlow) => [...new Set(Object.values(flow.states).flatMap((arrows) => Object.keys(arrows)))].sort();
    expect(events(answerFlow)).toEqual(Object.keys(answerDoors).sort());
    expect(events(referralFlow)).toEqual(Object.keys(referralDoors).sort());
    const states: string[] = [...Object.values(AnswerState), ...Object.values(ReferralState)];
    expect(states.filter((state) => !inState[state])).toEqual(['DELIVERED']);
  });

  it('is all that a receiver and the reply of a sender can do to an answer: no other event changes anything', async () => {
    let tried = 0;
    for (const { state, event } of closed.Answer) {
      const act = answerDoors[event];
      if (!act) continue;
      const scene = inState[state];
      const before = await everything(scene.id);
      expect([state, event, await attempt(act, scene)]).toEqual([state, event, expect.stringMatching(/^(NOT_POSSIBLE|FORBIDDEN)$/)]);
      expect([state, event, await everything(scene.id)]).toEqual([state, event, before]);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(100);
  }, 60_000);

  it('is all that a sender can do to a referral', async () => {
    let tried = 0;
    for (const { state, event } of closed.Referral) {
      const act = referralDoors[event];
      if (!act) continue;
      const scene = state === 'DELIVERED' ? inState.NEW : inState[state];
      const before = await everything(scene.id);
      expect([state, event, await attempt(act, scene)]).toEqual([state, event, 'NOT_POSSIBLE']);
      expect([state, event, await everything(scene.id)]).toEqual([state, event, before]);
      tried += 1;
    }
    expect(tried).toBeGreaterThanOrEqual(45);
  });

  it('has no door for what the clock alone does', () => {
    expect([answerDoors.expire, answerDoors.withdraw, referralDoors.close, referralDoors.deliver, referralDoors.reopen]).toEqual([null, null, null, null, null]);
  });

  /** As the portal's own role, past every service: in the context of the partner whose row it is. */
  async function asApp(partner: string, sql: string, values: unknown[]): Promise<string> {
    await app.query('begin');
    await enter(app, { partnerId: partner, personId: crypto.randomUUID() });
    try {
      const { rowCount } = await app.query(sql, values);
      return `${rowCount} row`;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.query('rollback');
    }
  }

  it.each([
    ['referral', referralFlow as AnyFlow],
    ['answer', answerFlow as AnyFlow],
    ['access_request', accessFlow as AnyFlow],
    ['consult', consultFlow as AnyFlow],
  ])('is held by the database too: as the role of the portal no other step of %s is possible', async (table, flow) => {
    const scene = await scenes.aReferral(portal, ann, { to: { 'Woondienst Regio Izegem': ['CONTACT'] } });
    const more = `mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "nodig", until: "${inDays(60)}") { id } }`;
    const request = (await scenes.must<{ requestAccess: { id: string } }>(portal, bram, more, { key: crypto.randomUUID(), id: scene.id })).requestAccess.id;
    const question = (await consulted(portal, ann)).id;
    const [id, name] = table === 'consult' ? [question, 'OCMW Ledegem'] : table === 'referral' ? [scene.id, 'OCMW Ledegem'] : [table === 'answer' ? scene.answerId : request, 'Woondienst Regio Izegem'];
    const partner = await truth.partner(name);
    const possible = arrowsOf(flow).map(({ from, to }) => `${from}>${to}`);
    const states = Object.keys(flow.states);
    for (const from of states) {
      await force(table, id, from);
      for (const to of states.filter((each) => each !== from)) {
        const found = await asApp(partner, `update ${table} set state = $2, version = version + 1 where id = $1`, [id, to]);
        expect([from, to, found]).toEqual([from, to, possible.includes(`${from}>${to}`) ? '1 row' : 'P0001']);
      }
    }
    for (const to of states) {
      const copy = `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'DV-X', 'partner_id', t.partner_id, 'state', $2::text))).* from ${table} t where id = $1`;
      const found = await asApp(partner, copy, [id, to]);
      // A row that the table allows still meets the keys of its dossier.
      expect([to, found]).toEqual([to, to === flow.starts ? table === 'access_request' ? '1 row' : expect.stringMatching(/^(23503|23505|42501)$/) : 'P0001']);
    }
  });

  it('is followed by one version at a time, and a row never changes its dossier or its partner', async () => {
    const scene = await scenes.aReferral(portal);
    const ledegem = await truth.partner('OCMW Ledegem');
    const woondienst = await truth.partner('Woondienst Regio Izegem');
    expect(await asApp(ledegem, `update referral set question = 'x' where id = $1`, [scene.id])).toBe('40001');
    expect(await asApp(ledegem, `update referral set question = 'x', version = version + 2 where id = $1`, [scene.id])).toBe('40001');
    expect(await asApp(ledegem, `update referral set partner_id = $2, version = version + 1 where id = $1`, [scene.id, woondienst])).toBe('42501');
    expect(await asApp(woondienst, `update answer set dossier_id = $2, version = version + 1 where id = $1`, [scene.answerId, inState.NEW.id])).toBe('42501');
    expect(await asApp(ledegem, `update referral set id = gen_random_uuid(), version = version + 1 where id = $1`, [scene.id])).toBe('42501');
    // Another's row is not there, or refused: never changed.
    expect(await asApp(woondienst, `update referral set question = 'x', version = version + 1 where id = $1`, [scene.id])).toBe('42501');
    expect(await asApp(ledegem, `update answer set advice = 'x', version = version + 1 where id = $1`, [scene.answerId])).toBe('42501');
    expect(await asApp(await truth.partner('Vivus'), `update referral set question = 'x', version = version + 1 where id = $1`, [scene.id])).toBe('0 row');
  });

  it('leaves copies at each seat that are what one would work out again', async () => {
    const told = Object.values(inState).filter((scene) => ![inState.EXPIRED, inState.REDIRECTED, inState.SENT].includes(scene)).map(({ id }) => id);
    const copies = await truth.rows<{ state: string; kind: string; at: Date; trueState: string; trueKind: string; trueAt: Date }>(`
      select p.state, p.kind, p.at, d.kind as "trueKind",
        case when p.partner_id = r.partner_id then r.state else a.state end as "trueState",
        case when p.partner_id = r.partner_id then r.changed_at else (select max(t.at) from timeline_entry t where t.dossier_id = p.dossier_id and t.audience @> array[p.partner_id]) end as "trueAt"
      from party p join dossier d on d.id = p.dossier_id join referral r on r.id = p.dossier_id left join answer a on a.dossier_id = p.dossier_id and a.partner_id = p.partner_id
      where p.dossier_id = any($1)`, [told]);
    for (const copy of copies) expect(copy).toEqual({ ...copy, state: copy.trueState, kind: copy.trueKind, at: copy.trueAt });
    expect(copies.map(({ state }) => state)).toEqual(expect.arrayContaining(Object.keys(inState).filter((state) => !['EXPIRED', 'REDIRECTED', 'SENT'].includes(state))));
    const clients = await truth.rows<{ state: string; kind: string }>('select p.state, p.kind from party p join client c on c.id = p.dossier_id');
    expect(new Set(clients.map(({ state, kind }) => `${kind} ${state}`))).toEqual(new Set(['Client OPEN']));
  });
});
