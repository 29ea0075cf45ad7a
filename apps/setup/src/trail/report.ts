import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { readForgotten, readingKey, wholeLines } from '#kernel';
import { type Broken, type Found, verifyTrail } from './verify.js';

/** What of the running portal is looked at: as its owner, who reads what the walls keep from everybody else. */
export type Where = { owner: string; heads: string; key: string };

/** @returns whether the trail is whole, and the sentence that says so, or what is broken and where */
export async function reportOf({ owner, heads, key }: Where, now = Date.now() / 1000): Promise<{ whole: boolean; says: string }> {
  const file = path.join(heads, 'heads');
  if (!existsSync(file)) return { whole: false, says: `The trail cannot be verified: there is no file ${file} (TRAIL_HEADS).` };
  // Before the database is looked at: each head tells of a link that is there already.
  const lines = wholeLines(file);
  const reader = readingKey(readFileSync(key));
  const db = new pg.Client({ connectionString: owner, options: '-c jit=off' });
  await db.connect();
  try {
    // The question takes the snapshot: what is emptied later is not in it.
    await db.query('begin isolation level repeatable read read only; select');
    const found = await verifyTrail(db, lines, reader, now, forgottenIn(heads, reader));
    return { whole: !found.refused && !found.broken.length && !found.late, says: sentence(found) };
  } finally {
    await db.end();
  }
}

/** Read behind the snapshot: a line stands here before it is emptied. */
function forgottenIn(heads: string, key: KeyObject): Set<string> {
  return new Set(wholeLines(path.join(heads, 'forgotten')).flatMap((line) => readForgotten(line, key)));
}

function sentence({ refused, broken, more, links, lines, until, stood, waiting, since, late }: Found): string {
  const moment = (seconds: number): string => new Date(seconds * 1000).toISOString();
  if (refused) return `The trail cannot be verified: ${refused}.`;
  const held = until === undefined ? 'nothing is sealed yet' : `${lines} lines in ${links} links, sealed until ${moment(until)}`;
  const [first, ...others] = broken;
  if (first) {
    const rest = [...others.map((each) => `${placeOf(each)} ${each.what}`), ...(more ? [`${more} more`] : [])];
    return `The trail is BROKEN at ${placeOf(first)}: this link ${first.what}.${rest.length ? ` And ${others.length + more} times more: ${rest.join('; ')}.` : ''}${links ? ` What holds: ${held}.` : ''}`;
  }
  if (late) return `The trail is NOT SEALED: nothing is broken, but lines wait since ${moment(since!)}; the worker does not seal, and until it does, they can be changed unseen. What holds: ${held}.`;
  const gaps = stood.length ? ` Lines waited too long, and could be changed meanwhile: ${stood.length} times, the last from ${moment(stood.at(-1)!.from)} to ${moment(stood.at(-1)!.to)}.` : '';
  return `The trail is whole: ${held}; ${waiting === 0 ? 'no line waits' : `${waiting} lines wait for the next link, since ${moment(since!)}`}.${gaps}`;
}

const placeOf = ({ link, line }: Broken): string => `link ${link}${line ? `, line ${line}` : ''}`;
