import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is kept no longer than its term: proposed by the machine, signed by a person, destroyed by a role of its own (BR-P14, record 26). */
export class Retention20261204 implements MigrationInterface {
  name = 'Retention1796342400000';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [RULES, LISTS, HOLDS, ERASURES, FORGETTING, RIGHTS, DUE, ERASING]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop schema retention cascade;
      do $$ declare t name; begin for t in select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'retention' loop execute format('drop policy retention on %I', t); end loop; end $$;
      revoke all on all tables in schema public from woonbrug_retention;
      revoke usage on schema me from woonbrug_retention;
      drop function forgettable_lines, forget_lines, empty_lines;
      drop table retention_erasure, legal_hold, destruction_item, destruction_list, retention_rule;
      drop function keep_hold, keep_listed, is_dpo;
      update dossier set legal_hold = false where legal_hold;
      -- Lines whose content is gone are known by their leaves alone.
      delete from trail t using trail_seal s where s.trail_id = t.id and s.salt is null;
      update trail_seal set salt = gen_random_uuid() where salt is null;
      alter table trail_seal drop constraint trail_seal_check, alter column salt set not null, drop column personal;
    `);
  }
}

/** The terms are reference data, and the database asks no other: who destroys cannot bring a shorter one along. */
const RULES = `
  create table retention_rule (
    key text primary key,
    edition int not null,
    kind text not null,
    outcome text,
    classes text[] not null default '{}',
    years int not null check (years >= 0),
    motivation text not null,
    destination text not null,
    assumed boolean not null
  );
  grant select on retention_rule to portal;
`;

/** Of the partner's DPO, and of the clock that proposes; nobody else learns what is on them. */
const LISTS = `
  create function is_dpo() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from mandate m join person p on p.id = m.person_id and p.active
      where m.person_id = me.person() and m.partner_id = me.partner() and m.role = 'DPO' and m.since <= today() and (m.until is null or m.until >= today())) $$;
  revoke all on function is_dpo from public;
  grant execute on function is_dpo to portal;

  create table destruction_list (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    edition int not null,
    items int not null check (items > 0),
    proposed_at timestamptz not null,
    signed_at timestamptz,
    signer_id uuid,
    signed_by text,
    signed boolean not null generated always as (signed_at is not null) stored,
    check (num_nulls(signed_at, signer_id, signed_by) in (0, 3)),
    foreign key (signer_id, partner_id) references person (id, partner_id)
  );
  call guard('destruction_list');
  grant select, insert, update (signed_at, signer_id, signed_by, version) on destruction_list to portal;
  create policy listed on destruction_list for select to portal using (partner_id = (select me.partner()) and ((select me.person()) is null or (select me.role()) = 'DPO'));
  create policy proposed on destruction_list for insert to portal with check (partner_id = (select me.partner()) and (select me.person()) is null and signed_at is null);
  create policy signed on destruction_list for update to portal using (partner_id = (select me.partner()) and (select me.role()) = 'DPO' and signed_at is null)
    with check (partner_id = (select me.partner()) and signer_id = (select me.person()) and is_dpo());
  create trigger keep_version before update on destruction_list for each row execute function keep_version();
  create unique index destruction_list_open on destruction_list (partner_id) where signed_at is null;
  create index destruction_list_page on destruction_list (partner_id, proposed_at desc, id desc);

  -- No reference to the dossier: what was destroyed, and that it was, outlives it. part: all of it, what a partner wrote there for itself with its seat, or notes and files of some classes.
  create table destruction_item (
    id uuid primary key,
    version int not null default 1,
    list_id uuid not null references destruction_list,
    partner_id uuid not null references partner,
    dossier_id uuid not null,
    kind text not null,
    number text,
    part text not null check (part in ('DOSSIER', 'OWN', 'CLASSES')),
    rule text not null,
    years int not null,
    classes text[] not null default '{}',
    closed_on date not null,
    messages int not null, notes int not null, files int not null,
    taken_off_at timestamptz, taken_off_by text, taken_off_reason text check (length(taken_off_reason) <= 500),
    destroyed_at timestamptz, destroyed_rows int,
    kept_at timestamptz, kept_why text check (kept_why in ('HOLD', 'NOT_DUE')),
    waits boolean not null generated always as (taken_off_at is null and destroyed_at is null and kept_at is null) stored,
    check (num_nulls(taken_off_at, taken_off_by, taken_off_reason) in (0, 3)),
    check (num_nonnulls(taken_off_at, destroyed_at, kept_at) <= 1)
  );
  call guard('destruction_item');
  grant select, insert, update (taken_off_at, taken_off_by, taken_off_reason, version) on destruction_item to portal;
  create policy listed on destruction_item for select to portal using (partner_id = (select me.partner()) and ((select me.person()) is null or (select me.role()) = 'DPO'));
  create policy proposed on destruction_item for insert to portal with check (partner_id = (select me.partner()) and (select me.person()) is null
    and num_nonnulls(taken_off_at, destroyed_at, kept_at) = 0 and exists (select from destruction_list l where l.id = destruction_item.list_id and l.signed_at is null));
  create policy taken_off on destruction_item for update to portal using (partner_id = (select me.partner()) and (select me.role()) = 'DPO') with check (partner_id = (select me.partner()) and is_dpo());
  create trigger keep_version before update on destruction_item for each row execute function keep_version();
  create unique index destruction_item_open on destruction_item (partner_id, dossier_id, part, rule) where waits;
  create index destruction_item_list on destruction_item (list_id, closed_on, id);

  -- What is over stays over; the words in which it was kept once go with the dossier.
  create function keep_listed() returns trigger language plpgsql as $$ begin
    if not old.waits and current_user <> 'woonbrug_retention' then raise exception 'over' using errcode = 'P0001'; end if;
    return new; end $$;
  create trigger keep_listed before update on destruction_item for each row execute function keep_listed();
`;

/** A hold of one partner holds the whole dossier: what another would destroy may be what it needs (DL-02). */
const HOLDS = `
  create table legal_hold (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    dossier_id uuid not null references dossier,
    kind text not null,
    number text,
    reason text not null check (length(reason) between 10 and 500),
    set_at timestamptz not null, setter_id uuid not null, set_by text not null,
    lifted_at timestamptz, lifted_by text, lift_reason text check (length(lift_reason) between 10 and 500),
    lifted boolean not null generated always as (lifted_at is not null) stored,
    check (num_nulls(lifted_at, lifted_by, lift_reason) in (0, 3)),
    foreign key (setter_id, partner_id) references person (id, partner_id)
  );
  call guard('legal_hold');
  grant select, insert, update (lifted_at, lifted_by, lift_reason, version) on legal_hold to portal;
  create policy held on legal_hold for select to portal using (partner_id = (select me.partner()) and (select me.role()) = 'DPO');
  create policy holds on legal_hold for insert to portal with check (partner_id = (select me.partner()) and setter_id = (select me.person()) and lifted_at is null and is_dpo()
    and exists (select from party p where p.dossier_id = legal_hold.dossier_id and p.partner_id = (select me.partner()) and p.until > now()));
  create policy lifts on legal_hold for update to portal using (partner_id = (select me.partner()) and (select me.role()) = 'DPO' and lifted_at is null) with check (partner_id = (select me.partner()) and is_dpo());
  create policy excluded on legal_hold as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = legal_hold.dossier_id and x.person_id = (select me.person())));
  create trigger keep_version before update on legal_hold for each row execute function keep_version();
  create unique index legal_hold_once on legal_hold (partner_id, dossier_id) where lifted_at is null;
  create index legal_hold_page on legal_hold (partner_id, set_at desc, id desc);

  -- Waits for who destroys it meanwhile, and finds then that it is gone.
  create function keep_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform from dossier d where d.id = new.dossier_id for update;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    update dossier d set legal_hold = exists (select from legal_hold h where h.dossier_id = d.id and h.lifted_at is null) where d.id = new.dossier_id;
    return null; end $$;
  create trigger keep_hold after insert or update on legal_hold for each row execute function keep_hold();
`;

/** What was destroyed, by ids alone: for a restore of an older backup (DL-04). Written outside too, by the worker, number after number. */
const ERASURES = `
  create table retention_erasure (
    number bigint primary key,
    at timestamptz not null,
    dossier_id uuid not null,
    partner_id uuid not null,
    part text not null,
    classes text[] not null
  );
  call guard('retention_erasure');
  create index retention_erasure_dossier on retention_erasure (dossier_id);
`;

/**
 * A line of the trail loses of whom and about which dossiers it tells, when each of these was destroyed and its own term has passed (BR-P13). The hash of what it
 * told stands where its salt was, so that the chain holds (record 24).
 */
const FORGETTING = `
  alter table trail_seal add column personal bytea, alter column salt drop not null;
  alter table trail_seal add constraint trail_seal_check check (num_nonnulls(salt, personal) = 1);

  create function forgettable_lines(at_most int) returns table (line text) language sql stable security definer set search_path = public, pg_temp as $$
    select distinct t.id::text from retention_erasure e join retention_rule r on r.kind = 'Trail'
      join trail t on t.dossier_ids @> array[e.dossier_id] join trail_seal s on s.trail_id = t.id and s.salt is not null
    where e.part = 'DOSSIER' and t.at + make_interval(years => r.years) <= now()
      and not exists (select from unnest(t.dossier_ids) named where not exists (select from retention_erasure o where o.dossier_id = named and o.part = 'DOSSIER'))
    limit at_most $$;

  create function empty_lines(ids bigint[]) returns void language sql set search_path = public, pg_temp as $$
    update trail_seal s set personal = sha256(convert_to(row(s.salt, t.person_id, t.dossier_ids)::text, 'UTF8')), salt = null from trail t where t.id = s.trail_id and s.trail_id = any (ids) and s.salt is not null;
    update trail t set person_id = null, dossier_ids = '{}' from trail_seal s where s.trail_id = t.id and t.id = any (ids) and s.salt is null $$;

  create function forget_lines(ids bigint[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if me.person() is not null or exists (select unnest(ids) except select line::bigint from forgettable_lines(1000000)) then raise exception 'not found' using errcode = 'P0002'; end if;
    perform empty_lines(ids); end $$;
  revoke all on function forgettable_lines, empty_lines, forget_lines from public;
  grant execute on function forgettable_lines, forget_lines to portal;
`;

/** Where rows of a dossier stand. Order matters: what refers to another goes before it. */
const CHILDREN = ['signing_link', 'settlement_signature', 'settlement', 'mediation_session', 'mediation_party', 'deviation', 'case_signal', 'signal_renter', 'signal_request', 'imported_row', 'share', 'agreement', 'referral_person', 'access_request', 'receipt', 'recipient', 'answer',
  'message', 'note', 'own_number', 'recusal', 'task', 'timeline_entry', 'look', 'notice', 'glass_break', 'support_look', 'legal_hold', 'earlier', 'search_entry', 'exclusion', 'attachment', 'client_file', 'duty'];
const ITSELF = ['referral', 'consult', 'tension_signal', 'mediation_case', 'client', 'party', 'dossier'];
/** Rows that hang on one dossier and tell of another. */
const ABOUT: readonly [table: string, column: string][] = [['case_signal', 'about_id'], ['imported_row', 'referral_id'], ['agreement', 'about_id'], ['client_file', 'about_id']];
/** What a partner writes at a dossier for nobody else, whatever its audience says. */
const OWN = ['own_number', 'recusal', 'task', 'notice', 'glass_break', 'support_look', 'legal_hold', 'duty'];
/** Where a row may be for oneself alone. */
const ADDRESSED = ['message', 'note', 'timeline_entry', 'look', 'attachment', 'recipient', 'receipt'];

const RIGHTS = `
  create schema retention authorization woonbrug_retention;
  revoke all on schema retention from public;
  grant usage on schema me to woonbrug_retention;
  do $$ declare t text; begin
    foreach t in array array['${[...CHILDREN, ...ITSELF, 'attachment_content', 'mail', 'idempotency'].join("', '")}'] loop
      execute format('grant select, delete on %1$I to woonbrug_retention; create policy retention on %1$I to woonbrug_retention using (true)', t);
    end loop;
    foreach t in array array['destruction_list', 'destruction_item', 'retention_erasure'] loop
      execute format('grant select on %1$I to woonbrug_retention; create policy retention on %1$I to woonbrug_retention using (true)', t);
    end loop;
  end $$;
  grant select on retention_rule to woonbrug_retention;
  grant select (id, partner_id) on person to woonbrug_retention;
  create policy retention on person for select to woonbrug_retention using (true);
  grant update (destroyed_at, destroyed_rows, kept_at, kept_why, taken_off_reason, version) on destruction_item to woonbrug_retention;
  grant insert on retention_erasure to woonbrug_retention;
  grant update (legal_hold) on dossier to woonbrug_retention;
  grant update (source_referral_id, version) on client to woonbrug_retention;
  grant update (row) on earlier to woonbrug_retention;
`;

const DUE = `
  set local role woonbrug_retention;

  -- What came to an end, at each partner that sits there: when, and how. opener: whose dossier it is.
  create function retention.ended() returns table (dossier_id uuid, partner_id uuid, opener boolean, kind text, number text, outcome text, closed_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    with closed as (
      select r.id, r.partner_id, 'Referral' as kind, r.number, case when exists (select from answer a where a.dossier_id = r.id and (a.accepted_at is not null or a.state = 'KEPT')) then 'GUIDED' else 'REFUSED' end as outcome, r.closed_at
        from referral r where r.state in ('CLOSED', 'WITHDRAWN', 'DISCARDED', 'MADE_IN_ERROR')
      union all
      select c.id, c.partner_id, 'Consult', c.number, case when c.answered_at is null then 'REFUSED' else 'GUIDED' end, coalesce(c.closed_at, c.answered_at) from consult c where c.state in ('ANSWERED', 'CLOSED', 'WITHDRAWN')
      union all
      select s.id, s.partner_id, 'TensionSignal', s.number, case when s.started_at is null then 'REFUSED' else 'GUIDED' end, coalesce(s.closed_at, s.not_started_at) from tension_signal s where s.state in ('CLOSED', 'NOT_STARTED')
      union all
      select m.id, m.partner_id, 'MediationCase', m.number, case when exists (select from case_signal l join tension_signal s on s.id = l.about_id where l.dossier_id = m.id and s.started_at is not null) then 'GUIDED' else 'REFUSED' end, m.ended_at
        from mediation_case m where not exists (select from task t where t.dossier_id = m.id and t.done_at is null)
      union all
      -- A client's file has no end of its own: when nothing happens there any more, and it leads to no dossier.
      select c.id, c.partner_id, 'Client', null, null, greatest(c.opened_at, (select max(t.at) from timeline_entry t where t.dossier_id = c.id), (select max(e.at) from earlier e where e.dossier_id = c.id), (select max(e.at) from retention_erasure e where e.dossier_id = c.source_referral_id))
        from client c where not exists (select from client_file f where f.dossier_id = c.id) and not exists (select from mediation_party p where p.client_id = c.id) and not exists (select from task t where t.dossier_id = c.id and t.done_at is null))
    select c.id, c.partner_id, true, c.kind, c.number, c.outcome, c.closed_at from closed c where c.closed_at is not null
    union all
    select c.id, p.partner_id, false, c.kind, c.number, c.outcome, c.closed_at from closed c join party p on p.dossier_id = c.id and p.partner_id <> c.partner_id where c.kind <> 'Referral' and c.closed_at is not null
    union all
    -- Of a referral each receiver has an end of its own, also while it goes on with another.
    select r.id, a.partner_id, false, 'Referral', r.number, case when a.accepted_at is not null or a.state = 'KEPT' then 'GUIDED' else 'REFUSED' end, a.ended_at
      from answer a join referral r on r.id = a.dossier_id join party p on p.dossier_id = a.dossier_id and p.partner_id = a.partner_id
      where a.ended_at is not null and a.state in ('CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', 'STOPPED', 'KEPT') $$;

  -- What may be destroyed now. The dossier itself only when no other partner sits there any more, and a signal when no mediation builds on it.
  create function retention.due_now() returns table (dossier_id uuid, partner_id uuid, kind text, number text, part text, rule text, years int, classes text[], closed_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select e.dossier_id, e.partner_id, e.kind, e.number, w.part, r.key, r.years, r.classes, e.closed_at
    from retention.ended() e join retention_rule r on r.kind = e.kind and (r.outcome is null or r.outcome = e.outcome) join dossier d on d.id = e.dossier_id,
      lateral (select case when r.classes <> '{}' then 'CLASSES' when e.opener then 'DOSSIER' else 'OWN' end) w (part)
    where not d.legal_hold and e.closed_at + make_interval(years => r.years) <= now()
      and case w.part
        when 'CLASSES' then exists (select from note n where n.dossier_id = e.dossier_id and n.partner_id = e.partner_id and n.data_class = any (r.classes))
          or exists (select from attachment a where a.dossier_id = e.dossier_id and a.partner_id = e.partner_id and a.data_class = any (r.classes))
        else not exists (select from case_signal l where l.about_id = e.dossier_id)
          and (w.part = 'OWN' or not exists (select from party p where p.dossier_id = e.dossier_id and p.partner_id <> e.partner_id)) end $$;

  -- For the clock, in the context of one partner: what is due and stands on no list.
  create function retention.due() returns table (dossier_id uuid, kind text, number text, part text, rule text, years int, classes text[], closed_on date, messages int, notes int, files int)
    language sql stable security definer set search_path = public, pg_temp as $$
    select d.dossier_id, d.kind, d.number, d.part, d.rule, d.years, d.classes, (d.closed_at at time zone 'Europe/Brussels')::date,
      (select count(*)::int from message m where m.dossier_id = d.dossier_id and d.part <> 'CLASSES' and (d.part = 'DOSSIER' or (m.partner_id = d.partner_id and m.audience = array[d.partner_id]))),
      (select count(*)::int from note n where n.dossier_id = d.dossier_id and case d.part when 'DOSSIER' then true when 'CLASSES' then n.partner_id = d.partner_id and n.data_class = any (d.classes) else n.partner_id = d.partner_id and (n.audience = array[d.partner_id] or n.data_class = 'PRIVATE_NOTE') end),
      (select count(*)::int from attachment a where a.dossier_id = d.dossier_id and case d.part when 'DOSSIER' then true when 'CLASSES' then a.partner_id = d.partner_id and a.data_class = any (d.classes) else a.partner_id = d.partner_id and a.audience = array[d.partner_id] end)
    from retention.due_now() d
    where d.partner_id = me.partner() and me.person() is null
      and not exists (select from destruction_item i where i.partner_id = d.partner_id and i.dossier_id = d.dossier_id and i.part = d.part and i.rule = d.rule and i.waits)
    order by d.closed_at, d.dossier_id limit 1000 $$;

  create function retention.partners_due() returns table (partner_id uuid) language sql stable security definer set search_path = public, pg_temp as $$ select distinct d.partner_id from retention.due_now() d $$;

  create function retention.signed_items(at_most int) returns table (id uuid, partner_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select i.id, i.partner_id from destruction_item i join destruction_list l on l.id = i.list_id and l.signed_at is not null
    where i.waits order by l.signed_at, i.closed_on, i.id limit at_most $$;

  set local role woonbrug_owner;
`;

const ERASING = `
  set local role woonbrug_retention;

  -- Rows of one dossier, and how many. Asks nothing: who may call it decided already.
  create function retention.erase(d uuid, of_partner uuid, of_part text, of_classes text[]) returns int language plpgsql set search_path = public, pg_temp as $$
  declare t text; gone uuid[] := '{}'; ids uuid[]; n int; total int := 0; c record; begin
    if of_part = 'DOSSIER' then
      delete from attachment_content f using attachment a where a.id = f.attachment_id and a.dossier_id = d;
      delete from mail m using notice o where o.id = m.notice_id and o.dossier_id = d;
      update destruction_item i set taken_off_reason = '', version = i.version + 1 where i.dossier_id = d and i.taken_off_reason <> '';
      update earlier e set row = e.row || '{"source_referral_id": null}' where e.record = 'Client' and e.row ->> 'source_referral_id' = d::text;
      for c in select id, version from client where source_referral_id = d loop
        update client set source_referral_id = null, version = version + 1 where id = c.id;
        delete from earlier e where e.record = 'Client' and e.row_id = c.id and e.version = c.version;
      end loop;
      ${ABOUT.map(([table, column]) => (table === 'agreement' ? `delete from share s using agreement a where a.id = s.agreement_id and (a.about_id = d or a.dossier_id = d);\n      ` : '') + erased(table, `${column} = d`)).join('\n      ')}
      foreach t in array array['${CHILDREN.join("', '")}'] loop
        ${counted("execute format('with gone as (delete from %1$I where dossier_id = $1 returning to_jsonb(%1$I) ->> ''id'' as id) select coalesce(array_agg(id::uuid) filter (where id is not null), ''{}''), count(*) from gone', t) into ids, n using d")}
      end loop;
      foreach t in array array['${ITSELF.join("', '")}'] loop
        ${counted("execute format('with gone as (delete from %I where %I = $1 returning 1) select ''{}''::uuid[], count(*) from gone', t, case t when 'party' then 'dossier_id' else 'id' end) into ids, n using d")}
      end loop;
      gone := gone || d;
    elsif of_part = 'OWN' then
      delete from attachment_content f using attachment a where a.id = f.attachment_id and a.dossier_id = d and a.partner_id = of_partner and a.audience = array[of_partner];
      delete from mail m using notice o where o.id = m.notice_id and o.dossier_id = d and o.partner_id = of_partner;
      delete from share s where s.dossier_id = d and (s.partner_id = of_partner or s.granted_by = of_partner);
      ${ABOUT.filter(([table]) => table !== 'case_signal').map(([table, column]) => erased(table, `${column} = d and partner_id = of_partner`)).join('\n      ')}
      foreach t in array array['${ADDRESSED.join("', '")}'] loop
        ${counted("execute format('with gone as (delete from %1$I where dossier_id = $1 and partner_id = $2 and (audience = array[$2] or to_jsonb(%1$I) ->> ''data_class'' = ''PRIVATE_NOTE'') returning to_jsonb(%1$I) ->> ''id'' as id) select coalesce(array_agg(id::uuid), ''{}''), count(*) from gone', t) into ids, n using d, of_partner")}
      end loop;
      foreach t in array array['${OWN.join("', '")}'] loop
        ${counted("execute format('with gone as (delete from %1$I where dossier_id = $1 and partner_id = $2 returning to_jsonb(%1$I) ->> ''id'' as id) select coalesce(array_agg(id::uuid) filter (where id is not null), ''{}''), count(*) from gone', t) into ids, n using d, of_partner")}
      end loop;
      ${counted('delete from exclusion x using person p where x.dossier_id = d and p.id = x.person_id and p.partner_id = of_partner', true)}
      ${counted('delete from earlier e where e.dossier_id = d and e.row_id = any (gone)', true)}
      ${counted('delete from party p where p.dossier_id = d and p.partner_id = of_partner', true)}
    else
      delete from attachment_content f using attachment a where a.id = f.attachment_id and a.dossier_id = d and a.partner_id = of_partner and a.data_class = any (of_classes);
      ${['note', 'attachment'].map((table) => erased(table, 'dossier_id = d and partner_id = of_partner and data_class = any (of_classes)')).join('\n      ')}
      ${counted('delete from earlier e where e.dossier_id = d and e.row_id = any (gone)', true)}
    end if;
    delete from idempotency k where k.record_id = any (gone);
    return total; end $$;

  -- One item of a signed list, by the clock in its partner's context. Looks once more whether it is due and not held.
  create function retention.destroy(of_item uuid) returns setof retention_erasure language plpgsql security definer set search_path = public, pg_temp as $$
  declare i destruction_item; e retention_erasure; n int; begin
    if me.person() is not null then raise exception 'not found' using errcode = 'P0002'; end if;
    -- One at a time: numbers follow each other, as they do in the file outside.
    perform pg_advisory_xact_lock(20261204);
    select x.* into i from destruction_item x join destruction_list l on l.id = x.list_id and l.signed_at is not null
      where x.id = of_item and x.partner_id = me.partner() and l.partner_id = x.partner_id and x.waits for update of x;
    if not found then return; end if;
    perform from dossier d where d.id = i.dossier_id for update;
    if not exists (select from retention.due_now() d where d.dossier_id = i.dossier_id and d.partner_id = i.partner_id and d.part = i.part and d.rule = i.rule) then
      update destruction_item x set kept_at = now(), kept_why = case when exists (select from dossier d where d.id = i.dossier_id and d.legal_hold) then 'HOLD' else 'NOT_DUE' end, version = x.version + 1 where x.id = i.id;
      return;
    end if;
    n := retention.erase(i.dossier_id, i.partner_id, i.part, i.classes);
    update destruction_item x set destroyed_at = now(), destroyed_rows = n, version = x.version + 1 where x.id = i.id;
    insert into retention_erasure (number, at, dossier_id, partner_id, part, classes)
      select coalesce(max(o.number), 0) + 1, now(), i.dossier_id, i.partner_id, i.part, i.classes from retention_erasure o returning * into e;
    return next e; end $$;

  -- After a restore of an older backup, by who restores it: nobody else may.
  create function retention.replay(of_number bigint, moment timestamptz, d uuid, of_partner uuid, of_part text, of_classes text[]) returns int language plpgsql set search_path = public, pg_temp as $$
  declare n int; begin
    if exists (select from retention_erasure o where o.number = of_number and (o.dossier_id, o.partner_id, o.part) = (d, of_partner, of_part)) then return 0; end if;
    n := retention.erase(d, of_partner, of_part, of_classes);
    update destruction_item x set destroyed_at = moment, destroyed_rows = n, version = x.version + 1
      where (x.dossier_id, x.partner_id, x.part, x.classes) = (d, of_partner, of_part, of_classes) and x.waits;
    insert into retention_erasure (number, at, dossier_id, partner_id, part, classes) values (of_number, moment, d, of_partner, of_part, of_classes);
    return n; end $$;

  -- What the file outside is made of.
  create function retention.erasures(since bigint, at_most int) returns table (number text, at text, dossier_id uuid, partner_id uuid, part text, classes text[]) language sql stable security definer set search_path = public, pg_temp as $$
    select e.number::text, extract(epoch from e.at)::text, e.dossier_id, e.partner_id, e.part, e.classes from retention_erasure e where e.number >= since order by e.number limit at_most $$;

  revoke all on all functions in schema retention from public;
  grant usage on schema retention to portal;
  grant execute on function retention.due, retention.partners_due, retention.signed_items, retention.destroy, retention.erasures to portal;

  set local role woonbrug_owner;
`;

/** Keeps the ids of what is deleted, for what else names them, and how many they are. */
function erased(table: string, where: string): string {
  return counted(`with went as (delete from ${table} where ${where} returning id) select coalesce(array_agg(id), '{}'), count(*) into ids, n from went`);
}

function counted(statement: string, plain = false): string {
  return plain ? `${statement}; get diagnostics n = row_count; total := total + n;` : `${statement}; gone := gone || ids; total := total + n;`;
}
