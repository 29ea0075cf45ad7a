import { registerEnumType } from '@nestjs/graphql';
import { Person } from '#directory';
import { Choice, Flag, Key, One, Record, Ref, Shown, Version } from '#kernel';

export enum Digest {
  DAILY = 'DAILY',
  NEVER = 'NEVER',
}
registerEnumType(Digest, { name: 'Digest', description: 'How often one mail tells of all that is new.' });

/** What mail somebody wishes. Under her own id; the database makes it with the person. */
@Record('mail_preference', { partner: 'partnerId', verbs: { change: undefined }, description: 'What mail somebody wishes.' })
export class MailPreference extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) personId: string;
  @Flag('CORE', { description: 'At once for what is urgent.' }) urgent: boolean;
  @Choice('CORE', Digest) digest: Digest;
  @One(() => Person, '{t}.person_id') person: Person | null;
}
