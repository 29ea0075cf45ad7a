import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, insert, Refusal, type TaskKind, update, Work } from '#kernel';
import { CalendarFeed } from './calendar-feed.record.js';
import { SavedFilter } from './saved-filter.record.js';
import type { Period, Whose, WorklistPart } from './worklist.js';

type Chosen = { name: string; part?: WorklistPart | null; kind?: TaskKind | null; whose?: Whose | null; period?: Period | null };
/** How many filters somebody may keep. */
const AT_MOST = 20;

/** The one form of a secret: 256 bits of chance. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What somebody arranges for herself: no colleague sees it. */
@Injectable()
export class OwnDeskService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  saveFilter(me: Actor, { key, ...chosen }: Chosen & { key: string }): Promise<string> {
    return this.work.do(me, { operation: 'saveFilter', key, request: chosen }, async (desk) => {
      const present = (await desk.rowsOf(SavedFilter, 'personId', me.personId)).filter(({ removedAt }) => !removedAt);
      const name = chosen.name.trim();
      if (present.some((each) => each.name.toLowerCase() === name.toLowerCase())) throw invalid('U hebt al een filter met deze naam.');
      if (present.length >= AT_MOST) throw invalid(`U kunt hoogstens ${AT_MOST} filters bewaren. Haal er eerst een weg.`);
      const id = crypto.randomUUID();
      const { part, kind, whose, period } = chosen;
      const row = { id, version: 1, partnerId: me.partnerId, personId: me.personId, name, part: part ?? null, kind: kind ?? null, whose: whose ?? null, period: period ?? null, madeAt: this.clock.now() };
      return { id, record: SavedFilter, dossierIds: [], writes: [insert(SavedFilter, row)] };
    });
  }

  removeFilter(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'removeFilter', key, request: { id, version } }, async (desk) => {
      const filter = await desk.lock(SavedFilter, id, 'remove', version);
      if (filter.removedAt) throw new Refusal('NOT_POSSIBLE');
      return { id, record: SavedFilter, dossierIds: [], writes: [update(SavedFilter, filter, { removedAt: this.clock.now() })] };
    });
  }

  /**
   * A new address for this capacity; the one before it no longer works.
   * @returns the secret once, to who made it: a repetition of the act does not give it again
   */
  async makeFeed(me: Actor, { key }: { key: string }): Promise<{ id: string; secret: string | null }> {
    let secret: string | null = null;
    const id = await this.work.do(me, { operation: 'makeCalendarFeed', key, request: { mandateId: me.mandateId } }, async (desk) => {
      const present = (await desk.rowsOf(CalendarFeed, 'mandateId', me.mandateId, { held: true })).filter(({ revokedAt }) => !revokedAt);
      const made = newSecret();
      const now = this.clock.now();
      const feed = { id: crypto.randomUUID(), version: 1, partnerId: me.partnerId, personId: me.personId, mandateId: me.mandateId, secretHash: hashOfSecret(made), madeAt: now };
      secret = made;
      return { id: feed.id, record: CalendarFeed, dossierIds: [], writes: [...present.map((each) => update(CalendarFeed, each, { revokedAt: now })), insert(CalendarFeed, feed)] };
    });
    return { id, secret };
  }

  revokeFeed(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'revokeCalendarFeed', key, request: { id, version } }, async (desk) => {
      const feed = await desk.lock(CalendarFeed, id, 'revoke', version);
      if (feed.revokedAt) throw new Refusal('NOT_POSSIBLE');
      return { id, record: CalendarFeed, dossierIds: [], writes: [update(CalendarFeed, feed, { revokedAt: this.clock.now() })] };
    });
  }
}

const invalid = (message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field: 'name', message }] });
