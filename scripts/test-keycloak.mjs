// @ts-check
/**
 * `npm run test:keycloak`: the contract of signing in, in a real browser, with a real Keycloak and with the embedded provider. Not in `npm test`,
 * for it needs Java and Maven; without them it fails, or with `-- --where-possible` says that it did not run.
 */
import path from 'node:path';
import { ensureHome, options, say, setUp } from './setup.mjs';
const { '--where-possible': wherePossible } = options(['--where-possible']);
await setUp(import.meta.url);

const { build, isBuilt, run, stopRuns } = await import('./build.mjs');
const { keycloakFault, prepareKeycloak } = await import('./keycloak.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { stopLeftover } = await import('./postgres.mjs');
const home = ensureHome();
const life = lifetime();
life.onEnd(() => {
  stopRuns();
  return stopLeftover(path.join(home, 'test'));
});

const fault = await keycloakFault();
if (fault) {
  console.log(`test:keycloak did not run: ${fault}`);
  await life.end(wherePossible ? 0 : 1);
}
if (!isBuilt()) await build();
await prepareKeycloak().catch((error) => life.fail(`Keycloak cannot be made ready: ${error.message}`));
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
const onLine = (/** @type {string} */ line) => /^(PASS|FAIL|Tests:) |^ {4}[√✓×✕] /.test(line) && say(`  ${line.trim()}`);
const ended = await run('jest', ['--testRegex', '/test/(keycloak|sign-in)/.*\\.spec\\.ts$', '--verbose'], { env, onLine }).catch((error) => error);
if (ended instanceof Error) console.log(ended.message);
await life.end(ended instanceof Error ? 1 : 0);
