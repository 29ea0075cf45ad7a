import { ReceiversDocument, type DataClass, type ReceiversQuery } from '../../generated/graphql/graphql.js';
import { PART_OF } from '../../generated/records.js';
import { useRead } from '../../shared/api/query.js';

export type Possible = ReceiversQuery['receivers'][number];
export type Cell = Possible['cells'][number];

/** Who may be asked about a draft, and what each may get. */
export function useReceivers(id: string): readonly Possible[] | undefined {
  return useRead(ReceiversDocument, { id }, { keepPrevious: true, staleTime: 0 }).data?.receivers;
}

/** A class and its parts, as far as this kind of question asks them: one row of the share table. */
export type Family = { whole: DataClass; classes: readonly DataClass[] };

const WHOLES: readonly DataClass[] = ['CORE', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH', 'JUDICIAL'];

export const familiesOf = (asks: readonly DataClass[]): Family[] =>
  WHOLES.map((whole) => ({ whole, classes: asks.filter((each) => each === whole || PART_OF[each] === whole) })).filter(({ classes }) => classes.length);
