import { csv } from './cells.js';
import type { Remark } from './row.js';

/** What became of a row, or would. */
export enum Fate {
  /** In a check: it would be entered. */
  FITS = 'FITS',
  ENTERED = 'ENTERED',
  /** It was entered before, with the same content. */
  PRESENT = 'PRESENT',
  /** Its number was entered before, with other content: nothing is overwritten. */
  DIFFERS = 'DIFFERS',
  FAULTY = 'FAULTY',
}

/** One line of the report: nothing but what the file says itself, and ids of what is one's own. */
export type Line = { row: number; reference: string | null; name: string | null; fate: Fate; withReferral: boolean; remarks: readonly Remark[]; clientId: string | null; referralId: string | null };
export type Counts = { [fate in Fate]: number };
/** What a run tells while it goes on: how much there is, a line per row, and the whole at the end. */
export type Told = { rows: number; hash: string; unknown: readonly string[] } | Line | { done: true; counts: Counts; csv: string } | { stopped: string };

export const countsOf = (lines: readonly Line[]): Counts => Object.fromEntries(Object.values(Fate).map((fate) => [fate, lines.filter((line) => line.fate === fate).length])) as Counts;

const WORDS: { readonly [fate in Fate]: string } = { FITS: 'in orde', ENTERED: 'ingevoerd', PRESENT: 'al ingevoerd', DIFFERS: 'al ingevoerd, verschilt', FAULTY: 'fout' };

/** The report as a file, a line per remark. */
export const reportOf = (lines: readonly Line[]): string =>
  csv([
    ['Rij', 'Eigen nummer', 'Uitkomst', 'Kolom', 'Opmerking'],
    ...lines.flatMap(({ row, reference, fate, remarks }) => (remarks.length ? remarks : [{ column: null, says: '' }]).map(({ column, says }) => [row, reference ?? '', WORDS[fate], column ?? '', says])),
  ]);
