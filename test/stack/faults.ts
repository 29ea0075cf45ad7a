import { setTimeout as sleep } from 'node:timers/promises';
import { loadavg } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PartName, Stack } from '../../scripts/stack.mjs';
import { reportOf } from '../../apps/setup/src/trail/report.js';
import { ann, bram, joris } from '../cast/cast.js';
import { each } from '../house/asking.js';
import { chanceOf } from '../kill/chance.js';
import { figuresOf, LEAVES, sizesOf } from '../kill/reckoning.js';
import { daysPass, idsOf, KINDS, play, type Round, termsLeft } from '../kill/rounds.js';
import { rowsOf } from '../kill/store.js';
import { Writers } from '../kill/writers.js';
import { felt, Load, tell } from './load.js';
import { People } from './people.js';

const PER_SECOND = Number(process.env.WOONBRUG_PER_SECOND ?? 50);
const WRITERS = 8;
/** Milliseconds that are looked at before the first fault, and at least after each. */
const CALM = 20_000;

/** Each part dies under load, and what was acknowledged is counted against what is there. */
export function faults(stack: () => Stack): void {
  describe(`${PER_SECOND} requests a second, while parts die`, () => {
    const rounds: Round[] = [];
    const broken: string[] = [];
    const store = { rows: <Row extends object>(sql: string, values: unknown[] = []) => rowsOf<Row>(() => stack().ownerUrl, sql, values) };
    let people: People;
    let load: Load;
    let writers: Writers;
    let isOver = false;
    let writing: Promise<void>[];
    let ticking: Promise<void>;
    beforeAll(async () => {
      const all = [ann, joris, bram];
      people = new People(stack().url, stack().issuer);
      await people.come(all);
      load = new Load(stack().url, people, all);
      const chance = chanceOf(1);
      writers = new Writers(load, chance);
      const ids = await idsOf(store);
      load.begin(PER_SECOND);
      const write = async (turn: number): Promise<void> => {
        for (let at = turn; !isOver; at += 1)
          await play(writers, KINDS[at % KINDS.length], turn % 2 ? joris : ann, ids).then(
            (round) => void rounds.push(round),
            (error: Error) => void broken.push(error.message),
          );
      };
      writing = Array.from({ length: WRITERS }, (_, turn) => write(turn));
      ticking = (async () => {
        for (; !isOver; await sleep(2000)) await daysPass(store, rounds);
      })();
      tell('fault', 'requests', 'refused', 'lost', 's errors', 's slow', 'no write s', 'p50 ms', 'p95 ms', 'load');
    }, 120_000);
    afterAll(async () => {
      isOver = true;
      await load?.end();
      await Promise.all([...(writing ?? []), ticking]);
      people?.go();
    }, 120_000);

    /** What was felt from the fault until `CALM` after it was mended. */
    async function during(name: string, work: () => Promise<unknown>) {
      const from = performance.now();
      await work();
      await sleep(Math.max(0, from + CALM - performance.now()));
      const seen = felt(load.heard, from, performance.now() - 1000);
      tell(name, seen.requests, seen.refused, seen.lost, seen.withErrors, seen.slow, seen.silence.toFixed(1), seen.p50, seen.p95, loadavg()[0].toFixed(1));
      return seen;
    }
    const part = (name: PartName) => stack().parts[name];
    const untilTwofold = async () => {
      while (!(await stack().isTwofold())) await sleep(250);
    };
    /** Until a write that was sent after this moment was answered. */
    const untilWritten = async () => {
      for (const since = performance.now(); !load.heard.some(({ at, writes, outcome }) => at > since && writes && outcome === 'answered'); ) await sleep(100);
    };

    it('answers when nothing dies: what the machine can do beside its other work', async () => {
      await sleep(5000); // each api has seen each page once
      const seen = await during('none', () => sleep(CALM));
      expect(seen.lost).toBe(0);
      expect(seen.answered).toBeGreaterThan(0);
    }, 60_000);

    it('feels nothing of an api that is killed: nginx asks the other', async () => {
      const seen = await during('api killed (SIGKILL)', async () => {
        await part('api 1').kill();
        await sleep(10_000);
        await part('api 1').start();
      });
      expect(seen.lost).toBe(0);
    }, 120_000);

    it('feels nothing of an api that is told to stop: it says so, finishes what it is at, and is asked no more', async () => {
      const seen = await during('api drained (SIGTERM)', async () => {
        const before = load.heard.length;
        const stopping = part('api 2').stop();
        await sleep(200);
        expect((await fetch(`${stack().apiUrls[1]}/health/ready`)).status).toBe(503);
        expect((await fetch(`${stack().url}/health/live`)).status).toBe(200);
        await stopping;
        expect(await fetch(stack().apiUrls[1]).then(() => 'there', () => 'gone')).toBe('gone');
        expect(load.heard.slice(before).filter(({ outcome }) => !['answered', 'refused'].includes(outcome))).toEqual([]);
        await part('api 2').start();
      });
      expect(seen.lost).toBe(0);
    }, 120_000);

    it('feels nothing of a worker that is killed: the other does its work', async () => {
      const seen = await during('worker killed (SIGKILL)', async () => {
        await part('worker 1').kill();
        await sleep(CALM);
        await part('worker 1').start();
      });
      expect(seen.lost).toBe(0);
    }, 120_000);

    it('comes back when the machine of the primary is lost: the standby takes over', async () => {
      const lost = (await stack().primary())!;
      const seen = await during('primary lost, with its Patroni', async () => {
        await part(lost).kill();
        await untilWritten();
      });
      expect([await stack().primary(), lost].sort()).toEqual(['PostgreSQL 1', 'PostgreSQL 2']);
      expect(seen.lost).toBe(0);
      expect(seen.silence).toBeLessThan(45);
      const back = await during('it comes back, as the standby', async () => {
        await part(lost).start();
        await untilTwofold();
      });
      expect(back.lost).toBe(0);
    }, 240_000);

    it('comes back sooner when PostgreSQL alone dies, and Patroni beside it sees it', async () => {
      const crashed = (await stack().primary())!;
      const seen = await during('primary crashed, Patroni alive', async () => {
        await stack().crash(crashed);
        await untilWritten();
        await untilTwofold();
      });
      expect(await stack().primary()).not.toBe(crashed);
      expect(seen.lost).toBe(0);
      expect(seen.silence).toBeLessThan(30);
    }, 240_000);

    it('is refused nothing but for the moment, and each refusal says when to come back', () => {
      expect([...load.wrong]).toEqual([]);
      expect(load.heard.filter(({ outcome, saysWhen }) => outcome === 'refused' && !saysWhen)).toEqual([]);
      expect([...writers.refused.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
    });

    it('keeps each write that was acknowledged, once', async () => {
      isOver = true;
      await load.end();
      await Promise.all([...writing, ticking]);
      while (await termsLeft(store, rounds)) {
        await daysPass(store, rounds);
        await sleep(1000);
      }
      const found = await figuresOf({ store, rounds });
      tell('writes acknowledged', writers.acts.length);
      tell('rounds played to their end, and broken', rounds.length, broken.length);
      tell('rounds of which something is lost or there twice', [...found.values()].flat().reduce((sum, { times }, at) => sum + (at < found.size ? 0 : times), 0));
      expect(broken).toEqual([]);
      expect(Object.fromEntries([...found].map(([kind, all]) => [kind, all.map(({ figures }) => figures)]))).toEqual(Object.fromEntries([...found.keys()].map((kind) => [kind, [LEAVES[kind as keyof typeof LEAVES]]])));
    }, 240_000);

    it('gives for each key what it gave, and writes nothing', async () => {
      const before = await sizesOf({ store });
      await each(writers.acts, (act) => writers.repeat(act).catch((error: Error) => writers.changed.push(error.message)), 5);
      tell('acts asked again at the end, answered otherwise', writers.acts.length, writers.changed.length);
      expect(writers.changed).toEqual([]);
      expect(await sizesOf({ store })).toEqual(before);
    }, 240_000);

    it('has a trail that is whole', async () => {
      const { ownerUrl: owner, trail } = stack();
      let said = '';
      for (let tries = 0; tries < 90 && !/no line waits/.test(said); tries += 1) {
        said = (await reportOf({ owner, heads: trail.TRAIL_HEADS, key: `${trail.TRAIL_KEY}.pub` })).says;
        await sleep(1000);
      }
      tell('trail', /whole/.test(said) ? 'whole' : said);
      expect(said).toMatch(/^The trail is whole: /);
    }, 150_000);
  });
}
