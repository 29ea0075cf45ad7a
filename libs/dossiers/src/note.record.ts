import { registerEnumType } from '@nestjs/graphql';
import { Choice, DataClass, Flag, Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

/** Of whom a mediator's note is. */
export enum Room {
  RENTER = 'RENTER',
  LANDLORD = 'LANDLORD',
}
registerEnumType(Room, { name: 'Room', description: "Of whom a mediator's note is." });

/**
 * Text of the classes that the law protects hardest. A row and not a column, so that row-level security can hold the law too,
 * and retention can delete by class (architecture §3).
 */
@Record('note', { seat: 'dossierId', classed: 'dataClass', historic: ['body'], verbs: { write: undefined }, description: 'Text on health or justice, or a note for its author alone.' })
export class Note extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') dossierId: string;
  @Ref('CORE') partnerId: string;
  @Ref('CORE') authorId: string;
  @Choice('CORE', DataClass) dataClass: DataClass;
  @Text('CORE', { max: 4000 }) body: string;
  @Moment('CORE') changedAt: Date;
  @Choice('CORE', Room, { optional: true }) room: Room | null;
  @Flag('CORE', { shown: false }) sealed: boolean;
}
