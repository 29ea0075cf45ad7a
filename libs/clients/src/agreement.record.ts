import { registerEnumType } from '@nestjs/graphql';
import { Choice, Choices, DataClass, Day, Flag, Key, Record, Ref, Shown, Text } from '#kernel';

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

/** The client was told four things and agreed: a condition of professional secrecy, beside the ground in the GDPR (BR-P2, BR-P3). */
@Record('agreement', { seat: 'dossierId' })
export class Agreement extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) aboutId: string;
  @Ref('CORE', { shown: false }) receiverId: string;
  @Choices('CORE', DataClass, { shown: false }) classes: DataClass[];
  @Text('CORE', { shown: false }) purpose: string;
  @Flag('CORE') toldThat: boolean;
  @Flag('CORE') toldPurpose: boolean;
  @Flag('CORE') toldWhom: boolean;
  @Flag('CORE') toldContent: boolean;
  @Choice('CORE', AgreedBy) agreedBy: AgreedBy;
  @Text('IDENTITY', { max: 120 }) agreedName: string;
  @Choice('CORE', AgreedWay) way: AgreedWay;
  @Day('CORE') agreedOn: string;
  @Day('CORE', { shown: false }) until: string;
}
