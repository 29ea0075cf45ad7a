import { abilityOf, allRecords, type Book, capacityOf, grantsOf } from '#kernel';
import { HAS } from '../house/matrix.js';
import { capacities, readerOf } from '../house/meetings.js';

type Rule = { says: string; asks: Map<string, string> };

/**
 * Whether two books give everybody the same abilities: for each capacity, with and without a mandate, the same rules after taking away each
 * that another one implies. A rule is one action on one field; it is implied by one that asks no more, or void by a law that asks no more.
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
  const of = (inverted: boolean): Rule[] =>
    rules.filter((rule) => Boolean(rule.inverted) === inverted).flatMap(({ action, subject, fields, conditions = {} }) =>
      [fields ?? [null]].flat().map((field) => ({ says: `${inverted ? 'never ' : ''}${String(action)} ${String(subject)} ${field ?? '(all of it)'}`, asks: new Map(Object.entries(conditions).map(([name, value]) => [name, JSON.stringify(value)])) })),
    );
  const laws = least(of(true));
  const ruled = (says: string) => [`never ${says}`, `never ${says.replace(/^\S+/, 'manage').replace(/ \S+$/, ' (all of it)')}`];
  const grants = least(of(false).filter(({ says, asks }) => isMet(says.split(' ')[1], asks.get('dataClass')))).filter((grant) => !laws.some((law) => (ruled(grant.says).includes(law.says) || law.says.replace('(all of it)', '') === ruled(grant.says)[1].replace('(all of it)', '')) && implies(law, grant)));
  return [...laws, ...grants].map(({ says, asks }) => `${says} ${JSON.stringify([...asks].sort())}`).sort().join('\n');
}

/** No row is of a class that its record does not have: test/house/catalog.spec.ts, of both records whose rows are of one class each. */
const isMet = (record: string, dataClass: string | undefined): boolean => !['Note', 'Attachment'].includes(record) || !dataClass?.startsWith('"') || HAS[record].includes(JSON.parse(dataClass) as string);
/** Whoever meets what the second asks, meets what the first does. */
const implies = (wider: Rule, narrower: Rule): boolean => [...wider.asks].every(([name, value]) => narrower.asks.get(name) === value);
const least = (rules: readonly Rule[]): Rule[] => rules.filter((rule, at) => !rules.some((other, place) => place !== at && other.says === rule.says && implies(other, rule) && (!implies(rule, other) || place < at)));
