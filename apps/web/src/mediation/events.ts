import type { IconName } from '../shared/icon.js';

/** What is told of a mediation and of its signals, each with its sign. */
export const EVENTS = {
  SIGNALLED: 'flag', SIGNAL_JOINED: 'inbox',
  MEDIATION_ASSIGN: 'person', MEDIATION_ACCEPT: 'check', MEDIATION_OUT_OF_SCOPE: 'x', MEDIATION_CONTACT: 'phone', MEDIATION_AGREE: 'flag', MEDIATION_DECLINE: 'x', MEDIATION_NOT_REACHED: 'x', MEDIATION_MEET: 'talk',
  MEDIATION_DRAFT_SETTLEMENT: 'edit', MEDIATION_CONCLUDE: 'check', MEDIATION_RESUME: 'sync', MEDIATION_STALL: 'clock', MEDIATION_FOLLOW_UP: 'sync', MEDIATION_BREACH: 'alert', MEDIATION_SUCCEED: 'check', MEDIATION_PARTLY: 'check',
  MEDIATION_CLOSE: 'check', MEDIATION_STOP: 'x', MEDIATION_GO_TO_COURT: 'alert',
  PARTY_ANSWER: 'talk', PARTY_HEAR: 'check', PARTY_MAY_TELL: 'eye', PARTY_WARN: 'alert', PARTY_CLIENT_OPENED: 'people', TENANTS_UNION_ASKED: 'help',
  SESSION_PLANNED: 'calendar', SESSION_HELD: 'talk', SESSION_CANCELLED: 'x',
  SETTLEMENT_OFFERED: 'send', SETTLEMENT_SIGNED_BY: 'pen', SIGNING_LINK_MADE: 'pen', NEW_MEDIATOR: 'swap',
  LANDLORD_ASKED: 'help', LANDLORD_ANSWERED: 'talk', LANDLORD_WITHDREW: 'talk', LANDLORD_REPORTED_BREACH: 'alert',
  STAGE_SIGNALLED: 'flag', STAGE_IN_PROGRESS: 'sync', STAGE_STARTED: 'flag', STAGE_NOT_STARTED: 'x', STAGE_AGREEMENT: 'check', STAGE_NO_AGREEMENT: 'x', STAGE_CLOSED: 'check',
  ESCALATED: 'alert', TERM_MOVED: 'clock', RECUSED: 'eyeoff', RECUSAL_LIFTED: 'eye', OWN_NUMBER: 'edit', HANDED_OVER: 'swap', OTHER: 'info',
} as const satisfies Record<string, IconName>;
export type EventName = keyof typeof EVENTS;
export const eventOf = (event: string): EventName => (Object.hasOwn(EVENTS, event) ? (event as EventName) : 'OTHER');
