/** Says who gained or lost what between the book of another revision and the one that runs; called by `npm run privacy:diff`. */
import { readFileSync } from 'node:fs';
import { type BookFile, bookFile, differenceOf, gainLine } from '#kernel';
import { book } from '#privacy';
import { missingGains } from './gains.js';

/** @param revision how the other book is called in what is said */
function differencePage(before: BookFile, revision: string): string {
  const { gained, lost } = differenceOf(before, bookFile(book));
  const part = (title: string, cells: readonly string[]) => [`${title}: ${cells.length || 'nothing'}`, ...cells.map((cell) => `  ${cell}`)];
  return [`The privacy book: version ${before.version} at ${revision}, version ${book.version} now.`, ...part('Gained', gained), ...part('Lost', lost)].join('\n');
}

const [, , given, revision] = process.argv;
if (given === '--baseline') console.log(missingGains().map(gainLine).join('\n') || 'Every gain since the agreed baseline stands in a decision record.');
else console.log(differencePage(JSON.parse(readFileSync(given, 'utf8')) as BookFile, revision));
