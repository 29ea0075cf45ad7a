import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BookFile, bookFile, unagreed } from '#kernel';
import { book } from '#privacy';

const DECISIONS = 'docs/decisions';

/** What the book gives beyond the agreed baseline, and no decision record tells of. */
export function missingGains(): string[] {
  const baseline = JSON.parse(readFileSync(path.join(DECISIONS, 'privacy-book-1.json'), 'utf8')) as BookFile;
  const decisions = readdirSync(DECISIONS).filter((file) => file.endsWith('.md')).map((file) => readFileSync(path.join(DECISIONS, file), 'utf8'));
  return unagreed(baseline, bookFile(book), decisions);
}
