// @ts-check
/**
 * `npm run stack:local`: more than one machine on loopback, until Ctrl-C (docs/scaling.md). `-- --story`: a referral in the browser through all of it;
 * `-- --faults`: parts die under load, and what that did is counted and timed; `-- --overload`: ten times the load. Ends with 1 where a program is missing.
 */
import path from 'node:path';
import { ensureHome, fail, options, setUp, step, wantedPort } from './setup.mjs';

const asked = options(['--story', '--faults', '--overload']);
const proofs = Object.entries(asked).filter(([, given]) => given).map(([option]) => option.slice(2));
await setUp(import.meta.url);

const { stackFault } = await import('./stack.mjs');
const fault = await stackFault();
if (fault) fail(fault.replace(/^it needs/, 'stack:local needs'));

if (proofs.length) {
  const { runJest } = await import('./jest.mjs');
  const { prepareKeycloak } = await import('./keycloak.mjs');
  await prepareKeycloak();
  await runJest(['--testRegex', '/test/stack/.*\\.spec\\.ts$', '--verbose', '--runInBand'], { shows: /^(PASS|FAIL|Tests:) |^ {4}[√✓×✕] |^ {2}\| | › /, env: { WOONBRUG_STACK: proofs.join(' '), ...(asked['--story'] ? {} : { WITHOUT_BROWSER: 'true' }) } });
} else await serve();

async function serve() {
  const { build, isBuilt } = await import('./build.mjs');
  const { lifetime } = await import('./lifetime.mjs');
  const { demoLogins, KEYCLOAK_PASSWORD, table } = await import('./people.mjs');
  const { portFault } = await import('./ports.mjs');
  const { startStack } = await import('./stack.mjs');
  const life = lifetime();
  const stopped = (/** @type {Error} */ error) => life.fail(`Woonbrug cannot start: ${error.message}`);
  const port = wantedPort();
  const taken = await portFault(port);
  if (taken) await life.fail(`Woonbrug cannot start: ${taken}`);
  if (!isBuilt()) await step('Building', build).catch(stopped);
  const home = path.join(ensureHome(), 'stack');
  const stack = await step('Starting nginx, two apis, two workers, PostgreSQL twice, haproxy and Keycloak (two minutes)', () => life.hold(startStack(home, { port, onEnd: (name) => void life.fail(`Woonbrug stops: ${name} ended unexpectedly; see .woonbrug/stack/logs.`) }), (it) => it.stop())).catch(stopped);
  console.log(`\n  Woonbrug: ${stack.url}\n\n${table(demoLogins().map((login) => ({ ...login, password: KEYCLOAK_PASSWORD }))).replace(/^/gm, '  ')}\n\n  Logs: .woonbrug/stack/logs. Each start is with empty data. Stop with Ctrl-C.\n`);
}
