import { Day, Key, Moment, One, Record, Ref, Shown, Text, Version } from '#kernel';
import { Mandate, Person } from './person.record.js';

/** That somebody's role is looked at again, once a year (BR-W10): it is confirmed, or it ends. For who keeps the people of a partner. */
@Record('access_review', { partner: 'partnerId', verbs: { confirm: undefined }, description: "That somebody's role is looked at again, once a year: it is confirmed, or it ends." })
export class AccessReview extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') personId: string;
  @Ref('CORE') mandateId: string;
  @Moment('CORE') askedAt: Date;
  @Day('CORE', { description: 'The day on which the role ends when nobody confirms it.' }) endsOn: string;
  @Moment('CORE', { optional: true }) confirmedAt: Date | null;
  @Text('CORE', { max: 120, optional: true }) confirmedBy: string | null;
  @Moment('CORE', { optional: true, description: 'When the role ended because nobody confirmed it.' }) endedAt: Date | null;
  @One(() => Person, '{t}.person_id') person: Person | null;
  @One(() => Mandate, '{t}.mandate_id') mandate: Mandate | null;
}
