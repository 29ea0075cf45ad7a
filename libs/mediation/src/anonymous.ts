import { folded, type Matter } from './files.js';

/** Whole words alone are found in it. */
const bounded = (text: string): string => ` ${folded(text)} `;
const digits = (text: string): string => text.replace(/\D/g, '');
/** A number in a text that is shorter says nothing of who is called by it. */
const PHONE = 8;

/** What in a text tells of whom it is: names, how somebody is reached, the home, the number that both sides know. Empty: it is anonymous. */
export function tellsWho(text: string, { row, parties, signals }: Pick<Matter, 'row' | 'parties' | 'signals'>): string[] {
  const [written, numbers] = [bounded(text), digits(text)];
  const words = [
    ...parties.flatMap(({ givenName, familyName, email }) => [givenName, familyName, email]),
    ...signals.flatMap(({ street, landlordName }) => [street, landlordName]),
    row.number,
  ];
  const said = words.filter((word): word is string => Boolean(word?.trim()) && written.includes(bounded(word!)));
  const called = parties.flatMap(({ phone }) => (phone && digits(phone).length >= PHONE && numbers.includes(digits(phone)) ? [phone] : []));
  return [...new Set([...said, ...called])];
}
