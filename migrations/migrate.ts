import { createHash } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { contextKey, halvesOf } from '../libs/kernel/src/work/context-key.js';
import { Directory20261124 } from './20261124-directory.js';
import { Kernel20261124 } from './20261124-kernel.js';
import { Referrals20261124 } from './20261124-referrals.js';
import { Sharing20261124 } from './20261124-sharing.js';
import { Protocols20261124 } from './20261124-protocols.js';
import { People20261124 } from './20261124-people.js';
import { Notices20261124 } from './20261124-notices.js';
import { Glass20261124 } from './20261124-glass.js';
import { Attachments20261124 } from './20261124-attachments.js';
import { Calendar20261124 } from './20261124-calendar.js';
import { Handover20261124 } from './20261124-handover.js';
import { History20261124 } from './20261124-history.js';
import { Mediation20261201 } from './20261201-mediation.js';
import { MediationGlass20261202 } from './20261202-mediation-glass.js';
import { Public20261201 } from './20261201-public.js';
import { Sessions20261203 } from './20261203-sessions.js';
import { Messages20261124 } from './20261124-messages.js';
import { Import20261124 } from './20261124-import.js';
import { Search20261124 } from './20261124-search.js';
import { Mail20261124 } from './20261124-mail.js';
import { Shares20261130 } from './20261130-shares.js';
import { Find20261130 } from './20261130-find.js';
import { Cooperation20261201 } from './20261201-cooperation.js';
import { Seals20261203 } from './20261203-seals.js';
import { Watch20261203 } from './20261203-watch.js';
import { Retention20261204 } from './20261204-retention.js';
import { LastDay20261205 } from './20261205-last-day.js';
import { SignedContext20261206 } from './20261206-signed-context.js';

export const MIGRATIONS = [Kernel20261124, Directory20261124, Referrals20261124, Sharing20261124, Protocols20261124, People20261124, Notices20261124, Messages20261124, Mail20261124, Handover20261124, Calendar20261124, History20261124, Glass20261124, Search20261124, Attachments20261124, Import20261124, Shares20261130, Support20261130, Find20261130, Cooperation20261201, Mediation20261201, Public20261201, MediationGlass20261202, Seals20261203, Watch20261203, Sessions20261203, Retention20261204, LastDay20261205, SignedContext20261206];
import { Support20261130 } from './20261130-support.js';

/** Owns every table and signs in never; the gate functions run as it. */
const OWNER = 'woonbrug_owner';
/** Destroys what is due (record 26): owns the functions that do, and may delete nothing else. */
const RETENTION = 'woonbrug_retention';
/** The portal's own role: owns nothing, and row-level security binds it. */
const PORTAL = 'portal';

/**
 * Creates the database and its roles where they are missing, and runs what was not run yet.
 * @param admin address of a database for somebody who may create roles and databases
 * @param given the password of the portal's role; absent: one derived from the admin's, so that there is one secret to keep
 * @param keeps whether a role that is there keeps the password that it has, for another portal may run with it
 * @returns the address for the portal, whose role owns nothing
 */
export async function migrate(admin: (database?: string) => string, database: string, given?: string, { keeps = false } = {}): Promise<string> {
  const url = new URL(admin(database));
  const password = given ?? createHash('sha256').update(`portal:${url.password}`).digest('hex');
  await using(admin(), {}, async (server) => {
    const roles = await server.query<{ rolname: string }[]>('select rolname from pg_roles where rolname = any($1)', [[OWNER, RETENTION, PORTAL]]);
    const missing = (role: string) => !roles.some(({ rolname }) => rolname === role);
    if (missing(OWNER)) await server.query(`create role ${OWNER} nologin nosuperuser nobypassrls`);
    if (missing(RETENTION)) await server.query(`create role ${RETENTION} nologin nosuperuser nobypassrls`);
    if (missing(PORTAL)) await server.query(`create role ${PORTAL} login nosuperuser nobypassrls`);
    if (missing(PORTAL) || !keeps) await server.query(`alter role ${PORTAL} password '${password.replaceAll("'", "''")}'`);
    await server.query(`grant ${OWNER} to current_user; grant ${RETENTION} to ${OWNER}`);
    const [found] = await server.query<unknown[]>('select from pg_database where datname = $1', [database]);
    if (!found) await server.query(`create database "${database}" owner ${OWNER}`);
  });
  // A database that somebody made for us belongs to somebody else.
  await using(url.href, {}, (source) => source.query(`grant create on database "${database}" to ${OWNER}; grant usage, create on schema public to ${OWNER}`));
  await using(url.href, { options: `-c role=${OWNER}` }, async (source) => {
    await source.runMigrations({ transaction: 'all' });
    const { inside, outside } = halvesOf(contextKey(password));
    await source.query('insert into me.secret (inside, outside) values ($1, $2) on conflict (one) do update set inside = excluded.inside, outside = excluded.outside', [inside, outside]);
  });
  await createQueues(url.href);
  url.username = PORTAL;
  url.password = password;
  return url.href;
}

/** pg-boss makes its own tables; the portal may use them, not change them. */
async function createQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schedule: false, supervise: false, max: 1 });
  await boss.start();
  // One at a time; of a worker that died in the middle nobody waits for longer than a minute.
  await boss.createQueue('terms', { policy: 'singleton', retryLimit: 5, retryBackoff: true, expireInSeconds: 60 });
  // One waits, is busy or is to be tried again, never two; a mail server that is down is asked again after 5 minutes at the latest, for as long as it takes.
  await boss.createQueue('mail', { policy: 'exclusive', retryLimit: 100_000, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 120 });
  await boss.createQueue('scans', { policy: 'singleton', retryLimit: 5, retryBackoff: true, expireInSeconds: 300 });
  await boss.createQueue('seals', { policy: 'singleton', retryLimit: 5, retryBackoff: true, expireInSeconds: 60 });
  await boss.createQueue('retention', { policy: 'singleton', retryLimit: 5, retryBackoff: true, expireInSeconds: 300 });
  await boss.stop({ graceful: false });
  await using(url, {}, (source) =>
    source.query(`grant usage on schema pgboss to ${PORTAL}; grant select, insert, update, delete on all tables in schema pgboss to ${PORTAL}; grant execute on all functions in schema pgboss to ${PORTAL}`),
  );
}

async function using<T>(url: string, extra: object, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource({ type: 'postgres', url, migrations: MIGRATIONS, poolSize: 1, extra }).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
