import type { Matter } from './files.js';

/** Letters and digits alone, without accents: how a name is looked for in a text. */
const plain = (text: string): string => ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()} `;
const digits = (text: string): string => text.replace(/\D/g, '');
/** A number in a text that is shorter says nothing of who is called by it. */
const PHONE = 8;

/** What in a text tells of whom it is: names, how somebody is reached, the home, the number that both sides know. Empty: it is anonymous. */
export function tellsWho(text: string, { row, parties, signals }: Pick<Matter, 'row' | 'parties' | 'signals'>): string[] {
  const words = [
    ...parties.flatMap(({ givenName, familyName, email }) => [givenName, familyName, email]),
    ...signals.flatMap(({ street, landlordName }) => [street, landlordName]),
    row.number,
  ];
  const said = words.filter((word): word is string => Boolean(word?.trim()) && plain(text).includes(plain(word!)));
  const called = parties.flatMap(({ phone }) => (phone && digits(phone).length >= PHONE && digits(text).includes(digits(phone)) ? [phone] : []));
  return [...new Set([...said, ...called])];
}
