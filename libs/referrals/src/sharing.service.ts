import { Injectable } from '@nestjs/common';
import { Partner } from '#directory';
import { entry, Note } from '#dossiers';
import { type Actor, Clock, DataClass, type Desk, endShares, insert, type Outcome, PART_OF, Refusal, shapeOf, share, Share, step, update, Wish, Work, type Write } from '#kernel';
import { Answer } from './answer.record.js';
import type { Change, ReferralFacts } from './drafts.service.js';
import { Receipts } from './receipts.js';
import { Referral } from './referral.record.js';
import { ReferralTypeBook } from './referral-types.js';
import { LEFT, referralFlow } from './referral.workflow.js';

export type NoteText = { dataClass: DataClass; body: string };
const BY_RIGHT: readonly DataClass[] = [DataClass.CORE, DataClass.IDENTITY];

/** What a sender changes about what its receivers read: less of it, or a newer version. */
@Injectable()
export class SharingService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly types: ReferralTypeBook,
    private readonly receipts: Receipts,
  ) {}

  /** Takes classes back from one receiver, at once. `classes`: those that it keeps. */
  narrow(me: Actor, { key, id, version, partnerId, classes, wish }: Change & { partnerId: string; classes: DataClass[]; wish: Wish }): Promise<string> {
    return this.work.do(me, { operation: 'narrowShare', key, request: { id, version, partnerId, classes, wish } }, async (desk) => {
      const { referral, receivers } = await this.held(desk, id, version, 'narrow');
      step(referralFlow, referral, 'narrow', undefined as never);
      const receiver = receivers.find(({ answer }) => answer.partnerId === partnerId);
      if (!receiver) throw invalid('partnerId', 'Deze partner krijgt niets meer van deze doorverwijzing.');
      const kept = receiver.classes.filter((each) => BY_RIGHT.includes(each) || classes.includes(each) || classes.includes(PART_OF[each]!));
      const taken = receiver.classes.filter((each) => !kept.includes(each));
      if (!taken.length) throw invalid('classes', 'Kies minstens één soort gegevens om terug te nemen.');
      const now = this.clock.now();
      const writes: Write[] = [update(Referral, referral, { changedAt: now }), endShares(id, partnerId, me.partnerId, wish)];
      for (const each of receiver.shares) {
        const rest = each.classes.filter((one) => kept.includes(one));
        if (rest.length) writes.push(share({ id: crypto.randomUUID(), dossierId: id, partnerId, classes: rest, purpose: each.purpose, ground: each.ground, agreementId: each.agreementId!, since: now, until: each.until, grantedBy: me.partnerId }));
      }
      writes.push(entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'NARROWED', classes: taken, audience: [me.partnerId, partnerId] }));
      return { id, record: Referral, dossierIds: [id], classes: taken, writes };
    });
  }

  /** A new version of what was sent. Only who may read what changed learns that it did. */
  amend(me: Actor, { key, id, version, changes, notes = [] }: Change & { changes: ReferralFacts; notes?: readonly NoteText[] }): Promise<string> {
    return this.work.do(me, { operation: 'amendReferral', key, request: { id, version, changes, notes } }, async (desk) => {
      const { referral, receivers } = await this.held(desk, id, version, 'amend');
      const type = this.types.get(referral.type);
      step(referralFlow, { ...referral, ...changes } as Referral, 'amend', { required: type.required } as never);
      const texts = await this.notesOf(desk, me, referral, notes);
      const changed = new Set([...changedClasses(referral, changes), ...texts.map(({ dataClass }) => dataClass)]);
      if (!changed.size) throw new Refusal('INVALID', 'U hebt niets gewijzigd.');
      const beyond = [...changed].filter((each) => !type.asks.includes(each));
      if (beyond.length) throw new Refusal('INVALID', 'Dit soort doorverwijzing vraagt dit niet.');
      const now = this.clock.now();
      const contentVersion = referral.contentVersion + 1;
      const told = receivers.filter(({ classes }) => classes.some((each) => changed.has(each)));
      const writes: Write[] = [update(Referral, referral, { ...changes, contentVersion, contentAt: now, changedAt: now }), ...texts.map(({ write }) => write)];
      for (const { answer, classes } of told)
        writes.push(
          update(Answer, answer, { contentVersion: answer.contentVersion + 1, contentAt: now }),
          entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'AMENDED', classes: [...changed].filter((each) => classes.includes(each)), audience: [me.partnerId, answer.partnerId] }),
        );
      const untold = [...changed].filter((each) => !told.some(({ classes }) => classes.includes(each)));
      if (untold.length) writes.push(entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'AMENDED', classes: untold, audience: [me.partnerId] }));
      const outcome: Outcome = { id, record: Referral, dossierIds: [id], classes: [...changed], writes };
      return { ...outcome, afterwards: this.receipts.after({ ...referral, contentVersion }, told, now) };
    });
  }

  /** The answers first, then the referral: whoever meets another here waits, and not for ever. */
  private async held(desk: Desk, id: string, version: number, event: 'narrow' | 'amend') {
    const answers = await desk.rowsOf(Answer, 'dossierId', id, { held: true });
    const referral = await desk.lock(Referral, id, event, version);
    const shares = (await desk.rowsOf(Share, 'dossierId', id)).filter(({ until }) => until > this.clock.now());
    const receivers = [];
    for (const answer of answers.filter(({ state }) => !LEFT.includes(state))) {
      const own = shares.filter(({ partnerId }) => partnerId === answer.partnerId);
      const [partner] = await desk.rowsOf(Partner, 'id', answer.partnerId);
      receivers.push({ answer, partner, shares: own, classes: [...new Set([...BY_RIGHT, ...own.flatMap(({ classes }) => classes)])] });
    }
    return { referral, receivers };
  }

  private async notesOf(desk: Desk, me: Actor, { id }: Referral, notes: readonly NoteText[]): Promise<(NoteText & { write: Write })[]> {
    const present = (await desk.rowsOf(Note, 'dossierId', id)).filter(({ partnerId }) => partnerId === me.partnerId);
    const now = this.clock.now();
    return notes.flatMap(({ dataClass, body }) => {
      const before = present.find((each) => each.dataClass === dataClass);
      if (before?.body === body || (!before && !body.trim())) return [];
      const row = { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId: me.partnerId, audience: [], authorId: me.personId, dataClass, body, changedAt: now };
      return [{ dataClass, body, write: before ? update(Note, before, { body, changedAt: now }) : insert(Note, row) }];
    });
  }
}

/** The classes of what really differs. */
function changedClasses(referral: Referral, changes: ReferralFacts): DataClass[] {
  const { columns } = shapeOf(Referral);
  const before = referral as unknown as { [field: string]: unknown };
  const differs = Object.entries(changes).filter(([field, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[field] ?? null));
  return differs.map(([field]) => columns.get(field)!.class);
}

const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
