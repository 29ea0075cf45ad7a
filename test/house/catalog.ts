import { allRecords } from '#kernel';
import '#imports';
import '../../apps/api/src/doors.js';

/** Tables that say nothing of any person; the embedded sign-in keeps its sessions for trying out only. */
const OPEN = ['arrow', 'migrations', 'municipality', 'partner', 'partner_name', 'retention_rule', 'search_class', 'search_source', 'seating', 'sign_in'];
/** Walled tables by the column that names their dossier. */
const WALLED: { [table: string]: string } = {
  access_request: 'dossier_id', agreement: 'dossier_id', answer: 'dossier_id', attachment: 'dossier_id', client: 'id', client_file: 'dossier_id', consult: 'id', imported_row: 'dossier_id', look: 'dossier_id', message: 'dossier_id', note: 'dossier_id', own_number: 'dossier_id', receipt: 'dossier_id', recipient: 'dossier_id', recusal: 'dossier_id',
  signing_link: 'dossier_id',
  referral: 'id', referral_person: 'dossier_id', task: 'dossier_id', timeline_entry: 'dossier_id',
  // A landlord sits at the signal alone; what connects a mediation with it hangs on the mediation (decisions 7).
  tension_signal: 'id', signal_renter: 'dossier_id', signal_request: 'dossier_id', settlement: 'dossier_id',
  mediation_case: 'id', case_signal: 'dossier_id', mediation_party: 'dossier_id', mediation_session: 'dossier_id', deviation: 'dossier_id', settlement_signature: 'dossier_id',
};
/** A record on a dossier with a wall of its own: who gave it and who got it. */
const WALLED_OTHERWISE = ['share'];

const ME = '( SELECT me.partner() AS partner)';
const I = '( SELECT me.person() AS person)';

const seated = (table: string, key: string) => `(EXISTS ( SELECT FROM party p WHERE ((p.dossier_id = ${table}.${key}) AND (p.partner_id = ${ME}) AND (p.until > now()) AND ((NOT p.former) OR (${table}.partner_id = ${ME})))))`;
const addressed = `((audience = '{}'::uuid[]) OR (partner_id = ${ME}) OR (audience @> ARRAY[${ME}]))`;
const excluded = (table: string, key: string) => `(NOT (EXISTS ( SELECT FROM exclusion x WHERE ((x.dossier_id = ${table}.${key}) AND (x.person_id = ${I})))))`;

/** Who supports the platform is nowhere, but where a partner let her in; and writes nowhere. */
const NO_SUPPORT = "(( SELECT me.role() AS role) IS DISTINCT FROM 'PLATFORM_ADMIN'::text)";
const READS_ONLY = `* restrictive using true check ${NO_SUPPORT}`;
const LET_IN = `* restrictive using (${NO_SUPPORT} OR (dossier_id = ANY (ARRAY( SELECT let_in() AS let_in))))`;

/** What is to be destroyed is its partner's DPO's; the clock, which proposes it, sees the lists too. */
const DPO = "(( SELECT me.role() AS role) = 'DPO'::text)";
const KEEPER = `((${I} IS NULL) OR ${DPO})`;

/** What each policy for the portal must say, word for word. */
const POLICIES: { [policy: string]: string } = {
  ...Object.fromEntries(
    Object.entries(WALLED).flatMap(([table, key]) => [
      [`${table} seated`, `r permissive using (${seated(table, key)} AND ${addressed})`],
      [`${table} written`, `a permissive check (${seated(table, key)} AND (partner_id = ${ME}))`],
      [`${table} rewritten`, `w permissive using (${seated(table, key)} AND ${addressed}) check (${seated(table, key)} AND (partner_id = ${ME}))`],
      [`${table} excluded`, `* restrictive using ${excluded(table, key)}`],
      [`${table} reads_only`, READS_ONLY],
    ]),
  ),
  'note secrecy': `* restrictive using ((data_class <> ALL (ARRAY['HEALTH'::text, 'JUDICIAL'::text])) OR (( SELECT me.regime() AS regime) = 'PROFESSIONAL_SECRECY'::text))`,
  'note author': `* restrictive using ((data_class <> 'PRIVATE_NOTE'::text) OR ((NOT sealed) AND ((author_id = ${I}) OR (dossier_id = ANY (ARRAY( SELECT notes_opened() AS notes_opened)))))) check ((data_class <> 'PRIVATE_NOTE'::text) OR (author_id = ${I}))`,
  'attachment secrecy': `* restrictive using ((data_class <> ALL (ARRAY['HEALTH'::text, 'JUDICIAL'::text])) OR (( SELECT me.regime() AS regime) = 'PROFESSIONAL_SECRECY'::text))`,
  'attachment author': `* restrictive using ((data_class <> 'PRIVATE_NOTE'::text) OR (author_id = ${I}))`,
  'attachment passed': `* restrictive using ((state = ANY (ARRAY['UNSCANNED'::text, 'CLEAN'::text])) OR (partner_id = ${ME}))`,
  'attachment_content passed': `r permissive using (EXISTS ( SELECT FROM attachment a WHERE ((a.id = attachment_content.attachment_id) AND (a.state = ANY (ARRAY['UNSCANNED'::text, 'CLEAN'::text])) AND ((a.partner_id = ${ME}) OR (a.audience @> ARRAY[${ME}])))))`,
  'attachment_content added': `a permissive check (EXISTS ( SELECT FROM attachment a WHERE ((a.id = attachment_content.attachment_id) AND (a.state = ANY (ARRAY['UNSCANNED'::text, 'PENDING'::text])) AND (a.partner_id = ${ME}) AND (a.author_id = ${I}))))`,
  'referral opposed': `* restrictive using (opposing_partner_id IS DISTINCT FROM ${ME})`,
  'look since': `* restrictive using (day >= ( SELECT ((p.since AT TIME ZONE 'Europe/Brussels'::text))::date AS timezone FROM party p WHERE ((p.dossier_id = look.dossier_id) AND (p.partner_id = ${ME}))))`,
  'look told': `* restrictive using (personal OR (partner_id <> ${ME}))`,
  'earlier today': `r permissive using ( CASE record WHEN 'Referral'::text THEN (EXISTS ( SELECT FROM referral t WHERE (t.id = earlier.row_id))) WHEN 'Note'::text THEN (EXISTS ( SELECT FROM note t WHERE (t.id = earlier.row_id)))
    WHEN 'Client'::text THEN (EXISTS ( SELECT FROM client t WHERE (t.id = earlier.row_id))) WHEN 'Answer'::text THEN (EXISTS ( SELECT FROM answer t WHERE (t.id = earlier.row_id))) ELSE false END
    AND (at >= ( SELECT p.since FROM party p WHERE ((p.dossier_id = earlier.dossier_id) AND (p.partner_id = ${ME})))))`,
  'earlier excluded': `* restrictive using ${excluded('earlier', 'dossier_id')}`,
  'share excluded': `* restrictive using ${excluded('share', 'dossier_id')}`,
  'party seated': `r permissive using ((partner_id = ${ME}) OR (granted_by = ${ME}))`,
  'party excluded': `* restrictive using ${excluded('party', 'dossier_id')}`,
  'exclusion mine': `r permissive using (person_id = ${I})`,
  'share mine': `r permissive using ((partner_id = ${ME}) OR (granted_by = ${ME}))`,
  'share lent': `a permissive check ((granted_by = ${ME}) AND (EXISTS ( SELECT FROM party p WHERE ((p.dossier_id = share.dossier_id) AND (p.partner_id = share.partner_id) AND (p.granted_by = ${ME})))))`,
  'share ended': `w permissive using (granted_by = ${ME})`,
  'duty mine': `r permissive using (partner_id = ${ME})`,
  'duty taken': `a permissive check (partner_id = ${ME})`,
  'duty ended': `w permissive using (partner_id = ${ME})`,
  'trail mine': `a permissive check ((partner_id = ${ME}) AND (NOT (person_id IS DISTINCT FROM ${I})))`,
  'idempotency mine': `* permissive using ((person_id = ${I}) AND (partner_id = ${ME})) check ((person_id = ${I}) AND (partner_id = ${ME}))`,
  'person staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
  'cooperation_protocol public': `r permissive using (signed OR (drafter_id = ${ME}) OR (company_id = ${ME}))`,
  'cooperation_protocol drafted': `a permissive check (drafter_id = ${ME})`,
  'cooperation_protocol parties': `w permissive using ((drafter_id = ${ME}) OR (company_id = ${ME})) check ((drafter_id = ${ME}) OR (company_id = ${ME}))`,
  'exchange_protocol public': `r permissive using ((state = ANY (ARRAY['SIGNED'::text, 'PUBLISHED'::text, 'ENDED'::text])) OR (from_partner_id = ${ME}) OR (to_partner_id = ${ME}))`,
  'exchange_protocol drafted': `a permissive check (from_partner_id = ${ME})`,
  'exchange_protocol parties': `w permissive using ((from_partner_id = ${ME}) OR (to_partner_id = ${ME})) check ((from_partner_id = ${ME}) OR (to_partner_id = ${ME}))`,
  'dwelling staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
  'absence staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
  'hand_over staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
  'notice mine': `* permissive using ((partner_id = ${ME}) AND (person_id = ${I})) check ((partner_id = ${ME}) AND (person_id = ${I}))`,
  'notice excluded': `* restrictive using ${excluded('notice', 'dossier_id')}`,
  'notice seated': `* restrictive using ((dossier_id IS NULL) OR ( SELECT (p.until > now()) FROM party p WHERE ((p.dossier_id = notice.dossier_id) AND (p.partner_id = ${ME}))))`,
  'notice concerned': `* restrictive using (((of_person IS NULL) OR (of_person = ${I}) OR (of_person IN ( SELECT a.person_id FROM absence a WHERE ((a.deputy_id = ${I}) AND (a.cancelled_at IS NULL) AND ((today() >= a.since) AND (today() <= a.until)))))) AND ((of_role IS NULL) OR (of_role IN ( SELECT m.role FROM mandate m WHERE ((m.person_id = ${I}) AND (m.since <= today()) AND ((m.until IS NULL) OR (m.until >= today())))))))`,
  'mail_preference mine': `* permissive using ((partner_id = ${ME}) AND (person_id = ${I})) check ((partner_id = ${ME}) AND (person_id = ${I}))`,
  'mail clock': `* permissive using ((partner_id = ${ME}) AND (${I} IS NULL)) check ((partner_id = ${ME}) AND (${I} IS NULL))`,
  'closing_day staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
  'access_review staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
  'calendar_feed mine': `* permissive using ((partner_id = ${ME}) AND (person_id = ${I})) check ((partner_id = ${ME}) AND (person_id = ${I}))`,
  'saved_filter mine': `* permissive using ((partner_id = ${ME}) AND (person_id = ${I})) check ((partner_id = ${ME}) AND (person_id = ${I}))`,
  'party support': LET_IN,
  'share support': LET_IN,
  'duty support': LET_IN,
  'share reads_only': READS_ONLY,
  'duty reads_only': READS_ONLY,
  'glass_break support': `* restrictive using ${NO_SUPPORT}`,
  'hand_over support': `* restrictive using ${NO_SUPPORT}`,
  'attachment_content support': `* restrictive using ${NO_SUPPORT}`,
  'support_look asker': `r permissive using ((host_id = ${ME}) AND (person_id = ${I}))`,
  'support_look asked': `r permissive using (partner_id = ${ME})`,
  'support_look asks': `a permissive check ((host_id = ${ME}) AND (person_id = ${I}) AND (( SELECT me.role() AS role) = 'PLATFORM_ADMIN'::text) AND (state = 'ASKED'::text) AND (EXISTS ( SELECT FROM partner o WHERE ((o.id = support_look.host_id) AND o.host))))`,
  'support_look stops': `w permissive using ((host_id = ${ME}) AND (person_id = ${I})) check ((host_id = ${ME}) AND (person_id = ${I}) AND (state = ANY (ARRAY['WITHDRAWN'::text, 'ENDED'::text])))`,
  'support_look decides': `w permissive using ((partner_id = ${ME}) AND ${NO_SUPPORT}) check ((partner_id = ${ME}) AND ${NO_SUPPORT} AND ((state <> 'OPEN'::text) OR ((decided_by = ${I}) AND (support_fault(person_id, dossier_id) IS NULL))))`,
  'support_look alone': `* restrictive using (${NO_SUPPORT} OR (person_id = ${I}))`,
  'support_look excluded': `* restrictive using ${excluded('support_look', 'dossier_id')}`,
  'glass_break staff': `r permissive using (partner_id = ${ME})`,
  'glass_break broken': `a permissive check ((partner_id = ${ME}) AND (person_id = ${I}) AND (EXISTS ( SELECT FROM party p WHERE ((p.dossier_id = glass_break.dossier_id) AND (p.partner_id = ${ME}) AND (p.until > now())))))`,
  'glass_break ended': `w permissive using (partner_id = ${ME})`,
  'glass_break excluded': `* restrictive using ${excluded('glass_break', 'dossier_id')}`,
  'destruction_list listed': `r permissive using ((partner_id = ${ME}) AND ${KEEPER})`,
  'destruction_list proposed': `a permissive check ((partner_id = ${ME}) AND (${I} IS NULL) AND (signed_at IS NULL))`,
  'destruction_list signed': `w permissive using ((partner_id = ${ME}) AND ${DPO} AND (signed_at IS NULL)) check ((partner_id = ${ME}) AND (signer_id = ${I}) AND is_dpo())`,
  'destruction_item listed': `r permissive using ((partner_id = ${ME}) AND ${KEEPER})`,
  'destruction_item proposed': `a permissive check ((partner_id = ${ME}) AND (${I} IS NULL) AND (num_nonnulls(taken_off_at, destroyed_at, kept_at) = 0) AND (EXISTS ( SELECT FROM destruction_list l WHERE ((l.id = destruction_item.list_id) AND (l.signed_at IS NULL)))))`,
  'destruction_item taken_off': `w permissive using ((partner_id = ${ME}) AND ${DPO}) check ((partner_id = ${ME}) AND is_dpo())`,
  'legal_hold held': `r permissive using ((partner_id = ${ME}) AND ${DPO})`,
  'legal_hold holds': `a permissive check ((partner_id = ${ME}) AND (setter_id = ${I}) AND (lifted_at IS NULL) AND is_dpo() AND (EXISTS ( SELECT FROM party p WHERE ((p.dossier_id = legal_hold.dossier_id) AND (p.partner_id = ${ME}) AND (p.until > now())))))`,
  'legal_hold lifts': `w permissive using ((partner_id = ${ME}) AND ${DPO} AND (lifted_at IS NULL)) check ((partner_id = ${ME}) AND is_dpo())`,
  'legal_hold excluded': `* restrictive using ${excluded('legal_hold', 'dossier_id')}`,
  'mandate staff': `* permissive using (partner_id = ${ME}) check (partner_id = ${ME})`,
};

/**
 * Functions that run as the owner: each opens one narrow way past the walls. Beside each what it says, by the beginning of its digest: whoever
 * changes one looks here at what it lets through (test/house/gates.ts says that of most of them), and writes down the new one.
 */
const DEFINERS: { [name: string]: string } = {
  account_of: 'e60bcdf7', answers_for: '910ea516', capacities_of: 'e54459a0', closed_days: '517f0490', confirm_pending_signal: 'eefaf5c3',
  conformance: '1ac06d0c', content_to_scan: 'c7ad6854', cover: '41d38a0b', cover_of: '6edfdaa7', drop_pending_signals: '299d90ef',
  due_mails: '85df152a', due_signal_mails: 'd6f4ab7d', due_tasks: 'cb717184', end_seat: '9b0c2e5f', end_session: 'b572f991',
  end_signal_mail: '9ecc7e90', feed_capacity: '4da8612c', files_of: '9f9657cc', find: '6da97211', find_clients: 'b4706d11',
  follow_protocol: 'c2dc5994', hand_over_notes: '88e53330', how_it_stands: '58462e69', keep_admin: 'b5ed4d13', keep_agreed: 'a9adc499',
  keep_assigned: '5fc3d07b', keep_drafted: '6c508156', keep_earlier: '7eaf7172', keep_files: '446d8597', keep_host: '82e3bf83',
  keep_named: 'ebcce536', keep_opposed: 'db83dbf7', keep_pending_signal: '26f6d0ef', keep_preference: '15ce8992', keep_sealed: 'c0bf4560',
  keep_share: 'd3d7dddb', keep_signal: '75f6c235', keep_words: '9559141f', know_each_other: '578d3978', leavers: '4c1f395a',
  left_with_files: '159facc3', let_in: 'a8071f84', let_read: '5d46f1c2', move_signal_terms: 'fc2dd2c3', move_terms: 'a25ce665',
  namesakes: '2f56c0eb', notes_opened: '53ab0e8b', open_dossier: '7daa2a43', open_files: '3522269b', own_files: '91974ece',
  pending_attachments: '3d9dabc6', pending_signal_at: '254d2a25', protect_address: '82d9b559', readers_of: '1b4e4642', recuse: '9cc77e60',
  release_tasks: '95b4b47d', resembling: 'ae1279c0', restate: '18aefb89', reviews_due: '99a0e766', running_terms: '97e603c6',
  same_person: '937e8e2b', scanned: '094841b4', seal_notes: 'f74ae1c9', seal_trail: 'ddc1e8df', seat: '020be753', session_ended: '983ffa0d',
  signer_of: '07e2f003', signing_link_at: 'ad3822ad', spread_recusal: 'be470b9b', stand_ins: 'a67c0225', support_fault: 'bfb171b8',
  take_signal_mail: '8b4fd075', tell: '7cae3c0e', tell_deputies: '5498ce1f', tell_glass: '2c53ce90', tell_look: '9821ae19', tell_of_task: 'e765219f',
  tell_support: 'e4a9c1d3', tell_support_look: '0d074cde', tie_account: 'a5669df3', trail_links: '3064c712', trail_of: '89b74575',
  uncovered_soon: '9c882e7f', wipe_content: 'ff4b2779', works: '8dbdf1c1',
  is_dpo: '9b13029e', keep_hold: 'f3723d5c', forgettable_lines: '205470c5', forget_lines: '42a754ba', ended: '0eaa0594', due_now: '581ef780', due: '7c067fde', partners_due: '5fa7e4fd', signed_items: '9d9771ee', destroy: '0bd9cdd0', erasures: '3852ecf5',
  enter: '9e8e6827', partner: '8f236f26', person: '6a4a8510', regime: '2406c80b', role: '8e796225',
};

/** Those that are planned anew for the words of each search. */
const PLANNED = ['find'];

/** What the portal may do to each table beside reading; of columns, which. */
const MAY: { [table: string]: string } = {
  access_request: 'INSERT UPDATE', agreement: 'INSERT UPDATE(ended_at ended_by)', answer: 'INSERT UPDATE', own_number: 'INSERT UPDATE', receipt: 'INSERT', recipient: 'INSERT UPDATE', recusal: 'INSERT UPDATE', referral_person: 'INSERT UPDATE',
  client: 'INSERT UPDATE', client_file: 'INSERT UPDATE', imported_row: 'INSERT', note: 'INSERT UPDATE(body changed_at version)', referral: 'INSERT UPDATE', task: 'INSERT UPDATE', timeline_entry: 'INSERT',
  consult: 'INSERT UPDATE(answer answered_at answered_by closed_at due state version)', message: 'INSERT UPDATE(at audience body leaves_at reader_ids state version)',
  absence: 'INSERT UPDATE(cancelled_at deputy_id since until version warned_for)', hand_over: 'INSERT', notice: 'UPDATE(read_at version)', mail_preference: 'UPDATE(digest urgent version)', mail: 'INSERT UPDATE(ended_at maybe_twice next_at state taken_at tries version)',
  attachment: 'INSERT UPDATE', attachment_content: 'INSERT',
  closing_day: 'INSERT UPDATE(removed_at removed_by version)', calendar_feed: 'INSERT UPDATE(revoked_at version)', saved_filter: 'INSERT UPDATE(removed_at version)', access_review: 'INSERT UPDATE(confirmed_at confirmed_by ended_at version)', partner_name: '',
  dossier: '', earlier: '', look: '', party: '', search_entry: '', search_class: '', search_source: '', seating: '', exclusion: '', arrow: '', partner: '', municipality: '', migrations: '',
  share: 'INSERT UPDATE(ended_at ended_by until)', duty: 'INSERT UPDATE(until)', trail: 'INSERT(capacity changed classes dossier_ids operation outcome partner_id person_id purpose record)', trail_link: '', trail_seal: '', idempotency: 'INSERT UPDATE(record_id)',
  glass_break: 'INSERT UPDATE(ended_at version)',
  tension_signal: 'INSERT UPDATE(closed_at decided_at heard_by in_progress_at not_started_at report_by started_at state version)', signal_renter: 'INSERT', signal_request: 'INSERT UPDATE', settlement: 'INSERT UPDATE', settlement_signature: 'INSERT',
  mediation_case: 'INSERT UPDATE', case_signal: 'INSERT', mediation_party: 'INSERT UPDATE', mediation_session: 'INSERT UPDATE', deviation: 'INSERT', dwelling: 'INSERT UPDATE(municipality postcode street version)',
  cooperation_protocol: 'INSERT UPDATE(company_signed_as company_signed_at company_signed_by company_signed_hash company_signer_id ended_on ended_reason partner_signed_as partner_signed_at partner_signed_by partner_signed_hash partner_signer_id state text valid_from valid_to version)',
  support_look: 'INSERT UPDATE(decided_at decided_by decided_name dossier_id dossier_kind ended_at ends_at state version)',
  signing_link: 'INSERT UPDATE(revoked_at used_at version)', pending_signal: '', ended_session: '',
  exchange_protocol: 'INSERT UPDATE(classes ended_on ended_reason frequency from_advice_by from_advice_on from_advice_positive from_advice_text from_signed_by from_signed_on legal_basis publication_url purpose retention security state to_advice_by to_advice_on to_advice_positive to_advice_text to_signed_by to_signed_on valid_from valid_to version)',
  retention_rule: '', retention_erasure: '', destruction_list: 'INSERT UPDATE(signed_at signed_by signer_id version)', destruction_item: 'INSERT UPDATE(taken_off_at taken_off_by taken_off_reason version)', legal_hold: 'INSERT UPDATE(lift_reason lifted_at lifted_by version)',
  person: 'INSERT UPDATE(active email mail_refused_at name version)', mandate: 'INSERT UPDATE(left_told_at until version)', sign_in: 'DELETE INSERT UPDATE',
};

type Source = { rows: <Row extends object>(sql: string) => Promise<Row[]> };
/** What stands in a database, and what should. */
export type Comparison = { found: unknown; wanted: unknown };
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

export async function tables(source: Source): Promise<Comparison> {
  const found = await source.rows<{ name: string; forced: boolean }>(`select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`);
  const records = allRecords().map(({ table, everyone, seat }) => [table, everyone === true, Boolean(seat) && !WALLED_OTHERWISE.includes(table)]);
  return {
    found: [found.filter(({ forced }) => !forced).map(({ name }) => name), found.map(({ name }) => name).sort(), records],
    wanted: [OPEN, Object.keys(MAY).sort(), allRecords().map(({ table }) => [table, OPEN.includes(table), table in WALLED])],
  };
}

export async function policies(source: Source): Promise<Comparison> {
  const found = await source.rows<{ name: string; says: string }>(`
    select c.relname || ' ' || p.polname as name, p.polcmd::text || case when p.polpermissive then ' permissive' else ' restrictive' end
      || coalesce(' using ' || pg_get_expr(p.polqual, c.oid), '') || coalesce(' check ' || pg_get_expr(p.polwithcheck, c.oid), '') as says
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace and p.polname not in ('house', 'retention')`);
  // Of search_entry its functions would lose the index by a condition; nobody else may do anything there.
  const others = await source.rows<object>(`select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'house' and (p.polroles <> array['woonbrug_owner'::regrole::oid] or pg_get_expr(p.polqual, c.oid) <> '(CURRENT_USER = ''woonbrug_owner''::name)')`);
  const reads = await source.rows<object>(`select has_table_privilege('portal', 'search_entry', 'select') as reads`);
  const targets = await source.rows<object>(`select p.polname from pg_policy p where p.polname not in ('house', 'retention') and p.polroles <> array['portal'::regrole::oid]`);
  const sorted = (all: [string, string][]) => all.map(([name, says]): [string, string] => [name, plain(says)]).sort(([a], [b]) => (a < b ? -1 : 1));
  return { found: [sorted(found.map(({ name, says }) => [name, says])), others, reads, targets], wanted: [sorted(Object.entries(POLICIES)), [{ relname: 'search_entry' }], [{ reads: false }], []] };
}

/** What the role that destroys may do, and where: it is nobody's, signs in never, and sees what it must delete. */
export async function retention(source: Source): Promise<Comparison> {
  const policies = await source.rows<{ name: string; says: string }>(`select c.relname as name, p.polcmd::text || case when p.polpermissive then '' else ' restrictive' end || coalesce(' using ' || pg_get_expr(p.polqual, c.oid), '') || coalesce(' check ' || pg_get_expr(p.polwithcheck, c.oid), '') || case when p.polroles = array['woonbrug_retention'::regrole::oid] then '' else ' for others' end as says
    from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'retention' order by 1`);
  const rights = await source.rows<{ name: string; may: string }>(`select c.relname as name, concat_ws(' ', (select string_agg(r, ' ') from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r where has_table_privilege('woonbrug_retention', c.oid, r)),
      (select 'UPDATE(' || string_agg(a.attname::text, ' ' order by a.attname::text) || ')' from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('woonbrug_retention', c.oid, a.attnum, 'UPDATE'))) as may
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  const [role] = await source.rows<object>(`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb, (select count(*)::int from pg_auth_members where member = r.oid) as member_of,
    (select string_agg(m.rolname::text, ' ') from pg_auth_members a join pg_roles m on m.oid = a.member where a.roleid = r.oid and not m.rolsuper) as members, (select count(*)::int from pg_class where relowner = r.oid) as tables from pg_roles r where rolname = 'woonbrug_retention'`);
  // Each table whose rows name a dossier, and the dossier itself.
  const personal = await source.rows<{ name: string }>(`select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (c.relname in ('dossier', 'attachment_content', 'mail', 'idempotency')
    or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in ('dossier'::regclass, 'party'::regclass, 'referral'::regclass, 'client'::regclass))
    or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'dossier_id' and not a.attisdropped)) and c.relname not in ('destruction_item', 'retention_erasure') order by 1`);
  const updates: { [table: string]: string } = { client: ' UPDATE(source_referral_id version)', dossier: ' UPDATE(legal_hold)', earlier: ' UPDATE(row)' };
  const deletes = personal.map(({ name }): [string, string] => [name, `DELETE${updates[name] ?? ''}`]);
  const wanted = [...deletes, ['destruction_item', 'UPDATE(destroyed_at destroyed_rows kept_at kept_why taken_off_reason version)'], ['retention_erasure', 'INSERT']].sort(([a], [b]) => (a < b ? -1 : 1));
  const sees = [...personal.map(({ name }) => name), 'destruction_item', 'destruction_list', 'person', 'retention_erasure'].sort();
  return {
    found: [rights.filter(({ may }) => may).map(({ name, may }) => [name, may]), policies.map(({ name, says }) => [name, says]), role],
    wanted: [wanted, sees.map((name) => [name, name === 'person' ? 'r using true' : '* using true']), { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false, member_of: 0, members: 'woonbrug_owner', tables: 0 }],
  };
}

export async function views(source: Source): Promise<Comparison> {
  return { found: await source.rows<object>(`select relname from pg_class where relkind in ('v', 'm', 'f') and relnamespace = 'public'::regnamespace and not coalesce(reloptions, '{}') @> array['security_invoker=true']`), wanted: [] };
}

export async function definers(source: Source): Promise<Comparison> {
  const found = await source.rows<{ name: string; config: string[] | null; open: boolean; says: string }>(`select p.proname as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype as open,
      left(encode(sha256(convert_to(regexp_replace(p.prosrc, '\\s+', ' ', 'g'), 'UTF8')), 'hex'), 8) as says
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);
  const wanted = Object.entries(DEFINERS).sort(([a], [b]) => (a < b ? -1 : 1));
  return { found, wanted: wanted.map(([name, says]) => ({ name, config: ['search_path=public, pg_temp', ...(PLANNED.includes(name) ? ['plan_cache_mode=force_generic_plan', 'max_parallel_workers_per_gather=0'] : [])], open: false, says })) };
}

export async function role(source: Source): Promise<Comparison> {
  const [found] = await source.rows<object>(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, (select count(*)::int from pg_auth_members where member = r.oid) as member_of,
    (select count(*)::int from pg_class where relowner = r.oid) as tables, (select count(*)::int from pg_proc where proowner = r.oid) as functions, (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
    has_schema_privilege('portal', 'public', 'create') as makes, has_schema_privilege('portal', 'me', 'create') as changes_me, has_schema_privilege('portal', 'pgboss', 'create') as makes_queues,
    (select count(*)::int from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) may where c.relnamespace = 'me'::regnamespace and c.relkind = 'r' and (has_table_privilege('portal', c.oid, may) or (may in ('select', 'insert', 'update', 'references') and has_any_column_privilege('portal', c.oid, may)))) as reads_keys,
    (select count(*)::int from unnest(array['select', 'usage', 'update']) may where has_sequence_privilege('portal', 'me.entered', may)) as writes_who,
    (select count(*)::int from pg_namespace where has_schema_privilege('portal', oid, 'create') and nspname !~ '^pg_') as makes_anywhere from pg_roles r where rolname = 'portal'`);
  return { found, wanted: { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, member_of: 0, tables: 0, functions: 0, schemas: 0, makes: false, changes_me: false, makes_queues: false, reads_keys: 0, writes_who: 0, makes_anywhere: 0 } };
}

export async function rights(source: Source): Promise<Comparison> {
  const byColumn = (right: string) => `(select string_agg(a.attname::text, ' ' order by a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and not has_table_privilege('portal', c.oid, '${right}') and has_column_privilege('portal', c.oid, a.attnum, '${right}'))`;
  const found = await source.rows<{ name: string; may: string | null; inserts: string | null; updates: string | null }>(`
    select c.relname as name, (select string_agg(distinct privilege, ' ') from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege where has_table_privilege('portal', c.oid, privilege))
      as may, ${byColumn('INSERT')} as inserts, ${byColumn('UPDATE')} as updates
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
  const wanted = Object.entries(MAY).sort(([a], [b]) => (a < b ? -1 : 1));
  return { found: found.map(({ name, may, inserts, updates }) => [name, [may, inserts && `INSERT(${inserts})`, updates && `UPDATE(${updates})`].filter(Boolean).join(' ')]), wanted };
}
