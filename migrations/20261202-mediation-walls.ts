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
    await db.query(conformance('false'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(conformance('true'));
    await db.query(`
      drop trigger keep_sealed on note;
      drop function keep_sealed;
      drop index mediation_once;
      create unique index mediation_once on mediation_case (partner_id, address_key) where ended_at is null;
    `);
  }
}

/** How a protocol was kept. @param of whether what is not told yet counts too */
const conformance = (of: string): string => `
  create or replace function conformance(of_protocol uuid, first_day date, last_day date, at_least int default 5) returns table (part text, name text, n int) language sql stable security definer set search_path = public, pg_temp as $$
    with own as (select c.* from mediation_case c join cooperation_protocol p on p.id = c.protocol_id
        where p.id = of_protocol and me.partner() in (p.drafter_id, p.company_id) and (c.delivered_at at time zone 'Europe/Brussels')::date between first_day and last_day),
    -- While the landlord does not know how one stands, not even a number changes by it (decisions 7).
    told as (select o.* from own o where ${of} or not exists (select from case_signal l join tension_signal s on s.id = l.about_id where l.dossier_id = o.id and s.state in ('SIGNALLED', 'IN_PROGRESS'))),
    signals as (select s.topic, s.state, s.decided_at, s.closed_at, exists (select from own o join case_signal l on l.dossier_id = o.id where l.about_id = s.id and o.settled_at is not null) as settled
        from tension_signal s where s.id in (select l.about_id from case_signal l join own o on o.id = l.dossier_id) and s.origin = 'COMPANY'),
    counted as (
      select 'topic ' || topic as part, case when state = 'NOT_STARTED' then 'NOT_STARTED' when state = 'AGREEMENT' or (state = 'CLOSED' and settled) then 'AGREEMENT' when state in ('NO_AGREEMENT', 'CLOSED') then 'NO_AGREEMENT' else 'RUNNING' end as name, count(*)::int as n from signals group by 1, 2
      union all
      select 'term ' || t.kind, case when t.done_at <= t.due then 'KEPT' else 'LATE' end, count(*)::int from task t join told o on o.id = t.dossier_id
        where t.kind in ('CONFIRM_SIGNAL', 'CONTACT_RENTER', 'HEAR_BOTH', 'CLOSING_REPORT', 'FOLLOW_UP_SETTLEMENT') and t.due is not null and (t.done_at is not null or t.due < now()) group by 1, 2
      union all
      select 'deviations', d.kind, count(*)::int from deviation d join told o on o.id = d.dossier_id group by 1, 2),
    -- Of one hidden cell in a part the rest would give it away: the smallest beside it is hidden too.
    marked as (select c.*, c.n < greatest(at_least, 5) as small, count(*) filter (where c.n < greatest(at_least, 5)) over (partition by c.part) as smalls, row_number() over (partition by c.part, c.n < greatest(at_least, 5) order by c.n, c.name) as nth from counted c)
    select part, name, case when small or (smalls = 1 and nth = 1) then null else n end from marked order by part, name $$;
`;
