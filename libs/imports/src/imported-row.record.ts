import { Key, Moment, Record, Ref, Shown, Text } from '#kernel';

/** A row of a partner's own file that was entered: its number there, and a hash of what it said, so that a repetition is known. */
@Record('imported_row', { seat: 'dossierId' })
export class ImportedRow extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false, optional: true }) referralId: string | null;
  @Text('CORE', { shown: false, max: 60 }) reference: string;
  @Text('CORE', { shown: false }) content: string;
  @Moment('CORE', { shown: false }) at: Date;
}
