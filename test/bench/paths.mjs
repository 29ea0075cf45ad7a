// @ts-check
/** What is measured: the web app's own questions, for who has most rows and for who has few. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, separateOperations } from 'graphql';
import { ROOT } from '../../scripts/setup.mjs';
import { idOf, run } from './data.mjs';

export const SENDER = { username: 'lies.verhelst', partner: 'ocmw-izegem' };
export const RECEIVER = { username: 'bram.vandeputte', partner: 'woondienst-izegem' };
const SMALL = { username: 'eva.declercq', partner: 'ocmw-oostrozebeke' };

/**
 * @typedef {{ name: string, who: { username: string, partner: string }, operation: string, variables?: Record<string, any>, finds?: number, index?: string, halfway?: true }} Path
 *   `finds`: how many rows must come back; `index`: the only way to a page of referrals
 * @type {Path[]} these may not take longer when there are more rows
 */
const STEADY = [
  { name: 'page of 25, sender of all', who: SENDER, operation: 'Referrals', finds: 25, index: 'party_list' },
  { name: 'page of 25, receiver of all', who: RECEIVER, operation: 'Referrals', finds: 25, index: 'party_list' },
  { name: 'page of 25, halfway, receiver', who: RECEIVER, operation: 'Referrals', halfway: true, finds: 25, index: 'party_list' },
  { name: 'page of 25, 30 visible rows', who: SMALL, operation: 'Referrals', finds: 25, index: 'party_list' },
  { name: 'page in a state, sender', who: SENDER, operation: 'Referrals', variables: { state: 'CLOSED' }, finds: 25, index: 'party_list_state' },
  { name: 'state without a match, sender', who: SENDER, operation: 'Referrals', variables: { state: 'DISCARDED' }, finds: 0, index: 'party_list_state' },
  { name: 'state without a match, receiver', who: RECEIVER, operation: 'Referrals', variables: { state: 'DISCARDED' }, finds: 0, index: 'party_list_state' },
  { name: 'state of former seats, receiver', who: RECEIVER, operation: 'Referrals', variables: { state: 'STOPPED' }, finds: 0, index: 'party_list_state' },
  { name: 'one by id, sender', who: SENDER, operation: 'Referral', finds: 1 },
  { name: 'one by id, receiver', who: RECEIVER, operation: 'Referral', finds: 1 },
];
/** @type {Path[]} these may take longer, and no longer than a person notices */
const QUICK = [
  { name: 'clients, a frequent name', who: RECEIVER, operation: 'SearchClients', variables: { words: 'jan' } },
  { name: 'clients, a surname', who: RECEIVER, operation: 'SearchClients', variables: { words: 'maes' } },
  { name: 'clients, one person', who: RECEIVER, operation: 'SearchClients', variables: { words: 'zoe casteelmans' } },
  { name: 'clients, two letters', who: RECEIVER, operation: 'SearchClients', variables: { words: 'de' } },
  { name: 'clients, nobody', who: RECEIVER, operation: 'SearchClients', variables: { words: 'xyzzy' }, finds: 0 },
  { name: 'similar persons', who: SENDER, operation: 'Similar', variables: { givenName: 'Jan', familyName: 'Van den Berghove', birthDate: '1980-05-05' } },
  { name: 'worklist, 3,000 open', who: RECEIVER, operation: 'Worklist', variables: { part: 'TODO', first: 25 }, finds: 25 },
  { name: 'worklist counts', who: RECEIVER, operation: 'WorklistCounts' },
];

const documents = separateOperations(parse(globSync('apps/web/src/**/*.graphql', { cwd: ROOT }).sort().map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n')));

/** Every path with the text of its question, and what it may take. */
export const PATHS = [...STEADY.map((each) => ({ ...each, steady: true })), ...QUICK.map((each) => ({ ...each, steady: false }))].map((each) => {
  const document = documents[each.operation];
  if (!document) throw new Error(`The web app has no question ${each.operation} any more: correct test/bench/paths.mjs.`);
  return { ...each, document, query: print(document) };
});

/** @typedef {(typeof PATHS)[number]} Measured */
/** @typedef {{ subject: string, username: string, mandateId: string, personId: string, partnerId: string, partnerKind: any, regime: any, role: any, political: boolean }} Reader */

/** Who asks, as the database knows her. @param {import('./data.mjs').Database} database @param {Pick<Path, 'who'>} asked @returns {Promise<Reader>} */
export async function readerOf({ ownerUrl }, { who }) {
  const [reader] = await run(
    ownerUrl,
    `select coalesce(p.subject, p.username) as subject, p.username, m.id as "mandateId", p.id as "personId", o.id as "partnerId", o.kind as "partnerKind", o.regime, m.role, m.political
     from person p join mandate m on m.person_id = p.id join partner o on o.id = p.partner_id where p.username = $1 and o.key = $2 and m.role in ('SOCIAL_WORKER', 'HOUSING_COUNSELLOR')`,
    [who.username, who.partner],
  );
  return reader;
}

/** The variables of a question; one by id asks for one in the middle, closed and in the files of both sides. @param {import('./data.mjs').Database} database @param {Path} asked */
export async function variablesOf({ ownerUrl, rows }, { operation, variables = {}, halfway }) {
  const id = idOf('referral', rows / 2 + 5);
  if (operation === 'Referral') return { id };
  if (operation !== 'Referrals') return variables;
  if (!halfway) return { first: 25, ...variables };
  const [{ at }] = await run(`${ownerUrl}?options=-c%20timezone%3DUTC`, 'select at::text from party where dossier_id = $1', [id]);
  return { first: 25, after: Buffer.from(`${at}|${id}`).toString('base64url') };
}

/** The one root field of a question and its fragments, as a resolver gets them. @param {Measured} asked */
export function infoOf({ document }) {
  const [operation] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = Object.fromEntries(document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
  return { fieldNodes: /** @type {import('graphql').FieldNode[]} */ (operation.selectionSet.selections), fragments };
}
