import type { MediationEvent, MediationState } from '../mediation.workflow.js';

/** How the states and steps of a mediation are called where people read a protocol. */
export const STATE_NAMES: { readonly [state in MediationState]: string } = {
  SIGNALLED: 'Gemeld',
  TRIAGE: 'Wordt nagekeken',
  OUT_OF_SCOPE: 'Hoort hier niet',
  ACCEPTED: 'Aanvaard',
  CONTACTING_RENTER: 'Contact met de huurder',
  RENTER_DECLINED: 'De huurder wil niet',
  NOT_REACHED: 'Niet bereikt',
  CLOSED_NO_MEDIATION: 'Afgesloten zonder bemiddeling',
  BOTH_AGREED: 'Beide partijen gaan akkoord',
  SESSIONS: 'Gesprekken',
  STALLED: 'Vastgelopen',
  SETTLEMENT_DRAFT: 'Ontwerp van afspraken',
  SETTLEMENT_SIGNED: 'Afspraken getekend',
  FOLLOW_UP: 'Opvolging',
  BREACH_REPORTED: 'Afspraak niet nagekomen',
  CLOSED_SUCCESS: 'Afgesloten, gelukt',
  CLOSED_PARTIAL: 'Afgesloten, deels gelukt',
  CLOSED_NO_AGREEMENT: 'Afgesloten zonder akkoord',
  ESCALATED_TO_COURT: 'Bij de rechter',
  STOPPED_BY_PARTY: 'Gestopt door een partij',
};
export const STEP_NAMES: { readonly [event in MediationEvent]: string } = {
  assign: 'een bemiddelaar aanwijzen',
  accept: 'aanvaarden',
  outOfScope: 'hoort hier niet',
  contact: 'contact opnemen',
  agree: 'beide partijen gaan akkoord',
  decline: 'de huurder wil niet',
  notReached: 'niemand bereikt',
  meet: 'gesprekken beginnen',
  draftSettlement: 'afspraken opstellen',
  conclude: 'de afspraken tekenen',
  resume: 'opnieuw in gesprek gaan',
  stall: 'het loopt vast',
  followUp: 'opvolgen',
  breach: 'een afspraak is niet nagekomen',
  succeed: 'gelukt',
  partly: 'deels gelukt',
  close: 'afsluiten',
  stop: 'een partij stopt',
  goToCourt: 'het gaat naar de rechter',
};
export const stateName = (state: string): string => (STATE_NAMES as { [state: string]: string | undefined })[state] ?? state;
export const stepName = (event: string): string => (STEP_NAMES as { [event: string]: string | undefined })[event] ?? event;
