import type { Flow, Need } from '#kernel';

export const CooperationState = { NEGOTIATION: 'NEGOTIATION', SIGNED: 'SIGNED', ACTIVE: 'ACTIVE', UNDER_REVIEW: 'UNDER_REVIEW', ENDED: 'ENDED' } as const;
export type CooperationState = keyof typeof CooperationState;
/** `conclude`: the second signature; `succeed`: a later edition takes its place. */
export type CooperationEvent = 'edit' | 'sign' | 'conclude' | 'withdraw' | 'activate' | 'review' | 'confirm' | 'succeed' | 'end';
/** What is asked of a person; the other two follow from these. */
export type CooperationVerb = 'draft' | Exclude<CooperationEvent, 'conclude' | 'succeed'>;

/** In these a protocol holds, within its days: while it is looked at again too. */
export const IN_FORCE: readonly CooperationState[] = [CooperationState.ACTIVE, CooperationState.UNDER_REVIEW];

type Row = { state: CooperationState; validFrom: string; validTo: string | null };
/** `signedOn`: the day of the last signature. */
export type CooperationFacts = { today: string; ownSigned?: boolean; sameText?: boolean; signedOn?: string };

const firstSignature: Need<Row, CooperationFacts> = { says: 'Uw organisatie tekende al. De andere partij moet nog tekenen.', holds: (_, { ownSigned }) => !ownSigned };
const ownSignature: Need<Row, CooperationFacts> = { says: 'Uw organisatie tekende niet.', holds: (_, { ownSigned }) => ownSigned === true };
const sameText: Need<Row, CooperationFacts> = { says: 'De tekst is niet meer dezelfde als toen u hem opende. Lees hem opnieuw en teken dan.', field: 'hash', holds: (_, { sameText }) => sameText === true };
const notPast: Need<Row, CooperationFacts> = { says: 'De eerste dag ligt voor vandaag: een protocol geldt nooit voor wat voorbij is. Kies eerst een andere eerste dag.', field: 'validFrom', source: 'e15', holds: ({ validFrom }, { today }) => validFrom >= today };
const notBackdated: Need<Row, CooperationFacts> = { says: 'De eerste dag ligt voor de laatste handtekening: een protocol geldt nooit voor wat voorbij is.', field: 'validFrom', source: 'e15', holds: ({ validFrom }, { signedOn }) => validFrom >= signedOn! };
const stillValid: Need<Row, CooperationFacts> = { says: 'De laatste dag van dit protocol is voorbij. Maak een nieuwe editie.', field: 'validTo', holds: ({ validTo }, { today }) => validTo === null || validTo >= today };

const signing = [firstSignature, sameText, notPast, stillValid];
const end = { to: CooperationState.ENDED };

/** An agreement on mediation between the Woondienst and a housing company, in editions (domain e15). From the first signature on its text stands fixed. */
export const cooperationFlow: Flow<CooperationState, CooperationEvent, Row, CooperationFacts> = {
  name: 'CooperationProtocol',
  source: 'domain e15, BR-M1, BR-M2',
  starts: CooperationState.NEGOTIATION,
  states: {
    NEGOTIATION: {
      edit: { to: CooperationState.NEGOTIATION },
      sign: { to: CooperationState.NEGOTIATION, needs: signing },
      conclude: { to: CooperationState.SIGNED, needs: signing },
      withdraw: { to: CooperationState.NEGOTIATION, needs: [ownSignature] },
      end,
    },
    SIGNED: { withdraw: { to: CooperationState.NEGOTIATION, needs: [ownSignature] }, activate: { to: CooperationState.ACTIVE, needs: [notBackdated, stillValid] }, end },
    ACTIVE: { review: { to: CooperationState.UNDER_REVIEW }, succeed: end, end },
    UNDER_REVIEW: { confirm: { to: CooperationState.ACTIVE }, succeed: end, end },
    ENDED: {},
  },
};
export const cooperationFlows = [cooperationFlow];
