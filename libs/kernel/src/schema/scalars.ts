import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** True for a day that the calendar has: 2026-02-30 is none. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

const day = (value: unknown): string => {
  if (isDay(value)) return value;
  throw new GraphQLError('A Day is written as 2026-03-10.');
};

/** A calendar day, ISO 8601. Kept as text: a day has no time zone. */
export const GraphQLDay = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, ISO 8601 (2026-03-10).',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : undefined),
});

const moment = (value: unknown): Date => {
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : new Date(NaN);
  if (Number.isNaN(date.getTime())) throw new GraphQLError('A Moment is written as 2026-03-10T13:03:00Z.');
  return date;
};

/** A moment in UTC, ISO 8601. */
export const GraphQLMoment = new GraphQLScalarType<Date | string, string>({
  name: 'Moment',
  description: 'A moment in UTC, ISO 8601 (2026-03-10T13:03:00Z).',
  serialize: (value) => new Date(value as string | Date).toISOString(),
  parseValue: moment,
  parseLiteral: (node) => moment(node.kind === Kind.STRING ? node.value : undefined),
});
