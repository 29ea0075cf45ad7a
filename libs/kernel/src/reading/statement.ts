import { createHash } from 'node:crypto';
import { type Ability, abilityOf, classesOf, fieldsOf, whereOf } from '../policy/ability.js';
import { type Actor, type Book, capacityOf, grantsOf, me as placeholder } from '../policy/book.js';
import { type Aliases, allowedIn, columnOf, conditionToSql, factsOf, PARTNER, PERSON } from '../policy/condition-to-sql.js';
import { type ColumnKind, type RecordShape, type RelationShape, shapeOf } from '../schema/record.js';
import { DataClass, Role, WhyWithheld } from '../vocabulary/vocabulary.js';
import { type Ask, type FinishedAsk, picked } from './ask.js';
import { classesAsked } from './disclosed.js';
import { type Dressed, isAtSameSeat, seatAt } from './dressed.js';
import type { Selection } from './selection.js';
import { isOfRow } from './wording.js';

export type Statement = { name: string; text: string };
/** Who is told of, as the trail names her, where a statement writes its own line. */
export type Teller = { capacity: string; purpose: string; operation: string };
/** What of a reader changes the statement's text. */
type Reader = Pick<Actor, 'partnerKind' | 'role' | 'regime' | 'political'>;

/**
 * Compiles record + book + selection into one statement whose rows are masked already: hidden values never leave PostgreSQL.
 * It picks the page on an index first, then dresses those rows. One statement serves everybody in the same capacity.
 * Parameters: $1 the reader's partner, $2 the reader's person, then those of the ask.
 */
export function statementFor(book: Book, reader: Reader, record: RecordShape, ask: Ask, selection: Selection): Statement {
  return named(picked(ask, record, new View(bookFor(book, reader, ask), reader).of(record, 't', 'p', selection)));
}

/**
 * The same, but each row is the finished text of an answer, in the order in which it was asked, and the statement writes the line of the trail itself.
 * @throws for a selection that asks more than such a row can tell
 */
export function finishedFor(book: Book, reader: Reader, record: RecordShape, ask: FinishedAsk, selection: Selection, teller: Teller): Statement {
  if (!isOfRow(record, selection)) throw new Error(`${record.name} cannot tell all of this by itself`);
  const root = new View(bookFor(book, reader, ask), reader, true).of(record, 't', 'p', selection);
  return named(told(picked(ask, record, root), 'first' in ask, record, teller));
}

function named(statement: string): Statement {
  // Types the reader's parameters also where a statement has no use for one.
  const text = statement.replace(/^(with )?/, (begun) => `with reader as (select ${PARTNER}, ${PERSON})${begun ? ', ' : ' '}`);
  return { name: `r${createHash('sha1').update(text).digest('hex').slice(0, 20)}`, text };
}

/** All rows of a page at once, whether there is a page behind them, and its last row's place. */
const PAGE_OF_ROWS = `coalesce(string_agg(body, ',' order by place desc, id desc), ''), bool_or(more), (array_agg(at order by place, id))[1], (array_agg(id order by place, id))[1]`;

/** Rows, or a page of them, with their line of the trail: one for all dossiers that showed the same classes; a list without rows has one too. */
function told(rows: string, isPage: boolean, record: RecordShape, { capacity, purpose, operation }: Teller): string {
  const dossiers = record.seat === 'id' ? 'shown d' : '(select dossier, bit_or(looks) looks from shown group by dossier) d';
  const from = operation === 'read' ? dossiers : `(values (1)) list left join ${dossiers} on true`;
  return `with shown as materialized (${rows}), told as (
      insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome)
      select ${PERSON}, ${PARTNER}, '${capacity}', '${operation}', '${purpose}', '${record.name}', coalesce(array_agg(d.dossier) filter (where d.dossier is not null), '{}'), ${namesIn('d.looks')}, 'DONE' from ${from} group by d.looks)
    select ${isPage ? PAGE_OF_ROWS : 'body'} from shown`;
}

/** A broken glass opens one dossier: it makes no list of the partner's dossiers longer, and counts nothing. */
const bookFor = (book: Book, reader: Reader, ask: Ask): Book => (findsByGlass(reader, ask) ? book : { ...book, glass: undefined });
const findsByGlass = (reader: Reader, ask: Ask): boolean => (reader.role === Role.PLATFORM_ADMIN ? isOfOne(ask) : !('count' in ask) && !('first' in ask && !('order' in ask)));
/** Whether it names the one record or dossier that is asked for. */
export const isOfOne = (ask: Ask): boolean => 'id' in ask || 'within' in ask || 'versions' in ask;

class View {
  private readonly ability: Ability;
  private aliases = 0;

  constructor(
    private readonly book: Book,
    private readonly reader: Reader,
    private readonly isText = false,
  ) {
    this.ability = abilityOf(book, { ...reader, partnerId: placeholder.partner, personId: placeholder.person });
  }

  /** @param around the seat's alias of the row in which it stands, when it is at the same dossier */
  of(record: RecordShape, row: string, seat: string, selection: Selection, around?: string): Dressed {
    const at: Aliases = { row, seat, lent: `${row}l`, facts: `${row}f` };
    const needed = new Set([...Object.keys(selection), ...Object.keys(selection).flatMap((field) => record.derived?.[field] ?? [])]);
    const asked = (field: string) => needed.has(field);
    const told = new Set([...record.columns.values()].filter(({ field, shown }) => shown && asked(field)).map((column) => column.class));
    // What is withheld of what nobody asked for is told only when that is asked.
    const masks: DataClass[] = record.everyone || record.classed ? [] : classesOf(record).filter((each) => each !== DataClass.CORE && (asked('withheld') || told.has(each)));
    const joins: string[] = [];
    // Worked out once for each row: a mask stands in the answer, in what is withheld and in the trail.
    if (masks.length) joins.push(`cross join lateral (select ${masks.map((each) => `(${this.allowed(record, at, 'read', fieldsOf(record, [each])[0])}) is true as "${each}"`).join(', ')} offset 0) ${row}s`);

    const id = `${row}.${columnOf(record, record.columns.has('id') ? 'id' : [...record.columns.keys()][0])}`;
    const fields = new Map([['id', this.isText ? written('id', id) : id]]);
    for (const column of record.columns.values()) {
      if (!column.shown || !asked(column.field) || column.field === 'id') continue;
      const value = this.isText ? written(column.kind, `${row}.${column.column}`) : `${row}.${column.column}`;
      fields.set(column.field, masks.includes(column.class) ? `case when ${row}s."${column.class}" then ${value} end` : value);
    }
    fields.set('withheld', masks.length ? `('[' || concat_ws(',', ${masks.map((each) => `case when not ${row}s."${each}" then '{"dataClass":"${each}","why":"' || ${this.why(record, each, at)} || '"}' end`).join(', ')}) || ']')::json` : `'[]'::json`);
    if (asked('may')) fields.set('may', this.isText ? written('list', this.verbs(record, at)) : this.verbs(record, at));
    const looks = [looksAt(record, selection, masks, row)];
    for (const relation of record.relations.values()) {
      const below = selection[relation.field];
      if (below === undefined || below === true) continue;
      joins.push(this.related(record, relation, at, below));
      fields.set(relation.field, `${row}_${relation.field}.j`);
      looks.push(`coalesce(${row}_${relation.field}.looks, 0)`);
    }
    const dossier = record.seat ?? record.about;
    let json: string;
    if (this.isText) json = `'{' || ${Object.keys(selection).map((field) => `'"${field}":' || coalesce((${fields.get(field)})::text, 'null')`).join(` || ',' || `)} || '}'`;
    else {
      // For the trail: at which dossier a row is, and which class one of a record like this really showed.
      if (dossier && seat !== around) fields.set('_dossier', `${row}.${columnOf(record, dossier)}`);
      if (record.classed && !asked(record.classed)) fields.set('_class', `${row}.${columnOf(record, record.classed)}`);
      joins.push(`cross join lateral (select ${[...fields].map(([field, sql]) => `${sql} as "${field}"`).join(', ')}) ${row}j`);
      json = `to_json(${row}j)`;
    }
    const scope = record.everyone === true ? 'true' : this.allowed(record, { ...at, facts: undefined }, 'read', record.classed ? undefined : 'id');
    const parts = [scope, ...joins, json].join(' ');
    const facts = factsOf(record, at, parts);
    if (facts) joins.unshift(facts);
    const line = this.isText ? { dossier: dossier ? `${row}.${columnOf(record, dossier)}` : 'null::uuid', looks: looks.join(' | ') } : undefined;
    return { json, told: line, joins, scope, lent: parts.includes(`${at.lent}.lent`) ? lentTo(record, at) : null };
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
    const sameSeat = isAtSameSeat(parent, relation);
    const seat = sameSeat ? at.seat : `${row}p`;
    const dressed = this.of(record, row, seat, selection, at.seat);
    const joins = [...(record.seat && !sameSeat ? [seatAt(record, row, seat)] : []), ...(dressed.lent ? [dressed.lent] : []), ...dressed.joins];
    const order = relation.order ? ` order by ${row}.${columnOf(record, relation.order.field)}${relation.order.descending ? ' desc' : ''}, ${row}.id` : '';
    const found = `select ${dressed.json} j${dressed.told ? `, ${dressed.told.looks} looks` : ''} from ${record.table} ${row} ${joins.join(' ')} where ${row}.${columnOf(record, relation.by)} in (${keys}) and ${dressed.scope}${order} limit ${relation.atMost}`;
    const name = `${at.row}_${relation.field}`;
    const all = dressed.told ? `'[' || coalesce(string_agg(x.j, ','), '') || ']' j, bit_or(x.looks) looks` : `coalesce(json_agg(x.j), '[]') j`;
    return relation.many ? `cross join lateral (select ${all} from (${found}) x) ${name}` : `left join lateral (${found}) ${name} on true`;
  }
}

/** What is lent to the reader here, of what the row's own author may lend. What was taken back is gone also for who began to read before that. */
const lentTo = (record: RecordShape, { row, lent }: Aliases): string =>
  `cross join lateral (select coalesce(array_agg(c), '{}') lent from share s, unnest(s.classes) c where s.dossier_id = ${row}.${columnOf(record, record.seat!)} and s.partner_id = ${PARTNER} and s.granted_by = ${row}.partner_id and s.ended_at is null and s.since <= now() and s.until > now()) ${lent}`;

/** A value as JavaScript would write it in JSON; of null it is null. */
function written(kind: ColumnKind, sql: string): string {
  if (kind === 'moment') return `to_char(${sql}, '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`;
  if (kind === 'text') return `to_json(${sql})`;
  if (kind === 'list') return `array_to_json(${sql})`;
  return kind === 'flag' || kind === 'count' ? sql : `'"' || ${sql} || '"'`;
}

const CLASSES = Object.values(DataClass);
const bitOf = (dataClass: DataClass): number => 1 << CLASSES.indexOf(dataClass);

/** The classes that a row really shows of what is asked of its own columns, as bits. */
function looksAt(record: RecordShape, selection: Selection, masks: readonly DataClass[], row: string): string {
  const classes = classesAsked(record, selection);
  const always = classes.filter((each) => !masks.includes(each)).reduce((bits, each) => bits | bitOf(each), 0);
  const masked = classes.filter((each) => masks.includes(each)).map((each) => `case when ${row}s."${each}" then ${bitOf(each)} else 0 end`);
  const own = record.classed && classes.length ? [`(1 << array_position('{${CLASSES.join(',')}}'::text[], ${row}.${columnOf(record, record.classed)}) - 1)`] : [];
  return [String(always), ...masked, ...own].join(' | ');
}

const namesIn = (bits: string): string => `array(select c from unnest('{${CLASSES.join(',')}}'::text[]) with ordinality o (c, n) where ${bits} & (1 << n::int - 1) <> 0)`;
