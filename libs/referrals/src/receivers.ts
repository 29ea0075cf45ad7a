import { Inject, Injectable } from '@nestjs/common';
import { ExchangeProtocol, Mandate, Municipality, Partner, Person } from '#directory';
import { BOOK, type Book, Clock, DataClass, dayOf, type Desk, nameOf, Refusal, Role } from '#kernel';
import { type Matter, type PossibleReceiver, possibleReceivers, type Surroundings, withParts } from './caps.js';
import { Competence, type ReferralTypeShape } from './referral-type.reference.js';

/** A partner, and the classes that it is to get. */
export type Chosen = { partnerId: string; classes: DataClass[] };

/** Who may be asked, and what each may get: the caps, on what the database knows of the partners. */
@Injectable()
export class Receivers {
  constructor(
    private readonly clock: Clock,
    @Inject(BOOK) private readonly book: Book,
  ) {}

  async possible(desk: Desk, type: ReferralTypeShape, matter: Matter): Promise<PossibleReceiver[]> {
    return possibleReceivers(type, matter, await this.around(desk, matter.fromPartnerId));
  }

  /**
   * The choices with the parts of each whole class.
   * @throws Refusal INVALID for a partner that cannot be asked, or a class beyond a cap: with its sentence; NO_PROTOCOL with the way on
   */
  async checked(desk: Desk, type: ReferralTypeShape, matter: Matter, choices: readonly Chosen[]): Promise<Chosen[]> {
    const possible = await this.possible(desk, type, matter);
    return choices.map(({ partnerId, classes }) => {
      const receiver = possible.find(({ partner }) => partner.id === partnerId);
      if (!receiver) throw invalid('receivers', 'Kies een partner die deze vraag kan opnemen.');
      if (receiver.needsProtocol) throw new Refusal('NO_PROTOCOL', `${receiver.says} Uw ontwerp blijft bewaard.`, { fields: [{ field: 'receivers', message: receiver.says! }] });
      if (!receiver.possible) throw invalid('receivers', receiver.says!);
      for (const dataClass of classes) {
        const cell = receiver.cells.find((each) => each.dataClass === dataClass);
        if (!cell) throw invalid('receivers', `${nameOf(dataClass)}: dit soort doorverwijzing vraagt dit niet.`);
        if (cell.cap) throw invalid('receivers', `${nameOf(dataClass)} voor ${receiver.partner.shortName}: ${cell.says}`);
      }
      return { partnerId, classes: withParts(classes, receiver) };
    });
  }

  /**
   * What a receiver may still be given: it was competent when it was chosen, and where the client lives is not told to it by a refusal.
   * @throws Refusal INVALID for a class beyond a cap, NO_PROTOCOL
   */
  seated(desk: Desk, type: ReferralTypeShape, matter: Matter, chosen: Chosen): Promise<Chosen[]> {
    const anywhere = { ...type, receivers: type.receivers.map((each) => ({ ...each, area: Competence.ANYWHERE })) };
    return this.checked(desk, anywhere, matter, [chosen]);
  }

  /** @throws Refusal INVALID when there is no such partner in the region */
  async partner(desk: Desk, id: string, field: string): Promise<Partner> {
    const [partner] = await desk.rowsOf(Partner, 'id', id);
    if (!partner) throw invalid(field, 'Kies een partner uit de lijst.');
    return partner;
  }

  private async around(desk: Desk, fromPartnerId: string): Promise<Surroundings> {
    const [from] = await desk.rowsOf(Partner, 'id', fromPartnerId);
    const partners = await desk.rowsOf(Partner, 'region', from.region);
    const municipalities = await desk.rowsOf(Municipality, 'region', from.region);
    const protocols = await desk.rowsOf(ExchangeProtocol, 'fromPartnerId', fromPartnerId);
    const today = dayOf(this.clock.now());
    return { partners, municipalities, protocols, book: this.book, today, signatories: await this.signatories(desk, fromPartnerId, today) };
  }

  /** Who can sign for a partner: known to its own people only. */
  private async signatories(desk: Desk, partnerId: string, today: string): Promise<string[]> {
    const signing = new Set((await desk.rowsOf(Mandate, 'role', Role.SIGNATORY)).filter(({ since, until }) => since <= today && (!until || until >= today)).map(({ personId }) => personId));
    return (await desk.rowsOf(Person, 'partnerId', partnerId)).filter(({ id, active }) => active && signing.has(id)).map(({ name }) => name);
  }
}

const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
