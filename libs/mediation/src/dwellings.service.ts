import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { type Actor, findsNationalNumber, insert, Refusal, update, Work } from '#kernel';
import { Dwelling } from './dwelling.record.js';

type Line = { reference: string; street: string; postcode: string; municipality: string };
const COLUMNS: { readonly [head: string]: keyof Line } = { nummer: 'reference', straat: 'street', postcode: 'postcode', gemeente: 'municipality' };
const LENGTH: { readonly [field in keyof Line]: number } = { reference: 40, street: 120, postcode: 10, municipality: 80 };
/** How many homes one file brings. */
const AT_MOST = 2000;

/** A company's own list of homes, from a file of its own (nummer;straat;postcode;gemeente): all of it, or nothing. */
@Injectable()
export class DwellingsService {
  constructor(private readonly work: Work) {}

  /**
   * What the list has already by its number is brought in line; nothing is taken away.
   * @throws Refusal INVALID with a sentence for each line that is wrong
   */
  import(me: Actor, { key, file }: { key: string; file: string }): Promise<string> {
    const lines = linesOf(file);
    return this.work.do(me, { operation: 'importDwellings', key, request: { lines } }, async (desk) => {
      const present = new Map((await desk.rowsOf(Dwelling, 'partnerId', me.partnerId, { held: true })).map((each) => [each.reference, each]));
      const writes = lines.flatMap((line) => {
        const known = present.get(line.reference);
        if (!known) return [insert(Dwelling, { id: crypto.randomUUID(), version: 1, partnerId: me.partnerId, ...line })];
        const isSame = known.street === line.street && known.postcode === line.postcode && known.municipality === line.municipality;
        return isSame ? [] : [update(Dwelling, known, { street: line.street, postcode: line.postcode, municipality: line.municipality })];
      });
      return { id: me.partnerId, record: Dwelling, dossierIds: [], writes };
    });
  }
}

function linesOf(file: string): Line[] {
  const rows = read(file);
  const [head = [], ...body] = rows;
  const fields = head.map((each) => COLUMNS[each.trim().toLowerCase()]);
  const missing = Object.entries(COLUMNS).filter(([, field]) => !fields.includes(field)).map(([name]) => name);
  if (missing.length) throw invalid([`Kolom ${missing.join(', ')} ontbreekt. De eerste regel moet zijn: nummer;straat;postcode;gemeente.`]);
  if (!body.length) throw invalid(['Er staat geen enkele woning in dit bestand.']);
  if (body.length > AT_MOST) throw invalid([`Breng hoogstens ${AT_MOST} woningen tegelijk in.`]);
  const seen = new Set<string>();
  const faults: string[] = [];
  const lines = body.map((cells, at) => {
    const line = Object.fromEntries(fields.map((field, n) => [field, (cells[n] ?? '').trim()]).filter(([field]) => field)) as Line;
    const says = faultOf(line, seen);
    if (says) faults.push(`Regel ${at + 2}: ${says}`);
    seen.add(line.reference);
    return line;
  });
  if (faults.length) throw invalid(faults.slice(0, 20));
  return lines;
}

function faultOf(line: Line, seen: ReadonlySet<string>): string | null {
  for (const [name, field] of Object.entries(COLUMNS)) {
    if (!line[field]) return `${name} ontbreekt.`;
    if (line[field].length > LENGTH[field]) return `${name} is te lang.`;
    if (findsNationalNumber(line[field])) return `bij ${name} staat een rijksregisternummer. Dat bewaren we nooit: haal het weg.`;
  }
  if (!/^\d{4}$/.test(line.postcode)) return 'de postcode heeft vier cijfers.';
  return seen.has(line.reference) ? `nummer ${line.reference} staat er twee keer in.` : null;
}

function read(file: string): string[][] {
  try {
    return parse(file, { delimiter: [';', ',', '\t'], bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    throw invalid(['Dit is geen CSV-bestand dat we kunnen lezen.']);
  }
}

const invalid = (says: readonly string[]): Refusal => new Refusal('INVALID', says.length === 1 ? says[0] : `Er zijn ${says.length} regels niet goed. Er is niets ingevoerd.`, { fields: says.map((message) => ({ field: 'file', message })) });
