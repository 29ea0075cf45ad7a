import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever supports the platform looks at one dossier when a second person lets her, and at nothing else (BR-P19, XT-19, record 19). */
export class Support20261130 implements MigrationInterface {
  name = 'Support1796014900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(HOST);
    await db.query(LOOKS);
    await db.query(WALL);
    await db.query(TELLS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger tell_support_look on trail; drop trigger tell_look on trail;
      create trigger tell_look after insert on trail for each row execute function tell_look();
      drop function tell_support_look, tell_support, answers_for;
      drop policy support on party; drop policy support on share; drop policy support on duty; drop policy support on glass_break; drop policy support on hand_over; drop policy support on attachment_content;
      do $$ declare t name; begin for t in select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'reads_only' loop execute format('drop policy reads_only on %I', t); end loop; end $$;
      drop procedure wall;
      alter procedure wall_of_seats rename to wall;
      drop function let_in;
      drop table support_look;
      drop function support_fault, same_person, keep_support;
      drop trigger keep_host on mandate;
      drop function keep_host, me.role;
      ${CAPACITIES('o.regime', 'true')}
      alter table partner drop column host;
    `);
  }
}

/** @param regime of the capacity; a role that works on no file is not bound as a worker is. */
const CAPACITIES = (regime: string, here: string) => `
  create or replace function capacities_of(token_subject text, token_username text) returns table (id uuid, person_id uuid, person_name text, tied boolean, partner_id uuid, partner_name text, partner_kind text, regime text, role text, municipality text, until date, political boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, p.id, p.name, p.subject is not null, o.id, o.name, o.kind, ${regime}, m.role, m.municipality, m.until, m.political
    from person p join mandate m on m.person_id = p.id join partner o on o.id = p.partner_id
    where (p.subject = token_subject or (p.subject is null and p.username = token_username and token_username <> '')) and p.active and m.since <= today() and (m.until is null or m.until >= today()) and ${here}
    order by o.name, m.role $$;
`;

/** Support works at the one partner that hosts the portal, and nowhere else. */
const HOST = `
  alter table partner add column host boolean not null default false;
  create unique index partner_host on partner (host) where host;
  create function keep_host() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform from partner o where o.id = new.partner_id and o.host;
    if not found then raise exception 'no host' using errcode = 'P0001'; end if;
    return new; end $$;
  create trigger keep_host before insert on mandate for each row when (new.role = 'PLATFORM_ADMIN') execute function keep_host();
  ${CAPACITIES("case when m.role = 'PLATFORM_ADMIN' then 'DISCRETION' else o.regime end", "(m.role <> 'PLATFORM_ADMIN' or o.host)")}

  -- In which role: set by \`work\` and \`reading\` beside partner, person and regime.
  create function me.role() returns text language sql stable parallel safe return nullif(current_setting('app.role', true), '');
`;

/** Until it is opened it names no dossier: only the words that she typed. */
const LOOKS = `
  create table support_look (
    id uuid primary key,
    version int not null default 1,
    host_id uuid not null references partner,
    person_id uuid not null,
    person_name text not null,
    partner_id uuid not null references partner,
    number text not null,
    reason text not null check (length(reason) >= 20),
    state text not null,
    asked_at timestamptz not null,
    decided_by uuid check (decided_by <> person_id),
    decided_name text,
    decided_at timestamptz,
    dossier_id uuid references dossier,
    dossier_kind text,
    ends_at timestamptz check (ends_at > decided_at and ends_at <= decided_at + interval '60 minutes'),
    ended_at timestamptz check (ended_at >= decided_at),
    foreign key (person_id, host_id) references person (id, partner_id),
    foreign key (decided_by, partner_id) references person (id, partner_id),
    check ((state in ('OPEN', 'ENDED')) = (dossier_id is not null)),
    check ((dossier_id is null) = (ends_at is null)),
    check ((state in ('OPEN', 'ENDED', 'DECLINED')) = (decided_by is not null))
  );
  create index support_look_asker on support_look (host_id, asked_at desc, id desc);
  create index support_look_page on support_look (partner_id, asked_at desc, id desc);
  create index support_look_open on support_look (person_id) where state = 'OPEN';

  -- Two rows of somebody who works for two partners are one person: by her account, or by the name under which she gets one.
  create function same_person(a uuid, b uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from person p join person q on q.id = p.id or q.username = p.username or q.subject = p.subject where p.id = a and q.id = b) $$;

  -- Why the reader cannot let somebody look at a dossier: SELF, she is the same person; NO, it is not hers to open, one of them is kept away, or
  -- another look is open; null: she can.
  create function support_fault(asker uuid, d uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
    select case when same_person(asker, me.person()) then 'SELF'
      when not exists (select from mandate m join person p on p.id = m.person_id and p.active where m.person_id = me.person() and m.partner_id = me.partner() and m.role in ('DPO', 'COORDINATOR') and m.since <= today() and (m.until is null or m.until >= today()))
        or not exists (select from party p where p.dossier_id = d and p.partner_id = me.partner() and p.until > now())
        or exists (select from exclusion x where x.dossier_id = d and (same_person(x.person_id, asker) or same_person(x.person_id, me.person())))
        or exists (select from support_look l where l.person_id = asker and l.state = 'OPEN' and l.ends_at > now()) then 'NO' end $$;
  revoke all on function same_person, support_fault from public;
  grant execute on function support_fault to portal;

  -- What was decided stays decided.
  create function keep_support() returns trigger language plpgsql as $$ begin
    if old.state <> 'ASKED' and (new.decided_by, new.decided_at, new.dossier_id, new.ends_at) is distinct from (old.decided_by, old.decided_at, old.dossier_id, old.ends_at) then raise exception 'decided' using errcode = 'P0001'; end if;
    return new; end $$;

  call guard('support_look');
  grant select, insert, update (state, decided_by, decided_name, decided_at, dossier_id, dossier_kind, ends_at, ended_at, version) on support_look to portal;
  create policy asker on support_look for select to portal using (host_id = (select me.partner()) and person_id = (select me.person()));
  create policy asked on support_look for select to portal using (partner_id = (select me.partner()));
  create policy asks on support_look for insert to portal with check (host_id = (select me.partner()) and person_id = (select me.person()) and (select me.role()) = 'PLATFORM_ADMIN' and state = 'ASKED'
    and exists (select from partner o where o.id = support_look.host_id and o.host));
  create policy stops on support_look for update to portal using (host_id = (select me.partner()) and person_id = (select me.person()))
    with check (host_id = (select me.partner()) and person_id = (select me.person()) and state in ('WITHDRAWN', 'ENDED'));
  create policy decides on support_look for update to portal using (partner_id = (select me.partner()) and (select me.role()) is distinct from 'PLATFORM_ADMIN')
    with check (partner_id = (select me.partner()) and (select me.role()) is distinct from 'PLATFORM_ADMIN' and (state <> 'OPEN' or (decided_by = (select me.person()) and support_fault(person_id, dossier_id) is null)));
  create policy alone on support_look as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN' or person_id = (select me.person()));
  create policy excluded on support_look as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = support_look.dossier_id and x.person_id = (select me.person())));
  create trigger keep_version before update on support_look for each row execute function keep_version();
  create trigger follow_arrow before insert or update on support_look for each row execute function follow_arrow('SupportLook');
  create trigger keep_support before update on support_look for each row execute function keep_support();
`;

/**
 * In that role nothing of any dossier is there, but of the one to which a second person let her in, for as long as that holds: each
 * wall asks \`party\`, so most of it stands there. She writes nowhere.
 */
const WALL = `
  create function let_in() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select l.dossier_id from support_look l join mandate m on m.person_id = l.person_id and m.partner_id = l.host_id and m.role = 'PLATFORM_ADMIN' and m.since <= today() and (m.until is null or m.until >= today())
    where l.person_id = me.person() and l.partner_id = me.partner() and l.state = 'OPEN' and l.ends_at > now()
      and not exists (select from exclusion x where x.dossier_id = l.dossier_id and same_person(x.person_id, l.person_id)) $$;
  revoke all on function let_in from public;
  grant execute on function let_in to portal;

  create policy support on party as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN' or dossier_id = any (array(select let_in())));
  create policy support on share as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN' or dossier_id = any (array(select let_in())));
  create policy support on duty as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN' or dossier_id = any (array(select let_in())));
  create policy support on glass_break as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN');
  create policy support on hand_over as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN');
  create policy support on attachment_content as restrictive to portal using ((select me.role()) is distinct from 'PLATFORM_ADMIN');

  create procedure read_only(t regclass) language plpgsql as $$ begin
    execute format('create policy reads_only on %s as restrictive to portal using (true) with check ((select me.role()) is distinct from ''PLATFORM_ADMIN'')', t);
  end $$;
  do $$ declare t regclass; begin
    for t in select p.polrelid from pg_policy p where p.polname = 'written' loop call read_only(t); end loop;
    call read_only('share'); call read_only('duty');
  end $$;
  -- Whatever gets its wall from here on has it too.
  alter procedure wall rename to wall_of_seats;
  create procedure wall(t regclass, key text) language plpgsql as $$ begin call wall_of_seats(t, key); call read_only(t); end $$;
`;

/** At the asking whoever may let her, and who answers for the dossier if there is one; each look through it to the partner that let her, and to who opened the dossier. */
const TELLS = `
  create function answers_for(d uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select h.id from (
      select u.person_id as id from duty u where u.dossier_id = d and u.partner_id = me.partner() and u.role = 'CONTACT' and u.until = 'infinity'
      union select r.sender_id from referral r where r.id = d and r.partner_id = me.partner()
      union select c.asker_id from consult c where c.id = d and c.partner_id = me.partner()) h
    join person p on p.id = h.id and p.partner_id = me.partner() and p.active
    where not exists (select from exclusion x where x.dossier_id = d and x.person_id = h.id) $$;
  revoke all on function answers_for from public;

  create function tell_support(of_number text, moment timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare d uuid; whom uuid; begin
    perform tell(me.partner(), null, 'DPO', null, 'SUPPORT_ASKED', true, moment);
    perform tell(me.partner(), null, 'COORDINATOR', null, 'SUPPORT_ASKED', true, moment);
    for d in select p.dossier_id from (select r.id from referral r where r.number = of_number union all select c.id from consult c where c.number = of_number) n join party p on p.dossier_id = n.id and p.partner_id = me.partner() and p.until > now() loop
      for whom in select answers_for(d) loop perform tell(me.partner(), whom, null, d, 'SUPPORT_ASKED', true, moment); end loop;
    end loop;
  end $$;
  revoke all on function tell_support from public;
  grant execute on function tell_support to portal;

  create function tell_support_look() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare that_day date := (new.at at time zone 'Europe/Brussels')::date; begin
    insert into look (dossier_id, partner_id, audience, partner_kind, personal, person_id, role, kind, glass, classes, day, at)
      select l.dossier_id, new.partner_id, told.audience, split_part(new.capacity, '/', 1), told.person is not null, told.person, 'PLATFORM_ADMIN', case when new.operation in ('list', 'search') then 'LISTED' else 'LOOKED' end, true,
        array(select c from unnest(new.classes) c order by c), that_day, that_day::timestamp at time zone 'Europe/Brussels'
      from support_look l join dossier d on d.id = l.dossier_id, lateral (
        select array[l.partner_id] as audience, new.person_id as person where l.partner_id = new.partner_id
        union all select array(select distinct a from unnest(array[l.partner_id, d.opened_by]) a where a <> new.partner_id order by a), null) told
      where l.person_id = new.person_id and l.dossier_id = any (new.dossier_ids) and l.state = 'OPEN' and l.ends_at > now() and told.audience <> '{}'
      order by l.dossier_id
      on conflict do nothing;
    return null; end $$;
  drop trigger tell_look on trail;
  -- Where her own partner sits at the dossier, its people learn nothing of what she was shown of another's.
  create trigger tell_look after insert on trail for each row when (split_part(new.capacity, '/', 2) <> 'PLATFORM_ADMIN') execute function tell_look();
  create trigger tell_support_look after insert on trail for each row when (split_part(new.capacity, '/', 2) = 'PLATFORM_ADMIN' and new.purpose = 'glass' and new.outcome = 'DONE') execute function tell_support_look();
`;
