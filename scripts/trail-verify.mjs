// @ts-check
/** `npm run trail:verify`: whether the trail is as it was sealed, also while the portal runs; else what is broken, or since when nobody seals, and an end with 1. */
import { ensureHome, options, progressToStderr, setUp } from './setup.mjs';

options([]);
progressToStderr();
await setUp(import.meta.url);

const { build, isBuilt } = await import('./build.mjs');
const { openDatabase } = await import('./database.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { runningPostgres } = await import('./postgres.mjs');
const { trailSettings } = await import('./trail.mjs');

const home = ensureHome();
const life = lifetime();
const stopped = (/** @type {Error} */ error) => life.fail(`The trail cannot be verified: ${error.message}`);
if (!isBuilt()) await build().catch(stopped);
const { reportOf } = await import(new URL('../dist/apps/setup/src/trail/report.js', import.meta.url).href);

// Beside a portal that runs, or for as long as this takes.
const running = process.env.DATABASE_URL ? null : await runningPostgres(home);
const { url, name } = running ? { url: running, name: 'woonbrug' } : await life.hold(openDatabase(home), (it) => it.stop()).catch(stopped);
const { TRAIL_HEADS: heads, TRAIL_KEY: secret } = trailSettings(home);
const { whole, says } = await reportOf({ owner: url(name), heads, key: process.env.TRAIL_PUBLIC_KEY || `${secret}.pub` }).catch(stopped);
console.log(says);
await life.end(whole ? 0 : 1);
