import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { allRecords } from '#kernel';
import { Truth } from '../cast/truth.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { HAS } from './matrix.js';
import { type Comparison, definers, policies, retention, rights, role, tables, views } from './catalog.js';

describe('the catalogue of the database', () => {
  let database: TestDatabase;
  let truth: Truth;
  beforeAll(async () => {
    database = await copyDatabase();
    truth = await Truth.of(database);
  });
  afterAll(async () => {
    await truth.close();
    await database.drop();
  });

  const holds = async (comparison: (source: Truth) => Promise<Comparison>) => {
    const { found, wanted } = await comparison(truth);
    expect(found).toEqual(wanted);
  };

  it('knows no table that is neither walled nor known to be open', () => holds(tables));

  it('holds for the portal exactly these policies, word for word', () => holds(policies));

  it('lets the role of retention delete what tells of a dossier, all of that, and nothing else', () => holds(retention));

  it('has no view through which rows could pass', () => holds(views));

  it('runs as its owner these functions and no other, word for word, each with a search path of its own, none for everybody', () => holds(definers));

  it('lets the portal own nothing, be nobody else and make nothing', () => holds(role));

  it('lets the portal write what it must and delete nothing but sessions', () => holds(rights));

  it.each([
    ['trail', `update trail set outcome = 'DONE'`], ['trail', 'delete from trail'], ['trail', 'truncate trail'], ['trail', 'select * from trail'], ['trail_link', 'select from trail_link'], ['trail_link', 'delete from trail_link'], ['trail_seal', 'select from trail_seal'], ['trail_seal', `insert into trail_seal (trail_id, link, salt, leaf) values (1, 1, gen_random_uuid(), '')`],
    ['timeline_entry', `update timeline_entry set text = 'x'`], ['timeline_entry', 'delete from timeline_entry'], ['timeline_entry', 'truncate timeline_entry'],
    ['party', `update party set roles = array['SENDER']`], ['party', `insert into party (dossier_id, partner_id, roles, granted_by, kind) values (gen_random_uuid(), gen_random_uuid(), array['SENDER'], gen_random_uuid(), 'Referral')`],
    ['receipt', `update receipt set classes = '{}'`], ['earlier', `update earlier set row = '{}'`], ['earlier', `insert into earlier (record, row_id, version, dossier_id, row) values ('Note', gen_random_uuid(), 1, gen_random_uuid(), '{}')`], ['look', `update look set classes = '{}'`], ['look', 'delete from look'], ['search_entry', 'select from search_entry'], ['search_source', `update search_source set class = 'CORE'`], ['search_class', `update search_class set mark = 'zz'`], ['earlier', 'delete from earlier'], ['agreement', `update agreement set classes = array['HEALTH']`], ['agreement', 'update agreement set until = today() + 999'], ['recusal', 'delete from recusal'],
    ['notice', `update notice set person_id = gen_random_uuid()`], ['notice', 'delete from notice'], ['mail', `update mail set person_id = gen_random_uuid()`], ['mail', 'delete from mail'], ['mail_preference', 'delete from mail_preference'],
    ['attachment', 'delete from attachment'], ['attachment_content', 'delete from attachment_content'], ['attachment_content', `update attachment_content set content = ''`],
    ['partner_name', `update partner_name set name = 'x'`], ['calendar_feed', `update calendar_feed set secret_hash = 'x'`], ['closing_day', 'delete from closing_day'], ['access_review', 'delete from access_review'], ['message', `update message set author_name = 'x'`], ['message', `update message set to_partner_ids = '{}'`], ['message', 'delete from message'], ['consult', `update consult set question = 'x'`], ['consult', 'update consult set asker_id = null'], ['consult', 'delete from consult'],
    ['glass_break', `update glass_break set ends_at = now() + interval '1 day'`], ['glass_break', `update glass_break set reason = 'x'`], ['glass_break', 'delete from glass_break'], ['support_look', `update support_look set number = 'x'`], ['support_look', 'update support_look set person_id = gen_random_uuid()'], ['support_look', 'delete from support_look'],
    ['note', 'update note set sealed = false'], ['note', 'update note set author_id = gen_random_uuid()'], ['tension_signal', `update tension_signal set municipality = 'x'`], ['tension_signal', 'update tension_signal set protocol_id = null'], ['tension_signal', 'delete from tension_signal'], ['signal_renter', `update signal_renter set family_name = 'x'`],
    ['case_signal', 'update case_signal set about_id = gen_random_uuid()'], ['mediation_case', 'delete from mediation_case'], ['deviation', `update deviation set reason = 'x'`], ['deviation', 'delete from deviation'], ['settlement_signature', `update settlement_signature set name = 'x'`], ['settlement_signature', 'delete from settlement_signature'], ['settlement', 'delete from settlement'], ['dwelling', 'update dwelling set partner_id = gen_random_uuid()'],
    ['imported_row', `update imported_row set content = 'x'`], ['dossier', 'select * from dossier'], ['share', `update share set classes = array['HEALTH']`], ['retention_erasure', 'select from retention_erasure'], ['retention_rule', 'update retention_rule set years = 0'], ['destruction_list', 'delete from destruction_list'], ['destruction_item', 'update destruction_item set dossier_id = gen_random_uuid()'], ['destruction_item', `update destruction_item set destroyed_at = now()`], ['legal_hold', 'delete from legal_hold'], ['dossier', 'update dossier set legal_hold = false'], ['a dossier', `select retention.erase(gen_random_uuid(), gen_random_uuid(), 'DOSSIER', '{}')`], ['a dossier', `select retention.replay(1, now(), gen_random_uuid(), gen_random_uuid(), 'DOSSIER', '{}')`], ['lines', 'select empty_lines(array[1])'], ['the role of retention', 'set role woonbrug_retention'], ['referral', 'delete from referral'], ['exclusion', 'delete from exclusion'],
    ['signing_link', `update signing_link set secret_hash = 'x'`], ['signing_link', 'delete from signing_link'], ['pending_signal', 'select from pending_signal'], ['pending_signal', `insert into pending_signal (id) values (gen_random_uuid())`], ['pending_signal', 'delete from pending_signal'],
    ['a wall', 'alter table referral disable row level security'], ['its own role', 'set role woonbrug_owner'], ['a policy', 'drop policy seated on referral'], ['a trigger', `set session_replication_role = replica`],
  ])('refuses the portal\'s role what it may not do to %s: %s', async (_, sql) => {
    const app = new pg.Client({ connectionString: database.url });
    await app.connect();
    try {
      await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await app.end();
    }
  });

  it('lets a row be of the classes that the matrix knows, and of no other', async () => {
    const found = await truth.rows<{ record: string; says: string }>(`select initcap(conrelid::regclass::text) as record, pg_get_constraintdef(oid) as says from pg_constraint where conname in ('note_data_class_check', 'attachment_data_class_check') order by 1`);
    expect(found.map(({ record, says }) => [record, [...says.matchAll(/'(\w+)'/g)].map(([, each]) => each).sort()])).toEqual(['Attachment', 'Note'].map((record) => [record, [...HAS[record]].sort()]));
  });

  it('is what the records of the code say it is, column by column', async () => {
    const types: { [kind: string]: string } = { id: 'uuid', text: 'text', choice: 'text', flag: 'boolean', count: 'integer', day: 'date', moment: 'timestamp with time zone', list: 'text[]' };
    for (const record of allRecords()) {
      const columns = await truth.rows<{ name: string; type: string; required: boolean }>(`select attname::text as name, format_type(atttypid, atttypmod) as type, attnotnull as required from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by 1`, [record.table]);
      expect([record.name, columns.map(({ name }) => name)]).toEqual([record.name, [...record.columns.values()].map(({ column }) => column).sort()]);
      for (const { column, kind, optional, class: of } of record.columns.values()) {
        const found = columns.find(({ name }) => name === column)!;
        const type = { audience: 'uuid[]', redirect_ids: 'uuid[]', fellow_ids: 'uuid[]', reader_ids: 'uuid[]', to_partner_ids: 'uuid[]' }[column] ?? types[kind];
        expect([record.name, column, found.type]).toEqual([record.name, column, type]);
        if (!optional && of.toString() === 'CORE') expect([record.name, column, found.required]).toEqual([record.name, column, true]);
      }
    }
  });
});
