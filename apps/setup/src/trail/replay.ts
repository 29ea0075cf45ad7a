import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { readErasure, readForgotten, readingKey, wholeLines } from '#kernel';

/**
 * Destroys again, in a database that came back from before, what the register outside says was destroyed; in one transaction (DL-04).
 * @param owner address of the database for who restores it
 * @param folder where the registers lie
 * @param key file of the key that reads them
 * @returns how many erasures the database did not know of, and how many rows that were
 * @throws when a line is missing, or is not the worker's: then nothing is done, for nobody knows what must go
 */
export async function replay(owner: string, folder: string, key: string): Promise<{ erased: number; rows: number }> {
  const reader = readingKey(readFileSync(key));
  // One that was being written is of what was done in the database already, and will be written again.
  const erasures = wholeLines(path.join(folder, 'erasures')).map((line, at) => {
    const erasure = readErasure(line, reader);
    if (erasure?.number !== String(at + 1)) throw new Error(`line ${at + 1} of the register of erasures in ${folder} is missing, or was not signed with this key.`);
    return erasure;
  });
  const forgotten = wholeLines(path.join(folder, 'forgotten')).flatMap((line) => readForgotten(line, reader));
  const db = new pg.Client({ connectionString: owner });
  await db.connect();
  try {
    await db.query('begin; set local role woonbrug_retention');
    const { rows: [{ known }] } = await db.query<{ known: number }>('select coalesce(max(number), 0)::int as known from retention_erasure');
    if (known > erasures.length) throw new Error(`the backup knows of ${known} erasures and the register in ${folder} of ${erasures.length}: it is not whole.`);
    let rows = 0;
    for (const { number, at, dossierId, partnerId, part, classes } of erasures) {
      const answer = await db.query<{ n: number }>('select retention.replay($1, to_timestamp($2), $3, $4, $5, $6) as n', [number, at, dossierId, partnerId, part, classes]);
      rows += answer.rows[0].n;
    }
    await db.query('set local role woonbrug_owner');
    await db.query('select empty_lines($1)', [forgotten]);
    await db.query('commit');
    return { erased: erasures.length - known, rows };
  } finally {
    await db.end();
  }
}
