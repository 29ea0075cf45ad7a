import { registerEnumType } from '@nestjs/graphql';
import { Attachment, Look, LOOK_DAYS, Note, Recusal } from '#dossiers';
import { Choice, Count, Day, Flag, Key, Many, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

export enum RepresentativeKind {
  ADMINISTRATOR = 'ADMINISTRATOR',
  GUARDIAN = 'GUARDIAN',
  PARENT = 'PARENT',
}
/** For what somebody is represented. A representative for goods does not agree about the person (BR-P17). */
export enum RepresentedFor {
  GOODS = 'GOODS',
  PERSON = 'PERSON',
  BOTH = 'BOTH',
}
registerEnumType(RepresentedFor, { name: 'RepresentedFor', description: 'For what somebody is represented.' });
registerEnumType(RepresentativeKind, { name: 'RepresentativeKind', description: 'Bewindvoerder, voogd or parent (BR-P17).' });

/** The person helped, in the file of the one partner that it belongs to (BR-P16). No national number is ever in it (BR-I3). */
@Record('client', {
  seat: 'id',
  historic: [
    'givenName', 'familyName', 'birthDate', 'cirNumber', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'adults', 'children', 'householdNote',
    'representativeName', 'representativeKind', 'representativeFor', 'representativeScope', 'representativeUntil', 'representativePhone',
  ],
  verbs: { open: null, import: null, change: undefined, refer: undefined, transfer: undefined, register: undefined },
  description: 'The person helped, in the file of the one partner that it belongs to.',
})
export class Client extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Moment('CORE') openedAt: Date;
  @Ref('CORE', { optional: true, description: 'The referral from which this file was opened.' }) sourceReferralId: string | null;
  @Ref('CORE', { optional: true }) sourcePartnerId: string | null;
  @Flag('CORE', { description: 'The address goes to nobody, the municipality neither (BR-P18).' }) addressProtected: boolean;
  @Ref('CORE', { optional: true, description: 'The partner that took over the guidance.' }) transferredTo: string | null;
  @Moment('CORE', { optional: true }) transferredAt: Date | null;

  @Text('IDENTITY', { max: 80 }) givenName: string;
  @Text('IDENTITY', { max: 80 }) familyName: string;
  @Day('IDENTITY', { optional: true }) birthDate: string | null;
  @Text('IDENTITY', { max: 20, optional: true, description: 'Number in the Centraal Inschrijvingsregister.' }) cirNumber: string | null;

  @Text('CONTACT', { max: 30, optional: true }) phone: string | null;
  @Text('CONTACT', { max: 120, optional: true }) email: string | null;
  @Text('ADDRESS', { max: 120, optional: true }) street: string | null;
  @Text('ADDRESS', { max: 10, optional: true }) postcode: string | null;
  @Text('ADDRESS', { max: 80, optional: true }) municipality: string | null;
  @Text('CONTACT', { max: 60, optional: true }) language: string | null;
  @Text('CONTACT', { max: 300, optional: true }) contactNote: string | null;

  @Count('HOUSEHOLD_SIZE', { max: 20, optional: true }) adults: number | null;
  @Count('HOUSEHOLD_SIZE', { max: 20, optional: true }) children: number | null;
  @Text('HOUSEHOLD', { max: 1000, optional: true }) householdNote: string | null;

  @Text('IDENTITY', { max: 120, optional: true }) representativeName: string | null;
  @Choice('IDENTITY', RepresentativeKind, { optional: true }) representativeKind: RepresentativeKind | null;
  @Choice('IDENTITY', RepresentedFor, { optional: true }) representativeFor: RepresentedFor | null;
  @Text('IDENTITY', { max: 300, optional: true }) representativeScope: string | null;
  @Day('IDENTITY', { optional: true }) representativeUntil: string | null;
  @Text('CONTACT', { max: 30, optional: true }) representativePhone: string | null;

  @Many(() => Attachment, '{t}.id', { by: 'dossierId', order: { field: 'addedAt', descending: true }, atMost: 100, description: 'Files that the reader may read; of what was removed, that it was there.' }) attachments: Attachment[];
  @Many(() => Look, LOOK_DAYS, { order: { field: 'at', descending: true }, atMost: 1000, description: 'One look for each day and organisation that looked; refused attempts apart.' }) lookDays: Look[];
  @Many(() => Recusal, '{t}.id', { by: 'dossierId', order: { field: 'since' }, description: 'Who of the own people is kept away.' }) recusals: Recusal[];
  @Many(() => Note, '{t}.id', { by: 'dossierId', order: { field: 'changedAt' }, description: "One's own private notes." }) notes: Note[];
}

/** Which shared dossier is about which of one's own clients. Hangs on the client, so that nobody else learns of it. */
@Record('client_file', { seat: 'dossierId' })
export class ClientFile extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) aboutId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
}
