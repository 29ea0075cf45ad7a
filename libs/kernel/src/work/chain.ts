import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** One link of the chain over the trail, in the words in which it is hashed; `madeAt` in seconds since 1970. */
export type Link = { number: string; madeAt: string; cluster: string; snapshot: string; lines: string; root: string; previous: string; hash: string };
/** What was signed of a link. */
export type Head = Pick<Link, 'number' | 'madeAt' | 'hash'>;

/** What the first link follows. */
export const BEFORE_ALL = '0'.repeat(64);

export const sha256 = (what: string | Buffer): string => createHash('sha256').update(what).digest('hex');

export const hashOf = ({ number, madeAt, cluster, snapshot, lines, root, previous }: Link): string => sha256([number, madeAt, cluster, snapshot, lines, root, previous].join(' '));

/** The same link and the same key give the same bytes: what a crash left of a line is completed by its rest. */
export function signHead({ number, madeAt, hash }: Head, key: KeyObject): string {
  const says = `${number} ${madeAt} ${hash}`;
  return `${says} ${sign(null, signed(says), key).toString('base64')}`;
}

/** @returns null for what this key did not sign */
export function readHead(line: string, key: KeyObject): Head | null {
  const [, says, number, madeAt, hash, signature] = /^((\d+) (\d+\.\d+) ([0-9a-f]{64})) ([A-Za-z0-9+/]{86}==)$/.exec(line) ?? [];
  return says && verify(null, signed(says), key, Buffer.from(signature, 'base64')) ? { number, madeAt, hash } : null;
}

/** A signature of ours for another purpose is none for a head. */
const signed = (says: string): Buffer => Buffer.from(`woonbrug trail ${says}`);

export const signingKey = (pem: Buffer): KeyObject => ed25519(createPrivateKey(pem));
export const readingKey = (pem: Buffer): KeyObject => ed25519(createPublicKey(pem));

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it is of ${key.asymmetricKeyType}`);
  return key;
}
