import { Key, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

/** An address at which somebody's own calendar reads when her terms end, in one capacity. The address is the secret: only its hash is kept. */
@Record('calendar_feed', { partner: 'partnerId', verbs: { make: null, revoke: undefined }, description: "An address at which somebody's own calendar reads when her terms end." })
export class CalendarFeed extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) personId: string;
  @Ref('CORE') mandateId: string;
  /** SHA-256 of the secret, in hexadecimal. */
  @Text('CORE', { shown: false }) secretHash: string;
  @Moment('CORE') madeAt: Date;
  @Moment('CORE', { optional: true }) revokedAt: Date | null;
}
