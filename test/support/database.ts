import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one test file: a copy of the migrated and filled one. */
export type TestDatabase = {
  /** For the portal's own role. */
  url: string;
  /** For a superuser, whom no wall binds: to look at what really stands there, and to arrange. */
  ownerUrl: string;
  drop(): Promise<void>;
};

export async function copyDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asOwner(`create database ${name} template template`);
  const at = (address: string | undefined) => Object.assign(new URL(address!), { pathname: `/${name}` }).href;
  return { url: at(process.env.TEST_DATABASE_URL), ownerUrl: at(process.env.TEST_OWNER_URL), drop: () => asOwner(`drop database ${name} with (force)`) };
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
