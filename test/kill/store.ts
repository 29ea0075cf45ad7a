import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadPeople, loadReference } from '../../apps/setup/src/setup.js';
import { migrate } from '../../migrations/migrate.js';
import { killWithChildren, runs } from '../../scripts/processes.mjs';
import { type Postgres, startPostgres, stopLeftover } from '../../scripts/postgres.mjs';
import { HOME } from '../../scripts/setup.mjs';

const NAME = 'siege';

/** A PostgreSQL that writes as durably as in production, dies with all its children at once, and comes back at the same address. */
export class Store {
  private readonly home: string;
  private server: Postgres | undefined;
  private port: number | undefined;
  /** Of the database, for the portal's own role. */
  url = '';

  /** @param name of its folder: two of them may run side by side */
  constructor(name: string) {
    this.home = path.join(HOME, `test-${name}`);
  }

  async open(): Promise<this> {
    await stopLeftover(this.home);
    rmSync(this.home, { recursive: true, force: true });
    await this.start();
    this.url = await migrate((database) => this.server!.url(database), NAME);
    await loadReference(this.ownerUrl);
    await loadPeople(this.ownerUrl);
    return this;
  }

  async start(): Promise<void> {
    if (this.server && runs(this.server.pid)) return;
    this.server = await startPostgres(this.home, { port: this.port });
    this.port = Number(new URL(this.server.url()).port);
  }

  /** For a superuser. */
  get ownerUrl(): string {
    return this.server!.url(NAME);
  }

  async kill(): Promise<void> {
    await killWithChildren(this.server!.pid);
  }

  async remove(): Promise<void> {
    await this.server?.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** What really stands there, for a superuser. */
  rows<Row extends object = Record<string, string>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(() => this.ownerUrl, sql, values);
  }
}

/** Asked again until the database is there to answer. Only for what may be done twice. */
export async function rowsOf<Row extends object = Record<string, string>>(url: () => string, sql: string, values: unknown[] = []): Promise<Row[]> {
  for (;;) {
    const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 5000, options: '-c timezone=UTC' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql, values)).rows;
    } catch (error) {
      if (!isAway(error as { code?: string; message: string })) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** The database is not there now, or was gone before it answered. */
const isAway = ({ code = '', message }: { code?: string; message: string }): boolean => /^(57P0[123]|25006|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code) || /terminated|timeout|not queryable/i.test(message);
