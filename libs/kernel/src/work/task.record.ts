import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, Flag, Key, Moment, Ref, Version } from '../schema/columns.js';
import { Record, Shown } from '../schema/record.js';
import { Role } from '../vocabulary/vocabulary.js';
import type { Write } from './writes.js';

/** What a task asks of its holder. */
export enum TaskKind {
  FINISH_DRAFT = 'FINISH_DRAFT',
  /** What was sent leaves when this ends; until then it can be taken back. */
  DELIVER = 'DELIVER',
  DECIDE_ACCESS = 'DECIDE_ACCESS',
  DECIDE = 'DECIDE',
  ANSWER_QUESTION = 'ANSWER_QUESTION',
  START = 'START',
  FOLLOW_UP = 'FOLLOW_UP',
  AWAIT_ANSWER = 'AWAIT_ANSWER',
  AWAIT_REPLY = 'AWAIT_REPLY',
  CONFIRM_STOP = 'CONFIRM_STOP',
  /** A message leaves when this ends; the task has the id of its message. */
  DELIVER_MESSAGE = 'DELIVER_MESSAGE',
  ANSWER_CONSULT = 'ANSWER_CONSULT',
  AWAIT_CONSULT = 'AWAIT_CONSULT',
  READ_CONSULT = 'READ_CONSULT',
  /** A signal of tension waits for a mediator. */
  CONFIRM_SIGNAL = 'CONFIRM_SIGNAL',
  /** A second signal joined a mediation that runs. */
  READ_SIGNAL = 'READ_SIGNAL',
  CONTACT_RENTER = 'CONTACT_RENTER',
  HEAR_BOTH = 'HEAR_BOTH',
  CLOSING_REPORT = 'CLOSING_REPORT',
  SIGN_SETTLEMENT = 'SIGN_SETTLEMENT',
  FOLLOW_UP_SETTLEMENT = 'FOLLOW_UP_SETTLEMENT',
  HEAR_BREACH = 'HEAR_BREACH',
  /** That a mediation did not start is told when this ends, and no earlier. */
  TELL_NOT_STARTED = 'TELL_NOT_STARTED',
  /** A landlord waits for news of its signal. */
  AWAIT_MEDIATION = 'AWAIT_MEDIATION',
  ANSWER_MEDIATOR = 'ANSWER_MEDIATOR',
  ESCALATED = 'ESCALATED',
}
registerEnumType(TaskKind, { name: 'TaskKind' });

/** Something that a partner must do, or waits for, on a dossier: opened and closed by workflow steps. */
@Record('task', { seat: 'dossierId', verbs: { take: undefined, release: undefined, assign: undefined }, derived: { term: ['due', 'openedAt', 'partnerId', 'otherPartnerId', 'awaits'], reminded: ['remindedAt'] }, description: 'Something that a partner must do, or waits for, on a dossier.' })
export class Task extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') dossierId: string;
  @Ref('CORE') partnerId: string;
  @Choice('CORE', TaskKind) kind: TaskKind;
  @Ref('CORE', { optional: true, description: 'Whose task it is; absent: of everybody with the role.' }) personId: string | null;
  @Choice('CORE', Role, { optional: true, description: 'Of everybody with this role, also when one of them took it.' }) role: Role | null;
  @Ref('CORE', { optional: true, description: 'The partner that is waited for, or that asks.' }) otherPartnerId: string | null;
  @Flag('CORE') awaits: boolean;
  @Moment('CORE') openedAt: Date;
  @Moment('CORE', { optional: true }) due: Date | null;
  @Moment('CORE', { shown: false, optional: true }) remindAt: Date | null;
  @Moment('CORE', { optional: true }) remindedAt: Date | null;
  @Flag('CORE', { shown: false }) escalate: boolean;
  @Moment('CORE', { optional: true }) escalatedAt: Date | null;
  @Moment('CORE', { optional: true }) doneAt: Date | null;
  /** What its term is made of, so that it can be counted anew: in whose calendar, from when, how many working days until its end and its reminder. */
  @Ref('CORE', { shown: false, optional: true }) calendarId: string | null;
  @Moment('CORE', { shown: false, optional: true }) termFrom: Date | null;
  @Count('CORE', { shown: false, optional: true, max: 1000 }) termDays: number | null;
  @Count('CORE', { shown: false, optional: true, max: 1000 }) remindDays: number | null;
}

/** Closes a partner's open tasks of these kinds at a dossier, towards another partner or nobody; there may be none. */
export const closeTasks = (dossierId: string, partnerId: string, otherPartnerId: string | null, kinds: readonly string[], now: Date): Write => ({
  as: partnerId,
  sql: () => ({
    name: 'close tasks',
    text: 'update task set done_at = $4, version = version + 1 where dossier_id = $1 and partner_id = $2 and kind = any($3) and done_at is null and (other_partner_id is null or other_partner_id = $5)',
    values: [dossierId, partnerId, kinds, now, otherPartnerId],
  }),
});
