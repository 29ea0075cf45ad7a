/** Before all tests: a PostgreSQL of their own with one filled database that each test file copies, and a browser. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { loadPeople, loadReference } from '../../dist/apps/setup/src/setup.js';
import { migrate } from '../../dist/migrations/migrate.js';
import { findChromium } from '../../scripts/chromium.mjs';
import { startPostgres, stopLeftover } from '../../scripts/postgres.mjs';
import { HOME, SIGNALS } from '../../scripts/setup.mjs';

export default async function globalSetup() {
  if (!process.env.WITHOUT_BROWSER) process.env.CHROMIUM = await findChromium(HOME);
  const home = path.join(HOME, 'test');
  // A run that was killed left it behind, with databases of unknown state.
  await stopLeftover(home);
  rmSync(home, { recursive: true, force: true });
  const postgres = await startPostgres(home, { durable: false });
  // Also when jest ends without its teardown.
  process.on('exit', () => {
    try {
      process.kill(postgres.pid, 'SIGINT');
    } catch {
      // already gone
    }
  });
  for (const signal of SIGNALS) process.once(signal, () => process.exit(1));
  process.env.TEST_DATABASE_URL = await migrate(postgres.url, 'template');
  await loadReference(postgres.url('template'));
  await loadPeople(postgres.url('template'));
  process.env.TEST_OWNER_URL = postgres.url();
  globalThis.testPostgres = { postgres, home };
}
