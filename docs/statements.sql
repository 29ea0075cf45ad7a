-- The statements of the reading door. Made by npm run generate; not to be changed by hand.
-- $1: the reader's partner, $2: the reader; then what was asked.

-- OCMW SOCIAL_WORKER: page of referrals
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from referral t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Referral' and p.until > now() and not p.former and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "PROGRESS" offset 0) ts
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- OCMW SOCIAL_WORKER: page of referrals in one state, after a cursor
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from referral t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Referral' and p.until > now() and not p.former and p.state = $3 and (p.at, p.dossier_id) < ($4::timestamptz, $5::uuid) and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "PROGRESS" offset 0) ts
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- OCMW SOCIAL_WORKER: one referral with its answers, notes and timeline
with reader as (select $1::uuid, $2::uuid) select to_json(tj)::text body
  from referral t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  cross join lateral (select coalesce(array_agg(c), '{}') lent
  from share s, unnest(s.classes) c
  where s.dossier_id = t.id and s.partner_id = $1::uuid and s.granted_by = t.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) tl
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['CONTACT']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "CONTACT", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['INCOME']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "INCOME", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['DEBTS']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "DEBTS", ((((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "PROGRESS" offset 0) ts
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q1j) j
  from note q1
  cross join lateral (select coalesce(array_agg(c), '{}') lent
  from share s, unnest(s.classes) c
  where s.dossier_id = q1.dossier_id and s.partner_id = $1::uuid and s.granted_by = q1.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) q1l
  cross join lateral (select q1.id as "id", q1.data_class as "dataClass", q1.body as "body", '[]'::json as "withheld") q1j
  where q1.dossier_id in (t.id) and (((p.roles @> array['OWNER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['OWNER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.data_class is not distinct
  from 'JUDICIAL' and q1l.lent @> array['JUDICIAL']) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.data_class is not distinct
  from 'HEALTH' and q1l.lent @> array['HEALTH']) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.partner_id is not distinct
  from $1::uuid and q1.data_class is not distinct
  from 'JUDICIAL') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.partner_id is not distinct
  from $1::uuid and q1.data_class is not distinct
  from 'HEALTH') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.partner_id is not distinct
  from $1::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true))
  order by q1.changed_at, q1.id
  limit 50) x) t_notes
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q2j) j
  from answer q2
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", p.roles @> array['FORMER_RECEIVER'] as "as FORMER_RECEIVER", (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q2f
  cross join lateral (select q2.id as "id", q2.state as "state", q2.due as "due", '[]'::json as "withheld", array_remove(array[case when q2.state in ('NEW') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'receive' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'ask' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'accept' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'reject' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'redirect' end, case when q2.state in ('INFO_REQUESTED') and (((q2f."as SENDER" and q2f."my.addressed") and (q2f."my.excluded") is not true)) then 'reply' end, case when q2.state in ('ACCEPTED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'start' end, case when q2.state in ('IN_PROGRESS', 'FEEDBACK_GIVEN') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'feedback' end, case when q2.state in ('FEEDBACK_GIVEN') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'close' end, case when q2.state in ('CLOSED', 'REJECTED', 'EXPIRED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true) or ((q2f."as SENDER" and q2f."my.addressed") and (q2f."my.excluded") is not true)) then 'reopen' end, case when q2.state in ('WITHDRAWN') and (((q2f."as FORMER_RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'stop' end, case when q2.state in ('WITHDRAWN') and (((q2f."as FORMER_RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'keep' end]::text[], null) as "may") q2j
  where q2.dossier_id in (t.id) and (((p.roles @> array['FORMER_RECEIVER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) and q2.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) and q2.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true))
  limit 50) x) t_answers
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q3j) j
  from timeline_entry q3
  cross join lateral (select p.roles @> array['OWNER'] as "as OWNER", p.roles @> array['FORMER_RECEIVER'] as "as FORMER_RECEIVER", p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q3f
  cross join lateral (select ((((q3f."as OWNER" and q3f."my.addressed") and (q3f."my.excluded") is not true) or ((q3f."as FORMER_RECEIVER" and q3f."my.addressed" and q3.partner_id is not distinct
  from $1::uuid) and (q3f."my.excluded") is not true) or ((q3f."as RECEIVER" and q3f."my.addressed") and (q3f."my.excluded") is not true) or ((q3f."as SENDER" and q3f."my.addressed") and (q3f."my.excluded") is not true))) is true as "OUTCOME" offset 0) q3s
  cross join lateral (select q3.id as "id", q3.at as "at", q3.event as "event", q3.text as "text", case when q3s."OUTCOME" then q3.outcome end as "outcome", ('[' || concat_ws(',', case when not q3s."OUTCOME" then '{"dataClass":"OUTCOME","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld") q3j
  where q3.dossier_id in (t.id) and (((p.roles @> array['OWNER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid]) and q3.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true))
  order by q3.at desc, q3.id
  limit 200) x) t_timeline
  left join lateral (select to_json(q4j) j
  from client q4
  join lateral (select q4p.*
  from party q4p
  where q4p.dossier_id = q4.id and q4p.partner_id = $1::uuid and q4p.until > now() offset 0) q4p on true
  cross join lateral (select q4p.roles @> array['OWNER'] as "as OWNER", (q4.audience = '{}' or q4.partner_id = $1::uuid or q4.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q4.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q4f
  cross join lateral (select ((((q4f."as OWNER" and q4f."my.addressed") and (q4f."my.excluded") is not true))) is true as "IDENTITY" offset 0) q4s
  cross join lateral (select q4.id as "id", case when q4s."IDENTITY" then q4.given_name end as "givenName", ('[' || concat_ws(',', case when not q4s."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", q4.id as "_dossier") q4j
  where q4.id in (select f.dossier_id
  from client_file f
  where f.about_id = t.id and f.partner_id = $1::uuid) and (((q4p.roles @> array['OWNER'] and (q4.audience = '{}' or q4.partner_id = $1::uuid or q4.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q4.id and x.person_id = $2::uuid))) is not true))
  limit 1) t_client on true
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", t.question as "question", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", case when ts."CONTACT" then t.phone end as "phone", case when ts."INCOME" then t.income_note end as "incomeNote", case when ts."DEBTS" then t.debts_note end as "debtsNote", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."CONTACT" then '{"dataClass":"CONTACT","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."INCOME" then '{"dataClass":"INCOME","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."DEBTS" then '{"dataClass":"DEBTS","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", array_remove(array[case when t.state in ('DRAFT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'edit' end, case when t.state in ('DRAFT', 'SENT', 'DELIVERED', 'CLOSED', 'WITHDRAWN', 'MADE_IN_ERROR') and (((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'note' end, case when t.state in ('DRAFT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'send' end, case when t.state in ('DRAFT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'discard' end, case when t.state in ('SENT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'takeBack' end, case when t.state in ('DELIVERED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'amend' end, case when t.state in ('DELIVERED', 'CLOSED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'narrow' end, case when t.state in ('DELIVERED', 'CLOSED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'withdraw' end, case when t.state in ('DELIVERED', 'CLOSED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'declareError' end]::text[], null) as "may", t_notes.j as "notes", t_answers.j as "answers", t_timeline.j as "timeline", t_client.j as "client", t.id as "_dossier") tj
  where t.id = $3::uuid and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true));

-- OCMW SOCIAL_WORKER: page of clients
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from client t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Client' and p.until > now() and not p.former and (((p.roles @> array['OWNER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['OWNER'] as "as OWNER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as OWNER" and tf."my.addressed") and (tf."my.excluded") is not true))) is true as "IDENTITY" offset 0) ts
  cross join lateral (select t.id as "id", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", case when ts."IDENTITY" then t.birth_date end as "birthDate", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- OCMW SOCIAL_WORKER: worklist: to do
with reader as (select $1::uuid, $2::uuid) select coalesce(t.due, 'infinity')::text as at, t.id as id, to_json(tj)::text body
  from (select t.*
  from task t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.dossier_id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  where t.partner_id = $1::uuid and ((t.done_at is null and t.person_id = $3::uuid and t.awaits = $4::boolean) or (t.done_at is null and t.person_id is null and t.role = $5::text and t.awaits = $6::boolean)) and (((p.roles @> array['FORMER_RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['OWNER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true))
  order by coalesce(t.due, 'infinity'), t.id
  limit 26) t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.dossier_id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  left join lateral (select to_json(q1j) j
  from referral q1
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q1f
  cross join lateral (select ((((q1f."as RECEIVER" and q1f."my.addressed") and (q1f."my.excluded") is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((q1f."as SENDER" and q1f."my.addressed") and (q1f."my.excluded") is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY" offset 0) q1s
  cross join lateral (select q1.id as "id", q1.number as "number", case when q1s."IDENTITY" then q1.given_name end as "givenName", case when q1s."IDENTITY" then q1.family_name end as "familyName", ('[' || concat_ws(',', case when not q1s."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld") q1j
  where q1.id in (t.dossier_id) and (((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid))) is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid))) is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  limit 1) t_referral on true
  cross join lateral (select t.id as "id", t.kind as "kind", t.due as "due", '[]'::json as "withheld", t_referral.j as "referral", t.dossier_id as "_dossier") tj;

-- WOONDIENST HOUSING_COUNSELLOR: page of referrals
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from referral t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Referral' and p.until > now() and not p.former and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "PROGRESS" offset 0) ts
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- WOONDIENST HOUSING_COUNSELLOR: page of referrals in one state, after a cursor
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from referral t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Referral' and p.until > now() and not p.former and p.state = $3 and (p.at, p.dossier_id) < ($4::timestamptz, $5::uuid) and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "PROGRESS" offset 0) ts
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- WOONDIENST HOUSING_COUNSELLOR: one referral with its answers, notes and timeline
with reader as (select $1::uuid, $2::uuid) select to_json(tj)::text body
  from referral t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  cross join lateral (select coalesce(array_agg(c), '{}') lent
  from share s, unnest(s.classes) c
  where s.dossier_id = t.id and s.partner_id = $1::uuid and s.granted_by = t.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) tl
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['CONTACT']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "CONTACT", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['INCOME']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "INCOME", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['DEBTS']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "DEBTS", ((((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "PROGRESS" offset 0) ts
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q1j) j
  from note q1
  cross join lateral (select coalesce(array_agg(c), '{}') lent
  from share s, unnest(s.classes) c
  where s.dossier_id = q1.dossier_id and s.partner_id = $1::uuid and s.granted_by = q1.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) q1l
  cross join lateral (select q1.id as "id", q1.data_class as "dataClass", q1.body as "body", '[]'::json as "withheld") q1j
  where q1.dossier_id in (t.id) and (((p.roles @> array['OWNER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['OWNER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.data_class is not distinct
  from 'JUDICIAL' and q1l.lent @> array['JUDICIAL']) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.data_class is not distinct
  from 'HEALTH' and q1l.lent @> array['HEALTH']) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.partner_id is not distinct
  from $1::uuid and q1.data_class is not distinct
  from 'JUDICIAL') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.partner_id is not distinct
  from $1::uuid and q1.data_class is not distinct
  from 'HEALTH') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.partner_id is not distinct
  from $1::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true))
  order by q1.changed_at, q1.id
  limit 50) x) t_notes
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q2j) j
  from answer q2
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", p.roles @> array['FORMER_RECEIVER'] as "as FORMER_RECEIVER", (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q2f
  cross join lateral (select q2.id as "id", q2.state as "state", q2.due as "due", '[]'::json as "withheld", array_remove(array[case when q2.state in ('NEW') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'receive' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'ask' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'accept' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'reject' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'redirect' end, case when q2.state in ('INFO_REQUESTED') and (((q2f."as SENDER" and q2f."my.addressed") and (q2f."my.excluded") is not true)) then 'reply' end, case when q2.state in ('ACCEPTED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'start' end, case when q2.state in ('IN_PROGRESS', 'FEEDBACK_GIVEN') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'feedback' end, case when q2.state in ('FEEDBACK_GIVEN') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'close' end, case when q2.state in ('CLOSED', 'REJECTED', 'EXPIRED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true) or ((q2f."as SENDER" and q2f."my.addressed") and (q2f."my.excluded") is not true)) then 'reopen' end, case when q2.state in ('WITHDRAWN') and (((q2f."as FORMER_RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'stop' end, case when q2.state in ('WITHDRAWN') and (((q2f."as FORMER_RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'keep' end]::text[], null) as "may") q2j
  where q2.dossier_id in (t.id) and (((p.roles @> array['FORMER_RECEIVER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) and q2.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) and q2.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true))
  limit 50) x) t_answers
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q3j) j
  from timeline_entry q3
  cross join lateral (select p.roles @> array['OWNER'] as "as OWNER", p.roles @> array['FORMER_RECEIVER'] as "as FORMER_RECEIVER", p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q3f
  cross join lateral (select ((((q3f."as OWNER" and q3f."my.addressed") and (q3f."my.excluded") is not true) or ((q3f."as FORMER_RECEIVER" and q3f."my.addressed" and q3.partner_id is not distinct
  from $1::uuid) and (q3f."my.excluded") is not true) or ((q3f."as RECEIVER" and q3f."my.addressed") and (q3f."my.excluded") is not true) or ((q3f."as SENDER" and q3f."my.addressed") and (q3f."my.excluded") is not true))) is true as "OUTCOME" offset 0) q3s
  cross join lateral (select q3.id as "id", q3.at as "at", q3.event as "event", q3.text as "text", case when q3s."OUTCOME" then q3.outcome end as "outcome", ('[' || concat_ws(',', case when not q3s."OUTCOME" then '{"dataClass":"OUTCOME","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld") q3j
  where q3.dossier_id in (t.id) and (((p.roles @> array['OWNER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid]) and q3.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true))
  order by q3.at desc, q3.id
  limit 200) x) t_timeline
  left join lateral (select to_json(q4j) j
  from client q4
  join lateral (select q4p.*
  from party q4p
  where q4p.dossier_id = q4.id and q4p.partner_id = $1::uuid and q4p.until > now() offset 0) q4p on true
  cross join lateral (select q4p.roles @> array['OWNER'] as "as OWNER", (q4.audience = '{}' or q4.partner_id = $1::uuid or q4.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q4.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q4f
  cross join lateral (select ((((q4f."as OWNER" and q4f."my.addressed") and (q4f."my.excluded") is not true))) is true as "IDENTITY" offset 0) q4s
  cross join lateral (select q4.id as "id", case when q4s."IDENTITY" then q4.given_name end as "givenName", ('[' || concat_ws(',', case when not q4s."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", q4.id as "_dossier") q4j
  where q4.id in (select f.dossier_id
  from client_file f
  where f.about_id = t.id and f.partner_id = $1::uuid) and (((q4p.roles @> array['OWNER'] and (q4.audience = '{}' or q4.partner_id = $1::uuid or q4.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q4.id and x.person_id = $2::uuid))) is not true))
  limit 1) t_client on true
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", t.question as "question", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", case when ts."CONTACT" then t.phone end as "phone", case when ts."INCOME" then t.income_note end as "incomeNote", case when ts."DEBTS" then t.debts_note end as "debtsNote", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."CONTACT" then '{"dataClass":"CONTACT","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."INCOME" then '{"dataClass":"INCOME","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."DEBTS" then '{"dataClass":"DEBTS","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", array_remove(array[case when t.state in ('DRAFT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'edit' end, case when t.state in ('DRAFT', 'SENT', 'DELIVERED', 'CLOSED', 'WITHDRAWN', 'MADE_IN_ERROR') and (((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'note' end, case when t.state in ('DRAFT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'send' end, case when t.state in ('DRAFT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'discard' end, case when t.state in ('SENT') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'takeBack' end, case when t.state in ('DELIVERED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'amend' end, case when t.state in ('DELIVERED', 'CLOSED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'narrow' end, case when t.state in ('DELIVERED', 'CLOSED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'withdraw' end, case when t.state in ('DELIVERED', 'CLOSED') and (((tf."as SENDER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'declareError' end]::text[], null) as "may", t_notes.j as "notes", t_answers.j as "answers", t_timeline.j as "timeline", t_client.j as "client", t.id as "_dossier") tj
  where t.id = $3::uuid and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true));

-- WOONDIENST HOUSING_COUNSELLOR: page of clients
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from client t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Client' and p.until > now() and not p.former and (((p.roles @> array['OWNER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['OWNER'] as "as OWNER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as OWNER" and tf."my.addressed") and (tf."my.excluded") is not true))) is true as "IDENTITY" offset 0) ts
  cross join lateral (select t.id as "id", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", case when ts."IDENTITY" then t.birth_date end as "birthDate", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- WOONDIENST HOUSING_COUNSELLOR: worklist: to do
with reader as (select $1::uuid, $2::uuid) select coalesce(t.due, 'infinity')::text as at, t.id as id, to_json(tj)::text body
  from (select t.*
  from task t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.dossier_id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  where t.partner_id = $1::uuid and ((t.done_at is null and t.person_id = $3::uuid and t.awaits = $4::boolean) or (t.done_at is null and t.person_id is null and t.role = $5::text and t.awaits = $6::boolean)) and (((p.roles @> array['FORMER_RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['OWNER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true))
  order by coalesce(t.due, 'infinity'), t.id
  limit 26) t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.dossier_id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  left join lateral (select to_json(q1j) j
  from referral q1
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['SENDER'] as "as SENDER", (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q1f
  cross join lateral (select ((((q1f."as RECEIVER" and q1f."my.addressed") and (q1f."my.excluded") is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((q1f."as SENDER" and q1f."my.addressed") and (q1f."my.excluded") is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY" offset 0) q1s
  cross join lateral (select q1.id as "id", q1.number as "number", case when q1s."IDENTITY" then q1.given_name end as "givenName", case when q1s."IDENTITY" then q1.family_name end as "familyName", ('[' || concat_ws(',', case when not q1s."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld") q1j
  where q1.id in (t.dossier_id) and (((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid))) is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid))) is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  limit 1) t_referral on true
  cross join lateral (select t.id as "id", t.kind as "kind", t.due as "due", '[]'::json as "withheld", t_referral.j as "referral", t.dossier_id as "_dossier") tj;

-- HOUSING_COMPANY TENANCY_OFFICER: page of referrals
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from referral t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Referral' and p.until > now() and not p.former and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", (false) is true as "PROGRESS" offset 0) ts
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- HOUSING_COMPANY TENANCY_OFFICER: page of referrals in one state, after a cursor
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from referral t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Referral' and p.until > now() and not p.former and p.state = $3 and (p.at, p.dossier_id) < ($4::timestamptz, $5::uuid) and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", (false) is true as "PROGRESS" offset 0) ts
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- HOUSING_COMPANY TENANCY_OFFICER: one referral with its answers, notes and timeline
with reader as (select $1::uuid, $2::uuid) select to_json(tj)::text body
  from referral t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  cross join lateral (select coalesce(array_agg(c), '{}') lent
  from share s, unnest(s.classes) c
  where s.dossier_id = t.id and s.partner_id = $1::uuid and s.granted_by = t.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) tl
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) tf
  cross join lateral (select ((((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY", ((((tf."as RECEIVER" and tf."my.addressed" and tl.lent @> array['CONTACT']) and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "CONTACT", (false) is true as "INCOME", (false) is true as "DEBTS", (false) is true as "PROGRESS" offset 0) ts
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q1j) j
  from note q1
  cross join lateral (select q1.id as "id", q1.data_class as "dataClass", q1.body as "body", '[]'::json as "withheld") q1j
  where q1.dossier_id in (t.id) and (((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true and (q1.data_class is not distinct
  from 'JUDICIAL') is not true and (q1.data_class is not distinct
  from 'HEALTH') is not true) or ((p.roles @> array['SENDER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true and (q1.data_class is not distinct
  from 'JUDICIAL') is not true and (q1.data_class is not distinct
  from 'HEALTH') is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true and (q1.data_class is not distinct
  from 'JUDICIAL') is not true and (q1.data_class is not distinct
  from 'HEALTH') is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true and (q1.data_class is not distinct
  from 'JUDICIAL') is not true and (q1.data_class is not distinct
  from 'HEALTH') is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'PRIVATE_NOTE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true and (q1.data_class is not distinct
  from 'JUDICIAL') is not true and (q1.data_class is not distinct
  from 'HEALTH') is not true) or ((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) and q1.author_id is not distinct
  from $2::uuid and q1.data_class is not distinct
  from 'CORE') and ((exists (select
  from exclusion x
  where x.dossier_id = q1.dossier_id and x.person_id = $2::uuid))) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.sealed is not distinct
  from true)) is not true and ((q1.data_class is not distinct
  from 'PRIVATE_NOTE' and q1.author_id is distinct
  from $2::uuid)) is not true and (q1.data_class is not distinct
  from 'JUDICIAL') is not true and (q1.data_class is not distinct
  from 'HEALTH') is not true))
  order by q1.changed_at, q1.id
  limit 50) x) t_notes
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q2j) j
  from answer q2
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", p.roles @> array['FORMER_RECEIVER'] as "as FORMER_RECEIVER", (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q2f
  cross join lateral (select q2.id as "id", q2.state as "state", q2.due as "due", '[]'::json as "withheld", array_remove(array[case when q2.state in ('NEW') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'receive' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'ask' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'accept' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'reject' end, case when q2.state in ('RECEIVED', 'REOPENED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'redirect' end, case when q2.state in ('ACCEPTED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'start' end, case when q2.state in ('IN_PROGRESS', 'FEEDBACK_GIVEN') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'feedback' end, case when q2.state in ('FEEDBACK_GIVEN') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'close' end, case when q2.state in ('CLOSED', 'REJECTED', 'EXPIRED') and (((q2f."as RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'reopen' end, case when q2.state in ('WITHDRAWN') and (((q2f."as FORMER_RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'stop' end, case when q2.state in ('WITHDRAWN') and (((q2f."as FORMER_RECEIVER" and q2f."my.addressed" and q2.partner_id is not distinct
  from $1::uuid) and (q2f."my.excluded") is not true)) then 'keep' end]::text[], null) as "may") q2j
  where q2.dossier_id in (t.id) and (((p.roles @> array['FORMER_RECEIVER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) and q2.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (q2.audience = '{}' or q2.partner_id = $1::uuid or q2.audience @> array[$1::uuid]) and q2.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q2.dossier_id and x.person_id = $2::uuid))) is not true))
  limit 50) x) t_answers
  cross join lateral (select coalesce(json_agg(x.j), '[]') j
  from (select to_json(q3j) j
  from timeline_entry q3
  cross join lateral (select p.roles @> array['FORMER_RECEIVER'] as "as FORMER_RECEIVER", p.roles @> array['RECEIVER'] as "as RECEIVER", (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q3f
  cross join lateral (select ((((q3f."as FORMER_RECEIVER" and q3f."my.addressed" and q3.partner_id is not distinct
  from $1::uuid) and (q3f."my.excluded") is not true) or ((q3f."as RECEIVER" and q3f."my.addressed") and (q3f."my.excluded") is not true))) is true as "OUTCOME" offset 0) q3s
  cross join lateral (select q3.id as "id", q3.at as "at", q3.event as "event", q3.text as "text", case when q3s."OUTCOME" then q3.outcome end as "outcome", ('[' || concat_ws(',', case when not q3s."OUTCOME" then '{"dataClass":"OUTCOME","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld") q3j
  where q3.dossier_id in (t.id) and (((p.roles @> array['SENDER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['FORMER_RECEIVER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid]) and q3.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (q3.audience = '{}' or q3.partner_id = $1::uuid or q3.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q3.dossier_id and x.person_id = $2::uuid))) is not true))
  order by q3.at desc, q3.id
  limit 200) x) t_timeline
  left join lateral (select to_json(q4j) j
  from client q4
  join lateral (select q4p.*
  from party q4p
  where q4p.dossier_id = q4.id and q4p.partner_id = $1::uuid and q4p.until > now() offset 0) q4p on true
  cross join lateral (select (false) is true as "IDENTITY" offset 0) q4s
  cross join lateral (select q4.id as "id", case when q4s."IDENTITY" then q4.given_name end as "givenName", ('[' || concat_ws(',', case when not q4s."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", q4.id as "_dossier") q4j
  where q4.id in (select f.dossier_id
  from client_file f
  where f.about_id = t.id and f.partner_id = $1::uuid) and false
  limit 1) t_client on true
  cross join lateral (select t.id as "id", t.number as "number", case when ts."PROGRESS" then t.state end as "state", t.type as "type", t.urgent as "urgent", t.question as "question", case when ts."PROGRESS" then t.changed_at end as "changedAt", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", case when ts."CONTACT" then t.phone end as "phone", case when ts."INCOME" then t.income_note end as "incomeNote", case when ts."DEBTS" then t.debts_note end as "debtsNote", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."CONTACT" then '{"dataClass":"CONTACT","why":"' || case when tf."as RECEIVER" then 'NOT_SHARED' else 'NOT_FOR_ROLE' end || '"}' end, case when not ts."INCOME" then '{"dataClass":"INCOME","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."DEBTS" then '{"dataClass":"DEBTS","why":"' || 'NOT_FOR_ROLE' || '"}' end, case when not ts."PROGRESS" then '{"dataClass":"PROGRESS","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", array_remove(array[case when t.state in ('DRAFT', 'SENT', 'DELIVERED', 'CLOSED', 'WITHDRAWN', 'MADE_IN_ERROR') and (((tf."as RECEIVER" and tf."my.addressed") and (tf."my.excluded") is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true)) then 'note' end]::text[], null) as "may", t_notes.j as "notes", t_answers.j as "answers", t_timeline.j as "timeline", t_client.j as "client", t.id as "_dossier") tj
  where t.id = $3::uuid and (((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = t.id and x.person_id = $2::uuid))) is not true and (t.opposing_partner_id is not distinct
  from $1::uuid) is not true));

-- HOUSING_COMPANY TENANCY_OFFICER: page of clients
with reader as (select $1::uuid, $2::uuid), page as materialized ( select t.*, p.roles as p_roles, p.at as p_at
  from party p
  join lateral (select t.*
  from client t
  where t.id = p.dossier_id offset 0) t on true
  where p.partner_id = $1::uuid and p.kind = 'Client' and p.until > now() and not p.former and false
  order by p.at desc, p.dossier_id desc
  limit (select 26)) select p.at::text as at, t.id as id, p.more, to_json(tj)::text body
  from (select t.*, count(*) over () > 25 as p_more
  from page t
  order by p_at desc, t.id desc
  limit 25) t
  cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p
  cross join lateral (select (false) is true as "IDENTITY" offset 0) ts
  cross join lateral (select t.id as "id", case when ts."IDENTITY" then t.given_name end as "givenName", case when ts."IDENTITY" then t.family_name end as "familyName", case when ts."IDENTITY" then t.birth_date end as "birthDate", ('[' || concat_ws(',', case when not ts."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld", t.id as "_dossier") tj;

-- HOUSING_COMPANY TENANCY_OFFICER: worklist: to do
with reader as (select $1::uuid, $2::uuid) select coalesce(t.due, 'infinity')::text as at, t.id as id, to_json(tj)::text body
  from (select t.*
  from task t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.dossier_id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  where t.partner_id = $1::uuid and ((t.done_at is null and t.person_id = $3::uuid and t.awaits = $4::boolean) or (t.done_at is null and t.person_id is null and t.role = $5::text and t.awaits = $6::boolean)) and (((p.roles @> array['FORMER_RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['RECEIVER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['SENDER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true) or ((p.roles @> array['OWNER'] and (t.audience = '{}' or t.partner_id = $1::uuid or t.audience @> array[$1::uuid]) and t.partner_id is not distinct
  from $1::uuid) and ((exists (select
  from exclusion x
  where x.dossier_id = t.dossier_id and x.person_id = $2::uuid))) is not true))
  order by coalesce(t.due, 'infinity'), t.id
  limit 26) t
  join lateral (select p.*
  from party p
  where p.dossier_id = t.dossier_id and p.partner_id = $1::uuid and p.until > now() offset 0) p on true
  left join lateral (select to_json(q1j) j
  from referral q1
  cross join lateral (select p.roles @> array['RECEIVER'] as "as RECEIVER", (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid]) as "my.addressed", (exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid)) as "my.excluded" offset 0) q1f
  cross join lateral (select ((((q1f."as RECEIVER" and q1f."my.addressed") and (q1f."my.excluded") is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true))) is true as "IDENTITY" offset 0) q1s
  cross join lateral (select q1.id as "id", q1.number as "number", case when q1s."IDENTITY" then q1.given_name end as "givenName", case when q1s."IDENTITY" then q1.family_name end as "familyName", ('[' || concat_ws(',', case when not q1s."IDENTITY" then '{"dataClass":"IDENTITY","why":"' || 'NOT_FOR_ROLE' || '"}' end) || ']')::json as "withheld") q1j
  where q1.id in (t.dossier_id) and (((p.roles @> array['RECEIVER'] and (q1.audience = '{}' or q1.partner_id = $1::uuid or q1.audience @> array[$1::uuid])) and ((exists (select
  from exclusion x
  where x.dossier_id = q1.id and x.person_id = $2::uuid))) is not true and (q1.opposing_partner_id is not distinct
  from $1::uuid) is not true))
  limit 1) t_referral on true
  cross join lateral (select t.id as "id", t.kind as "kind", t.due as "due", '[]'::json as "withheld", t_referral.j as "referral", t.dossier_id as "_dossier") tj;
