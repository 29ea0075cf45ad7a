import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, Day, Flag, Key, me, Moment, Record, Ref, Shown, statesOf, Text, Texts, Version } from '#kernel';
import { cooperationFlow, CooperationState } from './cooperation-protocol.workflow.js';

registerEnumType(CooperationState, { name: 'CooperationState' });

/** What the Woondienst and a housing company agreed on mediation (A84, e15). A negotiation is the two parties' own; what both signed is read by everybody. */
@Record('cooperation_protocol', {
  everyone: [{ signed: true }, { partnerId: me.partner }, { companyId: me.partner }],
  verbs: { draft: null, ...statesOf(cooperationFlow) },
  derived: { inForce: ['state', 'validFrom', 'validTo'] },
  description: 'What the Woondienst and a housing company agreed on mediation, in editions. A negotiation is for the two parties only.',
})
export class CooperationProtocol extends Shown {
  @Key() id: string;
  @Version() version: number;
  /** The Woondienst, which drafts. Its column is no `partner_id`: each party writes in its own context. */
  @Ref('CORE', { column: 'drafter_id', description: 'The Woondienst, which drafts.' }) partnerId: string;
  @Ref('CORE', { description: 'The housing company.' }) companyId: string;
  @Count('CORE', { min: 1, max: 1000 }) edition: number;
  @Choice('CORE', CooperationState) state: CooperationState;
  @Day('CORE') validFrom: string;
  @Day('CORE', { optional: true }) validTo: string | null;
  @Text('CORE', { max: 40_000, description: 'The whole agreement, as JSON with its keys in order: what is signed.' }) text: string;

  /** Worked out by the database from the text, so that they never say something else. */
  @Text('CORE') title: string;
  @Texts('CORE', { description: 'NIS codes.' }) municipalities: string[];
  @Text('CORE', { max: 64, description: 'SHA-256 of the text.' }) hash: string;

  @Text('CORE', { optional: true, max: 120 }) partnerSignedBy: string | null;
  @Text('CORE', { optional: true, max: 120, description: 'In which capacity.' }) partnerSignedAs: string | null;
  @Moment('CORE', { optional: true }) partnerSignedAt: Date | null;
  @Text('CORE', { optional: true, max: 64 }) partnerSignedHash: string | null;
  @Ref('CORE', { optional: true, shown: false }) partnerSignerId: string | null;

  @Text('CORE', { optional: true, max: 120 }) companySignedBy: string | null;
  @Text('CORE', { optional: true, max: 120, description: 'In which capacity.' }) companySignedAs: string | null;
  @Moment('CORE', { optional: true }) companySignedAt: Date | null;
  @Text('CORE', { optional: true, max: 64 }) companySignedHash: string | null;
  @Ref('CORE', { optional: true, shown: false }) companySignerId: string | null;

  /** Worked out by the database, for the conditions of the book. */
  @Flag('CORE', { shown: false }) partnerSigned: boolean;
  @Flag('CORE', { shown: false }) companySigned: boolean;
  @Flag('CORE', { shown: false }) signed: boolean;

  @Day('CORE', { optional: true }) endedOn: string | null;
  @Text('CORE', { optional: true, max: 1000 }) endedReason: string | null;
}
