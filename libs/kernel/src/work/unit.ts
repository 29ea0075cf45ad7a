import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import type { Actor } from '../policy/book.js';
import { Regime } from '../vocabulary/vocabulary.js';
import { refusalOf } from './database-errors.js';
import { Flight, type Named, type TextRow } from './flight.js';
import { asking } from './operation.js';

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
  ) {}

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
    await this.query(ENTER(context, true));
    const result = await work();
    await this.query(ENTER(this.context, true));
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
  async send(statements: readonly (Sql & { as?: string })[]): Promise<number[]> {
    const own = this.context.partnerId;
    let acting = own;
    const all = statements.flatMap(({ as = own, name = '', text, values = [] }) => {
      const before = as === acting ? [] : [ACT_AS(as)];
      acting = as;
      return [...before, { name, text, values, isAsked: true }];
    });
    if (!all.length) return [];
    const flight = new Flight(acting === own ? all : [...all, ACT_AS(own)]);
    const answers = flight.answers.map((answer, at) => asking(all[at] ?? ACT_AS(own), answer, this.way));
    this.client.query(flight);
    const settled = await Promise.allSettled(answers);
    // The first failure tells why; those behind it only say that the transaction is broken.
    const failed = settled.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return settled.flatMap((each, at) => (each.status === 'fulfilled' && all[at] && 'isAsked' in all[at] ? [each.value.count] : []));
  }
}

/** Opens transactions: the only place that takes a connection. */
@Injectable()
export class Units {
  constructor(@InjectDataSource() readonly database: DataSource) {}

  /** One statement in nobody's context, in a transaction of its own. @throws Refusal only */
  alone(sql: Named): Promise<TextRow[]> {
    const flight = new Flight([sql]);
    return this.connected(async (client) => {
      await asking(sql, client.query(flight).landed);
      return (await flight.answers[0]).rows;
    });
  }

  /**
   * A read by one statement, in one round trip with the context around it.
   * @param failed what an error of PostgreSQL means here, if more than elsewhere
   * @throws Refusal only
   */
  async once(context: Context, sql: Named, failed: (error: { code?: string }) => never): Promise<TextRow[]> {
    const flight = new Flight([ENTER(context, false), sql]);
    return this.connected(async (client) => {
      await asking(sql, client.query(flight).landed.catch(failed));
      return (await flight.answers[1]).rows;
    });
  }

  /**
   * Runs `work` in one transaction whose context dies with it.
   * @param durable false for reads: a crash may lose under a second of looks, never a write
   * @throws Refusal only; what the database says goes to the log, not to a person
   */
  run<T>(context: Context, work: (unit: Unit) => T | Promise<T>, { durable = true } = {}): Promise<T> {
    return this.connected(async (client) => {
      const unit = new Unit(context, client);
      try {
        // The first statement of the work goes along: when the context is refused, so is all that comes behind it.
        const [entered, worked] = await Promise.allSettled([Promise.all([unit.query({ text: 'begin' }), unit.query(ENTER(context, durable))]), new Promise<T>((done) => done(work(unit)))]);
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
    try {
      return await work((await runner.connect()) as PoolClient);
    } catch (error) {
      throw refusalOf(error);
    } finally {
      await runner.release();
    }
  }
}

/** Statements of one moment leave in one packet. */
function sent<Row extends object>(client: PoolClient, sql: Sql): Promise<QueryResult<Row>> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return client.query<Row>(sql);
}

const ACT_AS = (partnerId: string): Named => ({ name: 'act as', text: `select set_config('app.partner', $1, true)`, values: [partnerId] });

const ENTER = ({ partnerId, personId, regime, role }: Context, durable: boolean): Named => ({
  name: 'enter',
  text: `select set_config('app.partner', $1, true), set_config('app.person', $2, true), set_config('app.regime', $3, true), set_config('synchronous_commit', $4, true), set_config('app.role', $5, true)`,
  values: [partnerId, personId ?? '', regime, durable ? 'on' : 'off', role ?? ''],
});
