import type { Type } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsDate, IsEnum, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { Column, type ColumnType, PrimaryColumn } from 'typeorm';
import { DataClass } from '../vocabulary/vocabulary.js';
import { NoNationalNumber } from './national-number.js';
import { type ColumnKind, type ColumnShape, drafted, shapeOf } from './record.js';
import { GraphQLDay, GraphQLMoment } from './scalars.js';
import { IsDay } from './is-day.js';

type ClassName = keyof typeof DataClass;
type Options = { optional?: boolean; shown?: boolean; column?: string; description?: string };
type Stored = { type: ColumnType; array?: boolean; primary?: boolean };

export const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function column(dataClass: ClassName, kind: ColumnKind, options: Options, stored: Stored, rest: Pick<ColumnShape, 'graph' | 'checks'> & Partial<ColumnShape>): PropertyDecorator {
  return (target, key) => {
    const field = String(key);
    const shape: ColumnShape = { ...rest, field, kind, class: DataClass[dataClass], optional: options.optional ?? false, shown: options.shown ?? true, column: options.column ?? snake(field) };
    drafted(target).columns.set(field, shape);
    const nullable = shape.optional || shape.class !== DataClass.CORE;
    const { primary, ...how } = stored;
    if (primary) PrimaryColumn({ ...how, name: shape.column })(target, key);
    else Column({ ...how, name: shape.column, nullable })(target, key);
    if (shape.shown) Field(shape.graph as () => typeof String, { nullable, description: options.description })(target, key);
  };
}

/** The row's own id: random, so that it tells nothing. */
export const Key = (): PropertyDecorator => column('CORE', 'id', {}, { type: 'uuid', primary: true }, { graph: () => ID, checks: [IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' })] });
export const Ref = (dataClass: ClassName, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'id', options, { type: 'uuid' }, { graph: () => ID, checks: [IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' })] });
/** Counts the changes of a row; each update names the one it read. */
export const Version = (dataClass: ClassName = 'CORE'): PropertyDecorator => column(dataClass, 'count', {}, { type: 'int' }, { graph: () => Int, checks: [] });
/** Text of at most `max` characters (200 when not given); a national number in it is refused (BR-I3). */
export const Text = (dataClass: ClassName, options: Options & { max?: number; primary?: true } = {}): PropertyDecorator => {
  const max = options.max ?? 200;
  return column(dataClass, 'text', options, { type: 'text', primary: options.primary }, { max, graph: () => String, checks: textChecks(max, options.optional) });
};
export const Choice = (dataClass: ClassName, values: object, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'choice', options, { type: 'text' }, { values: Object.values(values) as string[], graph: () => values, checks: [IsEnum(values, { message: 'Kies een van de mogelijkheden.' })] });
export const Flag = (dataClass: ClassName, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'flag', options, { type: 'boolean' }, { graph: () => Boolean, checks: [IsBoolean({ message: 'Kies ja of nee.' })] });
export const Count = (dataClass: ClassName, options: Options & { min?: number; max: number }): PropertyDecorator => {
  const { min = 0, max } = options;
  return column(dataClass, 'count', options, { type: 'int' }, { min, max, graph: () => Int, checks: [IsInt({ message: 'Vul een geheel getal in.' }), Min(min, { message: `Minstens ${min}.` }), Max(max, { message: `Hoogstens ${max}.` })] });
};
export const Day = (dataClass: ClassName, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'day', options, { type: 'date' }, { graph: () => GraphQLDay, checks: [IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' })] });
export const Moment = (dataClass: ClassName, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'moment', options, { type: 'timestamptz' }, { graph: () => GraphQLMoment, checks: [IsDate({ message: 'Vul een tijdstip in.' })] });
/** A list of closed words. */
export const Choices = (dataClass: ClassName, values: object, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'list', options, { type: 'text', array: true }, { values: Object.values(values) as string[], graph: () => [values], checks: [IsEnum(values, { each: true, message: 'Kies uit de lijst.' }), ArrayMaxSize(50)] });
/** A list of ids of other rows. */
export const Refs = (dataClass: ClassName, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'list', options, { type: 'uuid', array: true }, { graph: () => [ID], checks: [IsUUID(undefined, { each: true, message: 'Dit is geen geldige verwijzing.' }), ArrayMaxSize(50)] });
/** A list of short texts or codes. */
export const Texts = (dataClass: ClassName, options: Options = {}): PropertyDecorator =>
  column(dataClass, 'list', options, { type: 'text', array: true }, { graph: () => [String], checks: [IsString({ each: true }), ArrayMaxSize(200)] });

/** The checks of a text that a person types, for records and for single arguments alike. */
export function textChecks(max: number, optional = false): PropertyDecorator[] {
  return [
    IsString({ message: 'Vul tekst in.' }),
    ...(optional ? [] : [Matches(/\S/, { message: 'Vul dit in.' })]),
    MaxLength(max, { message: `Hoogstens ${max} tekens.` }),
    NoNationalNumber(),
  ];
}

/** A typed text argument of a door. */
export function FreeText({ max, optional = false, empty = false }: { max: number; optional?: boolean; /** May be wiped. */ empty?: boolean }): PropertyDecorator {
  return (target, key) => {
    Field(() => String, { nullable: optional })(target, key);
    if (optional) ValidateIf((_, value) => value !== undefined && value !== null)(target, key);
    for (const check of textChecks(max, empty)) check(target, key);
  };
}

/** An input with some of a record's columns: same checks, required where the column is. */
export function inputOf<T, K extends keyof T & string>(record: Type<T>, fields: readonly K[]): Type<Partial<Pick<T, K>>> {
  return input(record, fields, (shape) => shape.optional) as Type<Partial<Pick<T, K>>>;
}

/** An input to edit a record: each field may be absent; null clears what need not be there. */
export function changesOf<T, K extends keyof T & string>(record: Type<T>, fields: readonly K[]): Type<{ [field in K]?: T[field] | null }> {
  return input(record, fields, () => true) as Type<{ [field in K]?: T[field] | null }>;
}

function input(record: Type, fields: readonly string[], nullable: (shape: ColumnShape) => boolean): Type {
  @InputType({ isAbstract: true })
  class Input {}
  for (const field of fields) {
    const shape = shapeOf(record).columns.get(field);
    if (!shape) throw new Error(`${record.name} has no column ${field}`);
    const open = nullable(shape);
    Field(shape.graph as () => typeof String, { nullable: open })(Input.prototype, field);
    const skips = (value: unknown) => value === undefined || (value === null && shape.optional);
    if (open) ValidateIf((_, value) => !skips(value))(Input.prototype, field);
    for (const check of shape.checks) check(Input.prototype, field);
  }
  return Input;
}
