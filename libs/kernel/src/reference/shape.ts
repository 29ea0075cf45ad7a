import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import { IsDay as IsDayChecked } from '../schema/is-day.js';
import { NoNationalNumber } from '../schema/national-number.js';

/** What a field of a reference file may hold, in words that its reader gets back when it does not. */
const NONE = { message: 'holds a national number, which is never kept' };

export const Absent = IsOptional;
export const AText = () => applyDecorators(IsString(), IsNotEmpty({ message: 'must not be empty' }), NoNationalNumber(NONE));
export const ADay = () => IsDayChecked({ message: 'must be a day such as 2026-03-10' });
export const AKey = () => Matches(/^[a-z][a-z0-9-]*$/, { message: 'must be a key: small letters, digits and hyphens' });
export const ACode = () => Matches(/^[A-Z][A-Z_]*$/, { message: 'must be a code: capitals and underscores' });
export const ANumber = (min: number, max: number) =>
  applyDecorators(IsInt({ message: 'must be a whole number' }), Min(min, { message: `must be ${min} or more` }), Max(max, { message: `must be ${max} or less` }));
export const YesOrNo = () => IsBoolean({ message: 'must be true or false' });
export const OneOf = (values: readonly string[]) => IsIn(values, { message: `must be one of: ${values.join(', ')}` });
export const Part = (shape: () => new () => object) => applyDecorators(IsObject({ message: 'must hold keys with values' }), ValidateNested(), Type(shape));
export const Parts = (shape: () => new () => object) => applyDecorators(IsArray({ message: 'must be a list' }), ValidateNested({ each: true }), Type(shape));
export const NotEmpty = () => ArrayNotEmpty({ message: 'must not be empty' });
export const Texts = () => applyDecorators(IsArray({ message: 'must be a list' }), ArrayUnique({ message: 'names something twice' }), IsString({ each: true }));
export const SomeOf = (values: readonly string[]) =>
  applyDecorators(
    IsArray({ message: 'must be a list' }),
    ArrayUnique({ message: 'names something twice' }),
    IsIn(values, { each: true, message: `$property may only hold: ${values.join(', ')}` }),
  );
