import { registerEnumType } from '@nestjs/graphql';
import { Choice, Flag, Key, Moment, Ref, Text, Version } from '../schema/columns.js';
import { Record, Shown } from '../schema/record.js';
import { Role } from '../vocabulary/vocabulary.js';
import type { Write } from './writes.js';

/** What somebody is told of. */
export enum NoticeKind {
  TASK = 'TASK',
  REMINDER = 'REMINDER',
  ESCALATED = 'ESCALATED',
  MESSAGE = 'MESSAGE',
  /** A file of hers that the scanner did not let pass. */
  FILE_REFUSED = 'FILE_REFUSED',
  /** Roles of one's own people wait to be confirmed. */
  REVIEW = 'REVIEW',
  /** A role ended, for nobody confirmed it. */
  ACCESS_ENDED = 'ACCESS_ENDED',
  /** A task of the team was given to her. */
  ASSIGNED = 'ASSIGNED',
  /** Files of a colleague went over to her. */
  HANDED_OVER = 'HANDED_OVER',
  /** She stands in for a colleague. */
  DEPUTY = 'DEPUTY',
  /** Days of an absence that nobody covers. */
  UNCOVERED = 'UNCOVERED',
  /** Somebody's last role on files will end. */
  LEAVING = 'LEAVING',
  /** It ended while files hang on her. */
  LEFT = 'LEFT',
  /** A partner entered referrals that run already, some of them towards the reader's. */
  IMPORTED = 'IMPORTED',
  /** Somebody broke the glass of a dossier (BR-P19). */
  GLASS_BROKEN = 'GLASS_BROKEN',
  /** Somebody tried to more often than she may. */
  GLASS_LIMIT = 'GLASS_LIMIT',
  /** Whoever supports the platform asks to look at a dossier: somebody must let her. */
  SUPPORT_ASKED = 'SUPPORT_ASKED',
  /** Her asking was decided. */
  SUPPORT_DECIDED = 'SUPPORT_DECIDED',
  /** A list of what is to be destroyed waits to be signed. */
  DESTRUCTION = 'DESTRUCTION',
}
registerEnumType(NoticeKind, { name: 'NoticeKind' });

/** That there is something new for one person, and where; never what. Tasks make theirs by a trigger. */
@Record('notice', { partner: 'partnerId', about: 'dossierId', verbs: { see: undefined }, description: 'That there is something new for one person, and where; never what.' })
export class Notice extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) personId: string;
  /** For whom it was, she herself or who stood in for her; or by which role. When that has ended, the database shows it no more. */
  @Ref('CORE', { shown: false, optional: true }) ofPerson: string | null;
  @Choice('CORE', Role, { shown: false, optional: true }) ofRole: Role | null;
  @Ref('CORE', { optional: true }) dossierId: string | null;
  @Text('CORE', { max: 40, optional: true, description: 'What kind of dossier it is, so that one finds its page.' }) dossierKind: string | null;
  @Choice('CORE', NoticeKind) kind: NoticeKind;
  @Flag('CORE') urgent: boolean;
  @Moment('CORE') at: Date;
  @Moment('CORE', { optional: true }) readAt: Date | null;
}

/** Tells a person of a partner and who stands in for her, or everybody there with a role; never who does it. */
export const tell = (partnerId: string, whom: { personId: string } | { role: Role }, { dossierId = null, kind, urgent = false, at }: { dossierId?: string | null; kind: NoticeKind; urgent?: boolean; at: Date }): Write => ({
  as: partnerId,
  sql: () => ({
    name: 'tell',
    text: 'select tell($1, $2, $3, $4, $5, $6, $7)',
    values: [partnerId, 'personId' in whom ? whom.personId : null, 'role' in whom ? whom.role : null, dossierId, kind, urgent, at],
  }),
});

/** From here to the end of the act, its tasks are told to nobody one by one. */
export const quietly = (): Write => ({ sql: () => ({ name: 'quietly', text: "select set_config('app.quiet', 'on', true)" }) });
