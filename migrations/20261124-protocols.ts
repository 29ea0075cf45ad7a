import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exchange protocols are drafted, advised on, signed, published and ended in the portal. */
export class Protocols20261124 implements MigrationInterface {
  name = 'Protocols1795492800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(WALL);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger keep_text on exchange_protocol; drop trigger keep_version on exchange_protocol; drop trigger follow_arrow on exchange_protocol;
      drop function keep_text;
      drop policy public on exchange_protocol; drop policy drafted on exchange_protocol; drop policy parties on exchange_protocol; drop policy house on exchange_protocol;
      alter table exchange_protocol no force row level security, disable row level security;
      revoke insert, update on exchange_protocol from portal;
      -- What the table could not hold before: all but the last of each pair and purpose.
      delete from exchange_protocol p using exchange_protocol q where p.from_partner_id = q.from_partner_id and p.to_partner_id = q.to_partner_id and p.purpose = q.purpose and (p.valid_from, p.id) < (q.valid_from, q.id);
      alter table exchange_protocol drop column version, drop column frequency, drop column security, drop column retention, drop column from_advised, drop column to_advised, drop column from_signed, drop column to_signed,
        drop column from_advice_on, drop column from_advice_by, drop column from_advice_positive, drop column from_advice_text, drop column from_signed_on, drop column from_signed_by,
        drop column to_advice_on, drop column to_advice_by, drop column to_advice_positive, drop column to_advice_text, drop column to_signed_on, drop column to_signed_by,
        drop column ended_on, drop column ended_reason, drop column reference,
        add unique (from_partner_id, to_partner_id, purpose);
    `);
  }
}

/** A pair may follow one protocol by another; \`reference\` is what the reference data know a row by. */
const COLUMNS = `
  alter table exchange_protocol drop constraint exchange_protocol_from_partner_id_to_partner_id_purpose_key;
  alter table exchange_protocol
    add column version int not null default 1,
    add column frequency text not null default '', add column security text not null default '', add column retention text not null default '',
    add column from_advice_on date, add column from_advice_by text, add column from_advice_positive boolean, add column from_advice_text text,
    add column from_signed_on date, add column from_signed_by text,
    add column to_advice_on date, add column to_advice_by text, add column to_advice_positive boolean, add column to_advice_text text,
    add column to_signed_on date, add column to_signed_by text,
    add column from_advised boolean not null generated always as (from_advice_on is not null) stored, add column to_advised boolean not null generated always as (to_advice_on is not null) stored,
    add column from_signed boolean not null generated always as (from_signed_on is not null) stored, add column to_signed boolean not null generated always as (to_signed_on is not null) stored,
    add column ended_on date, add column ended_reason text,
    add column reference text unique;
  update exchange_protocol p set reference = f.key || ' ' || t.key || ' ' || p.valid_from || ' ' || p.purpose from partner f, partner t where f.id = p.from_partner_id and t.id = p.to_partner_id;
`;

/** Everybody reads what was signed; a draft is the two parties' own. The owner brings the reference data and sets right by hand. */
const WALL = `
  call guard('exchange_protocol');
  grant insert, update (version, state, purpose, classes, legal_basis, frequency, security, retention, valid_from, valid_to,
    from_advice_on, from_advice_by, from_advice_positive, from_advice_text, from_signed_on, from_signed_by,
    to_advice_on, to_advice_by, to_advice_positive, to_advice_text, to_signed_on, to_signed_by, publication_url, ended_on, ended_reason) on exchange_protocol to portal;
  create policy public on exchange_protocol for select to portal using (state in ('SIGNED', 'PUBLISHED', 'ENDED') or from_partner_id = (select me.partner()) or to_partner_id = (select me.partner()));
  create policy drafted on exchange_protocol for insert to portal with check (from_partner_id = (select me.partner()));
  create policy parties on exchange_protocol for update to portal using (from_partner_id = (select me.partner()) or to_partner_id = (select me.partner())) with check (from_partner_id = (select me.partner()) or to_partner_id = (select me.partner()));

  create trigger keep_version before update on exchange_protocol for each row when (current_user = 'portal') execute function keep_version();
  create trigger follow_arrow before insert or update on exchange_protocol for each row when (current_user = 'portal') execute function follow_arrow('ExchangeProtocol');
  -- What somebody advised on or signed is what stands there.
  create function keep_text() returns trigger language plpgsql as $$ begin
    if (new.purpose, new.classes, new.legal_basis, new.frequency, new.security, new.retention, new.valid_from) is distinct from (old.purpose, old.classes, old.legal_basis, old.frequency, old.security, old.retention, old.valid_from)
      or new.valid_to is distinct from old.valid_to then raise exception 'the text stands fixed' using errcode = 'P0001'; end if;
    return new; end $$;
  create trigger keep_text before update on exchange_protocol for each row when (current_user = 'portal' and old.state <> 'DRAFT') execute function keep_text();
`;
