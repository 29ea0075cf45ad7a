import {
  AcceptMediationDocument, AssignMediationDocument, BeginSessionsDocument, CloseMediationDocument, ContactRenterDocument, HandOverMediationDocument, MediationDeclinedDocument, MediationOutOfScopeDocument,
  MediationPartlySucceededDocument, MediationStalledDocument, MediationSucceededDocument, MediationToCourtDocument, RenterNotReachedDocument, ResumeSessionsDocument, SettlementBreachedDocument, StartMediationDocument,
  StopMediationDocument, FollowUpSettlementDocument, type TypedDocumentString,
} from '../generated/graphql/graphql.js';
import type { IconName } from '../shared/icon.js';
import type { AgreementText } from './agreements.js';
import type { Mediation } from './mediation.page.js';

type Asked = 'reason' | 'way' | 'text' | 'report' | 'side' | 'personId';
type Step = { document: TypedDocumentString<unknown, never>; icon: IconName; asks?: readonly Asked[]; bad?: boolean };

/** Steps of a mediation: what is sent, what is asked for it. */
export const STEPS = {
  assign: { document: AssignMediationDocument, icon: 'person', asks: ['personId'] },
  accept: { document: AcceptMediationDocument, icon: 'check' },
  contact: { document: ContactRenterDocument, icon: 'phone', asks: ['way'] },
  agree: { document: StartMediationDocument, icon: 'flag' },
  meet: { document: BeginSessionsDocument, icon: 'talk' },
  resume: { document: ResumeSessionsDocument, icon: 'sync' },
  followUp: { document: FollowUpSettlementDocument, icon: 'sync', asks: ['text'] },
  succeed: { document: MediationSucceededDocument, icon: 'check', asks: ['report'] },
  partly: { document: MediationPartlySucceededDocument, icon: 'check', asks: ['report'] },
  close: { document: CloseMediationDocument, icon: 'check', asks: ['report'] },
  outOfScope: { document: MediationOutOfScopeDocument, icon: 'x', asks: ['reason'], bad: true },
  decline: { document: MediationDeclinedDocument, icon: 'x', bad: true },
  notReached: { document: RenterNotReachedDocument, icon: 'x', bad: true },
  stall: { document: MediationStalledDocument, icon: 'clock', asks: ['reason'] },
  breach: { document: SettlementBreachedDocument, icon: 'alert', asks: ['text'] },
  handOver: { document: HandOverMediationDocument, icon: 'swap', asks: ['personId', 'reason'] },
  stop: { document: StopMediationDocument, icon: 'x', asks: ['side', 'reason'], bad: true },
  goToCourt: { document: MediationToCourtDocument, icon: 'alert', bad: true },
} as const satisfies { [event: string]: Step };
export type StepName = keyof typeof STEPS;
/** What else a mediator does as a next step, on another row than the case. */
export type Deed = StepName | 'planSession' | 'draftSettlement' | 'offerSettlement' | 'recordSignature';

/** Whether it is she who mediates. */
export const isMine = (row: Pick<Mediation, 'mediatorId'>, personId: string): boolean => row.mediatorId === personId;

/** What one may do now: as the server says, without what this agreement leaves out. */
export function stepsOf(row: Mediation, agreement: AgreementText | undefined, personId: string): Deed[] {
  const has = (event: string): boolean => !agreement || event === 'handOver' || Boolean(agreement.steps[row.state]?.[event]);
  const steps: Deed[] = (Object.keys(STEPS) as StepName[]).filter((step) => row.may.includes(step) && has(step) && !(step === 'handOver' && (row.endedAt || !row.mediatorId || (row.state === 'TRIAGE' && !isMine(row, personId)))));
  const [newest] = row.settlements;
  if (isMine(row, personId) && ['BOTH_AGREED', 'SESSIONS', 'BREACH_REPORTED'].includes(row.state)) steps.push('planSession');
  if (row.may.includes('draftSettlement') && has('draftSettlement')) steps.push('draftSettlement');
  if (isMine(row, personId) && newest?.may.includes('offer')) steps.push('offerSettlement');
  if (isMine(row, personId) && newest?.may.includes('record') && row.state === 'SETTLEMENT_DRAFT') steps.push('recordSignature');
  return steps;
}

/** The one that comes next; the others wait in a menu. */
export function nextOf(row: Mediation, steps: readonly Deed[]): Deed | undefined {
  const renters = row.parties.filter(({ side }) => side === 'RENTER');
  const landlord = row.parties.find(({ side }) => side === 'LANDLORD');
  const taking = renters.filter(({ answer }) => answer === 'AGREED');
  const isHeard = Boolean(landlord?.heardOn) && taking.every(({ heardOn }) => heardOn);
  const isHeld = row.sessions.some(({ state }) => state === 'HELD');
  const isOffered = row.settlements[0]?.state === 'OFFERED';
  const awaitsLook = row.tasks.some(({ kind, doneAt }) => kind === 'FOLLOW_UP_SETTLEMENT' && !doneAt);
  const answered = (): Deed => (renters.some(({ answer }) => answer === 'OPEN') ? 'contact' : taking.length ? 'agree' : renters.some(({ answer }) => answer === 'DECLINED') ? 'decline' : 'notReached');
  const wanted: { [state in Mediation['state']]?: Deed } = {
    SIGNALLED: 'assign', TRIAGE: 'accept', OUT_OF_SCOPE: 'close', ACCEPTED: 'contact', CONTACTING_RENTER: answered(), RENTER_DECLINED: 'close', NOT_REACHED: 'close',
    BOTH_AGREED: isHeard ? 'meet' : 'planSession', SESSIONS: isHeld ? 'draftSettlement' : 'planSession', STALLED: 'resume', SETTLEMENT_DRAFT: isOffered ? 'recordSignature' : 'offerSettlement',
    SETTLEMENT_SIGNED: 'followUp', FOLLOW_UP: awaitsLook ? 'followUp' : 'succeed', BREACH_REPORTED: isHeard ? 'resume' : 'planSession',
  };
  const next = wanted[row.state];
  return next && steps.includes(next) ? next : steps.includes('assign') && row.state === 'TRIAGE' ? 'assign' : undefined;
}
