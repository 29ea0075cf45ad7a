import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, Key, Many, Moment, Record, Ref, Refs, Shown, statesOf, Text, Version } from '#kernel';
import { Message, TimelineEntry } from '#dossiers';
import { answerFlow, AnswerState } from './referral.workflow.js';

registerEnumType(AnswerState, { name: 'AnswerState' });

/** A receiver's answer to a referral: its own state, contact person and term. No other receiver knows of it. */
@Record('answer', {
  seat: 'dossierId',
  verbs: statesOf(answerFlow),
  historic: ['contactName', 'redirectPartnerId', 'rejectReason', 'rejectText', 'advice', 'keptGround'],
  derived: { term: ['due', 'termFrom', 'partnerId'] },
  description: "A receiver's answer to a referral: its own state, contact person and term.",
})
export class Answer extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') dossierId: string;
  @Ref('CORE') partnerId: string;
  @Ref('CORE', { description: 'The partner that asked; known also when its referral is gone.' }) fromPartnerId: string;
  @Choice('CORE', AnswerState) state: AnswerState;
  @Moment('CORE') deliveredAt: Date;
  @Moment('CORE', { optional: true }) readAt: Date | null;
  @Moment('CORE', { optional: true }) termFrom: Date | null;
  @Moment('CORE', { optional: true, description: 'End of the running term: of the receiver, or of the sender while information is asked.' }) due: Date | null;
  @Ref('CORE', { optional: true }) contactPersonId: string | null;
  @Text('CORE', { optional: true, description: 'The fixed contact person (BR-G2), as she was called then.' }) contactName: string | null;
  @Moment('CORE', { optional: true }) acceptedAt: Date | null;
  @Moment('CORE', { optional: true }) endedAt: Date | null;
  @Count('CORE', { max: 2_000_000_000, description: 'Counts the versions of the content as this receiver could see them change.' }) contentVersion: number;
  @Moment('CORE', { optional: true }) contentAt: Date | null;
  @Refs('CORE', { description: 'The other receivers, when the sender told of them.' }) fellowIds: string[];
  @Ref('OUTCOME', { optional: true, description: 'To whom the question should go instead.' }) redirectPartnerId: string | null;
  @Text('OUTCOME', { optional: true }) rejectReason: string | null;
  @Text('OUTCOME', { optional: true, max: 1000 }) rejectText: string | null;
  @Text('OUTCOME', { optional: true, max: 1000 }) advice: string | null;
  @Text('OUTCOME', { optional: true, max: 2000 }) keptGround: string | null;
  @Many(() => TimelineEntry, '{t}.dossier_id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200 }) timeline: TimelineEntry[];
  @Many(() => Message, '{t}.dossier_id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200, description: 'After a withdrawal: what the own partner wrote.' }) messages: Message[];
}
