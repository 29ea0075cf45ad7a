import type { MediationState, SignalStage } from '../generated/graphql/graphql.js';
import type { ShapeName } from '../shared/icon.js';

/** The columns of the board, in the order in which a mediation goes through them. */
export const LANES = ['signalled', 'contact', 'hearing', 'talks', 'settled'] as const;
export type Lane = (typeof LANES)[number];

/** Where a state stands on the board; what is over stands in none. */
const LANE_OF: { [state in MediationState]?: Lane } = {
  SIGNALLED: 'signalled', TRIAGE: 'signalled', OUT_OF_SCOPE: 'signalled',
  ACCEPTED: 'contact', CONTACTING_RENTER: 'contact', RENTER_DECLINED: 'contact', NOT_REACHED: 'contact',
  BOTH_AGREED: 'hearing',
  SESSIONS: 'talks', STALLED: 'talks',
  SETTLEMENT_DRAFT: 'settled', SETTLEMENT_SIGNED: 'settled', FOLLOW_UP: 'settled', BREACH_REPORTED: 'settled',
};
export const laneOf = (state: MediationState): Lane | undefined => LANE_OF[state];
export const isOver = (state: MediationState): boolean => !laneOf(state);
/** Whether it did not belong here, also once it is closed: what a renter answered is about being referred. */
export const fellOutside = ({ timeline }: { timeline: readonly { event: string }[] }): boolean => timeline.some(({ event }) => event === 'MEDIATION_OUT_OF_SCOPE');
/** Whether nothing of the ordinary way comes any more: it is over, or waits to be closed. */
export const isOffTheWay = (state: MediationState): boolean => isOver(state) || state === 'OUT_OF_SCOPE' || state === 'RENTER_DECLINED' || state === 'NOT_REACHED';

export const STATE_LOOKS: Record<MediationState, ShapeName> = {
  SIGNALLED: 'new', TRIAGE: 'new', OUT_OF_SCOPE: 'off', ACCEPTED: 'busy', CONTACTING_RENTER: 'busy', RENTER_DECLINED: 'off', NOT_REACHED: 'off', BOTH_AGREED: 'busy', SESSIONS: 'busy', STALLED: 'wait',
  SETTLEMENT_DRAFT: 'wait', SETTLEMENT_SIGNED: 'ok', FOLLOW_UP: 'ok', BREACH_REPORTED: 'late',
  CLOSED_NO_MEDIATION: 'off', CLOSED_SUCCESS: 'ok', CLOSED_PARTIAL: 'ok', CLOSED_NO_AGREEMENT: 'off', ESCALATED_TO_COURT: 'no', STOPPED_BY_PARTY: 'off',
};
export const STAGE_LOOKS: Record<SignalStage, ShapeName> = { SIGNALLED: 'new', IN_PROGRESS: 'busy', STARTED: 'busy', NOT_STARTED: 'off', AGREEMENT: 'ok', NO_AGREEMENT: 'off', CLOSED: 'ok' };
