import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody is told of: a task, a message, a term that passed. No content, so that none can leave by a side road. */
export class Notices20261124 implements MigrationInterface {
  name = 'Notices1795500000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notice (
        id uuid primary key,
        version int not null default 1,
        partner_id uuid not null references partner,
        person_id uuid not null,
        dossier_id uuid references dossier,
        kind text not null,
        urgent boolean not null default false,
        at timestamptz not null,
        read_at timestamptz,
        foreign key (person_id, partner_id) references person (id, partner_id)
      );
      call guard('notice');
      grant select, update (read_at, version) on notice to portal;
      create policy mine on notice to portal using (partner_id = (select me.partner()) and person_id = (select me.person())) with check (partner_id = (select me.partner()) and person_id = (select me.person()));
      create policy excluded on notice as restrictive to portal using (not exists (select from exclusion x where x.dossier_id = notice.dossier_id and x.person_id = (select me.person())));
      create trigger keep_version before update on notice for each row execute function keep_version();
      create index notice_person on notice (person_id, at desc, id desc);
      create index notice_unread on notice (person_id) where read_at is null;

      -- A person and who stands in for her, or everybody with a role at the partner; not who did it, nor who is excluded there.
      create function tell(of_partner uuid, of_person uuid, of_role text, d uuid, of_kind text, is_urgent boolean, moment timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
        insert into notice (id, partner_id, person_id, dossier_id, kind, urgent, at)
        select gen_random_uuid(), of_partner, p.id, d, of_kind, is_urgent, moment
        from person p
        where of_partner = me.partner() and p.partner_id = of_partner and p.active and p.id is distinct from me.person()
          and (p.id = of_person or p.id in (select stand_ins(of_person))
            or (of_person is null and exists (select from mandate m where m.person_id = p.id and m.role = of_role and m.since <= today() and (m.until is null or m.until >= today()))))
          and not exists (select from exclusion x where x.dossier_id = d and x.person_id = p.id) $$;
      revoke all on function tell from public;
      grant execute on function tell to portal;

      create function tell_of_task() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
        if tg_op = 'INSERT' then
          if not new.awaits and new.kind not in ('FINISH_DRAFT', 'DELIVER') then
            perform tell(new.partner_id, new.person_id, new.role, new.dossier_id, case when new.kind = 'ESCALATED' then 'ESCALATED' else 'TASK' end, new.kind = 'ESCALATED', new.opened_at);
          end if;
        else perform tell(new.partner_id, new.person_id, new.role, new.dossier_id, 'REMINDER', false, new.reminded_at); end if;
        return null; end $$;
      create trigger tell_of_task after insert on task for each row execute function tell_of_task();
      create trigger tell_of_reminder after update of reminded_at on task for each row when (old.reminded_at is null and new.reminded_at is not null) execute function tell_of_task();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger tell_of_reminder on task; drop trigger tell_of_task on task; drop function tell_of_task, tell; drop table notice;');
  }
}
