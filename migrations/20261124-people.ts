import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is away, and who acts in the meantime (BR-W4). */
export class People20261124 implements MigrationInterface {
  name = 'People1795496400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table absence (
        id uuid primary key,
        version int not null default 1,
        partner_id uuid not null references partner,
        person_id uuid not null,
        deputy_id uuid,
        since date not null,
        until date not null check (until >= since),
        set_by text not null,
        cancelled_at timestamptz,
        foreign key (person_id, partner_id) references person (id, partner_id),
        foreign key (deputy_id, partner_id) references person (id, partner_id),
        check (deputy_id <> person_id)
      );
      call guard('absence');
      grant select, insert, update (deputy_id, since, until, cancelled_at, version) on absence to portal;
      create policy staff on absence to portal using (partner_id = (select me.partner())) with check (partner_id = (select me.partner()));
      create trigger keep_version before update on absence for each row execute function keep_version();
      create index absence_person on absence (person_id, since);
      create index absence_deputy on absence (deputy_id, since);

      -- Who acts today for somebody who is away, each in her own name; a deputy has no deputy.
      create function stand_ins(of_person uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
        select a.deputy_id from absence a join person p on p.id = a.deputy_id and p.active
        where a.person_id = of_person and a.cancelled_at is null and today() between a.since and a.until $$;
      revoke all on function stand_ins from public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function stand_ins; drop table absence;');
  }
}
