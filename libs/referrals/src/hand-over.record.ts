import { Count, Key, Moment, Record, Ref, Shown, Text } from '#kernel';

/** That files went from one colleague to another in one act. Which ones stands in the files themselves: not everybody may know of each. */
@Record('hand_over', { partner: 'partnerId', verbs: {}, description: 'That files went from one colleague to another in one act.' })
export class HandOver extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') fromId: string;
  @Ref('CORE') toId: string;
  @Count('CORE', { min: 1, max: 100 }) files: number;
  @Moment('CORE') at: Date;
  @Text('CORE', { max: 120 }) doneBy: string;
}
