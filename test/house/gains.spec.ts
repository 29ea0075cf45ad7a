import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Book, type BookFile, bookFile, differenceOf, matrixOf, may, see, unagreed } from '#kernel';
import { book } from '#privacy';
import '../../apps/api/src/doors.js';
import { missingGains } from '../../apps/setup/src/pages/gains.js';

const file = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as BookFile;

describe('the privacy book', () => {
  it('gives nobody more than was agreed: each gain stands in a decision record', () => {
    // The lines to write down: npm run privacy:diff -- --baseline.
    expect(missingGains()).toEqual([]);
  });

  it('has words for each of its conditions', () => {
    const said = matrixOf(book).flatMap(({ places }) => places.flatMap(({ classes, verbs }) => [...classes, ...verbs].flatMap(({ conditions }) => conditions)));
    expect(said.length).toBeGreaterThan(20);
    expect(said.flatMap((words) => words.split(', ')).filter((words) => !words.includes(' '))).toEqual([]);
  });

  it('stands in docs as it is', () => {
    expect(file('docs/privacy-book.json')).toEqual(bookFile(book));
  });
});

describe('a wider book', () => {
  const agreed = bookFile(book);
  const wider: Book = { ...book, capacities: { ...book.capacities, 'MUNICIPALITY/DPO': { ...book.capacities['MUNICIPALITY/DPO'], Client: [see('OWNER', 'IDENTITY'), may('open', 'OWNER', { partnerId: 'x' })] } } };
  const gained = ['MUNICIPALITY/DPO Client OWNER may open where partnerId = x', 'MUNICIPALITY/DPO Client OWNER see CORE', 'MUNICIPALITY/DPO Client OWNER see IDENTITY'];

  it('is seen by each thing that it gives', () => {
    expect(differenceOf(agreed, bookFile(wider))).toEqual({ gained, lost: [] });
    expect(differenceOf(bookFile(wider), agreed)).toEqual({ gained: [], lost: gained });
  });

  it('is one with a law less, for whom it bound', () => {
    const { gained: without } = differenceOf(agreed, bookFile({ ...book, laws: book.laws.slice(1) }));
    expect(without).toEqual(expect.arrayContaining(['no law hides HEALTH from DISCRETION', 'no law hides JUDICIAL from OFFICIAL_SECRECY']));
  });

  it('is agreed on line by line, in a decision record and nowhere else', () => {
    expect(unagreed(agreed, bookFile(wider), [])).toEqual(gained);
    expect(unagreed(agreed, bookFile(wider), ['# 9. Why\n', `- \`Gain: ${gained[0]}\`\nGain: ${gained[1]}`])).toEqual([gained[2]]);
    expect(unagreed(agreed, bookFile(wider), [`The words ${gained[0]} say nothing`, 'Gain: MUNICIPALITY/DPO Client OWNER see'])).toEqual(gained);
  });
});
