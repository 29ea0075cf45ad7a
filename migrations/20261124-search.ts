import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search by words over what is seen by right, through one function that gives ids (architecture §4). */
export class Search20261124 implements MigrationInterface {
  name = 'Search1795525200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(WORDS);
    await db.query(TABLES);
    await db.query(FILLING);
    await db.query(FINDING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function find, newest_entries;
      drop trigger let_read on party; drop function let_read;
      drop trigger keep_words on client; drop trigger keep_words on referral; drop trigger keep_words on consult; drop trigger keep_words on message; drop trigger keep_words on own_number;
      drop function keep_words, words_of, found_by;
      drop table search_entry, search_source, search_class;
      drop function all_of, search_queries, search_word, digits_of;
    `);
  }
}

const WORDS = `
  -- A telephone number as it is dialled in Belgium, whatever stands between its digits.
  create function digits_of(typed text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(regexp_replace(typed, '[^0-9]', '', 'g'), '^(00)?32(?=[1-9][0-9]{7,8}$)', '0') $$;

  -- One word as it may stand under any of these marks: as a whole word, or as what a word or a part of a compound begins with.
  create function search_word(word text, marks text[], parts boolean) returns tsquery language sql immutable parallel safe set search_path = public, pg_temp as $$
    select string_agg(case when not parts then quote_literal(m || ':' || word) when length(word) < 3 then quote_literal(m || ':' || word) || ' | ' || quote_literal(m || ';' || word) else quote_literal(m || ':' || word) || ':* | ' || quote_literal(m || ';' || word) || ':*' end, ' | ')::tsquery from unnest(marks) m $$;

  -- A query for each word that was typed; digits that follow each other also as one number. Words that say nothing count only when there is nothing else.
  create function search_queries(typed text, marks text[], parts boolean) returns tsquery[] language plpgsql immutable set search_path = public, pg_temp as $$
  declare
    word text; stem text; plain tsquery; queries tsquery[] := '{}'; idle tsquery[] := '{}'; run text := ''; run_query tsquery;
  begin
    foreach word in array (regexp_split_to_array(fold(left(typed, 100)), '[\\s[:punct:]]+'))[:12] || ''::text loop
      if word !~ '^[0-9]+$' and run <> '' then
        queries := queries || run_query;
        run := '';
      end if;
      continue when word = '';
      stem := (ts_lexize('dutch_stem', word))[1];
      plain := search_word(word, marks, parts);
      if word ~ '^[0-9]+$' then
        run_query := case when run = '' then plain else search_word(digits_of(run || word), marks, parts) || (run_query && plain) end;
        run := run || word;
      elsif stem is null then idle := idle || plain;
      else queries := queries || case when stem = word then plain else plain || search_word(stem, marks, parts) end;
      end if;
    end loop;
    return case when queries = '{}' then idle else queries end; end $$;

  create function all_of(queries tsquery[]) returns tsquery language sql immutable parallel safe as $$ select array_to_string(array(select '(' || q::text || ')' from unnest(queries) q), ' & ')::tsquery $$;
  revoke all on function digits_of, search_word, search_queries, all_of from public;
`;

const TABLES = `
  -- What a lexeme begins with instead of the names of its record and class: short, for there are a hundred in a row.
  create table search_class (record text, class text, mark text not null unique check (mark ~ '^[a-z]{2}$'), primary key (record, class));
  grant select on search_class to portal;
  insert into search_class (record, class, mark) values
    ('Client', 'IDENTITY', 'ci'), ('Client', 'CONTACT', 'cc'), ('Client', 'ADDRESS', 'ca'), ('Client', 'HOUSEHOLD', 'ch'),
    ('Referral', 'CORE', 'rr'), ('Referral', 'IDENTITY', 'ri'), ('Referral', 'CONTACT', 'rc'), ('Referral', 'ADDRESS', 'ra'), ('Referral', 'HOUSEHOLD', 'rh'), ('Referral', 'INCOME', 'rm'), ('Referral', 'DEBTS', 'rd'),
    ('Referral', 'HOUSING', 'rw'), ('Referral', 'HOUSING_WISHES', 'rv'), ('Referral', 'HOUSING_TECHNICAL', 'rt'), ('Consult', 'CORE', 'qq'), ('Consult', 'HOUSEHOLD', 'qh'), ('Message', 'MESSAGE', 'mm'), ('OwnNumber', 'CORE', 'nn');

  -- Which columns of which record are found, by their class; checked against the records when the portal starts (database-checks.ts).
  create table search_source (record text, class text, kind text check (kind in ('NAME', 'TEXT', 'NUMBER', 'DAY')), columns text[] not null, primary key (record, class, kind), foreign key (record, class) references search_class);
  grant select on search_source to portal;
  insert into search_source (record, class, kind, columns) values
    ('Client', 'IDENTITY', 'NAME', '{given_name,family_name,cir_number,representative_name}'), ('Client', 'IDENTITY', 'DAY', '{birth_date}'),
    ('Client', 'CONTACT', 'NAME', '{email}'), ('Client', 'CONTACT', 'TEXT', '{contact_note}'), ('Client', 'CONTACT', 'NUMBER', '{phone,representative_phone}'),
    ('Client', 'ADDRESS', 'NAME', '{street,postcode,municipality}'), ('Client', 'HOUSEHOLD', 'TEXT', '{household_note}'),
    ('Referral', 'CORE', 'NAME', '{number}'), ('Referral', 'CORE', 'TEXT', '{question}'), ('Referral', 'IDENTITY', 'NAME', '{given_name,family_name}'), ('Referral', 'IDENTITY', 'DAY', '{birth_date}'),
    ('Referral', 'CONTACT', 'NAME', '{email}'), ('Referral', 'CONTACT', 'TEXT', '{contact_note}'), ('Referral', 'CONTACT', 'NUMBER', '{phone}'), ('Referral', 'ADDRESS', 'NAME', '{street,postcode,municipality}'),
    ('Referral', 'HOUSEHOLD', 'TEXT', '{household_note}'), ('Referral', 'INCOME', 'TEXT', '{income_note}'), ('Referral', 'DEBTS', 'TEXT', '{debts_note}'), ('Referral', 'HOUSING', 'TEXT', '{housing_note}'),
    ('Referral', 'HOUSING_WISHES', 'TEXT', '{housing_wishes,past_tenancy_note}'), ('Referral', 'HOUSING_TECHNICAL', 'TEXT', '{home_note}'),
    ('Consult', 'CORE', 'NAME', '{number}'), ('Consult', 'CORE', 'TEXT', '{question,answer}'), ('Consult', 'HOUSEHOLD', 'TEXT', '{household_note}'),
    ('Message', 'MESSAGE', 'TEXT', '{body}'), ('OwnNumber', 'CORE', 'NAME', '{number}');

  create table search_entry (
    row_id uuid primary key,
    record text not null,
    found_id uuid not null,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null,
    words tsvector not null,
    at timestamptz not null default now()
  );
  -- at: when it came; a change moves nothing, for it would tell of what is hidden.
  -- No role but the owner gets at it; a policy with a condition would cost its functions the index (stack 30).
  alter table search_entry enable row level security;
  alter table search_entry force row level security;
  create policy house on search_entry to woonbrug_owner using (true);
  create index search_entry_dossier on search_entry (dossier_id);
  create index search_entry_words on search_entry using gin (words);
`;

const FILLING = `
  -- Of a name its words, of a text their stems too, of both what a compound ends in (';'); numbers and days as people type them.
  create function words_of(of_record text, written jsonb) returns tsvector language sql stable set search_path = public, pg_temp as $$
    with said as (select m.mark, s.kind, written ->> c as text from search_source s join search_class m using (record, class), unnest(s.columns) c where s.record = of_record and written ->> c is not null),
    word as (
      select mark, left(form, 60) w from said, regexp_split_to_table(fold(text), '[\\s[:punct:]]+') w, unnest(case kind when 'NAME' then array[w] else array[(ts_lexize('dutch_stem', w))[1], case when ts_lexize('dutch_stem', w) <> '{}' then w end] end) form where kind in ('NAME', 'TEXT') and w <> '' and form <> ''
      union select mark, digits_of(text) from said where kind = 'NUMBER'
      union select mark, to_char(text::date, f) from said, unnest(array['DDMMYYYY', 'YYYYMMDD', 'FMDDFMMMYYYY']) f where kind = 'DAY')
    select array_to_tsvector(coalesce(array_agg(form), '{}')) from (select mark || ':' || w form from word where w <> '' union select mark || ';' || substr(w, i) from word, generate_series(3, length(w) - 3) i) forms $$;

  -- What the index finds an entry by beside its words: the week in which it came, since the newest are looked through first, and who sits or sat there as what.
  create function found_by(came timestamptz, d uuid) returns tsvector language sql stable set search_path = public, pg_temp as $$
    select array_to_tsvector(array[to_char(came, '"@"IYYYIW')] || array(select '#' || p.partner_id || r from party p, unnest(p.roles) r where p.dossier_id = d)) $$;

  create function keep_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    d uuid := to_jsonb(new) ->> tg_argv[1];
    written jsonb := to_jsonb(new);
    said tsvector;
  begin
    if tg_op = 'DELETE' then
      delete from search_entry where row_id = old.id;
      return null;
    end if;
    if tg_op = 'UPDATE' and new.audience = old.audience
      and not exists (select from search_source s, unnest(s.columns) c where s.record = tg_argv[0] and written -> c is distinct from to_jsonb(old) -> c) then return null; end if;
    said := words_of(tg_argv[0], written);
    -- An own number leads to its dossier.
    insert into search_entry (row_id, record, found_id, dossier_id, partner_id, audience, words)
      values (new.id, case tg_argv[0] when 'OwnNumber' then (select o.kind from dossier o where o.id = d) else tg_argv[0] end, case tg_argv[0] when 'OwnNumber' then d else new.id end, d, new.partner_id, new.audience, said || found_by(now(), d))
      on conflict (row_id) do update set audience = excluded.audience, words = said || found_by(search_entry.at, d);
    return null; end $$;
  create trigger keep_words after insert or update or delete on client for each row execute function keep_words('Client', 'id');
  create trigger keep_words after insert or update or delete on referral for each row execute function keep_words('Referral', 'id');
  create trigger keep_words after insert or update or delete on consult for each row execute function keep_words('Consult', 'id');
  create trigger keep_words after insert or update or delete on message for each row execute function keep_words('Message', 'dossier_id');
  create trigger keep_words after insert or update or delete on own_number for each row execute function keep_words('OwnNumber', 'dossier_id');

  -- A seat that is left stays in the words: they serve the index alone, what may be found is asked of the seat.
  create function let_read() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    update search_entry set words = words || found_by(at, dossier_id) where dossier_id = new.dossier_id;
    return null; end $$;
  create trigger let_read after insert or update of roles on party for each row execute function let_read();
`;

const FINDING = `
  -- Entries of a record at the dossiers of one's own list that changed last; the limit is a query so that the planner goes by the list index (reading/ask.ts).
  create function newest_entries(of_record text, dossiers int) returns setof search_entry language sql stable as $$
    select e.* from (select distinct kind from seating where kind = of_record or not exists (select from seating where kind = of_record)) k cross join lateral (
      select p.dossier_id from party p where p.partner_id = (select me.partner()) and p.kind = k.kind and not p.former order by p.at desc, p.dossier_id desc limit (select dossiers)) p
    join search_entry e on e.dossier_id = p.dossier_id and e.record = of_record $$;

  -- Ids of rows of a record in which every word stands in classes that the reader sees by right: whole words before parts, the newest first.
  -- The index is asked for the last two weeks, then for all, so that a frequent word costs no more than a rare one.
  -- What many words begin with it gathers slowly: that is looked for in the newest dossiers first, and of several words only those that are not met there are asked of the index.
  -- Which way is gone hangs on what the reader may find alone: the time it takes tells of nothing else.
  -- scope: [{ role, classes, own }]; own: only of what her partner wrote.
  create function find(of_record text, typed text, scope jsonb, at_most int) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0 as $$
  declare
    mine uuid := me.partner(); myself uuid := me.person(); lately tsquery := array_to_string(array[to_char(now(), '"@"IYYYIW'), to_char(now() - interval '1 week', '"@"IYYYIW')], ' | ')::tsquery; since tsquery;
    of_roles text[]; of_own boolean[]; of_marks text[]; queries tsquery[]; each_word tsquery[]; every tsquery; asked int[]; rough tsquery; parts boolean; found uuid[] := '{}'; more uuid[];
  begin
    select array_agg(s.role), array_agg(s.own), array_agg(s.marks) into of_roles, of_own, of_marks
      from (select s.role, s.own, (select string_agg(m.mark, ' ') from search_class m where m.record || '.' || m.class = any (s.classes)) marks from jsonb_to_recordset(scope) as s(role text, classes text[], own boolean)) s where s.marks <> '';
    foreach parts in array array[false, true] loop
      -- Word by word in whatever is hers at any seat, and all of them at each.
      each_word := search_queries(typed, array(select distinct unnest(string_to_array(m, ' ')) from unnest(of_marks) m), parts);
      exit when each_word = '{}' or of_marks is null;
      queries := array(select all_of(search_queries(typed, string_to_array(m, ' '), parts)) from unnest(of_marks) with ordinality u (m, n) order by n);
      every := all_of(each_word);
      asked := '{}';
      more := '{}';
      if parts then
        with newest as materialized (select * from newest_entries(of_record, 300))
        select array(select n from unnest(each_word) with ordinality u (q, n) where not exists (select from newest w where w.words @@ q)), array(
            select e.found_id from newest e
            where e.words @@ every and (e.audience = '{}' or e.partner_id = mine or e.audience @> array[mine])
              and exists (select from party p, unnest(of_roles, of_own, queries) s (role, own, query) where p.dossier_id = e.dossier_id and p.partner_id = mine and not p.former and p.until > now() and p.roles @> array[s.role] and (e.partner_id = mine or not s.own) and e.words @@ s.query)
              and not exists (select from exclusion x where x.dossier_id = e.dossier_id and x.person_id = myself)
            order by e.at desc, e.found_id limit at_most)
          into asked, more;
      end if;
      rough := array_to_string(array(
        select '(' || all_of(array(select q from unnest(search_queries(typed, marks, parts)) with ordinality u (q, n) where asked = '{}' or n = any (asked)))::text || ') & ' || quote_literal('#' || mine || role)
        from (select role, array_agg(distinct mark) marks from unnest(of_roles, of_marks) s (role, m), unnest(string_to_array(m, ' ')) mark group by role) s), ' | ')::tsquery;
      foreach since in array case when parts and more = '{}' then array[null::tsquery] else array[lately, null] end loop
        exit when cardinality(more) >= at_most;
        more := array(
          select e.found_id from (
            select row_id, found_id, dossier_id, partner_id, at from search_entry
            where words @@ coalesce(rough && since, rough) and record = of_record and (audience = '{}' or partner_id = mine or audience @> array[mine]) order by at desc, found_id offset 0) e
          where exists (
              select from party p, search_entry w, unnest(of_roles, of_own, queries) s (role, own, query)
              where w.row_id = e.row_id and p.dossier_id = e.dossier_id and p.partner_id = mine and not p.former and p.until > now() and p.roles @> array[s.role] and (e.partner_id = mine or not s.own) and w.words @@ s.query
              offset 0)
            and not exists (select from exclusion x where x.dossier_id = e.dossier_id and x.person_id = myself)
          order by e.at desc, e.found_id limit at_most);
      end loop;
      found := found || array(select id from unnest(more) with ordinality m (id, n) where id <> all (found) group by id order by min(n));
      exit when cardinality(found) >= at_most;
    end loop;
    return query select unnest(found[:at_most]); end $$;
  revoke all on function find, newest_entries, words_of, found_by from public;
  grant execute on function find to portal;
`;
