import { type KeyObject, sign, verify } from 'node:crypto';
import { Ledger } from './ledger.js';

/** What was destroyed, by ids alone: all of a dossier, what one partner wrote there for itself, or notes and files of some classes. */
export type Erasure = { number: string; at: string; dossierId: string; partnerId: string; part: string; classes: readonly string[] };

/** The token under which the worker knows where both files stand; null: nowhere. */
export const ERASURES = Symbol('registers of what was destroyed');

const NOTHING = '-';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ERASED = new RegExp(`^(\\d+) (\\d+\\.\\d+) (${UUID}) (${UUID}) (DOSSIER|OWN|CLASSES) ([A-Z_,]+|-)$`);
const FORGOTTEN = /^\d+(,\d+)*$/;

/** The register that a restore of an older backup is held against (DL-04): one line for each erasure, in the order of their numbers. */
export class Erasures extends Ledger {
  constructor(
    folder: string,
    private readonly key: KeyObject,
  ) {
    super(folder, 'erasures');
  }

  append(erasures: readonly Erasure[]): void {
    this.add(erasures.map((each) => this.signs(each)));
  }

  signs({ number, at, dossierId, partnerId, part, classes }: Erasure): string {
    return signed('erasure', [number, at, dossierId, partnerId, part, classes.join(',') || NOTHING].join(' '), this.key);
  }
}

/** Which lines of the trail lost of whom they tell. Written before they do: only what stands here may be empty. */
export class Forgotten extends Ledger {
  constructor(
    folder: string,
    private readonly key: KeyObject,
  ) {
    super(folder, 'forgotten');
  }

  append(lines: readonly string[]): void {
    if (!this.isThere) this.begin();
    const half = this.last().rest ? '\n' : '';
    this.write(`${half}${signed('forgotten', lines.join(','), this.key)}\n`);
  }
}

/** @returns null for what this key did not sign as an erasure */
export function readErasure(line: string, key: KeyObject): Erasure | null {
  const [, number, at, dossierId, partnerId, part, classes] = ERASED.exec(read('erasure', line, key) ?? '') ?? [];
  return number ? { number, at, dossierId, partnerId, part, classes: classes === NOTHING ? [] : classes.split(',') } : null;
}

/** The ids of lines that may be empty; of what this key did not sign, none. */
export function readForgotten(line: string, key: KeyObject): string[] {
  const says = read('forgotten', line, key);
  return says && FORGOTTEN.test(says) ? says.split(',') : [];
}

/** A signature for one purpose is none for another. */
const bytesOf = (purpose: string, says: string): Buffer => Buffer.from(`woonbrug ${purpose} ${says}`);
const signed = (purpose: string, says: string, key: KeyObject): string => `${says} ${sign(null, bytesOf(purpose, says), key).toString('base64')}`;

function read(purpose: string, line: string, key: KeyObject): string | null {
  const [, says, signature] = /^(.*) ([A-Za-z0-9+/]{86}==)$/.exec(line) ?? [];
  return says && verify(null, bytesOf(purpose, says), key, Buffer.from(signature, 'base64')) ? says : null;
}
