import { classesOf } from '../policy/ability.js';
import { type RecordShape, shapeOf } from '../schema/record.js';
import type { DataClass } from '../vocabulary/vocabulary.js';
import type { Selection } from './selection.js';

type Row = { _dossier?: string; _class?: DataClass; withheld?: { dataClass: DataClass }[]; [field: string]: unknown };
/** One line of what was shown: dossiers of which the same classes were. */
export type Disclosed = { dossierIds: string[]; classes: DataClass[] };

/** Which classes of the asked columns each dossier really showed, at whatever depth; what has no dossier of its own counts where it stood. */
export function disclosed(record: RecordShape, selection: Selection, rows: readonly object[]): Disclosed[] {
  const found = new Map<string, Set<DataClass>>();
  rows.forEach((row) => look(record, selection, row as Row, '', found));
  const lines = new Map<string, Disclosed>();
  for (const [dossier, classes] of found) {
    const key = [...classes].sort().join();
    const line = lines.get(key) ?? { dossierIds: [], classes: [...classes] };
    if (dossier) line.dossierIds.push(dossier);
    lines.set(key, line);
  }
  return [...lines.values()];
}

function look(record: RecordShape, selection: Selection, row: Row, around: string, found: Map<string, Set<DataClass>>): void {
  const dossier = row._dossier ?? around;
  const here = found.get(dossier) ?? new Set();
  found.set(dossier, here);
  const hidden = new Set(row.withheld?.map(({ dataClass }) => dataClass));
  const asked = new Set([...record.columns.values()].filter(({ field, shown }) => shown && selection[field] !== undefined).map((column) => column.class));
  for (const each of classesOf(record)) if (asked.has(each) && !hidden.has(each)) here.add(each);
  const own = record.classed && (row._class ?? (row[record.classed] as DataClass));
  if (own && asked.size) here.add(own);
  for (const relation of record.relations.values()) {
    const below = selection[relation.field];
    if (below === undefined || below === true) continue;
    for (const each of [row[relation.field] ?? []].flat() as Row[]) look(shapeOf(relation.of()), below, each, dossier, found);
  }
}
