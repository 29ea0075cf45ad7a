import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that ended at the sign-in while their tokens live on for minutes. */
export class Sessions20261203 implements MigrationInterface {
  name = 'Sessions1796274000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ended_session (id text primary key, at timestamptz not null default now());
      call guard('ended_session');

      -- No token lives longer than a quarter of an hour (keycloak-tokens.ts).
      create function end_session(session text) returns void language sql security definer set search_path = public, pg_temp as $$
        delete from ended_session where at < now() - interval '1 hour';
        insert into ended_session (id) values (session) on conflict do nothing $$;

      create function session_ended(session text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from ended_session e where e.id = session) $$;

      revoke all on function end_session, session_ended from public;
      grant execute on function end_session, session_ended to portal;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function end_session, session_ended; drop table ended_session');
  }
}
