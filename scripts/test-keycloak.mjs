// @ts-check
/**
 * `npm run test:keycloak`: the contract of signing in, in a real browser, with a real Keycloak and with the embedded provider. Not in `npm test`,
 * for it needs Java, Maven and its registry; without them it fails, or with `-- --where-possible` says that it did not run.
 */
import { options, setUp } from './setup.mjs';
const { '--where-possible': wherePossible } = options(['--where-possible']);
await setUp(import.meta.url);

const { didNotRun, failed, runJest } = await import('./jest.mjs');
const { keycloakFault, NotFetched, prepareKeycloak } = await import('./keycloak.mjs');

const lacks = (/** @type {string} */ why) => didNotRun(`test:keycloak did not run: ${why}`, !wherePossible);
const fault = await keycloakFault();
if (fault) await lacks(fault);
await prepareKeycloak().catch((error) => (error instanceof NotFetched ? lacks(error.message) : failed(`Keycloak cannot be made ready: ${error.message}`)));
await runJest(['--testRegex', '/test/(keycloak|sign-in)/.*\\.spec\\.ts$', '--verbose'], { shows: /^(PASS|FAIL|Tests:) |^ {4}[√✓×✕] / });
