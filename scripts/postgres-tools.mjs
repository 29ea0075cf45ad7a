// @ts-check
/** pg_dump and pg_restore of this machine (npm's PostgreSQL has neither), and how they are run. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

/** Where Debian puts the server and the tools with which backups are tested. */
export const POSTGRES_15 = '/usr/lib/postgresql/15/bin';
const FOLDERS = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/usr/local/pgsql/bin'];

/**
 * The one of least version that is good enough: PostgreSQL's tools work on servers that are older, never on newer ones.
 * @param {'pg_dump' | 'pg_restore'} name @param {number} major that it must be at least
 * @returns {string} path of the program
 */
export function findTool(name, major) {
  const folders = process.env.PG_BIN ? [process.env.PG_BIN] : [...globSync(FOLDERS), ...(process.env.PATH ?? '').split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, name)).filter((program) => existsSync(program)).map((program) => ({ program, major: majorOf(program) }));
  const [best] = found.filter((each) => each.major >= major).sort((a, b) => a.major - b.major);
  if (best) return best.program;
  const there = found.length ? `only that of PostgreSQL ${[...new Set(found.map((each) => each.major))].join(', ')}` : 'none';
  throw new Error(`it needs the ${name} of PostgreSQL ${major} or newer, and on this machine there is ${there}: install it (Debian: apt-get install --no-install-recommends postgresql-client-${major}), or name its folder with PG_BIN.`);
}

/** @param {string} program @returns {number} */
export function majorOf(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/**
 * Runs one of them on a database: the password stands in no list of processes.
 * @param {string} program @param {string} url @param {string[]} args @param {'read' | 'write'} way whether it gives bytes or takes them
 * @param {AbortSignal} [signal] ends it
 * @returns {{ stream: import('node:stream').Duplex, ended: Promise<void> }} `ended` fails with the tool's own first words; lines of rows are left out
 */
export function runTool(program, url, args, way, signal) {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const child = spawn(program, ['--no-password', `--dbname=${address.href}`, ...args], { signal, env: { ...process.env, PGPASSWORD: password, LC_ALL: 'C' }, stdio: [way === 'write' ? 'pipe' : 'ignore', way === 'read' ? 'pipe' : 'ignore', 'pipe'] });
  const errors = /** @type {string[]} */ ([]);
  child.stderr?.setEncoding('utf8').on('data', (text) => errors.push(text));
  const stream = /** @type {any} */ (way === 'read' ? child.stdout : child.stdin);
  stream.on('error', () => {}); // it ended before all was said: its own words tell why
  const ended = once(child, 'close').then(([code]) => {
    if (code === 0) return;
    // What it quotes of a row (CONTEXT, DETAIL) is for nobody's terminal.
    const said = errors.join('').split('\n').filter((line) => /error:/.test(line)).map((line) => line.replace(/^.*?error: +/, '').replace(/\s*DETAIL:.*$/, ''));
    throw new Error(`${path.basename(program)} failed: ${said[0] ?? `status ${code}`}`);
  });
  ended.catch(() => {}); // awaited later
  return { stream, ended };
}
