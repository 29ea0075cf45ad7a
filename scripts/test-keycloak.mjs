// @ts-check
/**
 * `npm run test:keycloak`: the contract of signing in, in a real browser, with a real Keycloak and with the embedded provider. Not in `npm test`,
 * for it needs Java, Maven and its registry; without them it fails, or with `-- --where-possible` says that it did not run.
 */
import path from 'node:path';
import { ensureHome, options, say, setUp } from './setup.mjs';
const { '--where-possible': wherePossible } = options(['--where-possible']);
await setUp(import.meta.url);

const { build, isBuilt, run, stopRuns } = await import('./build.mjs');
const { keycloakFault, NotFetched, prepareKeycloak } = await import('./keycloak.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { stopLeftover } = await import('./postgres.mjs');
const home = ensureHome();
const life = lifetime();
life.onEnd(() => {
  stopRuns();
  return stopLeftover(path.join(home, 'test'));
});

/** @param {string} why */
const skip = (why) => {
  console.log(`test:keycloak did not run: ${why}`);
  return life.end(wherePossible ? 0 : 1);
};

const fault = await keycloakFault();
if (fault) await skip(fault);
await prepareKeycloak().catch((error) => (error instanceof NotFetched ? skip(error.message) : life.fail(`Keycloak cannot be made ready: ${error.message}`)));
if (!isBuilt()) await build();
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
const onLine = (/** @type {string} */ line) => /^(PASS|FAIL|Tests:) |^ {4}[√✓×✕] /.test(line) && say(`  ${line.trim()}`);
const ended = await run('jest', ['--testRegex', '/test/(keycloak|sign-in)/.*\\.spec\\.ts$', '--verbose'], { env, onLine }).catch((error) => error);
if (ended instanceof Error) console.log(ended.message);
await life.end(ended instanceof Error ? 1 : 0);
