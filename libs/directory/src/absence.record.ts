import { Day, Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

/** The days on which one of the staff is away, and who acts for her meanwhile, in her own name (BR-W4). */
@Record('absence', { partner: 'partnerId', verbs: {}, description: 'The days on which one of the staff is away, and who acts for her meanwhile.' })
export class Absence extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') personId: string;
  @Ref('CORE', { optional: true }) deputyId: string | null;
  @Day('CORE') since: string;
  @Day('CORE', { description: 'The last day.' }) until: string;
  @Text('CORE', { max: 120 }) setBy: string;
  @Moment('CORE', { optional: true }) cancelledAt: Date | null;
}
