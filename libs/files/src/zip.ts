import { crc32 } from 'node:zlib';
import { inflateSync } from 'fflate';
import { LIMITS } from './limits.js';
import { FileRefused } from './refused.js';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0b1;

type Entry = { name: string; method: number; crc: number; packed: number; size: number; at: number; flags: number };

/** Whether there is the end of a zip in the last part of a file: also of one that says it is something else. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return endOf(viewOf(bytes)) !== undefined;
}

/**
 * What is in a zip. Reads its list first and unpacks nothing that the list makes too much; what then proves larger is not unpacked either.
 * Stricter than a zip must be: nothing before, between or after its parts, no name twice, no folder above.
 * @throws FileRefused
 */
export function unzipped(bytes: Uint8Array): Map<string, Uint8Array> {
  const entries = listed(bytes);
  const view = viewOf(bytes);
  const files = new Map<string, Uint8Array>();
  let reached = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    // Parts that overlap unpack to far more than they weigh.
    if (entry.at < reached || entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) throw new FileRefused('doubled');
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    reached = start + entry.packed;
    if (reached > bytes.length) throw new FileRefused('broken');
    if (entry.name.endsWith('/')) continue;
    if (files.has(entry.name)) throw new FileRefused('doubled');
    files.set(entry.name, unpacked(bytes.subarray(start, reached), entry));
  }
  return files;
}

function unpacked(data: Uint8Array, { method, size, crc }: Entry): Uint8Array {
  if (method !== 0 && method !== 8) throw new FileRefused('broken');
  // Room for what was said and no more: what does not fit is never made.
  const found = method === 0 ? data : inflated(data, size);
  if (found.length !== size || crc32(found) !== crc) throw new FileRefused('broken');
  return found;
}

function inflated(data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw new FileRefused('broken');
  }
}

function listed(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) throw new FileRefused('broken');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff || end + 22 + view.getUint16(end + 20, true) !== bytes.length) throw new FileRefused('doubled');
  if (count > LIMITS.entries) throw new FileRefused('unpacked');
  const entries = Array.from({ length: count }, () => {
    const entry = entryAt(bytes, view, at);
    at += entry.length;
    return entry;
  });
  if (at !== end || !entries.some((entry) => entry.at === 0)) throw new FileRefused('doubled');
  if (entries.some(({ flags }) => flags & ENCRYPTED)) throw new FileRefused('encrypted');
  if (entries.some(({ size }) => size > LIMITS.entry) || entries.reduce((sum, { size }) => sum + size, 0) > LIMITS.unpacked) throw new FileRefused('unpacked');
  if (entries.some(({ name }) => /^[/\\]|(^|[/\\])\.\.([/\\]|$)|[\u0000\\]/.test(name))) throw new FileRefused('broken');
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry & { length: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new FileRefused('broken');
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  return {
    flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true),
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), length: 46 + nameLength + extra + comment,
  };
}

function endOf(view: DataView): number | undefined {
  // A comment of 65,535 bytes at most stands behind it.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
