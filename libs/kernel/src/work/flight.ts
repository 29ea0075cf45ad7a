import pg, { type Connection } from 'pg';
import utils from 'pg/lib/utils.js';

/** A statement that each connection prepares once, by its name; with an empty one, each time. */
export type Named = { name: string; text: string; values: unknown[] };
/** A row as PostgreSQL writes it. */
export type TextRow = (string | null)[];
/** `count`: of rows that were written or given. */
export type Answered = { rows: TextRow[]; count: number };

type Prepared = { [name: string]: string | undefined };
/** What its types leave out of pg's own connection. */
type Wire = {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Prepared;
  submittedNamedStatements: Prepared;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly unknown[] }): void;
  execute(portal: object): void;
  sync(): void;
};

/**
 * Several statements in one round trip. Outside a transaction they are one: what stands before one Sync, which the first error undoes.
 * To pg it is one query; what it gives are the rows of each statement, in text.
 */
export class Flight extends pg.Query {
  /** Of each statement. Behind the first that fails, each fails. */
  readonly answers: Promise<Answered>[];
  /** Once all are answered, and what was no part of a transaction is committed. @throws the first error of PostgreSQL */
  readonly landed: Promise<void>;
  private readonly ends: Pending<Answered>[];
  private readonly end = pending<void>();
  private readonly bound: unknown[][];
  private given: TextRow[] = [];
  private at = 0;

  constructor(private readonly statements: readonly Named[]) {
    super(statements[0].text);
    // Before anything is sent: a value that cannot be sent must not leave half a flight behind.
    this.bound = statements.map(({ values }) => values.map((value) => utils.prepareValue(value)));
    this.ends = statements.map(() => pending<Answered>());
    this.answers = this.ends.map(({ promise }) => promise);
    this.landed = this.end.promise;
    this.present();
  }

  /** By which pg remembers what a connection has prepared. */
  private present(): void {
    const { name, text } = this.statements[this.at] ?? {};
    Object.assign(this, { name, text });
  }

  override submit = (connection: Connection): Error | null => {
    const wire = connection as unknown as Wire;
    const known = ({ name }: Named) => (name ? (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) : undefined);
    const taken = this.statements.find((each) => (known(each) ?? each.text) !== each.text);
    if (taken) return new Error(`Another statement is called ${taken.name}`);
    wire.stream.cork();
    for (const [index, { name, text }] of this.statements.entries()) {
      if (!known(this.statements[index])) {
        wire.parse({ name, text });
        if (name) wire.submittedNamedStatements[name] = text;
      }
      wire.bind({ statement: name, values: this.bound[index] });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  };

  handleRowDescription(): void {}

  handleDataRow({ fields }: { fields: TextRow }): void {
    this.given.push(fields);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.ends[this.at].resolve({ rows: this.given, count: Number(/\d+$/.exec(text)?.[0] ?? 0) });
    this.given = [];
    this.at += 1;
    this.present();
  }

  handleReadyForQuery(): void {
    this.end.resolve();
  }

  handleError(error: Error, connection: Connection): void {
    // Those behind it were not looked at.
    for (const { name } of this.statements.slice(this.at)) delete (connection as unknown as Wire).submittedNamedStatements[name];
    for (const { promise, reject } of [...this.ends.slice(this.at), this.end]) {
      promise.catch(() => undefined);
      reject(error);
    }
  }
}

type Pending<T> = { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void };

function pending<T>(): Pending<T> {
  let [resolve, reject]: [Pending<T>['resolve'], Pending<T>['reject']] = [() => undefined, () => undefined];
  const promise = new Promise<T>((...ends) => ([resolve, reject] = ends));
  return { promise, resolve, reject };
}
