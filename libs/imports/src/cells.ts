/** How one cell is read. What is wrong is said without repeating it: a cell may hold what the portal never keeps (BR-I3). */
export type Read<Value = unknown> = { value: Value } | { says: string };
export type Reader = (cell: string) => Read;

/** As people and spreadsheets write it: without case, accents, blanks and signs. */
export const folded = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]/g, '');

export const text: Reader = (cell) => ({ value: cell });

/** 31/12/2026 as Excel shows it here, or 2026-12-31. */
export const day: Reader = (cell) => {
  const [, d1, m1, y1, y2, m2, d2] = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[ T]00:00(?::00)?)?$/.exec(cell) ?? [];
  const [year, month, date] = [y1 ?? y2, m1 ?? m2, d1 ?? d2];
  if (!year || Number(year) < 1900 || Number(year) > 2100) return { says: 'Schrijf een datum als 31/12/2026.' };
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(iso) ? { says: 'Deze datum bestaat niet.' } : { value: iso };
};

export const flag: Reader = (cell) => (folded(cell) === 'ja' ? { value: true } : folded(cell) === 'nee' ? { value: false } : { says: 'Schrijf ja of nee.' });

export const count: Reader = (cell) => (/^\d{1,4}$/.test(cell) ? { value: Number(cell) } : { says: 'Schrijf een geheel getal.' });

/** One of a closed list of words; each stands for what the portal calls it. */
export const oneOf = (words: { readonly [word: string]: unknown }): Reader => {
  const known = new Map(Object.entries(words).map(([word, value]) => [folded(word), value]));
  return (cell) => (known.has(folded(cell)) ? { value: known.get(folded(cell)) } : { says: `Kies uit: ${Object.keys(words).join(', ')}.` });
};

/** Several of a closed list, with | between them. */
export const someOf = (words: { readonly [word: string]: unknown }): Reader => {
  const one = oneOf(words);
  return (cell) => {
    const read = cell.split('|').filter((each) => each.trim()).map((each) => one(each));
    const wrong = read.find((each) => 'says' in each);
    if (wrong) return { says: `${wrong.says} Zet | tussen verschillende.` };
    return { value: [...new Set(read.map((each) => (each as { value: unknown }).value))] };
  };
};

/** What a spreadsheet would take for a formula becomes text. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** A file that Excel opens here as it is: semicolons, and a mark that it is UTF-8. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => `"${harmless(String(cell)).replaceAll('"', '""')}"`).join(';')).join('\r\n')}\r\n`;
