import { hash } from 'node:crypto';
import type { Type } from '@nestjs/common';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { shapeOf } from '../schema/record.js';
import type { SeatRole } from '../vocabulary/vocabulary.js';
import type { Sql } from './unit.js';

/** What a verb wants written. `as`: in the context of this partner, which sits at the dossier. */
export type Write = { as?: string; rows?: number; sql: (database: DataSource) => Sql };

type Values<T> = { [field in keyof T]?: T[field] | null };

/** A row is written in the context of the partner whose row it is: the wall lets nobody write another's. */
function partnerOf(record: Type, values: { [field: string]: unknown }): string | undefined {
  const partner = [...shapeOf(record).columns.values()].find(({ column }) => column === 'partner_id');
  return partner && (values[partner.field] as string);
}

/** Of one record few sets of columns are ever written: the text of each is made once. */
const texts = new Map<string, { name: string; text: string }>();

/** A new row; its id is the caller's. Asks nothing back: some tables may be written and not read. */
export function insert<T extends ObjectLiteral>(record: Type<T>, values: Values<T> & { audience?: string[] }): Write {
  return {
    as: partnerOf(record, values),
    sql: (database) => {
      const { columns } = database.getMetadata(record);
      const given = columns.filter(({ propertyName }) => values[propertyName] !== undefined);
      const set = `${record.name} ${given.map(({ propertyName }) => propertyName).join()}`;
      let known = texts.get(set);
      if (!known) {
        const [text] = database.createQueryBuilder().insert().into(record).values(values as object).updateEntity(false).getQueryAndParameters();
        texts.set(set, (known = { name: `new ${hash('sha1', text)}`, text }));
      }
      return { ...known, values: given.map((column) => database.driver.preparePersistentValue(values[column.propertyName], column) as unknown) };
    },
  };
}

/** Changes one row that is still as it was read; one that is not is a conflict. */
export function update<T extends { id: string; version: number }>(record: Type<T>, row: T, values: Values<T>): Write {
  const { id, version } = row;
  return {
    as: partnerOf(record, row),
    rows: 1,
    sql: (database) => {
      const [text, parameters] = database.createQueryBuilder().update(record).set({ ...values, version: version + 1 } as object).where('id = :id and version = :version', { id, version }).getQueryAndParameters();
      return { text, values: parameters };
    },
  };
}

const call = (text: string, values: unknown[], as?: string): Write => ({ as, sql: () => ({ name: `call ${hash('sha1', text)}`, text, values }) });

/** The four ways in which seats change (decisions 10). */
export const openDossier = (id: string, kind: string, role: SeatRole, as?: string): Write => call('select open_dossier($1, $2, $3)', [id, kind, role], as);
export const seat = (dossierId: string, partnerId: string, role: SeatRole): Write => call('select seat($1, $2, $3)', [dossierId, partnerId, role]);
export const endSeat = (dossierId: string, partnerId: string, role: SeatRole): Write => call('select end_seat($1, $2, $3)', [dossierId, partnerId, role]);
export const restate = (dossierId: string, partnerId: string, state: string, at: Date): Write => call('select restate($1, $2, $3, $4)', [dossierId, partnerId, state, at], partnerId);

/** Gives a person a duty at a dossier: it adds verbs, it opens no file (decisions 3). */
export const takeDuty = (dossierId: string, personId: string, partnerId: string, role: string, as?: string): Write =>
  call('insert into duty (dossier_id, person_id, partner_id, role) values ($1, $2, $3, $4)', [dossierId, personId, partnerId, role], as);

/** Whoever has that duty of a partner at a dossier, has it no longer. */
export const endDuty = (dossierId: string, partnerId: string, role: string, as?: string): Write =>
  call("update duty set until = now() where dossier_id = $1 and partner_id = $2 and role = $3 and until = 'infinity'", [dossierId, partnerId, role], as);