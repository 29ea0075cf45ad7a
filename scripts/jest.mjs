// @ts-check
/** What the commands that run some tests by themselves have in common (`npm run test:…`). Imported after setUp, as all that needs packages. */
import { build, isBuilt, run, stopRuns } from './build.mjs';
import { lifetime } from './lifetime.mjs';
import { stopTests } from './postgres.mjs';
import { ensureHome, say } from './setup.mjs';

const home = ensureHome();
const life = lifetime();
life.onEnd(() => {
  stopRuns();
  return stopTests(home);
});

/** Ends the command with what the machine lacks. @param {string} why @param {boolean} isFault whether that is a failure */
export async function didNotRun(why, isFault) {
  console.log(why);
  await life.end(isFault ? 1 : 0);
}

/** Ends the command as failed. @param {string} why */
export const failed = (why) => life.fail(why);

/**
 * Runs jest, and ends the command as it ended.
 * @param {string[]} args
 * @param {{ shows: RegExp, env?: Record<string, string> }} how `shows`: which of its lines are told while it runs
 */
export async function runJest(args, { shows, env = {} }) {
  if (!isBuilt()) await build();
  const onLine = (/** @type {string} */ line) => shows.test(line) && say(`  ${line.trim()}`);
  const ended = await run('jest', args, { env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...env }, onLine }).catch((error) => error);
  if (ended instanceof Error) console.log(ended.message);
  await life.end(ended instanceof Error ? 1 : 0);
}
