import { Choice, Count, Key, Moment, Record, Ref, Shown, Version } from '#kernel';

/** At once for what is urgent, else one a day. */
export enum MailKind {
  URGENT = 'URGENT',
  DIGEST = 'DIGEST',
}

/** Where a mail stands. What is `SENDING` past its `nextAt` was left by a worker that died: it may have left, or not. */
export enum MailState {
  QUEUED = 'QUEUED',
  SENDING = 'SENDING',
  SENT = 'SENT',
  /** It was no longer for her when it was to be sent (XT-18). */
  DROPPED = 'DROPPED',
  /** The mail server does not know her address. */
  REFUSED = 'REFUSED',
  /** Given up. */
  FAILED = 'FAILED',
}

const stored = { shown: false } as const;

/** What became of one mail. Nobody sees it: the book grants it to no capacity, and the database shows it to the clock alone. */
@Record('mail', { partner: 'partnerId', verbs: {}, description: 'What became of one mail.' })
export class Mail extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', stored) partnerId: string;
  @Ref('CORE', stored) personId: string;
  @Choice('CORE', MailKind, stored) kind: MailKind;
  @Ref('CORE', { ...stored, optional: true }) noticeId: string | null;
  /** It tells of notices up to this moment. */
  @Moment('CORE', stored) until: Date;
  @Choice('CORE', MailState, stored) state: MailState;
  @Moment('CORE', stored) queuedAt: Date;
  @Moment('CORE', { ...stored, optional: true }) takenAt: Date | null;
  @Moment('CORE', stored) nextAt: Date;
  @Moment('CORE', { ...stored, optional: true }) endedAt: Date | null;
  @Count('CORE', { ...stored, max: 100_000 }) tries: number;
  /** How often it was sent anew while nobody knows whether it had left (decisions 22). */
  @Count('CORE', { ...stored, max: 100_000 }) maybeTwice: number;
}
