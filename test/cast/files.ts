import { randomUUID } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { TestPortal } from '../support/portal.js';
import type { Person } from './cast.js';

/** What a file tells of its maker, and nobody may get. */
export const CANARY = 'KanarieMaker';

export type Sent = { name: string; bytes: Uint8Array | string };
type About = { dataClass?: string; partnerIds?: readonly string[]; description?: string; key?: string; more?: { [field: string]: string }; headers?: { [name: string]: string } };
export type Added = { status: number; headers: Headers; attachment?: { id: string; version: number; state: string; fileName: string }; errors?: { message: string; extensions: { code: string; fields?: { field: string; message: string }[] } }[] };

export async function headersOf(portal: TestPortal, who: Person): Promise<{ authorization: string; 'x-capacity': string }> {
  const { capacities } = await portal.session(who.as);
  return { authorization: `Bearer ${await portal.signIn(who.as)}`, 'x-capacity': capacities.find(({ role, partner }) => role === who.capacity.role && partner === who.capacity.partner)!.id };
}

export function formOf(dossierId: string, { name, bytes }: Sent, { dataClass = 'HOUSING', partnerIds = [], description, key = randomUUID(), more = {} }: About = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries({ key, dossierId, dataClass, ...(description !== undefined && { description }), ...more })) form.append(field, value);
  for (const id of partnerIds) form.append('partnerIds', id);
  form.append('file', new Blob([bytes as BlobPart]), name);
  return form;
}

/** Adds a file to a dossier as somebody; by default of class HOUSING, for the own partner alone. */
export async function addFile(portal: TestPortal, who: Person, dossierId: string, file: Sent, about: About = {}): Promise<Added> {
  const response = await fetch(`${portal.url}/attachment`, { method: 'POST', headers: { ...(await headersOf(portal, who)), ...about.headers }, body: formOf(dossierId, file, about) });
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
}

/** Adds one, and fails the test when the portal says no. */
export async function added(portal: TestPortal, who: Person, dossierId: string, file: Sent, about: About = {}): Promise<{ id: string; version: number; state: string; fileName: string }> {
  const { attachment, errors } = await addFile(portal, who, dossierId, file, about);
  if (!attachment) throw new Error(`${who.as}: ${JSON.stringify(errors)}`);
  return attachment;
}

export const fetchFile = async (portal: TestPortal, who: Person, id: string, headers: { [name: string]: string } = {}): Promise<Response> => fetch(`${portal.url}/attachment/${id}`, { headers: { ...(await headersOf(portal, who)), ...headers } });
export const bytesOf = async (portal: TestPortal, who: Person, id: string): Promise<Buffer> => Buffer.from(await (await fetchFile(portal, who, id)).arrayBuffer());

export const text = (words = 'Verslag van het huisbezoek.', name = 'verslag.txt'): Sent => ({ name, bytes: words });

/** A page with words on it; `change` puts in what a PDF should not have. */
export async function pdf({ change, metadata = true }: { change?: (document: PDFDocument) => void | Promise<void>; metadata?: boolean } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([300, 300]).drawText('Huurcontract', { font: await document.embedFont(StandardFonts.Helvetica) });
  if (metadata) {
    document.setAuthor(CANARY);
    document.setTitle(CANARY);
    document.setProducer(CANARY);
    document.catalog.set(PDFName.of('Metadata'), document.context.register(document.context.stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${CANARY}</dc:creator></x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })));
    document.context.register(PDFString.of(`${CANARY} from a version that was replaced`));
  }
  await change?.(document);
  return document.save({ useObjectStreams: false });
}
/** An action in the catalog, or in an annotation of the page. */
export const pdfWith = (name: string, action: { [key: string]: unknown }): Promise<Uint8Array> => pdf({ change: (document) => document.catalog.set(PDFName.of(name), document.context.obj(action as never)) });

const EXIF = { IFD0: { Artist: CANARY, Copyright: CANARY, ImageDescription: CANARY }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 55/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '3/1 12/1 0/1' } };
/** Wider than high, but held upright: `Orientation` 6. */
export const photo = async (format: 'jpeg' | 'png' = 'jpeg'): Promise<Uint8Array> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#3366cc' } }).withExif(EXIF).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>${CANARY}</creator></x:xmpmeta>`).withMetadata({ orientation: 6 }).toFormat(format).toBuffer();

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const TYPE = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' } as const;

/** A document or a sheet; `more` puts in, or replaces, parts of it. */
export function office(kind: 'docx' | 'xlsx', more: { [name: string]: string | Uint8Array } = {}, type: string = TYPE[kind]): Uint8Array {
  const main = kind === 'docx' ? 'word/document.xml' : 'xl/workbook.xml';
  return zipped({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`,
    [main]: kind === 'docx' ? `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Verslag</w:t></w:r></w:p></w:body></w:document>` : `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${CANARY}</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${CANARY}</Company></Properties>`,
    'docProps/thumbnail.jpeg': CANARY,
    ...more,
  });
}

export const openDocument = (kind: 'text' | 'spreadsheet', more: { [name: string]: string | Uint8Array } = {}): Uint8Array =>
  zipped({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Verslag</text:p></office:text></office:body></office:document-content>`,
    'meta.xml': `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:creator>${CANARY}</dc:creator></office:meta></office:document-meta>`,
    'Thumbnails/thumbnail.png': CANARY,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/></manifest:manifest>`,
    ...more,
  });

export function zipped(files: { [name: string]: string | Uint8Array }): Uint8Array {
  const all: Zippable = {};
  for (const [name, content] of Object.entries(files)) all[name] = [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }];
  return zipSync(all);
}
