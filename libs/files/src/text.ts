import { FileRefused } from './refused.js';

/** Signs that no text holds. */
const BINARY = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** Plain text, whatever a Windows machine wrote it in, as UTF-8. */
export function cleanText(bytes: Uint8Array): { bytes: Uint8Array; text: string } {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  if (BINARY.test(text)) throw new FileRefused('differs');
  return { bytes: new TextEncoder().encode(text), text };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
