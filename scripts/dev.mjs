// @ts-check
/** `npm run dev`: like `npm start`, but what you change shows at once (Nest restarts, the web page reloads itself). */
import { ensureHome, fail, options, setUp, step, wantedPort } from './setup.mjs';

options([]);
const port = wantedPort();
await setUp(import.meta.url);

const { build, isBuilt } = await import('./build.mjs');
const { openDatabase } = await import('./database.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { metricsOf, portFault } = await import('./ports.mjs');
const { trailSettings } = await import('./trail.mjs');

const WEB = 5173;
const home = ensureHome();
for (const wanted of [port, WEB]) {
  const fault = await portFault(wanted);
  if (fault) fail(fault);
}
const life = lifetime();
const stopped = (/** @type {Error} */ error) => life.fail(`Woonbrug cannot start: ${error.message}`);

if (!isBuilt()) await step('Building', build).catch(stopped);
const database = await step('Starting PostgreSQL', () => life.hold(openDatabase(home), (it) => it.stop())).catch(stopped);
const { migrate } = await import(new URL('../dist/migrations/migrate.js', import.meta.url).href);
const { loadDemo, loadReference } = await import(new URL('../dist/apps/setup/src/setup.js', import.meta.url).href);
const { makeTrailKey } = await import(new URL('../dist/apps/setup/src/trail/key.js', import.meta.url).href);
const databaseUrl = await migrate(database.url, database.name).catch(stopped);
await loadReference(database.url(database.name));
await loadDemo(database.url(database.name), databaseUrl);

console.log(`\n  Woonbrug for developers: http://localhost:${WEB}\n`);
const trail = trailSettings(home);
makeTrailKey(trail.TRAIL_KEY);
const env = { ...trail, DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: `http://localhost:${WEB}`, API_URL: `http://127.0.0.1:${port}`, WOONBRUG_HOME: home, EMBEDDED_SIGN_IN: 'true', DEMO: 'true' };
await life.run('api', ['node_modules/.bin/nest', 'start', '--watch', '--preserveWatchOutput'], { env, tells: false });
await life.run('worker', ['--watch-path=dist/apps/worker', '--watch-path=dist/libs', '--watch-preserve-output', 'dist/apps/worker/src/main.js'], { env: { ...env, ...metricsOf('worker') }, tells: false });
await life.run('web', ['node_modules/.bin/vite', 'apps/web', '--clearScreen', 'false'], { env, tells: false });
