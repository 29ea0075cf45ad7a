import { columnOf, PARTNER } from '../policy/condition-to-sql.js';
import { type RecordShape, type RelationShape, shapeOf } from '../schema/record.js';

/** How rows are joined, masked, shown and chosen: SQL around the aliases `t` (row) and `p` (the reader's seat). */
export type Dressed = { json: string; joins: string[]; lent: string | null; scope: string; /** What the trail is told of the row, where the statement tells it. */ told?: { dossier: string; looks: string } };

/** The reader's own seat at the row's dossier; fenced, so that wall and book together do not mislead the planner (stack 31). */
export const seatAt = (record: RecordShape, row: string, seat: string): string =>
  `join lateral (select ${seat}.* from party ${seat} where ${seat}.dossier_id = ${row}.${columnOf(record, record.seat!)} and ${seat}.partner_id = ${PARTNER} and ${seat}.until > now() offset 0) ${seat} on true`;

/** Whether the rows of a relation are at the dossier of the row that shows them. */
export const isAtSameSeat = (parent: RecordShape, { by, keys, of }: RelationShape): boolean =>
  parent.seat !== undefined && shapeOf(of()).seat === by && keys === `{t}.${columnOf(parent, parent.seat)}`;
