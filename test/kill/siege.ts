import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { makeTrailKey } from '../../apps/setup/src/trail/key.js';
import { reportOf } from '../../apps/setup/src/trail/report.js';
import { Program } from '../api/process.js';
import { ann, bram, joris, type Person } from '../cast/cast.js';
import { MailBox } from '../support/mailbox.js';
import { chanceOf } from './chance.js';
import { Kept } from './kept.js';
import { daysPass, type Ids, idsOf, KINDS, play, type Round, termsLeft } from './rounds.js';
import { Store } from './store.js';
import { Writers } from './writers.js';

/** `kills`: of all three together; `pause`: at most so many milliseconds between one that is up again and its next death. */
export type Size = { kills: number; seed: number; writers: number; pause: number };

/** A whole portal under load, of which each part is killed in turn. */
export class Siege {
  readonly store = new Store('siege');
  readonly box = new MailBox();
  readonly rounds: Round[] = [];
  /** Rounds that could not go on from what was acknowledged. */
  readonly broken: string[] = [];
  readonly kept: Kept[] = [];
  writers!: Writers;
  /** Outside the database, as it must be. */
  readonly heads = mkdtempSync(path.join(tmpdir(), 'woonbrug-heads-'));
  private readonly key = path.join(this.heads, 'key');
  private readonly chance: () => number;
  private programs: Program[] = [];
  private isOver = false;

  constructor(private readonly size: Size) {
    this.chance = chanceOf(size.seed);
  }

  async open(): Promise<this> {
    await Promise.all([this.store.open(), this.box.open()]);
    // A mail server thinks: so a death may fall before, in and after what it says.
    this.box.saysOfMail = () => sleep(this.chance() * 120).then(() => undefined);
    makeTrailKey(this.key);
    const settings = { TRAIL_HEADS: this.heads, TRAIL_KEY: this.key, SMTP_URL: this.box.url, MAIL_FROM: 'woonbrug@portaal.example', DIGEST_AT: later(2), EMBARGO_MINUTES: '10' };
    const [api, worker] = (this.programs = (['api', 'worker'] as const).map((app) => new Program(app, this.store.url, settings)));
    this.writers = new Writers(api, this.chance);
    this.kept.push(
      new Kept({ name: 'api', start: () => api.start(), kill: () => api.end('SIGKILL'), ended: () => once(api.process, 'exit') }),
      new Kept({ name: 'worker', start: () => this.minutesPass().then(() => worker.start()), kill: () => worker.end('SIGKILL'), ended: () => once(worker.process, 'exit') }),
      new Kept({ name: 'PostgreSQL', start: () => this.store.start(), kill: () => this.store.kill() }),
    );
    await Promise.all(this.kept.map((each) => each.ready()));
    return this;
  }

  /** Kills in turn, in an order and at moments of chance, while all write; then lets everything come to rest. */
  async run(): Promise<void> {
    const ids = await idsOf(this.store);
    for (const who of [ann, joris, bram]) await this.programs[0].headers(who);
    const writing = Array.from({ length: this.size.writers }, (_, at) => this.write(at % 2 ? joris : ann, ids));
    const ticking = this.tick();
    for (let at = 0; at < this.size.kills; at += 1) {
      const turn = at % this.kept.length;
      if (!turn) shuffle(this.kept, this.chance);
      await this.oneMoreAct();
      await this.kept[turn].kill(this.chance() * this.size.pause);
    }
    this.isOver = true;
    await Promise.all([...writing, ticking, ...this.kept.map((each) => each.ready())]);
    await this.rest();
  }

  async close(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.kept.map((each) => each.release()));
    await Promise.all(this.programs.map((each) => each.remove()));
    await Promise.all([this.box.close(), this.store.remove()]);
    rmSync(this.heads, { recursive: true, force: true });
  }

  /** What the command says of the trail once no line waits for its link, or once it broke. */
  async trailSays(): Promise<string> {
    for (;;) {
      const { whole, says } = await reportOf({ owner: this.store.ownerUrl, heads: this.heads, key: `${this.key}.pub` });
      if (!whole || says.includes('no line waits')) return says;
      await this.look();
      await sleep(500);
    }
  }

  /** No death falls where nobody works. */
  private async oneMoreAct(): Promise<void> {
    const before = this.writers.acts.length;
    while (this.writers.acts.length === before) await sleep(10);
  }

  private async write(who: Person, ids: Ids): Promise<void> {
    for (let at = Math.floor(this.chance() * KINDS.length); !this.isOver; at += 1)
      await play(this.writers, KINDS[at % KINDS.length], who, ids).then(
        (round) => void this.rounds.push(round),
        (error: Error) => void this.broken.push(error.message),
      );
  }

  /** Time goes on while they write: embargoes and terms of what was finished end, and the worker looks. */
  private async tick(): Promise<void> {
    while (!this.isOver) {
      await sleep(700);
      await daysPass(this.store, this.rounds);
      await this.look();
    }
  }

  /** Until nothing is due any more, no mail is under way, and no job waits. */
  private async rest(): Promise<void> {
    const worker = this.kept.find(({ name }) => name === 'worker')!;
    await worker.kill(0);
    await worker.ready();
    for (;;) {
      await daysPass(this.store, this.rounds);
      await this.look();
      await sleep(500);
      const [{ left }] = await this.store.rows<{ left: number }>(`select (select count(*) from due_mails(now(), now() - interval '1 day', now(), '{}', 1000)) + (select count(*) from mail where state in ('QUEUED', 'SENDING')) as left`);
      if (Number(left) === 0 && !(await termsLeft(this.store, this.rounds))) return;
    }
  }

  /** What a worker that is dead had taken is free again, as after the minutes for which it could have it. */
  private async minutesPass(): Promise<void> {
    await this.store.rows(`update mail set next_at = now() - interval '1 second', version = version + 1 where state = 'SENDING'`);
    await this.store.rows(`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`);
  }

  /** What the clock of pg-boss does at each full minute. */
  private async look(): Promise<void> {
    const [{ waits }] = await this.store.rows<{ waits: boolean }>(`select exists (select from pgboss.job where name = 'terms' and state = 'created') as waits`);
    if (waits) return;
    const boss = new PgBoss({ connectionString: this.store.ownerUrl, migrate: false, createSchema: false, schedule: false, supervise: false, max: 1 });
    boss.on('error', () => undefined);
    try {
      await boss.start();
      for (const queue of ['terms', 'mail', 'seals']) await boss.send(queue, {});
    } catch {
      // The database is away: the next minute comes.
    } finally {
      await boss.stop({ graceful: false }).catch(() => undefined);
    }
  }
}

function shuffle<T>(list: T[], chance: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** A time of today in Brussels so many hours from now; after midnight it is one of this morning, and what is told now waits for another. */
const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toLocaleTimeString('nl-BE', { timeZone: 'Europe/Brussels', hour: '2-digit', minute: '2-digit', hour12: false });
