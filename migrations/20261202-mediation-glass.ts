import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mediation has a number by which a glass is broken, and a DPO then reads its notes, while who mediates knows (decisions 7, record 14). */
export class MediationGlass20261202 implements MigrationInterface {
  name = 'MediationGlass1796169700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(NUMBERS);
    await db.query(ANSWERS);
    await db.query(NOTES);
    for (const [name, from, to] of IN_FUNCTIONS) await replaceIn(db, name, from, to);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [name, from, to] of [...IN_FUNCTIONS].reverse()) await replaceIn(db, name, to, from);
    await db.query(`
      drop policy author on note;
      create policy author on note as restrictive to portal using (data_class <> 'PRIVATE_NOTE' or (author_id = (select me.person()) and not sealed)) with check (data_class <> 'PRIVATE_NOTE' or author_id = (select me.person()));
      drop function notes_opened;
      drop view numbered;
      drop index mediation_number, tension_signal_number;
    `);
  }
}

/** What people call a dossier by; a signal and the mediation it led to share one. */
const NUMBERS = `
  create index mediation_number on mediation_case (number);
  create index tension_signal_number on tension_signal (number);
  create view numbered with (security_invoker = true) as
    select id, number from referral union all select id, number from consult union all select id, number from mediation_case union all select id, number from tension_signal;
  grant select on numbered to portal;
`;

/** Who mediates and who reported answer for theirs. */
const ANSWERS = `
  create or replace function answers_for(d uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select h.id from (
      select u.person_id as id from duty u where u.dossier_id = d and u.partner_id = me.partner() and u.role = 'CONTACT' and u.until = 'infinity'
      union select r.sender_id from referral r where r.id = d and r.partner_id = me.partner()
      union select c.asker_id from consult c where c.id = d and c.partner_id = me.partner()
      union select m.mediator_id from mediation_case m where m.id = d and m.partner_id = me.partner()
      union select s.person_id from tension_signal s where s.id = d and s.partner_id = me.partner()) h
    join person p on p.id = h.id and p.partner_id = me.partner() and p.active
    where not exists (select from exclusion x where x.dossier_id = d and x.person_id = h.id) $$;

  create or replace function tell_glass(d uuid, of_kind text, moment timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare whom uuid; told boolean := false; begin
    perform tell(me.partner(), null, 'DPO', d, of_kind, true, moment);
    if of_kind <> 'GLASS_BROKEN' then return; end if;
    for whom in select answers_for(d) loop
      told := true;
      perform tell(me.partner(), whom, null, d, of_kind, true, moment);
    end loop;
    if not told then perform tell(me.partner(), null, 'COORDINATOR', d, of_kind, true, moment); end if;
  end $$;

  create or replace function namesakes(of_partner uuid) returns table (person_id uuid, dossier_ids uuid[]) language sql stable security definer set search_path = public, pg_temp as $$
    with named as (
      select c.id, c.family_name from client c join party p on p.dossier_id = c.id and p.partner_id = of_partner
      union all select r.id, r.family_name from referral r join party p on p.dossier_id = r.id and p.partner_id = of_partner
      union all select o.dossier_id, o.family_name from referral_person o join party p on p.dossier_id = o.dossier_id and p.partner_id = of_partner
      union all select m.dossier_id, m.family_name from mediation_party m join party p on p.dossier_id = m.dossier_id and p.partner_id = of_partner
      union all select s.dossier_id, s.family_name from signal_renter s join party p on p.dossier_id = s.dossier_id and p.partner_id = of_partner)
    select w.id, array_agg(n.id) from person w join named n on fold(n.family_name) = fold(substring(w.name from '\\s(.+)$')) where w.partner_id = of_partner group by w.id $$;
`;

/** Private notes go through a glass of a mediation alone, to a DPO of today without a political mandate, and never once they are sealed. */
const NOTES = `
  create function notes_opened() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select g.dossier_id from glass_break g join mandate m on m.person_id = g.person_id and m.partner_id = g.partner_id and m.role = 'DPO' and not m.political and m.since <= today() and (m.until is null or m.until >= today())
    where g.person_id = me.person() and g.partner_id = me.partner() and me.role() = 'DPO' and g.role = 'DPO' and g.dossier_kind = 'MediationCase' and g.ends_at > now() and g.ended_at is null $$;
  revoke all on function notes_opened from public;
  grant execute on function notes_opened to portal;

  drop policy author on note;
  create policy author on note as restrictive to portal
    using (data_class <> 'PRIVATE_NOTE' or (not sealed and (author_id = (select me.person()) or dossier_id = any (array(select notes_opened())))))
    with check (data_class <> 'PRIVATE_NOTE' or author_id = (select me.person()));
`;

/** What functions of earlier days read of two kinds of dossiers, they read of all. */
const IN_FUNCTIONS: readonly [name: string, from: string, to: string][] = [
  ['trail_of', '(select r.id from referral r where r.number = of_number union all select c.id from consult c where c.number = of_number) n', '(select of.id from numbered of where of.number = of_number) n'],
  [
    'trail_of',
    'array(select n.number from (select r.id, r.number from referral r where r.id = any (l.dossier_ids) union all select c.id, c.number from consult c where c.id = any (l.dossier_ids)) n',
    'array(select distinct n.number from (select of.id, of.number from numbered of where of.id = any (l.dossier_ids)) n',
  ],
  ['tell_support', '(select r.id from referral r where r.number = of_number union all select c.id from consult c where c.number = of_number) n', '(select of.id from numbered of where of.number = of_number) n'],
];

async function replaceIn(db: QueryRunner, name: string, from: string, to: string): Promise<void> {
  const [{ text }] = (await db.query(`select pg_get_functiondef('${name}'::regproc) as text`)) as { text: string }[];
  if (text.split(from).length !== 2) throw new Error(`${name} does not read: ${from}`);
  await db.query(text.replace(from, () => to));
}
