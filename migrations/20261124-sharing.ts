import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several receivers, each with what the client agreed to; what they got; who may not come near. */
export class Sharing20261124 implements MigrationInterface {
  name = 'Sharing1795489200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(MANDATES);
    await db.query(REFERRALS);
    await db.query(SHARES);
    await db.query(RECUSALS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger spread_recusal on recusal; drop trigger spread_recusal on client_file;
      drop function spread_recusal, recuse;
      drop table recusal, own_number, access_request, receipt, referral_person, earlier;
      drop trigger keep_earlier on referral; drop trigger keep_earlier on note;
      drop function keep_earlier;
      drop trigger protect_address on client;
      drop function protect_address;
      drop trigger keep_opposed on party; drop trigger keep_opposed on referral;
      drop function keep_opposed;
      drop policy opposed on referral;
      drop trigger keep_share on share;
      drop function keep_share;
      drop policy excluded on share;
      revoke update (ended_at, ended_by) on share from portal;
      alter table share drop column audience, drop column ended_at, drop column ended_by;
      revoke update (ended_at, ended_by) on agreement from portal;
      alter table agreement drop column about_person_id, drop column minor_asked, drop column ended_at, drop column ended_by;
      alter table client drop column address_protected, drop column representative_for, drop column transferred_to, drop column transferred_at;
      alter table timeline_entry drop column classes;
      alter table answer drop column content_version, drop column content_at, drop column fellow_ids, drop column redirect_partner_id;
      alter table referral add column receiver_id uuid references partner;
      update referral r set receiver_id = (select c.receiver_id from recipient c where c.dossier_id = r.id and c.chosen order by c.id limit 1), version = version + 1;
      drop table recipient;
      alter table referral drop column sent_at, drop column deliver_at, drop column open_receivers, drop column transfer, drop column opposing_partner_id, drop column address_protected, drop column redirect_ids,
        drop column content_version, drop column content_at, drop column accessible_home, drop column meets_income_condition, drop column lowest_income_category, drop column income_proof_on, drop column past_tenancy_note,
        drop column heating, drop column home_note;
      drop function capacities_of;
      alter table mandate drop column political;
    `);
    await db.query(CAPACITIES('', ''));
    await db.query(RESTATE('true'));
  }
}

const CAPACITIES = (returned: string, asked: string) => `
  create function capacities_of(token_subject text, token_username text) returns table (id uuid, person_id uuid, person_name text, tied boolean, partner_id uuid, partner_name text, partner_kind text, regime text, role text, municipality text, until date${returned})
    language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, p.id, p.name, p.subject is not null, o.id, o.name, o.kind, o.regime, m.role, m.municipality, m.until${asked}
    from person p join mandate m on m.person_id = p.id join partner o on o.id = p.partner_id
    where (p.subject = token_subject or (p.subject is null and p.username = token_username and token_username <> '')) and p.active and m.since <= today() and (m.until is null or m.until >= today())
    order by o.name, m.role $$;
  revoke all on function capacities_of from public;
  grant execute on function capacities_of to portal;
`;

const MANDATES = `
  alter table mandate add column political boolean not null default false;
  drop function capacities_of;
  ${CAPACITIES(', political boolean', ', m.political')}
`;

/** Copies the state that a partner sees in its lists; \`whose\` says which other seats the caller may copy for. */
const RESTATE = (whose: string) => `
  create or replace function restate(d uuid, p uuid, to_state text, moment timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform from party m where m.dossier_id = d and m.partner_id = me.partner() and m.until > now() and (${whose});
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    update party set state = to_state, at = moment where dossier_id = d and partner_id = p;
  end $$;
`;

const REFERRALS = `
  ${RESTATE('m.partner_id = p')}

  alter table client add column address_protected boolean not null default false, add column representative_for text, add column transferred_to uuid references partner, add column transferred_at timestamptz;

  alter table referral
    add column sent_at timestamptz, add column deliver_at timestamptz,
    add column open_receivers boolean not null default false,
    add column transfer boolean not null default false,
    add column opposing_partner_id uuid references partner,
    add column address_protected boolean not null default false,
    add column redirect_ids uuid[] not null default '{}',
    add column content_version int not null default 1, add column content_at timestamptz,
    add column accessible_home boolean,
    add column meets_income_condition boolean,
    add column lowest_income_category boolean, add column income_proof_on date,
    add column past_tenancy_note text,
    add column heating text, add column home_note text;
  -- Whoever stands against the client in this matter finds nothing of it, and can never be seated.
  create policy opposed on referral as restrictive to portal using (opposing_partner_id is distinct from (select me.partner()));
  -- An address that becomes protected is so at once in all that its partner ever sent about her, and in no draft before it is sent (BR-P18).
  create function protect_address() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ declare d uuid; begin
    for d in select r.id from client_file f join referral r on r.id = f.about_id and r.partner_id = new.partner_id
      where f.dossier_id = new.id and f.partner_id = new.partner_id and r.address_protected <> new.address_protected and (new.address_protected or r.state = 'DRAFT')
    loop update referral set address_protected = new.address_protected, version = version + 1 where id = d; end loop;
    return null; end $$;
  create trigger protect_address after update of address_protected on client for each row when (new.address_protected <> old.address_protected) execute function protect_address();
  create function keep_opposed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if tg_table_name = 'party' then perform from referral r where r.id = new.dossier_id and r.opposing_partner_id = new.partner_id;
    else perform from party p where p.dossier_id = new.id and p.partner_id = new.opposing_partner_id; end if;
    if found then raise exception 'opposing party' using errcode = 'P0002'; end if;
    return new; end $$;
  create trigger keep_opposed before insert or update of roles, until on party for each row execute function keep_opposed();
  create trigger keep_opposed before insert or update of opposing_partner_id on referral for each row execute function keep_opposed();

  -- To whom a referral goes, and what was chosen for each: the sender's own business.
  create table recipient (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references referral,
    partner_id uuid not null references partner,
    audience uuid[] not null check (audience = array[partner_id]),
    receiver_id uuid not null references partner,
    classes text[] not null default '{}',
    chosen boolean not null default true,
    unique (dossier_id, receiver_id)
  );
  call wall('recipient', 'dossier_id');
  create trigger keep_version before update on recipient for each row execute function keep_version();
  insert into recipient (id, dossier_id, partner_id, audience, receiver_id, classes)
    select gen_random_uuid(), r.id, r.partner_id, array[r.partner_id], r.receiver_id, coalesce((select s.classes from share s where s.dossier_id = r.id and s.partner_id = r.receiver_id order by s.since desc limit 1), '{}')
    from referral r where r.receiver_id is not null;
  alter table referral drop column receiver_id;

  -- Who of the household the referral is about besides the client; for the sender alone until she agreed (BR-W2).
  create table referral_person (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references referral,
    partner_id uuid not null references partner,
    audience uuid[] not null,
    relation text not null,
    given_name text, family_name text, birth_date date,
    left_out boolean not null default false
  );
  call wall('referral_person', 'dossier_id');
  create trigger keep_version before update on referral_person for each row execute function keep_version();
  create index referral_person_dossier on referral_person (dossier_id);

  alter table timeline_entry add column classes text[] not null default '{}';
  alter table answer add column content_version int not null default 1, add column content_at timestamptz, add column fellow_ids uuid[] not null default '{}', add column redirect_partner_id uuid references partner;

  -- What a later version of the content replaced: kept, and shut to the portal until history shows it.
  create table earlier (record text not null, row_id uuid not null, version int not null, dossier_id uuid not null references dossier, at timestamptz not null default now(), row jsonb not null, primary key (record, row_id, version));
  call guard('earlier');
  create function keep_earlier() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    insert into earlier (record, row_id, version, dossier_id, row) values (tg_argv[0], old.id, old.version, (to_jsonb(old) ->> tg_argv[1])::uuid, to_jsonb(old));
    return null; end $$;
  create trigger keep_earlier after update on referral for each row when (new.content_version > old.content_version) execute function keep_earlier('Referral', 'id');
  create trigger keep_earlier after update on note for each row when (old.data_class <> 'PRIVATE_NOTE') execute function keep_earlier('Note', 'dossier_id');

  -- Each partner's own number for a shared dossier (BR-W1).
  create table own_number (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null references partner,
    audience uuid[] not null check (audience = array[partner_id]),
    number text not null,
    unique (dossier_id, partner_id)
  );
  call wall('own_number', 'dossier_id');
  create trigger keep_version before update on own_number for each row execute function keep_version();
`;

const SHARES = `
  alter table agreement alter column agreed_name drop not null, add column about_person_id uuid references referral_person, add column minor_asked boolean not null default false,
    add column ended_at timestamptz, add column ended_by text;
  grant update (ended_at, ended_by) on agreement to portal;

  alter table share add column audience uuid[] not null default '{}', add column ended_at timestamptz, add column ended_by text;
  update share set audience = array[granted_by, partner_id];
  grant update (ended_at, ended_by) on share to portal;
  create policy excluded on share as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = share.dossier_id and x.person_id = (select me.person())));
  -- Nothing is lent without an agreement, nor beyond it; an end only comes nearer.
  create function keep_share() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if tg_op = 'UPDATE' then
      if new.until > old.until then raise exception 'a share is never prolonged' using errcode = '42501'; end if;
      return new;
    end if;
    perform from agreement a where a.id = new.agreement_id and a.partner_id = new.granted_by and a.receiver_id = new.partner_id and a.about_id = new.dossier_id and a.ended_at is null
      and new.classes <@ a.classes and new.until <= (a.until + 1)::timestamp at time zone 'Europe/Brussels';
    if not found then raise exception 'no agreement' using errcode = '42501'; end if;
    return new; end $$;
  create trigger keep_share before insert or update on share for each row execute function keep_share();

  -- What each receiver got, at the moment when it got it: written once.
  create table receipt (
    id uuid primary key,
    dossier_id uuid not null references referral,
    partner_id uuid not null references partner,
    audience uuid[] not null check (audience = array[partner_id]),
    receiver_id uuid not null references partner,
    at timestamptz not null,
    content_version int not null,
    classes text[] not null,
    fields text[] not null,
    book_version int not null,
    hash text not null
  );
  call wall('receipt', 'dossier_id');
  revoke update on receipt from portal;
  create index receipt_dossier on receipt (dossier_id);

  create table access_request (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references referral,
    partner_id uuid not null references partner,
    audience uuid[] not null,
    to_partner_id uuid not null references partner,
    state text not null,
    classes text[] not null,
    reason text not null,
    until date not null,
    asked_at timestamptz not null, asked_by text not null,
    decided_at timestamptz, decided_by text, decision text
  );
  call wall('access_request', 'dossier_id');
  create trigger keep_version before update on access_request for each row execute function keep_version();
  create trigger follow_arrow before insert or update on access_request for each row execute function follow_arrow('AccessRequest');
  create index access_request_dossier on access_request (dossier_id);
`;

/** A partner keeps one of its own people away from a file (BR-P18): the row says so to the others, \`exclusion\` holds it. */
const RECUSALS = `
  create table recusal (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null references partner,
    audience uuid[] not null check (audience = array[partner_id]),
    person_id uuid not null,
    person_name text not null,
    reason text not null,
    since timestamptz not null, set_by text not null,
    lifted_at timestamptz,
    foreign key (person_id, partner_id) references person (id, partner_id)
  );
  call wall('recusal', 'dossier_id');
  create trigger keep_version before update on recusal for each row execute function keep_version();
  create unique index recusal_once on recusal (dossier_id, person_id) where lifted_at is null;

  -- It holds for the client's file, and for every dossier that this partner linked to it, now and later.
  create function recuse(d uuid, of_partner uuid) returns void language sql security definer set search_path = public, pg_temp as $$
    with file as (select f.dossier_id client from client_file f where f.partner_id = of_partner and (f.about_id = d or f.dossier_id = d)),
    dossiers as (select d id union select client from file union select f.about_id from client_file f join file on f.dossier_id = file.client where f.partner_id = of_partner),
    people as (select distinct r.person_id, r.reason from recusal r join dossiers on r.dossier_id = dossiers.id where r.partner_id = of_partner and r.lifted_at is null),
    gone as (delete from exclusion x using dossiers, person p where x.dossier_id = dossiers.id and p.id = x.person_id and p.partner_id = of_partner and x.person_id not in (select person_id from people))
    insert into exclusion (person_id, dossier_id, reason) select p.person_id, dossiers.id, p.reason from people p, dossiers on conflict do nothing $$;
  create function spread_recusal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform recuse(new.dossier_id, new.partner_id);
    return null; end $$;
  revoke all on function recuse from public;
  create trigger spread_recusal after insert or update on recusal for each row execute function spread_recusal();
  create trigger spread_recusal after insert on client_file for each row execute function spread_recusal();
`;
