import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { readingKey } from '#kernel';
import { type Found, verifyTrail } from './verify.js';

/** Seconds within which a line is sealed and its head is outside: a run each minute, and its repetitions. */
const LATE = 300;

/** What of the running portal is looked at: as its owner, who reads what the walls keep from everybody else. */
export type Where = { owner: string; heads: string; key: string };

/** @returns whether the trail is whole, and the sentence that says so or names the first broken link */
export async function reportOf({ owner, heads, key }: Where): Promise<{ whole: boolean; says: string }> {
  const file = path.join(heads, 'heads');
  if (!existsSync(file)) return { whole: false, says: `The trail cannot be verified: there is no file ${file} (TRAIL_HEADS).` };
  // Before the database is looked at: each head tells of a link that is there already. Behind the last line feed a head is being written.
  const lines = readFileSync(file, 'latin1').split('\n').slice(0, -1);
  const db = new pg.Client({ connectionString: owner, options: '-c role=woonbrug_owner -c jit=off' });
  await db.connect();
  try {
    await db.query('begin isolation level repeatable read read only');
    const found = await verifyTrail(db, lines, readingKey(readFileSync(key)));
    return { whole: !found.broken, says: sentence(found) };
  } finally {
    await db.end();
  }
}

function sentence({ broken, links, lines, until, waiting, oldest }: Found): string {
  const moment = (seconds: number): string => new Date(seconds * 1000).toISOString();
  if (broken) return `The trail is BROKEN at link ${broken.link}${broken.line ? `, line ${broken.line}` : ''}: this link ${broken.what}.${links ? ` The ${links} links before it hold, until ${moment(until!)}.` : ''}`;
  const held = until === undefined ? 'nothing is sealed yet' : `${lines} lines in ${links} links, sealed until ${moment(until)}`;
  const late = oldest !== undefined && oldest < Date.now() / 1000 - LATE ? ' (does the worker run?)' : '';
  return `The trail is whole: ${held}; ${waiting === 0 ? 'no line waits' : `${waiting} lines wait for the next link, the oldest since ${moment(oldest!)}${late}`}.`;
}
