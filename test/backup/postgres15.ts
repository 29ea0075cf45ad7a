import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../scripts/ports.mjs';
import { POSTGRES_15 as BIN } from '../../scripts/postgres-tools.mjs';
import { postgresUser } from '../../scripts/postgres-user.mjs';

/** A PostgreSQL 15 of the machine in a folder of its own, as an organisation would run one. */
export class Postgres15 {
  private readonly home = mkdtempSync(path.join(tmpdir(), 'woonbrug-postgres15-'));
  private readonly password = randomBytes(12).toString('hex');
  private stopping: (() => Promise<void>) | undefined;
  private port = 0;

  /** For a superuser. */
  readonly url = (database = 'postgres'): string => `postgres://woonbrug:${this.password}@127.0.0.1:${this.port}/${database}`;

  async start(): Promise<this> {
    if (!existsSync(`${BIN}/pg_dump`)) throw new Error('There is no PostgreSQL 15 on this machine (Debian: apt-get install --no-install-recommends postgresql-15).');
    this.port = await freePort();
    const [data, secret] = ['postgres', 'secret'].map((name) => path.join(this.home, name));
    const as = postgresUser(this.home, `${BIN}/postgres`);
    writeFileSync(secret, this.password);
    if (as.uid !== undefined) for (const each of [this.home, secret]) chownSync(each, as.uid, as.uid);
    const made = as.wrap(`${BIN}/initdb`, ['-D', data, '-U', 'woonbrug', '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
    const { status, stderr } = spawnSync(made.command, made.args, { ...made.ids, cwd: '/', encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const run = as.wrap(`${BIN}/postgres`, ['-D', data, '-p', String(this.port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=150', '-c', 'fsync=off']);
    const child = spawn(run.command, run.args, { ...run.ids, cwd: '/', stdio: 'ignore' });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.stopping = async () => {
      child.kill('SIGINT');
      await gone;
    };
    while (!(await this.answers())) await sleep(50);
    return this;
  }

  /** What really stands in one of its databases. */
  async rows<Row extends object = Record<string, string>>(database: string, sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url(database), options: '-c timezone=UTC' });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async databases(): Promise<string[]> {
    return (await this.rows<{ datname: string }>('postgres', `select datname from pg_database where not datistemplate and datname <> 'postgres' order by 1`)).map(({ datname }) => datname);
  }

  async remove(): Promise<void> {
    await this.stopping?.();
    rmSync(this.home, { recursive: true, force: true });
  }

  private answers(): Promise<boolean> {
    return this.rows('postgres', 'select 1').then(() => true, () => false);
  }
}
