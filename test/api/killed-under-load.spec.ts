import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { each } from '../house/asking.js';
import { figuresOf, LEAVES, postOf, sizesOf } from '../kill/reckoning.js';
import { Siege } from '../kill/siege.js';

/** `npm run test:kill` asks for more, and is told what was counted. */
const KILLS = Number(process.env.WOONBRUG_KILLS ?? 9);
const SEED = Number(process.env.WOONBRUG_SEED ?? 1);
const tell = (what: string, ...figures: (string | number)[]): void => void (process.env.WOONBRUG_KILLS && process.stderr.write(`  | ${what.padEnd(58)} | ${figures.join(' ').padStart(24)} |\n`));

describe(`a portal of which each part is killed in turn under load (seed ${SEED})`, () => {
  const siege = new Siege({ kills: KILLS, seed: SEED, writers: 4, pause: KILLS > 50 ? 1000 : 500 });
  beforeAll(async () => {
    await siege.open();
    await siege.run();
  }, 120_000 + KILLS * 15_000);
  afterAll(() => siege.close(), 60_000);

  it('was killed as often as it should, while people wrote, and nothing died of itself', () => {
    const { kept, writers } = siege;
    tell('killed', kept.map(({ name, kills }) => `${name} ${kills}`).join(', '));
    tell('acts acknowledged', writers.acts.length);
    tell('answers that never came, asked again with the same key', writers.lost);
    tell('refused for the moment', [...writers.refused].map(([code, times]) => `${code} ${times}`).join(', ') || 0);
    expect(kept.map(({ ownDeaths }) => ownDeaths)).toEqual(kept.map(() => 0));
    expect(kept.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(KILLS);
    expect(writers.acts.length).toBeGreaterThan(KILLS * 3);
  });

  it('refuses nothing meanwhile but for the moment, and each goes on from what was acknowledged', () => {
    tell('rounds that could not go on', siege.broken.length);
    expect(siege.broken).toEqual([]);
    expect([...siege.writers.refused.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
  });

  it('leaves all that was acknowledged, once: rows, tasks, terms and what was told of them', async () => {
    const found = await figuresOf(siege);
    for (const [kind, all] of found) tell(`rounds: ${kind}`, all.reduce((sum, { times }) => sum + times, 0));
    tell('rounds of which something is lost or there twice', [...found.values()].flat().slice(found.size).length);
    expect(Object.fromEntries([...found].map(([kind, all]) => [kind, all.map(({ figures }) => figures)]))).toEqual(Object.fromEntries(Object.entries(LEAVES).map(([kind, figures]) => [kind, [figures]])));
    expect((await sizesOf(siege)).idempotency).toBe(siege.writers.acts.length);
  }, 60_000 + KILLS * 1000);

  it('mails each thing once, but for what the database counts as perhaps sent twice', async () => {
    const post = await postOf(siege);
    tell('mails wanted, kept, sent', post.wanted, post.rows, post.sent);
    tell('mails that the server took', post.received);
    tell('of these more than once; perhaps, says the database', post.twice, post.maybeTwice);
    expect(post).toMatchObject({ rows: post.wanted, sent: post.wanted, strangers: 0, missing: 0, beyond: [] });
    expect(post.twice).toBeLessThanOrEqual(post.maybeTwice);
    expect(post.received).toBe(post.wanted + post.twice);
  });

  it('has sealed each line of the trail once, whoever died between its link and its head', async () => {
    const says = await siege.trailSays();
    tell('lines of the trail in links', says.replace(/^.*: (\d+) lines in (\d+) links.*$/, '$1 $2'));
    expect(says).toMatch(/^The trail is whole: /);
  }, 60_000 + KILLS * 1000);

  it('gives for each key what it gave, and writes nothing', async () => {
    const before = await sizesOf(siege);
    await each(siege.writers.acts, (act) => siege.writers.repeat(act).catch((error: Error) => siege.writers.changed.push(error.message)), 5);
    tell('acts repeated at the end, answered otherwise', siege.writers.acts.length, siege.writers.changed.length);
    expect(siege.writers.changed).toEqual([]);
    expect(await sizesOf(siege)).toEqual(before);
  }, 60_000 + KILLS * 2000);
});
