-- Invented referrals in any number, written past all walls and triggers; $rows stands for how many.
-- All but thirty go from OCMW Izegem to the Woondienst; those thirty, spread evenly, from OCMW Oostrozebeke. The newest
-- 3,000 wait for a decision (of the thirty none), of the rest one in fifty was withdrawn. Each fifth is about a client in the files of both sides.
set local session_replication_role = replica;
set local synchronous_commit = off;

create function pg_temp.uid(what text, n int) returns uuid language sql immutable as $$ select overlay(overlay(md5(what || ' ' || n) placing '4' from 13) placing '8' from 17)::uuid $$;
create function pg_temp.pick(list text[], n int, salt int) returns text language sql immutable
  as $$ select list[1 + ((hashint4extended(n, salt) & 2147483647) % cardinality(list))::int] $$;

create temp table made on commit drop as
with who as (select (select id from partner where key = 'ocmw-izegem') sender, (select id from partner where key = 'ocmw-oostrozebeke') small, (select id from partner where key = 'woondienst-izegem') receiver)
select n, pg_temp.uid('referral', n) id, pg_temp.uid('sender file', n) sender_file, pg_temp.uid('receiver file', n) receiver_file, n % 5 = 0 filed,
  case when thirty then small else sender end sender, receiver,
  today() - interval '5 years' * ($rows - n) / $rows - interval '1 day' as at,
  case when thirty then 'CLOSED' when n > $rows - 3000 then 'RECEIVED' when n % 50 = 1 then 'STOPPED' when n % 12 = 2 then 'REJECTED' else 'CLOSED' end state,
  pg_temp.pick('{Jan,Marie,Luc,An,Peter,Katrien,Bart,Ilse,Koen,Els,Fatima,Mohamed,Youssef,Amina,Piotr,Elena,Andriy,Olena,José,Zoë,Thomas,Lotte,Noah,Emma,Lucas,Louise,Wout,Fien,Ahmed,Leïla,Marc,Rita,Johan,Christine,Dirk,Martine,Geert,Nadine,Patrick,Sabine}', n, 1) given_name,
  pg_temp.pick('{"","","","","",De ,Van ,Ver,Vande,Van den }', n, 2)
    || pg_temp.pick('{Maes,Claes,Smet,Bos,Meer,Haeghe,Casteel,Kerck,Brouck,Steen,Wall,Putte,Cauter,Lare,Hout,Velde,Berg,Poel,Moor,Winter,Craene,Waele,Backer,Wever,Clerck,Vos,Wolf,Haan,Beke,Dael,Goos,Nijs,Pauw,Roo,Schep,Tack,Vlie,Zeg,Lam,Koop,Jon,Huy,Gijs,Fon,Eeck,Dob,Cool,Bult,Aerts,Thys,Pieters,Naert,Demey,Lefe,Callens,Degry,Bossu,Vanne,Lievens,Dewul}', n, 3)
    || pg_temp.pick('{"",s,sen,mans,hove,inck,aert,oye,dries,gem,roy,linde,ster,veer,wijck,ghe}', n, 4) family_name,
  date '1945-01-01' + ((hashint4extended(n, 5) & 2147483647) % 22000)::int birth_date
from generate_series(1, $rows) n, lateral (select n % ($rows / 30) = 0 and n / ($rows / 30) <= 30 thirty) t, who;
analyze made;

insert into dossier (id, kind, opened_by, opened_at)
  select id, 'Referral', sender, at from made union all select sender_file, 'Client', sender, at from made where filed union all select receiver_file, 'Client', receiver, at from made where filed;

insert into party (dossier_id, partner_id, roles, granted_by, kind, state, at, since)
  select id, sender, array['SENDER'], sender, 'Referral', case state when 'RECEIVED' then 'DELIVERED' when 'STOPPED' then 'WITHDRAWN' else 'CLOSED' end, at, at from made union all
  select id, receiver, array[case state when 'STOPPED' then 'FORMER_RECEIVER' else 'RECEIVER' end], sender, 'Referral', state, at, at from made union all
  select sender_file, sender, array['OWNER'], sender, 'Client', null, at, at from made where filed union all
  select receiver_file, receiver, array['OWNER'], receiver, 'Client', null, at, at from made where filed;

insert into client (id, partner_id, opened_at, given_name, family_name, birth_date, phone, street, postcode, municipality, adults)
  select file, partner, at, given_name, family_name, birth_date, '0470 00 00 00', 'Marktstraat 1', '8870', 'Izegem', 1
  from made, lateral (values (sender_file, sender), (receiver_file, receiver)) f (file, partner) where filed;

insert into client_file (id, dossier_id, about_id, partner_id)
  select gen_random_uuid(), file, id, partner from made, lateral (values (sender_file, sender), (receiver_file, receiver)) f (file, partner) where filed;

insert into referral (id, version, partner_id, number, state, type, sender_id, sender_name, question, drafted_at, changed_at, delivered_at, closed_at, given_name, family_name, birth_date, phone, street, postcode, municipality, adults, children, income_source, income_note, debts_note, housing_situation, housing_note)
  select id, 3, sender, 'W-' || n, case state when 'RECEIVED' then 'DELIVERED' when 'STOPPED' then 'WITHDRAWN' else 'CLOSED' end, 'TO_WOONDIENST', pg_temp.uid('person', n % 5), 'Lies Verhelst',
    'De eigenaar heeft de huur opgezegd. Kan de Woondienst mee zoeken naar een betaalbare woning?', at - interval '1 day', at, at, case when state in ('REJECTED', 'CLOSED') then at end,
    given_name, family_name, birth_date, '0470 00 00 00', 'Marktstraat 1', '8870', 'Izegem', 1, n % 4, 'WAGE', 'Deeltijds werk en kinderbijslag.', 'Geen achterstal.', 'PRIVATE_RENT', 'Rijwoning met vochtplekken.'
  from made;

insert into answer (id, version, dossier_id, partner_id, from_partner_id, state, delivered_at, read_at, term_from, due)
  select pg_temp.uid('answer', n), 3, id, receiver, sender, state, at, at, case state when 'RECEIVED' then at end, case state when 'RECEIVED' then at + interval '7 days' end from made;

insert into recipient (id, dossier_id, partner_id, audience, receiver_id, classes)
  select gen_random_uuid(), id, sender, array[sender], receiver, '{CONTACT,ADDRESS,HOUSEHOLD,HOUSEHOLD_SIZE,INCOME,DEBTS,HOUSING,HEALTH}' from made;

insert into agreement (id, dossier_id, partner_id, about_id, receiver_id, classes, purpose, told_that, told_purpose, told_whom, told_content, agreed_by, agreed_name, way, agreed_on, until)
  select pg_temp.uid('agreement', n), sender_file, sender, id, receiver, '{CORE,IDENTITY,CONTACT,ADDRESS,HOUSEHOLD,HOUSEHOLD_SIZE,INCOME,DEBTS,HOUSING,HEALTH}', 'Naar de Woondienst', true, true, true, true, 'CLIENT', given_name || ' ' || family_name, 'ORAL', at::date,
    case when n % 2 = 0 then today() + 365 else at::date + 30 end
  from made where filed;

insert into share (id, dossier_id, partner_id, audience, classes, purpose, ground, agreement_id, until, granted_by, since)
  select gen_random_uuid(), id, receiver, array[sender, receiver], '{CORE,IDENTITY,CONTACT,ADDRESS,HOUSEHOLD,HOUSEHOLD_SIZE,INCOME,DEBTS,HOUSING,HEALTH}', 'Naar de Woondienst', 'Gedeeld beroepsgeheim', case when filed then pg_temp.uid('agreement', n) end,
    case when n % 2 = 0 then now() + interval '1 year' else at + interval '30 days' end, sender, at
  from made;

insert into timeline_entry (id, dossier_id, partner_id, person_name, at, event, outcome)
  select gen_random_uuid(), id, case event when 'sent' then sender else receiver end, 'Lies Verhelst', at + after, event, null
  from made, (values ('sent', interval '0'), ('received', interval '2 hours'), ('accepted', interval '1 day')) e (event, after);

-- A hundred of them, in the middle, have twenty entries.
insert into timeline_entry (id, dossier_id, partner_id, person_name, at, event, outcome)
  select gen_random_uuid(), id, case when e % 2 = 0 then sender else receiver end, 'Lies Verhelst', at + interval '2 days' + interval '1 hour' * e, 'contacted', null
  from made, generate_series(1, 17) e where n between $rows / 2 and $rows / 2 + 99;

insert into note (id, dossier_id, partner_id, author_id, data_class, body, changed_at)
  select gen_random_uuid(), id, sender, pg_temp.uid('person', n % 5), 'HEALTH', 'De dokter vraagt een woning zonder vocht.', at from made where n % 10 = 0;

insert into task (id, dossier_id, partner_id, audience, kind, role, other_partner_id, awaits, opened_at, due, escalate, done_at)
  select gen_random_uuid(), id, partner, array[partner], kind, role, other, awaits, at, at + interval '7 days', not awaits, case when state <> 'RECEIVED' then at + interval '1 day' end
  from made, lateral (values (receiver, sender, 'DECIDE', 'HOUSING_COUNSELLOR', false), (sender, receiver, 'AWAIT_ANSWER', 'SOCIAL_WORKER', true)) t (partner, other, kind, role, awaits);
