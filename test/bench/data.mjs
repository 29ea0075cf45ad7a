// @ts-check
/** Databases full of generated referrals; one that was filled from the same sources is used again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { ROOT } from '../../scripts/setup.mjs';

const SQL = readFileSync(path.join(ROOT, 'test/bench/data.sql'), 'utf8');

/**
 * @typedef {{ rows: number, portalUrl: string, ownerUrl: string }} Database `portalUrl`: for the role that row-level security binds
 * @param {import('../../scripts/postgres.mjs').Postgres} postgres @param {number} rows @returns {Promise<Database>}
 */
export async function filledDatabase(postgres, rows) {
  const { migrate } = await import(new URL('../../dist/migrations/migrate.js', import.meta.url).href);
  const { loadPeople, loadReference } = await import(new URL('../../dist/apps/setup/src/setup.js', import.meta.url).href);
  const name = `rows_${rows}`;
  const ownerUrl = postgres.url(name);
  const print = fingerprint();
  const [found] = await run(postgres.url(), `select shobj_description(oid, 'pg_database') as print from pg_database where datname = '${name}'`);
  if (found && found.print !== print) await run(postgres.url(), `drop database ${name} with (force)`);
  const portalUrl = await migrate(postgres.url, name);
  if (found?.print === print) return { rows, portalUrl, ownerUrl };
  await loadReference(ownerUrl);
  await loadPeople(ownerUrl);
  const names = await run(ownerUrl, `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index where pg_get_indexdef(indexrelid) like '%gin_trgm_ops%'`);
  // Quicker to make anew than to keep while rows come in.
  for (const index of names) await run(ownerUrl, `drop index ${index.name}`);
  await run(ownerUrl, `begin; ${SQL.replaceAll('$rows', String(rows))} commit`);
  for (const index of names) await run(ownerUrl, `set maintenance_work_mem = '256MB'; ${index.made}`);
  await run(ownerUrl, 'vacuum (analyze)');
  await run(ownerUrl, `comment on database ${name} is '${print}'; checkpoint`);
  return { rows, portalUrl, ownerUrl };
}

/** A copy to write in, anew each time. @param {import('../../scripts/postgres.mjs').Postgres} postgres @param {Database} filled @returns {Promise<Database>} */
export async function copied(postgres, { rows, portalUrl }) {
  const name = `copy_${rows}`;
  await run(postgres.url(), `drop database if exists ${name} with (force)`);
  await run(postgres.url(), `create database ${name} template rows_${rows} strategy file_copy`);
  return { rows, portalUrl: portalUrl.replace(`/rows_${rows}`, `/${name}`), ownerUrl: postgres.url(name) };
}

/** The id that data.sql gives. @param {string} what @param {number} n */
export function idOf(what, n) {
  return createHash('md5').update(`${what} ${n}`).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}

/** @param {string} url @param {string} sql @param {unknown[]} [values] @returns {Promise<any[]>} */
export async function run(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function fingerprint() {
  const folder = path.join(ROOT, 'migrations');
  const hash = createHash('sha256').update(SQL);
  for (const file of readdirSync(folder).filter((name) => /^\d/.test(name)).sort()) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}
