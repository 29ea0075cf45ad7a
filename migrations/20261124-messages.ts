import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages on a dossier, and short questions to another partner that are no referral (BR-W3). */
export class Messages20261124 implements MigrationInterface {
  name = 'Messages1795503600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CONSULTS);
    await db.query(MESSAGES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table message;
      drop function keep_message, contact_here, know_each_other, readers_of;
      drop table consult;
      delete from seating where kind = 'Consult';
    `);
  }
}

const CONSULTS = `
  insert into seating (kind, by_role, seats, becomes) values ('Consult', 'OPENER', 'SENDER', null), ('Consult', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER');

  -- Who asks stands in columns of its own, empty when the question is anonymous: what a receiver reads holds nothing to hide then.
  create table consult (
    id uuid primary key references dossier,
    version int not null default 1,
    partner_id uuid not null references partner,
    audience uuid[] not null default '{}',
    number text not null,
    state text not null,
    receiver_id uuid not null references partner check (receiver_id <> partner_id),
    anonymous boolean not null,
    asker_id uuid, asker_name text,
    person_id uuid not null, asked_by text not null,
    question text not null check (length(question) <= 1000),
    asked_at timestamptz not null, due timestamptz,
    answer text check (length(answer) <= 1000), answered_at timestamptz, answered_by text,
    closed_at timestamptz,
    adults int, children int, household_note text check (length(household_note) <= 1000),
    check (case when anonymous then asker_id is null and asker_name is null else asker_id is not distinct from partner_id and asker_name is not null end),
    unique (partner_id, number)
  );
  call wall('consult', 'id');
  revoke update on consult from portal;
  grant update (state, answer, answered_at, answered_by, due, closed_at, version) on consult to portal;
  create trigger keep_version before update on consult for each row execute function keep_version();
  create trigger follow_arrow before insert or update on consult for each row execute function follow_arrow('Consult');
`;

const MESSAGES = `
  create table message (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null references partner,
    audience uuid[] not null check (audience @> array[partner_id]),
    author_id uuid not null, author_name text not null,
    state text not null,
    urgent boolean not null default false,
    at timestamptz not null,
    reader_ids uuid[] not null default '{}',
    to_partner_ids uuid[] not null default '{}',
    leaves_at timestamptz,
    body text check (length(body) <= 4000),
    check (state = 'DELIVERED' or (audience = array[partner_id] and reader_ids = '{}')),
    check ((state = 'TAKEN_BACK') = (body is null))
  );
  call wall('message', 'dossier_id');
  revoke update on message from portal;
  grant update (state, audience, reader_ids, leaves_at, at, body, version) on message to portal;
  create trigger keep_version before update on message for each row execute function keep_version();
  create trigger follow_arrow before insert or update on message for each row execute function follow_arrow('Message');
  create index message_dossier on message (dossier_id, at);

  -- To whom my partner may write here: whom it seated, who seated it, and fellow receivers of whom it was told. At an anonymous consult nobody.
  create function readers_of(d uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select p.partner_id
    from party mine join party p on p.dossier_id = mine.dossier_id and p.partner_id <> mine.partner_id and p.until > now() and not p.former
    where mine.dossier_id = d and mine.partner_id = me.partner() and mine.until > now()
      and (p.granted_by = mine.partner_id or mine.granted_by = p.partner_id
        or exists (select from answer a where a.dossier_id = d and a.partner_id = mine.partner_id and p.partner_id = any (a.fellow_ids)))
      and not exists (select from exclusion x where x.dossier_id = d and x.person_id = me.person())
      and not exists (select from consult c where c.id = d and c.anonymous) $$;

  -- Whether each of these, to whom my partner may write, knows that the others sit here.
  create function know_each_other(d uuid, ids uuid[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select ids <@ array(select readers_of(d)) and not exists (
      select from party p, unnest(ids) other
      where p.dossier_id = d and p.partner_id = any (ids) and p.granted_by <> p.partner_id and other not in (p.partner_id, p.granted_by)
        and not exists (select from answer a where a.dossier_id = d and a.partner_id = p.partner_id and other = any (a.fellow_ids))) $$;
  revoke all on function readers_of, know_each_other from public;
  grant execute on function readers_of, know_each_other to portal;

  -- Who of my partner is told first of what is new here: its fixed contact person, or who asked. Sees what my partner sees.
  create function contact_here(d uuid) returns uuid language sql stable as $$
    select p.id from person p where p.active and p.id = coalesce(
      (select u.person_id from duty u where u.dossier_id = d and u.partner_id = me.partner() and u.role = 'CONTACT' and u.until = 'infinity'),
      (select r.sender_id from referral r where r.id = d and r.partner_id = me.partner()),
      (select c.person_id from consult c where c.id = d and c.partner_id = me.partner())) $$;
  revoke all on function contact_here from public;
  grant execute on function contact_here to portal;

  -- Nobody changes a message that left; it reaches only whom its partner may write to; what was taken back is gone.
  create function keep_message() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and (old.state <> 'WAITING' or (new.body is distinct from old.body and new.body is not null)) then
      raise exception 'a message is not changed' using errcode = 'P0001';
    end if;
    if exists (select from unnest(new.audience) reader where reader <> new.partner_id and reader not in (select readers_of(new.dossier_id))) then
      raise exception 'no such reader' using errcode = 'P0002';
    end if;
    return new; end $$;
  create trigger keep_message before insert or update on message for each row execute function keep_message();
`;
