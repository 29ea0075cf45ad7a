import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { REGIME_OF } from '#directory';
import { type Book, type BookFile, bookFile, type Capacity, faultsOf, unagreed } from '#kernel';
import { book } from '#privacy';
import { verbs } from '../house/matrix.js';
import { capacities, differing, RECORDS, verbsOf } from '../house/meetings.js';
import { type Mutant, mutantsOf } from './book-mutants.js';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as BookFile;
const agreed = read('docs/decisions/privacy-book-1.json');
const printed = JSON.stringify(read('docs/privacy-book.json'));
const decisions = readdirSync('docs/decisions').filter((file) => file.endsWith('.md')).map((file) => readFileSync(`docs/decisions/${file}`, 'utf8'));

const verbsDiffer = (of: Book, capacity: Capacity) => capacities.some(([kind, role]) => `${kind}/${role}` === capacity && String(verbsOf(of, capacity)) !== String(verbs(kind, role)));

/** The tests that look at the book, in the order in which they are asked; each as it stands where it is named. */
const KILLERS: { [test: string]: (mutant: Mutant) => boolean } = {
  'the portal does not start': ({ book: of }) => faultsOf(of, REGIME_OF).length > 0,
  'test/house/matrix.spec.ts › is what the book says': ({ book: of, capacity, records = RECORDS }) => differing(of, capacity, records.filter((each) => RECORDS.includes(each))).next().done === false,
  'test/house/matrix.spec.ts › gives each capacity these verbs and no more': ({ book: of, capacity }) => capacity !== undefined && verbsDiffer(of, capacity),
  'test/house/gains.spec.ts › gives nobody more than was agreed': ({ book: of }) => unagreed(agreed, bookFile(of), decisions).length > 0,
  'test/house/gains.spec.ts › stands in docs as it is': ({ book: of }) => JSON.stringify(bookFile(of)) !== printed,
};

describe('each mutant of the privacy book', () => {
  it('is none: the book itself is killed by nobody', () => {
    const sound: Mutant = { what: 'nothing', book };
    expect(Object.entries(KILLERS).filter(([, kills]) => kills(sound)).map(([test]) => test)).toEqual([]);
  });

  it('is killed by a test', () => {
    const killed = new Map<string, number>(Object.keys(KILLERS).map((test) => [test, 0]));
    const survivors: string[] = [];
    for (const mutant of mutantsOf(book)) {
      const [test] = Object.entries(KILLERS).find(([, kills]) => kills(mutant)) ?? [];
      if (test) killed.set(test, killed.get(test)! + 1);
      else survivors.push(mutant.what);
    }
    const all = [...killed.values()].reduce((sum, count) => sum + count, survivors.length);
    process.stderr.write(`${all} mutants of the privacy book\n${[...killed].map(([test, count]) => `${String(count).padStart(7)}  ${test}\n`).join('')}${String(survivors.length).padStart(7)}  survive\n`);
    expect(survivors).toEqual([]);
    expect(all).toBeGreaterThan(3000);
  }, 3_600_000);
});
