import { randomUUID } from 'node:crypto';
import { ann, bram, type Person } from '../cast/cast.js';
import { agreement, question, someone } from '../cast/scenes.js';
import type { Rows } from './reckoning.js';
import type { Writers } from './writers.js';

/** What one writer did from beginning to end, with the words that only this round has. */
export type Round = { kind: Kind; id: string; clientId: string; mark: string };
export type Kind = 'left alone' | 'answered' | 'refused';
export const KINDS: readonly Kind[] = ['left alone', 'answered', 'refused'];
export type Ids = { woondienst: string; sender: string; bram: string };

const CHANGE = { id: 'ID!', version: 'Int!' };
const WRITE = { dossierId: 'ID!', toPartnerIds: '[ID!]!', body: 'String!', urgent: 'Boolean!' };

/** One referral: left until its term has passed, or answered with messages to and fro, or refused. */
export async function play(writers: Writers, kind: Kind, who: Person, ids: Ids): Promise<Round> {
  const mark = `Merk ${randomUUID()}`;
  const client = await writers.act(who, 'openClient', { input: 'NewClient!' }, { input: { ...someone, familyName: mark } });
  const draft = await writers.act(who, 'draftReferral', { clientId: 'ID!', type: 'String!' }, { clientId: client.id, type: 'TO_WOONDIENST' });
  const on = ({ id, version }: { id: string; version: number }) => ({ id, version });
  const saved = await writers.act(who, 'saveDraft', { ...CHANGE, changes: 'ReferralChanges!' }, { ...on(draft), changes: { ...question, question: mark, urgent: kind !== 'left alone' } });
  const chosen = await writers.act(who, 'chooseReceivers', { ...CHANGE, receivers: '[ChosenReceiver!]!' }, { ...on(saved), receivers: [{ partnerId: ids.woondienst, classes: ['CONTACT', 'HEALTH'] }] });
  const sent = await writers.act(who, 'sendReferral', { ...CHANGE, agreements: '[NewAgreement!]!' }, { ...on(chosen), agreements: [agreement] }, 'id version answers { id version }');
  const write = (by: Person, to: string, urgent: boolean) => writers.act(by, 'writeMessage', WRITE, { dossierId: draft.id, toPartnerIds: [to], body: mark, urgent });
  const round = { kind, id: draft.id, clientId: client.id, mark };
  if (kind === 'left alone') return round;
  const received = await writers.act(bram, 'receiveAnswer', CHANGE, on(sent.answers[0]));
  if (kind === 'refused') {
    await writers.act(bram, 'rejectReferral', { ...CHANGE, reason: 'String!', advice: 'String!' }, { ...on(received), reason: 'NOT_COMPETENT', advice: mark });
    return round;
  }
  const accepted = await writers.act(bram, 'acceptReferral', { ...CHANGE, contactPersonId: 'ID!' }, { ...on(received), contactPersonId: ids.bram });
  await write(who, ids.woondienst, true);
  const started = await writers.act(bram, 'startGuidance', CHANGE, on(accepted));
  await writers.act(bram, 'giveFeedback', { ...CHANGE, text: 'String!' }, { ...on(started), text: mark });
  await write(bram, ids.sender, false);
  return round;
}

export async function idsOf(store: Rows): Promise<Ids> {
  const [ids] = await store.rows<Ids>(`select (select id from partner where name = $1) woondienst, (select id from partner where name = $2) sender, (select id from person where username = $3) bram`, [bram.capacity.partner, ann.capacity.partner, bram.as]);
  return ids;
}

/** The end of each term that still runs has come, for the rounds that were written to their end. */
export const daysPass = (store: Rows, rounds: readonly Round[]): Promise<unknown> =>
  store.rows(`update task set due = least(due, now() - interval '1 second'), remind_at = least(remind_at, now() - interval '1 second'), version = version + 1
    where dossier_id = any($1) and done_at is null and (escalate and escalated_at is null and due > now() or reminded_at is null and remind_at > now())`, [rounds.map(({ id }) => id)]);

/** Whether the clock has something to do for them still. */
export async function termsLeft(store: Rows, rounds: readonly Round[]): Promise<boolean> {
  const [{ left }] = await store.rows<{ left: boolean }>('select exists (select from task where dossier_id = any($1) and done_at is null and (escalate and escalated_at is null or remind_at is not null and reminded_at is null)) as left', [rounds.map(({ id }) => id)]);
  return left;
}
