import { Key, Record, Ref, Shown, Text, Version } from '#kernel';

/** The number that a shared dossier has in a partner's own file system (BR-W1). No other partner sees it. */
@Record('own_number', { seat: 'dossierId', verbs: { write: undefined }, description: "The number that a shared dossier has in a partner's own file system." })
export class OwnNumber extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('CORE', { max: 60 }) number: string;
}
