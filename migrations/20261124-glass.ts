import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who broke the glass of a dossier, and the trail as a DPO reads it (BR-P13, BR-P19). */
export class Glass20261124 implements MigrationInterface {
  name = 'Glass1795521600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BREAKS);
    await db.query(TELLS);
    await db.query(TRAIL);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table glass_break;
      drop function trail_of, namesakes, tell_glass, keep_glass;
      drop index trail_dossiers, trail_person, trail_line;
      create index trail_partner on trail (partner_id, at);
      drop index referral_number, consult_number;
    `);
  }
}

/** The wall lets a person break it only where her partner sits and she is not kept away, in her own name, and never prolongs it. */
const BREAKS = `
  create table glass_break (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    person_id uuid not null,
    person_name text not null,
    role text not null,
    dossier_id uuid not null references dossier,
    dossier_kind text not null,
    number text not null,
    reason text not null check (length(reason) >= 20),
    opened_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes'),
    ended_at timestamptz check (ended_at >= opened_at),
    foreign key (person_id, partner_id) references person (id, partner_id)
  );
  call guard('glass_break');
  grant select, insert, update (ended_at, version) on glass_break to portal;
  create policy staff on glass_break for select to portal using (partner_id = (select me.partner()));
  create policy broken on glass_break for insert to portal with check (partner_id = (select me.partner()) and person_id = (select me.person())
    and exists (select from party p where p.dossier_id = glass_break.dossier_id and p.partner_id = (select me.partner()) and p.until > now()));
  create policy ended on glass_break for update to portal using (partner_id = (select me.partner()));
  create policy excluded on glass_break as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = glass_break.dossier_id and x.person_id = (select me.person())));
  create trigger keep_version before update on glass_break for each row execute function keep_version();
  create index glass_break_page on glass_break (partner_id, opened_at desc, id desc);
  create index glass_break_person on glass_break (person_id, opened_at desc);

  -- What has ended stays ended.
  create function keep_glass() returns trigger language plpgsql as $$ begin
    if old.ended_at is not null then raise exception 'ended' using errcode = 'P0001'; end if;
    return new; end $$;
  create trigger keep_glass before update on glass_break for each row execute function keep_glass();

  create index referral_number on referral (number);
  create index consult_number on consult (number);
`;

/** At once, in the same transaction: the DPOs of a partner and whoever answers there for the dossier; nobody answers, then the coordinators. */
const TELLS = `
  create function tell_glass(d uuid, of_kind text, moment timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare whom uuid; told boolean := false; begin
    perform tell(me.partner(), null, 'DPO', d, of_kind, true, moment);
    if of_kind <> 'GLASS_BROKEN' then return; end if;
    for whom in
      select h.id from (
        select u.person_id as id from duty u where u.dossier_id = d and u.partner_id = me.partner() and u.role = 'CONTACT' and u.until = 'infinity'
        union select r.sender_id from referral r where r.id = d and r.partner_id = me.partner()
        union select c.asker_id from consult c where c.id = d and c.partner_id = me.partner()) h
      join person p on p.id = h.id and p.partner_id = me.partner() and p.active
      where not exists (select from exclusion x where x.dossier_id = d and x.person_id = h.id)
    loop
      told := true;
      perform tell(me.partner(), whom, null, d, of_kind, true, moment);
    end loop;
    if not told then perform tell(me.partner(), null, 'COORDINATOR', d, of_kind, true, moment); end if;
  end $$;
  revoke all on function tell_glass from public;
  grant execute on function tell_glass to portal;
`;

/**
 * Lines of the own partner's people, for who is its DPO now, and for nobody else whatever the book says. What she is kept away from
 * stays away here too. Of a dossier at which her partner never sat it tells no number.
 */
const TRAIL = `
  drop index trail_partner;
  create index trail_line on trail (partner_id, at desc, id desc);
  create index trail_person on trail (partner_id, person_id, at desc, id desc);
  create index trail_dossiers on trail using gin (dossier_ids);

  -- Dossiers in which somebody is called as one of the own people is: once for a whole list.
  create function namesakes(of_partner uuid) returns table (person_id uuid, dossier_ids uuid[]) language sql stable security definer set search_path = public, pg_temp as $$
    with named as (
      select c.id, c.family_name from client c join party p on p.dossier_id = c.id and p.partner_id = of_partner
      union all select r.id, r.family_name from referral r join party p on p.dossier_id = r.id and p.partner_id = of_partner
      union all select o.dossier_id, o.family_name from referral_person o join party p on p.dossier_id = o.dossier_id and p.partner_id = of_partner)
    select w.id, array_agg(n.id) from person w join named n on fold(n.family_name) = fold(substring(w.name from '\\s(.+)$')) where w.partner_id = of_partner group by w.id $$;

  create function trail_of(before_at timestamptz, before_id bigint, at_most int, whose uuid, of_number text, on_day date, unusual_since timestamptz, night_from int, night_until int)
    returns table (id text, at text, person_name text, capacity text, operation text, purpose text, record text, numbers text[], dossiers int, classes text[], outcome text, changed boolean, reasons text[])
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare kept uuid[] := array(select x.dossier_id from exclusion x where x.person_id = me.person());
    wanted uuid[]; filters text := ''; hour text := $hour$extract(hour from t.at at time zone 'Europe/Brussels')$hour$; night text; kin text := 'false'; begin
    perform from mandate m join person p on p.id = m.person_id and p.active
      where m.person_id = me.person() and m.partner_id = me.partner() and m.role = 'DPO' and m.since <= today() and (m.until is null or m.until >= today());
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    if whose is not null then filters := filters || ' and t.person_id = $4'; end if;
    if of_number is not null then
      wanted := array(select n.id from (select r.id from referral r where r.number = of_number union all select c.id from consult c where c.number = of_number) n
        join party p on p.dossier_id = n.id and p.partner_id = me.partner() where n.id <> all (kept));
      filters := filters || ' and t.dossier_ids && $5';
    end if;
    if on_day is not null then filters := filters || $day$ and t.at >= $6::timestamp at time zone 'Europe/Brussels' and t.at < ($6 + 1)::timestamp at time zone 'Europe/Brussels'$day$; end if;
    night := case when night_from > night_until then format('(%1$s >= $8 or %1$s < $9)', hour) else format('(%1$s >= $8 and %1$s < $9)', hour) end;
    if unusual_since is not null then
      kin := $kin$ (t.operation in ('read', 'history') or t.changed) and exists (select from kin k where k.person_id = t.person_id and k.dossier_ids && t.dossier_ids)$kin$;
      filters := filters || format($odd$ and t.at >= $7 and t.dossier_ids <> '{}' and t.outcome = 'DONE' and (%s or (%s))$odd$, night, kin);
    end if;
    return query execute format($query$
      with kin as materialized (select n.person_id, n.dossier_ids from namesakes(me.partner()) n where $7 is not null),
      line as (
        select t.*, array_remove(array[case when $7 is not null and %2$s then 'NIGHT' end, case when %3$s then 'SURNAME' end], null) as reasons from trail t
        where t.partner_id = me.partner() and t.person_id is not null and (t.at, t.id) < ($1, $2) and (t.dossier_ids = '{}' or not t.dossier_ids <@ $10) %1$s
        order by t.at desc, t.id desc limit $3)
      select l.id::text, l.at::text, w.name, l.capacity, l.operation, l.purpose, l.record,
        array(select n.number from (select r.id, r.number from referral r where r.id = any (l.dossier_ids) union all select c.id, c.number from consult c where c.id = any (l.dossier_ids)) n
          join party p on p.dossier_id = n.id and p.partner_id = me.partner() where n.id <> all ($10) order by n.number),
        (select count(*)::int from unnest(l.dossier_ids) d join party p on p.dossier_id = d and p.partner_id = me.partner() where d <> all ($10)),
        l.classes, l.outcome, l.changed, l.reasons
      from line l left join person w on w.id = l.person_id and w.partner_id = l.partner_id order by l.at desc, l.id desc$query$, filters, night, kin)
      using before_at, before_id, at_most, whose, wanted, on_day, unusual_since, night_from, night_until, kept;
  end $$;
  revoke all on function namesakes, trail_of from public;
  grant execute on function trail_of to portal;
`;
