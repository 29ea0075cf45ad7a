import { Inject, Injectable, type Type } from '@nestjs/common';
import type { QueryResult } from 'pg';
import { abilityOf } from '../policy/ability.js';
import { type Actor, BOOK, type Book, capacityOf, grantsOf } from '../policy/book.js';
import { type RecordShape, shapeOf } from '../schema/record.js';
import { Refusal } from '../vocabulary/refusal.js';
import { DataClass, Regime, Role } from '../vocabulary/vocabulary.js';
import { purposeOf, THROUGH_GLASS, trace, type Trace, untoldIfRefused } from '../work/trail.js';
import type { TextRow } from '../work/flight.js';
import { type Unit, Units } from '../work/unit.js';
import { type Ask, cursor, type Filter, type FinishedAsk, pageSize, shapeKey, valuesOf } from './ask.js';
import { type Change, changesOf, type Version } from './changes.js';
import { disclosed } from './disclosed.js';
import { scopeOf, seatsThatSee } from './scope-of-search.js';
import { keyOf, type Selection } from './selection.js';
import { finishedFor, isOfOne, type Statement, statementFor } from './statement.js';
import { type Answer, Finished, Wording } from './wording.js';

export type Page<T> = { nodes: T[]; next: string | null };
type Row = { body: string; at?: string; id?: string; more?: boolean; by_partner?: string; by_name?: string };
type Dressed = { id: string; _dossier?: string; withheld?: { dataClass: DataClass }[] };

/** The one door for reading: record + actor + selection → one statement, already masked, with its trail. */
@Injectable()
export class Reading {
  private readonly plans = new Map<string, Statement>();

  constructor(
    private readonly units: Units,
    @Inject(BOOK) private readonly book: Book,
  ) {}

  /** @throws Refusal NOT_FOUND, the same whether it is not there or not for this reader */
  async one<T>(me: Actor, record: Type<T>, id: string, asked: Selection): Promise<T>;
  async one<T>(me: Actor, record: Type<T>, id: string, asked: Answer): Promise<T | Finished>;
  async one<T>(me: Actor, record: Type<T>, id: string, asked: Answer): Promise<T | Finished> {
    if (!UUID.test(id)) return this.missed(me, record, []);
    const found = asked instanceof Wording ? (await this.told(me, record, { id }, asked, 'read')).map(([body]) => new Finished(body!)) : await this.read(me, record, { id }, asked, 'read');
    return found[0] ?? this.missed(me, record, [id]);
  }

  /**
   * What another reader sees of a record, in the present transaction of somebody else: the same rules and the same statement.
   * Leaves no trail of its own: whoever looks through another's eyes tells of it herself.
   * @param viewer who looks: gets nothing that she could not read herself; absent for what nobody looks at
   * @returns null when it is not there for her
   */
  async asSeenBy<T>(unit: Unit, reader: Actor, record: Type<T>, id: string, selection: Selection, viewer?: Actor): Promise<T | null> {
    const shape = shapeOf(record);
    const as = async (who: Actor) => {
      const { rows } = await unit.as(who, () => unit.query<Row>({ ...this.plan(who, shape, { id }, selection), values: [who.partnerId, who.personId, id] }));
      return rows.length ? (JSON.parse(rows[0].body) as Dressed) : null;
    };
    const seen = await as(reader);
    return (seen && viewer ? within(seen, await as(viewer), shape) : seen) as T | null;
  }

  /** Those of `ids` that the reader may see, in the given order. */
  async some<T>(me: Actor, record: Type<T>, ids: readonly string[], asked: Selection): Promise<T[]>;
  async some<T>(me: Actor, record: Type<T>, ids: readonly string[], asked: Answer): Promise<T[] | Finished>;
  async some<T>(me: Actor, record: Type<T>, ids: readonly string[], asked: Answer): Promise<T[] | Finished> {
    if (asked instanceof Wording) return wordsOf(ids.length ? listed(await this.told(me, record, { ids }, asked, 'search')) : '', asked, null);
    return ids.length ? this.read(me, record, { ids }, asked, 'search') : [];
  }

  async all<T>(me: Actor, record: Type<T>, asked: Selection): Promise<T[]>;
  async all<T>(me: Actor, record: Type<T>, asked: Answer): Promise<T[] | Finished>;
  async all<T>(me: Actor, record: Type<T>, asked: Answer): Promise<T[] | Finished> {
    return asked instanceof Wording ? wordsOf(listed(await this.told(me, record, { all: true }, asked, 'list')), asked, null) : this.read(me, record, { all: true }, asked, 'list');
  }

  async page<T>(me: Actor, record: Type<T>, ask: Extract<Ask, { first: number }>, asked: Selection): Promise<Page<T>>;
  async page<T>(me: Actor, record: Type<T>, ask: Extract<FinishedAsk, { first: number }>, asked: Answer): Promise<Page<T> | Finished>;
  async page<T>(me: Actor, record: Type<T>, ask: Extract<Ask, { first: number }>, asked: Answer): Promise<Page<T> | Finished> {
    pageSize(ask.first);
    if (asked instanceof Wording) {
      const [[bodies, more, at, id]] = await this.told(me, record, ask, asked, 'list');
      return wordsOf(bodies!, asked, more === 't' ? cursor(at!, id!) : null);
    }
    const rows: Row[] = [];
    const nodes = await this.read(me, record, ask, asked, 'list', rows);
    return { nodes, next: nextOf(rows, ask.first) };
  }

  /** Whether what a reader sees can be told by the statement that reads it: not where she may look through a glass, which changes why and as whom she reads. */
  finishes(me: Actor): boolean {
    return me.role !== Role.PLATFORM_ADMIN && !this.book.glass?.[capacityOf(me)];
  }

  /**
   * A page of the rows of one dossier, newest first.
   * @param ask `beside`: SQL that gives further dossiers, by the first in $3
   * @throws Refusal NOT_FOUND when her partner has no seat there from which she may read such rows
   */
  async within<T>(me: Actor, record: Type<T>, dossierId: string, ask: { first: number; after?: string; order: string; beside?: string }, selection: Selection): Promise<Page<T>> {
    pageSize(ask.first);
    if (!UUID.test(dossierId)) return this.missed(me, record, []);
    const shape = shapeOf(record);
    const rows: Row[] = [];
    const nodes = await this.units.run(me, async (unit) => {
      if (!(await this.sits(unit, me, shape, dossierId))) return null;
      const read = (await this.readIn(unit, me, shape, { ...ask, within: dossierId }, selection, 'read', rows)) as T[];
      if (!read.length) await this.tell(unit, me, { operation: 'read', record: shape.name, dossierIds: [dossierId], classes: [DataClass.CORE], outcome: 'DONE' });
      return read;
    }, { durable: false });
    if (!nodes) return this.missed(me, record, [dossierId]);
    return { nodes, next: nextOf(rows, ask.first) };
  }

  /**
   * What was changed of a row, or of all rows of a dossier: every value under today's rights, newest first.
   * @param by the field that holds `id`
   * @throws Refusal NOT_FOUND when she may not read such a row there today; of several rows, none is no refusal
   */
  async changes<T>(me: Actor, record: Type, id: string, by = 'id'): Promise<Change<T>[]> {
    if (!UUID.test(id)) return this.missed(me, record, []);
    const shape = shapeOf(record);
    const selection = Object.fromEntries(['id', ...(shape.classed ? [shape.classed] : []), ...shape.historic!].map((field) => [field, true as const]));
    const found = await this.units.run(me, async (unit) => {
      if (by !== 'id' && !(await this.sits(unit, me, shape, id))) return null;
      const { rows } = await this.ask(unit, me, shape, { versions: id, by }, selection);
      if (by === 'id' && !rows.length) return null;
      const versions = rows.map(({ at, body, by_partner, by_name }): Version => ({ at: at ?? null, byPartner: by_partner ?? null, byName: by_name ?? null, ...rowIn(body) }));
      const changes = changesOf<T>(shape, versions);
      const shown = changes.flatMap(({ fields, before }) => disclosed(shape, Object.fromEntries(fields.map((field) => [field, true])), [before as object]));
      const classes = [...new Set([DataClass.CORE, ...shown.flatMap((each) => each.classes)])];
      await this.tell(unit, me, { operation: 'history', record: shape.name, dossierIds: [versions[0]?.row._dossier as string ?? id], classes, outcome: 'DONE' });
      return changes;
    }, { durable: false });
    return found ?? this.missed(me, record, [id]);
  }

  async count<Name extends string>(me: Actor, record: Type, count: { [name in Name]: readonly (readonly Filter[])[] }): Promise<{ [name in Name]: number }> {
    const shape = shapeOf(record);
    const ask: Ask = { count };
    return this.units.run(me, async (unit) => {
      const { rows } = await unit.query<{ [name in Name]: number }>({ ...this.plan(me, shape, ask, {}), values: [me.partnerId, me.personId, ...valuesOf(ask)] });
      await this.tell(unit, me, { operation: 'count', record: shape.name, dossierIds: [], classes: [DataClass.CORE], outcome: 'DONE' });
      return rows[0];
    }, { durable: false });
  }

  /** Runs a search function of the database that gives ids, in the reader's own context; `some` then decides what is shown. */
  async search(me: Actor, record: Type, call: 'find_clients($1, $2, $3)' | 'resembling($1, $2, $3, $4, $5, $6)' | 'find($1, $2, $3, $4)', values: unknown[]): Promise<string[]> {
    return this.units.run(me, async (unit) => {
      const { rows } = await unit.query<{ id: string }>({ text: `select id from ${call} id`, values });
      const ids = rows.map(({ id }) => id);
      await this.tell(unit, me, { operation: 'search', record: record.name, dossierIds: shapeOf(record).seat === 'id' ? ids : [], classes: [DataClass.CORE], outcome: ids.length ? 'DONE' : 'NOT_FOUND' });
      return ids;
    }, { durable: false });
  }

  private async read<T>(me: Actor, type: Type<T>, ask: Ask, selection: Selection, operation: string, rows: Row[] = []): Promise<T[]> {
    const record = shapeOf(type);
    return this.units.run(me, (unit) => this.readIn(unit, me, record, ask, selection, operation, rows) as Promise<T[]>, { durable: false });
  }

  private async readIn(unit: Unit, me: Actor, record: RecordShape, ask: Ask, selection: Selection, operation: string, rows: Row[]): Promise<unknown[]> {
    const result = await this.ask(unit, me, record, ask, selection);
    rows.push(...result.rows);
    const isNewestFirst = 'first' in ask && (!('order' in ask) || 'within' in ask || ask.newest);
    if (isNewestFirst) rows.sort((a, b) => (a.at === b.at ? (a.id! < b.id! ? 1 : -1) : a.at! < b.at! ? 1 : -1));
    else if ('first' in ask) rows.sort((a, b) => (a.at === b.at ? (a.id! > b.id! ? 1 : -1) : later(a.at!, b.at!)));
    const shown = ('first' in ask ? rows.slice(0, ask.first) : rows).map(({ body }) => JSON.parse(body) as Dressed);
    const lines = disclosed(record, selection, shown);
    if (!lines.length && operation !== 'read') lines.push({ dossierIds: [], classes: [] });
    for (const line of lines) await this.tell(unit, me, { operation, record: record.name, ...line, outcome: 'DONE' });
    return shown;
  }

  /** Rows of finished text, with their line of the trail, in one statement. */
  private told(me: Actor, type: Type, ask: FinishedAsk, { selection, key }: Wording, operation: string): Promise<TextRow[]> {
    const record = shapeOf(type);
    const teller = { capacity: capacityOf(me), purpose: purposeOf(me), operation };
    const plan = this.planned([record.name, capacityOf(me), me.regime, me.political, shapeKey(ask), operation, key].join('/'), () => finishedFor(this.book, me, record, ask, selection, teller));
    return this.units.once(me, { ...plan, values: [me.partnerId, me.personId, ...valuesOf(ask)] }, untoldIfRefused);
  }

  private ask(unit: Unit, me: Actor, record: RecordShape, ask: Ask, selection: Selection): Promise<QueryResult<Row>> {
    return this.asReader(unit, me, isOfOne(ask) ? record : null, (reader) => unit.query<Row>({ ...this.plan(reader, record, ask, selection), values: [reader.partnerId, reader.personId, ...valuesOf(ask)] }));
  }

  /** Whoever supports the platform reads what is at a dossier as the guest of the partner that let her in, and as nobody where none did (record 19). */
  private async asReader<T>(unit: Unit, me: Actor, record: RecordShape | null, read: (reader: Actor) => Promise<T>): Promise<T> {
    if (me.role !== Role.PLATFORM_ADMIN || !record?.seat) return read(me);
    const { rows: [opener] } = await unit.query<Pick<Actor, 'partnerId' | 'partnerKind'>>({
      name: 'opener',
      text: `select l.partner_id as "partnerId", o.kind as "partnerKind" from support_look l join partner o on o.id = l.partner_id where l.person_id = $1 and l.state = 'OPEN' and l.ends_at > now() order by l.decided_at desc limit 1`,
      values: [me.personId],
    });
    if (!opener) return read(me);
    const guest = { ...me, ...opener, regime: Regime.DISCRETION };
    return unit.as(guest, () => read(guest));
  }

  private plan(me: Actor, record: RecordShape, ask: Ask, selection: Selection): Statement {
    return this.planned([record.name, capacityOf(me), me.regime, me.political, shapeKey(ask), keyOf(selection)].join('/'), () => statementFor(this.book, me, record, ask, selection));
  }

  private planned(key: string, compile: () => Statement): Statement {
    let plan = this.plans.get(key);
    if (!plan) {
      if (this.plans.size >= 1000) this.plans.delete(this.plans.keys().next().value!);
      this.plans.set(key, (plan = compile()));
    }
    return plan;
  }

  /** A line of what was hers to see, and one of what she saw through a broken glass. */
  private async tell(unit: Unit, me: Actor, line: Omit<Trace, 'purpose'>): Promise<void> {
    const broken = await this.broken(unit, me, line.dossierIds);
    const others = line.dossierIds.filter((id) => !broken.includes(id));
    if (others.length || !broken.length) trace(unit, capacityOf(me), { ...line, purpose: purposeOf(me), dossierIds: others });
    if (broken.length) trace(unit, capacityOf(me), { ...line, purpose: THROUGH_GLASS, dossierIds: broken });
  }

  /** Of these dossiers, those whose glass she has broken: asked only of a capacity that ever may. */
  private async broken(unit: Unit, me: Actor, dossierIds: readonly string[]): Promise<string[]> {
    if (!dossierIds.length) return [];
    const opened = me.role === Role.PLATFORM_ADMIN ? LET_IN : this.book.glass?.[capacityOf(me)] && BROKEN;
    if (!opened) return [];
    const { rows } = await unit.query<{ dossier_id: string }>({ ...opened, values: [me.personId, dossierIds, ...(opened === BROKEN ? [me.partnerId] : [])] });
    return rows.map(({ dossier_id }) => dossier_id);
  }

  /** Whether the reader's partner has a seat at a dossier from which this capacity reads rows of the record. */
  private sits(unit: Unit, me: Actor, record: RecordShape, dossierId: string): Promise<boolean> {
    return this.asReader(unit, me, record, (reader) => this.seated(unit, reader, record, dossierId));
  }

  private async seated(unit: Unit, me: Actor, record: RecordShape, dossierId: string): Promise<boolean> {
    const grants = grantsOf(this.book, capacityOf(me), record.name).filter(({ seat, event }) => seat && !event);
    const [seats, byGlass] = [false, true].map((glass) => grants.filter((grant) => Boolean(grant.glass) === glass).map(({ seat }) => seat));
    const { rowCount } = await unit.query({
      text: 'select from party p where p.dossier_id = $1 and p.partner_id = $2 and p.until > now() and (p.roles && $3 or p.roles && $5 and p.dossier_id = any ($6)) and not exists (select from exclusion x where x.dossier_id = p.dossier_id and x.person_id = $4)',
      values: [dossierId, me.partnerId, seats, me.personId, byGlass, byGlass.length ? await this.broken(unit, me, [dossierId]) : []],
    });
    return Boolean(rowCount);
  }

  /** A look that failed leaves its line too (BR-P13), and takes as long as one that did not. */
  async missed(me: Actor, record: Type, dossierIds: string[]): Promise<never> {
    await this.units.run(me, (unit) => this.tell(unit, me, { operation: 'read', record: record.name, dossierIds, classes: [], outcome: 'NOT_FOUND' }), { durable: false });
    throw new Refusal('NOT_FOUND');
  }

  /**
   * The rows of a record in which every word stands, in text that this reader sees by right.
   * @param beside further records whose text leads to it
   * @throws Refusal LIMIT for a size that no page has
   */
  async find<T>(me: Actor, record: Type<T>, typed: string, first: number, asked: Selection, beside?: readonly Type[]): Promise<T[]>;
  async find<T>(me: Actor, record: Type<T>, typed: string, first: number, asked: Answer, beside?: readonly Type[]): Promise<T[] | Finished>;
  async find<T>(me: Actor, record: Type<T>, typed: string, first: number, asked: Answer, beside: readonly Type[] = []): Promise<T[] | Finished> {
    const scope = scopeOf(this.book, me, [record, ...beside].map(shapeOf));
    const ids = await this.search(me, record, 'find($1, $2, $3, $4)', [record.name, typed, JSON.stringify(scope), pageSize(first)]);
    return this.some(me, record, ids, asked);
  }

  /** Roles of a seat at which this reader sees a class by right: what a search by that class may look through. A law that hides it from her leaves none. */
  seatsThatSee(me: Actor, record: Type, dataClass: keyof typeof DataClass): string[] {
    return seatsThatSee(this.book, me, shapeOf(record), dataClass);
  }

  /** Events of a record that this capacity may ever cause: which doors it has. */
  doorsOf(me: Actor): string[] {
    const ability = abilityOf({ ...this.book, glass: undefined }, me);
    return [...new Set(ability.rules.filter((rule) => !rule.inverted).flatMap((rule) => [rule.action].flat().map((action) => `${[rule.subject].flat()[0] as string}.${action}`)))].sort();
  }
}

const BROKEN = { name: 'broken', text: 'select distinct dossier_id from glass_break where person_id = $1 and dossier_id = any ($2) and partner_id = $3 and ends_at > now() and ended_at is null' };
const LET_IN = { name: 'let in', text: `select distinct dossier_id from support_look where person_id = $1 and dossier_id = any ($2) and ends_at > now() and state = 'OPEN'` };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const later = (a: string, b: string): number => (a === 'infinity' ? 1 : b === 'infinity' ? -1 : a < b ? -1 : 1);

/** What one reader sees, as far as another sees it too; what is withheld stays the first one's. */
function within(seen: Dressed, own: Dressed | null, record: RecordShape): Dressed | null {
  if (!own) return null;
  const hidden = new Set(own.withheld?.map(({ dataClass }) => dataClass));
  const below = (field: string, value: unknown): unknown => {
    const relation = record.relations.get(field);
    if (!relation) return hidden.has(record.columns.get(field)?.class as DataClass) ? null : value;
    const mine = [(own as { [field: string]: unknown })[field] ?? []].flat() as Dressed[];
    const both = ([value ?? []].flat() as Dressed[]).map((each) => within(each, mine.find(({ id }) => id === each.id) ?? null, shapeOf(relation.of()))).filter((each) => each !== null);
    return relation.many ? both : (both[0] ?? null);
  };
  return Object.fromEntries(Object.entries(seen).map(([field, value]) => [field, below(field, value)])) as Dressed;
}

/** Where the page after these rows begins; they say so when there is one, or are one more than a page. */
const nextOf = (rows: readonly Row[], first: number): string | null => (rows.length > first || rows[first - 1]?.more ? cursor(rows[first - 1].at!, rows[first - 1].id!) : null);
const listed = (rows: readonly TextRow[]): string => rows.map(([body]) => body).join(',');
/** Finished rows as a list, in the page around it if one was asked. */
function wordsOf(rows: string, { around }: Wording, next: string | null): Finished {
  const list = `[${rows}]`;
  return new Finished(around.length ? `{${around.map((field) => `"${field}":${field === 'nodes' ? list : JSON.stringify(next)}`).join(',')}}` : list);
}
const rowIn = (body: string): Pick<Version, 'id' | 'row'> => {
  const row = JSON.parse(body) as Version['row'] & { id: string };
  return { id: row.id, row };
};
