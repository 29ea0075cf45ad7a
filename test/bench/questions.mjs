// @ts-check
/** What portal, ceiling and PostGraphile are asked: the same of all three, by the two who have most rows, in turn. */
import { idOf, run } from './data.mjs';

/**
 * @typedef {{ operationName: string, variables: Record<string, any> }} Question
 * @typedef {object} Subject
 * @property {string} name @property {string} operation @property {string} query of the portal; the ceiling knows it by its name
 * @property {string} [peer] the same in PostGraphile's own schema
 * @property {(answer: any) => any} [found] what of PostGraphile's answer is the portal's
 * @property {{ floor: number, ceiling: number, peer: number }} [goals]
 * @property {'both' | 'sender'} readers
 */

const TIMELINE = 'id event at partnerId personName';
const CONTENT = 'phone email language contactNote street postcode municipality adults children householdNote incomeSource incomeNote debtsNote housingSituation housingNote housingWishes';
const ANSWER = 'id partnerId state deliveredAt';
const LONG_ANSWER = `${ANSWER} version readAt due contactName acceptedAt endedAt`;
const HEAD = 'id number type state urgent fromPartnerId changedAt givenName familyName';
const LONG_HEAD = `${HEAD} version senderName question draftedAt sentAt deliveredAt closedAt birthDate ${CONTENT}`;
/** PostGraphile's names. */
const theirs = (/** @type {string} */ fields) => fields.replace(/\bid\b/, 'id: rowId').replace('fromPartnerId', 'fromPartnerId: partnerId');
const REFERRAL = (/** @type {{ head: string, recipient: string, answer: string, entry: string }} */ { head, recipient, answer, entry }) =>
  `${theirs(head)} recipients: recipientsByDossierId { nodes { ${theirs(recipient)} } } answers: answersByDossierId { nodes { ${theirs(answer)} } } timeline(orderBy: [AT_DESC, PRIMARY_KEY_ASC], first: 200) { nodes { ${theirs(entry)} } }`;

/** @type {Subject[]} */
export const SUBJECTS = [
  {
    name: 'page of 25',
    operation: 'BenchPage',
    readers: 'both',
    query: `query BenchPage { referrals(first: 25) { nodes { ${HEAD} recipients { receiverId chosen } answers { ${ANSWER} } timeline { ${TIMELINE} } withheld { dataClass why } } next } }`,
    peer: `query BenchPage($partnerId: UUID!) { allParties(condition: { partnerId: $partnerId, kind: "Referral", former: false }, orderBy: [AT_DESC, DOSSIER_ID_DESC], first: 25) { nodes { referral { ${REFERRAL({ head: HEAD, recipient: 'receiverId chosen', answer: ANSWER, entry: TIMELINE })} } } } }`,
    found: ({ allParties }) => ({ referrals: { nodes: allParties.nodes.map((/** @type {any} */ { referral }) => referral) } }),
    goals: { floor: 0.75, ceiling: 0.95, peer: 2 },
  },
  {
    name: 'one by id',
    operation: 'BenchReferral',
    readers: 'both',
    query: `query BenchReferral($id: ID!) { referral(id: $id) { ${LONG_HEAD} recipients { id receiverId chosen classes } answers { ${LONG_ANSWER} } timeline { ${TIMELINE} text outcome } withheld { dataClass why } } }`,
    peer: `query BenchReferral($id: UUID!) { referral: referralByRowId(rowId: $id) { ${REFERRAL({ head: LONG_HEAD, recipient: 'id receiverId chosen classes', answer: LONG_ANSWER, entry: `${TIMELINE} text outcome` })} } }`,
    found: (answer) => answer,
    goals: { floor: 0.6, ceiling: 0.95, peer: 2 },
  },
  {
    name: 'create, validated',
    operation: 'BenchDraft',
    readers: 'sender',
    query: 'mutation BenchDraft($key: ID!, $clientId: ID!, $type: String!) { draftReferral(key: $key, clientId: $clientId, type: $type) { id version number state type givenName familyName birthDate timeline { id event at } withheld { dataClass why } } }',
    peer: `mutation BenchDraft($id: UUID!, $partnerId: UUID!, $referral: ReferralInput!, $task: TaskInput!, $entry: TimelineEntryInput!, $file: ClientFileInput!, $now: Datetime!) {
      openDossier(input: { d: $id, ofKind: "Referral", asRole: "SENDER" }) { clientMutationId }
      createReferral(input: { referral: $referral }) { referral { id: rowId version number state type givenName familyName birthDate } }
      createTask(input: { task: $task }) { clientMutationId }
      createTimelineEntry(input: { timelineEntry: $entry }) { timelineEntry { id: rowId event at } }
      createClientFile(input: { clientFile: $file }) { clientMutationId }
      restate(input: { d: $id, p: $partnerId, toState: "DRAFT", moment: $now }) { clientMutationId }
    }`,
    found: ({ createReferral: { referral }, createTimelineEntry: { timelineEntry } }) => ({ draftReferral: { ...referral, timeline: [timelineEntry] } }),
    goals: { floor: 0.55, ceiling: 0.85, peer: 3 },
  },
  {
    name: 'search',
    operation: 'BenchSearch',
    readers: 'both',
    query: 'query BenchSearch($words: String!) { clients(words: $words, first: 25) { nodes { id givenName familyName birthDate postcode municipality openedAt withheld { dataClass why } } next } }',
  },
];

const WORDS = ['jan', 'maes', 'zoe', 'van den', 'fatima', 'els'];

/**
 * What is asked of each, one after the other and without end; each names the reader that asks it.
 * @param {import('./data.mjs').Database} database @param {Subject} subject @param {import('./paths.mjs').Reader[]} readers the sender and the receiver
 */
export async function questionsOf({ ownerUrl, rows }, { operation, readers: whose }, [sender, receiver]) {
  const readers = whose === 'both' ? [sender, receiver] : [sender];
  // Those in the middle have twenty entries; from one in fifty the receiver was sent away, and thirty of all are another sender's.
  const ids = Array.from({ length: 48 }, (_, at) => idOf('referral', rows / 2 + 2 + at));
  const clients = operation === 'BenchDraft' ? await run(ownerUrl, `select id, to_jsonb(c) - '{id,version,partner_id,audience,opened_at,cir_number,source_referral_id,source_partner_id,transferred_to,transferred_at}'::text[] facts from client c where partner_id = $1 limit 2000`, [sender.partnerId]) : [];
  let turn = 0;
  return () => {
    const at = (turn += 1);
    const reader = readers[at % readers.length];
    const round = Math.floor(at / readers.length);
    /** @type {Record<string, any>} */
    const variables = { BenchPage: {}, BenchReferral: { id: ids[round % ids.length] }, BenchSearch: { words: WORDS[round % WORDS.length] } }[operation] ?? { key: crypto.randomUUID(), clientId: clients[round % clients.length].id, type: 'TO_WOONDIENST' };
    return { reader, variables, facts: clients[round % clients.length]?.facts };
  };
}

/** @param {{ reader: import('./paths.mjs').Reader, variables: Record<string, any>, facts?: Record<string, any> }} asked what PostGraphile must be told besides, since it copies nothing */
export function variablesOfPeer({ reader: { partnerId, personId }, variables, facts }) {
  if (!facts) return variables.id ? variables : { partnerId };
  const [id, now] = [crypto.randomUUID(), new Date().toISOString()];
  const own = { partnerId, audience: [partnerId] };
  const copied = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null).map(([column, value]) => [column.replace(/_(.)/g, (_, letter) => letter.toUpperCase()), value]));
  return {
    id, partnerId, now,
    referral: { ...pick(copied), rowId: id, version: 1, partnerId, number: `DV-${id.slice(0, 4)}-${id.slice(4, 6)}`, state: 'DRAFT', type: variables.type, urgent: false, transfer: false, senderId: personId, senderName: 'Lies Verhelst', openReceivers: false, redirectIds: [], contentVersion: 1, draftedAt: now, changedAt: now },
    task: { ...own, rowId: crypto.randomUUID(), version: 1, dossierId: id, kind: 'FINISH_DRAFT', personId, awaits: false, openedAt: now, escalate: false },
    entry: { ...own, rowId: crypto.randomUUID(), dossierId: id, personName: 'Lies Verhelst', at: now, event: 'DRAFTED' },
    file: { rowId: crypto.randomUUID(), dossierId: variables.clientId, aboutId: id, partnerId },
  };
}

const COPIED = ['givenName', 'familyName', 'birthDate', 'phone', 'email', 'language', 'contactNote', 'adults', 'children', 'householdNote', 'addressProtected', 'street', 'postcode', 'municipality'];
const pick = (/** @type {Record<string, any>} */ facts) => Object.fromEntries(Object.entries(facts).filter(([field]) => COPIED.includes(field)));
