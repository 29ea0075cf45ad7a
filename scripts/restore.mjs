// @ts-check
/**
 * `npm run restore -- FILE`: the database of DATABASE_URL from a backup. It is built and checked beside the one that is there, which is replaced only by `-- FILE --replace`, and
 * only when all is well. No mail leaves until `npm run restore -- --release-mail`, for what was waiting in the backup may have gone since.
 */
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ROOT, setUp, step } from './setup.mjs';

const from = process.cwd();
await setUp(import.meta.url);

const { default: pg } = await import('pg');
const { openBackup } = await import('./backup-file.mjs');
const { build, isBuilt } = await import('./build.mjs');
const { contentFaults, contentsOf, wallFaults, wallsOf } = await import('./database-facts.mjs');
const { addressOf } = await import('./database.mjs');
const { findTool, runTool } = await import('./postgres-tools.mjs');

const OWNER = 'woonbrug_owner';
const FAULTS = 20;

try {
  const { file, key, address, replace, release } = asked();
  const target = addressOf(address);
  if (release) console.log(`\n  ${await releaseMail(target.url())} mails that were held may leave now.`);
  else await restore(file, key, target, replace);
} catch (error) {
  console.error(`\nNothing was restored: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @param {string} file @param {string | undefined} key @param {ReturnType<typeof addressOf>} target @param {boolean} replace */
async function restore(file, key, target, replace) {
  const { manifest, dump } = await step('Checking the backup', () => openBackup(file, key));
  const admin = (database = 'postgres') => target.url(database);
  const server = await using(admin(), async (client) => {
    const { rows: [is] } = await client.query(`select current_setting('server_version_num')::int / 10000 as major, rolsuper or rolbypassrls as sees, rolname as name, exists (select from pg_database where datname = $1) as there from pg_roles where rolname = current_user`, [target.name]);
    return is;
  });
  if (!server.sees) throw new Error(`the role ${server.name} of DATABASE_URL is bound by row-level security and could not see whether all is there: name a superuser, or a role with BYPASSRLS.`);
  if (server.major < manifest.server) throw new Error(`the backup is of PostgreSQL ${manifest.server}, and this server is ${server.major}: restore it on one that is not older.`);
  if (server.there && !replace && !(await using(target.url(), isEmpty))) throw new Error(`the database ${target.name} is not empty: name another one with DATABASE_URL, or replace all that is in it with --replace.`);
  const program = findTool('pg_restore', Math.max(manifest.dumped, server.major));
  if (!isBuilt()) await step('Building', build);
  const { migrate } = await import(new URL('../dist/migrations/migrate.js', import.meta.url).href);
  const { loadReference } = await import(new URL('../dist/apps/setup/src/setup.js', import.meta.url).href);
  const { openFaults } = await import(new URL('../dist/apps/api/src/open-faults.js', import.meta.url).href);

  const [fresh, restoring] = ['fresh', 'restoring'].map((what) => `${target.name}_${what}`);
  const drop = (/** @type {string[]} */ ...names) => using(admin(), async (client) => {
    for (const name of names) await client.query(`drop database if exists "${name}" with (force)`);
  });
  await drop(fresh, restoring);
  try {
    // Also makes the roles; the portal's password is a setting, not a part of the backup.
    const wanted = await step('Building the walls as the migrations make them', async () => {
      await migrate(admin, fresh, process.env.PORTAL_PASSWORD);
      return using(target.url(fresh), wallsOf);
    });
    await step('Restoring', async () => {
      await using(admin(), (client) => client.query(`create database "${restoring}" owner ${OWNER}`));
      const { stream, ended } = runTool(program, target.url(restoring), ['--exit-on-error', '--single-transaction'], 'write');
      // What the tool says of its end tells more than the pipe that it closed.
      const piped = pipeline(dump(), stream).catch((error) => (/EPIPE|premature/i.test(`${error.code} ${error.message}`) ? ended : Promise.reject(error)));
      await Promise.all([piped, ended]);
    });
    const contents = await step('Counting', () => using(target.url(restoring), contentsOf));
    refuse('what was restored is not what was backed up', contentFaults(manifest, contents));
    const portalUrl = await step('Bringing it up to date', async () => {
      const url = await migrate(admin, restoring, process.env.PORTAL_PASSWORD);
      await loadReference(target.url(restoring), { invented: false });
      return url;
    });
    await step('Checking the walls', async () => {
      refuse('its walls are not as the migrations make them', wallFaults(wanted, await using(target.url(restoring), wallsOf)));
      refuse('the portal would not open on it', await openFaults(portalUrl));
    });
    const held = await step('Holding the mail', () => using(target.url(restoring), holdMail));
    verifyTrail(target.url(restoring));
    await using(admin(), async (client) => {
      if (server.there) await client.query(`drop database "${target.name}" with (force)`);
      await client.query(`alter database "${restoring}" rename to "${target.name}"`);
    });
    const rows = Object.values(contents.tables).reduce((all, each) => all + each.rows, 0);
    console.log(`
  ${target.name} is as it stood at ${manifest.made}: ${rows} rows, ${contents.files.length} attachments, walls and rights as the migrations make them.
  What was done since is not in it: who was let go or shut out since must be so again before the portal opens.
  ${held} mails are held, for they may have left since. When they may leave: npm run restore -- --release-mail`);
  } finally {
    await drop(fresh, restoring);
  }
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

/** Whether the trail is as it was sealed, where this portal seals it: told, for what was sealed since the backup is not in it. @param {string} url */
function verifyTrail(url) {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  if (!scripts['trail:verify']) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'trail:verify'], { cwd: ROOT, env: { ...process.env, DATABASE_URL: url }, stdio: 'inherit' });
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
  await client.connect().catch((error) => {
    throw new Error(`the database of DATABASE_URL does not answer (${error.message || error.code}).`);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function asked() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean', default: false }, 'release-mail': { type: 'boolean', default: false } } });
  const { BACKUP_KEY: key, DATABASE_URL: address = '' } = process.env;
  const release = values['release-mail'];
  if (positionals.length !== (release ? 0 : 1)) throw new Error('name one file: npm run restore -- FILE.');
  if (!address) throw new Error('name the database with DATABASE_URL (postgres://owner:password@host:5432/woonbrug).');
  return { file: release ? '' : path.resolve(process.env.INIT_CWD ?? from, positionals[0]), key, address, replace: values.replace, release };
}
