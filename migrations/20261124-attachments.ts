import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on a dossier: what each is stands apart from what is in it, and both behind the wall. */
export class Attachments20261124 implements MigrationInterface {
  name = 'Attachments1795528800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ATTACHMENTS);
    await db.query(CONTENTS);
    await db.query(SCANS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function scanned, content_to_scan, pending_attachments;
      drop table attachment_content, attachment;
      drop function wipe_content, keep_audience;
      delete from arrow where flow = 'Attachment';
    `);
  }
}

const ATTACHMENTS = `
  create table attachment (
    id uuid primary key,
    version int not null default 1,
    dossier_id uuid not null references dossier,
    partner_id uuid not null references partner,
    audience uuid[] not null check (audience @> array[partner_id]),
    author_id uuid not null,
    author_name text not null,
    data_class text not null check (data_class in ('HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL', 'OUTCOME', 'PRIVATE_NOTE')),
    state text not null,
    file_name text not null check (length(file_name) <= 150),
    description text check (length(description) <= 300),
    kind text not null,
    size int not null check (size > 0),
    added_at timestamptz not null,
    scanned_at timestamptz,
    removed_at timestamptz,
    removed_by text,
    check (data_class <> 'PRIVATE_NOTE' or audience = array[partner_id]),
    foreign key (author_id, partner_id) references person (id, partner_id)
  );
  call wall('attachment', 'dossier_id');
  -- The hardest laws stand in the second wall too, as on note (decisions 5).
  create policy secrecy on attachment as restrictive to portal using (data_class not in ('HEALTH', 'JUDICIAL') or (select me.regime()) = 'PROFESSIONAL_SECRECY');
  create policy author on attachment as restrictive to portal using (data_class <> 'PRIVATE_NOTE' or author_id = (select me.person()));
  -- What no scanner let pass, or is gone, is nobody's but its partner's.
  create policy passed on attachment as restrictive to portal using (state in ('UNSCANNED', 'CLEAN') or partner_id = (select me.partner()));
  create trigger keep_version before update on attachment for each row execute function keep_version();
  create trigger follow_arrow before insert or update on attachment for each row execute function follow_arrow('Attachment');
  create index attachment_dossier on attachment (dossier_id, added_at);
  create index attachment_pending on attachment (added_at) where state = 'PENDING';

  -- A row is for whom its partner knows at the dossier: who seated it, and whom it seated. Runs as who writes, so that it knows no more.
  create function keep_audience() returns trigger language plpgsql as $$ begin
    perform from unnest(new.audience) a where a <> new.partner_id and (tg_op = 'INSERT' or a <> all (old.audience))
      and not exists (select from party p where p.dossier_id = new.dossier_id and not p.former and p.until > now()
        and ((p.partner_id = a and p.granted_by = new.partner_id) or (p.partner_id = new.partner_id and p.granted_by = a)));
    if found then raise exception 'not known here' using errcode = '42501'; end if;
    if exists (select from party p where p.dossier_id = new.dossier_id and p.partner_id = new.partner_id and p.kind = 'Consult') then raise exception 'no file at a question' using errcode = '42501'; end if;
    return new; end $$;
  create trigger keep_audience before insert or update on attachment for each row execute function keep_audience();
`;

const CONTENTS = `
  create table attachment_content (attachment_id uuid primary key references attachment, content bytea not null);
  -- It was packed already, as far as it can be.
  alter table attachment_content alter column content set storage external;
  call guard('attachment_content');
  grant select, insert on attachment_content to portal;
  -- Asked under the wall of attachment: who does not find the one does not find the other, and nobody reads what no scanner let pass.
  create policy passed on attachment_content for select to portal using (exists (select from attachment a where a.id = attachment_content.attachment_id and a.state in ('UNSCANNED', 'CLEAN')
    and (a.partner_id = (select me.partner()) or a.audience @> array[(select me.partner())])));
  create policy added on attachment_content for insert to portal with check (exists (select from attachment a where a.id = attachment_content.attachment_id and a.state in ('UNSCANNED', 'PENDING') and a.partner_id = (select me.partner()) and a.author_id = (select me.person())));

  -- Gone in the same step: nobody can forget it.
  create function wipe_content() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    delete from attachment_content where attachment_id = new.id;
    return null; end $$;
  create trigger wipe_content after update of state on attachment for each row when (new.state = 'REMOVED') execute function wipe_content();
`;

/** For the scanner alone: in the context of the partner that added it, and of no person. */
const SCANS = `
  create function pending_attachments(at_most int) returns table (id uuid, partner_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.partner_id from attachment a where a.state = 'PENDING' order by a.added_at limit at_most $$;
  create function content_to_scan(a uuid) returns bytea language sql stable security definer set search_path = public, pg_temp as $$
    select c.content from attachment_content c join attachment t on t.id = c.attachment_id where t.id = a and t.state = 'PENDING' and t.partner_id = me.partner() and me.person() is null $$;
  create function scanned(a uuid, to_state text, moment timestamptz) returns table (dossier_id uuid, author_id uuid) language sql security definer set search_path = public, pg_temp as $$
    update attachment t set state = to_state, version = t.version + 1, scanned_at = moment where t.id = a and t.state = 'PENDING' and to_state in ('CLEAN', 'REFUSED') and t.partner_id = me.partner() and me.person() is null
    returning t.dossier_id, t.author_id $$;
  revoke all on function pending_attachments, content_to_scan, scanned from public;
  grant execute on function pending_attachments, content_to_scan, scanned to portal;
`;
