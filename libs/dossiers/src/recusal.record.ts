import { Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

/**
 * One of a partner's own people who is kept away from a file and all that belongs to it (BR-P18). Her colleagues see that it is so;
 * she finds the file nowhere.
 */
@Record('recusal', { seat: 'dossierId', verbs: { recuse: null, lift: undefined }, description: "One of a partner's own people who is kept away from a file." })
export class Recusal extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') personId: string;
  @Text('CORE', { max: 120 }) personName: string;
  @Text('CORE', { max: 300 }) reason: string;
  @Moment('CORE') since: Date;
  @Text('CORE', { max: 120 }) setBy: string;
  @Moment('CORE', { optional: true }) liftedAt: Date | null;
}
