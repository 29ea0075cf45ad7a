import { records } from '../generated/records.js';

type Rules = Record<string, Record<string, { max?: number } | undefined> | undefined>;

/** How many characters a text may have; `or` when the server's list does not say. */
export const maxOf = (record: string, field: string, or = 2000): number => (records as Rules)[record]?.[field]?.max ?? or;
