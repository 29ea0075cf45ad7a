// @ts-check
/**
 * `npm run bench`: how long the portal takes with many referrals. `-- --rows 10000|100000|1000000` (default 100000), or
 * `-- --growth`: 10,000 beside 1,000,000, which fails when a page takes longer because there are more. `--json`: one object.
 */
import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fail, HOME, progressToStderr, setUp, step } from './setup.mjs';

const ROUNDS = 7;
const TIMES = 40;
/** How much longer a page may take with a hundred times the rows; the milliseconds that a search should take, which fails nothing. */
const GROWTH = 1.25;
const QUICK = 50;

const { growth, json, sizes } = asked(process.argv.slice(2));
if (json) progressToStderr();
await setUp(import.meta.url);

const { build, isBuilt } = await import('./build.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { table } = await import('./people.mjs');
const { freePort } = await import('./ports.mjs');
const { startPostgres } = await import('./postgres.mjs');
const { filledDatabase } = await import('../test/bench/data.mjs');
const { PATHS, readerOf, variablesOf } = await import('../test/bench/paths.mjs');
const { explain } = await import('../test/bench/plans.mjs');
const { ask, tokenFor } = await import('../test/bench/portal.mjs');

const home = path.join(HOME, 'bench');
mkdirSync(home, { recursive: true });
const life = lifetime();
const stopped = (/** @type {Error} */ error) => life.fail(`The bench stops: ${error.message}`);

if (!isBuilt()) await step('Building', build).catch(stopped);
const postgres = await step('Starting PostgreSQL', () => life.hold(startPostgres(home), (it) => it.stop())).catch(stopped);
/** @type {import('../test/bench/portal.mjs').Portal[]} */
const portals = [];
for (const rows of sizes) {
  const database = await step(`Filling ${rows} rows`, () => filledDatabase(postgres, rows)).catch(stopped);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { DATABASE_URL: database.portalUrl, PORT: String(port), PUBLIC_URL: url, WOONBRUG_HOME: home, EMBEDDED_SIGN_IN: 'true', DEMO: 'true', WEB_FOLDER: '' };
  await step(`Starting a portal on ${rows} rows`, () => life.run('portal', ['dist/apps/api/src/main.js'], { env, log: path.join(home, `api-${rows}.log`) }));
  portals.push({ ...database, url, home });
}

/** @param {import('../test/bench/paths.mjs').Path} each @param {import('../test/bench/portal.mjs').Portal} portal */
const begun = async (each, portal) => ({ portal, reader: await readerOf(portal, each), variables: await variablesOf(portal, each), http: /** @type {number[]} */ ([]), sql: /** @type {number[]} */ ([]), buffers: 0, faults: /** @type {string[]} */ ([]) });
const results = await Promise.all(PATHS.map(async (each) => ({ each, at: await Promise.all(portals.map((portal) => begun(each, portal))) }))).catch(stopped);
const load = [loadavg()[0]];
for (let round = 0; round <= ROUNDS; round += 1) await step(round ? `Round ${round} of ${ROUNDS}` : 'Warming up', () => measure(round > 0)).catch(stopped);
load.push(loadavg()[0]);
report();

/** Each question at each size in turn, one by one: what disturbs the machine disturbs all of them. @param {boolean} counts */
async function measure(counts) {
  for (const { each, at } of results) {
    const tokens = at.map(tokenFor);
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

function report() {
  const paths = results.map(({ each, at }) => {
    const found = at.map(({ portal: { rows }, http, sql, buffers }) => ({ rows, p50: median(http), ...(each.steady ? { database: median(sql), buffers } : {}) }));
    const ratio = growth ? median(at[1].http.map((p50, round) => p50 / at[0].http[round])) : undefined;
    const faults = at.flatMap(({ portal: { rows }, faults }) => faults.map((fault) => `at ${rows} rows its plan ${fault}`));
    if (each.steady && ratio && ratio > GROWTH) faults.push(`takes ${ratio.toFixed(2)} times as long with more rows`);
    const slow = !each.steady && found.some(({ p50 }) => p50 > QUICK);
    return { name: each.name, found, ratio, atMost: each.steady ? `× ${GROWTH}` : `${QUICK} ms`, faults, verdict: faults.length ? 'FAILED' : slow ? 'slow' : 'good' };
  });
  const good = paths.every(({ faults }) => !faults.length);
  if (json) console.log(JSON.stringify({ rounds: ROUNDS, times: TIMES, cores: cpus().length, load, paths, good }, null, 2));
  else {
    const cell = (/** @type {number | undefined} */ value) => value?.toFixed(2) ?? '';
    const columns = (/** @type {(typeof paths)[number]['found']} */ found) =>
      Object.fromEntries(found.flatMap(({ rows, p50, database, buffers }) => [[`${rows}: p50 ms`, cell(p50)], [`${rows}: in SQL`, cell(database)], [`${rows}: buffers`, `${buffers ?? ''}`]]));
    console.log(`\n${table(paths.map(({ name, found, ratio, atMost, verdict }) => ({ path: name, ...columns(found), ratio: cell(ratio), 'at most': atMost, '': verdict })))}`);
    console.log(`\n${ROUNDS} rounds of ${TIMES} by one client, medians; ${cpus().length} cores, load ${load.map((each) => each.toFixed(1)).join(' to ')}`);
    for (const { name, faults } of paths) for (const fault of faults) console.log(`FAILED ${name}: ${fault}`);
  }
  void life.end(good ? 0 : 1);
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** @param {string[]} given */
function asked(given) {
  const at = given.indexOf('--rows');
  const rows = at < 0 ? 100_000 : Number(given[at + 1]);
  if (![10_000, 100_000, 1_000_000].includes(rows)) fail('--rows is 10000, 100000 or 1000000.');
  const odd = given.find((option, index) => !['--rows', '--growth', '--json'].includes(option) && (at < 0 || index !== at + 1));
  if (odd !== undefined) fail(`the option "${odd}" is unknown; known here: --rows, --growth, --json.`);
  const growth = given.includes('--growth');
  return { growth, json: given.includes('--json'), sizes: growth ? [10_000, 1_000_000] : [rows] };
}
