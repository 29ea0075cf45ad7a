import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closing days that a partner keeps itself, the terms that they move, a feed of terms, own filters, the yearly review of access, earlier names. */
export class Calendar20261124 implements MigrationInterface {
  name = 'Calendar1795514400000';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [CLOSING_DAYS, TERMS, FEED, FILTERS, REVIEW, NAMES]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger keep_name on partner;
      drop function keep_name;
      drop table partner_name;
      drop function reviews_due, open_files;
      drop table access_review;
      drop table saved_filter;
      drop function feed_capacity;
      drop table calendar_feed;
      drop function running_terms, move_terms;
      drop index task_calendar;
      alter table task drop column calendar_id, drop column term_from, drop column term_days, drop column remind_days;
      alter table partner add column closing_days date[] not null default '{}';
      update partner p set closing_days = coalesce((select array_agg(c.day order by c.day) from closing_day c where c.partner_id = p.id and c.removed_at is null), '{}');
      drop function closed_days;
      drop table closing_day;
    `);
  }
}

/** A partner's own people read them; for the terms of others only the days count. */
const CLOSING_DAYS = `
  create table closing_day (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    day date not null,
    label text not null,
    set_by text not null,
    removed_at timestamptz,
    removed_by text
  );
  create unique index closing_day_once on closing_day (partner_id, day) where removed_at is null;
  call guard('closing_day');
  grant select, insert, update (removed_at, removed_by, version) on closing_day to portal;
  create policy staff on closing_day to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
  create trigger keep_version before update on closing_day for each row execute function keep_version();
  insert into closing_day (id, partner_id, day, label, set_by) select gen_random_uuid(), p.id, d, 'Sluitingsdag', 'Woonbrug' from partner p, unnest(p.closing_days) d;
  alter table partner drop column closing_days;

  -- On which days a partner is closed is no secret; why, and who said so, is its own.
  create function closed_days() returns table (partner_id uuid, days text[]) language sql stable security definer set search_path = public, pg_temp as $$
    select c.partner_id, array_agg(c.day::text order by c.day) from closing_day c where c.removed_at is null group by 1 $$;
  revoke all on function closed_days from public;
  grant execute on function closed_days to portal;
`;

/** What a term is made of, so that it can be counted anew: from when, how many working days, in whose calendar. */
const TERMS = `
  alter table task add column calendar_id uuid, add column term_from timestamptz, add column term_days int, add column remind_days int;
  create index task_calendar on task (calendar_id) where done_at is null and calendar_id is not null;
  -- Terms that run already: how long they are is worked out when they move.
  alter table task disable trigger user;
  update task set term_from = opened_at, calendar_id = case when awaits then coalesce(other_partner_id, partner_id) else partner_id end
    where done_at is null and due is not null and kind not in ('DELIVER', 'ESCALATED');
  alter table task enable trigger user;

  -- The open terms that are counted in my partner's calendar, also those of others who wait for it: dates, and no content.
  create function running_terms() returns table (id uuid, dossier_id uuid, term_from timestamptz, term_days int, remind_days int, due timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
    select t.id, t.dossier_id, t.term_from, t.term_days, t.remind_days, t.due from task t where t.calendar_id = me.partner() and t.done_at is null and t.due is not null $$;

  -- Moves them, with the answer that the term is of, and tells the two sides of each why: nobody learns of a third.
  -- As the owner, for a term may be of a dossier from which who changes the calendar is kept away.
  create function move_terms(ids uuid[], dues timestamptz[], reminders timestamptz[], told text, moment timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare t task; sides uuid[]; begin
    -- In the order in which a step of an answer locks them.
    perform from answer a where a.dossier_id in (select m.dossier_id from task m where m.id = any (ids) and m.calendar_id = me.partner()) order by a.id for update;
    perform from consult c where c.id in (select m.dossier_id from task m where m.id = any (ids) and m.calendar_id = me.partner()) order by c.id for update;
    for i in 1 .. cardinality(ids) loop
      select * into t from task m where m.id = ids[i] and m.calendar_id = me.partner() and m.done_at is null for update;
      continue when not found;
      update answer a set due = dues[i], version = version + 1 where a.dossier_id = t.dossier_id and a.due = t.due and a.term_from = t.term_from and a.partner_id in (t.partner_id, t.other_partner_id);
      update consult c set due = dues[i], version = version + 1 where c.id = t.dossier_id and c.due = t.due;
      update task m set due = dues[i], remind_at = case when m.reminded_at is null then reminders[i] else m.remind_at end, version = m.version + 1 where m.id = t.id;
      sides := array(select distinct side from unnest(array[t.partner_id, t.other_partner_id]) side where side is not null order by side);
      insert into timeline_entry (id, dossier_id, partner_id, audience, person_name, at, event, text, due)
        select gen_random_uuid(), t.dossier_id, me.partner(), sides, 'Woonbrug', moment, 'TERM_MOVED', told, dues[i]
        where not exists (select from timeline_entry e where e.dossier_id = t.dossier_id and e.event = 'TERM_MOVED' and e.at = moment and e.audience = sides and e.due = dues[i] and e.text = told);
    end loop;
  end $$;
  revoke all on function running_terms, move_terms from public;
  grant execute on function running_terms, move_terms to portal;
`;

/** The address of a feed is a secret; only its hash is kept. */
const FEED = `
  create table calendar_feed (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    person_id uuid not null,
    mandate_id uuid not null references mandate,
    secret_hash text not null unique,
    made_at timestamptz not null,
    revoked_at timestamptz,
    foreign key (person_id, partner_id) references person (id, partner_id)
  );
  create unique index calendar_feed_once on calendar_feed (mandate_id) where revoked_at is null;
  call guard('calendar_feed');
  grant select, insert, update (revoked_at, version) on calendar_feed to portal;
  create policy mine on calendar_feed to portal using (partner_id = (select me.partner()) and person_id = (select me.person())) with check (partner_id = (select me.partner()) and person_id = (select me.person()));
  create trigger keep_version before update on calendar_feed for each row execute function keep_version();

  -- Whoever brings a secret has nobody's token: who it stands for, as long as she may work in that capacity.
  create function feed_capacity(hash text, on_day date) returns table (feed_id uuid, mandate_id uuid, person_id uuid, person_name text, partner_id uuid, partner_name text, partner_kind text, regime text, role text, municipality text, political boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select f.id, m.id, p.id, p.name, o.id, o.name, o.kind, o.regime, m.role, m.municipality, m.political
    from calendar_feed f join mandate m on m.id = f.mandate_id join person p on p.id = m.person_id join partner o on o.id = p.partner_id
    where f.secret_hash = hash and f.revoked_at is null and p.active and m.since <= on_day and (m.until is null or m.until >= on_day) $$;
  revoke all on function feed_capacity from public;
  grant execute on function feed_capacity to portal;
`;

const FILTERS = `
  create table saved_filter (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    person_id uuid not null,
    name text not null,
    part text,
    kind text,
    whose text,
    period text,
    made_at timestamptz not null,
    removed_at timestamptz,
    foreign key (person_id, partner_id) references person (id, partner_id)
  );
  create unique index saved_filter_once on saved_filter (person_id, lower(name)) where removed_at is null;
  call guard('saved_filter');
  grant select, insert, update (removed_at, version) on saved_filter to portal;
  create policy mine on saved_filter to portal using (partner_id = (select me.partner()) and person_id = (select me.person())) with check (partner_id = (select me.partner()) and person_id = (select me.person()));
  create trigger keep_version before update on saved_filter for each row execute function keep_version();
`;

/** BR-W10: each mandate is confirmed once a year, or it ends. */
const REVIEW = `
  create table access_review (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    person_id uuid not null,
    mandate_id uuid not null references mandate,
    asked_at timestamptz not null,
    ends_on date not null,
    confirmed_at timestamptz,
    confirmed_by text,
    ended_at timestamptz,
    foreign key (person_id, partner_id) references person (id, partner_id)
  );
  create unique index access_review_open on access_review (mandate_id) where confirmed_at is null and ended_at is null;
  create index access_review_mandate on access_review (mandate_id, confirmed_at);
  call guard('access_review');
  grant select, insert, update (confirmed_at, confirmed_by, ended_at, version) on access_review to portal;
  create policy staff on access_review to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
  create trigger keep_version before update on access_review for each row execute function keep_version();

  -- What the worker must look at: ids only. It then acts in each partner's own context.
  create function reviews_due(on_day date, months int, at_most int) returns table (id uuid, partner_id uuid, person_id uuid, stage text) language sql stable security definer set search_path = public, pg_temp as $$
    (select m.id, m.partner_id, m.person_id, 'ask' from mandate m join person p on p.id = m.person_id
      where p.active and m.since <= on_day and (m.until is null or m.until >= on_day)
        and not exists (select from access_review r where r.mandate_id = m.id and r.confirmed_at is null and r.ended_at is null)
        and greatest(m.since, (select max((r.confirmed_at at time zone 'Europe/Brussels')::date) from access_review r where r.mandate_id = m.id)) + make_interval(months => months) <= on_day
      order by m.partner_id limit at_most)
    union all
    (select r.id, r.partner_id, r.person_id, 'end' from access_review r join mandate m on m.id = r.mandate_id join person p on p.id = r.person_id
      where r.confirmed_at is null and r.ended_at is null and r.ends_on <= on_day and p.active and (m.until is null or m.until > on_day)
      order by r.ends_on limit at_most)
  $$;

  -- How many files somebody of my own partner still has in hand: a number, for who keeps its people and for the clock.
  create function open_files(persons uuid[]) returns table (person_id uuid, files int) language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, (select count(*)::int from files_of(p.id, true))
    from person p
    where p.partner_id = me.partner() and p.id = any (persons)
      and (me.person() is null or exists (select from mandate m where m.person_id = me.person() and m.partner_id = me.partner() and m.role = 'PARTNER_ADMIN' and m.since <= today() and (m.until is null or m.until >= today()))) $$;
  revoke all on function reviews_due, open_files from public;
  grant execute on function reviews_due, open_files to portal;
`;

/** What a partner was called before: papers of that day keep that name. */
const NAMES = `
  create table partner_name (
    id uuid primary key,
    partner_id uuid not null references partner,
    name text not null,
    short_name text not null,
    until timestamptz not null
  );
  create index partner_name_partner on partner_name (partner_id, until);
  grant select on partner_name to portal;
  create function keep_name() returns trigger language plpgsql as $$ begin
    insert into partner_name (id, partner_id, name, short_name, until) values (gen_random_uuid(), old.id, old.name, old.short_name, clock_timestamp());
    return null; end $$;
  create trigger keep_name after update on partner for each row when ((old.name, old.short_name) is distinct from (new.name, new.short_name)) execute function keep_name();
`;
