/**
 * Brings a database up to date and loads the reference data, once, before the portal starts: what `npm start` does by itself.
 * OWNER_URL: address of the database, for a role that may create roles and databases. PORTAL_PASSWORD: of the portal's own
 * role. DEMO=true: the invented protocols, people and stories come along.
 */
import { migrate } from '../../../migrations/migrate.js';
import { loadDemo, loadReference } from './setup.js';

const { OWNER_URL: owner = '', PORTAL_PASSWORD: password, DEMO } = process.env;
if (!URL.canParse(owner) || new URL(owner).pathname.length < 2 || !password) {
  console.error('The database cannot be set up: set OWNER_URL (postgres://…/database, a role that may create roles) and PORTAL_PASSWORD.');
  process.exit(1);
}
const demo = DEMO === 'true';
const name = new URL(owner).pathname.slice(1);
const at = (database = 'postgres') => Object.assign(new URL(owner), { pathname: `/${database}` }).href;

const portal = await migrate(at, name, password);
await loadReference(at(name), { invented: demo });
if (demo) await loadDemo(at(name), portal);
console.log('The database is up to date.');
