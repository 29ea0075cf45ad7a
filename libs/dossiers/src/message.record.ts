import { registerEnumType } from '@nestjs/graphql';
import { Choice, Flag, Key, Moment, Record, Ref, Refs, Shown, statesOf, Text, Version } from '#kernel';
import { messageFlow, MessageState } from './message.workflow.js';

registerEnumType(MessageState, { name: 'MessageState' });

/**
 * What a worker writes on a dossier, to her colleagues or to partners that sit there too. While it can be taken back its audience is
 * its own partner alone; whom it is for and when it leaves are that partner's own.
 */
@Record('message', { seat: 'dossierId', verbs: { write: null, ...statesOf(messageFlow) }, description: 'What a worker writes on a dossier, to her colleagues or to partners that sit there too.' })
export class Message extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE') partnerId: string;
  @Ref('CORE', { shown: false }) authorId: string;
  @Text('CORE', { max: 120 }) authorName: string;
  @Choice('CORE', MessageState) state: MessageState;
  @Flag('CORE') urgent: boolean;
  @Moment('CORE', { description: 'When it was delivered; before that, to its own partner: when it was written.' }) at: Date;
  @Refs('CORE', { description: 'Which partners read it, when all of them may know of each other; else empty.' }) readerIds: string[];
  @Refs('PROGRESS', { description: "For whom it was written; empty: for the author's own colleagues." }) toPartnerIds: string[];
  @Moment('PROGRESS', { optional: true, description: 'Until then it can be taken back.' }) leavesAt: Date | null;
  @Text('MESSAGE', { max: 4000, optional: true, description: 'Gone when it was taken back.' }) body: string | null;
}
