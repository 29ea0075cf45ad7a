import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every dossier has, clients, and the first kind of referral. */
export class Referrals20261124 implements MigrationInterface {
  name = 'Referrals1795485600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      insert into seating (kind, by_role, seats, becomes) values
        ('Client', 'OPENER', 'OWNER', null), ('Referral', 'OPENER', 'SENDER', null), ('Referral', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER');

      create table note (
        id uuid primary key,
        version int not null default 1,
        dossier_id uuid not null references dossier,
        partner_id uuid not null,
        audience uuid[] not null default '{}',
        author_id uuid not null,
        data_class text not null check (data_class in ('HEALTH', 'JUDICIAL', 'PRIVATE_NOTE')),
        body text not null check (length(body) <= 4000),
        changed_at timestamptz not null default now()
      );
      call wall('note', 'dossier_id');
      -- The hardest laws stand in the second wall too (decisions 5).
      create policy secrecy on note as restrictive to portal using (data_class not in ('HEALTH', 'JUDICIAL') or (select me.regime()) = 'PROFESSIONAL_SECRECY');
      create policy author on note as restrictive to portal using (data_class <> 'PRIVATE_NOTE' or author_id = (select me.person()));
      create trigger keep_version before update on note for each row execute function keep_version();
      create index note_dossier on note (dossier_id);
      create unique index note_once on note (dossier_id, partner_id, data_class) where data_class <> 'PRIVATE_NOTE';

      create table timeline_entry (
        id uuid primary key,
        dossier_id uuid not null references dossier,
        partner_id uuid not null,
        audience uuid[] not null default '{}',
        person_name text not null,
        at timestamptz not null,
        event text not null,
        text text,
        outcome text,
        due timestamptz
      );
      call wall('timeline_entry', 'dossier_id');
      revoke update on timeline_entry from portal;
      create index timeline_dossier on timeline_entry (dossier_id, at);

      create table client (
        id uuid primary key references dossier,
        version int not null default 1,
        partner_id uuid not null,
        audience uuid[] not null default '{}',
        opened_at timestamptz not null default now(),
        source_referral_id uuid,
        source_partner_id uuid,
        given_name text, family_name text, birth_date date, cir_number text,
        phone text, email text, street text, postcode text, municipality text, language text, contact_note text,
        adults int, children int, household_note text,
        representative_name text, representative_kind text, representative_scope text, representative_until date, representative_phone text
      );
      call wall('client', 'id');
      create trigger keep_version before update on client for each row execute function keep_version();
      create index client_born on client (birth_date);
      create index client_name on client using gin (fold(coalesce(given_name, '') || ' ' || coalesce(family_name, '')) gin_trgm_ops);

      -- Which shared dossiers are about which of one's own clients: hangs on the client, so its owner alone sees it.
      create table client_file (
        id uuid primary key,
        dossier_id uuid not null references client,
        about_id uuid not null references dossier,
        partner_id uuid not null,
        audience uuid[] not null default '{}',
        unique (partner_id, about_id)
      );
      call wall('client_file', 'dossier_id');
      create index client_file_client on client_file (dossier_id);

      create table agreement (
        id uuid primary key,
        dossier_id uuid not null references client,
        partner_id uuid not null,
        audience uuid[] not null default '{}',
        about_id uuid not null references dossier,
        receiver_id uuid not null references partner,
        classes text[] not null,
        purpose text not null,
        told_that boolean not null check (told_that), told_purpose boolean not null check (told_purpose),
        told_whom boolean not null check (told_whom), told_content boolean not null check (told_content),
        agreed_by text not null, agreed_name text not null, way text not null, agreed_on date not null,
        until date not null
      );
      call wall('agreement', 'dossier_id');
      revoke update on agreement from portal;
      alter table share add foreign key (agreement_id) references agreement;

      create table referral (
        id uuid primary key references dossier,
        version int not null default 1,
        partner_id uuid not null references partner,
        audience uuid[] not null default '{}',
        number text not null,
        state text not null,
        type text not null,
        urgent boolean not null default false,
        sender_id uuid not null,
        sender_name text not null,
        receiver_id uuid references partner,
        question text,
        agreed_on date, agreed_way text,
        drafted_at timestamptz not null, changed_at timestamptz not null, delivered_at timestamptz, closed_at timestamptz,
        given_name text, family_name text, birth_date date,
        phone text, email text, street text, postcode text, municipality text, language text, contact_note text,
        adults int, children int, household_note text,
        income_source text, income_note text,
        debts_note text,
        housing_situation text, housing_note text, housing_wishes text,
        unique (partner_id, number)
      );
      call wall('referral', 'id');
      create trigger keep_version before update on referral for each row execute function keep_version();
      create trigger follow_arrow before insert or update on referral for each row execute function follow_arrow('Referral');
      create index referral_born on referral (birth_date);
      create index referral_name on referral using gin (fold(coalesce(given_name, '') || ' ' || coalesce(family_name, '')) gin_trgm_ops);

      create table answer (
        id uuid primary key,
        version int not null default 1,
        dossier_id uuid not null references referral,
        partner_id uuid not null references partner,
        from_partner_id uuid not null references partner,
        audience uuid[] not null default '{}',
        state text not null,
        delivered_at timestamptz not null,
        read_at timestamptz,
        term_from timestamptz, due timestamptz,
        contact_person_id uuid, contact_name text,
        accepted_at timestamptz, ended_at timestamptz,
        reject_reason text, reject_text text, advice text, kept_ground text,
        unique (dossier_id, partner_id)
      );
      call wall('answer', 'dossier_id');
      create trigger keep_version before update on answer for each row execute function keep_version();
      create trigger follow_arrow before insert or update on answer for each row execute function follow_arrow('Answer');

      -- Search by name: full text and ILIKE lose their index under row-level security (stack 30), so these run as the owner
      -- and give ids of dossiers at which my partner sits in a role that reads names by right.
      -- A name is compared in a query that joins the seat: of two guarded tables PostgreSQL checks the owner's policy once, before
      -- all rows; of one alone at each row, and then it takes no index for a comparison that it does not trust.

      -- Frequent words are found among the newest clients, rare ones by the index, which needs three letters of a word.
      create function find_clients(words text, seats text[], at_most int) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
        with asked as materialized (
          select array_agg('%' || w || '%' order by length(w) desc) words, max(length(w)) < 3 short
          from regexp_split_to_table(replace(replace(replace(fold(words), '\\', '\\\\'), '%', '\\%'), '_', '\\_'), ' ') w),
        newest as materialized (
          select c.id, p.at
          from (select p.* from party p where p.partner_id = me.partner() and p.kind = 'Client' and not p.former and p.until > now()
            order by p.at desc, p.dossier_id desc limit (select case when not short then 4000 end from asked)) p
          join client c on c.id = p.dossier_id
          where p.roles && seats and fold(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) like all ((select words from asked)::text[])
            and not exists (select from exclusion x where x.dossier_id = c.id and x.person_id = me.person())
          order by p.at desc, p.dossier_id desc limit at_most),
        enough as materialized (select short or (select count(*) from newest) >= at_most yes from asked),
        anywhere as (
          select c.id, p.at
          from asked a, client c join party p on p.dossier_id = c.id and p.partner_id = me.partner() and p.until > now() and p.roles && seats
          where not (select yes from enough)
            and fold(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) like a.words[1]
            and fold(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) like coalesce(a.words[2], a.words[1])
            and (a.words[3] is null or fold(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) like all (a.words))
            and not exists (select from exclusion x where x.dossier_id = c.id and x.person_id = me.person()))
        select id from (select id, at from newest where (select yes from enough) union all select id, at from anywhere) found order by at desc limit at_most $$;

      create function resembling(given text, family text, born date, of_kind text, seats text[], at_most int) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
        select set_config('pg_trgm.similarity_threshold', '0.5', true);
        with typed as materialized (select fold(given || ' ' || family) name),
        named as (
          select c.id, c.birth_date, fold(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) name
          from typed t, client c join party p on p.dossier_id = c.id and p.partner_id = me.partner() and p.until > now() and p.roles && seats
          where of_kind = 'Client' and (fold(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) % t.name or c.birth_date = born)
          union all
          select r.id, r.birth_date, fold(coalesce(r.given_name, '') || ' ' || coalesce(r.family_name, ''))
          from typed t, referral r join party p on p.dossier_id = r.id and p.partner_id = me.partner() and p.until > now() and p.roles && seats
          where of_kind = 'Referral' and (fold(coalesce(r.given_name, '') || ' ' || coalesce(r.family_name, '')) % t.name or r.birth_date = born))
        select n.id from typed t, named n
        where (similarity(n.name, t.name) > 0.5 or (n.birth_date = born and similarity(n.name, t.name) > 0.25))
          and not exists (select from exclusion x where x.dossier_id = n.id and x.person_id = me.person())
        order by similarity(n.name, t.name) desc, n.id limit at_most $$;
      revoke all on function find_clients, resembling from public;
      grant execute on function find_clients, resembling to portal;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function find_clients, resembling;
      drop table answer, referral;
      alter table share drop constraint share_agreement_id_fkey;
      drop table agreement, client_file, client, timeline_entry, note;
      delete from seating;
    `);
  }
}
