import type { RecordShape } from '../schema/record.js';
import type { DataClass } from '../vocabulary/vocabulary.js';

/** A row as one reader sees it, with how long it was so. */
export type Version = { at: string | null; id: string; byPartner: string | null; byName: string | null; row: Seen };
type Seen = { [field: string]: unknown } & { withheld?: { dataClass: DataClass }[] };

/** That somebody replaced values which the reader may see today: what was there, and what came instead. */
export type Change<T> = { at: string; partnerId: string | null; personName: string | null; fields: string[]; before: T; after: T };

/** The most changes that a history tells. */
const TOLD = 50;

/**
 * What differs, between each version and the one that followed. A version in which nothing differs that this reader may see
 * is not told of: that there was one would tell that something hidden changed.
 * @param versions row by row, newest first: of each the row of today on top
 */
export function changesOf<T>(record: RecordShape, versions: readonly Version[]): Change<T>[] {
  const changes = versions.flatMap((before, index): Change<T>[] => {
    const after = versions[index - 1];
    if (!before.at || after?.id !== before.id) return [];
    const fields = differing(record, before.row, after.row);
    return fields.length ? [{ at: before.at, partnerId: before.byPartner, personName: before.byName, fields, before: before.row as T, after: after.row as T }] : [];
  });
  return changes.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, TOLD);
}

function differing(record: RecordShape, before: Seen, after: Seen): string[] {
  const hidden = new Set([before, after].flatMap(({ withheld }) => withheld?.map(({ dataClass }) => dataClass) ?? []));
  const shown = record.historic!.filter((field) => !hidden.has(record.columns.get(field)!.class));
  return shown.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}
