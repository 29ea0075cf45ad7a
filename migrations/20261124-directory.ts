import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partners, their protocols, their people and mandates; and the memory of the embedded sign-in. */
export class Directory20261124 implements MigrationInterface {
  name = 'Directory1795482000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table municipality (nis text primary key, name text not null, postcodes text[] not null, region text not null);
      create table partner (
        id uuid primary key,
        key text not null unique,
        region text not null,
        name text not null,
        short_name text not null,
        kind text not null,
        regime text not null,
        parent_id uuid references partner,
        municipalities text[] not null default '{}',
        protocol_area text[] not null default '{}',
        company_area text[] not null default '{}',
        closing_days date[] not null default '{}'
      );
      create table exchange_protocol (
        id uuid primary key,
        from_partner_id uuid not null references partner,
        to_partner_id uuid not null references partner,
        purpose text not null,
        classes text[] not null,
        legal_basis text not null,
        state text not null,
        valid_from date not null,
        valid_to date,
        publication_url text,
        unique (from_partner_id, to_partner_id, purpose)
      );
      grant select on municipality, partner, exchange_protocol to portal;

      -- One row per member of a partner's staff; somebody who works for two partners has two rows and one subject.
      create table person (
        id uuid primary key,
        version int not null default 1,
        partner_id uuid not null references partner,
        subject text,
        username text not null,
        name text not null,
        active boolean not null default true,
        unique (partner_id, username),
        unique (id, partner_id)
      );
      create index person_subject on person (subject);
      create index person_username on person (username);
      create table mandate (
        id uuid primary key,
        version int not null default 1,
        partner_id uuid not null,
        person_id uuid not null,
        role text not null,
        municipality text,
        since date not null,
        until date check (until >= since),
        foreign key (person_id, partner_id) references person (id, partner_id)
      );
      create index mandate_person on mandate (person_id);
      create index mandate_partner on mandate (partner_id, role);

      call guard('person');
      call guard('mandate');
      grant select, insert, update (name, active, version) on person to portal;
      grant select, insert, update (until, version) on mandate to portal;
      create policy staff on person to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
      create policy staff on mandate to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
      create trigger keep_version before update on person for each row execute function keep_version();
      create trigger keep_version before update on mandate for each row execute function keep_version();

      -- The calendar day where the partners are.
      create function today() returns date language sql stable return (now() at time zone 'Europe/Brussels')::date;

      -- BR-W9: whatever is changed, each partner that had an admin keeps one.
      create function keep_admin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
        perform pg_advisory_xact_lock(hashtextextended('admins ' || new.partner_id, 0));
        perform from mandate m join person p on p.id = m.person_id
          where m.partner_id = new.partner_id and m.role = 'PARTNER_ADMIN' and p.active and m.since <= today() and m.until is null;
        if not found then raise exception 'last admin' using errcode = 'P0003'; end if;
        return null; end $$;
      create trigger keep_admin after update on mandate for each row when (old.role = 'PARTNER_ADMIN' and new.until is distinct from old.until) execute function keep_admin();
      create trigger keep_admin after update on person for each row when (old.active and not new.active) execute function keep_admin();

      -- Sign-in happens before anybody is somebody: these three run as the owner and give one person's own rows.
      create function account_of(name_typed text) returns table (subject text, name text) language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(p.subject, p.username), p.name from person p where p.username = name_typed and p.active limit 1 $$;

      create function capacities_of(token_subject text, token_username text) returns table (id uuid, person_id uuid, person_name text, tied boolean, partner_id uuid, partner_name text, partner_kind text, regime text, role text, municipality text, until date)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.id, p.id, p.name, p.subject is not null, o.id, o.name, o.kind, o.regime, m.role, m.municipality, m.until
        from person p join mandate m on m.person_id = p.id join partner o on o.id = m.partner_id
        where (p.subject = token_subject or (p.subject is null and p.username = token_username and token_username <> '')) and p.active and m.since <= today() and (m.until is null or m.until >= today())
        order by o.name, m.role $$;

      -- The first sign-in ties the account to the person whom an admin named; a tie is never changed afterwards.
      create function tie_account(token_subject text, token_username text) returns void language sql security definer set search_path = public, pg_temp as $$
        update person set subject = token_subject, version = version + 1 where username = token_username and subject is null and token_username <> '' $$;

      revoke all on function account_of, capacities_of, tie_account from public;
      grant execute on function account_of, capacities_of, tie_account to portal;

      create table sign_in (model text not null, id text not null, payload jsonb not null, grant_id text, expires_at timestamptz, primary key (model, id));
      create index on sign_in (grant_id);
      grant select, insert, update, delete on sign_in to portal;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table sign_in;
      drop function account_of, capacities_of, tie_account;
      drop table mandate, person;
      drop function keep_admin, today;
      drop table exchange_protocol, partner, municipality;
    `);
  }
}
