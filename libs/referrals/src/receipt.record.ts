import { Choices, Count, DataClass, Key, Moment, Record, Ref, Shown, Text, Texts } from '#kernel';

/** What one receiver got, when it got it: written once, for the sender. */
@Record('receipt', { seat: 'dossierId', description: 'What one receiver got, when it got it: written once, for the sender.' })
export class Receipt extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') receiverId: string;
  @Moment('CORE') at: Date;
  @Count('CORE', { max: 2_000_000_000, description: 'Which version of the content.' }) contentVersion: number;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Texts('CORE', { description: 'Fields that held something.' }) fields: string[];
  @Count('CORE', { max: 2_000_000_000, description: 'Version of the privacy book.' }) bookVersion: number;
  @Text('CORE', { description: 'SHA-256 of exactly what the receiver could read, in hexadecimal.' }) hash: string;
}
