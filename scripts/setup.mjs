// @ts-check
/**
 * Makes the folder ready to run, on any Node from 20 up, and goes on with the Node 24 that is one of its packages.
 * Uses nothing but Node itself, because nothing else is there yet.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** What the running portal keeps: database, keys, logs, browser. Git ignores it; `npm start -- --reset` empties it. */
export const HOME = path.join(ROOT, '.woonbrug');
export const OWN_NODE = path.join(ROOT, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
export const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

const NEEDED_NODE = 24;
const version = Number(process.versions.node.split('.')[0]);
/** @type {NodeJS.WritableStream} */
let progress = process.stdout;

/** Keeps stdout free for what the command is asked for. */
export function progressToStderr() {
  progress = process.stderr;
}

/** @param {string} line */
export function say(line) {
  progress.write(`${line}\n`);
}

/** Ends the program with one clear sentence. @param {string} sentence @returns {never} */
export function fail(sentence) {
  console.error(`\nWoonbrug cannot start: ${sentence}`);
  process.exit(1);
}

/**
 * Says what is being done, and how long it took.
 * @template T @param {string} what @param {() => T | Promise<T>} work @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = performance.now();
  progress.write(`  ${what} … `);
  const result = await work();
  say(`${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Returns only on Node 24 with all packages installed; on another Node it runs `script` again on the right one.
 * @param {string} script the module that was started: its `import.meta.url`
 */
export async function setUp(script) {
  process.chdir(ROOT);
  if (version < 20) fail(`it needs Node 20 or newer, and this is ${process.version}.`);
  if (!isWritable(ROOT)) fail(`the folder ${ROOT} cannot be written to: give yourself the right to write there, or clone it elsewhere.`);
  const { installPackages } = await import('./packages.mjs');
  await installPackages();
  if (version >= NEEDED_NODE) return;
  if (!existsSync(OWN_NODE)) fail(`its own Node ${NEEDED_NODE} is not available for ${process.platform} on ${process.arch}: install Node ${NEEDED_NODE} and try again.`);
  await continueOnOwnNode(fileURLToPath(script));
}

/** Runs the script once more on Node 24 and ends as it ends. The open channel tells the child when this process dies. @param {string} script */
function continueOnOwnNode(script) {
  const child = spawn(OWN_NODE, [script, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  whenAbandoned(() => child.kill('SIGTERM'));
  return new Promise(() => child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1))));
}

/** npm passes signals on, but when npm itself is killed outright nobody tells us: we get another parent. @param {() => void} react */
export function whenAbandoned(react) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && react(), 500).unref();
}

/** Creates the private folder of the running portal. */
export function ensureHome() {
  try {
    mkdirSync(HOME, { recursive: true });
  } catch {
    fail(`the folder ${HOME} cannot be made: is there a file of that name?`);
  }
  if (!isWritable(HOME)) fail(`the folder ${HOME} cannot be written to: it belongs to another user.`);
  return HOME;
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The options of a command: each known one, true where it was given.
 * @template {string} T @param {T[]} known @returns {Record<T, boolean>}
 */
export function options(known) {
  const given = process.argv.slice(2);
  const odd = given.find((option) => !(/** @type {string[]} */ (known).includes(option)));
  if (odd !== undefined) fail(`the option "${odd}" is unknown; known here: ${known.join(', ') || 'none'}.`);
  return /** @type {Record<T, boolean>} */ (Object.fromEntries(known.map((option) => [option, given.includes(option)])));
}

/** The port to serve on. */
export function wantedPort() {
  const given = process.env.PORT || '3000';
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65535) fail(`PORT must be a number from 1 to 65535, and it is "${given}".`);
  return port;
}
