// @ts-check
/**
 * `npm run test:mutants`: puts each fault into the privacy book and into the walls, one at a time, and says which test turns red by it. Fails
 * when one survives. `-- book` or `-- walls`: only these.
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

if (!isBuilt()) await build();
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', WITHOUT_BROWSER: 'true' };
const onLine = (/** @type {string} */ line) => /^(PASS|FAIL|Tests:) |^ {2,}\d+ {2}|^\d+ mutants|^ +[+-] +"/.test(line) && say(`  ${line}`);
const ended = await run('jest', ['--testRegex', '/test/mutants/.*\\.spec\\.ts$', ...process.argv.slice(2)], { env, onLine }).catch((error) => error);
if (ended instanceof Error) console.log(ended.message);
await life.end(ended instanceof Error ? 1 : 0);
