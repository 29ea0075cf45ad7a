import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann } from '../cast/cast.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

/** Past every service, as the portal's own role: what would be left if our code were wrong. */
describe('the gate to the seats', () => {
  let portal: TestPortal;
  let truth: Truth;
  let app: pg.Client;
  let sent: scenes.Referral;
  let draft: scenes.Referral;
  let withdrawn: scenes.Referral;
  const partner: { [name: string]: string } = {};

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
    for (const { name, id } of await truth.rows<{ name: string; id: string }>('select name, id from partner')) partner[name] = id;
    [sent, draft, withdrawn] = [await scenes.aReferral(portal), await scenes.aDraft(portal), await scenes.withdraw(portal, await scenes.aReferral(portal))];
  });
  afterAll(async () => {
    await Promise.all([truth.close(), app.end()]);
    await portal.stop();
  });

  const LEDEGEM = 'OCMW Ledegem';
  const WOONDIENST = 'Woondienst Regio Izegem';
  const VIVUS = 'Vivus';

  /** @returns how many rows, or the code of the refusal */
  async function as(name: string | null, sql: string, ...values: unknown[]): Promise<string> {
    await app.query('begin');
    if (name) await enter(app, { partnerId: partner[name], personId: crypto.randomUUID() });
    try {
      return String((await app.query(sql, values)).rowCount);
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.query('rollback');
    }
  }
  const NOT_THERE = 'P0002';
  const WALL = '42501';

  it('opens a dossier only as its opener, and only for somebody', async () => {
    const open = (who: string | null, kind: string, role: string) => as(who, 'select open_dossier(gen_random_uuid(), $1, $2)', kind, role);
    expect([await open(LEDEGEM, 'Client', 'OWNER'), await open(LEDEGEM, 'Referral', 'SENDER')]).toEqual(['1', '1']);
    expect([await open(LEDEGEM, 'Referral', 'RECEIVER'), await open(LEDEGEM, 'Client', 'SENDER'), await open(LEDEGEM, 'Mediation', 'OWNER'), await open(null, 'Client', 'OWNER')]).toEqual([NOT_THERE, NOT_THERE, NOT_THERE, NOT_THERE]);
    expect(await as(VIVUS, `select open_dossier($1, 'Referral', 'SENDER')`, sent.id)).toBe('23505');
  });

  it('lets only a sender seat a receiver, and nobody seat anything else', async () => {
    const seat = (who: string, dossier: string, whom: string, role: string) => as(who, 'select seat($1, $2, $3)', dossier, partner[whom], role);
    expect(await seat(LEDEGEM, sent.id, VIVUS, 'RECEIVER')).toBe('1');
    for (const [who, whom, role] of [[WOONDIENST, VIVUS, 'RECEIVER'], [WOONDIENST, WOONDIENST, 'SENDER'], [VIVUS, VIVUS, 'RECEIVER'], [LEDEGEM, VIVUS, 'SENDER'], [LEDEGEM, VIVUS, 'OWNER'], [LEDEGEM, VIVUS, 'FORMER_RECEIVER']]) expect([who, role, await seat(who, sent.id, whom, role)]).toEqual([who, role, NOT_THERE]);
    expect(await seat(LEDEGEM, sent.clientId, VIVUS, 'OWNER')).toBe(NOT_THERE);
    expect(await seat(LEDEGEM, sent.clientId, VIVUS, 'RECEIVER')).toBe(NOT_THERE);
    expect(await seat(WOONDIENST, withdrawn.id, WOONDIENST, 'RECEIVER')).toBe(NOT_THERE);
    expect(await seat(VIVUS, draft.id, VIVUS, 'RECEIVER')).toBe(NOT_THERE);
  });

  it('lets only who gave a seat end it, and nobody outside write its copies', async () => {
    const end = (who: string, whom: string, role = 'RECEIVER') => as(who, 'select end_seat($1, $2, $3)', sent.id, partner[whom], role);
    expect(await end(LEDEGEM, WOONDIENST)).toBe('1');
    expect([await end(WOONDIENST, WOONDIENST), await end(WOONDIENST, LEDEGEM, 'SENDER'), await end(VIVUS, WOONDIENST), await end(LEDEGEM, VIVUS)]).toEqual([NOT_THERE, NOT_THERE, NOT_THERE, NOT_THERE]);
    expect(await as(VIVUS, `select restate($1, $2, 'CLOSED', now())`, sent.id, partner[WOONDIENST])).toBe(NOT_THERE);
  });

  const somebodyElse = async () => scenes.aReferral(portal, ann, { client: await scenes.aClient(portal, ann, { givenName: 'Wout', familyName: 'Dierickx', birthDate: '1960-01-01' }) });
  const share = (who: string, from: string, to: string, { dossier = sent.id, classes = ['HEALTH'], until = new Date(Date.now() + 86_400_000).toISOString(), agreement = 'a.id' } = {}) =>
    as(who, `insert into share (id, dossier_id, partner_id, classes, purpose, ground, until, granted_by, audience, agreement_id)
      select gen_random_uuid(), $1, $2, $4, 'x', 'x', $5, $3, array[$2::uuid, $3], ${agreement} from (select (select id from agreement where about_id = $1 limit 1) id) a`, dossier, partner[to], partner[from], classes, until);

  it('lets only who seated a partner lend to it, as itself, and never more than an end be changed', async () => {
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST)).toBe('1');
    expect([await share(WOONDIENST, LEDEGEM, WOONDIENST), await share(WOONDIENST, WOONDIENST, WOONDIENST), await share(WOONDIENST, WOONDIENST, LEDEGEM), await share(LEDEGEM, LEDEGEM, VIVUS), await share(VIVUS, LEDEGEM, VIVUS)]).toEqual([WALL, WALL, WALL, WALL, WALL]);
    expect(await as(WOONDIENST, `update share set until = '2199-01-01' where dossier_id = $1`, sent.id)).toBe('0');
  });

  it('lends nothing without an agreement, beyond it, or once it has ended; and prolongs nothing', async () => {
    const { rows: [agreement] } = { rows: await truth.rows<{ id: string; until: string }>('select id, until::text from agreement where about_id = $1', [sent.id]) };
    const after = new Date(Date.parse(agreement.until) + 3 * 86_400_000).toISOString();
    const other = (await somebodyElse()).id;
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST, { agreement: 'null' })).toBe(WALL);
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST, { agreement: 'gen_random_uuid()' })).toBe(WALL);
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST, { agreement: `(select id from agreement where about_id = '${other}')` })).toBe(WALL);
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST, { classes: ['HEALTH', 'INCOME_CATEGORY'] })).toBe(WALL);
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST, { until: after })).toBe(WALL);
    expect(await as(LEDEGEM, `update share set until = until + interval '1 day' where dossier_id = $1`, sent.id)).toBe(WALL);
    expect(await as(LEDEGEM, `update share set until = now() where dossier_id = $1`, sent.id)).toBe('1');
    await truth.rows('update agreement set ended_at = now() where id = $1', [agreement.id]);
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST)).toBe(WALL);
    await truth.rows('update agreement set ended_at = null where id = $1', [agreement.id]);
    expect(await share(LEDEGEM, LEDEGEM, WOONDIENST)).toBe('1');
  });

  it('seats the opposing party nowhere, makes nobody it who sits there, and shows it nothing even where it sat', async () => {
    const oppose = (who: string, whom: string, dossier = sent.id) => as(who, 'update referral set opposing_partner_id = $2, version = version + 1 where id = $1', dossier, partner[whom]);
    expect([await oppose(LEDEGEM, WOONDIENST), await oppose(LEDEGEM, LEDEGEM), await oppose(LEDEGEM, VIVUS)]).toEqual([NOT_THERE, NOT_THERE, '1']);
    const against = (await somebodyElse()).id;
    await truth.rows('update referral set opposing_partner_id = $2, version = version + 1 where id = $1', [against, partner[VIVUS]]);
    expect(await as(LEDEGEM, 'select seat($1, $2, $3)', against, partner[VIVUS], 'RECEIVER')).toBe(NOT_THERE);
    await truth.rows('set session_replication_role = replica');
    await truth.rows('update referral set opposing_partner_id = $2 where id = $1', [against, partner[WOONDIENST]]);
    await truth.rows('set session_replication_role = origin');
    expect(await as(WOONDIENST, 'select from referral where id = $1', against)).toBe('0');
  });

  /** What a row needs that the story wrote none of; its audience is its writer's. */
  const MORE: { [table: string]: object } = {
    referral_person: { relation: 'CHILD', left_out: false }, access_request: { to_partner_id: crypto.randomUUID(), classes: [], reason: 'x', until: '2199-01-01', asked_at: new Date(), asked_by: 'x' },
    attachment: { author_name: 'x', file_name: 'x', kind: 'TXT', size: 1, added_at: new Date() },
    own_number: { number: 'x' }, recusal: { person_id: crypto.randomUUID(), person_name: 'x', reason: 'x', since: new Date(), set_by: 'x' },
  };
  const ALONE = ['attachment', 'recipient', 'receipt', 'own_number', 'recusal'];
  it.each(['note', 'attachment', 'timeline_entry', 'task', 'answer', 'referral', 'client', 'client_file', 'agreement', 'recipient', 'referral_person', 'receipt', 'access_request', 'own_number', 'recusal'])('lets nobody write a row of %s in another partner\'s name, or where it has no seat', async (table) => {
    const key = ['referral', 'client'].includes(table) ? 'id' : 'dossier_id';
    const [found] = await truth.rows<{ row: object; here: string }>(`select to_jsonb(t) as row, t.${key}::text as here from ${table} t order by t.partner_id <> $1 limit 1`, [partner[LEDEGEM]]);
    const { row, here } = found ?? { row: { id: crypto.randomUUID(), dossier_id: sent.id, author_id: crypto.randomUUID(), audience: [], data_class: 'HEALTH', body: 'x', version: 1, changed_at: new Date(), ...MORE[table] }, here: sent.id };
    const copy = (of: object) => [`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, JSON.stringify({ ...row, id: crypto.randomUUID(), number: 'DV-X', state: { referral: 'DRAFT', answer: 'NEW', access_request: 'ASKED', attachment: 'PENDING' }[table], ...(ALONE.includes(table) && 'partner_id' in of && { audience: [of.partner_id] }), ...of })] as const;
    expect(await as(VIVUS, ...copy({ [key]: here, partner_id: partner[LEDEGEM] }))).toBe(WALL);
    expect(await as(VIVUS, ...copy({ [key]: here, partner_id: partner[VIVUS] }))).toBe(WALL);
    expect(await as(LEDEGEM, ...copy({ [key]: here, partner_id: partner[VIVUS] }))).toBe(WALL);
    expect(await as(null, ...copy({ [key]: here, partner_id: partner[LEDEGEM] }))).toBe(WALL);
  });

  it('finds by name only where one sits, in a role that was asked for, and is not excluded', async () => {
    const ids = async (name: string, person: string, sql: string) => {
      await app.query('begin');
      await enter(app, { partnerId: partner[name], personId: person });
      return (await app.query<{ id: string }>(`select id from ${sql} id`).finally(() => app.query('rollback'))).rows.map(({ id }) => id).sort();
    };
    const ROLES = `array['OWNER', 'SENDER', 'RECEIVER']`;
    const clients = `find_clients('rosa', ${ROLES}, 50)`;
    const like = (record: string, roles = ROLES) => `resembling('Rosa', 'Lippens', '1984-05-06', '${record}', ${roles}, 50)`;
    const stranger = crypto.randomUUID();
    for (const sql of [clients, like('Client'), like('Referral')]) expect([sql, await ids(VIVUS, stranger, sql)]).toEqual([sql, []]);
    expect([await ids(WOONDIENST, stranger, clients), await ids(WOONDIENST, stranger, like('Client'))]).toEqual([[], []]);
    expect(await ids(WOONDIENST, stranger, like('Referral'))).toEqual([sent.id]);
    expect(await ids(WOONDIENST, stranger, like('Referral', `array['SENDER']`))).toEqual([]);
    expect(await ids(LEDEGEM, stranger, clients)).toEqual([sent, draft, withdrawn].map(({ clientId }) => clientId).sort());
    expect(await ids(LEDEGEM, stranger, like('Referral'))).toEqual([sent, draft, withdrawn].map(({ id }) => id).sort());
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) select $1, unnest($2::uuid[]), 'familie'`, [stranger, [sent.id, sent.clientId]]);
    for (const sql of [clients, like('Client'), like('Referral')]) expect([sql, (await ids(LEDEGEM, stranger, sql)).length]).toEqual([sql, 2]);
  });

  it('refuses more than fifty rows at once', async () => {
    await truth.rows(`insert into task (id, dossier_id, partner_id, kind) select gen_random_uuid(), $1, $2, 'FOLLOW_UP' from generate_series(1, 60)`, [sent.id, partner[LEDEGEM]]);
    expect(await as(LEDEGEM, `update task set done_at = now(), version = version + 1 where dossier_id = $1`, sent.id)).toBe('54000');
  });

  it('lets nobody write a line of the trail as of another transaction, another moment or another number', async () => {
    const line = (also = '', value = '', outcome = `'DONE'`, before = '') => as(LEDEGEM, `insert into trail (partner_id, capacity, operation, purpose, record, dossier_ids, classes, person_id, outcome${also && `, ${also}`}) ${before} values ($1, 'x', 'x', 'x', 'x', '{}', '{}', (select me.person()), ${outcome}${value && `, ${value}`})`, partner[LEDEGEM]);
    expect(await line()).toBe('1');
    for (const [column, value] of [['xact', 'pg_current_xact_id()'], ['xact', `'3'`], ['xact', 'null'], ['at', 'clock_timestamp()'], ['at', `now() - interval '1 day'`], ['at', `now() + interval '1 day'`], ['at', 'null']]) expect([column, value, await line(column, value)]).toEqual([column, value, WALL]);
    expect(await line('id', '7', undefined, 'overriding system value')).toBe(WALL);
  });

  it('gives a line its moment when its transaction has its number, however long its statement takes', async () => {
    await app.query('begin');
    await enter(app, { partnerId: partner[LEDEGEM] });
    const { pid } = (await app.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0];
    const hasNumber = async () => (await truth.rows<{ has: boolean }>('select backend_xid is not null as has from pg_stat_activity where pid = $1', [pid]))[0].has;
    expect(await hasNumber()).toBe(false);
    const line = app.query(`insert into trail (partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) values ($1, 'x', (select pg_sleep(1)::text), 'x', 'x', '{}', '{}', 'DONE')`, [partner[LEDEGEM]]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const early = await hasNumber();
    await line;
    await app.query('rollback');
    expect(early).toBe(true);
  });

  it('lets nobody read or use another\'s key of an act', async () => {
    expect(await as(LEDEGEM, 'select * from idempotency')).toBe('0');
    expect(await as(VIVUS, 'select * from earlier')).toBe('0');
    expect(await as(VIVUS, `update idempotency set record_id = gen_random_uuid()`)).toBe('0');
    expect(await as(VIVUS, `insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) values ($1, $2, 'x', 'x', 'x', 'x', '{}', '{}', 'DONE')`, crypto.randomUUID(), partner[LEDEGEM])).toBe(WALL);
  });
});
