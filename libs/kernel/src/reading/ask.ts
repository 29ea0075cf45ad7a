import { isUUID } from 'class-validator';
import { Refusal } from '../vocabulary/refusal.js';
import { columnOf, PARTNER } from '../policy/condition-to-sql.js';
import type { RecordShape } from '../schema/record.js';
import { isDay } from '../schema/scalars.js';
import { DataClass } from '../vocabulary/vocabulary.js';
import { type Dressed, seatAt } from './dressed.js';

/** A comparison with a `CORE` column. The value may be absent for `null` and `not null`. */
export type Filter = readonly [field: string, comparison: '=' | '<' | '>=' | 'null' | 'not null', value?: unknown];

export type Ask =
  /** One record. */
  | { id: string }
  /** Some records whose ids a search gave; order is kept. */
  | { ids: readonly string[] }
  /** A page in the order of the partner's own seats, newest first. */
  | { first: number; after?: string; state?: string }
  /** A page of rows in the order of one of their columns, `newest` first or last; any of the filters holds as a whole. */
  | { first: number; after?: string; order: string; newest?: true; any: readonly (readonly Filter[])[] }
  /** A page of the rows of one dossier, newest first; `beside`: SQL that gives further dossiers, of that one in $3. */
  | { first: number; after?: string; order: string; within: string; beside?: string }
  /** Rows as they are, and as they were before (`earlier`): newest first, at most HISTORY of each. `by`: the field that holds the id. */
  | { versions: string; by: string }
  /** How many rows there are, by name of a filter. */
  | { count: { readonly [name: string]: readonly (readonly Filter[])[] } }
  | { all: true };

/** One that picks exactly the rows that it shows. */
export type FinishedAsk = Extract<Ask, { id: string } | { ids: readonly string[] } | { all: true }> | { first: number; after?: string; state?: string };

/** The most rows that one page gives. */
export const PAGE = 50;

/** The most versions of one row that history looks back upon. */
const HISTORY = 200;

/** @throws Refusal LIMIT for a page of less than one row or more than PAGE */
export function pageSize(first: number): number {
  if (!(first >= 1 && first <= PAGE)) throw new Refusal('LIMIT', `Vraag 1 tot ${PAGE} rijen tegelijk.`);
  return first;
}

/** The statement around the dressed root: how its rows are picked. */
export function picked(ask: Ask, record: RecordShape, root: Dressed): string {
  const body = `${root.json}::text body${root.told ? `, ${root.told.dossier} dossier, ${root.told.looks} looks` : ''}`;
  const dressing = [...(root.lent ? [root.lent] : []), ...root.joins].join(' ');
  const seated = record.seat ? seatAt(record, 't', 'p') : '';
  const key = record.seat ? `t.${columnOf(record, record.seat)}` : 't.id';
  if ('id' in ask) return `select ${body} from ${record.table} t ${seated} ${dressing} where t.id = $3::uuid and ${root.scope}`;
  if ('ids' in ask) return `select ${body} from unnest($3::uuid[]) with ordinality i (id, n) join ${record.table} t on t.id = i.id ${seated} ${dressing} where ${root.scope} order by i.n`;
  // Without an order rows come as they were last written, which tells of changes to what is not shown.
  if ('all' in ask) return `select ${body} from ${record.table} t ${seated} ${dressing} where ${root.scope} order by ${record.columns.has('id') ? 't.id' : '1'}`;
  if ('count' in ask) {
    const counted = Object.entries(ask.count).map(([name, any], at, all) => ({ name, where: anyOf(record, any, offsetOf(all.slice(0, at).map(([, each]) => each))) }));
    const counts = counted.map(({ name, where }) => `count(*) filter (where ${where})::int as "${name}"`);
    // What counts nowhere is not looked at: nearly all of a partner's tasks are done.
    return `select ${counts.join(', ')} from ${record.table} t ${seated} where t.partner_id = ${PARTNER} and (${counted.map(({ where }) => where).join(' or ')}) and ${root.scope}`;
  }
  if ('within' in ask) return pageWithin(ask, record, root, `${seated}`, dressing);
  if ('versions' in ask) return versions(ask, record, root, `${seated} ${dressing}`);
  if ('order' in ask) {
    const next = 3 + filterValues(ask.any).length;
    // The newest come from a column that is always filled, as it stands in the index.
    const by = ask.newest ? `t.${columnOf(record, ask.order)}` : `coalesce(t.${columnOf(record, ask.order)}, 'infinity')`;
    const [further, way] = ask.newest ? ['<', ' desc'] : ['>', ''];
    // As below: so that the planner goes by the index.
    const limit = ask.newest ? `(select ${ask.first + 1})` : ask.first + 1;
    const after = ask.after === undefined ? '' : `and (${by}, t.id) ${further} ($${next}::timestamptz, $${next + 1}::uuid)`;
    const where = anyOf(record, ask.any, 2);
    // A day too becomes a moment, so that there is one kind of cursor.
    const moment = record.columns.get(ask.order)!.kind === 'day' ? '::timestamptz' : '';
    return `select ${by}${moment}::text as at, t.id as id, ${root.json}::text body
      from (select t.* from ${record.table} t ${seated} where t.${partnerOf(record)} = ${PARTNER} and ${where} ${after} and ${scopeWithoutLent(root)} order by ${by}${way}, t.id${way} limit ${limit}) t ${seated} ${dressing}`;
  }
  const state = ask.state === undefined ? '' : `and p.state = $3`;
  const next = ask.state === undefined ? 3 : 4;
  const after = ask.after === undefined ? '' : `and (p.at, p.dossier_id) < ($${next}::timestamptz, $${next + 1}::uuid)`;
  // The limit is a query so that its number is not known: the planner, which takes wall and book together for far fewer rows than
  // there are, then counts on a tenth of them and goes by the list index, where else it reads and sorts them all (npm run bench).
  return `with page as materialized (
      select t.*, p.roles as p_roles, p.at as p_at from party p join lateral (select t.* from ${record.table} t where ${key} = p.dossier_id offset 0) t on true
      where p.partner_id = ${PARTNER} and p.kind = '${record.name}' and p.until > now() and not p.former ${state} ${after} and ${scopeWithoutLent(root)}
      order by p.at desc, p.dossier_id desc limit (select ${ask.first + 1}))
    select p.at::text as at, t.id as id, p.more, ${root.told ? 'p.at as place, ' : ''}${body}
    from (select t.*, count(*) over () > ${ask.first} as p_more from page t order by p_at desc, ${key} desc limit ${ask.first}) t
    cross join lateral (select t.p_roles as roles, t.p_at as at, t.p_more as more) p ${dressing}`;
}

/** The column that names whose row it is. */
const partnerOf = (record: RecordShape): string => (record.partner ? columnOf(record, record.partner) : 'partner_id');

/** Of each dossier no more than a page, by its index. */
function pageWithin(ask: Extract<Ask, { within: string }>, record: RecordShape, root: Dressed, seated: string, dressing: string): string {
  const { column, kind } = record.columns.get(ask.order)!;
  const after = ask.after === undefined ? '' : `and (t.${column}, t.id) < ($4::${kind === 'day' ? 'date' : 'timestamptz'}, $5::uuid)`;
  const rows = `select t.* from ${record.table} t ${seated} where t.${columnOf(record, record.seat!)} = d.id ${after} and ${scopeWithoutLent(root)} order by t.${column} desc, t.id desc limit ${ask.first + 1}`;
  const dossiers = ask.beside ? `(select $3::uuid as id union ${ask.beside})` : '(select $3::uuid as id)';
  return `select t.${column}::text as at, t.id as id, ${root.json}::text body
    from (select t.* from ${dossiers} d cross join lateral (${rows}) t order by t.${column} desc, t.id desc limit ${ask.first + 1}) t ${seated} ${dressing}`;
}

/** The earlier values are laid over the row of today, so that every rule looks at today's: seat, audience, author, class, protection. */
function versions(ask: Extract<Ask, { versions: string }>, record: RecordShape, root: Dressed, dressing: string): string {
  const kept = record.historic!.map((field) => `'${columnOf(record, field)}'`).join(', ');
  return `select to_json(e.at) #>> '{}' as at, t.id as id, e.partner_id as by_partner, e.person_name as by_name, ${root.json}::text body
    from ${record.table} c
    cross join lateral (select null::int as version, null::timestamptz as at, null::uuid as partner_id, null::text as person_name, '{}'::jsonb as row
      union all (select e.version, e.at, e.partner_id, e.person_name, (select jsonb_object_agg(k, e.row -> k) from unnest(array[${kept}]) k) from earlier e where e.record = '${record.name}' and e.row_id = c.id order by e.version desc limit ${HISTORY})) e
    cross join lateral jsonb_populate_record(c, e.row) t ${dressing}
    where c.${columnOf(record, ask.by)} = $3::uuid and ${root.scope} and (e.version is null or e.at >= p.since) order by t.id, e.version desc nulls first`;
}

/** Which rows one may see never hangs on what is lent: a list would else reveal, by its length, what was shared. */
function scopeWithoutLent(root: Dressed): string {
  if (root.scope.includes('.lent')) throw new Error('A list whose rows depend on what is lent has no index to go by');
  return root.scope;
}

/** @returns the values of the parameters after the reader's */
export function valuesOf(ask: Ask): unknown[] {
  if ('id' in ask) return [ask.id];
  if ('ids' in ask) return [ask.ids];
  if ('all' in ask) return [];
  if ('versions' in ask) return [ask.versions];
  if ('within' in ask) return [ask.within, ...(ask.after === undefined ? [] : cursorOf(ask.after))];
  if ('count' in ask) return Object.values(ask.count).flatMap(filterValues);
  const after = ask.after === undefined ? [] : cursorOf(ask.after);
  if ('order' in ask) return [...filterValues(ask.any), ...after];
  return [...(ask.state === undefined ? [] : [ask.state]), ...after];
}

/** Part of the plan's name: everything that changes the statement's text. */
export function shapeKey(ask: Ask): string {
  const filters = (any: readonly (readonly Filter[])[]) => any.map((all) => all.map(([field, comparison]) => `${field} ${comparison}`).join('&')).join('|');
  if ('count' in ask) return Object.entries(ask.count).map(([name, any]) => `${name}:${filters(any)}`).join(';');
  if ('within' in ask) return ['within', ask.first, ask.after !== undefined, ask.order, ask.beside].join(' ');
  if ('versions' in ask) return `versions ${ask.by}`;
  if ('first' in ask) return [ask.first, ask.after !== undefined, 'order' in ask ? `${ask.order} ${ask.newest ?? ''} ${filters(ask.any)}` : ask.state !== undefined].join(' ');
  return Object.keys(ask)[0];
}

const filterValues = (any: readonly (readonly Filter[])[]): unknown[] => any.flatMap((all) => all.flatMap(([, comparison, value]) => (comparison.endsWith('null') ? [] : [value])));
const offsetOf = (before: readonly (readonly (readonly Filter[])[])[]): number => 2 + before.reduce((sum, each) => sum + filterValues(each).length, 0);

function anyOf(record: RecordShape, any: readonly (readonly Filter[])[], from: number): string {
  let at = from;
  const one = ([field, comparison]: Filter) => {
    const shape = record.columns.get(field);
    if (shape?.class !== DataClass.CORE) throw new Error(`${record.name}.${field} is not CORE: nobody may filter on it`);
    const type = { id: 'uuid', moment: 'timestamptz', flag: 'boolean', count: 'int', day: 'date' }[shape.kind as string] ?? 'text';
    return comparison.endsWith('null') ? `t.${shape.column} is ${comparison}` : `t.${shape.column} ${comparison} $${(at += 1)}::${type}`;
  };
  return `(${any.map((all) => `(${all.map(one).join(' and ')})`).join(' or ')})`;
}

export const cursor = (at: string, id: string): string => Buffer.from(`${at}|${id}`).toString('base64url');

/** As PostgreSQL writes it in UTC. */
const MOMENT = /^([12]\d{3}-\d\d-\d\d) (?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?\+00$/;

function cursorOf(text: string): [string, string] {
  const [at, id, ...rest] = Buffer.from(text, 'base64url').toString().split('|');
  const [, day] = MOMENT.exec(at ?? '') ?? [];
  if (rest.length || !(at === 'infinity' || isDay(day)) || !isUUID(id)) throw new Refusal('INVALID', 'Deze plaats in de lijst bestaat niet.', { fields: [{ field: 'after', message: 'Begin de lijst opnieuw.' }] });
  return [at, id];
}
