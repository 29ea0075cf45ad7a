// @ts-check
/**
 * `npm run test:backup`: backups and what comes back of them, on the PostgreSQL 15 of this machine with its pg_dump. Not in `npm test`, for not every
 * machine has them; without them it fails, or with `-- --where-possible` says that it did not run.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { options, setUp } from './setup.mjs';
const { '--where-possible': wherePossible } = options(['--where-possible']);
await setUp(import.meta.url);

const { didNotRun, runJest } = await import('./jest.mjs');
const { POSTGRES_15 } = await import('./postgres-tools.mjs');

const missing = ['initdb', 'postgres', 'pg_dump', 'pg_restore'].filter((name) => !existsSync(path.join(POSTGRES_15, name)));
if (missing.length) await didNotRun(`test:backup did not run: there is no ${missing.join(', ')} in ${POSTGRES_15} (Debian: apt-get install --no-install-recommends postgresql-15).`, !wherePossible);
await runJest(['--verbose', '--testRegex', '/test/backup/.*\\.spec\\.ts$'], { shows: /^(PASS|FAIL|Tests:)|^ +[✓✕]/, env: { WITHOUT_BROWSER: 'true' } });
