import { Injectable } from '@nestjs/common';
import { Partner } from '#directory';
import { html, type Paper, paper } from '#dossiers';
import { type Actor, Clock, dayOf, Reading, Refusal } from '#kernel';
import { MediationCase, PartySide } from './mediation-case.record.js';
import { CooperationProtocol } from './protocol/cooperation-protocol.record.js';
import { CooperationProtocols, textOf } from './protocol/cooperation-protocols.js';
import type { CooperationText } from './protocol/cooperation-text.js';
import { Settlement } from './settlement.record.js';
import { SignalOrigin, TensionSignal } from './tension-signal.record.js';

type Words = { [placeholder: string]: string };
const SIGNAL = { id: true, number: true, protocolId: true, receiverId: true, partnerId: true, origin: true, state: true, street: true, postcode: true, municipality: true, reportedAt: true, heardBy: true, reportBy: true, notStartedAt: true, closedAt: true, reportedBy: true, landlordName: true, renters: { givenName: true, familyName: true } } as const;

/** The letters of a mediation, in the words of its protocol: made of exactly what their maker may read. */
@Injectable()
export class MediationPapers {
  constructor(
    private readonly reading: Reading,
    private readonly protocols: CooperationProtocols,
    private readonly clock: Clock,
  ) {}

  /**
   * To one renter: to a first talk, or to one that is planned.
   * @throws Refusal NOT_FOUND for somebody who is no renter there
   */
  async invitation(me: Actor, id: string, partyId: string, sessionId?: string): Promise<Paper> {
    const row = await this.reading.one(me, MediationCase, id, { id: true, protocolId: true, mediatorName: true, signals: SIGNAL, parties: { id: true, side: true, givenName: true, familyName: true }, sessions: { id: true, at: true, place: true } });
    const party = row.parties.find((each) => each.id === partyId && each.side === PartySide.RENTER);
    const session = row.sessions.find((each) => each.id === sessionId);
    if (!party || (sessionId && !session)) throw new Refusal('NOT_FOUND');
    const where = session ? { tijdstip: `${dutch(session.at)}, ${clock(session.at)}`, plaats: session.place } : { tijdstip: 'een moment dat u past', plaats: 'ons kantoor of bij u thuis' };
    const words = { ...(await this.words(me, row.signals[0], row.mediatorName)), huurder: nameOf(party), ...where };
    return sheet('uitnodiging', 'Uitnodiging', filled((await this.textFor(me, row.protocolId)).letters.invitation, words));
  }

  /** What is signed, or was: the working copy for who mediates, its own copy for a landlord. */
  async settlement(me: Actor, id: string): Promise<Paper> {
    const settlement = await this.reading.one(me, Settlement, id, { id: true, body: true, hash: true, state: true, signedAt: true, landlordSignedBy: true, signatures: { name: true, way: true, at: true } });
    const signatures = (settlement.signatures ?? []).map(({ name, at }) => `${name}, ${dutch(at)}`);
    const signed = signatures.length ? signatures : settlement.landlordSignedBy ? [settlement.landlordSignedBy] : [];
    const body = html`<main><p className="pre">${settlement.body}</p>
      ${signed.length ? html`<section><h2>Getekend door</h2><ul>${signed.map((each) => html`<li key=${each}>${each}</li>`)}</ul></section>` : html`<div className="sign"><div>Huurder</div><div>Verhuurder</div></div>`}
      <p className="mute">Controlegetal van deze tekst: ${settlement.hash}</p></main>`;
    return paper('akkoord', 'nl', 'Akkoord', html`<div><header><p className="mute">Woonbrug, ${me.partnerName}</p><h1>Akkoord</h1></header>${body}</div>`);
  }

  /** That it is closed, and when; the same for each reason (decisions 7). */
  async closing(me: Actor, signalId: string): Promise<Paper> {
    const signal = await this.reading.one(me, TensionSignal, signalId, SIGNAL);
    const at = signal.closedAt ?? signal.notStartedAt;
    if (!at) throw new Refusal('NOT_POSSIBLE', 'Deze melding is nog niet afgesloten.');
    const words = { ...(await this.words(me, signal, null)), datum: dutch(at) };
    return sheet('afsluiting', 'Afsluiting', filled((await this.textFor(me, signal.protocolId)).letters.closing, words));
  }

  /** A case keeps the edition under which it began. */
  private async textFor(me: Actor, protocolId: string | null): Promise<CooperationText> {
    return protocolId ? textOf(await this.reading.one(me, CooperationProtocol, protocolId, { text: true })) : this.protocols.defaults();
  }

  private async words(me: Actor, signal: TensionSignal, mediator: string | null): Promise<Words> {
    const partners = new Map((await this.reading.all(me, Partner, { id: true, name: true })).map(({ id, name }) => [id, name]));
    const landlord = signal.origin === SignalOrigin.COMPANY ? (partners.get(signal.partnerId) ?? '') : (signal.landlordName ?? 'de verhuurder');
    const woondienst = partners.get(signal.receiverId) ?? '';
    return {
      huurder: signal.renters.map(nameOf).join(' en '), adres: `${signal.street}, ${signal.postcode} ${signal.municipality}`, verhuurder: landlord, woondienst, bemiddelaar: mediator ?? 'uw bemiddelaar', gemeld: dutch(signal.reportedAt),
      gehoord_tegen: dutch(signal.heardBy), verslag_tegen: dutch(signal.reportBy), datum: dutch(this.clock.now()), plaats: '', tijdstip: '', afspraken: '',
    };
  }
}

const nameOf = ({ givenName, familyName }: { givenName?: string | null; familyName: string }): string => [givenName, familyName].filter(Boolean).join(' ');
const dutch = (moment: Date | string): string => new Date(`${dayOf(new Date(moment))}T12:00:00Z`).toLocaleDateString('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const clock = (moment: Date | string): string => new Date(moment).toLocaleTimeString('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' }).replace(':', '.');
const filled = (letter: string, words: Words): string => letter.replace(/\{([a-z_]+)\}/g, (whole, word: string) => words[word] ?? whole);
const sheet = (name: string, title: string, text: string): Paper => {
  const [first, ...rest] = text.trim().split(/\n{2,}/);
  return paper(name, 'nl', title, html`<div><header><h1>${title}</h1></header><main>${[first, ...rest].map((each, index) => html`<p key=${index} className="pre">${each}</p>`)}</main></div>`);
};
