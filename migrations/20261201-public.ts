import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two ways in for people without an account: a link to sign one text with, and the form for private landlords (BR-W8, BR-M9, A88). */
export class Public20261201 implements MigrationInterface {
  name = 'Public1796083400000';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [LINKS, FORM]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function keep_pending_signal, due_signal_mails, take_signal_mail, end_signal_mail, pending_signal_at, confirm_pending_signal, drop_pending_signals;
      drop table pending_signal;
      drop function signing_link_at;
      drop table signing_link;
      update tension_signal set person_id = '00000000-0000-0000-0000-000000000000' where person_id is null;
      alter table tension_signal alter column person_id set not null;
    `);
  }
}

/** The address is the secret: only its hash is kept. One link per party and text works at a time. */
const LINKS = `
  create table signing_link (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null,
    audience uuid[] not null default '{}',
    settlement_id uuid not null references settlement,
    party_id uuid not null references mediation_party,
    secret_hash text not null unique,
    made_at timestamptz not null, made_by text not null,
    until timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
  );
  call wall('signing_link', 'dossier_id');
  revoke update on signing_link from portal;
  grant update (used_at, revoked_at, version) on signing_link to portal;
  create trigger keep_version before update on signing_link for each row execute function keep_version();
  create unique index signing_link_once on signing_link (settlement_id, party_id) where used_at is null and revoked_at is null;
  create index signing_link_dossier on signing_link (dossier_id);

  -- Whoever brings a secret has nobody's token: which text it opens and for whom, as long as that text may be signed by her.
  create function signing_link_at(of_hash text, moment timestamptz) returns table (id uuid, dossier_id uuid, partner_id uuid, settlement_id uuid, party_id uuid, until timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.id, l.dossier_id, l.partner_id, l.settlement_id, l.party_id, l.until from signing_link l
      join settlement s on s.id = l.settlement_id and s.state = 'OFFERED'
      join mediation_case c on c.id = l.dossier_id and c.state = 'SETTLEMENT_DRAFT'
      join mediation_party p on p.id = l.party_id and (p.side = 'LANDLORD' or p.answer = 'AGREED')
    where l.secret_hash = of_hash and l.used_at is null and l.revoked_at is null and l.until > moment
      and not exists (select from settlement_signature g where g.settlement_id = l.settlement_id and g.party_id = l.party_id) $$;
  revoke all on function signing_link_at from public;
  grant execute on function signing_link_at to portal;
`;

/**
 * What somebody reported and did not confirm yet belongs to nobody: no role reads the table, and its functions give no more than one step needs.
 * How much one address and all together may leave behind is counted here, so that it holds for every process; past it nothing is kept, and nobody is told.
 */
const FORM = `
  alter table tension_signal alter column person_id drop not null;

  create table pending_signal (
    id uuid primary key,
    partner_id uuid not null references partner,
    email text check (email ~ '^[^[:space:][:cntrl:]<>,;:"()\\[\\]@]+@[^[:space:][:cntrl:]<>,;:"()\\[\\]@]+$' and length(email) <= 120),
    content jsonb,
    -- One per mail that may have left: each of them confirms.
    secret_hashes text[] not null default '{}',
    made_at timestamptz not null,
    next_at timestamptz not null,
    tries int not null default 0,
    mailed_at timestamptz,
    confirmed_at timestamptz,
    check ((confirmed_at is null) = (content is not null) and (confirmed_at is null) = (email is not null))
  );
  call guard('pending_signal');
  create index pending_signal_secret on pending_signal using gin (secret_hashes);
  create index pending_signal_mail on pending_signal (next_at) where mailed_at is null and confirmed_at is null;
  create index pending_signal_made on pending_signal (made_at);

  create function keep_pending_signal(of_id uuid, of_partner uuid, address text, says jsonb, per_address int, together int, moment timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$ begin
    perform pg_advisory_xact_lock(hashtext('pending_signal'));
    if (select count(*) from pending_signal p where p.confirmed_at is null and lower(p.email) = lower(address) and p.made_at > moment - interval '24 hours') >= per_address
      or (select count(*) from pending_signal p where p.confirmed_at is null and p.made_at > moment - interval '48 hours') >= together then return; end if;
    insert into pending_signal (id, partner_id, email, content, made_at, next_at) values (of_id, of_partner, address, says, moment, moment) on conflict (id) do nothing; end $$;

  create function due_signal_mails(most_tries int, at_most int, moment timestamptz) returns table (id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select p.id from pending_signal p where p.mailed_at is null and p.confirmed_at is null and p.tries < most_tries and p.next_at <= moment and p.made_at > moment - interval '48 hours'
    order by p.made_at, p.id limit at_most $$;

  -- One worker gets it; another finds it put off.
  create function take_signal_mail(of_id uuid, hash text, most_tries int, next_at timestamptz, moment timestamptz) returns text language sql security definer set search_path = public, pg_temp as $$
    update pending_signal p set tries = p.tries + 1, next_at = take_signal_mail.next_at, secret_hashes = p.secret_hashes || hash
    where p.id = of_id and p.mailed_at is null and p.confirmed_at is null and p.tries < most_tries and p.next_at <= moment and p.made_at > moment - interval '48 hours'
    returning p.email $$;

  -- Sent, or never to be.
  create function end_signal_mail(of_id uuid, moment timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
    update pending_signal p set mailed_at = moment where p.id = of_id and p.mailed_at is null $$;

  create function pending_signal_at(hash text, moment timestamptz) returns table (id uuid, partner_id uuid, confirmed boolean) language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, p.partner_id, p.confirmed_at is not null from pending_signal p where p.secret_hashes @> array[hash] and p.made_at > moment - interval '48 hours' $$;

  -- Gives what was reported once, in the transaction that makes the signal of it; what stays is that it was confirmed.
  create function confirm_pending_signal(of_id uuid, hash text, moment timestamptz) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
  declare says jsonb; begin
    select p.content into says from pending_signal p where p.id = of_id and p.secret_hashes @> array[hash] and p.partner_id = me.partner() and p.confirmed_at is null and p.made_at > moment - interval '48 hours' for update;
    if says is not null then update pending_signal p set confirmed_at = moment, content = null, email = null where p.id = of_id; end if;
    return says; end $$;

  create function drop_pending_signals(moment timestamptz) returns int language plpgsql security definer set search_path = public, pg_temp as $$ declare n int; begin
    delete from pending_signal p where p.made_at <= moment - interval '48 hours';
    get diagnostics n = row_count;
    return n; end $$;

  revoke all on function keep_pending_signal, due_signal_mails, take_signal_mail, end_signal_mail, pending_signal_at, confirm_pending_signal, drop_pending_signals from public;
  grant execute on function keep_pending_signal, due_signal_mails, take_signal_mail, end_signal_mail, pending_signal_at, confirm_pending_signal, drop_pending_signals to portal;
`;
