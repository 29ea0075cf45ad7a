import type { Book } from './book.js';
import { type Cell, cellsOf, lawLinesOf } from './matrix.js';

/** The book as it stands in a file, to compare it with later ones. */
export type BookFile = { version: number; laws: Cell[]; cells: Cell[] };
/** What readers gained and lost between two books: a law that went is a gain. */
export type Difference = { gained: Cell[]; lost: Cell[] };

export const bookFile = (book: Book): BookFile => ({ version: book.version, laws: lawLinesOf(book), cells: cellsOf(book) });

export function differenceOf(before: BookFile, after: BookFile): Difference {
  const without = (all: readonly Cell[], those: readonly Cell[]) => all.filter((each) => !those.includes(each));
  const noLaw = (lines: readonly Cell[]) => lines.map((line) => `no law ${line}`);
  return {
    gained: [...without(after.cells, before.cells), ...noLaw(without(before.laws, after.laws))],
    lost: [...without(before.cells, after.cells), ...noLaw(without(after.laws, before.laws))],
  };
}

/** The line of a decision record in which a gain was agreed. */
export const gainLine = (cell: Cell): string => `Gain: ${cell}`;

/** What the book gives beyond an agreed one, and what no decision record tells of. */
export function unagreed(agreed: BookFile, present: BookFile, decisions: readonly string[]): Cell[] {
  const told = new Set(decisions.flatMap((text) => text.split('\n')).map((line) => line.trim().replace(/^[-*] /, '').replaceAll('`', '')));
  return differenceOf(agreed, present).gained.filter((cell) => !told.has(gainLine(cell)));
}
