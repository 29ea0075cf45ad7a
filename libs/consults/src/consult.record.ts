import { registerEnumType } from '@nestjs/graphql';
import { Client } from '#clients';
import { Message, Note, OwnNumber, Recusal } from '#dossiers';
import { Choice, Count, Flag, Key, Many, Moment, One, Record, Ref, Shown, statesOf, Task, Text, Version } from '#kernel';
import { consultFlow, ConsultState } from './consult.workflow.js';

registerEnumType(ConsultState, { name: 'ConsultState' });

/**
 * A short question to another partner that is no referral, with no name in it (BR-W3). Who asks stands in columns of its own, which
 * are empty when the question is anonymous; `PROGRESS` is the asker's own.
 */
@Record('consult', { seat: 'id', verbs: { ask: null, ...statesOf(consultFlow) }, derived: { term: ['due', 'askedAt', 'receiverId'] }, description: 'A short question to another partner, with no name in it.' })
export class Consult extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('CORE', { description: 'Random, so that it tells nothing about how many there are.' }) number: string;
  @Choice('CORE', ConsultState) state: ConsultState;
  @Ref('CORE') receiverId: string;
  @Flag('CORE', { description: 'The receiver does not learn who asks.' }) anonymous: boolean;
  @Ref('CORE', { optional: true, description: 'The partner that asks; of an anonymous question nobody is told.' }) askerId: string | null;
  @Text('CORE', { max: 120, optional: true }) askerName: string | null;
  @Ref('CORE', { shown: false }) personId: string;
  @Text('PROGRESS', { max: 120, description: "Who of the asker's own people asked." }) askedBy: string;
  @Text('CORE', { max: 1000 }) question: string;
  @Moment('CORE') askedAt: Date;
  @Moment('CORE', { optional: true }) due: Date | null;
  @Text('CORE', { max: 1000, optional: true }) answer: string | null;
  @Moment('CORE', { optional: true }) answeredAt: Date | null;
  @Text('CORE', { max: 120, optional: true }) answeredBy: string | null;
  @Moment('CORE', { optional: true }) closedAt: Date | null;
  @Count('HOUSEHOLD_SIZE', { max: 20, optional: true }) adults: number | null;
  @Count('HOUSEHOLD_SIZE', { max: 20, optional: true }) children: number | null;
  @Text('HOUSEHOLD', { max: 1000, optional: true }) householdNote: string | null;

  @Many(() => Message, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200 }) messages: Message[];
  @Many(() => Note, '{t}.id', { by: 'dossierId', order: { field: 'changedAt' }, description: "One's own private notes." }) notes: Note[];
  @Many(() => Recusal, '{t}.id', { by: 'dossierId', order: { field: 'since' }, description: 'Who of the own people is kept away.' }) recusals: Recusal[];
  @One(() => OwnNumber, 'select n.id from own_number n where n.dossier_id = {t}.id and n.partner_id = $1::uuid', { description: "One's own organisation's number for it." }) ownNumber: OwnNumber | null;
  @One(() => Client, 'select f.dossier_id from client_file f where f.about_id = {t}.id and f.partner_id = $1::uuid', { description: "One's own client whom it is about; the other side never knows." }) client: Client | null;
}

// Records below this slice show its questions; they cannot know of it themselves.
One(() => Consult, '{t}.dossier_id', { description: 'The question that the task is about.' })(Task.prototype, 'consult');
One(() => Consult, '{t}.dossier_id', { description: 'The question on which it was written.' })(Message.prototype, 'consult');
Many(() => Consult, 'select f.about_id from client_file f where f.dossier_id = {t}.id and f.partner_id = $1::uuid', { order: { field: 'askedAt', descending: true } })(Client.prototype, 'consults');
