// @ts-check
/**
 * What the ceiling asks the database: by hand, one statement per path and kind of reader, which gives the finished text of the
 * answer and writes the line of the trail. Rows that are not the reader's are kept back by the wall; masks stand here.
 */
import { randomInt } from 'node:crypto';

/** @typedef {import('./flight.mjs').Statement} Statement @typedef {import('./identity.mjs').Reader} Reader */

const text = (/** @type {string} */ sql) => `to_json(${sql})`;
const orNull = (/** @type {string} */ sql) => `coalesce(to_json(${sql})::text, 'null')`;
const moment = (/** @type {string} */ sql) => `coalesce(to_char(${sql}, '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""'), 'null')`;
const uuid = (/** @type {string} */ sql) => `'"' || ${sql} || '"'`;
const list = (/** @type {string} */ sql) => `coalesce(array_to_json(${sql})::text, 'null')`;
/** @param {Record<string, string>} fields each with SQL that gives its JSON as text */
const object = (fields) => `'{' || ${Object.entries(fields).map(([field, sql]) => `'"${field}":' || ${sql}`).join(` || ',' || `)} || '}'`;
const rows = (/** @type {string} */ json, /** @type {string} */ from, order = '') => `'[' || coalesce((select string_agg(${json}, ','${order && ` order by ${order}`}) from ${from}), '') || ']'`;
const masked = (/** @type {Record<string, string>} */ fields, /** @type {string} */ dataClass) =>
  Object.fromEntries(Object.entries(fields).map(([field, sql]) => [field, dataClass === 'PROGRESS' ? `'null'` : `case when ${seen(dataClass)} then ${sql} else 'null' end`]));

const LENDABLE = ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'];
const isProtected = 't.address_protected and t.partner_id <> $1';
const seen = (/** @type {string} */ dataClass) => `lent @> '{${dataClass}}'${dataClass === 'ADDRESS' ? ` and not (${isProtected})` : ''}`;
const withheld = `'[' || concat_ws(',', ${LENDABLE.map((each) => `case when not (${seen(each)}) then '{"dataClass":"${each}","why":"' || ${each === 'ADDRESS' ? `case when ${isProtected} then 'PROTECTED_ADDRESS' else 'NOT_SHARED' end` : `'NOT_SHARED'`} || '"}' end`).join(', ')}, '{"dataClass":"PROGRESS","why":"NOT_FOR_ROLE"}') || ']'`;
const lent = `cross join lateral (select coalesce(array_agg(c), '{}') lent from share s, unnest(s.classes) c where s.dossier_id = t.id and s.partner_id = $1 and s.granted_by = t.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) l`;

const told = (/** @type {string} */ operation, /** @type {string} */ ids, /** @type {string} */ classes, /** @type {string} */ from, record = 'Referral') =>
  `told as (insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) select $2, $1, $3, '${operation}', 'help', '${record}', ${ids}, ${classes}, 'DONE' from ${from})`;

/** Of the list and of the page of one. */
const PROGRESS = { state: text('t.state'), changedAt: moment('t.changed_at') };
const NAMES = { givenName: orNull('t.given_name'), familyName: orNull('t.family_name') };
const entry = (more = {}) => object({ id: uuid('e.id'), event: text('e.event'), at: moment('e.at'), partnerId: uuid('e.partner_id'), personName: text('e.person_name'), ...more });
const timeline = (/** @type {string} */ json) => rows(json, '(select * from timeline_entry e where e.dossier_id = t.id order by e.at desc, e.id limit 200) e', 'e.at desc, e.id');
const answers = (/** @type {boolean} */ sender, more = {}) =>
  rows(object({ id: uuid('a.id'), partnerId: uuid('a.partner_id'), state: text('a.state'), deliveredAt: moment('a.delivered_at'), ...more }), `answer a where a.dossier_id = t.id${sender ? '' : ' and a.partner_id = $1'}`);
const recipients = (/** @type {boolean} */ sender, more = {}) => (sender ? rows(object({ receiverId: uuid('r.receiver_id'), chosen: 'r.chosen', ...more }), 'recipient r where r.dossier_id = t.id') : `'[]'`);

const pageOf = (/** @type {boolean} */ sender) => `
  with page as materialized (
    select t.*, p.at listed from party p join lateral (select * from referral t where t.id = p.dossier_id offset 0) t on true
    where p.partner_id = $1 and p.kind = 'Referral' and p.until > now() and not p.former and p.roles @> '{${sender ? 'SENDER' : 'RECEIVER'}}' order by p.at desc, p.dossier_id desc limit (select 26)),
  shown as materialized (select * from page order by listed desc, id desc limit 25),
  ${told('list', `coalesce(array_agg(id order by listed desc, id desc), '{}')`, sender ? `'{CORE,IDENTITY,PROGRESS}'` : `'{CORE,IDENTITY}'`, 'shown')}
  select '[' || coalesce(string_agg(${object({
    id: uuid('t.id'), number: text('t.number'), type: text('t.type'), urgent: 't.urgent', fromPartnerId: uuid('t.partner_id'), ...NAMES, ...(sender ? PROGRESS : masked(PROGRESS, 'PROGRESS')),
    recipients: recipients(sender), answers: answers(sender), timeline: timeline(entry()), withheld: sender ? `'[]'` : withheld,
  })}, ',' order by t.listed desc, t.id desc), '') || ']', (select count(*) > 25 from page), min(t.listed::text || '|' || t.id) filter (where t.n = 25)
  from (select t.*, row_number() over (order by listed desc, id desc) n from shown t) t ${sender ? '' : lent}`;

const CONTENT = {
  CONTACT: { phone: orNull('t.phone'), email: orNull('t.email'), language: orNull('t.language'), contactNote: orNull('t.contact_note') },
  ADDRESS: { street: orNull('t.street'), postcode: orNull('t.postcode'), municipality: orNull('t.municipality') },
  HOUSEHOLD_SIZE: { adults: orNull('t.adults'), children: orNull('t.children') },
  HOUSEHOLD: { householdNote: orNull('t.household_note') },
  INCOME: { incomeSource: orNull('t.income_source'), incomeNote: orNull('t.income_note') },
  DEBTS: { debtsNote: orNull('t.debts_note') },
  HOUSING: { housingSituation: orNull('t.housing_situation'), housingNote: orNull('t.housing_note') },
  HOUSING_WISHES: { housingWishes: orNull('t.housing_wishes') },
  PROGRESS: { ...PROGRESS, version: 't.version', sentAt: moment('t.sent_at'), closedAt: moment('t.closed_at') },
};
const shownOf = ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'DEBTS', 'HOUSING', 'HOUSING_WISHES'];
const byId = (/** @type {boolean} */ sender) => `
  with page as materialized (select t.*${sender ? '' : ', l.lent'} from referral t ${sender ? '' : lent} where t.id = $4 and exists (select from party p where p.dossier_id = t.id and p.partner_id = $1 and p.until > now() and p.roles @> '{${sender ? 'SENDER' : 'RECEIVER'}}')),
  ${told('read', 'array[t.id]', sender ? `'{CORE,IDENTITY,${shownOf.join(',')},PROGRESS,OUTCOME}'` : `array_remove(array['CORE', 'IDENTITY', ${shownOf.map((each) => `case when ${seen(each)} then '${each}' end`).join(', ')}, 'OUTCOME'], null)`, 'page t')}
  select ${object({
    id: uuid('t.id'), number: text('t.number'), type: text('t.type'), urgent: 't.urgent', fromPartnerId: uuid('t.partner_id'), senderName: text('t.sender_name'), question: orNull('t.question'),
    draftedAt: moment('t.drafted_at'), deliveredAt: moment('t.delivered_at'), ...NAMES, birthDate: orNull('t.birth_date'),
    ...Object.assign({}, ...Object.entries(CONTENT).map(([dataClass, fields]) => (sender ? fields : masked(fields, dataClass)))),
    recipients: recipients(sender, { id: uuid('r.id'), classes: list('r.classes') }),
    answers: answers(sender, { version: 'a.version', readAt: moment('a.read_at'), due: moment('a.due'), contactName: orNull('a.contact_name'), acceptedAt: moment('a.accepted_at'), endedAt: moment('a.ended_at') }),
    timeline: timeline(entry({ text: orNull('e.text'), outcome: orNull('e.outcome') })), withheld: sender ? `'[]'` : withheld,
  })} from page t`;

const SEARCH = `
  with found as materialized (select c.*, f.n from find_clients($4, '{OWNER}', 25) with ordinality f (id, n) join client c on c.id = f.id),
  ${told('search', `coalesce(array_agg(id order by n), '{}')`, `'{CORE,IDENTITY,ADDRESS}'`, 'found', 'Client')}
  select '[' || coalesce(string_agg(${object({
    id: uuid('t.id'), ...NAMES, birthDate: orNull('t.birth_date'), postcode: orNull('t.postcode'), municipality: orNull('t.municipality'), openedAt: moment('t.opened_at'), withheld: `'[]'`,
  })}, ',' order by t.n), '') || ']' from found t`;

const FACTS = 'given_name, family_name, birth_date, phone, email, language, contact_note, adults, children, household_note, address_protected, street, postcode, municipality';
/** A client that is not hers leaves a column empty that must be filled: all of it is undone. */
const DRAFT = `
  with one as materialized (select c.* from client c where c.id = $5 and c.partner_id = $1 and c.transferred_to is null for update),
  made as (insert into referral (id, version, partner_id, number, state, type, urgent, transfer, sender_id, sender_name, open_receivers, redirect_ids, content_version, drafted_at, changed_at, ${FACTS})
    select $4, 1, one.partner_id, $6, 'DRAFT', $7, false, false, $2, $8, false, '{}', 1, now(), now(), ${FACTS.replaceAll('address_protected', 'coalesce(address_protected, false)')} from (values (1)) v left join one on true returning *),
  todo as (insert into task (id, version, dossier_id, partner_id, audience, kind, person_id, awaits, opened_at, escalate) select gen_random_uuid(), 1, id, partner_id, array[partner_id], 'FINISH_DRAFT', $2, false, now(), false from made),
  happened as (insert into timeline_entry (id, dossier_id, partner_id, audience, person_name, at, event) select gen_random_uuid(), id, partner_id, array[partner_id], $8, now(), 'DRAFTED' from made returning *),
  file as (insert into client_file (id, dossier_id, about_id, partner_id) select gen_random_uuid(), $5, id, partner_id from made),
  told as (insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome, changed) select $2, $1, $3, 'draftReferral', 'help', 'Referral', array[id, $5], '{}', 'DONE', true from made)
  select ${object({ id: uuid('t.id'), version: 't.version', number: text('t.number'), state: text('t.state'), type: text('t.type'), ...NAMES, birthDate: orNull('t.birth_date'), withheld: `'[]'` , timeline: `'[' || ${object({ id: uuid('e.id'), event: text('e.event'), at: moment('e.at') })} || ']'` })} from made t, happened e`;

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = (/** @type {number} */ count) => Array.from({ length: count }, () => SIGNS[randomInt(SIGNS.length)]).join('');

const isSender = (/** @type {Reader} */ { partnerKind }) => partnerKind !== 'WOONDIENST';
const own = (/** @type {Reader} */ { partnerId, personId, partnerKind, role }) => [partnerId, personId, `${partnerKind}/${role}`];
const twice = (/** @type {string} */ name, /** @type {(sender: boolean) => string} */ textOf) => [false, true].map((sender) => ({ name: `${name} ${sender}`, text: textOf(sender) }));
const PAGES = twice('page', pageOf);
const ONES = twice('one', byId);

/** @param {Reader} reader @returns {Statement} */
export const page = (reader) => ({ ...PAGES[Number(isSender(reader))], values: own(reader) });
/** @param {Reader} reader @param {string} id @returns {Statement} */
export const one = (reader, id) => ({ ...ONES[Number(isSender(reader))], values: [...own(reader), id] });
/** @param {Reader} reader @param {string} words @returns {Statement} */
export const search = (reader, words) => ({ name: 'search', text: SEARCH, values: [...own(reader), words] });
/** @param {Reader} reader @param {{ key: string, clientId: string, type: string, asked: Buffer }} args @returns {Statement[]} */
export const draft = (reader, { key, clientId, type, asked }) => {
  const id = crypto.randomUUID();
  const { partnerId, personId, name } = reader;
  return [
    { name: 'claim', text: 'insert into idempotency (partner_id, person_id, key, request, record_id) values ($1, $2, $3, $4, $5)', values: [partnerId, personId, key, asked, id] },
    { name: 'open', text: `select open_dossier($1, 'Referral', 'SENDER')`, values: [id] },
    { name: 'draft', text: DRAFT, values: [...own(reader), id, clientId, `DV-${signs(4)}-${signs(2)}`, type, name] },
    { name: 'restate', text: `select restate($1, $2, 'DRAFT', now())`, values: [id, partnerId] },
  ];
};
