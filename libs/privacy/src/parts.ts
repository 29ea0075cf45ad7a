import { lent, may, mayOwn, me, own, see, type SeatRole } from '#kernel';
import type { Page } from './words.js';

/** What everybody may know of her own organisation: names and functions of colleagues, and when it is closed. */
export const colleagues = { Person: [own()], Mandate: [own()], ClosingDay: [own()] } satisfies Page;

/** One's own organisation's tasks on dossiers at which it sits; and how somebody arranged them, for herself. */
export const worklist = {
  Task: [see('OWNER', { partnerId: me.partner }), see('SENDER', { partnerId: me.partner }), see('RECEIVER', { partnerId: me.partner }), see('FORMER_RECEIVER', { partnerId: me.partner })],
  SavedFilter: [own({ personId: me.person }), mayOwn('save'), mayOwn('remove', { personId: me.person })],
  CalendarFeed: [own({ personId: me.person }), mayOwn('make'), mayOwn('revoke', { personId: me.person })],
} satisfies Page;

/** What a partner keeps for itself at a dossier: its own number for it, and who of its own people is kept away. */
const kept = (...seats: readonly SeatRole[]): Page => ({
  OwnNumber: seats.flatMap((seat) => [see(seat, { partnerId: me.partner }), may('write', seat, { partnerId: me.partner })]),
  Recusal: seats.flatMap((seat) => [see(seat, { partnerId: me.partner }), may('recuse', seat, { partnerId: me.partner }), may('lift', seat, { partnerId: me.partner })]),
});

/** The clients of one's own organisation, whole, for who helps them, and what they agreed to. */
export const ownClients: Page = {
  Client: [see('OWNER', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE'), may('open', 'OWNER'), may('change', 'OWNER')],
  Agreement: [see('OWNER', 'IDENTITY')],
  Recusal: kept('OWNER').Recusal,
};

/** Refers or hands over own clients, and shows each who got what of her. */
export const refers: Page = { Client: [may('refer', 'OWNER'), may('transfer', 'OWNER'), may('register', 'OWNER')] };

const SHARED = ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'] as const;

/** The sender sees what its own partner wrote (decisions 1), what each receiver got, and what each answers. */
export const sender: Page = {
  Referral: [
    see('SENDER', 'IDENTITY', 'PROGRESS', ...SHARED),
    ...(['draft', 'edit', 'note', 'send', 'takeBack', 'discard', 'amend', 'narrow', 'withdraw', 'declareError'] as const).map((event) => may(event, 'SENDER')),
  ],
  Recipient: [see('SENDER')],
  ReferralPerson: [see('SENDER', 'IDENTITY')],
  Receipt: [see('SENDER')],
  Share: [see('SENDER', { grantedBy: me.partner })],
  AccessRequest: [see('SENDER', { toPartnerId: me.partner }), may('grant', 'SENDER', { toPartnerId: me.partner }), may('refuse', 'SENDER', { toPartnerId: me.partner })],
  Answer: [see('SENDER', 'OUTCOME'), may('reply', 'SENDER'), may('reopen', 'SENDER')],
  Note: [see('SENDER', 'HEALTH', 'JUDICIAL', { partnerId: me.partner }), see('SENDER', 'PRIVATE_NOTE', { authorId: me.person }), may('write', 'SENDER', { authorId: me.person })],
  TimelineEntry: [see('SENDER', 'OUTCOME')],
  ...kept('SENDER'),
};

const answers = (['receive', 'ask', 'accept', 'reject', 'redirect', 'start', 'feedback', 'close', 'reopen'] as const).map((event) => may(event, 'RECEIVER', { partnerId: me.partner }));
const afterwards = (['stop', 'keep'] as const).map((event) => may(event, 'FORMER_RECEIVER', { partnerId: me.partner }));

/** A receiver's own answer, also after a withdrawal: then it is all that is left (decisions 12). */
export const ownAnswer: Page = {
  Answer: [see('RECEIVER', 'OUTCOME', { partnerId: me.partner }), see('FORMER_RECEIVER', 'OUTCOME', { partnerId: me.partner }), ...answers, ...afterwards],
  TimelineEntry: [see('RECEIVER', 'OUTCOME'), see('FORMER_RECEIVER', 'OUTCOME', { partnerId: me.partner })],
  ReferralPerson: [see('RECEIVER', 'IDENTITY')],
  Share: [see('RECEIVER', { partnerId: me.partner })],
  AccessRequest: [see('RECEIVER', { partnerId: me.partner }), may('request', 'RECEIVER', { partnerId: me.partner })],
  ...kept('RECEIVER', 'FORMER_RECEIVER'),
};

const ownNotes = [see('RECEIVER', 'PRIVATE_NOTE', { authorId: me.person }), see('FORMER_RECEIVER', 'PRIVATE_NOTE', { authorId: me.person }), may('write', 'RECEIVER', { authorId: me.person })] as const;

/** A receiver bound by professional secrecy: names by right, the rest when it is lent. */
export const swornReceiver: Page = {
  Referral: [see('RECEIVER', 'IDENTITY'), lent('RECEIVER', ...SHARED), may('note', 'RECEIVER')],
  Note: [lent('RECEIVER', 'HEALTH', 'JUDICIAL'), ...ownNotes],
};

/** A receiver bound by discretion: names by right; what else it needs at least, and only when it is lent (c4 notes 9, 10, 15). */
const discreetReceiver = (...classes: readonly (typeof SHARED)[number][]): Page => ({ Referral: [see('RECEIVER', 'IDENTITY'), lent('RECEIVER', ...classes), may('note', 'RECEIVER')], Note: ownNotes });
export const landlordReceiver = discreetReceiver('CONTACT', 'ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CONDITION', 'HOUSING_WISHES');
export const energyReceiver = discreetReceiver('CONTACT', 'ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL');

/** Coordinators see that a dossier is there and where it stands, and nothing of the person (decisions 2). */
export const coordination = {
  ...colleagues,
  ...worklist,
  Referral: [see('SENDER', 'PROGRESS'), see('RECEIVER')],
  Answer: [see('SENDER'), see('RECEIVER', { partnerId: me.partner }), see('FORMER_RECEIVER', { partnerId: me.partner })],
  TimelineEntry: [see('SENDER'), see('RECEIVER'), see('FORMER_RECEIVER', { partnerId: me.partner })],
} satisfies Page;

/** Admins keep the people of their own organisation, and give themselves no role (WR-07); they see no case content (decisions 2). */
export const administration = {
  Person: [own('CONTACT'), mayOwn('add'), mayOwn('change'), mayOwn('mandate', { id: { $ne: me.person } })],
  Mandate: [own(), mayOwn('end')],
  ClosingDay: [own(), mayOwn('add'), mayOwn('remove')],
  AccessReview: [own(), mayOwn('confirm')],
} satisfies Page;

/** Joins parts record by record. */
export function page(...parts: readonly Page[]): Page {
  const joined: { [record: string]: unknown[] } = {};
  for (const part of parts) for (const [record, grants] of Object.entries(part)) (joined[record] ??= []).push(...grants);
  return joined;
}
