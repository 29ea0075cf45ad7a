import { rulesToCondition } from '@casl/ability/extra';
import type { RecordShape } from '../schema/record.js';
import type { Ability } from './ability.js';
import { type Condition, type Glass, me } from './book.js';

/** Names that the statement gives to the row, to the reader's seat at its dossier, to what is lent there, and to its facts where they were worked out (`factsOf`). */
export type Aliases = { row: string; seat: string; lent: string; facts?: string };
/** SQL parameters of every statement: the reader's partner and person. */
export const PARTNER = '$1::uuid';
export const PERSON = '$2::uuid';

type Node = { operator: string; field?: string; value: unknown };

/**
 * The rules for one action (and field) as SQL that is true for exactly the rows that CASL allows in memory.
 * No rule is `false`. NULL counts as a value, as it does in memory.
 * @throws for an operator that has no SQL here
 */
export function allowedIn(ability: Ability, record: RecordShape, at: Aliases, action: string, field?: string): string {
  const node = (operator: string) => (value: Node[]): Node => ({ operator, value });
  const rules = ability.rulesFor(action, record.name, field);
  const condition = rulesToCondition(
    rules,
    (rule) => {
      const ast = (rule.ast as Node | null) ?? node('and')([]);
      return rule.inverted ? node('not')([ast]) : ast;
    },
    { and: node('and'), or: node('or'), empty: () => node('and')([]) },
  );
  return condition === null ? 'false' : sql(condition, record, at);
}

/** A condition of the book, on columns of the row, as SQL; nothing asked is true. */
export function conditionToSql(where: Condition, record: RecordShape, at: Aliases): string {
  const parts = Object.entries(where).map(([field, asked]) => {
    const [operator, value]: [string, unknown] = typeof asked === 'object' ? (Object.entries(asked)[0] as [string, unknown]) : ['$eq', asked];
    return sql({ operator: operator.slice(1), field, value }, record, at);
  });
  return parts.join(' and ') || 'true';
}

function sql({ operator, field, value }: Node, record: RecordShape, at: Aliases): string {
  switch (operator) {
    case 'and':
    case 'or': {
      const parts = (value as Node[]).map((each) => sql(each, record, at));
      return parts.length ? `(${parts.join(` ${operator} `)})` : operator === 'and' ? 'true' : 'false';
    }
    case 'not':
      return `(${(value as Node[]).map((each) => sql(each, record, at)).join(' and ')}) is not true`;
    case 'eq':
      if (field === 'my.roles') return at.facts ? `${at.facts}.${ROLE}${String(value)}"` : sits(at.seat, value);
      if (field === 'my.lent') return `${at.lent}.lent @> array[${literal(value)}]`;
      if (field! in FACTS) return `${value ? '' : 'not '}${at.facts ? `${at.facts}."${field}"` : `(${FACTS[field as Fact](record, at.row)})`}`;
      return `${at.row}.${columnOf(record, field!)} is not distinct from ${literal(value)}`;
    case 'ne':
      return `${at.row}.${columnOf(record, field!)} is distinct from ${literal(value)}`;
    case 'in':
      return `(${at.row}.${columnOf(record, field!)} in (${(value as unknown[]).map(literal).join(', ')})) is true`;
    default:
      throw new Error(`The privacy book uses ${operator}, for which there is no SQL`);
  }
}

type Fact = 'my.addressed' | 'my.excluded' | `my.${Glass}`;

/** What the book asks of the reader and a row again and again. */
const FACTS: { readonly [fact in Fact]: (record: RecordShape, row: string) => string } = {
  /** The row is for everybody at the dossier, for the reader's partner, or written by it. */
  'my.addressed': (_, row) => `${row}.audience = '{}' or ${row}.partner_id = ${PARTNER} or ${row}.audience @> array[${PARTNER}]`,
  'my.excluded': (record, row) => `exists (select from exclusion x where x.dossier_id = ${row}.${columnOf(record, record.seat!)} and x.person_id = ${PERSON})`,
  /** The reader has broken the glass of the dossier, or was let in as support: asked once for a whole statement. */
  'my.glass': (record, row) => `${row}.${columnOf(record, record.seat!)} = any (array(select g.dossier_id from glass_break g where g.person_id = ${PERSON} and g.partner_id = ${PARTNER} and g.ends_at > now() and g.ended_at is null))`,
  'my.support': (record, row) => `${row}.${columnOf(record, record.seat!)} = any (array(select l.dossier_id from support_look l where l.person_id = ${PERSON} and l.partner_id = ${PARTNER} and l.state = 'OPEN' and l.ends_at > now()))`,
};

const ROLE = '"as ';
const sits = (seat: string, role: unknown): string => `${seat}.roles @> array[${literal(role)}]`;

/**
 * The facts of a row that a text names, each worked out once: beginning a statement costs by what stands in it.
 * @returns a join, or null when it names none
 */
export function factsOf(record: RecordShape, { row, seat, facts }: Aliases, text: string): string | null {
  const roles = new Set(Array.from(text.matchAll(new RegExp(`\\b${facts}\\.${ROLE}(\\w+)"`, 'g')), ([, role]) => role));
  const named = (Object.keys(FACTS) as Fact[]).filter((fact) => text.includes(`${facts}."${fact}"`));
  const worked = [...[...roles].map((role) => `${sits(seat, role)} as ${ROLE}${role}"`), ...named.map((fact) => `(${FACTS[fact](record, row)}) as "${fact}"`)];
  return worked.length ? `cross join lateral (select ${worked.join(', ')} offset 0) ${facts}` : null;
}

export function columnOf(record: RecordShape, field: string): string {
  const column = record.columns.get(field);
  if (!column) throw new Error(`${record.name} has no column ${field}`);
  return column.column;
}

/** The actor is a parameter, so that one statement serves everybody in the same capacity; the rest are words of our own lists. */
function literal(value: unknown): string {
  if (value === me.partner) return PARTNER;
  if (value === me.person) return PERSON;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && /^[A-Z_a-z ]+$/.test(value)) return `'${value}'`;
  throw new Error(`The privacy book compares with ${JSON.stringify(value)}, which is no word of ours`);
}
