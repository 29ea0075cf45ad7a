import { Injectable } from '@nestjs/common';
import { nameAt, Partner } from '#directory';
import { type Actor, Clock, dayOf, Reading, Refusal } from '#kernel';
import { lastDay } from '../agreements.js';
import { Explanations } from '../explanations.js';
import { Referral } from '../referral.record.js';
import { ReferralTypeBook } from '../referral-types.js';
import { WHOLE } from '../seen.js';
import { agreementPaper } from './agreement.paper.js';
import type { Paper } from '#dossiers';
import { referralPaper } from './referral.paper.js';
import { registerPaper } from './register.paper.js';
import { type Language, languageOf } from './words.js';

const NAMES = { givenName: true, familyName: true, language: true, may: true } as const;

/** What is handed out on paper: made of exactly what its maker may read. */
@Injectable()
export class Papers {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
    private readonly types: ReferralTypeBook,
    private readonly explanations: Explanations,
  ) {}

  /** @param language absent: the client's own, when there is a catalogue for it */
  async register(me: Actor, clientId: string, language?: Language): Promise<Paper> {
    const register = await this.explanations.register(me, clientId, NAMES);
    return registerPaper({ register, partners: await this.partners(me), own: me.partnerName, by: me.name, language: language ?? languageOf(register.client.language) });
  }

  /** To sign before sending: what was chosen for each receiver. */
  async agreement(me: Actor, id: string, language?: Language): Promise<Paper> {
    const referral = await this.reading.one(me, Referral, id, { type: true, fromPartnerId: true, recipients: { receiverId: true, classes: true, chosen: true }, client: { ...NAMES, birthDate: true, representativeName: true, representativeUntil: true } });
    if (referral.fromPartnerId !== me.partnerId || !referral.client) throw new Refusal('NOT_FOUND');
    const partners = await this.partners(me);
    const { label, agreementMonths } = this.types.get(referral.type);
    const client = referral.client;
    const receivers = referral.recipients.filter(({ chosen }) => chosen).map(({ receiverId, classes }) => ({ name: partners.get(receiverId)?.name ?? '', classes }));
    const until = lastDay({ agreedBy: 'CLIENT' } as never, client, dayOf(this.clock.now()), agreementMonths);
    return agreementPaper({ name: `${client.givenName} ${client.familyName}`, receivers, purpose: label, until, own: me.partnerName, by: me.name, language: language ?? languageOf(client.language) });
  }

  /** For the reader's own file system. */
  async referral(me: Actor, id: string): Promise<Paper> {
    const referral = await this.reading.one(me, Referral, id, { ...WHOLE, number: true, fromPartnerId: true, deliveredAt: true, ownNumber: { number: true } });
    const partner = (await this.partners(me)).get(referral.fromPartnerId);
    const from = partner ? nameAt(partner, referral.deliveredAt ?? this.clock.now()) : '';
    return referralPaper({ referral, type: this.types.get(referral.type).label, from, own: me.partnerName, at: this.clock.now() });
  }

  private async partners(me: Actor): Promise<ReadonlyMap<string, Partner>> {
    return new Map((await this.reading.all(me, Partner, { name: true, earlierNames: { name: true, until: true } })).map((partner) => [partner.id, partner]));
  }
}
