// @ts-check
/**
 * `npm run test:privacy`: the proofs of the walls at their real size, with what was counted; `--full` for the longest, which takes a day and more.
 * The same tests run small inside `npm test` (test/house/sizes.ts).
 */
import path from 'node:path';
import { ensureHome, say, setUp } from './setup.mjs';
await setUp(import.meta.url);

const { build, isBuilt, run, stopRuns } = await import('./build.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { stopLeftover } = await import('./postgres.mjs');
const home = ensureHome();
const life = lifetime();
life.onEnd(() => {
  stopRuns();
  return stopLeftover(path.join(home, 'test'));
});

const PROOFS = ['matrix', 'cells', 'fields', 'agreement', 'foreign', 'one-wall', 'two-worlds', 'sharing', 'trail', 'threats'].map((name) => `test/house/${name}.spec.ts`);
const full = process.argv.includes('--full');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--full');
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', WITHOUT_BROWSER: 'true', WOONBRUG_PRIVACY: full ? 'full' : 'long' };

if (!isBuilt()) await build();
const onLine = (/** @type {string} */ line) => /^(PASS|FAIL|Tests:) |^ {2}\d+ | › /.test(line) && say(`  ${line.trim()}`);
const ended = await run('jest', wanted.length ? wanted : PROOFS, { env, onLine }).catch((error) => error);
if (ended instanceof Error) console.log(ended.message);
await life.end(ended instanceof Error ? 1 : 0);
