import type { KeyObject } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import type { Actor } from '../policy/book.js';
import { Regime } from '../vocabulary/vocabulary.js';
import { contextKeyOf, sealOf } from './context-key.js';
import { isForged, refusalOf } from './database-errors.js';
import { Flight, type Named, type TextRow } from './flight.js';
import { asking, forged } from './operation.js';

/** Who a transaction belongs to: what the second wall must know, and nothing more. */
export type Context = Pick<Actor, 'partnerId' | 'regime'> & Partial<Pick<Actor, 'role'>> & { personId: string | null };

/** Before anybody is somebody, and for what needs no partner: no row is hers. */
export const NOBODY: Context = { partnerId: '00000000-0000-0000-0000-000000000000', personId: null, regime: Regime.DISCRETION };

/** One statement inside one transaction of one actor. */
export type Sql = { text: string; values?: unknown[]; name?: string };

export class Unit {
  private readonly way = { free: 0 };
  private readonly owed: Promise<unknown>[] = [];

  constructor(
    readonly context: Context,
    private readonly client: PoolClient,
    private readonly entering: (context: Context) => Named,
  ) {}

  /** Makes the transaction hers, or of whom is named. */
  enter(context = this.context): Promise<QueryResult> {
    return this.query(this.entering(context));
  }

  query<Row extends object>(sql: Sql): Promise<QueryResult<Row>> {
    return asking(sql, sent<Row>(this.client, sql), this.way);
  }

  /** What must be done before the transaction counts as ended well; nobody waits for it before the commit is on its way behind it. */
  owe(answer: Promise<unknown>): void {
    answer.catch(() => undefined);
    this.owed.push(answer);
  }

  /** Does something in the context of somebody else, and comes back: what she would see of what this transaction wrote. */
  async as<T>(context: Context, work: () => Promise<T>): Promise<T> {
    await this.enter(context);
    const result = await work();
    await this.enter();
    return result;
  }

  /** @throws what went wrong with what is owed; then nothing of the transaction is kept */
  async commit(): Promise<void> {
    const committed = this.query({ text: 'commit' });
    await Promise.all([...this.owed, committed]);
    if ((await committed).command !== 'COMMIT') throw new Error('The transaction was rolled back');
  }

  /**
   * Sends statements one behind the other, in one round trip. A statement with `as` runs in the context of another partner that sits at the
   * dossier: what a step of the workflow means for that partner's own rows.
   * @returns how many rows each wrote or gave
   */
  async send(wanted: readonly (Sql & { as?: string })[]): Promise<number[]> {
    const own = this.context.partnerId;
    const statements: Named[] = [];
    const places: number[] = [];
    let acting = own;
    for (const { as = own, name = '', text, values = [] } of wanted) {
      if (as !== acting) statements.push(this.entering({ ...this.context, partnerId: as }));
      acting = as;
      places.push(statements.push({ name, text, values }) - 1);
    }
    if (!statements.length) return [];
    if (acting !== own) statements.push(this.entering(this.context));
    const flight = new Flight(statements);
    const told = Promise.allSettled(flight.answers.map((answer, at) => asking(statements[at], answer, this.way)));
    await flown(this.client, flight).finally(() => told);
    const answers = await Promise.all(flight.answers);
    return places.map((at) => answers[at].count);
  }
}

/** The function that enters is not there yet. */
const NOT_MIGRATED = '42883';

/** Opens transactions: the only place that takes a connection. */
@Injectable()
export class Units {
  private readonly key: KeyObject;

  constructor(@InjectDataSource() readonly database: DataSource) {
    this.key = contextKeyOf((database.options as { url: string }).url);
  }

  /** Whether the database knows the key of this process; if not, nobody can enter. */
  fits(): Promise<boolean> {
    return this.connected(async (client) => {
      try {
        await client.query(enteringOn(client, this.key)(NOBODY));
        return true;
      } catch (error) {
        if (isForged(error) || (error as { code?: string }).code === NOT_MIGRATED) return false;
        throw error;
      }
    });
  }

  /** One statement in nobody's context, in a transaction of its own. @throws Refusal only */
  alone(sql: Named): Promise<TextRow[]> {
    return this.connected((client) => asking(sql, answered(client, [sql])));
  }

  /**
   * A read by one statement, in one round trip with the context around it.
   * @param failed what an error of PostgreSQL means here, if more than elsewhere
   * @throws Refusal only
   */
  once(context: Context, sql: Named, failed: (error: Error & { code?: string }) => never): Promise<TextRow[]> {
    return this.connected((client) => asking(sql, answered(client, [enteringOn(client, this.key, false)(context), sql]).catch(failed)));
  }

  /**
   * Runs `work` in one transaction whose context dies with it.
   * @param durable false for reads: a crash may lose under a second of looks, never a write
   * @throws Refusal only; what the database says goes to the log, not to a person
   */
  run<T>(context: Context, work: (unit: Unit) => T | Promise<T>, { durable = true } = {}): Promise<T> {
    return this.connected(async (client) => {
      const unit = new Unit(context, client, enteringOn(client, this.key, durable));
      try {
        // The first statement of the work goes along: when the context is refused, so is all that comes behind it.
        const [entered, worked] = await Promise.allSettled([Promise.all([unit.query({ text: 'begin' }), unit.enter()]), new Promise<T>((done) => done(work(unit)))]);
        if (entered.status === 'rejected') throw entered.reason;
        if (worked.status === 'rejected') throw worked.reason;
        await unit.commit();
        return worked.value;
      } catch (error) {
        await unit.query({ text: 'rollback' }).catch(() => undefined);
        throw error;
      }
    });
  }

  private async connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner();
    let client: PoolClient | undefined;
    try {
      client = (await runner.connect()) as PoolClient;
      return await work(client);
    } catch (error) {
      throw refusalOf(error);
    } finally {
      if (client && SPOILED.has(client)) await client.end();
      await runner.release();
    }
  }
}

/** Connections on which somebody forged a context: who can do that may have changed more, so they serve nobody any more. */
const SPOILED = new WeakSet<PoolClient>();

/** Statements of one moment leave in one packet. */
function sent<Row extends object>(client: PoolClient, sql: Sql): Promise<QueryResult<Row>> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return watched(client, client.query<Row>(sql));
}

const flown = (client: PoolClient, flight: Flight): Promise<void> => watched(client, client.query(flight).landed);

/** The rows of the last of some statements, which are a transaction of their own. */
async function answered(client: PoolClient, statements: readonly Named[]): Promise<TextRow[]> {
  const flight = new Flight(statements);
  await flown(client, flight);
  return (await flight.answers.at(-1)!).rows;
}

/** A context that was refused is told, whoever catches the error. */
function watched<T>(client: PoolClient, answer: Promise<T>): Promise<T> {
  return answer.catch((error: Error) => {
    if (isForged(error)) {
      SPOILED.add(client);
      forged();
    }
    throw error;
  });
}

/**
 * The statement by which a transaction becomes somebody's, sealed for one connection: what is said in SQL without a seal counts for nothing (decisions 30).
 * @param durable whether what it writes must outlive a crash
 */
export const enteringOn = (client: object, key: KeyObject, durable = true) => ({ partnerId, personId, regime, role }: Context): Named => {
  const values = [partnerId, personId, regime, role, durable ? 'on' : 'off'];
  const { processID } = client as { processID: number };
  return { name: 'enter', text: 'select me.enter($1, $2, $3, $4, $5, $6)', values: [...values, sealOf(key, [processID, ...values].join('|'))] };
};
