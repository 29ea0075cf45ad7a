import type { Flow, Need, Opening } from '#kernel';
import { accessFlow } from './access-request.workflow.js';

export enum ReferralState {
  DRAFT = 'DRAFT',
  SENT = 'SENT',
  DELIVERED = 'DELIVERED',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
  DISCARDED = 'DISCARDED',
  MADE_IN_ERROR = 'MADE_IN_ERROR',
}
export type ReferralEvent = 'edit' | 'note' | 'send' | 'takeBack' | 'deliver' | 'discard' | 'amend' | 'narrow' | 'withdraw' | 'declareError' | 'close' | 'reopen';

type Told = { toldThat: boolean; toldPurpose: boolean; toldWhom: boolean; toldContent: boolean };
/** What sending looks at beside the row: whom it goes to, and each agreement; `fault` says what is wrong with one (agreements.ts). */
export type SendFacts = {
  required: readonly string[];
  receivers: number;
  transfers: boolean;
  agreements: readonly (Told & { personId: string | null; agreedName: string; fault: string | null })[];
};

/** What the steps look at of a row; the records themselves are built upon these tables. */
type ReferralRow = { state: ReferralState; question: string | null };
type AnswerRow = { state: AnswerState };

const filled = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value !== null && value !== undefined);
const asked: Need<ReferralRow, SendFacts> = { says: 'Schrijf wat u vraagt.', field: 'question', holds: ({ question }) => filled(question) };
const missing = (row: ReferralRow, { required }: Pick<SendFacts, 'required'>): string[] => required.filter((field) => field !== 'question' && !filled((row as { [field: string]: unknown })[field]));
const complete: Need<ReferralRow, SendFacts> = { says: 'Vul dit nog in: het is verplicht voor deze doorverwijzing.', field: missing, holds: (row, facts) => missing(row, facts).length === 0 };
const receivers: Need<ReferralRow, SendFacts> = { says: 'Kies minstens één partner.', field: 'receivers', holds: (_, facts) => facts.receivers > 0 };
const oneTakesOver: Need<ReferralRow, SendFacts> = { says: 'Een overdracht gaat naar één partner.', field: 'receivers', holds: (_, facts) => !facts.transfers || facts.receivers <= 1 };
const agreed: Need<ReferralRow, SendFacts> = { says: 'Noteer eerst het akkoord van de cliënt.', field: 'agreement', source: 'BR-P2', holds: (_, { agreements }) => agreements.some(({ personId }) => personId === null) };
const told: Need<ReferralRow, SendFacts> = {
  says: 'Bespreek eerst alle vier de punten met wie akkoord gaat.', field: 'agreement', source: 'BR-P3',
  holds: (_, { agreements }) => agreements.every(({ toldThat, toldPurpose, toldWhom, toldContent }) => toldThat && toldPurpose && toldWhom && toldContent),
};
const namedAgreer: Need<ReferralRow, SendFacts> = { says: 'Vul in wie akkoord ging.', field: 'agreedName', source: 'BR-P17', holds: (_, { agreements }) => agreements.every(({ agreedName }) => agreedName.trim() !== '') };

const decide: readonly Opening[] = [
  { task: 'DECIDE', for: 'RECEIVER', within: 'answer', escalates: true },
  { task: 'AWAIT_ANSWER', for: 'SENDER', within: 'answer', awaits: true },
];
const deciding = ['DECIDE', 'AWAIT_ANSWER'];
const asking = ['ANSWER_QUESTION', 'AWAIT_REPLY'];

const gone = { withdraw: { to: ReferralState.WITHDRAWN, closes: ['DECIDE_ACCESS'] }, declareError: { to: ReferralState.MADE_IN_ERROR, closes: ['DECIDE_ACCESS'] } } as const;

/** The question and what is shared (domain e1). An embargo lies between sending and delivery; none when urgent (BR-G8). */
export const referralFlow: Flow<ReferralState, ReferralEvent, ReferralRow, SendFacts> = {
  name: 'Referral',
  source: 'domain e1, BR-P2, BR-P3, BR-P17, BR-G8; decisions 12',
  starts: ReferralState.DRAFT,
  states: {
    DRAFT: {
      edit: { to: ReferralState.DRAFT },
      note: { to: ReferralState.DRAFT },
      send: { to: ReferralState.SENT, needs: [asked, complete, receivers, oneTakesOver, agreed, told, namedAgreer], closes: ['FINISH_DRAFT'], opens: [{ task: 'DELIVER', for: 'SENDER', within: 'embargo', awaits: true, escalates: true }] },
      discard: { to: ReferralState.DISCARDED, closes: ['FINISH_DRAFT'] },
    },
    SENT: {
      note: { to: ReferralState.SENT },
      takeBack: { to: ReferralState.DRAFT, closes: ['DELIVER'], opens: [{ task: 'FINISH_DRAFT', for: 'SENDER' }] },
      deliver: { to: ReferralState.DELIVERED, closes: ['DELIVER'], opens: decide, byClock: true },
    },
    DELIVERED: {
      note: { to: ReferralState.DELIVERED },
      amend: { to: ReferralState.DELIVERED, needs: [asked, complete] },
      narrow: { to: ReferralState.DELIVERED },
      close: { to: ReferralState.CLOSED, byClock: true },
      ...gone,
    },
    CLOSED: { note: { to: ReferralState.CLOSED }, narrow: { to: ReferralState.CLOSED }, reopen: { to: ReferralState.DELIVERED, byClock: true }, ...gone },
    WITHDRAWN: { note: { to: ReferralState.WITHDRAWN } },
    DISCARDED: {},
    MADE_IN_ERROR: { note: { to: ReferralState.MADE_IN_ERROR } },
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
  REDIRECTED = 'REDIRECTED',
  EXPIRED = 'EXPIRED',
  REOPENED = 'REOPENED',
  WITHDRAWN = 'WITHDRAWN',
  STOPPED = 'STOPPED',
  KEPT = 'KEPT',
}
export type AnswerEvent = 'receive' | 'ask' | 'reply' | 'expire' | 'accept' | 'reject' | 'redirect' | 'start' | 'feedback' | 'close' | 'reopen' | 'withdraw' | 'stop' | 'keep';

/** After these a referral may close: nothing more is expected of the receiver. */
export const ENDED: readonly AnswerState[] = [AnswerState.CLOSED, AnswerState.REJECTED, AnswerState.REDIRECTED, AnswerState.EXPIRED, AnswerState.WITHDRAWN, AnswerState.STOPPED, AnswerState.KEPT];
/** After these the receiver's seat is a former one. */
export const LEFT: readonly AnswerState[] = [AnswerState.WITHDRAWN, AnswerState.STOPPED, AnswerState.KEPT];

/** What an event of an answer looks at beside the row. */
export type AnswerFacts = { contactFits?: boolean; reasonFits?: boolean; text?: string | null; textNeeded?: boolean; advice?: string | null; agreedTo?: boolean; stillShared?: boolean };

const contact: Need<AnswerRow, AnswerFacts> = { says: 'Kies een vaste contactpersoon uit uw eigen organisatie.', field: 'contactPersonId', source: 'BR-G2', holds: (_, { contactFits }) => contactFits === true };
const reason: Need<AnswerRow, AnswerFacts> = { says: 'Kies een reden.', field: 'reason', holds: (_, { reasonFits }) => reasonFits === true };
const explained: Need<AnswerRow, AnswerFacts> = { says: 'Leg deze reden uit.', field: 'text', holds: (_, { textNeeded, text }) => !textNeeded || Boolean(text?.trim()) };
const advised: Need<AnswerRow, AnswerFacts> = { says: 'Geef een advies of een motivering: geen vraag blijft zonder antwoord.', field: 'advice', source: 'BR-G5', holds: (_, { advice }) => Boolean(advice?.trim()) };
const agreedTo: Need<AnswerRow, AnswerFacts> = { says: 'De cliënt ging er niet mee akkoord dat deze partner de vraag krijgt. Vraag het aan de afzender, of weiger met advies.', field: 'partnerId', source: 'domain e1', holds: (_, facts) => facts.agreedTo === true };
const stillShared: Need<AnswerRow, AnswerFacts> = { says: 'Het akkoord van de cliënt is afgelopen. Maak een nieuwe doorverwijzing.', source: 'BR-P2', holds: (_, facts) => facts.stillShared === true };

const withdrawn = { to: AnswerState.WITHDRAWN, closes: [...deciding, ...asking, 'START', 'FOLLOW_UP', 'ESCALATED'], opens: [{ task: 'CONFIRM_STOP', for: 'RECEIVER', within: 'answer', escalates: true }] } as const;
const answering = {
  ask: { to: AnswerState.INFO_REQUESTED, closes: [...deciding, 'ESCALATED'], opens: [{ task: 'ANSWER_QUESTION', for: 'SENDER', within: 'information', escalates: true }, { task: 'AWAIT_REPLY', for: 'RECEIVER', within: 'information', awaits: true }] },
  accept: { to: AnswerState.ACCEPTED, needs: [contact], closes: [...deciding, 'ESCALATED'], opens: [{ task: 'START', for: 'CONTACT' }] },
  reject: { to: AnswerState.REJECTED, needs: [reason, explained, advised], closes: [...deciding, 'ESCALATED'] },
  redirect: { to: AnswerState.REDIRECTED, needs: [agreedTo, advised], closes: [...deciding, 'ESCALATED'] },
  withdraw: withdrawn,
} as const;
const reopened = { to: AnswerState.REOPENED, needs: [stillShared], opens: decide } as const;

/** One receiver's answer, with its own term and contact person (domain e1). */
export const answerFlow: Flow<AnswerState, AnswerEvent, AnswerRow, AnswerFacts> = {
  name: 'Answer',
  source: 'domain e1, BR-G2, BR-G5, BR-G8; decisions 12',
  starts: AnswerState.NEW,
  states: {
    NEW: { receive: { to: AnswerState.RECEIVED }, withdraw: withdrawn },
    RECEIVED: answering,
    INFO_REQUESTED: {
      reply: { to: AnswerState.RECEIVED, closes: asking, opens: decide },
      expire: { to: AnswerState.EXPIRED, closes: asking, byClock: true },
      withdraw: withdrawn,
    },
    ACCEPTED: { start: { to: AnswerState.IN_PROGRESS, closes: ['START'], opens: [{ task: 'FOLLOW_UP', for: 'CONTACT' }] }, withdraw: withdrawn },
    IN_PROGRESS: { feedback: { to: AnswerState.FEEDBACK_GIVEN }, withdraw: withdrawn },
    FEEDBACK_GIVEN: { feedback: { to: AnswerState.FEEDBACK_GIVEN }, close: { to: AnswerState.CLOSED, closes: ['FOLLOW_UP'] }, withdraw: withdrawn },
    CLOSED: { reopen: reopened, withdraw: withdrawn },
    REJECTED: { reopen: reopened, withdraw: withdrawn },
    REDIRECTED: { withdraw: withdrawn },
    EXPIRED: { reopen: reopened, withdraw: withdrawn },
    REOPENED: answering,
    WITHDRAWN: { stop: { to: AnswerState.STOPPED, closes: ['CONFIRM_STOP', 'ESCALATED'] }, keep: { to: AnswerState.KEPT, closes: ['CONFIRM_STOP', 'ESCALATED'] } },
    STOPPED: {},
    KEPT: {},
  },
};

/** The workflows of this slice: what the database must hold of them, and the pages that tell of them. */
export const referralFlows = [referralFlow, answerFlow, accessFlow];
