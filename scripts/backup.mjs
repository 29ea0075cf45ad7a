// @ts-check
/**
 * `npm run backup -- FILE`: all that the portal keeps, as it stood at one moment, while it goes on: the database of DATABASE_URL, in which the attachments
 * stand too. Sealed with BACKUP_KEY; `-- FILE --plain` leaves it unsealed, for a place that is sealed itself.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setUp, step } from './setup.mjs';

const from = process.cwd();
await setUp(import.meta.url);

const { default: pg } = await import('pg');
const { clearParts, writeBackup } = await import('./backup-file.mjs');
const { addressOf } = await import('./database.mjs');
const { contentsOf, LEFT_OUT } = await import('./database-facts.mjs');
const { findTool, majorOf, runTool } = await import('./postgres-tools.mjs');

try {
  await backUp(asked());
} catch (error) {
  console.error(`\nThere is no backup: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @param {{ file: string, key: string | undefined, address: string }} asked */
async function backUp({ file, key, address }) {
  await clearParts(file);
  const { url } = addressOf(address);
  const broken = new AbortController();
  // It only holds the snapshot while pg_dump works, longer than a server may want to wait.
  const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 5000, application_name: 'woonbrug-backup', options: '-c idle_in_transaction_session_timeout=0' });
  client.on('error', (error) => broken.abort(new Error(`the connection to the database broke (${error.message}).`)));
  await client.connect().catch((error) => {
    throw new Error(`the database of DATABASE_URL does not answer (${error.message || error.code}).`);
  });
  try {
    const { rows: [is] } = await client.query(`select current_setting('server_version_num')::int / 10000 as server, rolsuper or rolbypassrls as sees, rolname as name from pg_roles where rolname = current_user`);
    // For anybody else the walls would leave rows out, and nobody would notice.
    if (!is.sees) throw new Error(`the role ${is.name} of DATABASE_URL is bound by row-level security and would see a part only: name a superuser, or a role with BYPASSRLS.`);
    const program = findTool('pg_dump', is.server);
    // One moment for all: what is counted is what is dumped, whoever writes meanwhile.
    await client.query('begin isolation level repeatable read read only');
    const { rows: [{ snapshot, made }] } = await client.query('select pg_export_snapshot() as snapshot, now() as made');
    const { rows: migrations } = await client.query('select name from migrations order by id');
    const contents = await step('Counting', () => contentsOf(client));
    const manifest = { made: made.toISOString(), server: is.server, dumped: majorOf(program), migrations: migrations.map(({ name }) => name), ...contents };
    // The queues hold no fact, only that somebody is to look each minute, and the key of who acts comes with a password: the migrations make both again.
    const { stream, ended } = runTool(program, url(), ['--format=custom', `--snapshot=${snapshot}`, '--exclude-schema=pgboss', `--exclude-table-data=public.${LEFT_OUT}`, '--exclude-table-data=me.secret', '--lock-wait-timeout=60000'], 'read', broken.signal);
    const bytes = await step('Writing', () => writeBackup(file, manifest, stream, { key, ended }));
    const rows = Object.values(contents.tables).reduce((all, each) => all + each.rows, 0);
    console.log(`\n  ${file}: ${rows} rows and ${contents.files.length} attachments, as they stood at ${manifest.made}; ${bytes} bytes.`);
    if (!key) console.log('  It is NOT sealed: whoever reads it reads every dossier. Keep it where nobody can.');
  } catch (error) {
    throw broken.signal.reason ?? error;
  } finally {
    await client.end().catch(() => {});
  }
}

function asked() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { plain: { type: 'boolean', default: false } } });
  const { BACKUP_KEY: key = '', DATABASE_URL: address = '' } = process.env;
  if (positionals.length !== 1) throw new Error('name one file: npm run backup -- FILE.');
  const file = path.resolve(process.env.INIT_CWD ?? from, positionals[0]);
  if (!address) throw new Error('name the database with DATABASE_URL (postgres://owner:password@host:5432/woonbrug). What npm start keeps by itself is for trying out, and is not backed up.');
  if (!values.plain && key.length < 20) throw new Error('name the key that seals it with BACKUP_KEY, of at least 20 characters, and keep that key elsewhere than the backup; or say --plain.');
  if (existsSync(file)) throw new Error(`${file} is there already.`);
  return { file, key: values.plain ? undefined : key, address };
}
