import { fileTypeFromBuffer } from 'file-type';
import { cleanImage } from './images.js';
import { type Kind, kindOfExtension, KINDS } from './kinds.js';
import { extensionOf, safeName } from './names.js';
import { cleanOffice } from './office.js';
import { cleanPdf } from './pdf.js';
import { FileRefused } from './refused.js';
import { cleanText } from './text.js';
import { endsAsZip } from './zip.js';

/** A file as the portal keeps it. */
export type Inspected = {
  kind: Kind;
  name: string;
  bytes: Uint8Array;
  /** Its words, where they can be read without drawing it. */
  text: string;
};

/** What file-type calls our kinds; an old Office file, also one that is locked, is `cfb`. */
const FOUND: { readonly [extension: string]: Kind } = { pdf: 'PDF', jpg: 'JPEG', png: 'PNG', docx: 'DOCX', xlsx: 'XLSX', odt: 'ODT', ods: 'ODS' };
const WITH_MACROS = ['docm', 'xlsm', 'dotm', 'xltm', 'pptm', 'potm'];

/**
 * Looks at what a file is, whatever it says of itself, and makes it anew without what it tells of its maker.
 * @throws FileRefused
 */
export async function inspect(given: Uint8Array, givenName: string): Promise<Inspected> {
  if (!given.length) throw new FileRefused('empty');
  const extension = extensionOf(givenName);
  const declared = kindOfExtension(extension);
  const found = await fileTypeFromBuffer(given);
  if (found?.ext === 'cfb') throw new FileRefused('old');
  if (WITH_MACROS.includes(extension) || WITH_MACROS.includes(found?.ext ?? '')) throw new FileRefused('active');
  if (!declared) throw new FileRefused('kind');
  // A zip without the marks of a document is told by its list, read below.
  const kind = found ? (FOUND[found.ext] ?? (found.ext === 'zip' && isZip(declared) ? declared : undefined)) : declared === 'TXT' ? 'TXT' : undefined;
  if (kind !== declared) throw new FileRefused('differs');
  if (!isZip(kind) && endsAsZip(given)) throw new FileRefused('doubled');
  return { kind, name: safeName(givenName, KINDS[kind].extensions[0]), text: '', ...(await cleaned(given, kind)) };
}

const isZip = (kind: Kind): boolean => ['DOCX', 'XLSX', 'ODT', 'ODS'].includes(kind);

async function cleaned(bytes: Uint8Array, kind: Kind): Promise<{ bytes: Uint8Array; text?: string }> {
  switch (kind) {
    case 'PDF':
      return { bytes: await cleanPdf(bytes) };
    case 'JPEG':
    case 'PNG':
      return { bytes: await cleanImage(bytes, kind) };
    case 'TXT':
      return cleanText(bytes);
    default:
      return cleanOffice(bytes, kind);
  }
}
