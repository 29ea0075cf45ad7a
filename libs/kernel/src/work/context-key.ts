import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** What seals who acts (decisions 30): made of the password of the portal's role, so that there is one secret to keep. */
export const contextKey = (password: string): KeyObject => createSecretKey(createHash('sha256').update(`context:${password}`).digest());

/** The same of the address by which a process reaches its database. */
export const contextKeyOf = (url: string): KeyObject => contextKey(decodeURIComponent(new URL(url).password));

/** An HMAC, for nobody who may only ask the database can make one. */
export const sealOf = (key: KeyObject, words: string): Buffer => createHmac('sha256', key).update(words).digest();

/** What the database keeps of a key: it knows SHA-256 and no HMAC, which is `sha256(outside || sha256(inside || words))`. */
export function halvesOf(key: KeyObject): { inside: Buffer; outside: Buffer } {
  const block = Buffer.concat([key.export(), Buffer.alloc(32)]);
  const half = (byte: number) => block.map((each) => each ^ byte) as Buffer;
  return { inside: half(0x36), outside: half(0x5c) };
}
