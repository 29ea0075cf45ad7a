import { registerEnumType } from '@nestjs/graphql';
import { Choice, Choices, DataClass, Day, Key, Moment, Record, Ref, Shown, statesOf, Text, Version } from '#kernel';
import { accessFlow, AccessState } from './access-request.workflow.js';

registerEnumType(AccessState, { name: 'AccessState' });

/** A receiver's question to see more, with its reason and its end; the sender decides, with the client. */
@Record('access_request', { seat: 'dossierId', verbs: { request: null, ...statesOf(accessFlow) }, description: "A receiver's question to see more, with its reason and its end." })
export class AccessRequest extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { description: 'Who asks.' }) partnerId: string;
  @Ref('CORE', { description: 'Who decides.' }) toPartnerId: string;
  @Choice('CORE', AccessState) state: AccessState;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Text('CORE', { max: 1000 }) reason: string;
  @Day('CORE') until: string;
  @Moment('CORE') askedAt: Date;
  @Text('CORE', { max: 120 }) askedBy: string;
  @Moment('CORE', { optional: true }) decidedAt: Date | null;
  @Text('CORE', { optional: true, max: 120 }) decidedBy: string | null;
  @Text('CORE', { optional: true, max: 1000 }) decision: string | null;
}
