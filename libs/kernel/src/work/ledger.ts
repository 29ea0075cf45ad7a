import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';

/** More than the longest line that is looked at again. */
const TAIL = 1024;

/** A file of signed lines that only grows, in a folder out of reach of whoever owns the database. */
export class Ledger {
  readonly file: string;

  constructor(
    private readonly folder: string,
    name: string,
  ) {
    this.file = path.join(folder, name);
  }

  get isThere(): boolean {
    return existsSync(this.file);
  }

  /** Before there is a line: that the file is missing later means that somebody took it away. */
  begin(): void {
    this.write('');
    const folder = openSync(this.folder, 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  /** The last line that is whole, and what a crash left behind it. */
  last(): { line: string; rest: string } {
    const file = openSync(this.file, 'r');
    try {
      const { size } = fstatSync(file);
      const tail = Buffer.alloc(Math.min(TAIL, size));
      readSync(file, tail, 0, tail.length, size - tail.length);
      const [rest = '', line = ''] = tail.toString('latin1').split('\n').reverse();
      return { line, rest };
    } finally {
      closeSync(file);
    }
  }

  /** @throws when what a crash left is not the beginning of what is written now */
  protected add(lines: readonly string[]): void {
    const { rest } = this.last();
    const text = lines.map((line) => `${line}\n`).join('');
    if (!text.startsWith(rest)) throw new Error('its last line is broken');
    this.write(text.slice(rest.length));
  }

  /** Only ever at the end, so that the folder may forbid everything else. */
  protected write(text: string): void {
    const file = openSync(this.file, 'a', 0o644);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

/** The lines of such a file that are whole: behind the last line feed one is being written. None when it is not there. */
export const wholeLines = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'latin1').split('\n').slice(0, -1) : []);
