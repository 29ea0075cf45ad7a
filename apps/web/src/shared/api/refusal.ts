export type RefusalCode =
  | 'UNAUTHENTICATED' | 'STEP_UP' | 'NOT_FOUND' | 'FORBIDDEN' | 'INVALID' | 'CONFLICT' | 'KEY_REUSED' | 'NOT_POSSIBLE' | 'NEEDS'
  | 'NO_PROTOCOL' | 'LIMIT' | 'BAD_REQUEST' | 'UNAVAILABLE' | 'INTERNAL';

export type FieldFault = { field: string; message: string };

/** The server said no, in words that a person may read. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly fields: readonly FieldFault[] = [],
    readonly version?: number,
  ) {
    super(message);
  }
}

/** Nobody answered: it may or may not have been done, so only the same key may ask again. */
export class NoConnection extends Error {}

/** Whether asking again with the same key may help. */
export const isPassing = (error: unknown): boolean => error instanceof NoConnection || (error instanceof Refusal && (error.code === 'UNAVAILABLE' || error.code === 'INTERNAL'));
