import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was there before, and who looked: both under today's walls. */
export class History20261124 implements MigrationInterface {
  name = 'History1795518000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(EARLIER);
    await db.query(LOOKS);
    await db.query('drop index timeline_dossier; create index timeline_dossier on timeline_entry (dossier_id, at desc, id desc)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index timeline_dossier; create index timeline_dossier on timeline_entry (dossier_id, at);
      drop trigger tell_look on trail;
      drop function tell_look;
      drop table look;
      alter table trail drop column changed;
      drop trigger keep_earlier on client; drop trigger keep_earlier on answer; drop trigger keep_earlier on note;
      create or replace function keep_earlier() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
        insert into earlier (record, row_id, version, dossier_id, row) values (tg_argv[0], old.id, old.version, (to_jsonb(old) ->> tg_argv[1])::uuid, to_jsonb(old));
        return null; end $$;
      create trigger keep_earlier after update on note for each row when (old.data_class <> 'PRIVATE_NOTE') execute function keep_earlier('Note', 'dossier_id');
      delete from earlier e where e.record not in ('Referral', 'Note') or exists (select from note n where n.id = e.row_id and n.data_class = 'PRIVATE_NOTE');
      drop policy today on earlier; drop policy excluded on earlier;
      revoke select on earlier from portal;
      alter table earlier drop column partner_id, drop column person_name;
    `);
  }
}

/** A version that was replaced is as open as its row is today: who may not touch the row now, never finds what it was. */
const EARLIER = `
  alter table earlier add column partner_id uuid references partner, add column person_name text;
  create or replace function keep_earlier() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    insert into earlier (record, row_id, version, dossier_id, row, partner_id, person_name)
      select tg_argv[0], old.id, old.version, (to_jsonb(old) ->> tg_argv[1])::uuid, to_jsonb(old), p.partner_id, p.name from (select) one left join person p on p.id = me.person();
    return null; end $$;
  drop trigger keep_earlier on note;
  create trigger keep_earlier after update on note for each row when (new.body is distinct from old.body) execute function keep_earlier('Note', 'dossier_id');
  create trigger keep_earlier after update on client for each row
    when (to_jsonb(new) - '{version,transferred_to,transferred_at,address_protected}'::text[] is distinct from to_jsonb(old) - '{version,transferred_to,transferred_at,address_protected}'::text[]) execute function keep_earlier('Client', 'id');
  create trigger keep_earlier after update on answer for each row
    when ((new.redirect_partner_id, new.reject_reason, new.reject_text, new.advice, new.kept_ground, new.contact_name) is distinct from (old.redirect_partner_id, old.reject_reason, old.reject_text, old.advice, old.kept_ground, old.contact_name)
      and coalesce(old.redirect_partner_id::text, old.reject_reason, old.reject_text, old.advice, old.kept_ground, old.contact_name) is not null) execute function keep_earlier('Answer', 'dossier_id');

  -- The queries below run behind the walls of the rows themselves: seat, audience, regime, author, opposing party of today.
  -- What its partner replaced before another sat there was never for that other.
  grant select on earlier to portal;
  create policy today on earlier for select to portal using (
    case record when 'Referral' then exists (select from referral t where t.id = earlier.row_id) when 'Note' then exists (select from note t where t.id = earlier.row_id)
      when 'Client' then exists (select from client t where t.id = earlier.row_id) when 'Answer' then exists (select from answer t where t.id = earlier.row_id) else false end
    and (at >= (select p.since from party p where p.dossier_id = earlier.dossier_id and p.partner_id = (select me.partner()))));
  create policy excluded on earlier as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = earlier.dossier_id and x.person_id = (select me.person())));
`;

/**
 * Who looked at a dossier on which day, drawn from the trail as it is written. One row for each person, for her own partner alone;
 * beside it one without a person for the other side: for who opened the dossier of those that read it, and for all who sit there
 * of who opened it. Of what others wrote or noted for themselves it tells nothing: the timeline does, to who may know.
 */
const LOOKS = `
  -- Whether it wrote: a look is not an act.
  alter table trail add column changed boolean not null default false;

  create table look (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossier,
    partner_id uuid not null references partner,
    audience uuid[] not null,
    partner_kind text not null,
    personal boolean not null,
    person_id uuid,
    role text not null,
    kind text not null,
    glass boolean not null,
    classes text[] not null,
    day date not null,
    at timestamptz not null
  );
  call wall('look', 'dossier_id');
  revoke insert, update on look from portal;
  -- What was looked at before a partner sat there is not its business.
  create policy since on look as restrictive to portal using (day >= (select (p.since at time zone 'Europe/Brussels')::date from party p where p.dossier_id = look.dossier_id and p.partner_id = (select me.partner())));
  -- What is for the others of one's own looks is there for oneself by name already.
  create policy told on look as restrictive to portal using (personal or partner_id <> (select me.partner()));
  create unique index look_once on look (dossier_id, day, partner_id, person_id, role, kind, glass, classes) nulls not distinct;
  create index look_page on look (dossier_id, at desc, id desc);

  -- Nothing is written twice in a day, so that those who look at once do not wait for each other; in one order, so that they never lock each other out.
  -- A seat was granted by who opened the dossier: to that partner it is told.
  create function tell_look() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare act text := case when new.outcome in ('NOT_FOUND', 'FORBIDDEN') then 'DENIED' when new.outcome <> 'DONE' then null when new.changed then 'CHANGED' when new.operation in ('list', 'search') then 'LISTED' else 'LOOKED' end;
    broke boolean := new.purpose = 'glass';
    of_kind text := split_part(new.capacity, '/', 1);
    in_role text := split_part(new.capacity, '/', 2);
    -- That somebody has a note for herself is not told to colleagues either.
    seen text[] := array(select c from unnest(new.classes) c where c <> 'PRIVATE_NOTE' order by c);
    shown text[] := array_remove(array_remove(array_remove(seen, 'MESSAGE'), 'OUTCOME'), 'PROGRESS');
    -- What a partner keeps for itself there is no look at what was shared.
    own_record boolean := new.record in ('Note', 'Message', 'Attachment', 'HandOver', 'OwnNumber', 'Recusal', 'Look');
    that_day date := (new.at at time zone 'Europe/Brussels')::date;
    midnight timestamptz := that_day::timestamp at time zone 'Europe/Brussels';
  begin
    if act is null or new.person_id is null or new.dossier_ids = '{}' then return null; end if;
    insert into look (dossier_id, partner_id, audience, partner_kind, personal, person_id, role, kind, glass, classes, day, at)
      -- To others it has no time: midnight, and a bit that follows from what is told of it, so that even the order of a day tells nothing.
      select p.dossier_id, new.partner_id, told.audience, of_kind, told.person is not null, told.person, in_role, act, broke, told.classes, that_day,
        case when told.person is not null then new.at else midnight + abs(hashtext(concat_ws(' ', of_kind, in_role, act, told.classes::text)) % 1000000) * interval '1 microsecond' end
      from unnest(new.dossier_ids) named join party p on p.dossier_id = named and p.partner_id = new.partner_id,
      -- Classes that nobody lent it are those of its own files.
      lateral (select array(select c from unnest(shown) c where p.kind <> 'Referral' or c in ('CORE', 'IDENTITY')
        or exists (select from share s, unnest(s.classes) lent where s.dossier_id = p.dossier_id and s.partner_id = p.partner_id and split_part(lent, '_', 1) = split_part(c, '_', 1)))) others (shown),
      lateral (
        select array[new.partner_id] as audience, new.person_id as person, seen as classes
        union all select array[p.granted_by], null, others.shown where new.partner_id <> p.granted_by and act in ('LOOKED', 'LISTED') and (broke or others.shown <> '{}' and not p.former and not (own_record and others.shown <@ '{CORE}'))
        union all select '{}', null, '{}' where new.partner_id = p.granted_by and p.kind = 'Referral' and act = 'LOOKED'
      ) told
      order by p.dossier_id
      on conflict do nothing;
    -- Who broke the glass need not sit there.
    if broke and act in ('LOOKED', 'LISTED') then
      insert into look (dossier_id, partner_id, audience, partner_kind, personal, person_id, role, kind, glass, classes, day, at)
        select d.id, new.partner_id, array[d.opened_by], of_kind, false, null, in_role, act, true, shown, that_day, midnight
        from dossier d where d.id = any (new.dossier_ids) and not exists (select from party p where p.dossier_id = d.id and p.partner_id = new.partner_id)
        order by d.id
        on conflict do nothing;
    end if;
    return null; end $$;
  create trigger tell_look after insert on trail for each row execute function tell_look();
`;
