import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was lent while its taking back waited, ends when it began: that transaction's now is older. */
export class Shares20261130 implements MigrationInterface {
  name = 'Shares1796014800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KEEP_SHARE('new.until := greatest(new.until, new.since);'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(KEEP_SHARE(''));
  }
}

const KEEP_SHARE = (ends: string) => `
  create or replace function keep_share() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
    if tg_op = 'UPDATE' then
      ${ends}
      if new.until > old.until then raise exception 'a share is never prolonged' using errcode = '42501'; end if;
      return new;
    end if;
    perform from agreement a where a.id = new.agreement_id and a.partner_id = new.granted_by and a.receiver_id = new.partner_id and a.about_id = new.dossier_id and a.ended_at is null
      and new.classes <@ a.classes and new.until <= (a.until + 1)::timestamp at time zone 'Europe/Brussels';
    if not found then raise exception 'no agreement' using errcode = '42501'; end if;
    return new; end $$;
`;
