import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '#kernel';
import { folded } from './cells.js';
import type { Column } from './columns.js';

/** What one file may hold at most. */
export const LIMIT = { bytes: 2 * 1024 * 1024, rows: 1000 } as const;

/** A row as it stands in the file: its number as a spreadsheet shows it, and the cells that are filled in, by the field of their column. */
export type Raw = { row: number; cells: ReadonlyMap<string, string>; tooLong: boolean };
export type Contents = { rows: readonly Raw[]; /** Columns that nobody here knows: they are not read. */ unknown: readonly string[] };

const refused = (message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field: 'file', message }] });

/**
 * The rows of a CSV file as spreadsheets write it: any of three separators, UTF-8 or Windows-1252.
 * A row that begins with # explains and is passed over, as is an empty one.
 * @throws Refusal INVALID, in words for who chose the file, when it is none or its columns do not fit
 */
export function readFile(bytes: Buffer, columns: readonly Column[]): Contents {
  const lines = linesOf(textOf(bytes), columns);
  const at = lines.findIndex(isRow);
  if (at < 0) throw refused('Dit bestand is leeg.');
  const heads = lines[at].map((head) => ({ head: head.trim(), column: columns.find(({ name }) => folded(name) === folded(head)) }));
  const names = heads.flatMap(({ column }) => column?.name ?? []);
  const missing = columns.filter(({ required, name }) => required === 'ALWAYS' && !names.includes(name)).map(({ name }) => name);
  if (missing.length) throw refused(`Deze kolommen ontbreken: ${missing.join(', ')}. Begin van het sjabloon.`);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) throw refused(`De kolom ${twice} staat er twee keer.`);
  const rows = lines.flatMap((cells, index): Raw[] => (index > at && isRow(cells) ? [{ row: index + 1, cells: filled(cells, heads), tooLong: cells.slice(heads.length).some((cell) => cell.trim()) }] : []));
  if (!rows.length) throw refused('Onder de namen van de kolommen staat nog niets.');
  if (rows.length > LIMIT.rows) throw refused(`Dit bestand heeft ${rows.length} rijen. Hoogstens ${LIMIT.rows} in één keer: splits het.`);
  return { rows, unknown: heads.flatMap(({ head, column }) => (head && !column ? [head.slice(0, 60)] : [])) };
}

const isRow = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim()) && !cells[0].trim().startsWith('#');

const filled = (cells: readonly string[], heads: readonly { column?: Column }[]): Map<string, string> =>
  new Map(heads.flatMap(({ column }, index): [string, string][] => (column && cells[index]?.trim() ? [[column.field, cells[index].trim()]] : [])));

function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return new TextDecoder('utf-16le').decode(bytes);
  // A workbook is a packed file; text never holds a zero.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.includes(0)) throw refused('Dit is geen CSV-bestand. Kies in uw rekenblad “Opslaan als” en dan CSV.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** With the separator under which most columns are known. */
function linesOf(text: string, columns: readonly Column[]): string[][] {
  const known = new Set(columns.map(({ name }) => folded(name)));
  const options = { bom: true, relax_column_count: true, relax_quotes: true, max_record_size: 100_000 } as const;
  try {
    const tried = [';', ',', '\t'].map((delimiter) => parse(text, { ...options, delimiter }));
    const fit = (lines: string[][]) => (lines.find(isRow) ?? []).filter((head) => known.has(folded(head))).length;
    return tried.reduce((best, each) => (fit(each) > fit(best) ? each : best));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'Ergens in dit bestand staat een aanhalingsteken dat niet gesloten wordt.' : 'Dit bestand is niet te lezen als CSV.');
  }
}
