import type { KeyObject } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { makeTrailKey } from '../../apps/setup/src/trail/key.js';
import { type Found, verifyTrail } from '../../apps/setup/src/trail/verify.js';
import { Heads, NOBODY, readingKey, Seals, signingKey, type Unit, Units } from '#kernel';
import { trace } from '../../libs/kernel/src/work/trail.js';

/** A trail with its chain, and a folder of heads, as a worker keeps them. */
export class Sealed {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-heads-'));
  private readonly key = path.join(this.folder, 'key');

  private constructor(
    readonly units: Units,
    readonly owner: pg.Client,
    from?: Sealed,
  ) {
    if (from) cpSync(from.folder, this.folder, { recursive: true });
    else makeTrailKey(this.key);
  }

  /** `from`: whose key and heads it goes on with. */
  static async of(database: { url: string; ownerUrl: string }, from?: Sealed): Promise<Sealed> {
    const source = await new DataSource({ type: 'postgres', url: database.url, poolSize: 12 }).initialize();
    const owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c timezone=Asia/Kathmandu -c datestyle=SQL,DMY -c bytea_output=escape -c extra_float_digits=0' });
    await owner.connect();
    return new Sealed(new Units(source), owner, from);
  }

  get publicKey(): KeyObject {
    return readingKey(readFileSync(`${this.key}.pub`));
  }

  get file(): string {
    return path.join(this.folder, 'heads');
  }

  get heads(): string[] {
    return !existsSync(this.file) ? [] : readFileSync(this.file, 'latin1').split('\n').slice(0, -1);
  }

  worker(key = signingKey(readFileSync(this.key))): Seals {
    return new Seals(this.units, new Heads(this.folder, key));
  }

  async seal(): Promise<void> {
    await this.worker().run();
  }

  /** One line, as the portal writes it. */
  line(unit: Unit, operation = 'read'): void {
    trace(unit, 'CLOCK', { operation, purpose: 'help "x", (y)\\ \n ë', record: 'Referral', dossierIds: [crypto.randomUUID(), crypto.randomUUID()], classes: ['CORE', 'a, "b"', ''], outcome: 'DONE' });
  }

  async lines(many: number): Promise<void> {
    for (let left = many; left; left -= 1) await this.units.run(NOBODY, (unit) => this.line(unit));
  }

  rows<Row extends object = Record<string, string>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.owner.query<Row>(sql, values).then(({ rows }) => rows);
  }

  /** What there is to be found after `deed`, which is undone; `heads`: what it left of them. */
  async after(deed: () => Promise<string[] | void>, now?: number): Promise<Found> {
    const { heads } = this;
    await this.owner.query('begin');
    try {
      return await verifyTrail(this.owner, (await deed()) ?? heads, this.publicKey, now);
    } finally {
      await this.owner.query('rollback');
    }
  }

  /** As the command looks. */
  async found(now?: number): Promise<Found> {
    const { heads } = this;
    await this.owner.query('begin isolation level repeatable read read only');
    try {
      return await verifyTrail(this.owner, heads, this.publicKey, now);
    } finally {
      await this.owner.query('rollback');
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.owner.end(), this.units.database.destroy()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
