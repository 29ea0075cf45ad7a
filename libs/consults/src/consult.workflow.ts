import type { Flow } from '#kernel';

export enum ConsultState {
  ASKED = 'ASKED',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}
export type ConsultEvent = 'answer' | 'withdraw' | 'close';

const open = ['ANSWER_CONSULT', 'AWAIT_CONSULT', 'ESCALATED'];

/** A short question, answered once; who asked it says when that is read. */
export const consultFlow: Flow<ConsultState, ConsultEvent, { state: ConsultState }, undefined> = {
  name: 'Consult',
  source: 'BR-W3, BR-G8',
  starts: ConsultState.ASKED,
  states: {
    ASKED: {
      answer: { to: ConsultState.ANSWERED, closes: open, opens: [{ task: 'READ_CONSULT', for: 'ASKER' }] },
      withdraw: { to: ConsultState.WITHDRAWN, closes: open },
    },
    ANSWERED: { close: { to: ConsultState.CLOSED, closes: ['READ_CONSULT'] } },
    CLOSED: {},
    WITHDRAWN: {},
  },
};

export const consultFlows = [consultFlow];
