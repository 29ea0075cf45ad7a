import { createHash } from 'node:crypto';
import { Inject, Injectable, type Type } from '@nestjs/common';
import { subject } from '@casl/ability';
import { abilityOf, type Ability } from '../policy/ability.js';
import { type Actor, BOOK, type Book, capacityOf } from '../policy/book.js';
import { columnOf } from '../policy/condition-to-sql.js';
import { type RecordShape, shapeOf } from '../schema/record.js';
import { Refusal } from '../vocabulary/refusal.js';
import { purposeOf, THROUGH_GLASS, trace } from './trail.js';
import { type Context, type Unit, Units } from './unit.js';
import type { Write } from './writes.js';

/**
 * What a verb leads to: the record that it is about, and everything to be written; `afterwards`: what follows from how that looks;
 * `next`: another verb of the same act, which sees what this one wrote; `throughGlass`: it opened or shut the dossier, and changed nothing in it.
 */
export type Outcome = { id: string; record: Type; dossierIds: readonly string[]; classes?: readonly string[]; writes: readonly Write[]; afterwards?: (unit: Unit) => Promise<readonly Write[]>; next?: Verb; throughGlass?: true };
export type Verb = (desk: Desk) => Promise<Outcome>;

/** Verbs one behind the other in one act: all of them, or none. */
export const inTurn = ([first, ...rest]: readonly Verb[]): Verb => async (desk) => {
  const outcome = await first(desk);
  const after = [...(outcome.next ? [outcome.next] : []), ...rest];
  return after.length ? { ...outcome, next: inTurn(after) } : outcome;
};

/** Who acts without a person's rights, as the trail tells it: the clock, or somebody without an account. */
export type Caller = { capacity: string; purpose: string };
const CLOCK: Caller = { capacity: 'CLOCK', purpose: 'terms' };

/** An act of a person: `key` makes a repetition harmless, `request` is what she asked. */
export type Deed = { operation: string; key: string; request: unknown };

/** A verb's look at what is there: rows locked, and checked against the book, before anything is written. */
export class Desk {
  constructor(
    readonly unit: Unit,
    private readonly ability: Ability | null,
    private readonly looked: (dossierId: string) => void,
  ) {}

  /**
   * The row, locked until the transaction ends.
   * @param event what the actor is about to do with it
   * @param version as the actor last read it; absent for the clock
   * @throws Refusal NOT_FOUND when the actor may not know of it, FORBIDDEN when the book does not let her, CONFLICT when it changed
   */
  async lock<T extends object>(type: Type<T>, id: string, event: string, version?: number): Promise<T> {
    const record = shapeOf(type);
    const row = await this.find<T>(record, id);
    this.looked(row && record.seat ? (row as { [field: string]: string })[record.seat] : id);
    if (!row || (this.ability && !this.ability.can('read', subject(record.name, row), record.classed ? undefined : 'id'))) throw new Refusal('NOT_FOUND');
    if (this.ability && !this.ability.can(event, row as never)) throw new Refusal('FORBIDDEN');
    const present = (row as { version?: number }).version;
    if (version !== undefined && version !== present) throw new Refusal('CONFLICT', undefined, { version: present });
    return row;
  }

  /**
   * That the actor may cause an event which makes a new row at a dossier.
   * @throws Refusal NOT_FOUND when she may not know of the dossier, FORBIDDEN when the book does not let her there
   */
  async begin(type: Type, dossierId: string, event: string): Promise<void> {
    if (!(await this.may(type, dossierId, event, [{}]))[0]) throw new Refusal('FORBIDDEN');
  }

  /**
   * For each new row that she could make at a dossier: whether she may.
   * @param rows what of it the book looks at, beside who makes it
   * @throws Refusal NOT_FOUND when she may not know of the dossier
   */
  async may(type: Type, dossierId: string, event: string, rows: readonly object[]): Promise<boolean[]> {
    this.looked(dossierId);
    const { partnerId, personId } = this.unit.context;
    const { rows: [seat] } = await this.unit.query<{ my: object }>({
      name: 'seat',
      text: `select json_build_object('roles', p.roles, 'addressed', true, 'lent', '{}'::text[], 'excluded', exists (select from exclusion x where x.dossier_id = p.dossier_id and x.person_id = $3)) as my
        from party p where p.dossier_id = $1 and p.partner_id = $2 and p.until > now()`,
      values: [dossierId, partnerId, personId],
    });
    if (!seat) throw new Refusal('NOT_FOUND');
    return rows.map((row) => Boolean(this.ability?.can(event, subject(type.name, { my: seat.my, partnerId, authorId: personId, ...row }) as never)));
  }

  /** Of which kind a dossier is at which the actor's partner sits or sat; null of any other. */
  async kindOf(dossierId: string): Promise<string | null> {
    const { rows } = await this.unit.query<{ kind: string }>({ text: 'select kind from party where dossier_id = $1 and partner_id = $2 and until > now()', values: [dossierId, this.unit.context.partnerId] });
    return rows[0]?.kind ?? null;
  }

  /**
   * What the actor may read of a row, by the book: every other field is null.
   * @throws Refusal NOT_FOUND
   */
  async see<T extends object>(type: Type<T>, id: string): Promise<T> {
    const record = shapeOf(type);
    const row = await this.find<T>(record, id);
    this.looked(row && record.seat ? (row as { [field: string]: string })[record.seat] : id);
    return this.shown(type, row);
  }

  /**
   * The same of a row that was locked: it stays as it was.
   * @throws Refusal NOT_FOUND
   */
  shown<T extends object>(type: Type<T>, found: T | null): T {
    if (!found || !this.ability?.can('read', found as never, 'id')) throw new Refusal('NOT_FOUND');
    const record = shapeOf(type);
    const row = Object.assign(Object.create(type.prototype as object) as T, found);
    // All are looked at before one is taken away: a law may look at a column that nobody reads.
    const hidden = [...record.columns.values()].filter(({ field }) => !this.ability!.can('read', row as never, field));
    for (const { field } of hidden) (row as { [field: string]: unknown })[field] = null;
    return row;
  }

  /** Rows by one of their columns, as far as the second wall shows them to the actor's partner; `held`: locked until the transaction ends. */
  async rowsOf<T extends object>(type: Type<T>, field: keyof T & string, value: string | readonly string[], { held = false } = {}): Promise<T[]> {
    const record = shapeOf(type);
    const { rows } = await this.unit.query<{ row: { [column: string]: unknown } }>({ name: `rows ${record.table} ${columnOf(record, field)}${held ? ' held' : ''}`, text: `select to_jsonb(t) as row from ${record.table} t where t.${columnOf(record, field)} = any($1)${held ? ' for update' : ''}`, values: [[value].flat()] });
    return rows.map(({ row }) => fromRow<T>(record, row));
  }

  private async find<T extends object>(record: RecordShape, id: string): Promise<T | null> {
    const me = this.unit.context.partnerId;
    const seated = record.seat
      ? `join party p on p.dossier_id = t.${columnOf(record, record.seat)} and p.partner_id = $2 and p.until > now()`
      : '';
    const facts = record.seat
      ? `json_build_object('roles', p.roles, 'addressed', t.audience = '{}' or t.partner_id = $2 or t.audience @> array[$2::uuid], 'excluded', exists (select from exclusion x where x.dossier_id = t.${columnOf(record, record.seat)} and x.person_id = $3),
          'lent', (select coalesce(array_agg(c), '{}') from share s, unnest(s.classes) c where s.dossier_id = p.dossier_id and s.partner_id = p.partner_id and s.granted_by = t.partner_id and s.ended_at is null and s.since <= now() and s.until > now()))`
      : `json_build_object('partner', $2::uuid, 'person', $3::uuid)`;
    const { rows } = await this.unit.query<{ row: { [column: string]: unknown }; my: object }>({
      name: `find ${record.table}`,
      text: `select to_jsonb(t) as row, ${facts} as my from ${record.table} t ${seated} where t.id = $1 for update of t`,
      values: [id, me, this.unit.context.personId],
    });
    return rows.length ? Object.assign(fromRow<T>(record, rows[0].row), { my: rows[0].my }) : null;
  }
}

/** A database row under the names and types of its record. */
function fromRow<T>(record: RecordShape, row: { [column: string]: unknown }): T {
  const shown = Object.create(record.type.prototype as object) as { [field: string]: unknown };
  for (const { field, column, kind } of record.columns.values()) {
    const value = row[column];
    shown[field] = kind === 'moment' && typeof value === 'string' ? new Date(value) : value;
  }
  return shown as T;
}

/** Ends a rehearsal: its transaction is rolled back. */
class Undone extends Refusal {
  constructor() {
    super('NOT_POSSIBLE');
  }
}

/** The one way to write: actor, transaction, idempotency, version, trail. */
@Injectable()
export class Work {
  constructor(
    private readonly units: Units,
    @Inject(BOOK) private readonly book: Book,
  ) {}

  /**
   * Runs one verb of a person in one transaction: it reads and locks, then returns what is to be written.
   * A repetition with the same key and request gives the same id and writes nothing; the answer is read again under today's rights.
   * @returns the id of the record that the verb led to
   */
  async do(me: Actor, { operation, key, request }: Deed, verb: Verb): Promise<string> {
    const asked = createHash('sha256').update(JSON.stringify([operation, request])).digest();
    const looked = new Set<string>();
    try {
      return await this.units.run(me, async (unit) => {
        const before = await this.claim(unit, me, key, asked);
        if (before) return before;
        const desk = new Desk(unit, abilityOf(this.book, me), (dossierId) => looked.add(dossierId));
        const outcome = await this.write(desk, verb);
        unit.owe(unit.query({ name: 'did', text: 'update idempotency set record_id = $3 where person_id = $1 and key = $2', values: [me.personId, key, outcome.id] }));
        this.traceOf(unit, capacityOf(me), operation, purposeOf(me), outcome);
        return outcome.id;
      });
    } catch (error) {
      return this.failed(me, operation, looked, error);
    }
  }

  /** Looks at what is there, in one transaction with its trail, where the answer is worked out and not read from one record. */
  consult<T>(me: Actor, operation: string, look: (desk: Desk) => Promise<{ seen: T; record: Type; dossierIds: readonly string[]; classes?: readonly string[] }>): Promise<T> {
    const looked = new Set<string>();
    const seeing = this.units.run(me, async (unit) => {
      const { seen, record, dossierIds, classes = [] } = await look(new Desk(unit, abilityOf(this.book, me), (dossierId) => looked.add(dossierId)));
      trace(unit, capacityOf(me), { operation, purpose: purposeOf(me), record: record.name, dossierIds, classes, outcome: 'DONE' });
      return seen;
    }, { durable: false });
    return seeing.catch((error: unknown) => this.failed(me, operation, looked, error));
  }

  /**
   * Runs a verb to the end, looks at what came of it, and undoes all of it.
   * @param look reads inside the transaction that is then rolled back
   */
  async rehearse<T>(me: Actor, operation: string, verb: Verb, look: (unit: Unit) => Promise<T>): Promise<T> {
    const undone = { seen: undefined as T | undefined, traced: [] as readonly string[], record: '' };
    const looked = new Set<string>();
    await this.units
      .run(me, async (unit) => {
        const outcome = await this.write(new Desk(unit, abilityOf(this.book, me), (dossierId) => looked.add(dossierId)), verb);
        Object.assign(undone, { seen: await look(unit), traced: outcome.dossierIds, record: outcome.record.name });
        throw new Undone();
      }, { durable: false })
      .catch((error: unknown) => (error instanceof Undone ? undefined : this.failed(me, operation, looked, error)));
    await this.units.run(me, (unit) => trace(unit, capacityOf(me), { operation, purpose: purposeOf(me), record: undone.record, dossierIds: undone.traced, classes: [], outcome: 'DONE' }), { durable: false });
    return undone.seen!;
  }

  /** What somebody without an account is shown of a partner's rows, in that partner's context and in one transaction with its trail. */
  glance<T>(context: Context, operation: string, { capacity, purpose }: Caller, look: (desk: Desk) => Promise<{ seen: T; record: Type; dossierIds: readonly string[]; classes: readonly string[] }>): Promise<T> {
    return this.units.run(context, async (unit) => {
      const { seen, record, dossierIds, classes } = await look(new Desk(unit, null, () => undefined));
      trace(unit, capacity, { operation, purpose, record: record.name, dossierIds, classes, outcome: 'DONE' });
      return seen;
    });
  }

  /** Runs a verb of the clock in a partner's context. It has no key: what it does, it does where it was not done yet. */
  async tick(context: Context, operation: string, verb: (desk: Desk) => Promise<Outcome | null>, { capacity, purpose }: Caller = CLOCK): Promise<void> {
    await this.units.run(context, async (unit) => {
      const desk = new Desk(unit, null, () => undefined);
      const outcome = await verb(desk);
      if (!outcome) return;
      this.traceOf(unit, capacity, operation, purpose, await this.write(desk, () => Promise.resolve(outcome)));
    });
  }

  /** An attempt that failed is told too, although its transaction is gone (AU-11). */
  private async failed(me: Actor, operation: string, looked: ReadonlySet<string>, error: unknown): Promise<never> {
    const { code } = error as Refusal;
    if (code !== 'UNAVAILABLE') await this.units.run(me, (unit) => trace(unit, capacityOf(me), { operation, purpose: purposeOf(me), record: '', dossierIds: [...looked], classes: [], outcome: code }));
    throw error;
  }

  private async claim(unit: Unit, me: Actor, key: string, asked: Buffer): Promise<string | null> {
    const made = await unit.query({ name: 'claim', text: 'insert into idempotency (partner_id, person_id, key, request) values ($1, $2, $3, $4) on conflict do nothing', values: [me.partnerId, me.personId, key, asked] });
    if (made.rowCount) return null;
    const { rows } = await unit.query<{ request: Buffer; record_id: string }>({ text: 'select request, record_id from idempotency where person_id = $1 and key = $2', values: [me.personId, key] });
    if (!rows.length || !rows[0].request.equals(asked)) throw new Refusal('KEY_REUSED');
    return rows[0].record_id;
  }

  /** @returns what it led to, with the dossiers and classes of all verbs of the act */
  private async write(desk: Desk, verb: Verb): Promise<Outcome> {
    const outcome = await verb(desk);
    const { dossierIds, classes = [], writes, afterwards, next } = outcome;
    await this.send(desk.unit, writes);
    if (afterwards) await this.send(desk.unit, await afterwards(desk.unit));
    if (!next) return outcome;
    const more = await this.write(desk, next);
    return { ...outcome, dossierIds: [...dossierIds, ...more.dossierIds], classes: [...new Set([...classes, ...(more.classes ?? [])])] };
  }

  private async send(unit: Unit, writes: readonly Write[]): Promise<void> {
    const counts = await unit.send(writes.map(({ as, sql }) => ({ ...sql(this.units.database), as })));
    if (counts.some((count, at) => writes[at].rows !== undefined && count !== writes[at].rows)) throw new Refusal('CONFLICT');
  }

  private traceOf(unit: Unit, capacity: string, operation: string, purpose: string, { record, dossierIds, classes = [], throughGlass }: Outcome): void {
    trace(unit, capacity, { operation, purpose: throughGlass ? THROUGH_GLASS : purpose, record: record.name, dossierIds, classes, outcome: 'DONE', changed: !throughGlass });
  }
}
