import { LIMITS } from './limits.js';

/** Names that Windows keeps for machines. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The end of a name after its last dot, in lower case; empty when there is none. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(cleaned(name))?.[1].toLowerCase() ?? '';

/**
 * A name that means the same on every machine: no folder, nothing unseen or that turns the direction of reading, nothing reserved.
 * @param extension what it must end in, without the dot
 */
export function safeName(given: string, extension: string): string {
  const whole = cleaned(given);
  const stem = whole.replace(/\.[a-z0-9]{1,8}$/i, '').replace(/^[.\s-]+|[.\s]+$/g, '');
  const kept = [...stem].slice(0, LIMITS.name - extension.length - 1).join('').trim();
  const sound = !kept ? 'bijlage' : RESERVED.test(kept.split('.')[0]) ? `_${kept}` : kept;
  return `${sound}.${extension}`;
}

const cleaned = (name: string): string =>
  name
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
