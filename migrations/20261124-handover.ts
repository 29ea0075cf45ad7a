import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days that nobody covers, tasks of the team that get a person, files that go over to a colleague (BR-W4, BR-W5, BR-W7). */
export class Handover20261124 implements MigrationInterface {
  name = 'Handover1795510800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COVER);
    await db.query(FILES);
    await db.query(LEAVING);
    await db.query(TASKS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger tell_deputies on task; drop trigger keep_assigned on task;
      drop function tell_deputies, keep_assigned;
      drop trigger keep_files on mandate; drop trigger keep_files on person; drop trigger keep_named on answer; drop trigger keep_named on referral;
      drop function keep_files, keep_named, left_with_files, leavers, own_files, release_tasks, files_of, works;
      drop index referral_sender, answer_contact;
      revoke update (left_told_at) on mandate from portal;
      alter table mandate drop column left_told_at;
      drop table hand_over;
      drop trigger cover on absence; drop trigger cover on mandate; drop trigger cover on person;
      drop function uncovered_soon, cover_of, cover;
      drop index absence_partner;
      revoke update (warned_for) on absence from portal;
      alter table absence drop column uncovered_since, drop column uncovered_until, drop column uncovered_days, drop column warned_for;
    `);
  }
}

/** Roles that work on files: who has none of them any more is fixed contact of nobody. */
const WORKERS = `array['SOCIAL_WORKER', 'HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER']`;

/**
 * Which weekdays of an absence nobody covers: kept on the row, so that whatever takes a deputy away tells of it at once,
 * in the same transaction. One at a time per partner, or of two absences that cross neither would see the other.
 */
const COVER = `
  alter table absence add column uncovered_since date, add column uncovered_until date, add column uncovered_days int not null default 0, add column warned_for date;
  grant update (warned_for) on absence to portal;
  create index absence_partner on absence (partner_id, since);

  create function cover(of_partner uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare a record; begin
    perform pg_advisory_xact_lock(hashtextextended('absences ' || of_partner, 0));
    for a in
      select b.id, b.person_id, b.uncovered_since, b.uncovered_days, min(o.day) as since, max(o.day) as until, count(o.day)::int as days
      from absence b left join lateral (
        select d::date as day from generate_series(b.since::timestamp, b.until::timestamp, '1 day') d
        where extract(isodow from d) < 6 and (b.deputy_id is null
          or not exists (select from person p where p.id = b.deputy_id and p.active)
          or not exists (select from mandate m join mandate n on n.role = m.role and n.person_id = b.person_id where m.person_id = b.deputy_id and m.since <= d::date and (m.until is null or m.until >= d::date))
          or exists (select from absence c where c.person_id = b.deputy_id and c.cancelled_at is null and d::date between c.since and c.until))) o on true
      where b.partner_id = of_partner and b.cancelled_at is null and b.until >= today()
      group by b.id
    loop
      update absence set uncovered_since = a.since, uncovered_until = a.until, uncovered_days = a.days, version = version + 1
        where id = a.id and (uncovered_since, uncovered_until, uncovered_days) is distinct from (a.since, a.until, a.days);
      if a.days > a.uncovered_days or a.since < a.uncovered_since then
        perform tell(of_partner, a.person_id, null, null, 'UNCOVERED', false, now()) where not exists (select from mandate m where m.person_id = a.person_id and m.role = 'COORDINATOR');
        perform tell(of_partner, null, 'COORDINATOR', null, 'UNCOVERED', false, now());
      end if;
    end loop; end $$;
  create function cover_of() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin perform cover(new.partner_id); return null; end $$;
  create trigger cover after insert or update of deputy_id, since, until, cancelled_at on absence for each row execute function cover_of();
  create trigger cover after insert or update of until on mandate for each row execute function cover_of();
  create trigger cover after update of active on person for each row when (old.active <> new.active) execute function cover_of();

  -- What the clock must warn of: ids only. A day that moved is warned of again.
  create function uncovered_soon(today date, until_day date) returns table (id uuid, partner_id uuid, day date) language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.partner_id, a.uncovered_since from absence a
    where a.cancelled_at is null and a.uncovered_days > 0 and a.until >= $1 and a.uncovered_since <= $2 and a.warned_for is distinct from a.uncovered_since order by a.uncovered_since limit 200 $$;
  revoke all on function cover, uncovered_soon from public;
  grant execute on function uncovered_soon to portal;
`;

const FILES = `
  create index referral_sender on referral (sender_id) where state in ('DRAFT', 'SENT', 'DELIVERED');
  create index answer_contact on answer (contact_person_id);

  create function works(whom uuid, from_day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from person p join mandate m on m.person_id = p.id where p.id = whom and p.active and m.role = any (${WORKERS}) and m.since <= from_day and (m.until is null or m.until >= from_day)) $$;

  -- The files that hang on a person: what she sent and still runs, where she is the fixed contact, and what she has yet to do.
  -- A task that is the team's and that she took goes back to it when she leaves.
  create function files_of(whom uuid, with_tasks_of_the_team boolean) returns table (dossier_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select r.id from referral r join person p on p.id = whom and p.partner_id = r.partner_id where r.sender_id = whom and r.state in ('DRAFT', 'SENT', 'DELIVERED')
    union select a.dossier_id from answer a join person p on p.id = whom and p.partner_id = a.partner_id where a.contact_person_id = whom and a.state not in ('CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', 'STOPPED', 'KEPT')
    union select t.dossier_id from task t join person p on p.id = whom and p.partner_id = t.partner_id where t.person_id = whom and t.done_at is null and (t.role is null or with_tasks_of_the_team) $$;

  -- For who hands over: without what she herself is kept away from. \`former\`: all that is left of it is the own answer.
  create function own_files(whom uuid) returns table (dossier_id uuid, former boolean) language sql stable security definer set search_path = public, pg_temp as $$
    select f.dossier_id, s.former from files_of(whom, true) f
    join party s on s.dossier_id = f.dossier_id and s.partner_id = me.partner() and s.until > now()
    where exists (select from person p where p.id = whom and p.partner_id = me.partner())
      and not exists (select from exclusion x where x.dossier_id = f.dossier_id and x.person_id = me.person())
    order by s.at desc, f.dossier_id limit 500 $$;

  create table hand_over (
    id uuid primary key,
    partner_id uuid not null references partner,
    from_id uuid not null,
    to_id uuid not null check (to_id <> from_id),
    files int not null check (files between 1 and 100),
    at timestamptz not null,
    done_by text not null,
    foreign key (from_id, partner_id) references person (id, partner_id),
    foreign key (to_id, partner_id) references person (id, partner_id)
  );
  call guard('hand_over');
  grant select, insert on hand_over to portal;
  create policy staff on hand_over to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
  create index hand_over_partner on hand_over (partner_id, at);

  revoke all on function works, files_of, own_files from public;
  grant execute on function own_files to portal;
`;

/** BR-W5. Whoever is named and whoever leaves meet behind one lock per person: of the two the later one sees the earlier. */
const LEAVING = `
  alter table mandate add column left_told_at timestamptz;
  grant update (left_told_at) on mandate to portal;

  create function release_tasks(whom uuid, from_day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$ declare t uuid; begin
    for t in select k.id from task k join person p on p.id = whom and p.partner_id = me.partner() and k.partner_id = p.partner_id
      where k.person_id = whom and k.role is not null and k.done_at is null
        and not (p.active and exists (select from mandate m where m.person_id = whom and m.role = k.role and (m.until is null or m.until >= from_day)))
    loop update task set person_id = null, version = version + 1 where id = t; end loop; end $$;

  create function keep_files() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare whom uuid := case tg_table_name when 'person' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end;
    last_day date := (to_jsonb(new) ->> 'until')::date; many int; begin
    perform pg_advisory_xact_lock(hashtextextended('files ' || whom, 0));
    if not works(whom, today() + 1) then
      select count(*) into many from files_of(whom, false);
      -- Access that nobody confirmed ends all the same (BR-W10): the clock acts for no person.
      if many > 0 and me.person() is not null then raise exception '%', many using errcode = 'P0004'; end if;
    elsif last_day > today() and not works(whom, last_day + 1) then
      perform tell(new.partner_id, whom, null, null, 'LEAVING', false, now());
      perform tell(new.partner_id, null, 'COORDINATOR', null, 'LEAVING', false, now());
    end if;
    perform release_tasks(whom, today() + 1);
    return null; end $$;
  create trigger keep_files after update on mandate for each row when (new.until is distinct from old.until) execute function keep_files();
  create trigger keep_files after update on person for each row when (old.active and not new.active) execute function keep_files();

  create function keep_named() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare whom uuid := (to_jsonb(new) ->> tg_argv[0])::uuid; begin
    -- What a receiver passes on becomes a draft of the first sender, also when she has left: her coordinators find it among her files.
    if whom is null or (tg_op = 'INSERT' and whom is distinct from me.person()) then return new; end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('files ' || whom, 0));
    if not works(whom, today()) then raise exception 'no longer here' using errcode = 'P0005'; end if;
    return new; end $$;
  create trigger keep_named before insert or update of contact_person_id on answer for each row execute function keep_named('contact_person_id');
  create trigger keep_named before insert or update of sender_id on referral for each row execute function keep_named('sender_id');

  -- Whose last role on files ends or ended, of the own partner: while it still runs, or as long as files hang on her.
  create function leavers(today date) returns table (person_id uuid, until date, files int) language sql stable security definer set search_path = public, pg_temp as $$
    select l.person_id, l.until, l.files from (
      select p.id as person_id, case when p.active then max(coalesce(m.until, 'infinity')) else least(max(coalesce(m.until, 'infinity')), $1 - 1) end as until, (select count(*)::int from files_of(p.id, true)) as files
      from person p join mandate m on m.person_id = p.id and m.role = any (${WORKERS}) where p.partner_id = me.partner() group by p.id) l
    where l.until < 'infinity' and (l.until >= $1 or l.files > 0) order by l.until, l.person_id $$;

  -- For the clock: whose last role on files has ended while files hang on her, and of whom nobody was told yet.
  create function left_with_files(today date) returns table (id uuid, partner_id uuid, person_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, m.partner_id, m.person_id from mandate m
    where m.role = any (${WORKERS}) and m.until < $1 and m.left_told_at is null and not exists (select from mandate n where n.person_id = m.person_id and n.role = any (${WORKERS}) and n.id <> m.id and (n.until is null or n.until > m.until or (n.until = m.until and n.id > m.id)))
      and exists (select from files_of(m.person_id, true)) limit 200 $$;

  revoke all on function release_tasks, leavers, left_with_files from public;
  grant execute on function release_tasks, leavers, left_with_files to portal;
`;

const TASKS = `
  -- BR-W7: who took the team's question keeps it when it comes back from the sender.
  create function keep_assigned() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    select t.person_id into new.person_id from task t join person p on p.id = t.person_id and p.active join mandate m on m.person_id = p.id and m.role = new.role and m.since <= today() and (m.until is null or m.until >= today())
      where t.dossier_id = new.dossier_id and t.partner_id = new.partner_id and t.role = new.role and t.other_partner_id is not distinct from new.other_partner_id and t.kind in ('DECIDE', 'AWAIT_REPLY')
      order by t.opened_at desc, t.done_at is null desc limit 1;
    return new; end $$;
  create trigger keep_assigned before insert on task for each row when (new.person_id is null and new.role is not null and new.kind in ('DECIDE', 'AWAIT_REPLY')) execute function keep_assigned();

  -- A term that passed reaches who stands in for whoever of this partner has a task in it; the coordinators are told already.
  create function tell_deputies() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform tell(new.partner_id, d.id, null, new.dossier_id, 'ESCALATED', true, new.opened_at) from (
      select distinct s.id from task t cross join lateral stand_ins(t.person_id) s (id)
      where t.dossier_id = new.dossier_id and t.partner_id = new.partner_id and t.done_at is null and t.person_id is not null and t.other_partner_id is not distinct from new.other_partner_id
        and not exists (select from mandate m where m.person_id = s.id and m.role = new.role and m.since <= today() and (m.until is null or m.until >= today()))) d;
    return null; end $$;
  create trigger tell_deputies after insert on task for each row when (new.kind = 'ESCALATED') execute function tell_deputies();
`;
