import type { Flow } from '#kernel';

export enum SupportState {
  ASKED = 'ASKED',
  OPEN = 'OPEN',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  ENDED = 'ENDED',
}

/** What she who asks may do, and what they may whom she asks. */
export type AskerEvent = 'withdraw' | 'end';
export type AskedEvent = 'approve' | 'decline' | 'end';

/** A look of support at one dossier: asked by one person, let by a second; its time passing ends it without a step. */
export const supportFlow: Flow<SupportState, AskerEvent | AskedEvent, { state: SupportState }, undefined> = {
  name: 'SupportLook',
  source: 'BR-P19, XT-19',
  starts: SupportState.ASKED,
  states: {
    ASKED: {
      approve: { to: SupportState.OPEN },
      decline: { to: SupportState.DECLINED },
      withdraw: { to: SupportState.WITHDRAWN },
    },
    OPEN: { end: { to: SupportState.ENDED } },
    DECLINED: {},
    WITHDRAWN: {},
    ENDED: {},
  },
};

export const oversightFlows = [supportFlow];
