// @ts-check
/**
 * `npm run test:backup`: backups and what comes back of them, on the PostgreSQL 15 of this machine with its pg_dump. Not in `npm test`, for not every
 * machine has them; without them it fails, or with `-- --where-possible` says that it did not run.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureHome, options, say, setUp } from './setup.mjs';
const { '--where-possible': wherePossible } = options(['--where-possible']);
await setUp(import.meta.url);

const { build, isBuilt, run, stopRuns } = await import('./build.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { stopLeftover } = await import('./postgres.mjs');
const { POSTGRES_15 } = await import('./postgres-tools.mjs');
const home = ensureHome();
const life = lifetime();
life.onEnd(() => {
  stopRuns();
  return stopLeftover(path.join(home, 'test'));
});

const missing = ['initdb', 'postgres', 'pg_dump', 'pg_restore'].filter((name) => !existsSync(path.join(POSTGRES_15, name)));
if (missing.length) {
  console.log(`test:backup did not run: there is no ${missing.join(', ')} in ${POSTGRES_15} (Debian: apt-get install --no-install-recommends postgresql-15).`);
  await life.end(wherePossible ? 0 : 1);
}
if (!isBuilt()) await build();
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', WITHOUT_BROWSER: 'true' };
const onLine = (/** @type {string} */ line) => /^(PASS|FAIL|Tests:)|^ +[✓✕]/.test(line) && say(`  ${line.trim()}`);
const ended = await run('jest', ['--verbose', '--testRegex', '/test/backup/.*\\.spec\\.ts$'], { env, onLine }).catch((error) => error);
if (ended instanceof Error) console.log(ended.message);
await life.end(ended instanceof Error ? 1 : 0);
