import { registerEnumType } from '@nestjs/graphql';
import { Partner } from '#directory';
import { KINDS } from '#files';
import { Choice, Count, DataClass, Key, Many, Moment, Record, Ref, Shown, statesOf, Text, Version } from '#kernel';
import { attachmentFlow, AttachmentState } from './attachment.workflow.js';

/** What a file is. */
export const FileKind = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, kind])) as { readonly [kind in keyof typeof KINDS]: kind };
export type FileKind = keyof typeof KINDS;
registerEnumType(AttachmentState, { name: 'AttachmentState' });
registerEnumType(FileKind, { name: 'FileKind' });

/**
 * What a file may be of. Not of IDENTITY: the copy of an identity card holds the national number (BR-I3). Not of CONTACT or ADDRESS:
 * those are typed, where the law on protected addresses holds (BR-P18).
 */
export const FILE_CLASSES = [
  DataClass.INCOME, DataClass.INCOME_CONDITION, DataClass.INCOME_CATEGORY, DataClass.DEBTS, DataClass.HOUSEHOLD, DataClass.HOUSEHOLD_SIZE, DataClass.HOUSING, DataClass.HOUSING_WISHES, DataClass.HOUSING_TECHNICAL,
  DataClass.HEALTH, DataClass.JUDICIAL, DataClass.OUTCOME, DataClass.PRIVATE_NOTE, DataClass.MESSAGE,
] as const;

/**
 * A file on a dossier. A row of one class, like a note: its name and its description tell as much as what is in it, so who lacks the
 * class does not find the row. What is in it stands in `attachment_content`.
 */
@Record('attachment', { seat: 'dossierId', classed: 'dataClass', verbs: { attach: null, ...statesOf(attachmentFlow) }, description: 'A file on a dossier, for who may read its class; what is in it is fetched at /attachment/id.' })
export class Attachment extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE') partnerId: string;
  @Ref('CORE', { shown: false }) authorId: string;
  @Text('CORE', { max: 120 }) authorName: string;
  @Choice('CORE', DataClass) dataClass: DataClass;
  @Choice('CORE', AttachmentState) state: AttachmentState;
  @Text('CORE', { max: 150, description: 'Empty once it was removed.' }) fileName: string;
  @Text('CORE', { max: 300, optional: true }) description: string | null;
  @Choice('CORE', FileKind) kind: FileKind;
  @Count('CORE', { min: 1, max: 2_000_000_000, description: 'Bytes.' }) size: number;
  @Moment('CORE') addedAt: Date;
  @Moment('CORE', { optional: true }) scannedAt: Date | null;
  @Moment('CORE', { optional: true }) removedAt: Date | null;
  @Text('CORE', { max: 120, optional: true }) removedBy: string | null;

  @Many(() => Partner, 'select a from unnest({t}.audience) a where {t}.partner_id = $1::uuid and a <> {t}.partner_id', { order: { field: 'name' }, description: 'For whom it is beside its own partner: told to that partner alone.' }) sharedWith: Partner[];
}
