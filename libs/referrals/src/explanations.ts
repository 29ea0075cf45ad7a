import { Inject, Injectable } from '@nestjs/common';
import { Agreement, Client } from '#clients';
import { Partner } from '#directory';
import { type Actor, BOOK, type Book, classesOf, Clock, type DataClass, Reading, Refusal, type Selection, shapeOf, Share, Work } from '#kernel';
import { Answer } from './answer.record.js';
import type { PossibleReceiver } from './caps.js';
import { Receivers } from './receivers.js';
import { Referral } from './referral.record.js';
import { ReferralTypeBook } from './referral-types.js';
import { type Register, entriesOf, looksOf, referralsOf, REGISTERED } from './register.js';
import { anybodyAt, type Seen, type SeenReferral } from './seen.js';
import { explain, type Why } from './why.js';

/** Says what may go to whom, what goes to whom, and why: to who may know it. */
@Injectable()
export class Explanations {
  constructor(
    private readonly reading: Reading,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly types: ReferralTypeBook,
    private readonly possible: Receivers,
    @Inject(BOOK) private readonly book: Book,
  ) {}

  /** @param selection what is asked of each partner: it is read like every other */
  async receivers(me: Actor, id: string, selection: Selection): Promise<PossibleReceiver[]> {
    const possible = await this.consult(me, 'receivers', id, async (desk, referral) => this.possible.possible(desk, this.types.get(referral.type), referral));
    const partners = new Map((await this.reading.some(me, Partner, possible.map(({ partner }) => partner.id), selection)).map((partner) => [partner.id, partner]));
    return possible.map((each) => ({ ...each, partner: partners.get(each.partner.id)! }));
  }

  /** Through the receivers' own eyes, for the sender: within what she reads herself. */
  seenNow(me: Actor, id: string, selection: Selection): Promise<Seen[]> {
    return this.consult(me, 'seenNow', id, async (desk) => {
      const seen: Seen[] = [];
      for (const { partnerId } of await desk.rowsOf(Answer, 'dossierId', id)) {
        const [partner] = await desk.rowsOf(Partner, 'id', partnerId);
        seen.push({ partnerId, referral: await this.reading.asSeenBy<SeenReferral>(desk.unit, anybodyAt(partner), Referral, id, selection, me) });
      }
      return seen;
    });
  }

  async why(me: Actor, id: string, dataClass: DataClass): Promise<Why> {
    const asked = { fromPartnerId: true, senderName: true, withheld: true, shares: { classes: true, until: true } } as const;
    const referral = await this.reading.one(me, Referral, id, asked);
    if (!classesOf(shapeOf(Referral)).includes(dataClass)) throw new Refusal('INVALID', undefined, { fields: [{ field: 'dataClass', message: 'Dat staat niet in een doorverwijzing.' }] });
    const [from] = await this.reading.some(me, Partner, [referral.fromPartnerId], { name: true });
    return explain(this.book, me, dataClass, referral, from.name);
  }

  async register(me: Actor, clientId: string, selection: Selection): Promise<Register> {
    const client = await this.reading.one(me, Client, clientId, joined(selection, { ...REGISTERED, id: true, may: true }));
    if (!client.may.includes('register')) throw new Refusal('FORBIDDEN');
    const at = this.clock.now();
    return { client, at, entries: entriesOf(client, me.partnerId, at, await this.agreedDays(me, client)), looks: looksOf(client, me.partnerId) };
  }

  /** On which day the client agreed to each share: a later one rests on an agreement of its own. */
  private agreedDays(me: Actor, client: Client): Promise<ReadonlyMap<string, string>> {
    return this.work.consult(me, 'register', async (desk) => {
      const days = new Map((await desk.rowsOf(Agreement, 'dossierId', client.id)).map(({ id, agreedOn }) => [id, agreedOn]));
      const shares = await desk.rowsOf(Share, 'dossierId', referralsOf(client).map(({ id }) => id));
      const seen = new Map(shares.flatMap(({ id, agreementId }) => (days.has(agreementId!) ? [[id, days.get(agreementId!)!] as const] : [])));
      return { seen, record: Client, dossierIds: [client.id] };
    });
  }

  /** For the sender alone: nobody else learns who the receivers are. */
  private consult<T>(me: Actor, operation: string, id: string, look: (desk: Parameters<Parameters<Work['consult']>[2]>[0], referral: Referral) => Promise<T>): Promise<T> {
    return this.work.consult(me, operation, async (desk) => {
      const referral = await desk.see(Referral, id);
      if (referral.fromPartnerId !== me.partnerId) throw new Refusal('NOT_FOUND');
      return { seen: await look(desk, referral), record: Referral, dossierIds: [id] };
    });
  }
}

/** What either asks. */
function joined(one: Selection, other: Selection): Selection {
  const both = Object.entries(other).map(([field, below]): [string, Selection | true] => {
    const present = one[field];
    return [field, below !== true && present && present !== true ? joined(present, below) : below];
  });
  return { ...one, ...Object.fromEntries(both) };
}
