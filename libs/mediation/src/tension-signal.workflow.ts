import type { Flow } from '#kernel';

/** How far a mediation is, for the landlord: nothing more than this (BR-M6, decisions 7). */
export enum SignalStage {
  SIGNALLED = 'SIGNALLED',
  IN_PROGRESS = 'IN_PROGRESS',
  STARTED = 'STARTED',
  NOT_STARTED = 'NOT_STARTED',
  AGREEMENT = 'AGREEMENT',
  NO_AGREEMENT = 'NO_AGREEMENT',
  CLOSED = 'CLOSED',
}
export type SignalEvent = 'confirm' | 'start' | 'notStart' | 'settle' | 'fail' | 'close';

const { SIGNALLED, IN_PROGRESS, STARTED, NOT_STARTED, AGREEMENT, NO_AGREEMENT, CLOSED } = SignalStage;
const awaits = ['AWAIT_MEDIATION', 'ANSWER_MEDIATOR', 'SIGN_SETTLEMENT', 'ESCALATED'];

/** Taken by the mediation alone; nobody causes them on the signal itself. */
export const signalFlow: Flow<SignalStage, SignalEvent, { state: SignalStage }, undefined> = {
  name: 'TensionSignal',
  source: 'BR-M6, decisions 7',
  starts: SIGNALLED,
  states: {
    SIGNALLED: { confirm: { to: IN_PROGRESS } },
    IN_PROGRESS: { start: { to: STARTED }, notStart: { to: NOT_STARTED, closes: awaits } },
    STARTED: { settle: { to: AGREEMENT, closes: awaits }, fail: { to: NO_AGREEMENT, closes: awaits } },
    NOT_STARTED: {},
    AGREEMENT: { close: { to: CLOSED, closes: awaits } },
    NO_AGREEMENT: { close: { to: CLOSED, closes: awaits } },
    CLOSED: {},
  },
};
