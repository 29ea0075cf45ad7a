import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is seen of the work that waits, from outside and of all partners together (record 25). */
export class Watch20261203 implements MigrationInterface {
  name = 'Watch1796265000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(STANDS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function how_it_stands');
  }
}

/** Whole minutes, and late terms in fives: no number here tells of one partner or of one moment. A digest is made and sent in one step, so that it never waits here unless it was put off. */
const STANDS = `
  create function how_it_stands(moment timestamptz) returns table (measure text, value int) language sql stable security definer set search_path = public, pg_temp as $$
    with waiting (measure, since) as (
      select case when t.kind in ('DELIVER', 'DELIVER_MESSAGE') then 'deliveries' else 'terms' end, t.due from task t where t.done_at is null and t.escalated_at is null and t.escalate and t.due <= moment
      union all
      select 'terms', t.remind_at from task t where t.done_at is null and t.reminded_at is null and t.remind_at <= moment
      union all
      (select 'mail', m.at from due_mails(moment, moment - interval '3 days', moment, '{}', 1) m)
      union all
      select 'mail', p.next_at from pending_signal p where p.mailed_at is null and p.confirmed_at is null and p.tries < 5 and p.next_at <= moment and p.made_at > moment - interval '48 hours'
      union all
      select 'scans', a.added_at from attachment a where a.state = 'PENDING'
      union all
      -- The first line behind all that are sealed: two steps in two indexes, however long the trail. One that committed out of order is told with the next.
      (select 'seals', t.at from trail t where t.id > coalesce((select max(s.trail_id) from trail_seal s), 0) order by t.id limit 1)
    )
    select w.measure, floor(extract(epoch from moment - min(w.since)) / 60)::int from waiting w group by w.measure
    union all
    select 'late', (ceil(count(*) / 5.0) * 5)::int from task t where t.done_at is null and t.due < moment $$;
  revoke all on function how_it_stands from public;
  grant execute on function how_it_stands to portal;
`;
