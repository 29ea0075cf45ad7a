import { describe, expect, it } from '@jest/globals';
import { validate } from 'class-validator';
import fc from 'fast-check';
import { findsNationalNumber, NoNationalNumber } from './national-number.js';

/** Eleven digits made by BR-I2's own words, apart from the library that checks them. */
function numberOf(born: { year: number; month: number; day: number }, counter: number, bis = 0): string[] {
  const two = (value: number) => String(value).padStart(2, '0');
  const parts = [two(born.year % 100), two(born.month + bis), two(born.day), String(counter).padStart(3, '0')];
  const nine = Number((born.year >= 2000 ? '2' : '') + parts.join(''));
  return [...parts, two(97 - (nine % 97))];
}
const born = fc.record({ year: fc.integer({ min: 1930, max: 2025 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
const anyNumber = fc.tuple(born, fc.integer({ min: 1, max: 997 }), fc.constantFrom(0, 20, 40)).map(([day, counter, bis]) => numberOf(day, counter, bis));
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

describe('a national number', () => {
  it.each([
    '96.04.03-001.13',
    '14.04.03-001.66',
    '96040300113',
    '96 04 03 001 13',
    '960403-001.13',
    '960403 00113',
    '96/04/03 - 001-13',
    '96.04.03\u2013001.13',
    '96\u00a004\u00a003\u00a0001\u00a013',
    '96.04.\u200b03-001.13',
    '９６.04.03-001.13',
    'RR96040300113.',
    'geboren 3/4/96, nr. 96.04.03-001.13, gsm 0470 00 11 22',
    'in 2024 96.04.03-001.13 gevraagd',
  ])('is found in "%s"', (text) => {
    expect(findsNationalNumber(text)).toBe(true);
  });

  it('is found however it is written, born before or after 2000, and as a bis number', () => {
    const between = fc.constantFrom('', ' ', '.', '-', '/', ' - ');
    fc.assert(
      fc.property(anyNumber, fc.tuple(between, between, between, between), (parts, marks) => {
        const written = parts.map((part, at) => part + (marks[at] ?? '')).join('');
        return findsNationalNumber(`Zij gaf ${written}, zei ze.`);
      }),
    );
  });

  it('is not seen when its checksum does not fit', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 1, max: 97 }), ([year, month, day, counter, check], other) => {
        // A two-digit year may be of either century, so a checksum of the other century fits too.
        const nine = Number(year + month + day + counter);
        const fitting = [97 - (nine % 97), 97 - ((nine + 2_000_000_000) % 97)];
        fc.pre(Number(check) !== other && !fitting.includes(other));
        return !findsNationalNumber(`${year}.${month}.${day}-${counter}.${String(other).padStart(2, '0')}`);
      }),
    );
  });

  it.each([
    ['a mobile number', '0470 00 11 22'],
    ['a mobile number from abroad', '+32 470 00 11 22'],
    ['a mobile number from abroad, unspaced', '+32471123489'],
    ['a telephone number with zeros', '0032 56 12 34 56'],
    ['an IBAN', 'BE68 5390 0754 7034'],
    ['an IBAN, unspaced', 'BE68539007547034'],
    ['a French IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
    ['a structured message', '+++090/9337/55493+++'],
    ['a KBO number', '0316.380.841'],
    ['a VAT number', 'BE 0414.299.866'],
    ['an establishment', '2.199.303.566'],
    ['a day', '03.04.1996'],
    ['a moment', '2026-03-10 14:03'],
    ['two days', '10/03/2026 - 12/04/2026'],
    ['a number of ours', 'DV-7K3Q-9F'],
    ['a longer number', '196040300113'],
    ['zeros', '00000000000'],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(findsNationalNumber(text)).toBe(false);
  });

  it('is not seen in any Belgian telephone number, IBAN or enterprise number', () => {
    const spaced = (text: string, ...at: number[]) => [0, ...at].map((from, index) => text.slice(from, at[index])).join(' ');
    const number = fc.oneof(
      digits(7).map((rest) => `+3247${rest}`),
      digits(7).map((rest) => spaced(`+3247${rest}`, 3, 6, 8, 10)),
      digits(7).map((rest) => `003247${rest}`),
      digits(7).map((rest) => spaced(`047${rest}`, 4, 6, 8)),
      digits(14).map((rest) => `BE${rest}`),
      digits(14).map((rest) => spaced(`BE${rest}`, 4, 8, 12)),
      digits(9).map((rest) => spaced(`0${rest}`, 4, 7)),
    );
    fc.assert(fc.property(number, (text) => !findsNationalNumber(`Bel of stort op ${text} graag`)), { numRuns: 2000 });
  });

  it('is refused in a field, with what to do instead', async () => {
    class Letter {
      @NoNationalNumber()
      body: string | null;
    }
    const faults = async (body: string | null) =>
      (await validate(Object.assign(new Letter(), { body }))).flatMap((fault) => Object.values(fault.constraints ?? {}));
    expect(await faults('Haar nummer is 96.04.03-001.13')).toEqual([
      'Hier staat een rijksregisternummer. Dat bewaren we nooit: haal het weg en gebruik de naam of het CIR-nummer.',
    ]);
    expect(await faults('Haar nummer gaf ze niet')).toEqual([]);
    expect(await faults(null)).toEqual([]);
  });
});
