import { bookFile } from '#kernel';
import { book } from '#privacy';

/** The book as sorted lines, so that two versions can be compared: who gains or loses what. */
export const privacyBookFile = (): string => `${JSON.stringify(bookFile(book), null, 2)}\n`;
