import { registerEnumType } from '@nestjs/graphql';
import { Choice, Choices, DataClass, Day, Flag, Key, Moment, Record, Ref, Shown, Text, Wish } from '#kernel';

export enum AgreedBy {
  CLIENT = 'CLIENT',
  PARENT = 'PARENT',
  REPRESENTATIVE = 'REPRESENTATIVE',
}
export enum AgreedWay {
  ORAL = 'ORAL',
  SIGNED = 'SIGNED',
  BY_REPRESENTATIVE_ORAL = 'BY_REPRESENTATIVE_ORAL',
  BY_REPRESENTATIVE_SIGNED = 'BY_REPRESENTATIVE_SIGNED',
}
registerEnumType(AgreedBy, { name: 'AgreedBy' });
registerEnumType(AgreedWay, { name: 'AgreedWay' });

/**
 * Somebody was told four things and agreed that one partner gets some classes of facts about her: a condition of professional
 * secrecy, beside the ground in the GDPR (BR-P2, BR-P3). It hangs on the client, so that its owner alone sees it.
 */
@Record('agreement', { seat: 'dossierId', description: 'Somebody was told four things and agreed that a partner gets some classes of facts about her.' })
export class Agreement extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') aboutId: string;
  @Ref('CORE', { optional: true, description: 'Who of the household; absent: the client.' }) aboutPersonId: string | null;
  @Ref('CORE') receiverId: string;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Text('CORE') purpose: string;
  @Flag('CORE') toldThat: boolean;
  @Flag('CORE') toldPurpose: boolean;
  @Flag('CORE') toldWhom: boolean;
  @Flag('CORE') toldContent: boolean;
  @Choice('CORE', AgreedBy) agreedBy: AgreedBy;
  @Text('IDENTITY', { max: 120 }) agreedName: string;
  @Flag('CORE', { description: 'Somebody of 16 or 17 was asked too (BR-P17).' }) minorAsked: boolean;
  @Choice('CORE', AgreedWay) way: AgreedWay;
  @Day('CORE') agreedOn: string;
  @Day('CORE') until: string;
  @Moment('CORE', { optional: true, description: 'When it was taken back before its time.' }) endedAt: Date | null;
  @Choice('CORE', Wish, { optional: true }) endedBy: Wish | null;
}
