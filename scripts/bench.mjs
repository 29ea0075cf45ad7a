// @ts-check
/**
 * `npm run bench`: the portal beside a bare server with the same duties and beside PostGraphile (docs/speed.md). `-- --rows 10000|100000|1000000`
 * (default 100000); `-- --quick`: the bare server only, at 10,000 rows and 16 clients; fails below a floor. `-- --growth`: the portal
 * alone at 10,000 and at 1,000,000 rows, which fails when a page takes longer because there are more. `--json`: one object.
 */
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fail, HOME, progressToStderr, setUp, step } from './setup.mjs';

const { growth, quick, json, sizes } = asked(process.argv.slice(2));
if (json) progressToStderr();
await setUp(import.meta.url);

const { build, isBuilt } = await import('./build.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { installBeside } = await import('./packages.mjs');
const { table } = await import('./people.mjs');
const { startPostgres } = await import('./postgres.mjs');
const { copied, filledDatabase } = await import('../test/bench/data.mjs');

const home = path.join(HOME, 'bench');
mkdirSync(home, { recursive: true });
const life = lifetime();
const stopped = (/** @type {Error} */ error) => life.fail(`The bench stops: ${error.message}`);

if (!isBuilt()) await step('Building', build).catch(stopped);
const postgres = await step('Starting PostgreSQL', () => life.hold(startPostgres(home), (it) => it.stop())).catch(stopped);
/** @type {import('../test/bench/data.mjs').Database[]} */
const databases = [];
for (const rows of sizes) databases.push(await step(`Filling ${rows} rows`, () => filledDatabase(postgres, rows)).catch(stopped));
const good = await (growth ? growing() : comparing()).catch(stopped);
void life.end(good ? 0 : 1);

async function comparing() {
  const { compare } = await import('../test/bench/peers.mjs');
  const { goalsOf, rowsOf } = await import('../test/bench/verdict.mjs');
  const peerFolder = quick ? undefined : await installBeside('test/bench/postgraphile', path.join(home, 'postgraphile'));
  const wanted = quick ? { clients: [16], rounds: 9, seconds: 1, longest: 4 } : { clients: [1, 16, 64], rounds: 5, seconds: 2 };
  // What is created would stand on the pages of the next run.
  const database = await step('Copying the database', () => copied(postgres, databases[0]));
  const { servers, results, load } = await compare({ life, home, database, postgresPid: postgres.pid, peerFolder, ...wanted });
  const [rows, goals] = [rowsOf(results), goalsOf(results, servers)];
  const good = goals.every(({ verdict }) => verdict !== 'BELOW THE FLOOR');
  const memory = Object.fromEntries(servers.map(({ name, memory }) => [name, Math.round(memory)]));
  if (json) console.log(JSON.stringify({ rows: database.rows, ...wanted, cores: cpus().length, load, memory, paths: rows, goals, good }, null, 2));
  else {
    const columns = rows.map(({ path, clients, server, perSecond, p50, p99, serverCpu, databaseCpu, ratio }) => ({
      path, clients: String(clients), server, 'per s': perSecond.toFixed(0), 'p50 ms': p50.toFixed(1), 'p99 ms': p99.toFixed(1), 'CPU s per 1,000': serverCpu.toFixed(2), 'of PostgreSQL': databaseCpu.toFixed(2),
      'portal ÷ it': ratio ? `${ratio.portal.toFixed(2)}  (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})` : '', 'by CPU': ratio?.byCpu.toFixed(2) ?? '',
    }));
    console.log(`\n${table(columns)}\n\n${table(goals.map(({ goal, wanted, is, verdict }) => ({ goal, wanted, 'it is': is, '': verdict })))}`);
    console.log(`\n${database.rows} rows, at least ${wanted.rounds} rounds of ${wanted.seconds} s each in turn, medians; ${cpus().length} cores, load ${loads(load)}; memory in MB: ${Object.entries(memory).map((each) => each.join(' ')).join(', ')}`);
  }
  return good;
}

async function growing() {
  const { grow, ROUNDS, TIMES } = await import('../test/bench/growth.mjs');
  const { paths, load, good } = await grow({ life, home, databases });
  if (json) console.log(JSON.stringify({ rounds: ROUNDS, times: TIMES, cores: cpus().length, load, paths, good }, null, 2));
  else {
    const cell = (/** @type {number | undefined} */ value) => value?.toFixed(2) ?? '';
    const columns = (/** @type {(typeof paths)[number]['found']} */ found) =>
      Object.fromEntries(found.flatMap(({ rows, p50, database, buffers }) => [[`${rows}: p50 ms`, cell(p50)], [`${rows}: in SQL`, cell(database)], [`${rows}: buffers`, `${buffers ?? ''}`]]));
    console.log(`\n${table(paths.map(({ name, found, ratio, atMost, verdict }) => ({ path: name, ...columns(found), ratio: cell(ratio), 'at most': atMost, '': verdict })))}`);
    console.log(`\n${ROUNDS} rounds of ${TIMES} by one client, medians; ${cpus().length} cores, load ${loads(load)}`);
    for (const { name, faults } of paths) for (const fault of faults) console.log(`FAILED ${name}: ${fault}`);
  }
  return good;
}

/** @param {number[]} load */
function loads(load) {
  return load.map((each) => each.toFixed(1)).join(' to ');
}

/** @param {string[]} given */
function asked(given) {
  const at = given.indexOf('--rows');
  const known = ['--rows', '--growth', '--quick', '--json'];
  const [growth, quick, json] = ['--growth', '--quick', '--json'].map((option) => given.includes(option));
  const rows = at < 0 ? (quick ? 10_000 : 100_000) : Number(given[at + 1]);
  if (![10_000, 100_000, 1_000_000].includes(rows)) fail('--rows is 10000, 100000 or 1000000.');
  const odd = given.find((option, index) => !known.includes(option) && (at < 0 || index !== at + 1));
  if (odd !== undefined) fail(`the option "${odd}" is unknown; known here: ${known.join(', ')}.`);
  return { growth, quick, json, sizes: growth ? [10_000, 1_000_000] : [rows] };
}
