import { lent, may, mayOwn, me, own, see } from '#kernel';
import type { Page } from './words.js';

/** What everybody may know of the colleagues at her own organisation: names and functions. */
export const colleagues = { Person: [own()], Mandate: [own()] } satisfies Page;

/** One's own organisation's tasks on dossiers at which it sits. */
export const worklist = {
  Task: [see('SENDER', { partnerId: me.partner }), see('RECEIVER', { partnerId: me.partner }), see('FORMER_RECEIVER', { partnerId: me.partner })],
} satisfies Page;

/** The clients of one's own organisation, whole, for who helps them. */
export const ownClients = {
  Client: [see('OWNER', 'IDENTITY', 'CONTACT', 'HOUSEHOLD'), may('open', 'OWNER'), may('change', 'OWNER')],
} satisfies Page;

/** The sender sees what its own partner wrote (decisions 1), and what each receiver answers. */
export const sender = {
  Referral: [
    see('SENDER', 'IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING'),
    ...(['draft', 'edit', 'note', 'send', 'discard', 'withdraw'] as const).map((event) => may(event, 'SENDER')),
  ],
  Answer: [see('SENDER', 'OUTCOME'), may('reply', 'SENDER')],
  Note: [see('SENDER', 'HEALTH', 'JUDICIAL', { partnerId: me.partner }), see('SENDER', 'PRIVATE_NOTE', { authorId: me.person }), may('write', 'SENDER', { authorId: me.person })],
  TimelineEntry: [see('SENDER', 'OUTCOME')],
} satisfies Page;

const answers = (['receive', 'ask', 'accept', 'reject', 'start', 'feedback', 'close'] as const).map((event) => may(event, 'RECEIVER', { partnerId: me.partner }));
const afterwards = (['stop', 'keep'] as const).map((event) => may(event, 'FORMER_RECEIVER', { partnerId: me.partner }));

/** A receiver's own answer, also after a withdrawal: then it is all that is left (decisions 12). */
export const ownAnswer = {
  Answer: [see('RECEIVER', 'OUTCOME', { partnerId: me.partner }), see('FORMER_RECEIVER', 'OUTCOME', { partnerId: me.partner }), ...answers, ...afterwards],
  TimelineEntry: [see('RECEIVER', 'OUTCOME'), see('FORMER_RECEIVER', 'OUTCOME', { partnerId: me.partner })],
} satisfies Page;

/** A receiver bound by professional secrecy: names by right, the rest when it is lent. */
export const swornReceiver = {
  Referral: [see('RECEIVER', 'IDENTITY'), lent('RECEIVER', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING'), may('note', 'RECEIVER')],
  Note: [lent('RECEIVER', 'HEALTH', 'JUDICIAL'), see('RECEIVER', 'PRIVATE_NOTE', { authorId: me.person }), see('FORMER_RECEIVER', 'PRIVATE_NOTE', { authorId: me.person }), may('write', 'RECEIVER', { authorId: me.person })],
} satisfies Page;

/** A receiver bound by discretion: names by right and how to reach the person when it is lent; minimum columns come with sharing. */
export const discreetReceiver = {
  Referral: [see('RECEIVER', 'IDENTITY'), lent('RECEIVER', 'CONTACT'), may('note', 'RECEIVER')],
  Note: [see('RECEIVER', 'PRIVATE_NOTE', { authorId: me.person }), see('FORMER_RECEIVER', 'PRIVATE_NOTE', { authorId: me.person }), may('write', 'RECEIVER', { authorId: me.person })],
} satisfies Page;

/** Coordinators see that a dossier is there and where it stands, and nothing of the person (decisions 2). */
export const coordination = {
  ...colleagues,
  ...worklist,
  Referral: [see('SENDER'), see('RECEIVER')],
  Answer: [see('SENDER'), see('RECEIVER', { partnerId: me.partner }), see('FORMER_RECEIVER', { partnerId: me.partner })],
  TimelineEntry: [see('SENDER'), see('RECEIVER'), see('FORMER_RECEIVER', { partnerId: me.partner })],
} satisfies Page;

/** Admins keep the people of their own organisation, and give themselves no role (WR-07); they see no case content (decisions 2). */
export const administration = {
  Person: [own('CONTACT'), mayOwn('add'), mayOwn('change'), mayOwn('mandate', { id: { $ne: me.person } })],
  Mandate: [own(), mayOwn('end')],
} satisfies Page;

/** Joins parts record by record. */
export function page(...parts: readonly Page[]): Page {
  const joined: { [record: string]: unknown[] } = {};
  for (const part of parts) for (const [record, grants] of Object.entries(part)) (joined[record] ??= []).push(...grants);
  return joined;
}
