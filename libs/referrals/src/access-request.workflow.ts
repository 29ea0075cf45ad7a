import type { Flow } from '#kernel';

export enum AccessState {
  ASKED = 'ASKED',
  GRANTED = 'GRANTED',
  REFUSED = 'REFUSED',
  LAPSED = 'LAPSED',
}
export type AccessEvent = 'grant' | 'refuse' | 'lapse';

/** A receiver asks for more; who owns it answers, with the client's agreement (domain e15). */
export const accessFlow: Flow<AccessState, AccessEvent, { state: AccessState }, undefined> = {
  name: 'AccessRequest',
  source: 'domain e15, BR-P2; decisions 11',
  starts: AccessState.ASKED,
  states: {
    ASKED: {
      grant: { to: AccessState.GRANTED, closes: ['DECIDE_ACCESS'] },
      refuse: { to: AccessState.REFUSED, closes: ['DECIDE_ACCESS'] },
      lapse: { to: AccessState.LAPSED, closes: ['DECIDE_ACCESS'], byClock: true },
    },
    GRANTED: {},
    REFUSED: {},
    LAPSED: {},
  },
};
