import { ValidateBy, type ValidationOptions } from 'class-validator';
import insz from 'stdnum/lib/cjs/be/insz.js';

const BETWEEN = String.raw`[\s./\u2010-\u2015-]{0,3}`;
/**
 * YYMMDD SSS CC, whatever stands between the parts; part of a longer number or of a telephone number (+32 …) is none.
 * A look-ahead, so that a number that starts inside a failed candidate is still seen. The counter is never 000, the check 01 to 97.
 */
const CANDIDATE = new RegExp(
  String.raw`(?<![\d+])(?=(\d{2}${BETWEEN}\d{2}${BETWEEN}\d{2}${BETWEEN}(?!000)\d{3}${BETWEEN}(?!00|98|99)\d{2})(?!\d))\d`,
  'g',
);
/** Pasted from a PDF or a web page: neither seen nor part of the number. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** True when a text holds a national or bis number that passes the checksum (BR-I2). */
export function findsNationalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(UNSEEN, '');
  for (const [, candidate] of plain.matchAll(CANDIDATE)) {
    if (insz.validate(candidate.replace(/\D/g, '')).isValid) return true;
  }
  return false;
}

/** Refuses a text with a national number in it: the portal never keeps one (BR-I3). */
export const NoNationalNumber = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'noNationalNumber',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || !findsNationalNumber(value),
        defaultMessage: () => 'Hier staat een rijksregisternummer. Dat bewaren we nooit: haal het weg en gebruik de naam of het CIR-nummer.',
      },
    },
    options,
  );
