/** One shot, before api and worker: roles and tables, reference data, and in a demo its people and their stories. */
import pg from 'pg';
import { migrate } from '../../../migrations/migrate.js';
import { loadDemo, loadReference } from './setup.js';

const { OWNER_URL, PORTAL_PASSWORD, DEMO } = process.env;
if (!OWNER_URL || !PORTAL_PASSWORD) {
  console.error(`The database cannot be set up: the setting ${OWNER_URL ? 'PORTAL_PASSWORD' : 'OWNER_URL'} is missing.`);
  process.exit(1);
}
const demo = DEMO === 'true';
const name = new URL(OWNER_URL).pathname.slice(1);
const at = (database = 'postgres'): string => Object.assign(new URL(OWNER_URL), { pathname: `/${database}` }).href;

const portalUrl = await migrate(at, name);
await loadReference(OWNER_URL, { invented: demo });
if (demo) await loadDemo(OWNER_URL, portalUrl);

// Only now: until here the portal's own role has the password that migrate gave it.
const client = new pg.Client({ connectionString: OWNER_URL });
await client.connect();
await client.query(`alter role portal password ${client.escapeLiteral(PORTAL_PASSWORD)}`);
await client.end();
console.log(`The database ${name} is up to date${demo ? ', with the people and stories of the demo' : ''}.`);
