import { randomInt } from 'node:crypto';

/** Without the letters and digits that are mistaken for one another on the phone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const some = (count: number): string => Array.from({ length: count }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** A number to call a referral by, such as DV-7K3Q-9F: random, never counted. */
export const newNumber = (): string => `DV-${some(4)}-${some(2)}`;
