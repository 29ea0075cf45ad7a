import { Count, Day, Key, Moment, One, Record, Ref, Shown, Text, Version } from '#kernel';
import { Person } from './person.record.js';

/** The days on which one of the staff is away, and who acts for her meanwhile, in her own name (BR-W4). */
@Record('absence', { partner: 'partnerId', verbs: { change: undefined, cancel: undefined }, description: 'The days on which one of the staff is away, and who acts for her meanwhile.' })
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
  @Day('CORE', { optional: true, description: 'The first weekday that nobody covers.' }) uncoveredSince: string | null;
  @Day('CORE', { optional: true, description: 'The last one.' }) uncoveredUntil: string | null;
  @Count('CORE', { max: 400, description: 'How many weekdays nobody covers; the database counts them.' }) uncoveredDays: number;
  /** Of which first uncovered day the clock warned. */
  @Day('CORE', { optional: true, shown: false }) warnedFor: string | null;
  @One(() => Person, '{t}.person_id') person: Person;
  @One(() => Person, '{t}.deputy_id') deputy: Person | null;
}
