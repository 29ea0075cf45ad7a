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
      drop function find;
      drop trigger let_read on party; drop function let_read;
      drop trigger keep_words on client; drop trigger keep_words on referral; drop trigger keep_words on consult; drop trigger keep_words on message; drop trigger keep_words on own_number;
      drop function keep_words, words_of;
      drop table search_entry, search_source;
      drop function search_query, search_word, digits_of;
    `);
  }
}

const WORDS = `
  -- A telephone number as it is dialled in Belgium, whatever stands between its digits.
  create function digits_of(typed text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(regexp_replace(typed, '[^0-9]', '', 'g'), '^(00)?32(?=[1-9][0-9]{7,8}$)', '0') $$;

  -- One word as it may stand in any of the classes ('Referral.CORE'), whole (weight A) or also as a part.
  create function search_word(word text, classes text[], parts boolean) returns tsquery language sql stable parallel safe set search_path = public, pg_temp as $$
    select string_agg(quote_literal(c || '/' || word) || case when not parts then ':A' when length(word) > 2 then ':*' else '' end, ' | ')::tsquery from unnest(classes) c $$;

  -- Every word that was typed; digits that follow each other also as one number. Words that say nothing count only when there is nothing else.
  create function search_query(typed text, classes text[], parts boolean) returns tsquery language plpgsql stable set search_path = public, pg_temp as $$
  declare
    word text; stem text; plain tsquery; query tsquery; idle tsquery; run text := ''; run_query tsquery;
  begin
    foreach word in array (regexp_split_to_array(fold(left(typed, 100)), '[\\s[:punct:]]+'))[:12] || ''::text loop
      if word !~ '^[0-9]+$' and run <> '' then
        query := coalesce(query && run_query, run_query);
        run := '';
      end if;
      continue when word = '';
      stem := (ts_lexize('dutch_stem', word))[1];
      plain := search_word(word, classes, parts);
      if word ~ '^[0-9]+$' then
        run_query := case when run = '' then plain else search_word(digits_of(run || word), classes, parts) || (run_query && plain) end;
        run := run || word;
      elsif stem is null then idle := coalesce(idle && plain, plain);
      else
        if stem <> word then plain := plain || search_word(stem, classes, parts); end if;
        query := coalesce(query && plain, plain);
      end if;
    end loop;
    return coalesce(query, idle); end $$;
  revoke all on function digits_of, search_word, search_query from public;
`;

const TABLES = `
  -- Which columns of which record are found, by their class; checked against the records when the portal starts (database-checks.ts).
  create table search_source (record text, class text, kind text check (kind in ('NAME', 'TEXT', 'NUMBER', 'DAY')), columns text[] not null, primary key (record, class, kind));
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
    readers uuid[] not null,
    words tsvector not null,
    at timestamptz not null default now()
  );
  -- at: when it came; a change moves nothing, for it would tell of what is hidden.
  -- No role but the owner gets at it; a policy with a condition would cost its functions the index (stack 30).
  alter table search_entry enable row level security;
  alter table search_entry force row level security;
  create policy house on search_entry to woonbrug_owner using (true);
  create index search_entry_dossier on search_entry (dossier_id);
  create index search_entry_words on search_entry using gin (words, readers);
`;

const FILLING = `
  -- Lexemes name their record and class. Of a name its words, of a text their stems too, of both what a compound ends in (weight D); numbers and days as people type them.
  create function words_of(of_record text, written jsonb) returns tsvector language sql stable set search_path = public, pg_temp as $$
    with said as (select s.class, s.kind, written ->> c as text from search_source s, unnest(s.columns) c where s.record = of_record and written ->> c is not null),
    word as (
      select class, left(form, 60) w from said, regexp_split_to_table(fold(text), '[\\s[:punct:]]+') w, unnest(case kind when 'NAME' then array[w] else array[(ts_lexize('dutch_stem', w))[1], case when ts_lexize('dutch_stem', w) <> '{}' then w end] end) form where kind in ('NAME', 'TEXT') and w <> '' and form <> ''
      union select class, digits_of(text) from said where kind = 'NUMBER'
      union select class, to_char(text::date, f) from said, unnest(array['DDMMYYYY', 'YYYYMMDD', 'FMDDFMMMYYYY']) f where kind = 'DAY'),
    part as (select class, w, 'A' weight from word where w <> '' union all select class, substr(w, i), 'D' from word, generate_series(3, length(w) - 3) i)
    select coalesce(string_agg(quote_literal(of_record || '.' || class || '/' || w) || ':1' || weight, ' '), '')::tsvector from part $$;

  create function keep_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    d uuid := to_jsonb(new) ->> tg_argv[1];
    written jsonb := to_jsonb(new);
  begin
    if tg_op = 'DELETE' then
      delete from search_entry where row_id = old.id;
      return null;
    end if;
    if tg_op = 'UPDATE' and new.audience = old.audience
      and not exists (select from search_source s, unnest(s.columns) c where s.record = tg_argv[0] and written -> c is distinct from to_jsonb(old) -> c) then return null; end if;
    -- An own number leads to its dossier.
    insert into search_entry (row_id, record, found_id, dossier_id, partner_id, audience, readers, words)
      values (new.id, case tg_argv[0] when 'OwnNumber' then (select o.kind from dossier o where o.id = d) else tg_argv[0] end, case tg_argv[0] when 'OwnNumber' then d else new.id end, d, new.partner_id, new.audience, array(select p.partner_id from party p where p.dossier_id = d), words_of(tg_argv[0], written))
      on conflict (row_id) do update set audience = excluded.audience, words = excluded.words;
    return null; end $$;
  create trigger keep_words after insert or update or delete on client for each row execute function keep_words('Client', 'id');
  create trigger keep_words after insert or update or delete on referral for each row execute function keep_words('Referral', 'id');
  create trigger keep_words after insert or update or delete on consult for each row execute function keep_words('Consult', 'id');
  create trigger keep_words after insert or update or delete on message for each row execute function keep_words('Message', 'dossier_id');
  create trigger keep_words after insert or update or delete on own_number for each row execute function keep_words('OwnNumber', 'dossier_id');

  -- Readers serve the index alone: what may be found is asked of the seat.
  create function let_read() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    update search_entry set readers = readers || new.partner_id where dossier_id = new.dossier_id and not readers @> array[new.partner_id];
    return null; end $$;
  create trigger let_read after insert on party for each row execute function let_read();
`;

const FINDING = `
  -- Ids of rows of a record in which every word stands in classes that the reader sees by right: whole words before parts, the newest first.
  -- Frequent words are found among the newest dossiers, rare ones by the index; the limit is a query so that the planner goes by the list index (reading/ask.ts).
  -- scope: [{ role, classes, own }]; own: only of what her partner wrote.
  create function find(of_record text, typed text, scope jsonb, at_most int) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0 as $$
  declare
    mine uuid := me.partner(); myself uuid := me.person(); parts boolean; found uuid[] := '{}'; more uuid[];
    of_roles text[]; of_own boolean[]; queries tsquery[]; any_query tsquery;
    kinds text[] := array(select distinct kind from seating where kind = of_record or not exists (select from seating where kind = of_record));
  begin
    foreach parts in array array[false, true] loop
      select array_agg(s.role), array_agg(s.own), array_agg(s.query) into of_roles, of_own, queries
        from (select role, own, search_query(typed, classes, parts) query from jsonb_to_recordset(scope) as s(role text, classes text[], own boolean)) s where s.query is not null;
      exit when queries is null;
      any_query := array_to_string(array(select '(' || q::text || ')' from unnest(queries) q), ' | ')::tsquery;
      more := array(
        select e.found_id from unnest(kinds) k (kind) cross join lateral (
          select p.* from party p where p.partner_id = mine and p.kind = k.kind and not p.former and p.until > now() order by p.at desc, p.dossier_id desc limit (select 1000)) p
        join search_entry e on e.dossier_id = p.dossier_id
        where e.record = of_record and (e.audience = '{}' or e.partner_id = mine or e.audience @> array[mine])
          and exists (select from unnest(of_roles, of_own, queries) s (role, own, query) where p.roles @> array[s.role] and (e.partner_id = mine or not s.own) and e.words @@ s.query)
          and not exists (select from exclusion x where x.dossier_id = e.dossier_id and x.person_id = myself)
        order by e.at desc, e.found_id limit at_most);
      if cardinality(more) < at_most then
        more := array(
          select e.found_id from (
            select row_id, found_id, dossier_id, partner_id, at from search_entry where words @@ any_query and readers @> array[mine] and record = of_record and (audience = '{}' or partner_id = mine or audience @> array[mine]) order by at desc, found_id offset 0) e
          where exists (
              select from party p, search_entry w, unnest(of_roles, of_own, queries) s (role, own, query)
              where w.row_id = e.row_id and p.dossier_id = e.dossier_id and p.partner_id = mine and not p.former and p.until > now() and p.roles @> array[s.role] and (e.partner_id = mine or not s.own) and w.words @@ s.query
              offset 0)
            and not exists (select from exclusion x where x.dossier_id = e.dossier_id and x.person_id = myself)
          order by e.at desc, e.found_id limit at_most);
      end if;
      found := found || array(select id from unnest(more) with ordinality m (id, n) where id <> all (found) group by id order by min(n));
      exit when cardinality(found) >= at_most;
    end loop;
    return query select unnest(found[:at_most]); end $$;
  revoke all on function find, words_of from public;
  grant execute on function find to portal;
`;
