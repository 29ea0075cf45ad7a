import { createHash } from 'node:crypto';
import { type Ability, abilityOf, classesOf, fieldsOf, whereOf } from '../policy/ability.js';
import { type Actor, type Book, capacityOf, grantsOf, me as placeholder } from '../policy/book.js';
import { type Aliases, allowedIn, columnOf, conditionToSql, factsOf, PARTNER, PERSON } from '../policy/condition-to-sql.js';
import { type RecordShape, type RelationShape, shapeOf } from '../schema/record.js';
import { DataClass, Role, WhyWithheld } from '../vocabulary/vocabulary.js';
import { type Ask, picked } from './ask.js';
import { type Dressed, seatAt } from './dressed.js';
import type { Selection } from './selection.js';

export type Statement = { name: string; text: string };
/** What of a reader changes the statement's text. */
type Reader = Pick<Actor, 'partnerKind' | 'role' | 'regime' | 'political'>;

/**
 * Compiles record + book + selection into one statement whose rows are masked already: hidden values never leave PostgreSQL.
 * It picks the page on an index first, then dresses those rows. One statement serves everybody in the same capacity.
 * Parameters: $1 the reader's partner, $2 the reader's person, then those of the ask.
 */
export function statementFor(book: Book, reader: Reader, record: RecordShape, ask: Ask, selection: Selection): Statement {
  const view = new View(findsByGlass(reader, ask) ? book : { ...book, glass: undefined }, reader);
  const root = view.of(record, 't', 'p', selection);
  // Types the reader's parameters also where a statement has no use for one.
  const text = picked(ask, record, root).replace(/^(with )?/, (begun) => `with reader as (select ${PARTNER}, ${PERSON})${begun ? ', ' : ' '}`);
  return { name: `r${createHash('sha1').update(text).digest('hex').slice(0, 20)}`, text };
}

/** A broken glass opens one dossier: it makes no list of the partner's dossiers longer, and counts nothing. */
const findsByGlass = (reader: Reader, ask: Ask): boolean => (reader.role === Role.PLATFORM_ADMIN ? isOfOne(ask) : !('count' in ask) && !('first' in ask && !('order' in ask)));
/** Whether it names the one record or dossier that is asked for. */
export const isOfOne = (ask: Ask): boolean => 'id' in ask || 'within' in ask || 'versions' in ask;

class View {
  private readonly ability: Ability;
  private aliases = 0;

  constructor(
    private readonly book: Book,
    private readonly reader: Reader,
  ) {
    this.ability = abilityOf(book, { ...reader, partnerId: placeholder.partner, personId: placeholder.person });
  }

  of(record: RecordShape, row: string, seat: string, selection: Selection): Dressed {
    const at: Aliases = { row, seat, lent: `${row}l`, facts: `${row}f` };
    const needed = new Set([...Object.keys(selection), ...Object.keys(selection).flatMap((field) => record.derived?.[field] ?? [])]);
    const asked = (field: string) => needed.has(field);
    const classes = record.everyone ? [] : classesOf(record).filter((each) => each !== DataClass.CORE);
    const masks: DataClass[] = record.classed ? [] : classes;
    const joins: string[] = [];
    if (masks.length) joins.push(`cross join lateral (select ${masks.map((each) => `(${this.allowed(record, at, 'read', fieldsOf(record, [each])[0])}) is true as "${each}"`).join(', ')}) ${row}s`);

    const columns: [field: string, sql: string][] = [['id', `${row}.${columnOf(record, record.columns.has('id') ? 'id' : [...record.columns.keys()][0])}`]];
    const dossier = record.seat ?? record.about;
    if (dossier) columns.push(['_dossier', `${row}.${columnOf(record, dossier)}`]);
    // For the trail: which class a row of a record like this really showed.
    if (record.classed && !asked(record.classed)) columns.push(['_class', `${row}.${columnOf(record, record.classed)}`]);
    for (const column of record.columns.values()) {
      if (!column.shown || !asked(column.field) || column.field === 'id') continue;
      const value = `${row}.${column.column}`;
      columns.push([column.field, masks.includes(column.class) ? `case when ${row}s."${column.class}" then ${value} end` : value]);
    }
    columns.push(['withheld', masks.length ? `('[' || concat_ws(',', ${masks.map((each) => `case when not ${row}s."${each}" then '{"dataClass":"${each}","why":"' || ${this.why(record, each, at)} || '"}' end`).join(', ')}) || ']')::json` : `'[]'::json`]);
    if (asked('may')) columns.push(['may', this.verbs(record, at)]);
    for (const relation of record.relations.values()) {
      const below = selection[relation.field];
      if (below === undefined || below === true) continue;
      joins.push(this.related(record, relation, at, below));
      columns.push([relation.field, `${row}_${relation.field}.j`]);
    }
    const scope = record.everyone === true ? 'true' : this.allowed(record, { ...at, facts: undefined }, 'read', record.classed ? undefined : 'id');
    const parts = [scope, ...joins, ...columns.map(([, sql]) => sql)].join(' ');
    const facts = factsOf(record, at, parts);
    if (facts) joins.unshift(facts);
    return { json: jsonOf(columns), joins, scope, lent: parts.includes(`${at.lent}.lent`) ? lentTo(record, at) : null };
  }

  /** Looks at the book, the seat and what laws look at; never at the value. */
  private why(record: RecordShape, dataClass: DataClass, at: Aliases): string {
    const bound = this.book.laws.flatMap((law) => {
      const where = law.hides !== 'ROW' && law.hides.includes(dataClass) && (!law.binds || law.binds(this.reader)) ? whereOf(record, law, this.reader) : null;
      return where ? [`when ${conditionToSql(where, record, at)} then '${law.why}'`] : [];
    });
    const lendable = grantsOf(this.book, capacityOf(this.reader), record.name).filter((grant) => grant.lent && grant.classes!.includes(dataClass) && grant.seat);
    const shareable = lendable.map(({ seat, glass }) => `when ${conditionToSql({ 'my.roles': seat!, ...(glass && { [`my.${glass}`]: true }) }, record, at)} then '${WhyWithheld.NOT_SHARED}'`);
    return bound.length + shareable.length ? `case ${[...bound, ...shareable].join(' ')} else '${WhyWithheld.NOT_FOR_ROLE}' end` : `'${WhyWithheld.NOT_FOR_ROLE}'`;
  }

  private allowed(record: RecordShape, at: Aliases, action: string, field?: string): string {
    return allowedIn(this.ability, record, at, action, field);
  }

  private verbs(record: RecordShape, at: Aliases): string {
    const possible = Object.entries(record.verbs ?? {}).flatMap(([event, states]) => {
      const allowed = states === null ? 'false' : this.allowed(record, at, event);
      if (allowed === 'false') return [];
      const inState = states ? `${at.row}.state in (${states.map((state) => `'${state}'`).join(', ')}) and ` : '';
      return [`case when ${inState}${allowed} then '${event}' end`];
    });
    return `array_remove(array[${possible.join(', ')}]::text[], null)`;
  }

  /** A related record: at the same dossier through the same seat, elsewhere through a seat of its own. */
  private related(parent: RecordShape, relation: RelationShape, at: Aliases, selection: Selection): string {
    const record = shapeOf(relation.of());
    const row = `q${(this.aliases += 1)}`;
    const keys = relation.keys.replaceAll('{t}', at.row);
    const sameSeat = parent.seat !== undefined && record.seat === relation.by && keys === `${at.row}.${columnOf(parent, parent.seat)}`;
    const seat = sameSeat ? at.seat : `${row}p`;
    const dressed = this.of(record, row, seat, selection);
    const joins = [...(record.seat && !sameSeat ? [seatAt(record, row, seat)] : []), ...(dressed.lent ? [dressed.lent] : []), ...dressed.joins];
    const order = relation.order ? ` order by ${row}.${columnOf(record, relation.order.field)}${relation.order.descending ? ' desc' : ''}, ${row}.id` : '';
    const found = `select ${dressed.json} j from ${record.table} ${row} ${joins.join(' ')} where ${row}.${columnOf(record, relation.by)} in (${keys}) and ${dressed.scope}${order} limit ${relation.atMost}`;
    const name = `${at.row}_${relation.field}`;
    return relation.many ? `cross join lateral (select coalesce(json_agg(x.j), '[]') j from (${found}) x) ${name}` : `left join lateral (${found}) ${name} on true`;
  }
}

/** What is lent to the reader here, of what the row's own author may lend. What was taken back is gone also for who began to read before that. */
const lentTo = (record: RecordShape, { row, lent }: Aliases): string =>
  `cross join lateral (select coalesce(array_agg(c), '{}') lent from share s, unnest(s.classes) c where s.dossier_id = ${row}.${columnOf(record, record.seat!)} and s.partner_id = ${PARTNER} and s.granted_by = ${row}.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) ${lent}`;

/** A function of PostgreSQL takes a hundred arguments, a row many more columns. */
const jsonOf = (columns: readonly [field: string, sql: string][]): string =>
  columns.length > 50 ? `(select to_json(x) from (select ${columns.map(([field, sql]) => `${sql} as "${field}"`).join(', ')}) x)` : `json_build_object(${columns.map(([field, sql]) => `'${field}', ${sql}`).join(', ')})`;
