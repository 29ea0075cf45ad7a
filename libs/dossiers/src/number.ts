import { randomInt } from 'node:crypto';

/** Without the letters and digits that are mistaken for one another on the phone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const some = (count: number): string => Array.from({ length: count }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** A number to call a dossier by, such as DV-7K3Q-9F: random, never counted; `letters` say of which kind it is. */
export const newNumber = (letters: string): string => `${letters}-${some(4)}-${some(2)}`;
