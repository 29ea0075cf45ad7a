import { createHash } from 'node:crypto';
import type pg from 'pg';
import { enter } from '../support/context.js';

/** One question to a function that runs as the owner, who asks it, and what she must be told: written down by hand. */
export type Gate = { of: string; as: string; ask: readonly string[]; told: string };

const words = new Map<string, string>();
/** The same id for the same word. */
const idOf = (word: string): string => {
  const hex = createHash('sha256').update(`gate ${word}`).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  words.set(id, word.replaceAll(' ', '.'));
  return id;
};
/** `{a.word}` stands for its id, and is told where the id is. */
const filled = (sql: string): string => sql.replaceAll(/\{([a-zA-Z][\w.]*)\}(?!')/g, (_, word: string) => `'${idOf(word.replaceAll('.', ' '))}'`);
const named = (value: string | null): string => (value === null ? '' : (words.get(value) ?? value));

const PARTNERS = ['A', 'B', 'C', 'D', 'E'];
/** Nobody is seated at Z but C; A's own seat at S has ended, B's at F is a former one, C's at R has ended, and E was seated at R by B. */
const SEATS = 'R A SENDER A|R B RECEIVER A|R D RECEIVER A|R C RECEIVER A ended|R E RECEIVER B|S A SENDER A ended|S D RECEIVER A|F A SENDER A|F B FORMER_RECEIVER A|K A OWNER A|M B OWNER B|N A SENDER A|N B RECEIVER A|Z C SENDER C|L A OWNER A ended|W A SENDER A|X A SENDER A|V A SENDER A';
const KINDS: { [dossier: string]: string } = { K: 'Client', L: 'Client', M: 'MediationCase', N: 'Consult' };
/** Persons, the partner that they work for, their function, and what is odd about them. */
const PEOPLE = 'a1 A SOCIAL_WORKER|a2 A SOCIAL_WORKER|akept A SOCIAL_WORKER|agone A SOCIAL_WORKER inactive|adpo A DPO|akeptdpo A DPO|alatedpo A DPO over|asoondpo A DPO soon|agonedpo A DPO inactive|alead A COORDINATOR|aadmin A PARTNER_ADMIN|alateadmin A PARTNER_ADMIN over|b1 B HOUSING_COUNSELLOR|b2 B HOUSING_COUNSELLOR|bkept B HOUSING_COUNSELLOR|bgone B HOUSING_COUNSELLOR inactive|bdpo B DPO|bpolitic B DPO political|blatedpo B DPO over|bsoondpo B DPO soon|bcoord B COORDINATOR|badmin B PARTNER_ADMIN|bsign B SIGNATORY|bgonesign B SIGNATORY inactive|blatesign B SIGNATORY over|bsoonsign B SIGNATORY soon|dsign D SIGNATORY|dhuman D SIGNATORY|c1 C SOCIAL_WORKER|cdpo C DPO|d1 D SOCIAL_WORKER|h1 B PLATFORM_ADMIN|hfree B PLATFORM_ADMIN|h2 B PLATFORM_ADMIN|hlate B PLATFORM_ADMIN over|hsoon B PLATFORM_ADMIN soon|hkept B PLATFORM_ADMIN|hbusy B PLATFORM_ADMIN|hover B PLATFORM_ADMIN|hended B PLATFORM_ADMIN|hnone B COORDINATOR';
const DAYS: { [odd: string]: [string, string | null] } = { over: ['2020-01-01', '2021-01-01'], soon: ['2198-01-01', null] };
const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2199-01-01T00:00:00Z';

/** Writes the house of the gates: no trigger, no foreign key, no check and no rule of one at a time has a say. */
export async function arrange(owner: pg.Client): Promise<void> {
  await owner.query('begin; set local session_replication_role = replica');
  await owner.query(`do $$ declare c record; begin for c in select conrelid::regclass t, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop;
    for c in select indexrelid::regclass i from pg_index where indisunique and indpred is not null and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) loop execute format('drop index %s', c.i); end loop; end $$`);
  const write = async (table: string, rows: readonly object[]) => {
    for (const row of rows) {
      const { rows: missing } = await owner.query<{ name: string; type: string }>(`select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = '' and attname <> all ($2)`, [table, Object.keys(row)]);
      const something = (type: string) => ({ uuid: idOf('something'), text: 'x', integer: 1, boolean: false, date: '2020-01-01', 'timestamp with time zone': PAST, 'text[]': [], 'uuid[]': [], jsonb: {}, bytea: '\\x00' })[type] ?? null;
      const whole = { ...Object.fromEntries(missing.map(({ name, type }) => [name, something(type)])), ...row };
      const columns = Object.keys(whole).map((each) => `"${each}"`).join(', ');
      await owner.query(`insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1)`, [JSON.stringify(whole)]);
    }
  };
  const all = (text: string) => text.split('|').map((line) => line.split(' '));
  await write('partner', PARTNERS.map((key) => ({ id: idOf(key), key: `gate ${key}`, name: `gate ${key}`, kind: key === 'B' ? 'WOONDIENST' : key === 'D' ? 'HOUSING_COMPANY' : 'OCMW', regime: 'PROFESSIONAL_SECRECY' })));
  await write('person', all(PEOPLE).map(([name, partner, , odd]) => ({ id: idOf(name), partner_id: idOf(partner), username: `gate.${name}`, name: `${name} Lippens`, active: odd !== 'inactive', version: 1 })));
  await write('mandate', all(PEOPLE).map(([name, partner, role, odd = '']) => ({ id: idOf(`${name} role`), partner_id: idOf(partner), person_id: idOf(name), role, since: DAYS[odd]?.[0] ?? '2020-01-01', until: DAYS[odd]?.[1] ?? null, political: odd === 'political', version: 1 })));
  const seats = all(SEATS);
  await write('dossier', [...new Set(seats.map(([dossier]) => dossier))].map((dossier) => ({ id: idOf(dossier), kind: KINDS[dossier] ?? 'Referral', opened_by: idOf('A') })));
  await write('party', seats.map(([dossier, partner, role, by, odd]) => ({ dossier_id: idOf(dossier), partner_id: idOf(partner), roles: [role], granted_by: idOf(by), kind: KINDS[dossier] ?? 'Referral', until: odd ? PAST : 'infinity', state: 'NEW', since: PAST, at: PAST })));
  await write('exclusion', [['akept', 'R'], ['akept', 'K'], ['akept', 'N'], ['akept', 'X'], ['akeptdpo', 'R'], ['bkept', 'M'], ['hkept', 'R'], ['hkept', 'F']].map(([person, dossier]) => ({ person_id: idOf(person), dossier_id: idOf(dossier), reason: 'x' })));
  const lippens = { given_name: 'Rosa', family_name: 'Lippens', birth_date: '1984-05-06' };
  await write('client', ['K', 'L'].map((dossier) => ({ id: idOf(dossier), partner_id: idOf('A'), version: 1, ...lippens })));
  const referrals = ['R A a1', 'S A a1', 'F A a1', 'Z C c1', 'Y C a1', 'W A c1', 'X A akept', 'V A agone'].map((line) => line.split(' '));
  await write('referral', referrals.map(([dossier, partner, sender]) => ({ id: idOf(dossier), partner_id: idOf(partner), sender_id: idOf(sender), number: `GATE-${dossier}`, state: 'DELIVERED', version: 1, ...lippens })));
  await write('answer', [['B', 'b1', ['D']], ['D', 'd1', []]].map(([partner, contact, fellows]) => ({ id: idOf(`answer of ${String(partner)}`), dossier_id: idOf('R'), partner_id: idOf(partner as string), contact_person_id: idOf(contact as string), state: 'ACCEPTED', fellow_ids: (fellows as string[]).map(idOf), version: 1 })));
  // Rows of another partner's that name somebody of A.
  await write('duty', [{ dossier_id: idOf('Y'), person_id: idOf('a1'), partner_id: idOf('C'), role: 'CONTACT', until: 'infinity' }]);
  await write('consult', [{ id: idOf('Y'), partner_id: idOf('C'), asker_id: idOf('a1'), number: 'GATE-Y', state: 'ASKED', version: 1 }]);
  await write('mediation_case', [{ id: idOf('Y'), partner_id: idOf('C'), mediator_id: idOf('a1'), number: 'GATE-Y', state: 'CONTACT', version: 1 }]);
  await write('tension_signal', [{ id: idOf('Y'), partner_id: idOf('C'), person_id: idOf('a1'), number: 'GATE-Y', state: 'SIGNALLED', version: 1 }]);
  await write('absence', [['a1', 'a2', PAST, FUTURE, null], ['a1', 'agone', PAST, FUTURE, null], ['a1', 'akept', PAST, FUTURE, PAST], ['a1', 'alead', PAST, PAST, null], ['a2', 'aadmin', PAST, FUTURE, null]].map(([person, deputy, since, until, cancelled], at) => ({ id: idOf(`absence ${at}`), partner_id: idOf('A'), person_id: idOf(person!), deputy_id: idOf(deputy!), since, until, cancelled_at: cancelled, version: 1 })));
  await write('agreement', [['', 'B', null], [' ended', 'B', PAST], [' with D', 'D', null]].map(([name, receiver, ended]) => ({ id: idOf(`agreement${name}`), dossier_id: idOf('K'), partner_id: idOf('A'), about_id: idOf('R'), receiver_id: idOf(receiver!), classes: ['HEALTH'], until: '2198-01-01', ended_at: ended })));
  const agreed = JSON.stringify({ title: 'x', municipalities: [] });
  const signed = (side: string, signer: string) => ({ [`${side}_signer_id`]: idOf(signer), [`${side}_signed_by`]: `${signer} Lippens`, [`${side}_signed_as`]: 'x', [`${side}_signed_at`]: PAST, [`${side}_signed_hash`]: createHash('sha256').update(agreed).digest('hex') });
  await write('cooperation_protocol', [['talked about', 'NEGOTIATION', []], ['half', 'NEGOTIATION', ['partner']], ['other half', 'NEGOTIATION', ['company']], ['signed', 'SIGNED', ['partner', 'company']], ['force', 'ACTIVE', ['partner', 'company']]].map(([name, state, sides], at) => ({ id: idOf(name as string), drafter_id: idOf('B'), company_id: idOf('D'), edition: at + 1, state, text: agreed, valid_from: '2020-01-01', valid_to: state === 'ACTIVE' ? '2190-01-01' : null, version: 1, ...((sides as string[]).includes('partner') ? signed('partner', 'bsign') : {}), ...((sides as string[]).includes('company') ? signed('company', 'dsign') : {}) })));
  await owner.query(`update person set subject = 'human' where id = any ($1)`, [[idOf('bsign'), idOf('dhuman')]]);
  await write('mediation_case', [{ id: idOf('P'), partner_id: idOf('B'), mediator_id: idOf('b1'), protocol_id: idOf('force'), number: 'GATE-P', state: 'CONTACT', delivered_at: '2025-06-01T00:00:00Z', version: 1 }]);
  await write('deviation', [{ id: idOf('deviation'), dossier_id: idOf('P'), partner_id: idOf('B'), kind: 'LATE', step: 'x' }]);
  await write('recusal', [{ id: idOf('recusal'), dossier_id: idOf('R'), partner_id: idOf('A'), audience: [idOf('A')], person_id: idOf('a2'), lifted_at: null, version: 1 }, { id: idOf('recusal lifted'), dossier_id: idOf('R'), partner_id: idOf('A'), audience: [idOf('A')], person_id: idOf('a1'), lifted_at: PAST, version: 1 }]);
  await write('settlement', [['offered', 'OFFERED'], ['drafted', 'DRAFT']].map(([name, state], at) => ({ id: idOf(name), dossier_id: idOf('M'), partner_id: idOf('B'), edition: at + 1, state, body: name, version: 1 })));
  await write('mediation_party', [['agreed', 'RENTER', 'AGREED'], ['declined', 'RENTER', 'DECLINED'], ['landlord', 'LANDLORD', 'NONE'], ['done', 'RENTER', 'AGREED']].map(([name, side, answer]) => ({ id: idOf(name), dossier_id: idOf('M'), partner_id: idOf('B'), side, answer, version: 1 })));
  await write('settlement_signature', [{ id: idOf('signature'), dossier_id: idOf('M'), partner_id: idOf('B'), settlement_id: idOf('offered'), party_id: idOf('done') }]);
  const link = (hash: string, more: object = {}) => ({ id: idOf(`link ${hash}`), dossier_id: idOf('M'), partner_id: idOf('B'), settlement_id: idOf('offered'), party_id: idOf('agreed'), secret_hash: `link ${hash}`, until: FUTURE, version: 1, ...more });
  await write('signing_link', [link('good'), link('used', { used_at: PAST }), link('revoked', { revoked_at: PAST }), link('over', { until: PAST }), link('drafted', { settlement_id: idOf('drafted') }), link('declined', { party_id: idOf('declined') }), link('landlord', { party_id: idOf('landlord') }), link('done', { party_id: idOf('done') }), link('elsewhere', { dossier_id: idOf('P') })]);
  await write('consult', [{ id: idOf('N'), partner_id: idOf('A'), receiver_id: idOf('B'), anonymous: true, asker_id: null, number: 'GATE-N', state: 'ASKED', version: 1 }]);
  await write('mediation_case', [{ id: idOf('M'), partner_id: idOf('B'), mediator_id: idOf('b1'), number: 'GATE-M', state: 'SETTLEMENT_DRAFT', version: 1 }]);
  await write('note', [['R', 'A', 'a1', false], ['M', 'B', 'b1', false], ['M', 'B', 'b1', true], ['M', 'B', 'b2', false]].map(([dossier, partner, author, sealed], at) => ({ id: idOf(`note ${at}`), dossier_id: idOf(dossier as string), partner_id: idOf(partner as string), author_id: idOf(author as string), data_class: 'PRIVATE_NOTE', sealed, body: 'x', version: 1 })));
  await write('note', [{ id: idOf('note on health'), dossier_id: idOf('M'), partner_id: idOf('B'), author_id: idOf('b1'), data_class: 'HEALTH', body: 'x', version: 1 }]);
  await write('share', [['R', 'A', 'B', FUTURE], ['R', 'A', 'D', FUTURE], ['F', 'A', 'B', FUTURE], ['R', 'B', 'B', FUTURE], ['R', 'A', 'B', PAST]].map(([dossier, from, to, until], at) => ({ id: idOf(`share ${at}`), dossier_id: idOf(dossier), partner_id: idOf(to), granted_by: idOf(from), audience: [idOf(from), idOf(to)], classes: ['HEALTH'], since: PAST, until, purpose: 'x', ground: 'x' })));
  await write('attachment', ['PENDING', 'CLEAN'].map((state) => ({ id: idOf(`file ${state}`), dossier_id: idOf('R'), partner_id: idOf('A'), author_id: idOf('a1'), audience: [idOf('A')], data_class: 'INCOME', state, version: 1 })));
  await write('attachment_content', ['PENDING', 'CLEAN'].map((state) => ({ attachment_id: idOf(`file ${state}`), content: '\\x01' })));
  const look = (asker: string, dossier: string, more: object = {}) => ({ id: idOf(`look of ${asker} ${dossier}`), host_id: idOf('B'), partner_id: idOf('A'), person_id: idOf(asker), person_name: 'x', number: 'x', reason: 'x', state: 'OPEN', dossier_id: idOf(dossier), dossier_kind: 'Referral', ends_at: FUTURE, version: 1, ...more });
  await write('support_look', [look('h1', 'R'), look('hover', 'R', { ends_at: PAST }), look('hended', 'R', { state: 'ENDED' }), look('hlate', 'R'), look('hsoon', 'R'), look('hkept', 'R'), look('hkept', 'S'), look('hbusy', 'F'), look('hnone', 'R'), look('h2', 'R', { host_id: idOf('C') }), look('h1', 'Z', { partner_id: idOf('C') })]);
  const glass = (who: string, more: object = {}) => ({ id: idOf(`glass ${who} ${JSON.stringify(more)}`), partner_id: idOf('B'), person_id: idOf(who), dossier_id: idOf('M'), dossier_kind: 'MediationCase', role: 'DPO', ends_at: FUTURE, ended_at: null, opened_at: PAST, version: 1, ...more });
  await write('glass_break', [glass('bdpo'), glass('bdpo', { dossier_id: idOf('R'), dossier_kind: 'Referral' }), glass('bdpo', { dossier_id: idOf('S'), ends_at: PAST }), glass('bdpo', { dossier_id: idOf('F'), ended_at: PAST }), glass('bdpo', { dossier_id: idOf('K'), role: 'COORDINATOR' }), glass('bdpo', { dossier_id: idOf('Z'), partner_id: idOf('A') }), glass('bpolitic'), glass('blatedpo'), glass('bsoondpo'), glass('bcoord')]);
  const task = (name: string, more: object) => ({ id: idOf(name), dossier_id: idOf('R'), partner_id: idOf('A'), kind: 'DECIDE', calendar_id: idOf('A'), opened_at: PAST, version: 1, ...more });
  await write('task', [task('task a', { due: FUTURE }), task('task b', { partner_id: idOf('B'), calendar_id: idOf('B'), due: FUTURE }), task('task done', { due: FUTURE, done_at: PAST }), task('task without a term', { due: null }), task('task of a1', { person_id: idOf('a1'), role: 'SOCIAL_WORKER', due: null }), task('task of agone', { person_id: idOf('agone'), role: 'SOCIAL_WORKER', due: null })]);
  await write('trail', [['a1', 'A', ['F']], ['akept', 'A', ['R']], ['a2', 'A', ['Z']], ['b1', 'B', ['R']], [null, 'A', ['F']]].map(([person, partner, dossiers]) => ({ person_id: person && idOf(person as string), partner_id: idOf(partner as string), capacity: 'OCMW/SOCIAL_WORKER', operation: 'read', purpose: 'x', record: 'Referral', dossier_ids: (dossiers as string[]).map(idOf), classes: [], outcome: 'DONE', at: PAST })));
  await write('pending_signal', [{ id: idOf('signal'), partner_id: idOf('B'), email: 'x@example.org', content: { says: 1 }, secret_hashes: ['hash'], made_at: new Date(), next_at: PAST, tries: 0 }]);
  await write('calendar_feed', [['a1', 'live'], ['a1', 'revoked'], ['agone', 'gone'], ['alatedpo', 'late'], ['asoondpo', 'soon']].map(([person, hash]) => ({ id: idOf(`feed ${hash}`), partner_id: idOf('A'), person_id: idOf(person), mandate_id: idOf(`${person} role`), secret_hash: hash, revoked_at: hash === 'revoked' ? PAST : null, version: 1 })));
  await owner.query('commit');
}

const [REFUSED, NOT_SO] = ['P0002', 'P0001'];
const signs = (side: 'partner' | 'company', signer: string, { name = `${signer} Lippens`, hash = 'hash', at = 'now()', of = 'talked.about' } = {}): string =>
  `update cooperation_protocol set ${side}_signer_id = {${signer}}, ${side}_signed_by = '${name}', ${side}_signed_as = 'x', ${side}_signed_at = ${at}, ${side}_signed_hash = ${hash}, version = version + 1 where id = {${of}}`;
const drafts = ({ drafter = 'B', company = 'D', edition = 6, also = '', value = '' } = {}): string =>
  `insert into cooperation_protocol (id, drafter_id, company_id, edition, state, valid_from, text${also}) values ({new}, {${drafter}}, {${company}}, ${edition}, 'NEGOTIATION', '2150-01-01', '{"title":"x","municipalities":[]}'${value})`;
const shares = ({ agreement = 'agreement', dossier = 'R', from = 'A', to = 'B', classes = '{HEALTH}', until = '2197-01-01' } = {}): string =>
  `insert into share (id, dossier_id, partner_id, granted_by, audience, classes, purpose, ground, until, agreement_id) values ({new}, {${dossier}}, {${to}}, {${from}}, '{}', '${classes}', 'x', 'x', '${until}', {${agreement}})`;
const looks = (partner: string, person: string, dossier: string, { outcome = 'DONE' } = {}): string =>
  `insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) values ({${person}}, {${partner}}, 'OCMW/SOCIAL_WORKER', 'read', 'work', 'Referral', array[{${dossier}}]::uuid[], '{CORE}', '${outcome}')`;
const gates = (of: string, ...asked: readonly (readonly [as: string, ask: string | readonly string[], told: string])[]): Gate[] => asked.map(([as, ask, told]) => ({ of, as, ask: [ask].flat(), told }));
/** `!` before a statement: as the owner, to look at what became of it. */
export const GATES: readonly Gate[] = [
  ...gates('open_dossier',
    ['A a1', ["select open_dossier({new}, 'Referral', 'SENDER')", '!select partner_id, roles, granted_by from party where dossier_id = {new}'], 'A {SENDER} A'],
    ['', "select open_dossier({new}, 'Referral', 'SENDER')", REFUSED],
    ['A a1', "select open_dossier({new}, 'Referral', 'RECEIVER')", REFUSED],
    ['A a1', "select open_dossier({new}, 'Client', 'SENDER')", REFUSED]),
  ...gates('seat',
    ['A a1', ["select seat({F}, {D}, 'RECEIVER')", '!select partner_id, granted_by, roles from party where dossier_id = {F} and partner_id = {D}'], 'D A {RECEIVER}'],
    ['A a1', ["select seat({R}, {C}, 'RECEIVER')", "!select partner_id, until from party where dossier_id = {R} and partner_id in ({C}, {D}) and until = 'infinity'"], 'C infinity|D infinity'],
    ['A a1', "select seat({Z}, {D}, 'RECEIVER')", REFUSED],
    ['B b1', "select seat({Z}, {D}, 'RECEIVER')", REFUSED],
    ['B b1', "select seat({R}, {A}, 'RECEIVER')", REFUSED],
    ['A a1', "select seat({S}, {D}, 'RECEIVER')", REFUSED],
    ['A a1', "select seat({K}, {D}, 'RECEIVER')", REFUSED],
    ['A a1', "select seat({R}, {new}, 'OWNER')", REFUSED],
    ['A a1', "select seat({R}, {E}, 'RECEIVER')", REFUSED],
    ['', "select seat({R}, {new}, 'RECEIVER')", REFUSED]),
  ...gates('end_seat',
    ['A a1', ["select end_seat({R}, {B}, 'RECEIVER')", "!select partner_id, roles from party where dossier_id = {R} and roles = '{FORMER_RECEIVER}'"], 'B {FORMER_RECEIVER}'],
    ['A a1', ["select end_seat({R}, {B}, 'RECEIVER')", '!select count(*) from share where until > now() and dossier_id in ({R}, {F})'], '3'],
    ['A a1', ["select end_seat({R}, {B}, 'RECEIVER')", '!select until from share where id = {share.4}'], '2020-01-01 00:00:00+00'],
    ['A a1', "select end_seat({F}, {D}, 'RECEIVER')", REFUSED],
    ['A a1', "select end_seat({Z}, {C}, 'SENDER')", REFUSED],
    ['B b1', "select end_seat({R}, {B}, 'RECEIVER')", REFUSED],
    ['B b1', "select end_seat({R}, {E}, 'RECEIVER')", REFUSED],
    ['A a1', "select end_seat({R}, {E}, 'RECEIVER')", REFUSED],
    ['A a1', "select end_seat({R}, {B}, 'OWNER')", REFUSED],
    ['A a1', "select end_seat({R}, {A}, 'RECEIVER')", REFUSED],
    ['A a1', "select end_seat({S}, {A}, 'RECEIVER')", REFUSED],
    ['C c1', "select end_seat({R}, {B}, 'RECEIVER')", REFUSED],
    ['A a1', "select end_seat({S}, {D}, 'RECEIVER')", REFUSED]),
  ...gates('restate',
    ['A a1', ["select restate({R}, {A}, 'X', now())", "!select partner_id, dossier_id = {R} from party where state = 'X'"], 'A t'],
    ['B b1', "select restate({R}, {A}, 'X', now())", REFUSED],
    ['C c1', "select restate({R}, {C}, 'X', now())", REFUSED],
    ['A a1', "select restate({Z}, {A}, 'X', now())", REFUSED],
    ['A a1', "select restate({S}, {A}, 'X', now())", REFUSED]),
  ...gates('readers_of',
    ['A a1', 'select readers_of({R})', 'B|D'],
    ['B b1', 'select readers_of({R})', 'A|D|E'],
    ['D d1', 'select readers_of({R})', 'A'],
    ['E x', 'select readers_of({R})', 'B'],
    ['A akept', 'select readers_of({R})', ''],
    ['C c1', 'select readers_of({R})', ''],
    ['A a1', 'select readers_of({S})', ''],
    ['A a1', 'select readers_of({F})', ''],
    ['A a1', 'select readers_of({Z})', ''],
    ['A a1', 'select readers_of({N})', '']),
  ...gates('know_each_other',
    ['A a1', 'select know_each_other({R}, array[{B}]::uuid[])', 't'],
    ['A a1', 'select know_each_other({R}, array[{B}, {D}]::uuid[])', 'f'],
    ['A a1', 'select know_each_other({R}, array[{E}]::uuid[])', 'f'],
    ['C c1', 'select know_each_other({R}, array[{A}]::uuid[])', 'f']),
  ...gates('content_to_scan',
    ['A', 'select content_to_scan({file.PENDING})', '\\x01'],
    ['A a1', 'select content_to_scan({file.PENDING})', ''],
    ['B', 'select content_to_scan({file.PENDING})', ''],
    ['A', 'select content_to_scan({file.CLEAN})', '']),
  ...gates('scanned',
    ['A', "select dossier_id = {R} from scanned({file.PENDING}, 'CLEAN', now())", 't'],
    ['A', ["select scanned({file.PENDING}, 'CLEAN', now())", "!select count(*) from attachment where scanned_at = now()"], '1'],
    ['A', "select scanned({file.PENDING}, 'PENDING', now())", ''],
    ['A a1', "select scanned({file.PENDING}, 'CLEAN', now())", ''],
    ['B', "select scanned({file.PENDING}, 'CLEAN', now())", ''],
    ['A', "select scanned({file.CLEAN}, 'REFUSED', now())", '']),
  ...gates('support_fault',
    ['A adpo', 'select support_fault({hfree}, {R})', ''],
    ['A alead', 'select support_fault({hfree}, {R})', ''],
    ['A adpo', 'select support_fault({adpo}, {R})', 'SELF'],
    ...['a1', 'alatedpo', 'asoondpo', 'agonedpo', 'akeptdpo'].map((who): [string, string, string] => [`A ${who}`, 'select support_fault({hfree}, {R})', 'NO']),
    ['A bdpo', 'select support_fault({hfree}, {R})', 'NO'],
    ['A adpo', 'select support_fault({hfree}, {Z})', 'NO'],
    ['A adpo', 'select support_fault({hfree}, {S})', 'NO'],
    ['A adpo', 'select support_fault({hkept}, {F})', 'NO'],
    ['A adpo', 'select support_fault({hbusy}, {R})', 'NO'],
    ['A adpo', 'select support_fault({hover}, {R})', ''],
    ['A adpo', 'select support_fault({hended}, {R})', '']),
  ...gates('let_in',
    ['A h1', 'select let_in()', 'R'],
    ...['hover', 'hended', 'hlate', 'hsoon', 'hnone', 'h2', 'a1'].map((who): [string, string, string] => [`A ${who}`, 'select let_in()', '']),
    ['A hkept', 'select let_in()', 'S'],
    ['B h1', 'select let_in()', '']),
  ...gates('notes_opened',
    ['B bdpo DPO', 'select notes_opened()', 'M'],
    ['B bdpo COORDINATOR', 'select notes_opened()', ''],
    ['A bdpo DPO', 'select notes_opened()', ''],
    ...['bpolitic', 'blatedpo', 'bsoondpo', 'bcoord', 'b1'].map((who): [string, string, string] => [`B ${who} DPO`, 'select notes_opened()', ''])),
  ...gates('hand_over_notes',
    ['B b1', ['select hand_over_notes({M}, {b2})', "!select count(*) from note where author_id = {b2} and dossier_id = {M}"], '2'],
    ['B b1', 'select hand_over_notes({M}, {b2})', '1'],
    ['B b2', 'select hand_over_notes({M}, {b1})', REFUSED],
    ['A b1', 'select hand_over_notes({M}, {b2})', REFUSED],
    ['B b1', 'select hand_over_notes({M}, {a1})', REFUSED],
    ['B b1', 'select hand_over_notes({M}, {bgone})', REFUSED],
    ['B b1', 'select hand_over_notes({M}, {bkept})', REFUSED],
    ['B b1', 'select hand_over_notes({R}, {b2})', REFUSED],
    ['B bkept', 'select hand_over_notes({M}, {b2})', REFUSED]),
  ...gates('seal_notes',
    ['B b1', ['select seal_notes({M})', '!select count(*) from note where sealed'], '3'],
    ['A a1', 'select seal_notes({M})', REFUSED],
    ['B b1', 'select seal_notes({R})', REFUSED]),
  ...gates('own_files',
    ['A a1', 'select dossier_id from own_files({a1})', 'F|R'],
    ['A akept', 'select dossier_id from own_files({a1})', 'F'],
    ['B b1', 'select dossier_id from own_files({a1})', ''],
    ['C c1', 'select dossier_id from own_files({a1})', '']),
  ...gates('open_files',
    ['A aadmin', 'select person_id from open_files(array[{a1}, {b1}]::uuid[])', 'a1'],
    ['A', 'select person_id from open_files(array[{a1}]::uuid[])', 'a1'],
    ...['A a1', 'A alateadmin', 'A badmin'].map((who): [string, string, string] => [who, 'select person_id from open_files(array[{a1}]::uuid[])', '']),
    ['B badmin', 'select person_id from open_files(array[{a1}]::uuid[])', '']),
  ...gates('leavers', ['C c1', 'select person_id from leavers(today())', ''], ['A a1', 'select count(*) from leavers(today()) where person_id in ({bgone}, {b1})', '0'], ['B b1', 'select count(*) from leavers(today()) where person_id in ({agone})', '0']),
  ...gates('release_tasks',
    ['A a1', ['select release_tasks({agone}, today())', '!select person_id is null from task where id = {task.of.agone}'], 't'],
    ['A a1', ['select release_tasks({a1}, today())', '!select person_id from task where id = {task.of.a1}'], 'a1'],
    ['B b1', ['select release_tasks({agone}, today())', '!select person_id from task where id = {task.of.agone}'], 'agone']),
  ...gates('running_terms', ['A', 'select id from running_terms()', 'task.a'], ['B', 'select id from running_terms()', 'task.b'], ['C', 'select id from running_terms()', '']),
  ...gates('move_terms',
    ['A', ["select move_terms(array[{task.a}]::uuid[], array['2150-01-01']::timestamptz[], array[null]::timestamptz[], 'x', now())", "!select id from task where due = '2150-01-01'"], 'task.a'],
    ['B', ["select move_terms(array[{task.a}]::uuid[], array['2150-01-01']::timestamptz[], array[null]::timestamptz[], 'x', now())", "!select id from task where due = '2150-01-01'"], ''],
    ['A', ["select move_terms(array[{task.done}]::uuid[], array['2150-01-01']::timestamptz[], array[null]::timestamptz[], 'x', now())", "!select id from task where due = '2150-01-01'"], '']),
  ...gates('tell',
    ['A a1', ["select tell({A}, {a2}, null, {F}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], 'a2|aadmin'],
    // Not herself, but who acts for her.
    ['A a1', ["select tell({A}, {a1}, null, {F}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], 'a2'],
    ['A a1', ["select tell({A}, {akept}, null, {R}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], ''],
    ['A a1', ["select tell({A}, {agone}, null, {F}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], ''],
    ['A a1', ["select tell({A}, {b1}, null, {F}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], ''],
    ['A a1', ["select tell({B}, {b1}, null, {F}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], ''],
    ['A a1', ["select tell({A}, null, 'COORDINATOR', {F}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], 'alead'],
    ['A alead', ["select tell({A}, null, 'DPO', {R}, 'X', false, now())", "!select person_id from notice where kind = 'X'"], 'adpo']),
  ...gates('trail_of',
    ['A adpo', "select person_name, dossiers, numbers from trail_of(now(), 1e9::bigint, 50, null, null, null, null, 0, 6)", 'a1 Lippens 1 {GATE-F}|a2 Lippens 0 {}|akept Lippens 1 {GATE-R}'],
    ['A akeptdpo', "select person_name, dossiers, numbers from trail_of(now(), 1e9::bigint, 50, null, null, null, null, 0, 6)", 'a1 Lippens 1 {GATE-F}|a2 Lippens 0 {}'],
    ['A adpo', "select person_name from trail_of(now(), 1e9::bigint, 50, {a1}, null, null, null, 0, 6)", 'a1 Lippens'],
    ['A adpo', "select person_name from trail_of(now(), 1e9::bigint, 50, null, 'GATE-R', null, null, 0, 6)", 'akept Lippens'],
    ...['a1', 'alatedpo', 'asoondpo', 'agonedpo', 'bdpo'].map((who): [string, string, string] => [`A ${who}`, 'select from trail_of(now(), 1e9::bigint, 50, null, null, null, null, 0, 6)', REFUSED])),
  ...gates('find_clients',
    ['A a1', "select find_clients('rosa', array['OWNER'], 50)", 'K'],
    ['A akept', "select find_clients('rosa', array['OWNER'], 50)", ''],
    ['A a1', "select find_clients('rosa', array['SENDER'], 50)", ''],
    ['B b1', "select find_clients('rosa', array['OWNER'], 50)", ''],
    ['A akept', "select find_clients('ro', array['OWNER'], 50)", ''],
    ['B b1', "select find_clients('ro', array['OWNER'], 50)", ''],
    ['A a1', "select find_clients('wout', array['OWNER'], 50)", '']),
  ...gates('resembling',
    ['A a1', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Client', array['OWNER'], 50)", 'K'],
    ['A akept', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Client', array['OWNER'], 50)", ''],
    ['A a1', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Referral', array['SENDER'], 50)", 'F|R|V|W|X'],
    ['B b1', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Referral', array['RECEIVER'], 50)", 'R'],
    ['B b1', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Client', array['OWNER'], 50)", ''],
    ['C c1', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Referral', array['RECEIVER'], 50)", ''],
    ['A a1', "select resembling('Rosa', 'Lippens', '1984-05-06', 'Referral', array['OWNER'], 50)", ''],
    ['A a1', "select resembling('Wout', 'Dierickx', '1999-01-01', 'Referral', array['SENDER'], 50)", '']),
  ...gates('feed_capacity', ['', "select person_id from feed_capacity('live', today())", 'a1'], ...['revoked', 'gone', 'late', 'soon', 'other'].map((hash): [string, string, string] => ['', `select person_id from feed_capacity('${hash}', today())`, ''])),
  ...gates('capacities_of',
    ['', "select person_id, role from capacities_of('none', 'gate.a1')", 'a1 SOCIAL_WORKER'],
    ...['gate.agone', 'gate.alatedpo', 'gate.asoondpo', '', 'other'].map((name): [string, string, string] => ['', `select person_id from capacities_of('none', '${name}')`, ''])),
  ...gates('account_of', ['', "select name from account_of('gate.a1')", 'a1 Lippens'], ['', "select name from account_of('gate.agone')", '']),
  ...gates('tie_account',
    ['', ["select tie_account('sub', 'gate.a1')", "!select id from person where subject = 'sub'"], 'a1'],
    ['', ["select tie_account('sub', 'gate.a1')", "select tie_account('other', 'gate.a1')", "!select subject from person where id = {a1}"], 'sub']),
  ...gates('pending_signal_at', ['', "select id from pending_signal_at('hash', now())", 'signal'], ['', "select id from pending_signal_at('other', now())", ''], ['', "select id from pending_signal_at('hash', now() + interval '3 days')", '']),
  ...gates('confirm_pending_signal',
    ['B', "select confirm_pending_signal({signal}, 'hash', now())", '{"says": 1}'],
    ['B', ["select confirm_pending_signal({signal}, 'hash', now())", "select confirm_pending_signal({signal}, 'hash', now())"], ''],
    ['A', "select confirm_pending_signal({signal}, 'hash', now())", ''],
    ['B', "select confirm_pending_signal({signal}, 'other', now())", ''],
    ['B', "select confirm_pending_signal({new}, 'hash', now())", ''],
    ['B', "select confirm_pending_signal({signal}, 'hash', now() + interval '3 days')", '']),
  ...gates('session_ended', ['', ["select end_session('one')", "select session_ended('one'), session_ended('two')"], 't f']),
  ...gates('signer_of', ...['bgonesign', 'blatesign', 'bsoonsign'].map((who): [string, string, string] => ['!', `select name from signer_of({${who}}, {B})`, '']), ['!', 'select name from signer_of({bsign}, {B})', 'bsign Lippens'], ['!', 'select name from signer_of({bsign}, {A})', ''], ['!', 'select name from signer_of({b1}, {B})', '']),
  ...gates('enter', ...["''", 'null'].map((seal): [string, string, string] => ['A a1', `select me.enter({B}, {b1}, 'PROFESSIONAL_SECRECY', '', 'on', ${seal})`, '28000'])),
  ...gates('partner', ['', 'select me.partner()', ''], ['A a1', 'select me.partner()', 'A'], ['A a1', ["select set_config('app.partner', {B}, true)", 'select me.partner()'], '28000'], ['A a1', ["select set_config('app.person', {a2}, true)", 'select me.partner()'], '28000']),
  ...gates('person', ['', 'select me.person()', ''], ['A a1', 'select me.person()', 'a1'], ['A', 'select me.person()', ''], ['A a1', ["select set_config('app.person', '', true)", 'select me.person()'], '28000']),
  ...gates('regime', ['', 'select me.regime()', ''], ['A a1', 'select me.regime()', 'PROFESSIONAL_SECRECY'], ['A a1', ["select set_config('app.regime', 'DISCRETION', true)", 'select me.regime()'], '28000']),
  ...gates('role', ['', 'select me.role()', ''], ['A a1 DPO', 'select me.role()', 'DPO'], ['A a1 DPO', ["select set_config('app.role', '', true)", 'select me.role()'], '28000']),
  ...gates('works', ['!', 'select works({a1}, today()), works({agone}, today()), works({adpo}, today()), works({b1}, today())', 't f f t']),
  ...gates('same_person', ['!', 'select same_person({a1}, {a1}), same_person({a1}, {a2})', 't f']),
  ...gates('files_of', ['!', 'select f from files_of({a1}, true) f', 'F|R|S'], ['!', 'select f from files_of({b1}, true) f', 'M|P|R']),
  ...gates('answers_for', ['A', 'select answers_for({R})', '42501'], ['!A', 'select answers_for({R})', 'a1'], ['!B', 'select answers_for({M})', 'b1'], ['!A', 'select answers_for({M})', ''], ['!C', 'select answers_for({R})', ''],
    // Named by C, of C, kept away, gone.
    ...['Y', 'W', 'X', 'V'].map((dossier): [string, string, string] => ['!A', `select answers_for({${dossier}})`, ''])),
  ...gates('stand_ins', ['!', 'select stand_ins({a1})', 'a2']),
  ...gates('conformance',
    ['B b1', "select part, name from conformance({force}, 2025) where part = 'deviations'", 'deviations LATE'],
    ['D d1', "select n from conformance({force}, 2025) where part = 'deviations'", ''],
    ['D d1', 'select count(*) > 0 from conformance({force}, 2025)', 't'],
    ['A a1', 'select count(*) from conformance({force}, 2025)', '0'],
    ['B b1', 'select count(*) from conformance({half}, 2025)', '0'],
    ['B b1', 'select count(*) from conformance({force}, 2024)', '0']),
  ...gates('recuse', ['!', ['select recuse({R}, {A})', '!select person_id from exclusion where dossier_id = {R}'], 'a2|hkept']),
  ...gates('signing_link_at',
    ...['good', 'landlord'].map((hash): [string, string, string] => ['', `select id from signing_link_at('link ${hash}', now())`, `link.${hash}`]),
    ...['used', 'revoked', 'over', 'drafted', 'declined', 'done', 'elsewhere', 'other'].map((hash): [string, string, string] => ['', `select id from signing_link_at('link ${hash}', now())`, ''])),
  ...gates('keep_agreed',
    ['B bsign', [signs('partner', 'bsign'), '!select partner_signed, company_signed from cooperation_protocol where id = {talked.about}'], 't f'],
    ['D dsign', [signs('company', 'dsign'), '!select partner_signed, company_signed from cooperation_protocol where id = {talked.about}'], 'f t'],
    ['B bsign', signs('company', 'bsign'), NOT_SO],
    ['D dsign', signs('partner', 'dsign'), NOT_SO],
    ...(['partner', 'company'] as const).flatMap((side): [string, string, string][] => {
      const [by, whom, other] = side === 'partner' ? ['B bsign', 'bsign', 'b1'] : ['D dsign', 'dsign', 'd1'];
      return [
        [by, signs(side, other), NOT_SO],
        [by, signs(side, whom, { name: `${other} Lippens` }), NOT_SO],
        [by, signs(side, whom, { hash: "'x'" }), NOT_SO],
        [by, signs(side, whom, { at: "now() - interval '1 day'" }), NOT_SO],
        [by, signs(side, whom, { at: 'now()', of: 'signed' }), NOT_SO],
        [`${by[0]} ${other}`, signs(side, other), NOT_SO],
      ];
    }),
    // In another's name, under her own; and for the other side, where that side signed.
    ['B bsign', signs('partner', 'b1', { name: 'bsign Lippens' }), NOT_SO],
    ['D dsign', signs('company', 'd1', { name: 'dsign Lippens' }), NOT_SO],
    ['B bsign', signs('company', 'bsign', { of: 'half' }), NOT_SO],
    ['D dsign', signs('partner', 'dsign', { of: 'other.half' }), NOT_SO],
    ['D dhuman', signs('company', 'dhuman', { of: 'half' }), 'P0006'],
    ['D dsign', signs('company', 'dsign', { of: 'half' }), ''],
    ['B bsign', `update cooperation_protocol set text = '{"title":"y","municipalities":[]}', version = 2 where id = {talked.about}`, ''],
    ['B bsign', `update cooperation_protocol set text = '{"title":"y","municipalities":[]}', version = 2 where id = {half}`, NOT_SO],
    ['B bsign', `update cooperation_protocol set text = '{"title":"y","municipalities":[]}', version = 2 where id = {force}`, NOT_SO],
    ['B bsign', "update cooperation_protocol set valid_from = '2030-01-01', version = 2 where id = {talked.about}", ''],
    ['B bsign', "update cooperation_protocol set valid_from = '2030-01-01', version = 2 where id = {half}", NOT_SO],
    ['B bsign', "update cooperation_protocol set valid_to = '2180-01-01', version = 2 where id = {force}", ''],
    ['B bsign', "update cooperation_protocol set valid_to = '2195-01-01', version = 2 where id = {force}", NOT_SO],
    ['B bsign', "update cooperation_protocol set valid_to = null, version = 2 where id = {force}", NOT_SO],
    ['B bsign', "update cooperation_protocol set valid_from = '2019-01-01', valid_to = '2180-01-01', version = 2 where id = {force}", NOT_SO],
    ['B bsign', 'update cooperation_protocol set partner_signer_id = null, partner_signed_by = null, partner_signed_as = null, partner_signed_at = null, partner_signed_hash = null, version = 2 where id = {force}', NOT_SO],
    ['B bsign', 'update cooperation_protocol set company_signer_id = null, company_signed_by = null, company_signed_as = null, company_signed_at = null, company_signed_hash = null, version = 2 where id = {force}', NOT_SO],
    ['B bsign', 'update cooperation_protocol set partner_signer_id = null, partner_signed_by = null, partner_signed_as = null, partner_signed_at = null, partner_signed_hash = null, version = 2 where id = {half}', ''],
    ['B bsign', "!update cooperation_protocol set state = 'ENDED' where id = {force}", ''],
    ['B bsign', ["!update cooperation_protocol set state = 'ENDED' where id = {force}", "update cooperation_protocol set state = 'ACTIVE', valid_from = today(), version = 2 where id = {signed}"], ''],
    ['B bsign', ["!update cooperation_protocol set state = 'ENDED' where id = {force}", "update cooperation_protocol set state = 'ACTIVE', version = 2 where id = {signed}"], NOT_SO]),
  ...gates('keep_drafted',
    ['B bsign', drafts(), ''],
    ['B bsign', drafts({ edition: 7 }), NOT_SO],
    ['B bsign', drafts({ company: 'A' }), NOT_SO],
    ['A a1', drafts({ drafter: 'A', edition: 1 }), NOT_SO],
    ['B bsign', drafts({ also: ', partner_signed_at', value: ', now()' }), NOT_SO],
    ['B bsign', drafts({ also: ', ended_on', value: ', today()' }), NOT_SO]),
  ...gates('keep_named',
    ['!', 'update referral set sender_id = {agone}, version = version + 1 where id = {R}', 'P0005'],
    ['!', 'update referral set sender_id = {a2}, version = version + 1 where id = {R}', ''],
    ['!A a1', 'update referral set sender_id = null where false', '']),
  ...gates('keep_admin', ['!', 'update mandate set until = today() - 1, version = version + 1 where id = {badmin.role}', 'P0003'], ['!', 'update mandate set until = today() - 1, version = version + 1 where id = {bsign.role}', '']),
  ...gates('keep_files', ['!A aadmin', 'update person set active = false, version = version + 1 where id = {a1}', 'P0004'], ['!A', 'update person set active = false, version = version + 1 where id = {a1}', ''], ['!A aadmin', 'update person set active = false, version = version + 1 where id = {alead}', '']),
  ...gates('tell_look',
    ['!', [looks('A', 'a1', 'R'), '!select partner_id, personal, person_id, kind, audience = array[partner_id] from look'], 'A f  LOOKED f|A t a1 LOOKED t'],
    ['!', [looks('B', 'b1', 'R'), '!select partner_id, personal, person_id, kind, audience = array[{A}]::uuid[] from look'], 'B f  LOOKED t|B t b1 LOOKED f'],
    ['!', [looks('B', 'b1', 'F'), '!select partner_id, personal, person_id, kind from look'], 'B t b1 LOOKED'],
    ['!', [looks('E', 'x', 'F'), '!select partner_id from look'], ''],
    ['!', [looks('A', 'a1', 'R', { outcome: 'FORBIDDEN' }), '!select kind, personal from look'], 'DENIED t'],
    ['!', [looks('A', 'a1', 'R', { outcome: 'REFUSED' }), '!select kind from look'], '']),
  ...gates('keep_host', ['!', `insert into mandate (id, version, partner_id, person_id, role, since, political) values ({new}, 1, {C}, {c1}, 'PLATFORM_ADMIN', '2020-01-01', false)`, 'P0001']),
  ...gates('keep_opposed', ['!', 'update referral set opposing_partner_id = {B}, version = version + 1 where id = {R}', REFUSED], ['!', 'update referral set opposing_partner_id = {D}, version = version + 1 where id = {F}', '']),
  ...gates('keep_sealed', ['!', ['update mediation_case set sealed_at = now(), version = version + 1 where id = {M}', `insert into note (id, dossier_id, partner_id, author_id, data_class, body, version, changed_at) values ({new}, {M}, {B}, {b1}, 'PRIVATE_NOTE', 'x', 1, now())`], 'P0001']),
  ...gates('keep_share',
    ['!', `insert into share (id, dossier_id, partner_id, granted_by, audience, classes, purpose, ground, until) values ({new}, {R}, {B}, {A}, '{}', '{HEALTH}', 'x', 'x', now() + interval '1 day')`, '42501'],
    ['!', shares(), ''],
    ['!', shares({ agreement: 'agreement.ended' }), '42501'],
    ['!', shares({ agreement: 'agreement.with.D' }), '42501'],
    ['!', shares({ dossier: 'F' }), '42501'],
    ['!', shares({ from: 'B' }), '42501'],
    ['!', shares({ to: 'D' }), '42501'],
    ['!', shares({ classes: '{HEALTH,DEBTS}' }), '42501'],
    ['!', shares({ until: '2198-02-01' }), '42501'],
    ['!', "update share set until = until + interval '1 day' where id = {share.0}", '42501'],
    ['!', "update share set until = now() + interval '1 day' where id = {share.0}", '']),
];

/** What a function tells, in words of this file. @returns the code of a refusal where there is one */
export async function toldBy(owner: pg.Client, { as, ask }: Gate): Promise<string> {
  const isOwner = as.startsWith('!');
  const [partner, person, role = ''] = as.replace('!', '').split(' ');
  await owner.query('savepoint asked');
  try {
    if (partner) await enter(owner, { partnerId: idOf(partner), personId: person && idOf(person), role });
    let rows: (string | null)[][] = [];
    for (const sql of ask) {
      await owner.query(isOwner || sql.startsWith('!') ? 'reset role' : 'set local role portal');
      rows = (await owner.query<(string | null)[]>({ text: filled(sql.replace(/^!/, '')), rowMode: 'array', types: { getTypeParser: () => String } })).rows;
    }
    return rows.map((row) => row.map(named).join(' ').trim()).sort().join('|');
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await owner.query('rollback to asked; release asked');
  }
}
