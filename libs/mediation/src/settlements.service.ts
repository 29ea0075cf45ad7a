import { Injectable } from '@nestjs/common';
import { Calendars } from '#directory';
import { Attachment, entry } from '#dossiers';
import { type Actor, Clock, closeTasks, DataClass, type Desk, insert, type Outcome, Refusal, Task, TaskKind, update, Work, type Write } from '#kernel';
import { asWoondienst, caseAbout, holders, type Matter, matterOf } from './files.js';
import { MediationCase, type MediationParty, PartyAnswer, PartySide } from './mediation-case.record.js';
import { MediationState } from './mediation.workflow.js';
import { MediationSteps } from './mediation-steps.js';
import type { Change } from './mediations.service.js';
import { copiesOf, isOfLandlord, moved } from './offers.js';
import { Settlement, SettlementSignature, SettlementState, SigningWay } from './settlement.record.js';
import { TensionSignal } from './tension-signal.record.js';

type Signed = { partyId: string; name: string; capacity?: string | null; way: SigningWay; attachmentId?: string | null };

/** What the parties agree upon: drafted by who mediates, laid before both, signed by each (BR-M7, BR-W8). */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly steps: MediationSteps,
  ) {}

  /** A new text; the step takes the one before it back. */
  draft(me: Actor, { key, id, version, body }: Change & { body: string }): Promise<string> {
    return this.work.do(me, { operation: 'draftSettlement', key, request: { id, version, body } }, async (desk): Promise<Outcome> => {
      const closed = await this.calendars.held(desk.unit);
      const row = await desk.lock(MediationCase, id, 'draftSettlement', version);
      const matter = await matterOf(desk, row);
      const now = this.clock.now();
      const taken = await this.steps.taken(matter, { event: 'draftSettlement', changes: {} }, { desk, closed, now, by: { partnerId: me.partnerId, name: me.name } });
      const edition = Math.max(0, ...matter.settlements.map((each) => each.edition)) + 1;
      const settlement = { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId: row.partnerId, edition, state: SettlementState.DRAFT, body: body.trim(), draftedAt: now };
      return { id, record: MediationCase, dossierIds: [id], classes: [DataClass.OUTCOME], writes: [...taken, insert(Settlement, settlement)] };
    });
  }

  edit(me: Actor, { key, id, version, body }: Change & { body: string }): Promise<string> {
    return this.work.do(me, { operation: 'editSettlement', key, request: { id, version, body } }, async (desk) => {
      const settlement = await this.ofMine(desk, id, 'edit', version);
      return { id, record: Settlement, dossierIds: [settlement.dossierId], classes: [DataClass.OUTCOME], writes: [update(Settlement, settlement, { body: body.trim() })] };
    });
  }

  /** Laid before both sides: a landlord with a seat finds a copy on its signal. The text stands fixed from here. */
  offer(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'offerSettlement', key, request: { id, version } }, async (desk): Promise<Outcome> => {
      const settlement = await this.ofMine(desk, id, 'offer', version);
      const [row] = await desk.rowsOf(MediationCase, 'id', settlement.dossierId);
      const matter = await matterOf(desk, row);
      const now = this.clock.now();
      const { partnerId } = row;
      const landlords = matter.signals.filter(isOfLandlord);
      const copies = landlords.flatMap((signal) => [
        insert(Settlement, { id: crypto.randomUUID(), version: 1, dossierId: signal.id, partnerId, edition: settlement.edition, state: SettlementState.OFFERED, body: settlement.body, draftedAt: settlement.draftedAt, offeredAt: now }),
        signTask(signal.id, signal.partnerId, signal.personId, partnerId, now),
        entry({ dossierId: signal.id, partnerId, personName: me.name, at: now, event: 'SETTLEMENT_OFFERED' }),
      ]);
      const { personId } = holders(row).MEDIATOR;
      const writes = [update(Settlement, settlement, { state: SettlementState.OFFERED, offeredAt: now }), signTask(row.id, partnerId, personId ?? null, null, now), entry({ dossierId: row.id, partnerId, personName: me.name, at: now, event: 'SETTLEMENT_OFFERED' }), ...copies];
      return { id, record: Settlement, dossierIds: [row.id, ...landlords.map((signal) => signal.id)], writes };
    });
  }

  /**
   * By a landlord with a seat, on its own copy.
   * @param hash of the text that was read
   */
  signAsLandlord(me: Actor, { key, id, version, hash, capacity }: Change & { hash: string; capacity: string }): Promise<string> {
    return this.work.do(me, { operation: 'signSettlement', key, request: { id, version, hash, capacity } }, async (desk): Promise<Outcome> => {
      const closed = await this.calendars.held(desk.unit);
      // The case before the copy, as whoever mediates takes them.
      const [seen] = await desk.rowsOf(Settlement, 'id', id);
      const row = seen && (await desk.unit.as(asWoondienst(seen.partnerId), () => caseAbout(desk, seen.dossierId)));
      const copy = await desk.lock(Settlement, id, 'sign', version);
      const [signal] = await desk.rowsOf(TensionSignal, 'id', copy.dossierId);
      if (!row || signal?.partnerId !== me.partnerId) throw new Refusal('NOT_FOUND');
      if (copy.landlordSignedAt) throw new Refusal('NOT_POSSIBLE', 'Uw organisatie tekende al.');
      sameText(copy, hash);
      const now = this.clock.now();
      const { partnerId } = copy;
      const by = `${me.name}, ${capacity.trim()}`;
      const writes = await desk.unit.as(asWoondienst(partnerId), async () => {
        const matter = await matterOf(desk, row);
        const landlord = matter.parties.find(({ side }) => side === PartySide.LANDLORD)!;
        return this.signing(desk, matter, { partyId: landlord.id, name: me.name, capacity: capacity.trim(), way: SigningWay.PORTAL }, { closed, now, by: { partnerId, name: me.name } });
      });
      return { id, record: Settlement, dossierIds: [signal.id], classes: [DataClass.OUTCOME], writes: [update(Settlement, copy, { landlordSignedAt: now, landlordSignedBy: by }), closeTasks(signal.id, me.partnerId, partnerId, [TaskKind.SIGN_SETTLEMENT], now), ...writes] };
    });
  }

  /** By who has no account: on paper, of which the scan is kept at the case. */
  record(me: Actor, { key, id, version, hash, ...signed }: Change & { hash: string } & Omit<Signed, 'way' | 'capacity'>): Promise<string> {
    return this.work.do(me, { operation: 'recordSignature', key, request: { id, version, hash, ...signed } }, async (desk): Promise<Outcome> => {
      const closed = await this.calendars.held(desk.unit);
      const settlement = await this.ofMine(desk, id, 'record', version);
      sameText(settlement, hash);
      const [row] = await desk.rowsOf(MediationCase, 'id', settlement.dossierId, { held: true });
      const [scan] = signed.attachmentId ? await desk.rowsOf(Attachment, 'id', signed.attachmentId) : [];
      if (scan?.dossierId !== row.id) throw invalid('attachmentId', 'Voeg de scan van het getekende blad toe.');
      const writes = await this.signing(desk, await matterOf(desk, row), { ...signed, way: SigningWay.PAPER }, { closed, now: this.clock.now(), by: { partnerId: me.partnerId, name: me.name } });
      return { id, record: Settlement, dossierIds: [row.id], classes: [DataClass.IDENTITY], writes };
    });
  }

  /** One signature; with the last of them the mediation goes on. In the context of the Woondienst. */
  async signing(desk: Desk, matter: Matter, signed: Signed, around: { closed: Parameters<MediationSteps['taken']>[2]['closed']; now: Date; by: { partnerId: string; name: string } }): Promise<Write[]> {
    const { row, parties, settlements } = matter;
    const settlement = settlements.find(({ state }) => state === SettlementState.OFFERED);
    if (!settlement || row.state !== MediationState.SETTLEMENT_DRAFT) throw new Refusal('NOT_POSSIBLE');
    const party = parties.find(({ id }) => id === signed.partyId);
    if (!party || !signs(party)) throw invalid('partyId', 'Kies wie tekent.');
    const before = (await desk.rowsOf(SettlementSignature, 'settlementId', settlement.id)).map(({ partyId }) => partyId);
    if (before.includes(party.id)) throw new Refusal('NOT_POSSIBLE', 'Deze partij tekende al.');
    const signature = insert(SettlementSignature, { id: crypto.randomUUID(), dossierId: row.id, partnerId: row.partnerId, settlementId: settlement.id, partyId: party.id, name: signed.name.trim(), capacity: signed.capacity ?? null, way: signed.way, attachmentId: signed.attachmentId ?? null, hash: settlement.hash, at: around.now });
    const told = entry({ dossierId: row.id, partnerId: row.partnerId, personName: around.by.name, at: around.now, event: 'SETTLEMENT_SIGNED_BY', text: party.side });
    const isLast = parties.filter(signs).every(({ id }) => id === party.id || before.includes(id));
    if (!isLast) return [signature, told];
    const copies = await copiesOf(desk, matter);
    const concluded = await this.steps.taken({ ...matter, isSigned: true }, { event: 'conclude', changes: {}, deviation: 'Getekend na de termijn' }, { desk, ...around });
    return [signature, told, moved(settlement, SettlementState.SIGNED, around.now), ...copies.map((copy) => moved(copy, SettlementState.SIGNED, around.now)), ...concluded];
  }

  /** A settlement of a case that the actor mediates. */
  private async ofMine(desk: Desk, id: string, event: string, version: number): Promise<Settlement> {
    const [settlement] = await desk.rowsOf(Settlement, 'id', id);
    if (!settlement) throw new Refusal('NOT_FOUND');
    const { state } = await desk.lock(MediationCase, settlement.dossierId, 'draftSettlement');
    const locked = await desk.lock(Settlement, id, event, version);
    const possible = event === 'record' ? SettlementState.OFFERED : SettlementState.DRAFT;
    if (locked.state !== possible || state !== MediationState.SETTLEMENT_DRAFT) throw new Refusal('NOT_POSSIBLE');
    return locked;
  }
}

/** Whether a settlement waits for her signature: both sides, and of the renters those who take part. */
export const signs = ({ side, answer }: MediationParty): boolean => side === PartySide.LANDLORD || answer === PartyAnswer.AGREED;
/** @throws Refusal CONFLICT when another text was read */
export const sameText = ({ hash }: Settlement, read: string): void => {
  if (hash !== read) throw new Refusal('CONFLICT', 'De tekst is intussen veranderd. Lees hem opnieuw.');
};
const signTask = (dossierId: string, partnerId: string, personId: string | null, otherPartnerId: string | null, now: Date): Write =>
  insert(Task, { id: crypto.randomUUID(), version: 1, dossierId, partnerId, audience: [partnerId], kind: TaskKind.SIGN_SETTLEMENT, personId, otherPartnerId, awaits: otherPartnerId === null, openedAt: now, escalate: false });
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
