import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that says that there is something, and never what; and who wishes it. */
export class Mail20261124 implements MigrationInterface {
  name = 'Mail1795507200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(NOTICES);
    await db.query(PEOPLE);
    await db.query(MAILS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function due_mails, mail_id;
      drop table mail;
      drop trigger keep_preference on person;
      drop trigger reachable on person;
      drop function keep_preference, reachable;
      drop table mail_preference;
      alter table person drop column email, drop column mail_refused_at;
      ${tell('id, partner_id, person_id, dossier_id, kind, urgent, at', 'of_partner, p.id, d, of_kind, is_urgent, moment')}
      drop index notice_urgent;
      drop policy concerned on notice;
      drop policy seated on notice;
      alter table notice drop column dossier_kind, drop column of_person, drop column of_role;
    `);
  }
}

/** As it stands in the migration of the notices, but for what it writes down. */
const tell = (columns: string, values: string): string => `
  create or replace function tell(of_partner uuid, of_person uuid, of_role text, d uuid, of_kind text, is_urgent boolean, moment timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
    insert into notice (${columns})
    select gen_random_uuid(), ${values}
    from person p
    where of_partner = me.partner() and p.partner_id = of_partner and p.active and p.id is distinct from me.person()
      and (p.id = of_person or p.id in (select stand_ins(of_person))
        or (of_person is null and exists (select from mandate m where m.person_id = p.id and m.role = of_role and m.since <= today() and (m.until is null or m.until >= today()))))
      and not exists (select from exclusion x where x.dossier_id = d and x.person_id = p.id) $$;
`;

/** A partner that left a dossier hears no more of it, not even that there was something. */
const NOTICES = `
  -- No \`exists\`: that would be hashed, over every dossier of the partner, for a page of 25.
  create policy seated on notice as restrictive to portal
    using (dossier_id is null or (select p.until > now() from party p where p.dossier_id = notice.dossier_id and p.partner_id = (select me.partner())));
  create index notice_urgent on notice (at) where urgent and read_at is null;

  -- Why it is hers: as herself or for who is away, or by a role. When that has ended, so has the notice, and the mail that was to tell of it.
  alter table notice add column dossier_kind text, add column of_person uuid, add column of_role text;
  update notice n set dossier_kind = d.kind from dossier d where d.id = n.dossier_id;
  create policy concerned on notice as restrictive to portal using (
    (of_person is null or of_person = (select me.person()) or of_person in (select a.person_id from absence a where a.deputy_id = (select me.person()) and a.cancelled_at is null and today() between a.since and a.until))
    and (of_role is null or of_role in (select m.role from mandate m where m.person_id = (select me.person()) and m.since <= today() and (m.until is null or m.until >= today()))));
  ${tell('id, partner_id, person_id, dossier_id, dossier_kind, of_person, of_role, kind, urgent, at', "of_partner, p.id, d, (select o.kind from dossier o where o.id = d), of_person, case when of_person is null then of_role end, of_kind, is_urgent, moment")}
`;

const PEOPLE = `
  alter table person
    add column email text check (email ~ '^[^[:space:][:cntrl:]<>,;:"()\\[\\]@]+@[^[:space:][:cntrl:]<>,;:"()\\[\\]@]+$' and length(email) <= 254),
    add column mail_refused_at timestamptz;
  grant update (email, mail_refused_at) on person to portal;
  -- What a mail server said of one address says nothing of the next.
  create function reachable() returns trigger language plpgsql as $$ begin
    new.mail_refused_at := null;
    return new; end $$;
  create trigger reachable before update on person for each row when (new.email is distinct from old.email) execute function reachable();

  -- One row per person, under her own id: what she wishes until she says otherwise.
  create table mail_preference (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    person_id uuid not null unique check (person_id = id),
    urgent boolean not null default true,
    digest text not null default 'DAILY' check (digest in ('DAILY', 'NEVER')),
    foreign key (person_id, partner_id) references person (id, partner_id)
  );
  call guard('mail_preference');
  grant select, update (urgent, digest, version) on mail_preference to portal;
  create policy mine on mail_preference to portal using (partner_id = (select me.partner()) and person_id = (select me.person())) with check (partner_id = (select me.partner()) and person_id = (select me.person()));
  create trigger keep_version before update on mail_preference for each row execute function keep_version();

  create function keep_preference() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    insert into mail_preference (id, partner_id, person_id) values (new.id, new.partner_id, new.id);
    return null; end $$;
  create trigger keep_preference after insert on person for each row execute function keep_preference();
  insert into mail_preference (id, partner_id, person_id) select id, partner_id, id from person;
`;

/**
 * A row per mail, under an id that follows from its notice or from its person and day: whoever counts twice finds the same row.
 * Only the clock sees it: no person ever does.
 */
const MAILS = `
  create table mail (
    id uuid primary key,
    version int not null default 1,
    partner_id uuid not null references partner,
    person_id uuid not null,
    kind text not null check (kind in ('URGENT', 'DIGEST')),
    -- No reference: what became of a mail outlives its notice, and a mail without one is dropped.
    notice_id uuid,
    until timestamptz not null,
    state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'DROPPED', 'REFUSED', 'FAILED')),
    queued_at timestamptz not null,
    taken_at timestamptz,
    next_at timestamptz not null,
    ended_at timestamptz,
    tries int not null default 0,
    maybe_twice int not null default 0,
    foreign key (person_id, partner_id) references person (id, partner_id),
    check ((kind = 'URGENT') = (notice_id is not null))
  );
  call guard('mail');
  grant select, insert, update (state, taken_at, next_at, ended_at, tries, maybe_twice, version) on mail to portal;
  create policy clock on mail to portal using (partner_id = (select me.partner()) and (select me.person()) is null) with check (partner_id = (select me.partner()) and (select me.person()) is null);
  create trigger keep_version before update on mail for each row execute function keep_version();
  create index mail_due on mail (next_at) where state in ('QUEUED', 'SENDING');
  create index mail_digest on mail (person_id, until desc) where kind = 'DIGEST';

  create function mail_id(about text) returns uuid language sql immutable return substr(encode(sha256(convert_to(about, 'UTF8')), 'hex'), 1, 32)::uuid;

  -- What the worker must look at: ids only, oldest first. It then looks with each person's own eyes, and finds there whether it may be sent.
  -- Urgent things no older than \`since\`; a digest of what came before \`digest_at\`, for people of these partners (those that work today).
  create function due_mails(moment timestamptz, since timestamptz, digest_at timestamptz, digest_partners uuid[], at_most int)
    returns table (id uuid, partner_id uuid, person_id uuid, kind text, notice_id uuid, dossier_id uuid, until timestamptz, at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    with reachable as (
      select p.id, p.partner_id, w.urgent, w.digest from person p join mail_preference w on w.person_id = p.id where p.active and p.email is not null and p.mail_refused_at is null
    ), fresh as (
      select mail_id('urgent ' || n.id) as id, n.partner_id, n.person_id, 'URGENT' as kind, n.id as notice_id, n.dossier_id, n.at as until, n.at
        from notice n join reachable r on r.id = n.person_id and r.urgent where n.urgent and n.read_at is null and n.at > since and n.at <= moment
          and not exists (select from mail m where m.person_id = n.person_id and m.kind = 'DIGEST' and m.until >= n.at and m.state not in ('REFUSED', 'FAILED'))
      union all
      select mail_id('digest ' || r.id || ' ' || (digest_at at time zone 'Europe/Brussels')::date), r.partner_id, r.id, 'DIGEST', null, null, digest_at, digest_at
        from reachable r where r.digest = 'DAILY' and r.partner_id = any (digest_partners) and digest_at <= moment
          and not exists (select from mail m where m.person_id = r.id and m.kind = 'DIGEST' and m.until >= digest_at)
          and exists (select from notice n where n.person_id = r.id and n.read_at is null and n.at <= digest_at
            and n.at > coalesce((select max(m.until) from mail m where m.person_id = r.id and m.kind = 'DIGEST' and m.state not in ('REFUSED', 'FAILED')), '-infinity')
            and not (n.urgent and r.urgent and (n.at > since or exists (select from mail m where m.id = mail_id('urgent ' || n.id)))))
    )
    (select f.* from fresh f where not exists (select from mail m where m.id = f.id)
      union all
      select m.id, m.partner_id, m.person_id, m.kind, m.notice_id, (select n.dossier_id from notice n where n.id = m.notice_id), m.until, m.until from mail m where m.state in ('QUEUED', 'SENDING') and m.next_at <= moment)
    order by 8, 1 limit at_most $$;
  revoke all on function due_mails from public;
  grant execute on function due_mails to portal;
`;
