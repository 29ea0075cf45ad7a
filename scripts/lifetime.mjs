// @ts-check
/** Knows all that a command has started, and stops it in the reverse order, whatever ends the command. */
import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { SIGNALS, whenAbandoned } from './setup.mjs';

/** The portal drains within ten seconds; what is still there after this is killed. */
const PATIENCE = 12_000;

export function lifetime() {
  /** @type {(() => unknown)[]} */
  const stops = [];
  let code = 0;
  let ending = false;

  for (const signal of SIGNALS) process.on(signal, () => void end(0));
  process.on('disconnect', () => void end(0)); // started by another Node (setup.mjs), which is gone
  whenAbandoned(() => void end(0));
  for (const fault of ['uncaughtException', 'unhandledRejection']) process.on(fault, (error) => void fail(`Woonbrug stops: ${error?.stack ?? error}`));

  /** @param {number} status */
  async function end(status) {
    code ||= status;
    if (ending) return;
    ending = true;
    for (const stop of stops.reverse()) await Promise.resolve().then(stop).catch(() => {});
    process.exit(code);
  }

  /** Ends with one clear sentence. @param {string} sentence @returns {Promise<never>} */
  async function fail(sentence) {
    if (!ending) console.error(`\n${sentence}`);
    void end(1);
    return new Promise(() => {});
  }

  /**
   * Waits for what is starting and remembers how to stop it, also when the end comes before it has started.
   * @template T @param {Promise<T>} starting @param {(it: T) => unknown} stop @returns {Promise<T>}
   */
  async function hold(starting, stop) {
    stops.push(() => starting.then(stop, () => {}));
    const it = await starting;
    return ending ? new Promise(() => {}) : it;
  }

  /**
   * Starts a process of the portal; resolves with its number when it says that it is ready. Ends everything when it ends by itself.
   * @param {string} name @param {string[]} args @param {{ env: Record<string, string>, log?: string, tells?: boolean }} options
   *   `log`: file for its output; `tells: false`: it never says that it is ready
   */
  async function run(name, args, { env, log, tells = true }) {
    const output = log ? openSync(log, 'w') : 'inherit';
    // A group of its own: Ctrl-C reaches only us, and what it starts itself ends with it. The channel is a lifeline:
    // when this process is killed, the child sees it close and stops.
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, detached: true, stdio: ['ignore', output, 'inherit', 'ipc'] });
    if (typeof output === 'number') closeSync(output);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.once('exit', (status, signal) => ending || void fail(`Woonbrug stops: its ${name} ended unexpectedly (${signal ?? `status ${status}`}).`));
    /** @param {NodeJS.Signals} signal */
    const send = (signal) => {
      try {
        if (child.exitCode === null && child.signalCode === null) process.kill(-Number(child.pid), signal);
      } catch {
        // just gone
      }
    };
    const ready = tells ? new Promise((resolve) => child.once('message', resolve)) : Promise.resolve();
    stops.push(async () => {
      send('SIGTERM');
      const late = setTimeout(() => send('SIGKILL'), PATIENCE);
      await gone;
      clearTimeout(late);
    });
    await ready;
    if (ending) await new Promise(() => {});
    return Number(child.pid);
  }

  return { end, fail, hold, run, onEnd: (/** @type {() => unknown} */ stop) => void stops.push(stop) };
}
