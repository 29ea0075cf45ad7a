// @ts-check
/**
 * The file of a backup: a line that says how it is written, then the manifest (its length before it) and what pg_dump gave, sealed with AES-256-GCM when there is a key; the
 * seal, and a SHA-256 of all that comes before. Nothing of it is used before the whole of it has been checked.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {{ made: string, server: number, dumped: number, migrations: string[], tables: Record<string, { rows: number, sum: string }>, files: [id: string, sha256: string][] }} Manifest
 *   `server`, `dumped`: major versions of the server and of pg_dump; `files`: of the attachments
 */

const MAGIC = 'WOONBRUG-BACKUP 1';
const SUM = 32;
const SEAL = 16;
/** What one key may seal at most in this way (NIST SP 800-38D). */
const LARGEST = 2 ** 36 - 64;
/** Of a manifest: two million attachments. */
const LARGEST_MANIFEST = 2 ** 28;

/** @param {string} key @param {Buffer} salt */
const keyOf = (key, salt) => scryptSync(key, salt, 32, { N: 2 ** 15, r: 8, maxmem: 2 ** 26 });

/** Removes what writers of this file that were killed left behind; one that lives is not disturbed. @param {string} file */
export async function clearParts(file) {
  const folder = path.dirname(file);
  const names = await readdir(folder).catch((error) => {
    throw new Error(`the folder ${folder} cannot be read (${error.code}).`);
  });
  for (const name of names) {
    const part = path.join(folder, name);
    const writer = Number(/^\.(\d+)\.part$/.exec(part.slice(file.length))?.[1]);
    if (!writer || part !== partOf(file, writer)) continue;
    if (writer !== process.pid && isAlive(writer)) throw new Error(`${file} is being written by process ${writer}; if that is no backup, remove ${part}.`);
    await rm(part, { force: true });
  }
}

const partOf = (/** @type {string} */ file, writer = process.pid) => `${file}.${writer}.part`;

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Writes it for nobody but its owner, under its name only when it is whole.
 * @param {string} file @param {Manifest} manifest @param {AsyncIterable<Buffer>} dump @param {{ key?: string, ended: Promise<void> }} options `ended`: when the dump is all there; `key`: absent: not sealed
 * @returns {Promise<number>} bytes
 */
export async function writeBackup(file, manifest, dump, { key, ended }) {
  const part = partOf(file);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const header = Buffer.from(`${MAGIC} ${key ? 'SEALED' : 'PLAIN'} ${salt.toString('hex')} ${nonce.toString('hex')}\n`);
  const cipher = key ? createCipheriv('aes-256-gcm', keyOf(key, salt), nonce).setAAD(header) : undefined;
  const sum = createHash('sha256');
  const out = await open(part, 'wx', 0o600);
  let bytes = 0;
  const put = async (/** @type {Buffer} */ chunk) => {
    sum.update(chunk);
    bytes += chunk.length;
    if (cipher && bytes > LARGEST) throw new Error('it is larger than 64 GB, more than one key may seal: use --plain, and seal it by other means.');
    await out.appendFile(chunk);
  };
  const seal = (/** @type {Buffer} */ chunk) => put(cipher ? cipher.update(chunk) : chunk);
  try {
    await put(header);
    const text = Buffer.from(JSON.stringify(manifest));
    if (text.length > LARGEST_MANIFEST) throw new Error('it has more attachments than a manifest may name.');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    await seal(Buffer.concat([length, text]));
    for await (const chunk of dump) await seal(chunk);
    await ended;
    if (cipher) {
      await put(cipher.final());
      await put(cipher.getAuthTag());
    }
    await out.appendFile(sum.digest());
    await out.sync();
    await out.close();
    await rename(part, file);
    return bytes + SUM;
  } catch (error) {
    await out.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * Checks all of it, and only then says what is in it.
 * @param {string} file @param {string | undefined} key @param {{ plain?: boolean }} [options] `plain`: one that is not sealed is taken too, on the word of who asks
 * @returns {Promise<{ manifest: Manifest, dump(): AsyncGenerator<Buffer> }>}
 */
export async function openBackup(file, key, { plain = false } = {}) {
  const { header, begins, size, sum } = await frameOf(file);
  const [, way, salt, nonce] = new RegExp(`^${MAGIC} (SEALED|PLAIN) ([0-9a-f]{32}) ([0-9a-f]{24})\\n$`).exec(header) ?? [];
  if (!way) throw new Error(`${file} is no backup of Woonbrug.`);
  const sealed = way === 'SEALED';
  // The checksum proves nothing of who wrote it, and what stands in a dump is run as the owner of the database.
  if (!sealed && !plain) throw new Error(`${file} is not sealed, so anybody may have written it, and a restore runs what stands in it: say --plain if you know that it is yours.`);
  const ends = size - SUM;
  const check = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: ends - 1 })) check.update(chunk);
  if (!check.digest().equals(sum)) throw new Error(`${file} is damaged: its checksum is not that of what stands in it.`);
  if (sealed && !key) throw new Error(`${file} is sealed: name its key with BACKUP_KEY.`);
  const body = sealed ? ends - SEAL : ends;
  const seal = await bytesOf(file, body, ends);

  /** What was sealed, piece by piece; fails at the end when the seal is not that of the key. @returns {AsyncGenerator<Buffer>} */
  async function* opened() {
    const decipher = sealed ? createDecipheriv('aes-256-gcm', keyOf(/** @type {string} */ (key), Buffer.from(salt, 'hex')), Buffer.from(nonce, 'hex')).setAAD(Buffer.from(header)).setAuthTag(seal) : undefined;
    for await (const chunk of createReadStream(file, { start: begins, end: body - 1 })) yield decipher ? decipher.update(chunk) : chunk;
    try {
      decipher?.final();
    } catch {
      throw new Error(`BACKUP_KEY is not the key that ${file} was sealed with, or somebody changed the file.`);
    }
  }

  // What a wrong key opens is noise, of which nothing is kept.
  if (sealed) for await (const _ of opened());
  const chunks = [];
  let [read, skipped] = [0, 4];
  for await (const chunk of opened()) {
    chunks.push(chunk);
    read += chunk.length;
    if (skipped === 4 && read >= 4) skipped += Buffer.concat(chunks).readUInt32BE();
    if (skipped > LARGEST_MANIFEST) throw new Error(`${file} is no backup of Woonbrug.`);
    if (read >= skipped) break;
  }
  return {
    manifest: JSON.parse(Buffer.concat(chunks).subarray(4, skipped).toString()),
    async *dump() {
      let at = 0;
      for await (const chunk of opened()) {
        if (at + chunk.length > skipped) yield at < skipped ? chunk.subarray(skipped - at) : chunk;
        at += chunk.length;
      }
    },
  };
}

/** @param {string} file */
async function frameOf(file) {
  const handle = await open(file).catch((error) => {
    throw new Error(`${file} cannot be read (${error.code}).`);
  });
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(Math.min(size, 120)), 0, Math.min(size, 120), 0);
    const header = `${buffer.toString('latin1').split('\n', 1)[0]}\n`;
    return { header, begins: header.length, size, sum: size < header.length + SUM ? Buffer.alloc(0) : await bytesOf(file, size - SUM, size) };
  } finally {
    await handle.close();
  }
}

/** @param {string} file @param {number} start @param {number} end */
async function bytesOf(file, start, end) {
  const chunks = [];
  if (end > start) for await (const chunk of createReadStream(file, { start, end: end - 1 })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
