// @ts-check
/** How much longer the portal's own questions take with a hundred times the rows, and whether a page still goes by its index. */
import { loadavg } from 'node:os';
import { step } from '../../scripts/setup.mjs';
import { startIssuer } from './issuer.mjs';
import { PATHS, readerOf, variablesOf } from './paths.mjs';
import { explain } from './plans.mjs';
import { ask, startPortal } from './portal.mjs';
import { median } from './verdict.mjs';

export const ROUNDS = 7;
export const TIMES = 40;
/** How much longer a page may take with a hundred times the rows; the milliseconds that a search should take, which fails nothing. */
const GROWTH = 1.25;
const QUICK = 50;

/** @param {{ life: import('./peers.mjs').Life, home: string, databases: import('./data.mjs').Database[] }} wanted the smaller one first */
export async function grow({ life, home, databases }) {
  const issuer = await life.hold(startIssuer(), (it) => it.stop());
  /** @type {import('./portal.mjs').Portal[]} */
  const portals = [];
  for (const database of databases) portals.push({ ...database, ...(await step(`Starting a portal on ${database.rows} rows`, () => startPortal({ life, home, database, issuer }))) });

  /** @param {import('./paths.mjs').Path} each @param {import('./portal.mjs').Portal} portal */
  const begun = async (each, portal) => ({ portal, reader: await readerOf(portal, each), variables: await variablesOf(portal, each), http: /** @type {number[]} */ ([]), sql: /** @type {number[]} */ ([]), buffers: 0, faults: /** @type {string[]} */ ([]) });
  const results = await Promise.all(PATHS.map(async (each) => ({ each, at: await Promise.all(portals.map((portal) => begun(each, portal))) })));
  const load = [loadavg()[0]];
  for (let round = 0; round <= ROUNDS; round += 1) await step(round ? `Round ${round} of ${ROUNDS}` : 'Warming up', () => measure(round > 0));
  load.push(loadavg()[0]);
  const paths = results.map(judged);
  return { paths, load, good: paths.every(({ faults }) => !faults.length) };

  /** Each question at each size in turn, one by one: what disturbs the machine disturbs all of them. @param {boolean} counts */
  async function measure(counts) {
    for (const { each, at } of results) {
      const tokens = at.map(({ reader }) => issuer.tokenFor(reader));
      /** @type {number[][]} */
      const taken = at.map(() => []);
      for (let left = each.steady ? TIMES : TIMES / 4; left > 0; left -= 1) for (const [index, here] of at.entries()) taken[index].push(await ask(here, tokens[index], each));
      for (const [index, here] of at.entries()) {
        if (counts) here.http.push(median(taken[index]));
        if (!each.steady) continue;
        const { taken: inSql, ...plan } = await explain(here, each, TIMES / 4);
        if (counts) here.sql.push(median(inSql));
        Object.assign(here, plan);
      }
    }
  }

  /** @param {(typeof results)[number]} result */
  function judged({ each, at }) {
    const found = at.map(({ portal: { rows }, http, sql, buffers }) => ({ rows, p50: median(http), ...(each.steady ? { database: median(sql), buffers } : {}) }));
    const ratio = median(at[1].http.map((p50, round) => p50 / at[0].http[round]));
    const faults = at.flatMap(({ portal: { rows }, faults }) => faults.map((fault) => `at ${rows} rows its plan ${fault}`));
    if (each.steady && ratio > GROWTH) faults.push(`takes ${ratio.toFixed(2)} times as long with more rows`);
    const slow = !each.steady && found.some(({ p50 }) => p50 > QUICK);
    return { name: each.name, found, ratio, atMost: each.steady ? `× ${GROWTH}` : `${QUICK} ms`, faults, verdict: faults.length ? 'FAILED' : slow ? 'slow' : 'good' };
  }
}
