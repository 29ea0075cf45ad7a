import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mediation (domain e5, decisions 7): the landlord sits at its own signal, the Woondienst alone at the case. What connects the two
 * hangs on the case, so that no row of the landlord's leads to it.
 */
export class Mediation20261201 implements MigrationInterface {
  name = 'Mediation1796083300000';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [FILES, SIGNALS, CASES, SETTLEMENTS, NOTES, PEOPLE, TERMS, FIGURES]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy author on note;
      create policy author on note as restrictive to portal using (data_class <> 'PRIVATE_NOTE' or author_id = (select me.person()));
  create or replace function files_of(whom uuid, with_tasks_of_the_team boolean) returns table (dossier_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select r.id from referral r join person p on p.id = whom and p.partner_id = r.partner_id where r.sender_id = whom and r.state in ('DRAFT', 'SENT', 'DELIVERED')
    union select a.dossier_id from answer a join person p on p.id = whom and p.partner_id = a.partner_id where a.contact_person_id = whom and a.state not in ('CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', 'STOPPED', 'KEPT')
    union select t.dossier_id from task t join person p on p.id = whom and p.partner_id = t.partner_id where t.person_id = whom and t.done_at is null and (t.role is null or with_tasks_of_the_team) $$;
  create or replace function own_files(whom uuid) returns table (dossier_id uuid, former boolean) language sql stable security definer set search_path = public, pg_temp as $$
    select f.dossier_id, s.former from files_of(whom, true) f
    join party s on s.dossier_id = f.dossier_id and s.partner_id = me.partner() and s.until > now()
    where exists (select from person p where p.id = whom and p.partner_id = me.partner())
      and not exists (select from exclusion x where x.dossier_id = f.dossier_id and x.person_id = me.person())
    order by s.at desc, f.dossier_id limit 500 $$;

      drop trigger keep_sealed on note;
      drop function conformance, hand_over_notes, seal_notes, keep_sealed;
      alter table note drop column room, drop column sealed;
      grant update on note to portal;
      create or replace function contact_here(d uuid) returns uuid language sql stable as $$
        select p.id from person p where p.active and p.id = coalesce(
          (select u.person_id from duty u where u.dossier_id = d and u.partner_id = me.partner() and u.role = 'CONTACT' and u.until = 'infinity'),
          (select r.sender_id from referral r where r.id = d and r.partner_id = me.partner()),
          (select c.person_id from consult c where c.id = d and c.partner_id = me.partner())) $$;
      drop table settlement_signature, settlement, deviation, mediation_session, mediation_party, case_signal, mediation_case, signal_request, signal_renter, tension_signal, dwelling;
      drop function keep_signal, keep_settlement, follow_protocol;
      drop trigger move_signal_terms on task; drop function move_signal_terms;
      alter table attachment drop constraint attachment_data_class_check;
      alter table attachment add constraint attachment_data_class_check check (data_class in ('HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL', 'OUTCOME', 'PRIVATE_NOTE'));
      delete from seating where kind in ('TensionSignal', 'MediationCase');
    `);
  }
}

const SIGNALS = `
  insert into seating (kind, by_role, seats, becomes) values
    ('TensionSignal', 'OPENER', 'SENDER', null), ('TensionSignal', 'OPENER', 'RECEIVER', null), ('TensionSignal', 'SENDER', 'RECEIVER', null), ('MediationCase', 'OPENER', 'OWNER', null);

  -- What a company lets: its own list, nobody else's.
  create table dwelling (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    reference text not null check (length(reference) <= 40),
    street text not null, postcode text not null, municipality text not null,
    unique (partner_id, reference)
  );
  call guard('dwelling');
  grant select, insert, update (street, postcode, municipality, version) on dwelling to portal;
  create policy staff on dwelling to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
  create trigger keep_version before update on dwelling for each row execute function keep_version();

  create table tension_signal (
    id uuid primary key references dossier,
    version int not null default 1,
    partner_id uuid not null references partner,
    audience uuid[] not null default '{}',
    number text not null,
    state text not null,
    origin text not null check (origin in ('COMPANY', 'LANDLORD', 'RENTER', 'OBSERVATION')),
    receiver_id uuid not null references partner,
    protocol_id uuid references cooperation_protocol,
    person_id uuid not null, reported_by text not null,
    topic text not null,
    urgent boolean not null default false,
    reported_at timestamptz not null,
    heard_by timestamptz not null, report_by timestamptz not null,
    in_progress_at timestamptz, started_at timestamptz, not_started_at timestamptz, decided_at timestamptz, closed_at timestamptz,
    street text not null, postcode text not null, municipality text not null,
    facts text not null check (length(facts) <= 4000), tried text check (length(tried) <= 4000),
    danger boolean not null default false, danger_note text check (length(danger_note) <= 1000),
    landlord_name text, landlord_contact text,
    unique (partner_id, number),
    check (case origin when 'COMPANY' then receiver_id <> partner_id and protocol_id is not null and landlord_name is null else receiver_id = partner_id end)
  );
  call wall('tension_signal', 'id');
  revoke update on tension_signal from portal;
  grant update (state, heard_by, report_by, in_progress_at, started_at, not_started_at, decided_at, closed_at, version) on tension_signal to portal;
  create trigger keep_version before update on tension_signal for each row execute function keep_version();
  create trigger follow_arrow before insert or update on tension_signal for each row execute function follow_arrow('TensionSignal');

  -- A company reports what its signed protocol covers, and nothing else (BR-M1, BR-M2): whatever way it comes.
  create function keep_signal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if new.origin = 'COMPANY' and not exists (
      select from cooperation_protocol c join municipality m on m.name = new.municipality and m.postcodes @> array[new.postcode]
      where c.id = new.protocol_id and c.company_id = new.partner_id and c.drafter_id = new.receiver_id and c.state in ('ACTIVE', 'UNDER_REVIEW') and c.municipalities @> array[m.nis]
        and c.valid_from <= (new.reported_at at time zone 'Europe/Brussels')::date and (c.valid_to is null or c.valid_to >= (new.reported_at at time zone 'Europe/Brussels')::date)) then
      raise exception 'no protocol' using errcode = 'P0001';
    end if;
    return new; end $$;
  create trigger keep_signal before insert on tension_signal for each row execute function keep_signal();

  create table signal_renter (
    id uuid primary key,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    given_name text not null, family_name text not null,
    phone text, email text, language text
  );
  call wall('signal_renter', 'dossier_id');
  revoke update on signal_renter from portal;
  create index signal_renter_dossier on signal_renter (dossier_id);

  -- What the mediator asks of the landlord.
  create table signal_request (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    kind text not null check (kind in ('TALK', 'DOCUMENT', 'OTHER')),
    says text not null check (length(says) <= 300),
    at timestamptz,
    due timestamptz not null,
    asked_at timestamptz not null, asked_by text not null,
    answered_at timestamptz, answered_by text, answer text check (length(answer) <= 1000),
    withdrawn_at timestamptz
  );
  call wall('signal_request', 'dossier_id');
  create trigger keep_version before update on signal_request for each row execute function keep_version();
  create index signal_request_dossier on signal_request (dossier_id);
`;

/** What is sent to the other side of a signal is a message's: for whom it was sent, and never lent. */
const FILES = `
  alter table attachment drop constraint attachment_data_class_check;
  alter table attachment add constraint attachment_data_class_check check (data_class in ('HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL', 'OUTCOME', 'PRIVATE_NOTE', 'MESSAGE'));
`;

const CASES = `
  create table mediation_case (
    id uuid primary key references dossier,
    version int not null default 1,
    partner_id uuid not null references partner,
    audience uuid[] not null default '{}',
    number text not null,
    state text not null,
    protocol_id uuid references cooperation_protocol,
    landlord_id uuid references partner,
    topic text not null,
    urgent boolean not null default false,
    delivered_at timestamptz not null,
    changed_at timestamptz not null,
    mediator_id uuid, mediator_name text,
    settled_at timestamptz,
    ended_at timestamptz,
    sealed_at timestamptz,
    address_key text not null,
    outcome text check (length(outcome) <= 4000),
    stopped_by text check (stopped_by in ('RENTER', 'LANDLORD')),
    unique (partner_id, number)
  );
  call wall('mediation_case', 'id');
  create trigger keep_version before update on mediation_case for each row execute function keep_version();
  create trigger follow_arrow before insert or update on mediation_case for each row execute function follow_arrow('MediationCase');
  -- And the protocol of the case, which may have fewer steps than the house.
  create function follow_protocol() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if new.protocol_id is distinct from old.protocol_id then raise exception 'a case keeps its protocol' using errcode = 'P0001'; end if;
    if new.state is distinct from old.state and new.protocol_id is not null and not exists (
      select from cooperation_protocol p, jsonb_each_text(p.text::jsonb -> 'steps' -> old.state) e where p.id = new.protocol_id and e.value = new.state) then raise exception 'no such step' using errcode = 'P0001'; end if;
    return new; end $$;
  create trigger follow_protocol before update on mediation_case for each row execute function follow_protocol();
  -- A tenancy is mediated once at a time (BR-M10).
  -- A home that two landlords claim is mediated for each of them: neither learns of the other's.
  create unique index mediation_once on mediation_case (partner_id, address_key, coalesce(landlord_id, partner_id)) where ended_at is null;

  create table case_signal (
    id uuid primary key,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    about_id uuid not null references dossier,
    joined_at timestamptz not null,
    unique (about_id, dossier_id)
  );
  call wall('case_signal', 'dossier_id');
  revoke update on case_signal from portal;
  create index case_signal_dossier on case_signal (dossier_id);

  create table mediation_party (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    side text not null check (side in ('RENTER', 'LANDLORD')),
    given_name text, family_name text not null,
    phone text, email text, language text,
    answer text not null check (answer in ('OPEN', 'AGREED', 'DECLINED', 'NOT_REACHED')),
    answered_on date, answer_way text,
    heard_on date, heard_way text,
    may_tell text check (length(may_tell) <= 1000), may_tell_on date,
    danger_told_ground text check (length(danger_told_ground) <= 1000),
    client_id uuid references dossier
  );
  call wall('mediation_party', 'dossier_id');
  create trigger keep_version before update on mediation_party for each row execute function keep_version();
  create index mediation_party_dossier on mediation_party (dossier_id);

  create table mediation_session (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    at timestamptz not null,
    place text not null,
    interpreter text,
    present text
  );
  call wall('mediation_session', 'dossier_id');
  create trigger keep_version before update on mediation_session for each row execute function keep_version();
  create index mediation_session_dossier on mediation_session (dossier_id);

  -- Where a case went another way than its protocol says, and why. Nobody changes it.
  create table deviation (
    id uuid primary key,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    kind text not null,
    step text not null,
    reason text not null check (length(reason) <= 1000),
    at timestamptz not null,
    by_name text not null
  );
  call wall('deviation', 'dossier_id');
  revoke update on deviation from portal;
  create index deviation_dossier on deviation (dossier_id);
`;

const SETTLEMENTS = `
  create table settlement (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    edition int not null,
    state text not null check (state in ('DRAFT', 'OFFERED', 'SIGNED', 'REPLACED')),
    body text not null check (length(body) <= 20000),
    hash text not null generated always as (encode(sha256(body::bytea), 'hex')) stored,
    drafted_at timestamptz not null,
    offered_at timestamptz,
    signed_at timestamptz,
    landlord_signed_at timestamptz, landlord_signed_by text
  );
  call wall('settlement', 'dossier_id');
  create trigger keep_version before update on settlement for each row execute function keep_version();
  create unique index settlement_once on settlement (dossier_id, edition);

  create table settlement_signature (
    id uuid primary key,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    settlement_id uuid not null references settlement,
    party_id uuid not null references mediation_party,
    name text not null, capacity text,
    way text not null check (way in ('PORTAL', 'PAPER', 'LINK')),
    attachment_id uuid,
    hash text not null,
    at timestamptz not null,
    unique (settlement_id, party_id)
  );
  call wall('settlement_signature', 'dossier_id');
  revoke update on settlement_signature from portal;

  -- Nobody changes what was laid before the parties; who signs, signs that very text.
  create function keep_settlement() returns trigger language plpgsql as $$ begin
    if tg_table_name = 'settlement' then
      if new.body is distinct from old.body and old.state <> 'DRAFT' then raise exception 'the text stands fixed' using errcode = 'P0001'; end if;
    elsif not exists (select from settlement s where s.id = new.settlement_id and s.dossier_id = new.dossier_id and s.hash = new.hash and s.state = 'OFFERED') then
      raise exception 'not this text' using errcode = 'P0001';
    end if;
    return new; end $$;
  create trigger keep_settlement before update on settlement for each row execute function keep_settlement();
  create trigger keep_settlement before insert on settlement_signature for each row execute function keep_settlement();
`;

/** In which room a note of the mediator's belongs; sealed, nobody reads it any more (e5, BR-M8). */
const NOTES = `
  alter table note add column room text check (room in ('RENTER', 'LANDLORD')), add column sealed boolean not null default false;
  revoke update on note from portal;
  grant update (body, changed_at, version) on note to portal;
  drop policy author on note;
  create policy author on note as restrictive to portal using (data_class <> 'PRIVATE_NOTE' or (author_id = (select me.person()) and not sealed)) with check (data_class <> 'PRIVATE_NOTE' or author_id = (select me.person()));

  -- By the mediator, of her own notes on her own case: they go to whom she hands it over, or nobody reads them any more.
  create function hand_over_notes(d uuid, to_person uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$ declare n int; begin
    if not exists (select from mediation_case c join person p on p.id = to_person and p.partner_id = c.partner_id and p.active where c.id = d and c.partner_id = me.partner() and c.mediator_id = me.person())
      or exists (select from exclusion x where x.dossier_id = d and x.person_id in (me.person(), to_person)) then raise exception 'not found' using errcode = 'P0002'; end if;
    update note set author_id = to_person, version = version + 1 where dossier_id = d and data_class = 'PRIVATE_NOTE' and author_id = me.person() and not sealed;
    get diagnostics n = row_count;
    return n; end $$;
  create function seal_notes(d uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if not exists (select from mediation_case c where c.id = d and c.partner_id = me.partner()) then raise exception 'not found' using errcode = 'P0002'; end if;
    update note set sealed = true, version = version + 1 where dossier_id = d and data_class = 'PRIVATE_NOTE' and not sealed; end $$;
  create function keep_sealed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if exists (select from mediation_case c where c.id = new.dossier_id and c.sealed_at is not null) then raise exception 'sealed' using errcode = 'P0001'; end if;
    return new; end $$;
  create trigger keep_sealed before insert on note for each row execute function keep_sealed();
  revoke all on function hand_over_notes, seal_notes from public;
  grant execute on function hand_over_notes, seal_notes to portal;
`;

/** Whom a message on a signal is told to first, and which files hang on who mediates. */
const PEOPLE = `
  create or replace function contact_here(d uuid) returns uuid language sql stable as $$
    select p.id from person p where p.active and p.id = coalesce(
      (select u.person_id from duty u where u.dossier_id = d and u.partner_id = me.partner() and u.role = 'CONTACT' and u.until = 'infinity'),
      (select r.sender_id from referral r where r.id = d and r.partner_id = me.partner()),
      (select c.person_id from consult c where c.id = d and c.partner_id = me.partner()),
      (select s.person_id from tension_signal s where s.id = d and s.partner_id = me.partner())) $$;

  create index mediation_mediator on mediation_case (mediator_id) where ended_at is null;
  -- A mediation hangs on its mediator; it goes over one by one, with its notes or without them, and never with a pile of files.
  create or replace function files_of(whom uuid, with_tasks_of_the_team boolean) returns table (dossier_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select r.id from referral r join person p on p.id = whom and p.partner_id = r.partner_id where r.sender_id = whom and r.state in ('DRAFT', 'SENT', 'DELIVERED')
    union select a.dossier_id from answer a join person p on p.id = whom and p.partner_id = a.partner_id where a.contact_person_id = whom and a.state not in ('CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', 'STOPPED', 'KEPT')
    union select c.id from mediation_case c join person p on p.id = whom and p.partner_id = c.partner_id where c.mediator_id = whom and c.ended_at is null
    union select t.dossier_id from task t join person p on p.id = whom and p.partner_id = t.partner_id where t.person_id = whom and t.done_at is null and (t.role is null or with_tasks_of_the_team) $$;
  create or replace function own_files(whom uuid) returns table (dossier_id uuid, former boolean) language sql stable security definer set search_path = public, pg_temp as $$
    select f.dossier_id, s.former from files_of(whom, true) f
    join party s on s.dossier_id = f.dossier_id and s.partner_id = me.partner() and s.until > now() and s.kind not in ('MediationCase', 'TensionSignal')
    where exists (select from person p where p.id = whom and p.partner_id = me.partner())
      and not exists (select from exclusion x where x.dossier_id = f.dossier_id and x.person_id = me.person())
    order by s.at desc, f.dossier_id limit 500 $$;
`;

/** Terms that move take the dates along that the landlord reads. */
const TERMS = `
  create function move_signal_terms() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    update tension_signal s set heard_by = new.due, version = version + 1 where s.id = new.dossier_id and s.heard_by = old.due;
    return null; end $$;
  create trigger move_signal_terms after update of due on task for each row when (new.kind = 'AWAIT_MEDIATION' and new.due is distinct from old.due) execute function move_signal_terms();
`;

/** How a protocol was kept, for both its parties alike: numbers, and none that is small or that others would give away (BR-R9). */
const FIGURES = `
  -- Of a year that has ended: while one runs, two reports would tell what happened between them. at_least: a setting may hide more, never less.
  create function conformance(of_protocol uuid, of_year int, at_least int default 5) returns table (part text, name text, n int) language sql stable security definer set search_path = public, pg_temp as $$
    with own as (select c.* from mediation_case c join cooperation_protocol p on p.id = c.protocol_id
        where p.id = of_protocol and me.partner() in (p.drafter_id, p.company_id) and extract(year from c.delivered_at at time zone 'Europe/Brussels') = of_year and of_year < extract(year from today())),
    -- While the landlord does not know how one stands, not even a number changes by it (decisions 7).
    told as (select o.* from own o where not exists (select from case_signal l join tension_signal s on s.id = l.about_id where l.dossier_id = o.id and s.state in ('SIGNALLED', 'IN_PROGRESS'))),
    signals as (select s.topic, s.state, s.decided_at, s.closed_at, exists (select from own o join case_signal l on l.dossier_id = o.id where l.about_id = s.id and o.settled_at is not null) as settled
        from tension_signal s where s.id in (select l.about_id from case_signal l join own o on o.id = l.dossier_id) and s.origin = 'COMPANY'),
    counted as (
      select 'topic ' || topic as part, case when state = 'NOT_STARTED' then 'NOT_STARTED' when state = 'AGREEMENT' or (state = 'CLOSED' and settled) then 'AGREEMENT' when state in ('NO_AGREEMENT', 'CLOSED') then 'NO_AGREEMENT' else 'RUNNING' end as name, count(*)::int as n from signals group by 1, 2
      union all
      select 'term ' || t.kind, case when t.done_at <= t.due then 'KEPT' else 'LATE' end, count(*)::int from task t join told o on o.id = t.dossier_id
        where t.kind in ('CONFIRM_SIGNAL', 'CONTACT_RENTER', 'HEAR_BOTH', 'CLOSING_REPORT', 'FOLLOW_UP_SETTLEMENT') and t.due is not null and (t.done_at is not null or t.due < now()) group by 1, 2
      union all
      select 'deviations', d.kind, count(*)::int from deviation d join told o on o.id = d.dossier_id group by 1, 2),
    -- Of one hidden cell in a part the rest would give it away: the smallest beside it is hidden too.
    marked as (select c.*, c.n < greatest(at_least, 5) as small, count(*) filter (where c.n < greatest(at_least, 5)) over (partition by c.part) as smalls, row_number() over (partition by c.part, c.n < greatest(at_least, 5) order by c.n, c.name) as nth from counted c)
    select part, name, case when small or (smalls = 1 and nth = 1) then null else n end from marked order by part, name $$;
  revoke all on function conformance from public;
  grant execute on function conformance to portal;
`;
