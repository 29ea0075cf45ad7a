// @ts-check
/**
 * The file of a backup: a line that says how it is written, then the manifest (its length before it) and what pg_dump gave, sealed with AES-256-GCM when there is a key; the
 * seal, and a SHA-256 of all that comes before. Nothing of it is used before the whole of it has been checked.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/**
 * @typedef {{ made: string, server: number, dumped: number, migrations: string[], tables: Record<string, { rows: number, sum: string }>, files: [id: string, sha256: string][] }} Manifest
 *   `server`, `dumped`: major versions of the server and of pg_dump; `files`: of the attachments
 */

const MAGIC = 'WOONBRUG-BACKUP 1';
const SUM = 32;
const SEAL = 16;
/** What one key may seal at most in this way (NIST SP 800-38D). */
const LARGEST = 2 ** 36 - 64;

/** @param {string} key @param {Buffer} salt */
const keyOf = (key, salt) => scryptSync(key, salt, 32, { N: 2 ** 15, r: 8, maxmem: 2 ** 26 });

/**
 * Writes it for nobody but its owner, under its name only when it is whole.
 * @param {string} file @param {Manifest} manifest @param {AsyncIterable<Buffer>} dump @param {{ key?: string, ended: Promise<void> }} options `ended`: when the dump is all there; `key`: absent: not sealed
 * @returns {Promise<number>} bytes
 */
export async function writeBackup(file, manifest, dump, { key, ended }) {
  const part = `${file}.part`;
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
 * @param {string} file @param {string | undefined} key
 * @returns {Promise<{ manifest: Manifest, dump(): AsyncGenerator<Buffer> }>}
 */
export async function openBackup(file, key) {
  const { header, begins, size, sum } = await frameOf(file);
  const [, way, salt, nonce] = new RegExp(`^${MAGIC} (SEALED|PLAIN) ([0-9a-f]{32}) ([0-9a-f]{24})\\n$`).exec(header) ?? [];
  if (!way) throw new Error(`${file} is no backup of Woonbrug.`);
  const sealed = way === 'SEALED';
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

  let manifest = Buffer.alloc(0);
  const wanted = () => (manifest.length < 4 ? 4 : 4 + manifest.readUInt32BE());
  for await (const chunk of opened()) if (manifest.length < wanted()) manifest = Buffer.concat([manifest, chunk]);
  const skipped = wanted();
  return {
    manifest: JSON.parse(manifest.subarray(4, skipped).toString()),
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
