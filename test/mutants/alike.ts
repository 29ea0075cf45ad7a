import { abilityOf, allRecords, type Book, capacityOf, grantsOf } from '#kernel';
import { HAS } from '../house/matrix.js';
import { capacities, readerOf } from '../house/meetings.js';

/** That one thing may be done with one field, or with all (null), of the rows for which all of it holds. */
type Rule = { inverted: boolean; action: string; record: string; field: string | null; asks: ReadonlyMap<string, string> };

/**
 * Whether two books give everybody the same abilities: for each capacity, with and without a mandate, the same rules are left after taking away
 * each that another one implies, each that a law makes void, and each on a class that no row has.
 */
export function alike(one: Book, other: Book, records?: readonly string[]): boolean {
  const shapes = allRecords().filter(({ name }) => !records || records.includes(name));
  return capacities.every(([kind, role]) => {
    const capacity = capacityOf(readerOf(kind, role));
    if (one.laws === other.laws && shapes.every(({ name }) => JSON.stringify(grantsOf(one, capacity, name)) === JSON.stringify(grantsOf(other, capacity, name)))) return true;
    return [false, true].every((political) => {
      const [mine, its] = [one, other].map((book) => shapes.map((shape) => reduced(abilityOf(book, readerOf(kind, role, political), [shape]))).join('\n'));
      return mine === its;
    });
  });
}

function reduced({ rules }: ReturnType<typeof abilityOf>): string {
  const all = rules.flatMap(({ inverted = false, action, subject, fields, conditions = {} }) =>
    [fields ?? [null]].flat().map((field): Rule => ({ inverted, action: String(action), record: String(subject), field, asks: new Map(Object.entries(conditions).map(([name, value]) => [name, JSON.stringify(value)])) })),
  );
  // Of one record the laws stand behind the grants, and the last word counts.
  const laws = least(all.filter(({ inverted }) => inverted));
  const grants = least(all.filter((rule) => !rule.inverted && isMet(rule) && !laws.some((law) => covers(law, rule))));
  return [...laws, ...grants].map(({ inverted, action, record, field, asks }) => JSON.stringify([inverted, action, record, field, [...asks].sort()])).sort().join('\n');
}

/** No row is of a class that its record does not have: test/house/catalog.spec.ts, of both records whose rows are of one class each. */
function isMet({ record, asks }: Rule): boolean {
  const of = asks.get('dataClass');
  return !['Note', 'Attachment'].includes(record) || !of?.startsWith('"') || HAS[record].includes(JSON.parse(of) as string);
}

/** Wherever the second says something, the first does. */
const covers = (wider: Rule, narrower: Rule): boolean =>
  wider.record === narrower.record && [narrower.action, 'manage'].includes(wider.action) && [narrower.field, null].includes(wider.field) && [...wider.asks].every(([name, value]) => narrower.asks.get(name) === value);
const least = (rules: readonly Rule[]): Rule[] => rules.filter((rule, at) => !rules.some((other, place) => place !== at && covers(other, rule) && (!covers(rule, other) || place < at)));
