import { registerEnumType } from '@nestjs/graphql';
import { Choice, Day, Flag, Key, Record, Ref, Shown, Text, Version } from '#kernel';

export enum Relation {
  PARTNER = 'PARTNER',
  CHILD = 'CHILD',
  PARENT = 'PARENT',
  OTHER = 'OTHER',
}
registerEnumType(Relation, { name: 'Relation', description: 'What somebody is to the client.' });

/** Somebody of the household whom a referral is about too. For the sender alone until she agreed herself (BR-W2). */
@Record('referral_person', { seat: 'dossierId', description: 'Somebody of the household whom a referral is about too.' })
export class ReferralPerson extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Choice('CORE', Relation) relation: Relation;
  @Text('IDENTITY', { max: 80 }) givenName: string;
  @Text('IDENTITY', { max: 80 }) familyName: string;
  @Day('IDENTITY', { optional: true }) birthDate: string | null;
  @Flag('CORE', { description: 'No longer part of it.' }) leftOut: boolean;
}
