// @ts-check
/** `npm start`: everything from a fresh clone to a running portal. Ctrl-C stops all of it. `-- --reset` begins anew; `-- --keycloak` signs in with a real Keycloak (needs Java and Maven). */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureHome, fail, options, setUp, step, wantedPort } from './setup.mjs';

const { '--reset': reset, '--keycloak': withKeycloak } = options(['--reset', '--keycloak']);
const port = wantedPort();
if (process.env.NODE_ENV === 'production') fail('npm start is for trying out, with invented people and an embedded sign-in: for production see docker-compose.yml.');
await setUp(import.meta.url);

const { build, isBuilt } = await import('./build.mjs');
const { openDatabase, resetDatabase } = await import('./database.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { freePort, metricsOf, portFault } = await import('./ports.mjs');
const { findChromium } = await import('./chromium.mjs');
const { demoLogins, KEYCLOAK_PASSWORD, table } = await import('./people.mjs');
const { keycloakFault, startKeycloak } = await import('./keycloak.mjs');
const { trailSettings } = await import('./trail.mjs');

const home = ensureHome();
const life = lifetime();
const stopped = (/** @type {Error} */ error) => life.fail(`Woonbrug cannot start: ${error.message}`);

if (reset) await step('Removing all data', () => resetDatabase(home)).catch(stopped);
const fault = (withKeycloak && (await keycloakFault())) || (await portFault(port));
if (fault) await life.fail(`Woonbrug cannot start: ${fault}`);
if (!isBuilt()) await step('Building', build).catch((error) => life.fail(`Woonbrug cannot start: the build failed.\n${error.message}`));

const database = await step('Starting PostgreSQL', () => life.hold(openDatabase(home), (it) => it.stop())).catch(stopped);
if (database.adopted) console.log('  (took over the PostgreSQL that an earlier run left behind)');
database.onEnd(() => void life.fail('Woonbrug stops: its PostgreSQL ended unexpectedly.'));

const { migrate } = await import(new URL('../dist/migrations/migrate.js', import.meta.url).href);
const { loadDemo, loadReference } = await import(new URL('../dist/apps/setup/src/setup.js', import.meta.url).href);
const { makeTrailKey } = await import(new URL('../dist/apps/setup/src/trail/key.js', import.meta.url).href);
const databaseUrl = await step('Bringing the database up to date', async () => {
  const url = await migrate(database.url, database.name);
  await loadReference(database.url(database.name));
  await loadDemo(database.url(database.name), url);
  return url;
}).catch(stopped);

const url = `http://localhost:${port}`;
const logs = path.join(home, 'logs');
mkdirSync(logs, { recursive: true });
const chromium = await findChromium(home).catch(() => '');
const trail = trailSettings(home);
makeTrailKey(trail.TRAIL_KEY);
const keycloak = withKeycloak
  ? await step('Starting Keycloak (the first time: two minutes)', async () =>
      life.hold(startKeycloak({ port: await freePort(), managementPort: await freePort(), webUrl: url, log: path.join(logs, 'keycloak.log') }), (it) => it.stop()),
    ).catch(stopped)
  : undefined;
/** @type {Record<string, string>} */
const signIn = keycloak ? { OIDC_ISSUER: keycloak.issuer } : { EMBEDDED_SIGN_IN: 'true' };
const env = { ...trail, CHROMIUM: chromium, DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: url, WOONBRUG_HOME: home, DEMO: 'true', WEB_FOLDER: 'dist/web', ...signIn };
await step('Starting the portal', () =>
  Promise.all(/** @type {const} */ (['api', 'worker']).map((name) => life.run(name, [`dist/apps/${name}/src/main.js`], { env: { ...env, ...metricsOf(name) }, log: path.join(logs, `${name}.log`) }))),
);
console.log(`
  Woonbrug: ${url}

${table(demoLogins().map((login) => (keycloak ? { ...login, password: KEYCLOAK_PASSWORD } : login))).replace(/^/gm, '  ')}

  All of these people are invented. Logs: .woonbrug/logs. Stop with Ctrl-C.
`);
