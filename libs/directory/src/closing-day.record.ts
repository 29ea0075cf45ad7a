import { Day, Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

/** A day on which a partner is closed: it counts in none of the terms in which that partner must act (BR-N3). */
@Record('closing_day', { partner: 'partnerId', verbs: { add: null, remove: undefined }, description: 'A day on which a partner is closed.' })
export class ClosingDay extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Day('CORE') day: string;
  @Text('CORE', { max: 80, description: 'Why.' }) label: string;
  @Text('CORE', { max: 120 }) setBy: string;
  @Moment('CORE', { optional: true }) removedAt: Date | null;
  @Text('CORE', { max: 120, optional: true }) removedBy: string | null;
}
