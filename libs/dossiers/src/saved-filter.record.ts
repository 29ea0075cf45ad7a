import { Choice, Key, Moment, Record, Ref, Shown, TaskKind, Text, Version } from '#kernel';
import { Period, Whose, WorklistPart } from './worklist.js';

/** A filter of the worklist under a name of one's own. */
@Record('saved_filter', { partner: 'partnerId', verbs: { save: null, remove: undefined }, description: "A filter of the worklist under a name of one's own." })
export class SavedFilter extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) personId: string;
  @Text('CORE', { max: 60 }) name: string;
  @Choice('CORE', WorklistPart, { optional: true }) part: WorklistPart | null;
  @Choice('CORE', TaskKind, { optional: true }) kind: TaskKind | null;
  @Choice('CORE', Whose, { optional: true }) whose: Whose | null;
  @Choice('CORE', Period, { optional: true }) period: Period | null;
  @Moment('CORE', { shown: false }) madeAt: Date;
  @Moment('CORE', { optional: true }) removedAt: Date | null;
}
