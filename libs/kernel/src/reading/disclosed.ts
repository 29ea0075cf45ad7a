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
  const hidden = row.withheld?.map(({ dataClass }) => dataClass) ?? [];
  const { classes, relations } = askedOf(record, selection);
  for (const each of classes) if (!hidden.includes(each)) here.add(each);
  const own = record.classed && (row._class ?? (row[record.classed] as DataClass));
  if (own && classes.length) here.add(own);
  for (const { field, of, below } of relations) for (const each of [row[field] ?? []].flat() as Row[]) look(of, below, each, dossier, found);
}

type Asked = { classes: DataClass[]; relations: { field: string; of: RecordShape; below: Selection }[] };
const known = new WeakMap<Selection, Map<RecordShape, Asked>>();

/** The classes of the columns that a selection asks of a record, and what it asks below it: looked up once, for each row anew. */
function askedOf(record: RecordShape, selection: Selection): Asked {
  const of = known.get(selection) ?? new Map<RecordShape, Asked>();
  known.set(selection, of);
  let asked = of.get(record);
  if (!asked) {
    const relations = [...record.relations.values()].flatMap(({ field, of }) => {
      const below = selection[field];
      return below === undefined || below === true ? [] : [{ field, of: shapeOf(of()), below }];
    });
    of.set(record, (asked = { classes: classesAsked(record, selection), relations }));
  }
  return asked;
}

/** The classes of the columns that a selection asks of a record, `CORE` first. */
export function classesAsked(record: RecordShape, selection: Selection): DataClass[] {
  const named = new Set([...record.columns.values()].filter(({ field, shown }) => shown && selection[field] !== undefined).map((column) => column.class));
  return classesOf(record).filter((each) => named.has(each));
}
