import { registerEnumType } from '@nestjs/graphql';
import { Attachment, Message, Note, OwnNumber, Recusal, TimelineEntry } from '#dossiers';
import { Choice, Flag, Key, Many, Moment, One, Record, Ref, Shown, Task, Text, Version } from '#kernel';
import { Settlement } from './settlement.record.js';
import { SignalStage } from './tension-signal.workflow.js';

/** Who saw the tension (e5). Only a company's goes by a protocol. */
export enum SignalOrigin {
  COMPANY = 'COMPANY',
  /** A private landlord or an agency, entered by the Woondienst. */
  LANDLORD = 'LANDLORD',
  RENTER = 'RENTER',
  OBSERVATION = 'OBSERVATION',
}
/** What it is about (A82). */
export enum TensionTopic {
  PAYMENT = 'PAYMENT',
  LIVEABILITY = 'LIVEABILITY',
  MAINTENANCE = 'MAINTENANCE',
  DAMAGE = 'DAMAGE',
  RENT_PRICE = 'RENT_PRICE',
  INDEXATION = 'INDEXATION',
  DEPOSIT = 'DEPOSIT',
  NOTICE_PERIOD = 'NOTICE_PERIOD',
  LANGUAGE = 'LANGUAGE',
}
registerEnumType(SignalOrigin, { name: 'SignalOrigin', description: 'Who saw the tension.' });
registerEnumType(TensionTopic, { name: 'TensionTopic', description: 'What the tension is about.' });
registerEnumType(SignalStage, { name: 'SignalStage', description: 'How far a mediation is, for the landlord.' });

/** Tension between a landlord and a renter, as it was reported. The landlord sits here, and nowhere else (decisions 7). */
@Record('tension_signal', {
  seat: 'id',
  verbs: { report: null, withdraw: [SignalStage.SIGNALLED, SignalStage.IN_PROGRESS, SignalStage.STARTED, SignalStage.AGREEMENT], ask: [SignalStage.SIGNALLED, SignalStage.IN_PROGRESS, SignalStage.STARTED, SignalStage.AGREEMENT], reportBreach: [SignalStage.AGREEMENT] },
  derived: { term: ['heardBy', 'reportedAt', 'receiverId'] },
  description: 'Tension between a landlord and a renter, as it was reported, and how far the mediation is.',
})
export class TensionSignal extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') partnerId: string;
  @Text('CORE', { description: 'Random, so that it tells nothing about how many there are.' }) number: string;
  @Choice('CORE', SignalStage) state: SignalStage;
  @Choice('CORE', SignalOrigin) origin: SignalOrigin;
  @Ref('CORE') receiverId: string;
  @Ref('CORE', { optional: true, description: 'The edition by which it goes; absent: the default terms.' }) protocolId: string | null;
  @Ref('CORE', { shown: false, optional: true }) personId: string | null;
  @Text('CORE', { max: 120 }) reportedBy: string;
  @Choice('CORE', TensionTopic) topic: TensionTopic;
  @Flag('CORE') urgent: boolean;
  @Moment('CORE') reportedAt: Date;
  @Moment('CORE', { description: 'When both sides are heard at the latest.' }) heardBy: Date;
  @Moment('CORE', { description: 'When the closing report comes at the latest.' }) reportBy: Date;
  @Moment('CORE', { optional: true }) inProgressAt: Date | null;
  @Moment('CORE', { optional: true }) startedAt: Date | null;
  @Moment('CORE', { optional: true }) notStartedAt: Date | null;
  @Moment('CORE', { optional: true, description: 'When there was an agreement, or none.' }) decidedAt: Date | null;
  @Moment('CORE', { optional: true }) closedAt: Date | null;
  @Text('ADDRESS', { max: 120 }) street: string;
  @Text('ADDRESS', { max: 10 }) postcode: string;
  @Text('ADDRESS', { max: 80 }) municipality: string;
  @Text('HOUSING', { max: 4000 }) facts: string;
  @Text('HOUSING', { max: 4000, optional: true, description: 'What was tried already.' }) tried: string | null;
  @Flag('HOUSING', { description: 'Somebody may come to harm.' }) danger: boolean;
  @Text('HOUSING', { max: 1000, optional: true }) dangerNote: string | null;
  @Text('IDENTITY', { max: 120, optional: true, description: 'A landlord who takes no part in the portal.' }) landlordName: string | null;
  @Text('CONTACT', { max: 200, optional: true }) landlordContact: string | null;

  @Many(() => SignalRenter, '{t}.id', { by: 'dossierId', order: { field: 'familyName' }, description: 'Every renter on the lease.' }) renters: SignalRenter[];
  @Many(() => SignalRequest, '{t}.id', { by: 'dossierId', order: { field: 'askedAt' }, description: 'What the mediator asks of the landlord.' }) requests: SignalRequest[];
  @Many(() => Settlement, '{t}.id', { by: 'dossierId', order: { field: 'edition', descending: true }, description: 'What is to be signed, or was.' }) settlements: Settlement[];
  @Many(() => TimelineEntry, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200, description: 'The stages it passed.' }) timeline: TimelineEntry[];
  @Many(() => Message, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200 }) messages: Message[];
  @Many(() => Attachment, '{t}.id', { by: 'dossierId', order: { field: 'addedAt', descending: true }, atMost: 100 }) attachments: Attachment[];
  @Many(() => Note, '{t}.id', { by: 'dossierId', order: { field: 'changedAt' }, description: "One's own private notes." }) notes: Note[];
  @Many(() => Recusal, '{t}.id', { by: 'dossierId', order: { field: 'since' }, description: 'Who of the own people is kept away.' }) recusals: Recusal[];
  @One(() => OwnNumber, 'select n.id from own_number n where n.dossier_id = {t}.id and n.partner_id = $1::uuid', { description: "One's own organisation's number for it." }) ownNumber: OwnNumber | null;
}

/** A renter on the lease of the home, as who reported it knows her. */
@Record('signal_renter', { seat: 'dossierId', description: 'A renter on the lease of the home.' })
export class SignalRenter extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('IDENTITY', { max: 80 }) givenName: string;
  @Text('IDENTITY', { max: 80 }) familyName: string;
  @Text('CONTACT', { max: 30, optional: true }) phone: string | null;
  @Text('CONTACT', { max: 120, optional: true }) email: string | null;
  @Text('CONTACT', { max: 60, optional: true }) language: string | null;
}

export enum RequestKind {
  TALK = 'TALK',
  DOCUMENT = 'DOCUMENT',
  OTHER = 'OTHER',
}
registerEnumType(RequestKind, { name: 'RequestKind', description: 'What the mediator asks of the landlord.' });

/** What the mediator asks of the landlord, and what it answers. */
@Record('signal_request', { seat: 'dossierId', verbs: { ask: null, answer: undefined, withdraw: undefined }, derived: { term: ['due', 'askedAt', 'partnerId'] }, description: 'What the mediator asks of the landlord.' })
export class SignalRequest extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Choice('CORE', RequestKind) kind: RequestKind;
  @Text('MESSAGE', { max: 300 }) says: string;
  @Moment('CORE', { optional: true, description: 'When the talk is.' }) at: Date | null;
  @Moment('CORE') due: Date;
  @Moment('CORE') askedAt: Date;
  @Text('CORE', { max: 120 }) askedBy: string;
  @Moment('CORE', { optional: true }) answeredAt: Date | null;
  @Text('CORE', { max: 120, optional: true }) answeredBy: string | null;
  @Text('MESSAGE', { max: 1000, optional: true }) answer: string | null;
  @Moment('CORE', { optional: true }) withdrawnAt: Date | null;
}

// Records below this slice show its signals; they cannot know of it themselves.
One(() => TensionSignal, '{t}.dossier_id', { description: 'The signal that the task is about.' })(Task.prototype, 'signal');
One(() => TensionSignal, '{t}.dossier_id', { description: 'The signal on which it was written.' })(Message.prototype, 'signal');
