import { registerEnumType } from '@nestjs/graphql';
import { Choice, Choices, DataClass, Day, Flag, Key, me, Record, Ref, Shown, statesOf, Text, Version } from '#kernel';
import { exchangeProtocolFlow, ProtocolState, PUBLIC_STATES } from './exchange-protocol.workflow.js';

registerEnumType(ProtocolState, { name: 'ProtocolState' });

/** Which data may flow from one partner to another, for one purpose (BR-P10, BR-P11). A draft is the two parties' own; what was signed is a public document. */
@Record('exchange_protocol', {
  everyone: [{ state: { $in: PUBLIC_STATES } }, { fromPartnerId: me.partner }, { toPartnerId: me.partner }],
  verbs: { draft: null, ...statesOf(exchangeProtocolFlow) },
  derived: {
    active: ['state', 'validFrom', 'validTo'],
    waits: ['state', 'fromPartnerId', 'toPartnerId', 'fromAdviceOn', 'toAdviceOn', 'fromSignedOn', 'toSignedOn'],
  },
  description: 'Which data may flow from one partner to another, for one purpose. A draft is for the two parties only.',
})
export class ExchangeProtocol extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE') fromPartnerId: string;
  @Ref('CORE') toPartnerId: string;
  @Choice('CORE', ProtocolState) state: ProtocolState;
  @Text('CORE') purpose: string;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Text('CORE', { max: 1000 }) legalBasis: string;
  @Text('CORE', { max: 1000 }) frequency: string;
  @Text('CORE', { max: 2000 }) security: string;
  @Text('CORE', { max: 1000 }) retention: string;
  @Day('CORE') validFrom: string;
  @Day('CORE', { optional: true }) validTo: string | null;

  @Day('CORE', { optional: true }) fromAdviceOn: string | null;
  @Text('CORE', { optional: true, max: 120 }) fromAdviceBy: string | null;
  @Flag('CORE', { optional: true }) fromAdvicePositive: boolean | null;
  @Text('CORE', { optional: true, max: 2000 }) fromAdviceText: string | null;
  @Day('CORE', { optional: true }) fromSignedOn: string | null;
  @Text('CORE', { optional: true, max: 120 }) fromSignedBy: string | null;

  @Day('CORE', { optional: true }) toAdviceOn: string | null;
  @Text('CORE', { optional: true, max: 120 }) toAdviceBy: string | null;
  @Flag('CORE', { optional: true }) toAdvicePositive: boolean | null;
  @Text('CORE', { optional: true, max: 2000 }) toAdviceText: string | null;
  @Day('CORE', { optional: true }) toSignedOn: string | null;
  @Text('CORE', { optional: true, max: 120 }) toSignedBy: string | null;

  /** Worked out by the database from the days above, for the conditions of the book. */
  @Flag('CORE', { shown: false }) fromAdvised: boolean;
  @Flag('CORE', { shown: false }) toAdvised: boolean;
  @Flag('CORE', { shown: false }) fromSigned: boolean;
  @Flag('CORE', { shown: false }) toSigned: boolean;

  @Text('CORE', { optional: true, max: 500 }) publicationUrl: string | null;
  @Day('CORE', { optional: true }) endedOn: string | null;
  @Text('CORE', { optional: true, max: 1000 }) endedReason: string | null;
  /** Where the reference data has it from, so that they bring it only once. */
  @Text('CORE', { optional: true, shown: false, max: 500 }) reference: string | null;
}
