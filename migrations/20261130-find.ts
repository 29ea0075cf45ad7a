import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Search20261124 } from './20261124-search.js';

/** A search costs less, most of all one for parts of words (docs/decisions/0015-search.md). */
export class Find20261130 implements MigrationInterface {
  name = 'Find1796018400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FINDING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function find, newest_seats, entries_for; drop type search_place; drop aggregate all_of(tsquery);
      create function all_of(queries tsquery[]) returns tsquery language sql immutable parallel safe as $$ select array_to_string(array(select '(' || q::text || ')' from unnest(queries) q), ' & ')::tsquery $$;
      revoke all on function all_of from public;
    `);
    // What it was stands in the migration that made it.
    const finding = async (sql: string) => {
      if (sql.includes('create function find(')) await db.query(sql);
    };
    await new Search20261124().up({ query: finding } as unknown as QueryRunner);
  }
}

const FINDING = `
  drop function find, newest_entries, all_of;
  create aggregate all_of(tsquery) (sfunc = tsquery_and, stype = tsquery);

  -- One's own seats at the dossiers of each list that changed last; the limit is a query so that the planner goes by the list index (reading/ask.ts).
  create function newest_seats(of_record text, most int) returns setof party language sql stable as $$
    select p.* from (select distinct kind from seating where kind = of_record or not exists (select from seating where kind = of_record)) k cross join lateral (
      select * from party where partner_id = (select me.partner()) and kind = k.kind and not former order by at desc, dossier_id desc limit (select most)) p $$;

  create function entries_for(partner uuid, of_record text) returns setof search_entry language sql stable as $$
    select * from search_entry where record = of_record and (audience = '{}' or partner_id = partner or audience @> array[partner]) $$;

  -- A role of the scope: how the index knows who sits as it, and the words that were typed in what is seen there. widest: none of its role sees more; few: she has at most 300 entries as it.
  create type search_place as (role text, own boolean, widest boolean, few boolean, seat tsquery, marks text[], words tsquery[], every tsquery);

  -- Ids of rows of a record in which every word stands in classes that the reader sees by right: whole words before parts, the newest first.
  -- The index is asked for the last weeks, then for more, then for all, so that a frequent word costs no more than a rare one. Words stand beside weeks and seat: joined to them, each row of those weeks would be weighed against every word.
  -- What many words begin with it gathers slowly. So sixty of the newest entries tell which parts are frequent: where these are all that was typed the newest dossiers come first (0 weeks), else the index is asked for the others alone.
  -- Who has fewer than sixty dossiers is answered from these; of a role that is rare with her all entries are looked through.
  -- Which way is gone hangs on what the reader may find alone: the time it takes tells of nothing else.
  -- scope: [{ role, classes, own }]; own: only of what her partner wrote, in which she sees all that she sees of others' at that role, and more.
  create function find(of_record text, typed text, scope jsonb, at_most int) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0 as $$
  declare
    mine uuid := me.partner(); myself uuid := me.person(); newest uuid[] := array(select dossier_id from newest_seats(of_record, 60)); lately text[] := array(select distinct unnest(roles) from newest_seats(null, 60));
    places search_place[]; parts boolean; often int[]; met int; weeks int; since tsquery; rows uuid[]; more uuid[]; found uuid[] := '{}';
  begin
    places := array(
      select (s.role, s.own, s.own or not exists (select from jsonb_to_recordset(scope) as o(role text, own boolean) where o.role = s.role and o.own), n <= 300, seat, marks, null, null)::search_place
      from jsonb_to_recordset(scope) as s(role text, classes text[], own boolean),
        lateral (select quote_literal('#' || mine || s.role)::tsquery seat, array(select m.mark from search_class m where m.record || '.' || m.class = any (s.classes)) marks) m,
        lateral (select case when s.role <> all (lately) then (select count(*) from (select from search_entry where words @@ seat limit 301) e) end n) n
      where marks <> '{}' and n is distinct from 0);
    foreach parts in array array[false, true] loop
      places := array(select (role, own, widest, few, seat, marks, q, (select all_of(word) from unnest(q) word))::search_place from unnest(places) p, lateral (select search_queries(typed, p.marks, parts) q offset 0) q);
      exit when places = '{}' or places[1].words = '{}';
      often := '{}';
      more := '{}';
      if parts then
        with hit as materialized (
          select e.row_id, w.n from (select * from entries_for(mine, of_record) where dossier_id = any (newest) order by at desc limit 60) e, unnest(places) p, unnest(p.words) with ordinality w (q, n)
          where p.widest and e.words @@ p.seat and e.words @@ w.q)
        select array(select n from hit group by n having count(*) >= 6), (select count(*) from (select from hit group by row_id having count(distinct n) = cardinality(places[1].words)) h) into often, met;
      end if;
      foreach weeks in array case when cardinality(newest) < 60 then '{0}'::int[] when not parts then '{2,13,null}' when met >= 3 then '{0,13,52,null}' when met > 0 or cardinality(places[1].words) - cardinality(often) <= 1 then '{13,52,null}' else '{null}' end loop
        if weeks = 0 then
          rows := array(
            select row_id from entries_for(mine, of_record) e
            where dossier_id in (select s.dossier_id from newest_seats(of_record, 300) s) and exists (select from unnest(places) p where e.words @@ p.every) order by at desc, found_id);
        else
          since := (select string_agg(to_char(now() - w * interval '1 week', '"@"IYYYIW'), ' | ') from generate_series(0, weeks - 1) w);
          rows := array(
            select e.row_id from unnest(places) p
              cross join lateral (select case when few then seat else coalesce((select all_of(w.q) from unnest(p.words) with ordinality w (q, n) where n <> all (often)), every) end asked offset 0) a
              cross join lateral (select row_id, found_id, at from entries_for(mine, of_record) where words @@ coalesce(seat && since, asked) and words @@ case when since is null then seat else asked end offset 0) e
            where widest group by e.row_id, e.at, e.found_id order by e.at desc, e.found_id);
        end if;
        more := array(
          select f.found_id from (select * from unnest(rows) with ordinality r (id, n) order by n offset 0) r cross join lateral (
            select e.found_id from search_entry e, party p, unnest(places) s
            where e.row_id = r.id and p.dossier_id = e.dossier_id and p.partner_id = mine and not p.former and p.until > now() and p.roles @> array[s.role] and (e.partner_id = mine or not s.own) and e.words @@ s.every
              and not exists (select from exclusion x where x.dossier_id = e.dossier_id and x.person_id = myself) limit 1) f
          order by r.n limit at_most);
        exit when cardinality(more) >= at_most;
      end loop;
      found := found || array(select id from unnest(more) with ordinality m (id, n) where id <> all (found) group by id order by min(n));
      exit when cardinality(found) >= at_most;
    end loop;
    return query select unnest(found[:at_most]); end $$;
  revoke all on function find, newest_seats, entries_for, all_of from public;
  grant execute on function find to portal;
`;
