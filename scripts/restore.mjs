// @ts-check
/**
 * `npm run restore -- FILE`: the database of DATABASE_URL from a backup. It is built and checked beside the one that is there, which is replaced only by `-- FILE --replace`, and
 * only when all is well. What the registers of retention say was destroyed since (TRAIL_HEADS, or `--erasures FOLDER`) is destroyed again before. No mail leaves until `npm run restore -- --release-mail`, for what was waiting in the backup may have gone since.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureHome, ROOT, setUp, step } from './setup.mjs';

const from = process.cwd();
await setUp(import.meta.url);

const { default: pg } = await import('pg');
const { openBackup } = await import('./backup-file.mjs');
const { build, isBuilt } = await import('./build.mjs');
const { contentFaults, contentsOf, wallFaults, wallsOf } = await import('./database-facts.mjs');
const { addressOf } = await import('./database.mjs');
const { findTool, runTool } = await import('./postgres-tools.mjs');
const { trailSettings } = await import('./trail.mjs');

const OWNER = 'woonbrug_owner';
const FAULTS = 40;
/** Of a restore that runs on the server. */
const LOCK = 20262032;
/** On the databases that a restore makes. */
const MARK = 'Made by npm run restore, which removes it.';

/** @typedef {ReturnType<typeof addressOf>} Target */

try {
  const { address, release, ...backup } = asked();
  const target = addressOf(address);
  if (release) console.log(`\n  ${await releaseMail(target.url())} mails that were held may leave now.`);
  else await restore(backup, target);
} catch (error) {
  console.error(`\nNothing was restored: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @param {{ file: string, key: string | undefined, plain: boolean, replace: boolean, erasures: string | undefined }} asked @param {Target} target */
async function restore({ file, key, plain, replace, erasures }, target) {
  const { manifest, dump } = await step('Checking the backup', () => openBackup(file, key, { plain }));
  let done = { held: 0, again: '' };
  await using(target.url('postgres'), async (admin) => {
    const { rows: [server] } = await admin.query(`select current_setting('server_version_num')::int / 10000 as major, rolsuper or rolbypassrls as sees, rolname as name, exists (select from pg_database where datname = $1) as there, pg_try_advisory_lock($2) as free from pg_roles where rolname = current_user`, [target.name, LOCK]);
    if (!server.sees) throw new Error(`the role ${server.name} of DATABASE_URL is bound by row-level security and could not see whether all is there: name a superuser, or a role with BYPASSRLS.`);
    if (!server.free) throw new Error('another restore runs on this server: wait until it has ended.');
    if (server.major < manifest.server) throw new Error(`the backup is of PostgreSQL ${manifest.server}, and this server is ${server.major}: restore it on one that is not older.`);
    if (server.there && !replace && !(await using(target.url(), isEmpty))) throw new Error(`the database ${target.name} is not empty: name another one with DATABASE_URL, or replace all that is in it with --replace.`);
    const program = findTool('pg_restore', Math.max(manifest.dumped, server.major));
    if (!isBuilt()) await step('Building', build);
    await clear(target);
    try {
      done = await rebuild(manifest, dump, program, target, erasures);
      if (server.there) await keepKey(target);
      await takePlace(admin, target, server.there);
    } finally {
      await clear(target).catch((error) => console.error(`  What was made on the way is still there, until the next restore: ${error.message}`));
    }
  });
  console.log(`
  ${target.name} is as it stood at ${manifest.made}: ${Object.values(manifest.tables).reduce((all, each) => all + each.rows, 0)} rows, ${manifest.files.length} attachments, walls and rights as the migrations make them.
  What was done since is not in it: who was let go or shut out since must be so again before the portal opens.
  ${done.again}
  ${done.held} mails are held, for they may have left since. When they may leave: npm run restore -- --release-mail`);
}

/**
 * Builds it beside what is there, and checks it.
 * @param {import('./backup-file.mjs').Manifest} manifest @param {() => AsyncIterable<Buffer>} dump @param {string} program pg_restore @param {Target} target @param {string | undefined} erasures
 * @returns {Promise<{ held: number, again: string }>} mails that are held, and what was destroyed again
 */
async function rebuild(manifest, dump, program, target, erasures) {
  const { migrate } = await import(new URL('../dist/migrations/migrate.js', import.meta.url).href);
  const { loadReference } = await import(new URL('../dist/apps/setup/src/setup.js', import.meta.url).href);
  const { openFaults } = await import(new URL('../dist/apps/api/src/open-faults.js', import.meta.url).href);
  const { fresh, restoring } = besides(target);
  const url = target.url(restoring);
  const admin = (database = 'postgres') => target.url(database);
  // Also makes the roles; the portal's password is a setting, not a part of the backup, and a portal may run with it.
  const upToDate = (/** @type {string} */ name) => migrate(admin, name, process.env.PORTAL_PASSWORD, { keeps: true });

  const wanted = await step('Building the walls as the migrations make them', async () => {
    await make(target, fresh);
    await upToDate(fresh);
    return using(target.url(fresh), wallsOf);
  });
  await step('Restoring', async () => {
    await make(target, restoring, `owner ${OWNER}`);
    const { stream, ended } = runTool(program, url, ['--exit-on-error', '--single-transaction'], 'write');
    // What the tool says of its end tells more than the pipe that it closed.
    const piped = pipeline(dump(), stream).catch((error) => (/EPIPE|premature/i.test(`${error.code} ${error.message}`) ? ended : Promise.reject(error)));
    await Promise.all([piped, ended]);
  });
  const contents = await step('Counting', () => using(url, contentsOf));
  refuse('what was restored is not what was backed up', contentFaults(manifest, contents));
  await step('Bringing it up to date', async () => {
    await upToDate(restoring);
    await loadReference(url, { invented: false });
  });
  const again = await destroyAgain(url, erasures);
  await step('Checking the walls', async () => {
    refuse('its walls are not as the migrations make them', wallFaults(wanted, await using(url, wallsOf)));
    refuse('the portal would not open on it', await openFaults(url));
  });
  const held = await step('Holding the mail', () => using(url, holdMail));
  verifyTrail(url);
  return { held, again };
}

/**
 * What was destroyed since the backup is in it again: it goes before anybody can look (DL-04).
 * @param {string} url @param {string} [folder] of the registers
 */
async function destroyAgain(url, folder) {
  const { TRAIL_HEADS, TRAIL_KEY } = trailSettings(ensureHome());
  const heads = folder ?? TRAIL_HEADS;
  if (!folder && !existsSync(path.join(heads, 'erasures'))) return 'No register of what was destroyed was found (TRAIL_HEADS, or --erasures FOLDER): if retention destroyed anything since, it is in it again.';
  const { replay } = await import(new URL('../dist/apps/setup/src/trail/replay.js', import.meta.url).href);
  const { erased, rows } = await step('Destroying again what was destroyed since', () => replay(url, heads, process.env.TRAIL_PUBLIC_KEY || `${TRAIL_KEY}.pub`));
  return `${erased} erasures since were done again: ${rows} rows.`;
}

/**
 * Gives it the name, in one act: the name is that of the old database or of the new one, whatever breaks meanwhile. Who is connected is ended; who
 * comes meanwhile waits, for the first renaming locks the name and then waits until all have gone.
 * @param {import('pg').Client} admin @param {Target} target @param {boolean} there whether there is an old one
 */
async function takePlace(admin, target, there) {
  const { restoring, before } = besides(target);
  const act = [
    ...(there ? [`alter database "${target.name}" rename to "${before}"`, `comment on database "${before}" is '${MARK}'`] : []),
    `alter database "${restoring}" rename to "${target.name}"`,
    `comment on database "${target.name}" is null`,
  ];
  let isOver = false;
  const ending = using(target.url('postgres'), async (client) => {
    for (; !isOver; await sleep(50)) await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1)', [[target.name, restoring]]);
  }).catch(() => {}); // the renaming tells that somebody is there still
  try {
    await admin.query('begin');
    for (const statement of act) await admin.query(statement);
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback').catch(() => {});
    throw error;
  } finally {
    isOver = true;
    await ending;
  }
}

/**
 * The role of a portal that runs keeps its password, whatever PORTAL_PASSWORD says, and so the key of who acts.
 * @param {Target} target
 */
async function keepKey(target) {
  const { rows: [{ keeps }] } = await using(target.url(), (client) => client.query(`select to_regclass('me.secret') is not null as keeps`));
  if (!keeps) return;
  const { rows: [key] } = await using(target.url(), (client) => client.query('select inside, outside from me.secret'));
  if (key) await using(target.url(besides(target).restoring), (client) => client.query('update me.secret set inside = $1, outside = $2', [key.inside, key.outside]));
}

/** The databases of a restore itself. @param {Target} target */
function besides({ name }) {
  return { fresh: `${name}_fresh`, restoring: `${name}_restoring`, before: `${name}_before` };
}

/** @param {Target} target @param {string} name @param {string} [how] */
function make(target, name, how = '') {
  return using(target.url('postgres'), async (client) => {
    await client.query(`create database "${name}" ${how}`);
    await client.query(`comment on database "${name}" is '${MARK}'`);
  });
}

/** Removes what a restore made on its way, this one or one that was killed; never what is somebody else's. @param {Target} target */
function clear(target) {
  return using(target.url('postgres'), async (client) => {
    const { rows } = await client.query(`select datname as name, shobj_description(oid, 'pg_database') as mark from pg_database where datname = any($1)`, [Object.values(besides(target))]);
    const other = rows.find(({ mark }) => mark !== MARK);
    if (other) throw new Error(`the database ${other.name} is there, and bears no mark of a restore: rename it, or drop it when nobody needs it.`);
    for (const { name } of rows) await client.query(`drop database "${name}" with (force)`);
  });
}

/**
 * Whatever is due now was due, or became due, without this database knowing whether it left (decisions 22): it waits for somebody who knows.
 * @param {import('pg').Client} client @returns {Promise<number>}
 */
async function holdMail(client) {
  await client.query('begin');
  await client.query(
    `insert into mail (id, partner_id, person_id, kind, notice_id, until, state, queued_at, next_at)
     select d.id, d.partner_id, d.person_id, d.kind, d.notice_id, d.until, 'QUEUED', now(), 'infinity'
     from due_mails(now(), now() - interval '3 days', (today() + $1::time) at time zone 'Europe/Brussels', (select array_agg(id) from partner), 1000000) d on conflict (id) do nothing`,
    [process.env.DIGEST_AT || '07:30'],
  );
  await client.query(`update mail set next_at = 'infinity', version = version + 1 where state in ('QUEUED', 'SENDING') and next_at < 'infinity'`);
  await client.query(`update pending_signal set next_at = 'infinity' where mailed_at is null and confirmed_at is null`);
  const { rows: [{ held }] } = await client.query(`select (select count(*)::int from mail where next_at = 'infinity' and state in ('QUEUED', 'SENDING')) + (select count(*)::int from pending_signal where next_at = 'infinity' and mailed_at is null and confirmed_at is null) as held`);
  await client.query('commit');
  return held;
}

/** @param {string} url @returns {Promise<number>} */
function releaseMail(url) {
  return using(url, async (client) => {
    const mails = await client.query(`update mail set next_at = now(), version = version + 1 where next_at = 'infinity' and state in ('QUEUED', 'SENDING')`);
    const signals = await client.query(`update pending_signal set next_at = now() where next_at = 'infinity' and mailed_at is null and confirmed_at is null`);
    return Number(mails.rowCount) + Number(signals.rowCount);
  });
}

/** Whether the trail is as it was sealed: told, for what was sealed since the backup is not in it. @param {string} url */
function verifyTrail(url) {
  const { status } = spawnSync(process.execPath, ['scripts/trail-verify.mjs'], { cwd: ROOT, env: { ...process.env, DATABASE_URL: url }, stdio: 'inherit' });
  if (status !== 0) console.log('  The trail is not as it was last sealed: of a backup, only what was sealed after it may be missing.');
}

/** @param {import('pg').Client} client */
async function isEmpty(client) {
  const { rowCount } = await client.query(`select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' limit 1`);
  return rowCount === 0;
}

/** @param {string} why @param {string[]} faults */
function refuse(why, faults) {
  const more = faults.length > FAULTS ? `\n- and ${faults.length - FAULTS} more` : '';
  if (faults.length) throw new Error(`${why}:\n- ${faults.slice(0, FAULTS).join('\n- ')}${more}`);
}

/** @template T @param {string} url @param {(client: import('pg').Client) => Promise<T>} work @returns {Promise<T>} */
async function using(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'woonbrug-restore' });
  client.on('error', () => {}); // the next question fails with it
  await client.connect().catch((error) => {
    throw new Error(`the database of DATABASE_URL does not answer (${error.message || error.code}).`);
  });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function asked() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { plain: { type: 'boolean', default: false }, replace: { type: 'boolean', default: false }, erasures: { type: 'string' }, 'release-mail': { type: 'boolean', default: false } } });
  const { BACKUP_KEY: key, DATABASE_URL: address = '' } = process.env;
  const release = values['release-mail'];
  if (positionals.length !== (release ? 0 : 1)) throw new Error('name one file: npm run restore -- FILE.');
  if (!address) throw new Error('name the database with DATABASE_URL (postgres://owner:password@host:5432/woonbrug).');
  return { file: release ? '' : path.resolve(process.env.INIT_CWD ?? from, positionals[0]), key, address, plain: values.plain, replace: values.replace, erasures: values.erasures && path.resolve(process.env.INIT_CWD ?? from, values.erasures), release };
}
