import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { REGIME_OF } from '#directory';
import { type Book, type BookFile, bookFile, type Capacity, faultsOf, unagreed } from '#kernel';
import { book } from '#privacy';
import { encounters, verbs } from '../house/deeds.js';
import { capacities, differing, misplaced, RECORDS, verbsOf } from '../house/meetings.js';
import { alike } from './alike.js';
import { type Mutant, mutantsOf } from './book-mutants.js';

const agreed = JSON.parse(readFileSync('docs/decisions/privacy-book-1.json', 'utf8')) as BookFile;
const decisions = readdirSync('docs/decisions').filter((file) => file.endsWith('.md')).map((file) => readFileSync(`docs/decisions/${file}`, 'utf8'));
const isFaulty = (of: Book): boolean => faultsOf(of, REGIME_OF).length > 0;

const verbsDiffer = (of: Book, only?: Capacity) => capacities.some(([kind, role]) => (!only || only === `${kind}/${role}`) && String(verbsOf(of, `${kind}/${role}` as Capacity)) !== String(verbs(kind, role)));
const among = (known: readonly string[], records: readonly string[] = known): string[] => records.filter((each) => known.includes(each));
const finds = (differences: Generator<string>): boolean => !differences.next().done;

const SAME = 'none: it gives everybody the abilities of the book itself';
/**
 * The tests that look at the book, in the order in which they are asked; each as it stands where it is named. They are asked of the page that
 * the fault stands on: what they say of every other page is what they say of the book itself.
 */
const KILLERS: { [test: string]: (mutant: Mutant) => boolean } = {
  'the portal does not start': ({ book: of, capacity, records }) => isFaulty(capacity && records ? { ...of, glass: {}, capacities: { [capacity]: Object.fromEntries(Object.entries(of.capacities[capacity]!).filter(([name]) => records.includes(name))) } } : of),
  'test/house/matrix.spec.ts › gives each capacity these verbs and no more': ({ book: of, capacity }) => verbsDiffer(of, capacity),
  'test/house/matrix.spec.ts › lets each do a deed on the rows that the table of deeds names, and read those of her own organisation': ({ book: of, capacity, records }) => finds(misplaced(of, capacity, among([...encounters.keys()], records), book)),
  'test/house/matrix.spec.ts › is what the book says': ({ book: of, capacity, records }) => finds(differing(of, capacity, among(RECORDS, records), book)),
  // No fault at all, though other words: told, and not counted as a test's.
  [SAME]: ({ book: of, records }) => of !== book && alike(of, book, records),
  'test/house/gains.spec.ts › gives nobody more than was agreed': ({ book: of }) => unagreed(agreed, bookFile(of), decisions).length > 0,
};

describe('each mutant of the privacy book', () => {
  it('is none: the book itself is killed by nobody', () => {
    const sound: Mutant = { what: 'nothing', book };
    expect(Object.entries(KILLERS).filter(([, kills]) => kills(sound)).map(([test]) => test)).toEqual([]);
    // Afterwards it is the sound one: where a mutant decides by the same rules, it is not asked again.
    expect([...misplaced(book), ...differing(book)].slice(0, 4)).toEqual([]);
  });

  it('is not taken for the book itself: a line, a law or a class less gives other abilities', () => {
    const page = book.capacities['OCMW/SOCIAL_WORKER']!;
    const [first, ...rest] = page.Referral!;
    const instead = (lines: NonNullable<typeof page.Referral>): Book => ({ ...book, capacities: { ...book.capacities, 'OCMW/SOCIAL_WORKER': { ...page, Referral: lines } } });
    expect([book, { ...book, laws: book.laws.slice(1) }, instead(rest), instead([{ ...first, classes: first.classes!.slice(1) }, ...rest])].map((of) => alike(of, book))).toEqual([true, false, false, false]);
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
    expect(all).toBeGreaterThan(15_000);
  }, 3_600_000);
});
