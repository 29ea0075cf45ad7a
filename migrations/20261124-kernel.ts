import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers, seats and the walls around them; tasks, trail and idempotency (architecture §3, §5). */
export class Kernel20261124 implements MigrationInterface {
  // TypeORM orders by this name: it must end in a JavaScript time stamp.
  name = 'Kernel1795478400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CONTEXT);
    await db.query(SEATS);
    await db.query(WALLS);
    await db.query(GATE);
    await db.query(WORK);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function due_tasks;
      drop table arrow, idempotency, trail, task;
      drop function open_dossier, seat, end_seat, restate;
      drop table share, duty, exclusion, party, seating, dossier;
      drop procedure wall, guard;
      drop function keep_version, keep_origin, keep_small, follow_arrow;
      drop schema me cascade;
      drop function fold;
    `);
  }
}

/** Who asks, for the length of one transaction: set by \`work\` and \`reading\`, read by every policy. */
const CONTEXT = `
  create extension if not exists pg_trgm;
  create extension if not exists unaccent;
  -- PL/pgSQL, and no search_path of its own: a third of the time, and a search folds thousands of names.
  create function fold(words text) returns text language plpgsql immutable strict parallel safe
    as $$ begin return lower(public.unaccent('public.unaccent'::regdictionary, words)); end $$;
  create schema me;
  create function me.partner() returns uuid language sql stable parallel safe return nullif(current_setting('app.partner', true), '')::uuid;
  create function me.person() returns uuid language sql stable parallel safe return nullif(current_setting('app.person', true), '')::uuid;
  create function me.regime() returns text language sql stable parallel safe return nullif(current_setting('app.regime', true), '');
  grant usage on schema me to portal;
`;

const SEATS = `
  create table dossier (
    id uuid primary key,
    kind text not null,
    opened_by uuid not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz,
    legal_hold boolean not null default false
  );

  create table party (
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    roles text[] not null check (roles <> '{}'),
    former boolean generated always as (roles <@ array['FORMER_RECEIVER']) stored,
    since timestamptz not null default now(),
    until timestamptz not null default 'infinity',
    granted_by uuid not null,
    kind text not null,
    state text,
    at timestamptz not null default now(),
    primary key (dossier_id, partner_id)
  );
  -- Former seats stand in no list (reading/ask.ts): else a state that only they have is searched row by row.
  create index party_list on party (partner_id, kind, at desc, dossier_id desc) where not former;
  create index party_list_state on party (partner_id, kind, state, at desc, dossier_id desc) where not former;

  -- Which role at a dossier may seat which other, per kind; by_role 'OPENER' is whoever opens one.
  create table seating (kind text, by_role text, seats text, becomes text, primary key (kind, by_role, seats));

  create table share (
    id uuid primary key,
    dossier_id uuid not null,
    partner_id uuid not null,
    classes text[] not null check (classes <> '{}'),
    purpose text not null,
    ground text not null,
    agreement_id uuid,
    since timestamptz not null default now(),
    until timestamptz not null check (until >= since),
    granted_by uuid not null,
    foreign key (dossier_id, partner_id) references party,
    foreign key (dossier_id, granted_by) references party
  );
  create index share_of on share (dossier_id, partner_id);

  create table duty (
    dossier_id uuid not null references dossier,
    person_id uuid not null,
    partner_id uuid not null,
    role text not null,
    since timestamptz not null default now(),
    until timestamptz not null default 'infinity',
    primary key (dossier_id, person_id, role, since),
    foreign key (dossier_id, partner_id) references party
  );
  -- BR-G2: exactly one fixed contact person of a partner at a dossier.
  create unique index duty_contact on duty (dossier_id, partner_id) where role = 'CONTACT' and until = 'infinity';

  create table exclusion (
    person_id uuid not null,
    dossier_id uuid not null references dossier,
    reason text not null,
    primary key (person_id, dossier_id)
  );
`;

/**
 * The second wall. It knows seats, addressees and persons, not classes or verbs: it does not copy the book.
 * A partner whose seat is a former one still opens what it wrote itself, and nothing else.
 */
const WALLS = `
  create function keep_version() returns trigger language plpgsql as $$ begin
    if new.version is distinct from old.version + 1 then raise exception 'stale version' using errcode = '40001'; end if;
    return new; end $$;

  create function keep_origin() returns trigger language plpgsql as $$ begin
    if to_jsonb(new) -> 'id' is distinct from to_jsonb(old) -> 'id' or to_jsonb(new) -> 'dossier_id' is distinct from to_jsonb(old) -> 'dossier_id'
      or new.partner_id is distinct from old.partner_id then raise exception 'origin is fixed' using errcode = '42501'; end if;
    return new; end $$;

  create function keep_small() returns trigger language plpgsql as $$ begin
    if (select count(*) from touched) > 50 then raise exception 'too many rows at once' using errcode = '54000'; end if;
    return null; end $$;

  -- Forces row-level security on a table; its owner, who runs the gate functions, passes.
  create procedure guard(t regclass) language plpgsql as $$ begin
    execute format('alter table %1$s enable row level security; alter table %1$s force row level security', t);
    execute format('create policy house on %1$s to woonbrug_owner using (current_user = ''woonbrug_owner'') with check (current_user = ''woonbrug_owner'')', t);
  end $$;

  create procedure wall(t regclass, key text) language plpgsql as $$
  declare seated text := format('exists (select from party p where p.dossier_id = %1$s.%2$I and p.partner_id = (select me.partner()) and p.until > now()
      and (not p.former or %1$s.partner_id = (select me.partner())))', t, key);
    addressed text := '(audience = ''{}'' or partner_id = (select me.partner()) or audience @> array[(select me.partner())])';
  begin
    call guard(t);
    execute format('grant select, insert, update on %1$s to portal', t);
    execute format('create policy seated on %1$s for select to portal using (%2$s and %3$s)', t, seated, addressed);
    execute format('create policy written on %1$s for insert to portal with check (%2$s and partner_id = (select me.partner()))', t, seated);
    execute format('create policy rewritten on %1$s for update to portal using (%2$s and %3$s) with check (%2$s and partner_id = (select me.partner()))', t, seated, addressed);
    execute format('create policy excluded on %1$s as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = %1$s.%2$I and x.person_id = (select me.person())))', t, key);
    execute format('create trigger keep_origin before update on %1$s for each row execute function keep_origin()', t);
    execute format('create trigger keep_small after update on %1$s referencing new table as touched for each statement execute function keep_small()', t);
  end $$;

  call guard('dossier');
  call guard('party');
  call guard('share');
  call guard('duty');
  call guard('exclusion');
  grant select on seating to portal;

  grant select on party to portal;
  create policy seated on party for select to portal using (partner_id = (select me.partner()) or granted_by = (select me.partner()));
  create policy excluded on party as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = party.dossier_id and x.person_id = (select me.person())));

  grant select on exclusion to portal;
  create policy mine on exclusion for select to portal using (person_id = (select me.person()));

  grant select, insert, update (until) on share to portal;
  create policy mine on share for select to portal using (partner_id = (select me.partner()) or granted_by = (select me.partner()));
  create policy lent on share for insert to portal with check (granted_by = (select me.partner())
    and exists (select from party p where p.dossier_id = share.dossier_id and p.partner_id = share.partner_id and p.granted_by = (select me.partner())));
  create policy ended on share for update to portal using (granted_by = (select me.partner()));

  grant select, insert, update (until) on duty to portal;
  create policy mine on duty for select to portal using (partner_id = (select me.partner()));
  create policy taken on duty for insert to portal with check (partner_id = (select me.partner()));
  create policy ended on duty for update to portal using (partner_id = (select me.partner()));
`;

/** The only ways into \`party\` (decisions 10). They run as the owner; nothing else writes a seat. */
const GATE = `
  create function open_dossier(d uuid, of_kind text, as_role text) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform from seating s where s.kind = of_kind and s.by_role = 'OPENER' and s.seats = as_role;
    if not found or me.partner() is null then raise exception 'not found' using errcode = 'P0002'; end if;
    insert into dossier (id, kind, opened_by) values (d, of_kind, me.partner());
    insert into party (dossier_id, partner_id, roles, granted_by, kind) values (d, me.partner(), array[as_role], me.partner(), of_kind);
  end $$;

  create function seat(d uuid, p uuid, as_role text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare of_kind text; begin
    select m.kind into of_kind from party m join seating s on s.kind = m.kind and s.by_role = any (m.roles) and s.seats = as_role
      where m.dossier_id = d and m.partner_id = me.partner() and m.until > now();
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    insert into party (dossier_id, partner_id, roles, granted_by, kind) values (d, p, array[as_role], me.partner(), of_kind)
      on conflict (dossier_id, partner_id) do update set roles = array(select distinct unnest(party.roles || excluded.roles)), until = 'infinity'
      where party.granted_by = me.partner();
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  end $$;

  -- A seat ends, or becomes the former one that seating names.
  create function end_seat(d uuid, p uuid, of_role text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare left_with text; begin
    select s.becomes into left_with from party m join seating s on s.kind = m.kind and s.by_role = any (m.roles) and s.seats = of_role
      where m.dossier_id = d and m.partner_id = me.partner() and m.until > now();
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    update party set roles = case when left_with is null then roles else array[left_with] end, until = case when left_with is null then now() else until end
      where dossier_id = d and partner_id = p and granted_by = me.partner() and roles @> array[of_role];
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    update share set until = now() where dossier_id = d and partner_id = p and granted_by = me.partner() and until > now();
  end $$;

  -- Copies the state that one partner sees in its lists.
  create function restate(d uuid, p uuid, to_state text, moment timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform from party m where m.dossier_id = d and m.partner_id = me.partner() and m.until > now();
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    update party set state = to_state, at = moment where dossier_id = d and partner_id = p;
  end $$;

  revoke all on function open_dossier, seat, end_seat, restate from public;
  grant execute on function open_dossier, seat, end_seat, restate to portal;
`;

const WORK = `
  create table task (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    kind text not null,
    person_id uuid,
    role text,
    other_partner_id uuid,
    awaits boolean not null default false,
    opened_at timestamptz not null default now(),
    due timestamptz,
    remind_at timestamptz,
    reminded_at timestamptz,
    escalate boolean not null default false,
    escalated_at timestamptz,
    done_at timestamptz
  );
  call wall('task', 'dossier_id');
  create trigger keep_version before update on task for each row execute function keep_version();
  create index task_open on task (partner_id, person_id, due, id) where done_at is null;
  create index task_dossier on task (dossier_id) where done_at is null;
  create index task_remind on task (remind_at) where done_at is null and reminded_at is null and remind_at is not null;
  create index task_escalate on task (due) where done_at is null and escalated_at is null and escalate;

  -- What the worker must look at: ids only. It then acts in each partner's own context.
  create function due_tasks(moment timestamptz, at_most int) returns table (id uuid, partner_id uuid, stage text) language sql stable security definer set search_path = public, pg_temp as $$
    (select t.id, t.partner_id, 'escalate' from task t where t.done_at is null and t.escalated_at is null and t.escalate and t.due <= moment order by t.due limit at_most)
    union all
    (select t.id, t.partner_id, 'remind' from task t where t.done_at is null and t.reminded_at is null and t.remind_at <= moment order by t.remind_at limit at_most)
  $$;
  revoke all on function due_tasks from public;
  grant execute on function due_tasks to portal;

  create table trail (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    person_id uuid,
    partner_id uuid not null,
    capacity text not null,
    operation text not null,
    purpose text not null,
    record text not null,
    dossier_ids uuid[] not null,
    classes text[] not null,
    outcome text not null
  );
  call guard('trail');
  grant insert on trail to portal;
  create policy mine on trail for insert to portal with check (partner_id = (select me.partner()) and person_id is not distinct from (select me.person()));
  create index trail_partner on trail (partner_id, at);

  -- The key, what was asked (hashed) and the record it led to; never the answer.
  create table idempotency (
    partner_id uuid not null,
    person_id uuid not null,
    key uuid not null,
    request bytea not null,
    record_id uuid,
    at timestamptz not null default now(),
    primary key (person_id, key)
  );
  call guard('idempotency');
  grant select, insert, update (record_id) on idempotency to portal;
  create policy mine on idempotency to portal using (person_id = (select me.person()) and partner_id = (select me.partner()))
    with check (person_id = (select me.person()) and partner_id = (select me.partner()));

  -- The workflow tables of the code, so that the database refuses what they do not hold.
  create table arrow (flow text, from_state text, to_state text, primary key (flow, from_state, to_state));
  grant select on arrow to portal;
  create function follow_arrow() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' or new.state is distinct from old.state then
      perform from arrow a where a.flow = tg_argv[0] and a.to_state = new.state and a.from_state = case when tg_op = 'INSERT' then '' else old.state end;
      if not found then raise exception 'no such step' using errcode = 'P0001'; end if;
    end if;
    return new; end $$;
`;
