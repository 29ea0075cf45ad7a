import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import { Refusal } from '../vocabulary/refusal.js';
import type { Sql } from './unit.js';

/** A statement that was answered: from when the database had nothing else to do for this transaction, in milliseconds of `performance.now()`. */
export type Answered = { sql: Pick<Sql, 'name' | 'text'>; from: number; to: number };

/** Is told what goes on, and of nobody: names out of our own code, and times. */
export type Watcher = {
  begins?(operation: Operation): void;
  asks?(operation: Operation, asked: Answered): void;
  ends?(operation: Operation, outcome: string): void;
  /** The database refused a context that nobody had sealed. */
  forges?(operation: Operation): void;
};

const log = new Logger('Context');
const present = new AsyncLocalStorage<Operation>();

/** One thing that somebody or the clock does, from beginning to end; what it asks of the database is told under its name. */
export class Operation {
  readonly from = performance.now();
  /** What this is a part of: the request of a door. */
  readonly within = present.getStore();
  to = this.from;
  statements = 0;
  inDatabase = 0;

  /** @param named by our own code: a name is never what somebody typed, chose or is */
  constructor(
    private readonly named: string | (() => string),
    private readonly watchers: readonly Watcher[],
  ) {
    for (const each of watchers) each.begins?.(this);
  }

  get name(): string {
    return typeof this.named === 'string' ? this.named : this.named();
  }

  run<T>(work: () => T): T {
    return present.run(this, work);
  }

  asks(asked: Answered): void {
    this.statements += 1;
    this.inDatabase += asked.to - asked.from;
    for (const each of this.watchers) each.asks?.(this, asked);
  }

  forges(): void {
    for (const each of this.watchers) each.forges?.(this);
  }

  /** @param outcome `DONE`, a code of the closed list, or the status of an answer */
  end(outcome: string): void {
    this.to = performance.now();
    for (const each of this.watchers) each.ends?.(this, outcome);
  }

  /** Runs to its end; what went wrong is told by its code only. */
  async do<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      const result = await this.run(work);
      this.end('DONE');
      return result;
    } catch (error) {
      this.end(error instanceof Refusal ? outcomeOf(error) : 'INTERNAL');
      throw error;
    }
  }
}

/** A step-up is asked at so few doors that its own code would tell which. */
const outcomeOf = ({ code }: Refusal): string => (code === 'STEP_UP' ? 'UNAUTHENTICATED' : code);

/** Statements wait for one another on the way: `free` is when the last one was answered. */
export type Way = { free: number };

/** Tells the present operation what a statement cost. */
export async function asking<T>(sql: Answered['sql'], answer: Promise<T>, way: Way = { free: 0 }): Promise<T> {
  const operation = present.getStore();
  if (!operation) return answer;
  const sent = performance.now();
  try {
    return await answer;
  } finally {
    const to = performance.now();
    operation.asks({ sql, from: Math.max(sent, way.free), to });
    way.free = to;
  }
}

/** Somebody tried to be somebody else (decisions 30): never in silence. */
export function forged(): void {
  log.error('ALARM: a forged context was refused. Statements that are not ours run under the role of the portal (docs/operations.md).');
  present.getStore()?.forges();
}
