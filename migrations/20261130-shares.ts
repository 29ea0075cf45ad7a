import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was lent while its taking back waited, ends when it began: that transaction's now is older. */
export class Shares20261130 implements MigrationInterface {
  name = 'Shares1796014800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function end_share() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin
        new.until := greatest(new.until, new.since);
        return new; end $$;
      -- Comes before keep_share, by its name.
      create trigger end_share before update on share for each row execute function end_share();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger end_share on share; drop function end_share');
  }
}
