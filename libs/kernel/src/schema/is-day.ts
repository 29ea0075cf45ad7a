import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from './scalars.js';

/** A day that the calendar has, not before 1900 and not after 2100. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isDay', validator: { validate: (value) => isDay(value) && value >= '1900-01-01' && value <= '2100-12-31', defaultMessage: () => 'no day' } }, options);
