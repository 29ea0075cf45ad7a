import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
import { LIMITS } from './limits.js';
import { FileRefused } from './refused.js';

/** Keys and values by which a PDF does something by itself, or carries something else. */
const ACTIVE = ['JavaScript', 'JS', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'Rendition', 'Movie', 'Sound', 'GoToE', 'GoToR', 'XFA'];
const CARRIES = ['EmbeddedFiles', 'EmbeddedFile', 'AF', 'FileAttachment', 'Collection'];
/** What tells of its maker, at whatever part of it. */
const TELLS = ['Metadata', 'PieceInfo', 'Thumb', 'LastModified'];

/**
 * A PDF with only what its pages need: no metadata, nothing of what it was before, nothing outside its pages.
 * @throws FileRefused when it can do something by itself, carries a file, or is locked
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') throw new FileRefused('doubled');
  const document = await opened(bytes);
  const { context } = document;
  if (context.enumerateIndirectObjects().length > LIMITS.objects) throw new FileRefused('heavy');
  for (const [, object] of context.enumerateIndirectObjects()) harmless(object);
  const { Info: info } = context.trailerInfo;
  if (info instanceof PDFRef) context.delete(info);
  context.trailerInfo.Info = undefined;
  const reached = new Set([context.trailerInfo.Root as PDFRef]);
  reach(document.catalog, reached, (ref) => context.lookup(ref));
  // What no page leads to any more is what was meant to be gone.
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, parseSpeed: ParseSpeeds.Fastest }).catch(() => null);
  if (document?.isEncrypted) throw new FileRefused('encrypted');
  if (!document?.catalog.has(PDFName.of('Pages'))) throw new FileRefused('broken');
  return document;
}

/** Looks at everything in an object that is not a reference to another. */
function harmless(object: PDFObject): void {
  const waiting = [object];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof PDFName) refuseWord(next);
    else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else {
      const dict = next instanceof PDFStream ? next.dict : next;
      if (!(dict instanceof PDFDict)) continue;
      for (const [key, value] of dict.entries()) {
        refuseWord(key);
        waiting.push(value);
      }
    }
  }
}

function refuseWord(name: PDFName): void {
  const word = name.decodeText();
  if (ACTIVE.includes(word)) throw new FileRefused('active');
  if (CARRIES.includes(word)) throw new FileRefused('embedded');
}

/** Everything that the pages lead to, without what tells of the maker. */
function reach(root: PDFObject, reached: Set<PDFRef>, lookup: (ref: PDFRef) => PDFObject | undefined): void {
  const waiting: (PDFObject | undefined)[] = [root];
  while (waiting.length) {
    const next = waiting.pop();
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(lookup(next));
    } else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFDict || next instanceof PDFStream) {
      const dict = next instanceof PDFStream ? next.dict : next;
      for (const key of TELLS) dict.delete(PDFName.of(key));
      waiting.push(...dict.values());
    }
  }
}
