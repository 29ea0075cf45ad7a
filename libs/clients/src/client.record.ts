import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, Day, Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

export enum RepresentativeKind {
  ADMINISTRATOR = 'ADMINISTRATOR',
  GUARDIAN = 'GUARDIAN',
  PARENT = 'PARENT',
}
registerEnumType(RepresentativeKind, { name: 'RepresentativeKind', description: 'Bewindvoerder, voogd or parent (BR-P17).' });

/** The person helped, in the file of the one partner that it belongs to (BR-P16). No national number is ever in it (BR-I3). */
@Record('client', { seat: 'id', verbs: { open: null, change: undefined, refer: undefined }, description: 'The person helped, in the file of the one partner that it belongs to.' })
export class Client extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Moment('CORE') openedAt: Date;
  @Ref('CORE', { optional: true, description: 'The referral from which this file was opened.' }) sourceReferralId: string | null;
  @Ref('CORE', { optional: true }) sourcePartnerId: string | null;

  @Text('IDENTITY', { max: 80 }) givenName: string;
  @Text('IDENTITY', { max: 80 }) familyName: string;
  @Day('IDENTITY', { optional: true }) birthDate: string | null;
  @Text('IDENTITY', { max: 20, optional: true, description: 'Number in the Centraal Inschrijvingsregister.' }) cirNumber: string | null;

  @Text('CONTACT', { max: 30, optional: true }) phone: string | null;
  @Text('CONTACT', { max: 120, optional: true }) email: string | null;
  @Text('CONTACT', { max: 120, optional: true }) street: string | null;
  @Text('CONTACT', { max: 10, optional: true }) postcode: string | null;
  @Text('CONTACT', { max: 80, optional: true }) municipality: string | null;
  @Text('CONTACT', { max: 60, optional: true }) language: string | null;
  @Text('CONTACT', { max: 300, optional: true }) contactNote: string | null;

  @Count('HOUSEHOLD', { max: 20, optional: true }) adults: number | null;
  @Count('HOUSEHOLD', { max: 20, optional: true }) children: number | null;
  @Text('HOUSEHOLD', { max: 1000, optional: true }) householdNote: string | null;

  @Text('IDENTITY', { max: 120, optional: true }) representativeName: string | null;
  @Choice('IDENTITY', RepresentativeKind, { optional: true }) representativeKind: RepresentativeKind | null;
  @Text('IDENTITY', { max: 300, optional: true }) representativeScope: string | null;
  @Day('IDENTITY', { optional: true }) representativeUntil: string | null;
  @Text('CONTACT', { max: 30, optional: true }) representativePhone: string | null;
}

/** Which shared dossier is about which of one's own clients. Hangs on the client, so that nobody else learns of it. */
@Record('client_file', { seat: 'dossierId' })
export class ClientFile extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) aboutId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
}
