// @ts-check
// @ts-expect-error it has no types
import { prepareValue } from 'pg/lib/utils.js';

/** @typedef {{ name: string, text: string, values: readonly unknown[] }} Statement named: prepared once on each connection */

/**
 * Several statements in one round trip: what stands before one Sync is one transaction, which the first error undoes.
 * pg calls such a thing a Submittable; what it gives back are the rows of each statement, as text.
 */
export class Flight {
  /** @type {(string | null)[][][]} */
  #rows;
  #at = 0;
  #statements;
  #values;

  /** @param {readonly Statement[]} statements */
  constructor(statements) {
    this.#statements = statements;
    // Before anything is sent: a value that cannot be sent must not leave half a flight behind.
    this.#values = statements.map(({ values }) => values.map((value) => prepareValue(value)));
    this.#rows = statements.map(() => []);
    /** @type {Promise<(string | null)[][][]>} */
    this.landed = new Promise((land, crash) => {
      // Committed only now.
      this.handleReadyForQuery = () => land(this.#rows);
      this.handleError = crash;
    });
  }

  // For pg, which remembers what a connection has prepared.
  get name() {
    return this.#statements[this.#at]?.name;
  }
  get text() {
    return this.#statements[this.#at]?.text;
  }

  /** @param {any} connection */
  submit(connection) {
    connection.stream.cork();
    const parsed = new Set();
    for (const [index, { name, text }] of this.#statements.entries()) {
      if (!connection.parsedStatements[name] && !parsed.has(name)) connection.parse({ name, text });
      parsed.add(name);
      connection.bind({ statement: name, values: this.#values[index] });
      connection.execute({});
    }
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  handleRowDescription() {}
  /** @param {{ fields: (string | null)[] }} row */
  handleDataRow({ fields }) {
    this.#rows[this.#at].push(fields);
  }
  handleCommandComplete() {
    this.#at += 1;
  }
}
