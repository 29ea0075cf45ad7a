import { Inject, Injectable, Logger } from '@nestjs/common';
import { BEFORE_ALL, hashOf, type Link } from './chain.js';
import { Refusal } from '../vocabulary/refusal.js';
import type { Heads } from './heads.js';
import { NOBODY, type Unit, Units } from './unit.js';

/** The token under which the worker knows where the heads go; null: nowhere. */
export const HEADS = Symbol('heads of the trail');

/** How many heads are written at once. */
const AT_ONCE = 1000;
/** One link and one head at a time, whoever makes them: number of an advisory lock. */
const CHAIN = 20261203;
/** Milliseconds: another worker has sealed long before that, and a run of the clock lasts a minute at most. */
const PATIENCE = 30_000;
/** What PostgreSQL says when a lock was not given in that time. */
const HELD = '55P03';

/** Puts what the trail gained into the chain, and signs it outside the database (record 24). Run by the worker. */
@Injectable()
export class Seals {
  private readonly log = new Logger('Seals');

  constructor(
    private readonly units: Units,
    @Inject(HEADS) private readonly heads: Heads | null,
  ) {}

  /** Whatever an earlier run left undone is done too: a link without its head, half a head. */
  async run(patience = PATIENCE): Promise<void> {
    const { heads } = this;
    await this.alone(patience, (unit) => this.begin(unit));
    await this.alone(patience, (unit) => unit.query({ text: 'select seal_trail()' }));
    if (heads) while (await this.alone(patience, (unit) => this.sign(unit, heads)));
  }

  /** In a transaction of its own, which ends before the next step; behind another worker that is at it. A day's worth of lines takes longer than a question may. */
  private alone<T>(patience: number, step: (unit: Unit) => Promise<T>): Promise<T> {
    return this.units.run(NOBODY, async (unit) => {
      await unit.query({ text: `select set_config('statement_timeout', '0', true), set_config('lock_timeout', $1, true)`, values: [String(patience)] });
      await unit.query({ text: 'select pg_advisory_xact_lock($1)', values: [CHAIN] }).catch((error: { code?: string }) => {
        if (error.code !== HELD) throw error;
        this.log.error(`The trail is not sealed: somebody else has held its lock for ${patience / 1000} seconds.`);
        throw new Refusal('UNAVAILABLE');
      });
      return step(unit);
    });
  }

  private async begin(unit: Unit): Promise<void> {
    const { heads } = this;
    if (heads && !heads.isThere && !(await linksOf(unit, 1, 1)).length) this.onDisk(() => heads.begin());
  }

  /** @returns whether there is more to sign */
  private async sign(unit: Unit, heads: Heads): Promise<boolean> {
    if (!heads.isThere) return this.fault(`there is no file ${heads.file}, and there are links: put it back, or make an empty one to sign anew all that is there`);
    const { line: head } = this.onDisk(() => heads.last());
    const last = Number(head.split(' ')[0]);
    const links = await linksOf(unit, last || 1, AT_ONCE);
    // What was signed and is there no more, or otherwise, is evidence: nothing is written behind it.
    if (head && (!links.length || heads.signs(links[0]) !== head)) return this.fault(`link ${last} is not the one that was signed with this key; npm run trail:verify tells more`);
    const [from, fresh] = head ? [links[0].hash, links.slice(1)] : [BEFORE_ALL, links];
    fresh.reduce((previous, link) => (link.previous === previous && hashOf(link) === link.hash ? link.hash : this.fault(`link ${link.number} does not follow the one before`)), from);
    if (!fresh.length) return false;
    this.onDisk(() => heads.append(fresh));
    return links.length === AT_ONCE;
  }

  private onDisk<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      return this.fault((error as NodeJS.ErrnoException).code ?? (error as Error).message);
    }
  }

  private fault(what: string): never {
    this.log.error(`The heads of the trail are not kept: ${what}.`);
    throw new Refusal('UNAVAILABLE');
  }
}

async function linksOf(unit: Unit, since: number, atMost: number): Promise<Link[]> {
  return (await unit.query<Link>({ text: 'select * from trail_links($1, $2)', values: [since, atMost] })).rows;
}
