import type { ConsultEvent } from '#consults';
import type { ProtocolVerb } from '#directory';
import type { AttachmentEvent } from '#dossiers';
import type { MessageEvent } from '#dossiers';
import type { BookOf, Grant } from '#kernel';
import type { AskedEvent, AskerEvent } from '#oversight';
import type { AccessEvent, AnswerEvent, ReferralEvent } from '#referrals';

/** The records that the book speaks of, each with its events: an unknown word does not compile. */
export type Words = {
  Client: 'open' | 'import' | 'change' | 'refer' | 'transfer' | 'register';
  Agreement: never;
  Referral: 'draft' | Exclude<ReferralEvent, 'close' | 'deliver' | 'reopen'>;
  Recipient: never;
  ReferralPerson: never;
  Receipt: never;
  Share: never;
  AccessRequest: 'request' | Exclude<AccessEvent, 'lapse'>;
  OwnNumber: 'write';
  Recusal: 'recuse' | 'lift';
  Answer: Exclude<AnswerEvent, 'expire' | 'withdraw'>;
  Note: 'write';
  Attachment: 'attach' | Exclude<AttachmentEvent, 'pass' | 'clear' | 'quarantine'>;
  Message: 'write' | Exclude<MessageEvent, 'deliver'>;
  Consult: 'ask' | ConsultEvent;
  TimelineEntry: never;
  Look: never;
  Task: 'take' | 'release' | 'assign';
  Notice: 'see';
  MailPreference: 'change';
  Person: 'add' | 'change' | 'mandate' | 'absent' | 'handOver' | 'audit';
  Absence: 'change' | 'cancel';
  HandOver: never;
  Mandate: 'end';
  ClosingDay: 'add' | 'remove';
  AccessReview: 'confirm';
  SavedFilter: 'save' | 'remove';
  CalendarFeed: 'make' | 'revoke';
  GlassBreak: 'break' | 'end';
  SupportLook: 'ask' | AskerEvent;
  SupportRequest: AskedEvent;
  ExchangeProtocol: ProtocolVerb;
};
/** What one capacity may see and do. */
export type Page = { readonly [record in keyof Words]?: readonly Grant<Words[record]>[] };
export type PrivacyBook = BookOf<Words>;
