// @ts-check
/** The database of `npm start`: the one that DATABASE_URL names, else a PostgreSQL of our own in the private folder. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startPostgres, stopLeftover } from './postgres.mjs';

/**
 * @typedef {{ url(database?: string): string, name: string, adopted: boolean, onEnd(react: () => void): void, stop(): Promise<void> }} Database
 *   `url`: address for the owner, without a name of the place where databases are made
 */

/** @param {string} home @returns {Promise<Database>} */
export async function openDatabase(home) {
  if (process.env.DATABASE_URL) return named(process.env.DATABASE_URL);
  return { name: 'woonbrug', ...(await startPostgres(home)) };
}

/** Removes the data and keeps the packages and the browser. @param {string} home */
export async function resetDatabase(home) {
  if (process.env.DATABASE_URL) throw new Error('--reset empties only .woonbrug, never the database that DATABASE_URL names: empty that one yourself.');
  await stopLeftover(home);
  for (const name of readdirSync(home)) if (!/^(chromium|test)/.test(name)) rmSync(path.join(home, name), { recursive: true, force: true });
}

/** What an address says: of which database, and how others there are called. @param {string} address @returns {{ url(database?: string): string, name: string }} */
export function addressOf(address) {
  const form = 'DATABASE_URL must look like postgres://owner:password@host:5432/woonbrug';
  if (!URL.canParse(address) || !/^postgres(ql)?:$/.test(new URL(address).protocol)) throw new Error(`${form}.`);
  const name = decodeURIComponent(new URL(address).pathname.slice(1));
  if (!name) throw new Error(`${form}, and names no database.`);
  return { name, url: (database = name) => Object.assign(new URL(address), { pathname: `/${encodeURIComponent(database)}` }).href };
}

/** @param {string} address @returns {Promise<Database>} */
async function named(address) {
  const { url, name } = addressOf(address);
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 });
  await client.connect().catch((error) => {
    throw new Error(`the database of DATABASE_URL does not answer (${error.message || error.code}).`);
  });
  await client.end();
  return { url, name, adopted: false, onEnd() {}, async stop() {} };
}
