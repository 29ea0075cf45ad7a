// @ts-check
/** `npm run test:backup`: backups and what comes back of them, on the PostgreSQL 15 of this machine with its pg_dump. Not in `npm test`, for not every machine has them; without them it fails. */
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
const onLine = (/** @type {string} */ line) => /^(PASS|FAIL|Tests:)|^ +[✓✕]/.test(line) && say(`  ${line.trim()}`);
const ended = await run('jest', ['--verbose', '--testRegex', '/test/backup/.*\\.spec\\.ts$'], { env, onLine }).catch((error) => error);
if (ended instanceof Error) console.log(ended.message);
await life.end(ended instanceof Error ? 1 : 0);
