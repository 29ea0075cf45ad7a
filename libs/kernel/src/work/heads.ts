import type { KeyObject } from 'node:crypto';
import { type Link, signHead } from './chain.js';
import { Ledger } from './ledger.js';

/** The signed heads of the chain, one line for each link. */
export class Heads extends Ledger {
  constructor(
    folder: string,
    private readonly key: KeyObject,
  ) {
    super(folder, 'heads');
  }

  /** @throws when what a crash left is not the beginning of the next head */
  append(links: readonly Link[]): void {
    this.add(links.map((link) => this.signs(link)));
  }

  signs(link: Link): string {
    return signHead(link, this.key);
  }
}
