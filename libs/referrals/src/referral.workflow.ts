import type { Flow, Need, Opening } from '#kernel';

export enum ReferralState {
  DRAFT = 'DRAFT',
  DELIVERED = 'DELIVERED',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
  DISCARDED = 'DISCARDED',
}
export type ReferralEvent = 'edit' | 'note' | 'send' | 'discard' | 'withdraw' | 'close';

/** What sending looks at beside the row. */
export type SendFacts = {
  required: readonly string[];
  receiverFits: boolean;
  agreement: { toldThat: boolean; toldPurpose: boolean; toldWhom: boolean; toldContent: boolean; agreedBy: string; agreedName: string; agreedOn: string };
  today: string;
  age: number | null;
};

/** What the steps look at of a row; the records themselves are built upon these tables. */
type ReferralRow = { state: ReferralState; question: string | null; receiverId: string | null };
type AnswerRow = { state: AnswerState };

const filled = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value !== null && value !== undefined);
const told: Need<ReferralRow, SendFacts> = {
  says: 'Bespreek eerst alle vier de punten met de cliënt.', field: 'agreement', source: 'BR-P3',
  holds: (_, { agreement: { toldThat, toldPurpose, toldWhom, toldContent } }) => toldThat && toldPurpose && toldWhom && toldContent,
};
const asked: Need<ReferralRow, SendFacts> = { says: 'Schrijf wat u vraagt.', field: 'question', holds: ({ question }) => filled(question) };
const missing = (row: ReferralRow, { required }: SendFacts): string[] => required.filter((field) => field !== 'question' && !filled((row as { [field: string]: unknown })[field]));
const complete: Need<ReferralRow, SendFacts> = { says: 'Vul dit nog in: het is verplicht voor deze doorverwijzing.', field: missing, holds: (row, facts) => missing(row, facts).length === 0 };
const receiver: Need<ReferralRow, SendFacts> = { says: 'Kies een partner die deze vraag kan opnemen.', field: 'receiverId', holds: ({ receiverId }, { receiverFits }) => filled(receiverId) && receiverFits };
const namedAgreer: Need<ReferralRow, SendFacts> = { says: 'Vul in wie akkoord ging.', field: 'agreedName', source: 'BR-P17', holds: (_, { agreement }) => agreement.agreedName.trim() !== '' };
const agreedBefore: Need<ReferralRow, SendFacts> = { says: 'De datum van het akkoord ligt in de toekomst.', field: 'agreedOn', holds: (_, { agreement, today }) => agreement.agreedOn <= today };
const oldEnough: Need<ReferralRow, SendFacts> = { says: 'Deze cliënt is jonger dan 16 jaar: een ouder of vertegenwoordiger gaat akkoord.', field: 'agreedBy', source: 'BR-P17', holds: (_, { agreement, age }) => age === null || age >= 16 || agreement.agreedBy !== 'CLIENT' };

const decide: readonly Opening[] = [
  { task: 'DECIDE', for: 'RECEIVER', within: 'answer', escalates: true },
  { task: 'AWAIT_ANSWER', for: 'SENDER', within: 'answer', awaits: true },
];
const deciding = ['DECIDE', 'AWAIT_ANSWER'];
const asking = ['ANSWER_QUESTION', 'AWAIT_REPLY'];

/** The question and what is shared (domain e1). Delivered at once: there is no embargo yet. */
export const referralFlow: Flow<ReferralState, ReferralEvent, ReferralRow, SendFacts> = {
  name: 'Referral',
  source: 'domain e1, BR-P2, BR-P3, BR-P17, BR-G8; decisions 12',
  starts: ReferralState.DRAFT,
  states: {
    DRAFT: {
      edit: { to: ReferralState.DRAFT },
      note: { to: ReferralState.DRAFT },
      send: { to: ReferralState.DELIVERED, needs: [asked, complete, receiver, told, namedAgreer, agreedBefore, oldEnough], closes: ['FINISH_DRAFT'], opens: decide },
      discard: { to: ReferralState.DISCARDED, closes: ['FINISH_DRAFT'] },
    },
    DELIVERED: {
      note: { to: ReferralState.DELIVERED },
      withdraw: { to: ReferralState.WITHDRAWN },
      close: { to: ReferralState.CLOSED, byClock: true },
    },
    CLOSED: { note: { to: ReferralState.CLOSED } },
    WITHDRAWN: { note: { to: ReferralState.WITHDRAWN } },
    DISCARDED: {},
  },
};

export enum AnswerState {
  NEW = 'NEW',
  RECEIVED = 'RECEIVED',
  INFO_REQUESTED = 'INFO_REQUESTED',
  ACCEPTED = 'ACCEPTED',
  IN_PROGRESS = 'IN_PROGRESS',
  FEEDBACK_GIVEN = 'FEEDBACK_GIVEN',
  CLOSED = 'CLOSED',
  REJECTED = 'REJECTED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
  STOPPED = 'STOPPED',
  KEPT = 'KEPT',
}
export type AnswerEvent = 'receive' | 'ask' | 'reply' | 'expire' | 'accept' | 'reject' | 'start' | 'feedback' | 'close' | 'withdraw' | 'stop' | 'keep';

export const ENDED: readonly AnswerState[] = [AnswerState.CLOSED, AnswerState.REJECTED, AnswerState.EXPIRED];

/** What an event of an answer looks at beside the row. */
export type AnswerFacts = { contactFits?: boolean; reasonFits?: boolean; text?: string | null; textNeeded?: boolean; advice?: string | null };

const contact: Need<AnswerRow, AnswerFacts> = { says: 'Kies een vaste contactpersoon uit uw eigen organisatie.', field: 'contactPersonId', source: 'BR-G2', holds: (_, { contactFits }) => contactFits === true };
const reason: Need<AnswerRow, AnswerFacts> = { says: 'Kies een reden.', field: 'reason', holds: (_, { reasonFits }) => reasonFits === true };
const explained: Need<AnswerRow, AnswerFacts> = { says: 'Leg deze reden uit.', field: 'text', holds: (_, { textNeeded, text }) => !textNeeded || Boolean(text?.trim()) };
const advised: Need<AnswerRow, AnswerFacts> = { says: 'Geef een advies of een motivering: geen vraag blijft zonder antwoord.', field: 'advice', source: 'BR-G5', holds: (_, { advice }) => Boolean(advice?.trim()) };

const withdrawn = { to: AnswerState.WITHDRAWN, closes: [...deciding, ...asking, 'START', 'FOLLOW_UP', 'ESCALATED'], opens: [{ task: 'CONFIRM_STOP', for: 'RECEIVER', within: 'answer', escalates: true }] } as const;

/** One receiver's answer, with its own term and contact person (domain e1). */
export const answerFlow: Flow<AnswerState, AnswerEvent, AnswerRow, AnswerFacts> = {
  name: 'Answer',
  source: 'domain e1, BR-G2, BR-G5, BR-G8; decisions 12',
  starts: AnswerState.NEW,
  states: {
    NEW: { receive: { to: AnswerState.RECEIVED }, withdraw: withdrawn },
    RECEIVED: {
      ask: { to: AnswerState.INFO_REQUESTED, closes: [...deciding, 'ESCALATED'], opens: [{ task: 'ANSWER_QUESTION', for: 'SENDER', within: 'information', escalates: true }, { task: 'AWAIT_REPLY', for: 'RECEIVER', within: 'information', awaits: true }] },
      accept: { to: AnswerState.ACCEPTED, needs: [contact], closes: [...deciding, 'ESCALATED'], opens: [{ task: 'START', for: 'CONTACT' }] },
      reject: { to: AnswerState.REJECTED, needs: [reason, explained, advised], closes: [...deciding, 'ESCALATED'] },
      withdraw: withdrawn,
    },
    INFO_REQUESTED: {
      reply: { to: AnswerState.RECEIVED, closes: asking, opens: decide },
      expire: { to: AnswerState.EXPIRED, closes: asking, byClock: true },
      withdraw: withdrawn,
    },
    ACCEPTED: { start: { to: AnswerState.IN_PROGRESS, closes: ['START'], opens: [{ task: 'FOLLOW_UP', for: 'CONTACT' }] }, withdraw: withdrawn },
    IN_PROGRESS: { feedback: { to: AnswerState.FEEDBACK_GIVEN }, withdraw: withdrawn },
    FEEDBACK_GIVEN: { feedback: { to: AnswerState.FEEDBACK_GIVEN }, close: { to: AnswerState.CLOSED, closes: ['FOLLOW_UP'] }, withdraw: withdrawn },
    CLOSED: {},
    REJECTED: {},
    EXPIRED: {},
    WITHDRAWN: { stop: { to: AnswerState.STOPPED, closes: ['CONFIRM_STOP', 'ESCALATED'] }, keep: { to: AnswerState.KEPT, closes: ['CONFIRM_STOP', 'ESCALATED'] } },
    STOPPED: {},
    KEPT: {},
  },
};

/** The workflows of this slice: what the database must hold of them, and the pages that tell of them. */
export const referralFlows = [referralFlow, answerFlow];
