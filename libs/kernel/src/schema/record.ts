import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { Condition } from '../policy/book.js';
import { DataClass, WhyWithheld } from '../vocabulary/vocabulary.js';

export type ColumnKind = 'id' | 'text' | 'choice' | 'flag' | 'count' | 'day' | 'moment' | 'list';

/** One column, declared once: how it is stored, shown, checked and classified. */
export type ColumnShape = {
  field: string;
  column: string;
  class: DataClass;
  kind: ColumnKind;
  optional: boolean;
  /** False: stored only, for walls and workflow; no door shows it. */
  shown: boolean;
  min?: number;
  max?: number;
  values?: readonly string[];
  graph: () => unknown;
  checks: readonly PropertyDecorator[];
};

/** A record that is shown inside another. `{t}` in `keys` stands for the row that shows it. */
export type RelationShape = {
  field: string;
  of: () => Type;
  many: boolean;
  /** SQL that gives the value(s) of `by` in the related record. */
  keys: string;
  by: string;
  order?: { field: string; descending?: boolean };
  atMost: number;
};

export type RecordOptions = {
  /** The field that names the dossier at which one must sit; `id` when the row is the dossier itself. */
  seat?: string;
  /** The field that names a dossier of which a row without a seat tells: the trail of a look tells it too. */
  about?: string;
  /** The rows of a partner's own organisation: no dossier, no seat. */
  partner?: string;
  /** Open to everybody who is signed in: facts about organisations only, all `CORE`. Conditions: only rows for which one of them holds, and then the table has a wall too. */
  everyone?: true | readonly Condition[];
  /** The field that holds the class of the whole row. */
  classed?: string;
  /** Classes whose text stands in `note` rows of this dossier, so that this record tells that they are withheld. */
  carries?: readonly DataClass[];
  /** Verbs and the states in which they are possible; undefined: in each, null: before there is a row. A workflow gives its own. */
  verbs?: { readonly [event: string]: readonly string[] | null | undefined };
  /** Fields whose earlier values are kept (`earlier`). Never one that a rule looks at: by which rights history is read is decided today. */
  historic?: readonly string[];
  /** Fields that a resolver works out, and the columns that it needs: shown to whoever may see each of these. */
  derived?: { readonly [field: string]: readonly string[] };
};

export type RecordShape = RecordOptions & {
  type: Type;
  name: string;
  table: string;
  columns: Map<string, ColumnShape>;
  relations: Map<string, RelationShape>;
};

const shapes = new Map<Type, RecordShape>();

const emptyShape = (type: Type): RecordShape => ({ type, name: type.name, table: '', columns: new Map(), relations: new Map() });

/** @internal for the column decorators */
export function drafted(target: object): RecordShape {
  const type = target.constructor as Type;
  if (!shapes.has(type)) shapes.set(type, emptyShape(type));
  return shapes.get(type)!;
}

/** @throws when the class is no record */
export function shapeOf(type: Type): RecordShape {
  const shape = shapes.get(type);
  if (!shape?.table) throw new Error(`${type.name} is no record`);
  return shape;
}

export const allRecords = (): RecordShape[] => [...shapes.values()].filter(({ table }) => table);

@ObjectType({ description: 'A class of facts that the reader does not get here.' })
export class Withheld {
  @Field(() => DataClass) dataClass: DataClass;
  @Field(() => WhyWithheld) why: WhyWithheld;
}

/** What each row tells beside its columns: what is withheld, and what the reader may do with it now. */
@ObjectType({ isAbstract: true })
export abstract class Shown {
  @Field(() => [Withheld]) withheld: Withheld[];
  @Field(() => [String], { description: 'Events that the reader may cause on this row now.' }) may: string[];
}

/**
 * A record of the house: stored, shown, walled and classified.
 * @param table name of its table
 */
export function Record(table: string, options: RecordOptions & { description?: string }): ClassDecorator {
  return (target) => {
    const shape = drafted(target.prototype as object);
    Object.assign(shape, options, { table });
    if (options.seat) {
      shape.columns.set('audience', { field: 'audience', column: 'audience', class: DataClass.CORE, kind: 'list', optional: false, shown: false, graph: () => [String], checks: [] });
      Column({ type: 'uuid', array: true, default: '{}' })(target.prototype as object, 'audience');
    }
    Entity(table)(target);
    ObjectType({ description: options.description })(target);
  };
}

/** One related record, found by the id that `keys` gives. */
export const One = (of: () => Type, keys: string, options: { description?: string } = {}): PropertyDecorator => relation({ of, keys, by: 'id', many: false, atMost: 1 }, options);
/** Related records, `atMost` of them in the given order. */
export const Many = (of: () => Type, keys: string, options: { by?: string; order?: RelationShape['order']; atMost?: number; description?: string } = {}): PropertyDecorator =>
  relation({ of, keys, by: options.by ?? 'id', many: true, order: options.order, atMost: options.atMost ?? 50 }, options);

function relation(shape: Omit<RelationShape, 'field'>, { description }: { description?: string }): PropertyDecorator {
  return (target, key) => {
    drafted(target).relations.set(String(key), { ...shape, field: String(key) });
    Field(() => (shape.many ? [shape.of()] : shape.of()), { nullable: !shape.many, description })(target, key);
  };
}
