import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the Woondienst and housing companies agreed on mediation: drafted, signed by both, in force, followed by a next edition. */
export class Cooperation20261201 implements MigrationInterface {
  name = 'Cooperation1796083200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(SIGNATURES);
    await db.query(WALL);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table cooperation_protocol; drop function keep_agreed, keep_drafted, signer_of, hash_of, municipalities_in');
  }
}

/** Two editions of one pair are never in force on the same day, and one at a time is talked about. */
const TABLE = `
  create extension if not exists btree_gist;
  create function hash_of(words text) returns text language sql immutable strict parallel safe return encode(sha256(convert_to(words, 'UTF8')), 'hex');
  create function municipalities_in(words text) returns text[] language sql immutable strict parallel safe
    return array(select nis from jsonb_array_elements_text(words::jsonb -> 'municipalities') with ordinality as m (nis, place) order by place);
  create table cooperation_protocol (
    id uuid primary key,
    version int not null default 1,
    drafter_id uuid not null references partner,
    company_id uuid not null references partner,
    edition int not null check (edition > 0),
    state text not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    text text not null check (length(text) <= 40000),
    title text not null generated always as (text::jsonb ->> 'title') stored,
    municipalities text[] not null generated always as (municipalities_in(text)) stored,
    hash text not null generated always as (hash_of(text)) stored,
    partner_signed_by text, partner_signed_as text, partner_signed_at timestamptz, partner_signed_hash text, partner_signer_id uuid,
    company_signed_by text, company_signed_as text, company_signed_at timestamptz, company_signed_hash text, company_signer_id uuid,
    partner_signed boolean not null generated always as (partner_signed_at is not null) stored,
    company_signed boolean not null generated always as (company_signed_at is not null) stored,
    signed boolean not null generated always as (partner_signed_at is not null and company_signed_at is not null) stored,
    ended_on date, ended_reason text,
    unique (drafter_id, company_id, edition),
    check (num_nulls(partner_signed_by, partner_signed_as, partner_signed_at, partner_signed_hash) in (0, 4)),
    check (num_nulls(company_signed_by, company_signed_as, company_signed_at, company_signed_hash) in (0, 4)),
    -- Both signed the very text that stands there, or it is still talked about.
    check (case when state in ('SIGNED', 'ACTIVE', 'UNDER_REVIEW') then signed and partner_signed_hash = hash_of(text) and company_signed_hash = hash_of(text) else state <> 'NEGOTIATION' or not signed end),
    exclude using gist (drafter_id with =, company_id with =, daterange(valid_from, valid_to, '[]') with &&) where (state in ('ACTIVE', 'UNDER_REVIEW'))
  );
  create unique index cooperation_protocol_talked on cooperation_protocol (drafter_id, company_id) where state in ('NEGOTIATION', 'SIGNED');
  create index cooperation_protocol_company on cooperation_protocol (company_id);
`;

/** Who reads the staff of both sides: the owner; each side alone does not see who the other is. */
const SIGNATURES = `
  -- The human behind a person who may sign for a partner today.
  create function signer_of(person_id uuid, partner uuid) returns table (name text, human text) language sql stable security definer set search_path = public, pg_temp as $$
    select p.name, coalesce(p.subject, p.username) from person p where p.id = signer_of.person_id and p.partner_id = signer_of.partner and p.active
      and exists (select from mandate m where m.person_id = p.id and m.role = 'SIGNATORY' and m.since <= today() and (m.until is null or m.until >= today())) $$;
  revoke all on function signer_of from public;

  create function keep_drafted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if num_nonnulls(new.partner_signed_at, new.company_signed_at, new.partner_signer_id, new.company_signer_id, new.ended_on) > 0
      or not exists (select from partner where id = new.drafter_id and kind = 'WOONDIENST') or not exists (select from partner where id = new.company_id and kind = 'HOUSING_COMPANY')
      or new.edition <> (select coalesce(max(c.edition), 0) + 1 from cooperation_protocol c where c.drafter_id = new.drafter_id and c.company_id = new.company_id)
    then raise exception 'not a draft' using errcode = 'P0001'; end if;
    return new; end $$;

  create function keep_agreed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare signing boolean := false; signer record; other text;
  begin
    -- What somebody signed is what stands there: a change takes the signatures away.
    if new.text is distinct from old.text and (new.state <> 'NEGOTIATION' or old.state <> 'NEGOTIATION' or num_nonnulls(new.partner_signed_at, new.company_signed_at) > 0) then raise exception 'the text stands fixed' using errcode = 'P0001'; end if;
    if (new.valid_from, coalesce(new.valid_to, 'infinity')) is distinct from (old.valid_from, coalesce(old.valid_to, 'infinity')) and not (case
      when old.state = 'NEGOTIATION' and new.state = 'NEGOTIATION' then num_nonnulls(new.partner_signed_at, new.company_signed_at) = 0
      when old.state = 'SIGNED' and new.state = 'ACTIVE' then new.valid_from >= old.valid_from and new.valid_to is not distinct from old.valid_to
      else old.state in ('ACTIVE', 'UNDER_REVIEW') and new.valid_from = old.valid_from and new.valid_to < coalesce(old.valid_to, 'infinity') end)
    then raise exception 'the days stand fixed' using errcode = 'P0001'; end if;

    -- A signature is one's own, for one's own side, of now and of this text; it is taken back, never replaced.
    if (new.partner_signed_at, new.partner_signer_id, new.partner_signed_by, new.partner_signed_as, new.partner_signed_hash) is distinct from (old.partner_signed_at, old.partner_signer_id, old.partner_signed_by, old.partner_signed_as, old.partner_signed_hash) and new.partner_signed_at is not null then
      if old.partner_signed_at is not null or new.drafter_id <> me.partner() or new.partner_signer_id is distinct from me.person() or new.partner_signed_hash <> hash_of(new.text) or new.partner_signed_at < now() - interval '5 minutes' then raise exception 'no such signature' using errcode = 'P0001'; end if;
      signing := true;
    end if;
    if (new.company_signed_at, new.company_signer_id, new.company_signed_by, new.company_signed_as, new.company_signed_hash) is distinct from (old.company_signed_at, old.company_signer_id, old.company_signed_by, old.company_signed_as, old.company_signed_hash) and new.company_signed_at is not null then
      if old.company_signed_at is not null or new.company_id <> me.partner() or new.company_signer_id is distinct from me.person() or new.company_signed_hash <> hash_of(new.text) or new.company_signed_at < now() - interval '5 minutes' then raise exception 'no such signature' using errcode = 'P0001'; end if;
      signing := true;
    end if;
    if signing then
      if old.state <> 'NEGOTIATION' then raise exception 'no longer to be signed' using errcode = 'P0001'; end if;
      select * into signer from signer_of(me.person(), me.partner());
      if signer.name is null or signer.name is distinct from (case me.partner() when new.drafter_id then new.partner_signed_by else new.company_signed_by end) then raise exception 'nobody who signs' using errcode = 'P0001'; end if;
      select coalesce(p.subject, p.username) into other from person p where p.id = case me.partner() when new.drafter_id then new.company_signer_id else new.partner_signer_id end;
      if other = signer.human then raise exception 'one human for both sides' using errcode = 'P0006'; end if;
    end if;
    -- A signature is never taken back from what is in force, or was.
    if old.state not in ('NEGOTIATION', 'SIGNED') and (new.partner_signed_at is null or new.company_signed_at is null) and (old.partner_signed_at, old.company_signed_at) is distinct from (new.partner_signed_at, new.company_signed_at) then raise exception 'signed for good' using errcode = 'P0001'; end if;

    if new.state = 'ACTIVE' and old.state = 'SIGNED' and new.valid_from < greatest(today(), (greatest(new.partner_signed_at, new.company_signed_at) at time zone 'Europe/Brussels')::date) then raise exception 'never for what is past' using errcode = 'P0001'; end if;
    return new; end $$;
`;

/** Everybody reads what both signed; a negotiation is the two parties' own. The owner brings the reference data. */
const WALL = `
  call guard('cooperation_protocol');
  grant select, insert, update (version, state, text, valid_from, valid_to, partner_signed_by, partner_signed_as, partner_signed_at, partner_signed_hash, partner_signer_id,
    company_signed_by, company_signed_as, company_signed_at, company_signed_hash, company_signer_id, ended_on, ended_reason) on cooperation_protocol to portal;
  create policy public on cooperation_protocol for select to portal using (signed or drafter_id = (select me.partner()) or company_id = (select me.partner()));
  create policy drafted on cooperation_protocol for insert to portal with check (drafter_id = (select me.partner()));
  create policy parties on cooperation_protocol for update to portal using (drafter_id = (select me.partner()) or company_id = (select me.partner())) with check (drafter_id = (select me.partner()) or company_id = (select me.partner()));

  create trigger keep_version before update on cooperation_protocol for each row when (current_user = 'portal') execute function keep_version();
  create trigger follow_arrow before insert or update on cooperation_protocol for each row when (current_user = 'portal') execute function follow_arrow('CooperationProtocol');
  create trigger keep_drafted before insert on cooperation_protocol for each row when (current_user = 'portal') execute function keep_drafted();
  create trigger keep_agreed before update on cooperation_protocol for each row when (current_user = 'portal') execute function keep_agreed();
`;
