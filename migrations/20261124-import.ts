import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rows of a partner's own files were entered already, and tasks that are told to nobody one by one. */
export class Import20261124 implements MigrationInterface {
  name = 'Import1795532400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Hangs on the client, so that its owner alone sees it. The number is unique per partner: of two runs at once the second finds it taken.
      create table imported_row (
        id uuid primary key,
        dossier_id uuid not null references client,
        partner_id uuid not null references partner,
        audience uuid[] not null default '{}',
        referral_id uuid references referral,
        reference text not null,
        content text not null,
        at timestamptz not null,
        unique (partner_id, reference)
      );
      call wall('imported_row', 'dossier_id');
      revoke update on imported_row from portal;

      drop trigger tell_of_task on task;
      create trigger tell_of_task after insert on task for each row when (coalesce(current_setting('app.quiet', true), '') = '') execute function tell_of_task();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger tell_of_task on task;
      create trigger tell_of_task after insert on task for each row execute function tell_of_task();
      drop table imported_row;
    `);
  }
}
