import { Inject, Injectable } from '@nestjs/common';
import { ExchangeProtocol, isActive, Mandate, type Partner, Person, type ProtocolState } from '#directory';
import { type Actor, BOOK, type Book, Clock, dayOf, type Desk, Refusal, Role } from '#kernel';

/** What may go from one partner to another: capped by their exchange protocol and by the privacy book. */
@Injectable()
export class Protocols {
  constructor(
    private readonly clock: Clock,
    @Inject(BOOK) private readonly book: Book,
  ) {}

  /**
   * The classes, of those wanted, that the protocol between the two covers and the book lets the receiver see when lent.
   * @throws Refusal NO_PROTOCOL when none is active for names at least, with the way on (BR-P11)
   */
  async shareable(desk: Desk, me: Actor, receiver: Partner, wanted: readonly string[]): Promise<string[]> {
    const today = dayOf(this.clock.now());
    const active = (await desk.rowsOf(ExchangeProtocol, 'fromPartnerId', me.partnerId)).filter(
      ({ toPartnerId, state, validFrom, validTo }) => toPartnerId === receiver.id && isActive({ state: state as ProtocolState, validFrom, validTo: validTo ?? undefined }, today),
    );
    const covered = new Set<string>(active.flatMap(({ classes }) => classes));
    if (!covered.has('IDENTITY')) throw new Refusal('NO_PROTOCOL', await this.wayOn(desk, me, receiver));
    const lendable = new Set(Object.entries(this.book.capacities).flatMap(([capacity, grants]) => (capacity.startsWith(`${receiver.kind}/`) ? (grants.Referral ?? []).flatMap((grant) => (grant.lent && grant.seat === 'RECEIVER' ? grant.classes! : [])) : [])));
    return wanted.filter((each) => covered.has(each) && lendable.has(each as never));
  }

  private async wayOn(desk: Desk, me: Actor, receiver: Partner): Promise<string> {
    const today = dayOf(this.clock.now());
    const signing = new Set((await desk.rowsOf(Mandate, 'role', Role.SIGNATORY)).filter(({ since, until }) => since <= today && (!until || until >= today)).map(({ personId }) => personId));
    const names = (await desk.rowsOf(Person, 'partnerId', me.partnerId)).filter(({ id, active }) => active && signing.has(id)).map(({ name }) => name);
    const who = names.length ? `${names.join(' of ')} kan het voor ${me.partnerName} tekenen` : `de tekenbevoegde van ${me.partnerName} kan het tekenen`;
    return `Er is geen actief gegevensprotocol van ${me.partnerName} naar ${receiver.name}: ${who}, na advies van beide DPO's. Uw ontwerp blijft bewaard.`;
  }
}
