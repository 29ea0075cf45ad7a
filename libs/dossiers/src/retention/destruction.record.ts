import { registerEnumType } from '@nestjs/graphql';
import { Choice, Choices, Count, DataClass, Day, Flag, Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

export enum DestroyedPart {
  /** All of it. */
  DOSSIER = 'DOSSIER',
  /** What one partner wrote there for itself, and its seat. */
  OWN = 'OWN',
  /** Notes and files of some classes. */
  CLASSES = 'CLASSES',
}
registerEnumType(DestroyedPart, { name: 'DestroyedPart' });
export enum KeptWhy {
  HOLD = 'HOLD',
  NOT_DUE = 'NOT_DUE',
}
registerEnumType(KeptWhy, { name: 'KeptWhy', description: 'Why what was signed was not destroyed: it is held, or no longer due.' });

/** How long what is kept, and why (BR-P14): reference data, open to everybody. */
@Record('retention_rule', { everyone: true, description: 'How long what is kept, and why.' })
export class RetentionRule extends Shown {
  @Text('CORE', { primary: true }) key: string;
  @Count('CORE', { max: 10_000 }) edition: number;
  @Text('CORE') kind: string;
  @Text('CORE', { optional: true, description: 'How it ended: GUIDED, it led to help; REFUSED, it did not; absent: however.' }) outcome: string | null;
  @Choices('CORE', DataClass, { description: 'Only notes and files of these classes; empty: all of it.' }) classes: DataClass[];
  @Count('CORE', { max: 100 }) years: number;
  @Text('CORE', { max: 500 }) motivation: string;
  @Text('CORE') destination: string;
  @Flag('CORE', { description: 'Our proposal: no published rule says so.' }) assumed: boolean;
}

/** What a partner is to destroy, once its DPO signed it: proposed by the clock, never by a person. */
@Record('destruction_list', { partner: 'partnerId', verbs: { sign: undefined }, description: 'What a partner is to destroy, once its DPO signed it.' })
export class DestructionList extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Count('CORE', { max: 10_000, description: 'Of the terms by which it was made.' }) edition: number;
  @Count('CORE', { max: 1000 }) items: number;
  @Moment('CORE') proposedAt: Date;
  @Moment('CORE', { optional: true }) signedAt: Date | null;
  @Ref('CORE', { optional: true, shown: false }) signerId: string | null;
  @Text('CORE', { optional: true, max: 120 }) signedBy: string | null;
  @Flag('CORE') signed: boolean;
}

/** One dossier on such a list, by its number: nothing of what is in it. */
@Record('destruction_item', { partner: 'partnerId', verbs: { takeOff: undefined }, description: 'One dossier on a list of what is to be destroyed, by its number; a client\'s file has none.' })
export class DestructionItem extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') listId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Text('CORE', { max: 40 }) kind: string;
  @Text('CORE', { optional: true, max: 40 }) number: string | null;
  @Choice('CORE', DestroyedPart) part: DestroyedPart;
  @Text('CORE', { max: 60, description: 'The key of the term.' }) rule: string;
  @Count('CORE', { max: 100 }) years: number;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Day('CORE') closedOn: string;
  @Count('CORE', { max: 1_000_000 }) messages: number;
  @Count('CORE', { max: 1_000_000 }) notes: number;
  @Count('CORE', { max: 1_000_000 }) files: number;
  @Moment('CORE', { optional: true }) takenOffAt: Date | null;
  @Text('CORE', { optional: true, max: 120 }) takenOffBy: string | null;
  @Text('CORE', { optional: true, max: 500 }) takenOffReason: string | null;
  @Moment('CORE', { optional: true }) destroyedAt: Date | null;
  @Count('CORE', { optional: true, max: 1_000_000, description: 'How many rows there were.' }) destroyedRows: number | null;
  @Moment('CORE', { optional: true }) keptAt: Date | null;
  @Choice('CORE', KeptWhy, { optional: true }) keptWhy: KeptWhy | null;
  @Flag('CORE', { description: 'Neither destroyed nor taken off nor kept.' }) waits: boolean;
}

/** That a dossier is kept beyond its term, and why; as long as one partner holds it, nobody destroys anything of it. */
@Record('legal_hold', { partner: 'partnerId', about: 'dossierId', verbs: { hold: null, lift: undefined }, description: 'That a dossier is kept beyond its term, and why.' })
export class LegalHold extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Text('CORE', { max: 40 }) kind: string;
  @Text('CORE', { optional: true, max: 40 }) number: string | null;
  @Text('CORE', { max: 500 }) reason: string;
  @Moment('CORE') setAt: Date;
  @Ref('CORE', { shown: false }) setterId: string;
  @Text('CORE', { max: 120 }) setBy: string;
  @Moment('CORE', { optional: true }) liftedAt: Date | null;
  @Text('CORE', { optional: true, max: 120 }) liftedBy: string | null;
  @Text('CORE', { optional: true, max: 500 }) liftReason: string | null;
  @Flag('CORE') lifted: boolean;
}
