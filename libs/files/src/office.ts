import { strToU8, zipSync, type Zippable } from 'fflate';
import { cleanImage } from './images.js';
import type { Kind } from './kinds.js';
import { FileRefused } from './refused.js';
import { unzipped } from './zip.js';

type Office = Extract<Kind, 'DOCX' | 'XLSX' | 'ODT' | 'ODS'>;
type Files = Map<string, Uint8Array>;

const MAIN: { readonly [kind in Office]: string } = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  ODT: 'application/vnd.oasis.opendocument.text',
  ODS: 'application/vnd.oasis.opendocument.spreadsheet',
};
/** Who wrote it, for whom, when and with what. */
const EMPTIED: { readonly [name: string]: string } = {
  'docProps/core.xml': '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml': '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml': '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  'meta.xml': '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>',
};
/** A picture of the first page as it once was, and what else nobody reads. */
const DROPPED = /^(docProps\/thumbnail\.\w+|Thumbnails\/.*|Configurations2\/.*|layout-cache|customXml\/.*|word\/people\.xml)$/;
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml|vbaProjectSignature\w*\.bin|macrosheets\/|activeX\/|ctrlProps\/|Basic\/|Scripts\/|Dialogs\/)/i;
const OBJECTS = /(^|\/)(embeddings\/|oleObject\w*\.bin$|Object \d+$|ObjectReplacements\/)/i;

/**
 * A document or a sheet: nothing in it starts, hides or fetches something, and what it tells of its maker is gone.
 * @returns also its words, as far as it is written in them
 * @throws FileRefused
 */
export async function cleanOffice(bytes: Uint8Array, kind: Office): Promise<{ bytes: Uint8Array; text: string }> {
  const files = unzipped(bytes);
  harmless(files);
  if (isOpenDocument(kind) ? textOf(files, 'mimetype') !== MAIN[kind] : !textOf(files, '[Content_Types].xml').includes(`"${MAIN[kind]}"`)) throw new FileRefused('differs');
  const kept: Files = new Map();
  for (const [name, content] of files) if (!DROPPED.test(name)) kept.set(name, await bare(name, content));
  return { bytes: packed(kept), text: wordsIn(files) };
}

const isOpenDocument = (kind: Office): boolean => kind === 'ODT' || kind === 'ODS';

function harmless(files: Files): void {
  const names = [...files.keys()];
  if (names.some((name) => MACROS.test(name))) throw new FileRefused('active');
  if (names.some((name) => OBJECTS.test(name))) throw new FileRefused('embedded');
  for (const name of names.filter((each) => /\.(xml|rels|rdf)$/i.test(each))) {
    const text = textOf(files, name);
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FileRefused('broken');
    if (/macroEnabled|vnd\.ms-office\.vbaProject|<script:event-listener|<office:script\b|\bDDEAUTO\b|\bDDE\s|<ddeLink|vnd\.sun\.star\.script:/i.test(text)) throw new FileRefused('active');
    if (/<manifest:encryption-data|EncryptedPackage/i.test(text)) throw new FileRefused('encrypted');
    if (name.endsWith('.rels') && [...text.matchAll(/<Relationship\b[^>]*>/g)].some(([link]) => /TargetMode="External"/i.test(link) && !/\/hyperlink"/i.test(link))) throw new FileRefused('linked');
    if (/<(draw:image|draw:object|text:section-source|table:table-source)\b[^>]*xlink:href="(https?|ftp|file|smb):/i.test(text)) throw new FileRefused('linked');
  }
}

/** Without what it tells of its maker; its pictures are cleaned like a picture. */
async function bare(name: string, content: Uint8Array): Promise<Uint8Array> {
  if (name in EMPTIED) return strToU8(EMPTIED[name]);
  const [, extension] = /\.(jpe?g|png)$/i.exec(name) ?? [];
  if (extension) return cleanImage(content, /png/i.test(extension) ? 'PNG' : 'JPEG');
  if (/^(_rels\/\.rels|META-INF\/manifest\.xml|\[Content_Types\]\.xml|word\/_rels\/.*|xl\/_rels\/.*)$/.test(name)) return strToU8(withoutDropped(new TextDecoder().decode(content)));
  return content;
}

/** The lists of parts, without the parts that go. */
const withoutDropped = (list: string): string =>
  list
    .replace(/<Relationship\b[^>]*Target="[^"]*(docProps\/thumbnail\.|customXml\/|people\.xml)[^"]*"[^>]*\/>/g, '')
    .replace(/<Override\b[^>]*PartName="\/(customXml\/|word\/people\.xml)[^"]*"[^>]*\/>/g, '')
    .replace(/<manifest:file-entry\b[^>]*manifest:full-path="(Thumbnails\/|Configurations2\/|layout-cache)[^"]*"[^>]*\/>/g, '');

/** The type of an OpenDocument stands first, and is not packed. */
function packed(files: Files): Uint8Array {
  const names = [...files.keys()].sort((a, b) => Number(b === 'mimetype') - Number(a === 'mimetype'));
  const all: Zippable = {};
  // One day for all parts: when each was written is nobody's business.
  for (const name of names) all[name] = [files.get(name)!, { level: name === 'mimetype' ? 0 : 6, mtime: '2000-01-01' }];
  return zipSync(all);
}

const textOf = (files: Files, name: string): string => {
  const content = files.get(name);
  return content ? new TextDecoder().decode(content) : '';
};

const wordsIn = (files: Files): string =>
  [...files.keys()]
    .filter((name) => /^(word\/(document|header\d*|footer\d*|comments|footnotes|endnotes)|xl\/sharedStrings|xl\/worksheets\/[^/]+|xl\/comments\d*|content|styles)\.xml$/.test(name))
    .map((name) => textOf(files, name).replace(/<\/(w:p|text:p|text:h|si|c|v)>/g, '\n').replace(/<[^>]+>/g, ''))
    .join('\n');
