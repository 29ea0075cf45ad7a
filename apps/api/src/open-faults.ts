import { DataSource } from 'typeorm';
import { arrowsOf, databaseFaults } from '#kernel';
// Every record must be known before a table without one is a fault.
import '#imports';
import './doors.js';
import { flows } from './flows.js';

/** Why a portal would not open on a database: a wall that is missing, or workflow tables that are not those of the code. */
export async function faultsOfDatabase(database: DataSource): Promise<string[]> {
  return [...(await databaseFaults(database)), ...(await staleArrows(database))];
}

/** The same, of a database that no portal has open. @param admin address for somebody who may become the portal's own role */
export async function openFaults(admin: string): Promise<string[]> {
  const database = await new DataSource({ type: 'postgres', url: admin, extra: { options: '-c role=portal' }, poolSize: 1 }).initialize();
  try {
    return await faultsOfDatabase(database);
  } finally {
    await database.destroy();
  }
}

async function staleArrows(database: DataSource): Promise<string[]> {
  const stored = await database.query<{ arrow: string }[]>(`select flow || ' ' || from_state || ' ' || to_state as arrow from arrow`);
  const wanted = flows.flatMap((flow) => arrowsOf(flow).map(({ from, to }) => `${flow.name} ${from} ${to}`));
  const same = stored.length === wanted.length && stored.every(({ arrow }) => wanted.includes(arrow));
  return same ? [] : ['The workflow tables in the database are not those of the code: load the reference data again (npm start does it).'];
}
