import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memoryOf } from '../../scripts/processes.mjs';
import type { Stack } from '../../scripts/stack.mjs';
import { ann, bram, joris } from '../cast/cast.js';
import { someone } from '../cast/scenes.js';
import { rowsOf } from '../kill/store.js';
import { at, felt, type Heard, Load, tell } from './load.js';
import { People } from './people.js';

/** Requests a second of an ordinary day, and how many times as many come. */
const ORDINARY = Number(process.env.WOONBRUG_PER_SECOND ?? 50);
const TIMES = 10;
const LASTS = 120_000;
/** People who each ask again as soon as they were answered: more of them get no more done. */
const CROWD = 24;
const MB = 1024 * 1024;
const OPEN = 'mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id version } }';

/** Ten times the load: what is let in is answered, the rest hears at once that it should come back. */
export function overload(stack: () => Stack): void {
  describe(`${TIMES} times ${ORDINARY} requests a second`, () => {
    let people: People;
    let load: Load;
    let isOver = false;
    /** Words of writes that were acknowledged. */
    const written: string[] = [];
    let writing: Promise<void>[];
    beforeAll(async () => {
      const all = [ann, joris, bram];
      people = new People(stack().url, stack().issuer);
      await people.come(all);
      load = new Load(stack().url, people, all);
      const write = async (): Promise<void> => {
        while (!isOver) {
          const familyName = `Druk ${randomUUID()}`;
          const variables = { key: randomUUID(), input: { ...someone, familyName } };
          const answer = await load.ask(ann, OPEN, variables).catch(() => null);
          if (answer?.data && !answer.errors) written.push(familyName);
        }
      };
      writing = Array.from({ length: 2 * CROWD }, write);
      tell('', 'asked /s', 'answered /s', 'refused /s', 'p50 ms', 'p95 ms', 'refusal p95', 'load');
    }, 120_000);
    afterAll(async () => {
      isOver = true;
      await load?.end();
      await Promise.all(writing ?? []);
      people?.go();
    }, 120_000);

    function told(name: string, from: number, to: number) {
      const seen = felt(load.heard, from, to);
      const refusals = within(from, to).filter(({ outcome }) => outcome === 'refused').map(({ took }) => took).sort((a, b) => a - b);
      const perSecond = (count: number) => count / ((to - from) / 1000);
      const rates = { goodput: perSecond(seen.answered), refusal95: at(refusals, 0.95) };
      tell(name, perSecond(seen.requests).toFixed(0), rates.goodput.toFixed(1), perSecond(refusals.length).toFixed(1), seen.p50, seen.p95, rates.refusal95, loadavg()[0].toFixed(1));
      return { ...seen, ...rates };
    }
    const within = (from: number, to: number): Heard[] => load.heard.filter((each) => each.at >= from && each.at < to);
    const memory = () => Math.round((memoryOf(stack().parts['api 1'].pid) + memoryOf(stack().parts['api 2'].pid)) / MB);

    let peak: number;
    let ordinary: ReturnType<typeof told>;
    it('gives the most that it can to people who ask one thing after the other', async () => {
      const from = performance.now();
      await load.crowd(CROWD, 30_000);
      // The first seconds fill caches.
      ({ goodput: peak } = told(`${CROWD} people, one thing after the other`, from + 10_000, from + 30_000));
      load.begin(ORDINARY);
      await sleep(20_000);
      const now = performance.now();
      ordinary = told('an ordinary day', now - 15_000, now - 1000);
      expect(ordinary.lost).toBe(0);
    }, 120_000);

    it('goes on giving it when ten times as much is asked, and refuses the rest quickly; memory stays flat', async () => {
      load.perSecond = ORDINARY * TIMES;
      const from = performance.now();
      const held: number[] = [];
      for (let seconds = 0; seconds < LASTS; seconds += 5000) {
        await sleep(5000);
        held.push(memory());
      }
      const to = performance.now();
      load.perSecond = ORDINARY;
      await sleep(3000);
      const seen = told(`${TIMES} times as much`, from, to);
      const refused = within(from, to).filter(({ outcome }) => outcome === 'refused');
      tell('of the peak, in %', Math.round((seen.goodput / peak) * 100));
      tell('MB of both apis: each 30 seconds', ...[5, 11, 17, 23].map((index) => held[index]));
      const [early, late] = [held.slice(4, 12), held.slice(-8)].map((those) => those.reduce((sum, each) => sum + each, 0) / those.length);
      expect(refused.filter(({ saysWhen }) => !saysWhen)).toEqual([]);
      expect(refused.length).toBeGreaterThan(0);
      expect([...load.wrong]).toEqual([]);
      expect(seen.goodput / peak).toBeGreaterThanOrEqual(0.8);
      expect(seen.refusal95).toBeLessThan(1000);
      expect(late / early).toBeLessThan(1.1);
    }, 200_000);

    it('is as before ten seconds later', async () => {
      await sleep(17_000);
      const now = performance.now();
      const seen = told('10 seconds after it', now - 10_000, now - 1000);
      expect(seen.lost).toBe(0);
      expect(seen.goodput).toBeGreaterThan(0.9 * ordinary.goodput);
      expect(seen.p95).toBeLessThan(Math.max(1000, 2 * ordinary.p95));
    }, 60_000);

    it('keeps each write that was acknowledged, once', async () => {
      isOver = true;
      await load.end();
      await Promise.all(writing);
      const [{ times }] = await rowsOf<{ times: number }>(() => stack().ownerUrl, 'select count(*)::int as times from client where family_name = any($1)', [written]);
      tell('writes acknowledged, kept', written.length, times);
      expect(times).toBe(written.length);
    }, 60_000);
  });
}
