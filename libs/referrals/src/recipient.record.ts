import { Choices, DataClass, Flag, Key, Record, Ref, Shown, Version } from '#kernel';

/** A partner to which a referral goes, and the classes that the sender chose for it. No receiver ever sees one. */
@Record('recipient', { seat: 'dossierId', description: 'A partner to which a referral goes, and the classes that the sender chose for it.' })
export class Recipient extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') receiverId: string;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Flag('CORE', { description: 'False: chosen once, and no longer.' }) chosen: boolean;
}
