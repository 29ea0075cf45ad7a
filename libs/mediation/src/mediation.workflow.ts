import type { Flow, Need } from '#kernel';

/** Where a mediation stands, for who mediates (domain e5). The landlord sees a stage and nothing of these. */
export enum MediationState {
  SIGNALLED = 'SIGNALLED',
  TRIAGE = 'TRIAGE',
  OUT_OF_SCOPE = 'OUT_OF_SCOPE',
  ACCEPTED = 'ACCEPTED',
  CONTACTING_RENTER = 'CONTACTING_RENTER',
  RENTER_DECLINED = 'RENTER_DECLINED',
  NOT_REACHED = 'NOT_REACHED',
  CLOSED_NO_MEDIATION = 'CLOSED_NO_MEDIATION',
  /** The intakes of both sides run beside each other here: each party tells when it was heard. */
  BOTH_AGREED = 'BOTH_AGREED',
  SESSIONS = 'SESSIONS',
  STALLED = 'STALLED',
  SETTLEMENT_DRAFT = 'SETTLEMENT_DRAFT',
  SETTLEMENT_SIGNED = 'SETTLEMENT_SIGNED',
  FOLLOW_UP = 'FOLLOW_UP',
  BREACH_REPORTED = 'BREACH_REPORTED',
  CLOSED_SUCCESS = 'CLOSED_SUCCESS',
  CLOSED_PARTIAL = 'CLOSED_PARTIAL',
  CLOSED_NO_AGREEMENT = 'CLOSED_NO_AGREEMENT',
  ESCALATED_TO_COURT = 'ESCALATED_TO_COURT',
  STOPPED_BY_PARTY = 'STOPPED_BY_PARTY',
}
export type MediationEvent =
  | 'assign' | 'accept' | 'outOfScope' | 'contact' | 'agree' | 'decline' | 'notReached' | 'meet' | 'draftSettlement' | 'conclude'
  | 'resume' | 'stall' | 'followUp' | 'breach' | 'succeed' | 'partly' | 'close' | 'stop' | 'goToCourt';

/** What the steps look at: how each side stands. */
export type MediationFacts = { renters: readonly Side[]; landlord: Side; settlement?: { signed: boolean } };
export type Side = { answer: 'OPEN' | 'AGREED' | 'DECLINED' | 'NOT_REACHED'; heard: boolean };
type Row = { state: MediationState };
type Needs = Need<Row, MediationFacts>;

const renterAgrees: Needs = { says: 'Minstens één huurder moet akkoord gaan met de bemiddeling.', field: 'renters', source: 'BR-M7', holds: (_, { renters }) => renters.some(({ answer }) => answer === 'AGREED') };
const nobodyOpen: Needs = { says: 'Schrijf eerst van elke huurder op wat zij of hij antwoordde, of dat het niet lukte.', field: 'renters', source: 'BR-M7', holds: (_, { renters }) => renters.every(({ answer }) => answer !== 'OPEN') };
const landlordAgrees: Needs = { says: 'De verhuurder moet akkoord gaan met de bemiddeling.', field: 'landlord', source: 'BR-M7', holds: (_, { landlord }) => landlord.answer === 'AGREED' };
const nobodyAgrees: Needs = { says: 'Een huurder ging akkoord: dan gaat de bemiddeling door.', field: 'renters', source: 'BR-M7', holds: (_, { renters }) => !renters.some(({ answer }) => answer === 'AGREED') };
const someoneDeclined: Needs = { says: 'Geen huurder zei neen. Noteer dat u niemand bereikte.', field: 'renters', source: 'e5', holds: (_, { renters }) => renters.some(({ answer }) => answer === 'DECLINED') };
const bothHeard: Needs = {
  says: 'Hoor eerst de verhuurder en elke huurder die akkoord ging.', field: 'heard', source: 'BR-M4',
  holds: (_, { renters, landlord }) => landlord.heard && renters.filter(({ answer }) => answer === 'AGREED').every(({ heard }) => heard),
};
const allSigned: Needs = { says: 'Nog niet iedereen tekende.', field: 'settlement', source: 'BR-M7', holds: (_, { settlement }) => settlement?.signed ?? false };

const { SIGNALLED, TRIAGE, OUT_OF_SCOPE, ACCEPTED, CONTACTING_RENTER, RENTER_DECLINED, NOT_REACHED, CLOSED_NO_MEDIATION, BOTH_AGREED, SESSIONS, STALLED, SETTLEMENT_DRAFT, SETTLEMENT_SIGNED, FOLLOW_UP, BREACH_REPORTED, CLOSED_SUCCESS, CLOSED_PARTIAL, CLOSED_NO_AGREEMENT, ESCALATED_TO_COURT, STOPPED_BY_PARTY } = MediationState;

const ALL_TASKS = ['CONFIRM_SIGNAL', 'CONTACT_RENTER', 'HEAR_BOTH', 'READ_SIGNAL', 'CLOSING_REPORT', 'SIGN_SETTLEMENT', 'FOLLOW_UP_SETTLEMENT', 'HEAR_BREACH', 'ESCALATED'];
const ended = { closes: ALL_TASKS };
/** Nobody outside learns before the day on which it would have started at the latest (decisions 7). */
const notStarted = { closes: ALL_TASKS, opens: [{ task: 'TELL_NOT_STARTED', for: 'CLOCK', within: 'told', awaits: true, escalates: true }] } as const;
/** Whoever takes part may leave at any time (BR-M7). */
const early = { stop: { to: STOPPED_BY_PARTY, ...notStarted }, goToCourt: { to: ESCALATED_TO_COURT, ...notStarted } };
const late = { stop: { to: STOPPED_BY_PARTY, ...ended }, goToCourt: { to: ESCALATED_TO_COURT, ...ended } };

/** Every step that a mediation can take here; the protocol of a case says which of them it has, and within which terms. */
export const mediationFlow: Flow<MediationState, MediationEvent, Row, MediationFacts> = {
  name: 'MediationCase',
  source: 'e5, BR-M4, BR-M7, decisions 7',
  starts: SIGNALLED,
  states: {
    SIGNALLED: { assign: { to: TRIAGE }, ...early },
    TRIAGE: {
      assign: { to: TRIAGE },
      accept: { to: ACCEPTED, closes: ['CONFIRM_SIGNAL', 'ESCALATED'], opens: [{ task: 'CONTACT_RENTER', for: 'MEDIATOR', within: 'contact', escalates: true }, { task: 'CLOSING_REPORT', for: 'MEDIATOR', within: 'report', escalates: true }] },
      outOfScope: { to: OUT_OF_SCOPE, ...notStarted },
      ...early,
    },
    OUT_OF_SCOPE: { close: { to: CLOSED_NO_MEDIATION } },
    ACCEPTED: {
      contact: { to: CONTACTING_RENTER, closes: ['CONTACT_RENTER', 'ESCALATED'], opens: [{ task: 'HEAR_BOTH', for: 'MEDIATOR', within: 'heard', escalates: true }] },
      notReached: { to: NOT_REACHED, needs: [nobodyAgrees], ...notStarted },
      ...early,
    },
    CONTACTING_RENTER: {
      contact: { to: CONTACTING_RENTER },
      agree: { to: BOTH_AGREED, needs: [renterAgrees, nobodyOpen, landlordAgrees] },
      decline: { to: RENTER_DECLINED, needs: [nobodyAgrees, someoneDeclined], ...notStarted },
      notReached: { to: NOT_REACHED, needs: [nobodyAgrees], ...notStarted },
      ...early,
    },
    RENTER_DECLINED: { close: { to: CLOSED_NO_MEDIATION } },
    NOT_REACHED: { close: { to: CLOSED_NO_MEDIATION } },
    CLOSED_NO_MEDIATION: {},
    BOTH_AGREED: { meet: { to: SESSIONS, needs: [bothHeard], closes: ['HEAR_BOTH', 'ESCALATED'] }, stall: { to: STALLED, closes: ['HEAR_BOTH', 'ESCALATED'] }, ...late },
    SESSIONS: { draftSettlement: { to: SETTLEMENT_DRAFT }, stall: { to: STALLED }, ...late },
    STALLED: { resume: { to: SESSIONS }, close: { to: CLOSED_NO_AGREEMENT, ...ended }, ...late },
    SETTLEMENT_DRAFT: {
      draftSettlement: { to: SETTLEMENT_DRAFT, closes: ['SIGN_SETTLEMENT'] },
      conclude: {
        to: SETTLEMENT_SIGNED, needs: [allSigned], closes: ['SIGN_SETTLEMENT', 'CLOSING_REPORT', 'ESCALATED'],
        opens: [{ task: 'FOLLOW_UP_SETTLEMENT', for: 'MEDIATOR', within: 'followUp1', escalates: true }, { task: 'FOLLOW_UP_SETTLEMENT', for: 'MEDIATOR', within: 'followUp2', escalates: true }],
      },
      resume: { to: SESSIONS, closes: ['SIGN_SETTLEMENT'] },
      stall: { to: STALLED, closes: ['SIGN_SETTLEMENT'] },
      ...late,
    },
    SETTLEMENT_SIGNED: { followUp: { to: FOLLOW_UP }, breach: { to: BREACH_REPORTED, opens: [{ task: 'HEAR_BREACH', for: 'MEDIATOR' }] }, ...late },
    FOLLOW_UP: { followUp: { to: FOLLOW_UP }, breach: { to: BREACH_REPORTED, opens: [{ task: 'HEAR_BREACH', for: 'MEDIATOR' }] }, succeed: { to: CLOSED_SUCCESS, ...ended }, partly: { to: CLOSED_PARTIAL, ...ended }, ...late },
    BREACH_REPORTED: { resume: { to: SESSIONS, needs: [bothHeard], closes: ['HEAR_BREACH'] }, followUp: { to: FOLLOW_UP, needs: [bothHeard], closes: ['HEAR_BREACH'] }, close: { to: CLOSED_NO_AGREEMENT, ...ended }, ...late },
    CLOSED_SUCCESS: {},
    CLOSED_PARTIAL: {},
    CLOSED_NO_AGREEMENT: {},
    ESCALATED_TO_COURT: {},
    STOPPED_BY_PARTY: {},
  },
};

/** Where nothing more happens. */
export const MEDIATION_ENDS: readonly MediationState[] = Object.values(MediationState).filter((state) => !Object.keys(mediationFlow.states[state]).length);

/** In which states a term of a protocol runs: what it may lead to must be possible in each of them. */
export const TERM_RUNS: { readonly [term: string]: readonly MediationState[] } = {
  confirm: [SIGNALLED, TRIAGE],
  contact: [ACCEPTED],
  heard: [CONTACTING_RENTER, BOTH_AGREED],
  report: [ACCEPTED, CONTACTING_RENTER, BOTH_AGREED, SESSIONS, STALLED, SETTLEMENT_DRAFT],
  followUp1: [SETTLEMENT_SIGNED],
  followUp2: [SETTLEMENT_SIGNED, FOLLOW_UP],
};
