import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import { type Link, signHead } from './chain.js';

/** More than the longest line. */
const TAIL = 1024;

/** The signed heads of the chain, one line for each link: a file that only grows, in a folder out of reach of whoever owns the database. */
export class Heads {
  readonly file: string;

  constructor(
    private readonly folder: string,
    private readonly key: KeyObject,
  ) {
    this.file = path.join(folder, 'heads');
  }

  get isThere(): boolean {
    return existsSync(this.file);
  }

  /** Before there is a link: that the file is missing later means that somebody took it away. */
  begin(): void {
    this.write('');
    const folder = openSync(this.folder, 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  /** The last line that is whole, and what a crash left behind it. */
  last(): { head: string; rest: string } {
    const file = openSync(this.file, 'r');
    try {
      const { size } = fstatSync(file);
      const tail = Buffer.alloc(Math.min(TAIL, size));
      readSync(file, tail, 0, tail.length, size - tail.length);
      const [rest = '', head = ''] = tail.toString('latin1').split('\n').reverse();
      return { head, rest };
    } finally {
      closeSync(file);
    }
  }

  /** @throws when what a crash left is not the beginning of the next head */
  append(links: readonly Link[]): void {
    const { rest } = this.last();
    const text = links.map((link) => `${signHead(link, this.key)}\n`).join('');
    if (!text.startsWith(rest)) throw new Error('its last line is broken');
    this.write(text.slice(rest.length));
  }

  signs(link: Link): string {
    return signHead(link, this.key);
  }

  /** Only ever at the end, so that the folder may forbid everything else. */
  private write(text: string): void {
    const file = openSync(this.file, 'a', 0o644);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
