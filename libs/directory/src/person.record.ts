import { Choice, Day, Flag, Key, Many, Moment, Record, Ref, Role, Shown, Text, Version } from '#kernel';

/** One role of one person at one partner, from and until: a capacity in which she may work. */
@Record('mandate', { partner: 'partnerId', verbs: { end: undefined }, description: 'One role of one person at one partner: a capacity in which she may work.' })
export class Mandate extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') partnerId: string;
  @Ref('CORE') personId: string;
  @Choice('CORE', Role) role: Role;
  @Text('CORE', { optional: true, max: 80 }) municipality: string | null;
  @Flag('CORE', { description: 'Holds a political mandate: sees no identified case.' }) political: boolean;
  @Day('CORE') since: string;
  @Day('CORE', { optional: true }) until: string | null;
  /** When the coordinators were told that it ended while files hang on her. */
  @Moment('CORE', { optional: true, shown: false }) leftToldAt: Date | null;
}

/** A member of a partner's staff. Her name is `CORE`: who helps is no secret to who is helped. */
@Record('person', { partner: 'partnerId', verbs: { add: null, change: undefined, mandate: undefined, absent: undefined, handOver: undefined, audit: undefined }, description: "A member of a partner's staff." })
export class Person extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') partnerId: string;
  @Text('CORE', { max: 120 }) name: string;
  @Flag('CORE') active: boolean;
  @Text('CONTACT', { max: 80 }) username: string;
  /** Who it is for the sign-in; no door shows it. */
  @Text('CONTACT', { shown: false }) subject: string;
  @Text('CONTACT', { max: 254, description: 'Where mail goes that says that there is something new.' }) email: string | null;
  @Moment('CONTACT', { description: 'Since when a mail server refuses this address; no mail goes there until it is another.' }) mailRefusedAt: Date | null;
  @Many(() => Mandate, '{t}.id', { by: 'personId', order: { field: 'since' } }) mandates: Mandate[];
}
