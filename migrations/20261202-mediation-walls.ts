import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the proofs of mediation found: one mediation per home and landlord, and nothing is noted once it is sealed. */
export class MediationWalls20261202 implements MigrationInterface {
  name = 'MediationWalls1796169700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A home that two landlords claim is mediated for each of them: neither learns of the other's.
      drop index mediation_once;
      create unique index mediation_once on mediation_case (partner_id, address_key, coalesce(landlord_id, partner_id)) where ended_at is null;

      create function keep_sealed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
        if exists (select from mediation_case c where c.id = new.dossier_id and c.sealed_at is not null) then raise exception 'sealed' using errcode = 'P0001'; end if;
        return new; end $$;
      create trigger keep_sealed before insert on note for each row execute function keep_sealed();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger keep_sealed on note;
      drop function keep_sealed;
      drop index mediation_once;
      create unique index mediation_once on mediation_case (partner_id, address_key) where ended_at is null;
    `);
  }
}
