import { registerEnumType } from '@nestjs/graphql';
import { Attachment, Look, LOOK_DAYS, Note, Recusal, TimelineEntry } from '#dossiers';
import { Choice, Day, Flag, Key, Many, Moment, One, Record, Ref, Shown, statesOf, Task, Text, Version } from '#kernel';
import { mediationFlow, MediationState } from './mediation.workflow.js';
import { Settlement } from './settlement.record.js';
import { TensionSignal, TensionTopic } from './tension-signal.record.js';

/** Whose side. */
export enum PartySide {
  RENTER = 'RENTER',
  LANDLORD = 'LANDLORD',
}
/** What somebody answered to the question whether she takes part. */
export enum PartyAnswer {
  OPEN = 'OPEN',
  AGREED = 'AGREED',
  DECLINED = 'DECLINED',
  NOT_REACHED = 'NOT_REACHED',
}
export enum SessionState {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}
export enum DeviationKind {
  /** A step came after its term. */
  LATE = 'LATE',
  /** The mediator follows another dossier of a party. */
  CONFLICT = 'CONFLICT',
  /** It goes on without a renter who does not take part. */
  LEFT_OUT = 'LEFT_OUT',
}
registerEnumType(MediationState, { name: 'MediationState' });
registerEnumType(PartySide, { name: 'PartySide' });
registerEnumType(PartyAnswer, { name: 'PartyAnswer' });
registerEnumType(SessionState, { name: 'SessionState' });
registerEnumType(DeviationKind, { name: 'DeviationKind' });

/** A mediation as who mediates has it: nobody but the Woondienst sits here (decisions 7). */
@Record('mediation_case', { seat: 'id', verbs: { open: null, handOver: undefined, readSignals: undefined, askUnion: undefined, ...statesOf(mediationFlow) }, description: 'A mediation as who mediates has it.' })
export class MediationCase extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('CORE') number: string;
  @Choice('CORE', MediationState) state: MediationState;
  @Ref('CORE', { optional: true, description: 'The edition by which it goes; absent: the default terms.' }) protocolId: string | null;
  @Ref('CORE', { optional: true, description: 'The landlord, when it is a partner.' }) landlordId: string | null;
  @Choice('CORE', TensionTopic) topic: TensionTopic;
  @Flag('CORE') urgent: boolean;
  @Moment('CORE', { description: 'From when its terms run.' }) deliveredAt: Date;
  @Moment('CORE') changedAt: Date;
  @Ref('CORE', { optional: true }) mediatorId: string | null;
  @Text('CORE', { max: 120, optional: true }) mediatorName: string | null;
  @Moment('CORE', { optional: true, description: 'When the settlement was signed.' }) settledAt: Date | null;
  @Moment('CORE', { optional: true }) endedAt: Date | null;
  @Moment('CORE', { optional: true, description: 'Since when nobody reads the notes any more.' }) sealedAt: Date | null;
  @Text('ADDRESS', { max: 300, shown: false }) addressKey: string;
  @Text('OUTCOME', { max: 4000, optional: true, description: 'The closing report.' }) outcome: string | null;
  @Choice('CORE', PartySide, { optional: true }) stoppedBy: PartySide | null;

  @Many(() => TensionSignal, 'select s.about_id from case_signal s where s.dossier_id = {t}.id', { order: { field: 'reportedAt' }, description: 'The signal it began with, and those that joined.' }) signals: TensionSignal[];
  @Many(() => MediationParty, '{t}.id', { by: 'dossierId', order: { field: 'id' } }) parties: MediationParty[];
  @Many(() => MediationSession, '{t}.id', { by: 'dossierId', order: { field: 'at' } }) sessions: MediationSession[];
  @Many(() => Settlement, '{t}.id', { by: 'dossierId', order: { field: 'edition', descending: true } }) settlements: Settlement[];
  @Many(() => Deviation, '{t}.id', { by: 'dossierId', order: { field: 'at' }, description: 'Where it went another way than the protocol says, and why.' }) deviations: Deviation[];
  @Many(() => Task, '{t}.id', { by: 'dossierId', order: { field: 'openedAt' }, atMost: 200, description: 'Its terms: what is to be done, and what was.' }) tasks: Task[];
  @Many(() => Note, '{t}.id', { by: 'dossierId', order: { field: 'changedAt' }, atMost: 200, description: "The mediator's own notes, by room." }) notes: Note[];
  @Many(() => Attachment, '{t}.id', { by: 'dossierId', order: { field: 'addedAt', descending: true }, atMost: 100 }) attachments: Attachment[];
  @Many(() => TimelineEntry, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200 }) timeline: TimelineEntry[];
  @Many(() => Recusal, '{t}.id', { by: 'dossierId', order: { field: 'since' }, description: 'Who of the own people is kept away.' }) recusals: Recusal[];
  @Many(() => Look, LOOK_DAYS, { order: { field: 'at', descending: true }, atMost: 1000, description: 'One look for each day and organisation that looked; refused attempts apart.' }) lookDays: Look[];
}

/** Which signals belong to a mediation. Hangs on the mediation, so that nobody else learns of it. */
@Record('case_signal', { seat: 'dossierId' })
export class CaseSignal extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) aboutId: string;
  @Moment('CORE', { shown: false }) joinedAt: Date;
}

/** One of the parties: how she stands towards the mediation, and when she was heard. */
@Record('mediation_party', { seat: 'dossierId', verbs: { add: null, change: undefined, answer: undefined, hear: undefined, mayTell: undefined, warn: undefined, refer: undefined }, description: 'One of the parties of a mediation.' })
export class MediationParty extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Choice('CORE', PartySide) side: PartySide;
  @Text('IDENTITY', { max: 80, optional: true }) givenName: string | null;
  @Text('IDENTITY', { max: 120 }) familyName: string;
  @Text('CONTACT', { max: 30, optional: true }) phone: string | null;
  @Text('CONTACT', { max: 120, optional: true }) email: string | null;
  @Text('CONTACT', { max: 60, optional: true }) language: string | null;
  @Choice('CORE', PartyAnswer) answer: PartyAnswer;
  @Day('CORE', { optional: true }) answeredOn: string | null;
  @Text('HOUSING', { max: 200, optional: true, description: 'How: by word of mouth, in writing …' }) answerWay: string | null;
  @Day('CORE', { optional: true }) heardOn: string | null;
  @Text('HOUSING', { max: 200, optional: true, description: 'How: at home, by telephone …' }) heardWay: string | null;
  @Text('HOUSING', { max: 1000, optional: true, description: 'What the other side may know, in words that she approved.' }) mayTell: string | null;
  @Day('HOUSING', { optional: true }) mayTellOn: string | null;
  @Ref('CORE', { optional: true, description: "One's own file of her, once somebody is asked to help her." }) clientId: string | null;
  @Text('HOUSING', { max: 1000, optional: true, description: 'On which ground others were warned before she agreed (BR-P5).' }) dangerToldGround: string | null;
}

@Record('mediation_session', { seat: 'dossierId', verbs: { plan: null, hold: undefined, cancel: undefined }, description: 'A talk with both sides.' })
export class MediationSession extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Choice('CORE', SessionState) state: SessionState;
  @Moment('CORE') at: Date;
  @Text('CORE', { max: 200 }) place: string;
  @Text('HOUSING', { max: 200, optional: true }) interpreter: string | null;
  @Text('HOUSING', { max: 500, optional: true, description: 'Who was there.' }) present: string | null;
}

/** Where a mediation went another way than its protocol says, and why. */
@Record('deviation', { seat: 'dossierId', description: 'Where a mediation went another way than its protocol says, and why.' })
export class Deviation extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Choice('CORE', DeviationKind) kind: DeviationKind;
  @Text('CORE', { max: 40 }) step: string;
  @Text('HOUSING', { max: 1000 }) reason: string;
  @Moment('CORE') at: Date;
  @Text('CORE', { max: 120 }) byName: string;
}

One(() => MediationCase, '{t}.dossier_id', { description: 'The mediation that the task is about.' })(Task.prototype, 'mediation');
One(() => MediationCase, 'select s.dossier_id from case_signal s where s.about_id = {t}.id and s.partner_id = $1::uuid', { description: "One's own mediation about it; the landlord never knows." })(TensionSignal.prototype, 'mediation');
