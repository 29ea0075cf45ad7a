import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '#directory';
import { entry, hashOfSecret, newSecret } from '#dossiers';
import { type Actor, type Caller, Clock, DataClass, dayOf, endOf, insert, NOBODY, Refusal, type Unit, Units, update, Work } from '#kernel';
import { asWoondienst, matterOf } from '../files.js';
import { MediationCase, MediationParty, PartySide } from '../mediation-case.record.js';
import type { Change } from '../mediations.service.js';
import { Settlement, SettlementSignature, SettlementState, SigningWay } from '../settlement.record.js';
import { sameText, SettlementsService, signs } from '../settlements.service.js';
import { SigningLink } from './signing-link.record.js';

/** The token of how many days a link works. */
export const LINK_DAYS = Symbol('days of a link to sign');

type Open = { id: string; dossier_id: string; partner_id: string; settlement_id: string; party_id: string; until: Date };
/** What somebody with a link reads: the one text, and that it is for her. */
export type TextToSign = { body: string; hash: string; name: string; until: string };

const BY_LINK: Caller = { capacity: 'LINK', purpose: 'signing' };
const DAY = 86_400_000;

/** Signing by who has no account: a link to one text for one party, which works once (BR-W8). */
@Injectable()
export class SigningLinksService {
  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly settlements: SettlementsService,
    @Inject(LINK_DAYS) private readonly days: number,
  ) {}

  /**
   * By who mediates; the link before it no longer works.
   * @returns the secret once, to who made it: a repetition of the act does not give it again
   */
  async make(me: Actor, { key, id, version, partyId }: Change & { partyId: string }): Promise<{ id: string; secret: string | null }> {
    let secret: string | null = null;
    const linkId = await this.work.do(me, { operation: 'makeSigningLink', key, request: { id, version, partyId } }, async (desk) => {
      const [present] = await desk.rowsOf(Settlement, 'id', id);
      if (!present) throw new Refusal('NOT_FOUND');
      const { dossierId } = present;
      const row = await desk.lock(MediationCase, dossierId, 'draftSettlement');
      const settlement = await desk.lock(Settlement, id, 'record', version);
      if (settlement.state !== SettlementState.OFFERED) throw new Refusal('NOT_POSSIBLE', 'Leg de tekst eerst voor: een ontwerp wordt niet getekend.');
      const party = (await desk.rowsOf(MediationParty, 'dossierId', dossierId)).find((each) => each.id === partyId);
      if (!party || !signs(party)) throw invalid('partyId', 'Kies wie tekent.');
      if (row.landlordId && party.side === PartySide.LANDLORD) throw invalid('partyId', 'Deze verhuurder tekent in het portaal.');
      if ((await desk.rowsOf(SettlementSignature, 'settlementId', id)).some((each) => each.partyId === partyId)) throw new Refusal('NOT_POSSIBLE', 'Deze partij tekende al.');
      const before = (await desk.rowsOf(SigningLink, 'settlementId', id, { held: true })).filter((each) => each.partyId === partyId && !each.usedAt && !each.revokedAt);
      const now = this.clock.now();
      const made = newSecret();
      const link = { id: crypto.randomUUID(), version: 1, dossierId, partnerId: row.partnerId, settlementId: id, partyId, secretHash: hashOfSecret(made), madeAt: now, madeBy: me.name, until: endOf(dayOf(new Date(now.getTime() + this.days * DAY))) };
      secret = made;
      const told = entry({ dossierId, partnerId: row.partnerId, personName: me.name, at: now, event: 'SIGNING_LINK_MADE', text: party.side });
      return { id: link.id, record: SigningLink, dossierIds: [dossierId], writes: [...before.map((each) => update(SigningLink, each, { revokedAt: now })), insert(SigningLink, link), told] };
    });
    return { id: linkId, secret };
  }

  /**
   * The text behind a link, and nothing else of anybody.
   * @throws Refusal NOT_FOUND, the same whether it never was, was used, has ended or was replaced
   */
  async read(secret: string): Promise<TextToSign> {
    const link = await this.open(secret);
    return this.work.glance(asWoondienst(link.partner_id), 'readSigningLink', BY_LINK, async (desk) => {
      const [settlement] = await desk.rowsOf(Settlement, 'id', link.settlement_id);
      const [party] = await desk.rowsOf(MediationParty, 'id', link.party_id);
      const seen = { body: settlement.body, hash: settlement.hash, name: [party.givenName, party.familyName].filter(Boolean).join(' '), until: new Date(link.until).toISOString() };
      return { seen, record: SigningLink, dossierIds: [link.dossier_id], classes: [DataClass.OUTCOME, DataClass.IDENTITY] };
    });
  }

  /**
   * Signs, and ends the link with it; with the last signature the mediation concludes.
   * @param hash of the text that was read
   * @throws Refusal NOT_FOUND as `read` does, CONFLICT when it is not the text that was laid before her
   */
  async sign(secret: string, { hash, name }: { hash: string; name: string }): Promise<void> {
    const { partner_id: partnerId, dossier_id: dossierId } = await this.open(secret);
    await this.work.tick(asWoondienst(partnerId), 'signByLink', async (desk) => {
      const closed = await this.calendars.held(desk.unit);
      const [row] = await desk.rowsOf(MediationCase, 'id', dossierId, { held: true });
      const matter = await matterOf(desk, row);
      // Only now nobody else signs, replaces or ends it.
      const link = await this.found(desk.unit, secret);
      const [held] = await desk.rowsOf(SigningLink, 'id', link.id, { held: true });
      sameText(matter.settlements.find(({ id }) => id === link.settlement_id)!, hash);
      const now = this.clock.now();
      const signed = await this.settlements.signing(desk, matter, { partyId: link.party_id, name, way: SigningWay.LINK }, { closed, now, by: { partnerId, name: 'Via een link' } });
      return { id: link.id, record: SigningLink, dossierIds: [dossierId], classes: [DataClass.IDENTITY], writes: [update(SigningLink, held, { usedAt: now }), ...signed] };
    }, BY_LINK);
  }

  private open(secret: string): Promise<Open> {
    return this.units.run(NOBODY, (unit) => this.found(unit, secret), { durable: false });
  }

  /** Whatever is brought takes the same way: hashed and looked up. */
  private async found(unit: Unit, secret: string): Promise<Open> {
    const { rows } = await unit.query<Open>({ name: 'signing link', text: 'select id, dossier_id, partner_id, settlement_id, party_id, until from signing_link_at($1, $2)', values: [hashOfSecret(secret), this.clock.now()] });
    if (!rows.length) throw new Refusal('NOT_FOUND');
    return rows[0];
  }
}

const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
