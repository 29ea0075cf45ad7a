import { Inject, Injectable } from '@nestjs/common';
import type { Partner } from '#directory';
import { BOOK, type Book, DataClass, insert, Reading, type Unit, type Write } from '#kernel';
import { Receipt } from './receipt.record.js';
import { Referral } from './referral.record.js';
import { anybodyAt, filledIn, hashOf, type SeenReferral, WHOLE } from './seen.js';

/** Writes down what each receiver got: read with its own rules, in the transaction that gives it. */
@Injectable()
export class Receipts {
  constructor(
    private readonly reading: Reading,
    @Inject(BOOK) private readonly book: Book,
  ) {}

  after({ id, fromPartnerId, contentVersion }: Referral, receivers: readonly { partner: Partner; classes: readonly DataClass[] }[], now: Date): (unit: Unit) => Promise<Write[]> {
    return async (unit) => {
      const writes: Write[] = [];
      for (const { partner, classes } of receivers) {
        const seen = await this.reading.asSeenBy<SeenReferral>(unit, anybodyAt(partner), Referral, id, WHOLE);
        const row = {
          id: crypto.randomUUID(), dossierId: id, partnerId: fromPartnerId, audience: [fromPartnerId], receiverId: partner.id, at: now, contentVersion,
          classes: [...new Set([DataClass.CORE, DataClass.IDENTITY, ...classes])], fields: filledIn(seen ?? {}), bookVersion: this.book.version, hash: hashOf(seen ?? {}),
        };
        writes.push(insert(Receipt, row));
      }
      return writes;
    };
  }
}
