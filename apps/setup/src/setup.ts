/** What the database must hold before the portal opens: reference data always, invented people and stories to try it out. */
import path from 'node:path';
import pg from 'pg';
import { readDemo, readRegions } from '#directory';
import { partnerIds, writeReference } from './reference.js';
import { writePeople } from './people.js';
import { playStories } from './stories.js';

const DEPLOY = process.env.DEPLOY_FOLDER ?? 'deploy';
export const REFERENCE = path.resolve(DEPLOY, 'reference');
const DEMO = path.resolve(DEPLOY, 'demo');
const OWNER = '-c role=woonbrug_owner';

/** @param adminUrl address of the database for who migrates it */
export async function loadReference(adminUrl: string, { invented = true } = {}): Promise<void> {
  await asOwner(adminUrl, (owner) => writeReference(owner, REFERENCE, invented));
}

/** The invented people of the demo; those who are there already stay as they are. */
export async function loadPeople(adminUrl: string): Promise<void> {
  await asOwner(adminUrl, async (owner) => writePeople(owner, readDemo(DEMO, readRegions(REFERENCE)).people, await partnerIds(owner)));
}

/**
 * People and, in a database without any dossier, their stories.
 * @param portalUrl address of the same database for the portal's own role
 */
export async function loadDemo(adminUrl: string, portalUrl: string): Promise<void> {
  await loadPeople(adminUrl);
  await asOwner(adminUrl, async (owner) => {
    const { rowCount } = await owner.query('select from dossier limit 1');
    if (!rowCount) await playStories(portalUrl, REFERENCE, readDemo(DEMO, readRegions(REFERENCE)), owner);
  });
}

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, options: OWNER });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
