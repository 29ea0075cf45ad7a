import { Injectable } from '@nestjs/common';
import { type Actor, Clock, DataClass, dayOf, type Desk, insert, Refusal, step, update, Work } from '#kernel';
import { ExchangeProtocol } from './exchange-protocol.record.js';
import { exchangeProtocolFlow, type ProtocolEvent, type ProtocolFacts, ProtocolState } from './exchange-protocol.workflow.js';
import { Partner } from './partner.record.js';
import { mayFlowTo } from './rules.js';

type Act = { key: string };
type Change = Act & { id: string; version: number };
export type ProtocolText = Pick<ExchangeProtocol, 'purpose' | 'classes' | 'legalBasis' | 'frequency' | 'security' | 'retention' | 'validFrom'> & { validTo?: string | null };
export type ProtocolChanges = { [field in keyof ProtocolText]?: ProtocolText[field] | null };
export type Advice = { on: string; positive: boolean; text: string };

/** The life of an exchange protocol: drafted by who sends, advised and signed by both, published, ended (domain e15). */
@Injectable()
export class ExchangeProtocolService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  draft(me: Actor, { key, ...request }: Act & { toPartnerId: string; text: ProtocolText }): Promise<string> {
    return this.work.do(me, { operation: 'draftExchangeProtocol', key, request }, async (desk) => {
      const { toPartnerId, text } = request;
      if (toPartnerId === me.partnerId) throw invalid('toPartnerId', 'Een protocol maakt u met een andere partner.');
      const row = { id: crypto.randomUUID(), version: 1, fromPartnerId: me.partnerId, toPartnerId, state: ProtocolState.DRAFT, ...text, validTo: text.validTo ?? null };
      await this.check(desk, row);
      return { id: row.id, record: ExchangeProtocol, dossierIds: [], writes: [insert(ExchangeProtocol, row)] };
    });
  }

  edit(me: Actor, { changes, ...act }: Change & { changes: ProtocolChanges }): Promise<string> {
    return this.take(me, 'edit', act, { changes }, async (desk, row) => {
      const { validTo, ...rest } = changes;
      const set = { ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null)) as Partial<ProtocolText>), ...(validTo !== undefined && { validTo }) };
      this.step(row, 'edit');
      await this.check(desk, { ...row, ...set });
      return set;
    });
  }

  /** What was advised on an earlier text no longer counts. */
  submit(me: Actor, act: Change): Promise<string> {
    return this.take(me, 'submit', act, {}, async (desk, row) => {
      const { to: state } = this.step(row, 'submit');
      await this.check(desk, row);
      return { state, fromAdviceOn: null, fromAdviceBy: null, fromAdvicePositive: null, fromAdviceText: null, toAdviceOn: null, toAdviceBy: null, toAdvicePositive: null, toAdviceText: null };
    });
  }

  advise(me: Actor, { on, positive, text, ...act }: Change & Advice): Promise<string> {
    return this.take(me, 'advise', act, { on, positive, text }, (_, row) => {
      const side = sideOf(me, row);
      const { to: state } = this.step(row, positive ? 'advise' : 'object', { ownAdvised: row[`${side}Advised`], adviceOn: on });
      const advice = { state, [`${side}AdviceOn`]: on, [`${side}AdviceBy`]: me.name, [`${side}AdvicePositive`]: positive, [`${side}AdviceText`]: text.trim() };
      // Back in draft nobody has signed.
      return positive ? advice : { ...advice, fromSignedOn: null, fromSignedBy: null, toSignedOn: null, toSignedBy: null };
    });
  }

  sign(me: Actor, act: Change): Promise<string> {
    return this.take(me, 'sign', act, {}, (_, row) => {
      const side = sideOf(me, row);
      const last = side === 'from' ? row.toSigned : row.fromSigned;
      const { to: state } = this.step(row, last ? 'conclude' : 'sign', { ownSigned: row[`${side}Signed`] });
      return { state, [`${side}SignedOn`]: this.today(), [`${side}SignedBy`]: me.name };
    });
  }

  publish(me: Actor, { publicationUrl, ...act }: Change & { publicationUrl?: string | null }): Promise<string> {
    const url = publicationUrl?.trim();
    return this.take(me, 'publish', act, { publicationUrl }, async (desk, row) => {
      const doubled = (await this.siblings(desk, row)).some((other) => other.state === ProtocolState.PUBLISHED);
      const { to: state } = this.step(row, 'publish', { publicationUrl: url, doubled });
      return { state, publicationUrl: url };
    });
  }

  end(me: Actor, { reason, ...act }: Change & { reason: string }): Promise<string> {
    return this.take(me, 'end', act, { reason }, (_, row) => {
      const { to: state } = this.step(row, 'end');
      return { state, endedOn: this.today(), endedReason: reason.trim() };
    });
  }

  today(): string {
    return dayOf(this.clock.now());
  }

  /** One verb on a row that is there: locked, stepped, written. */
  private take(me: Actor, event: string, { key, id, version }: Change, request: object, verb: (desk: Desk, row: ExchangeProtocol) => object | Promise<object>): Promise<string> {
    return this.work.do(me, { operation: `${event}ExchangeProtocol`, key, request: { id, version, ...request } }, async (desk) => {
      const row = await desk.lock(ExchangeProtocol, id, event, version);
      const changes = await verb(desk, row);
      return { id, record: ExchangeProtocol, dossierIds: [], writes: [update(ExchangeProtocol, row, changes)] };
    });
  }

  private step(row: ExchangeProtocol, event: ProtocolEvent, facts: Omit<ProtocolFacts, 'today'> = {}): { to: ProtocolState } {
    return step(exchangeProtocolFlow, row, event, { today: this.today(), ...facts });
  }

  /** What must be right in every text, whenever it is stored or leaves the hands of who wrote it. */
  private async check(desk: Desk, row: Pick<ExchangeProtocol, 'id' | 'fromPartnerId' | 'toPartnerId' | 'purpose' | 'classes' | 'validFrom' | 'validTo'>): Promise<void> {
    const [receiver] = await desk.rowsOf(Partner, 'id', row.toPartnerId);
    if (!receiver) throw invalid('toPartnerId', 'Kies een partner uit de lijst.');
    if (!row.classes.length) throw invalid('classes', 'Kies minstens één soort gegevens.');
    const forbidden = row.classes.filter((each) => !mayFlowTo(receiver.regime, each));
    if (forbidden.some((each) => each === DataClass.HEALTH || each === DataClass.JUDICIAL))
      throw invalid('classes', `Gegevens over gezondheid en gerecht gaan alleen naar wie beroepsgeheim heeft, en ${receiver.name} heeft dat niet. Haal ze weg.`);
    if (forbidden.length) throw invalid('classes', 'Eigen notities en de voortgang bij de afzender gaan nooit naar een andere partner. Haal ze weg.');
    if (row.validTo && row.validTo < row.validFrom) throw invalid('validTo', 'De laatste dag ligt voor de eerste dag.');
    if ((await this.siblings(desk, row)).some(({ state }) => state === ProtocolState.DRAFT)) throw invalid('purpose', 'Er is al een ontwerp voor dit doel met deze partner in deze periode. Werk daarin verder.');
  }

  /** Other protocols of the same sender for the same receiver and purpose, with days in common; held, so that no two are published at once. */
  private async siblings(desk: Desk, { id, fromPartnerId, toPartnerId, purpose, validFrom, validTo }: Pick<ExchangeProtocol, 'id' | 'fromPartnerId' | 'toPartnerId' | 'purpose' | 'validFrom' | 'validTo'>): Promise<ExchangeProtocol[]> {
    const ofSender = await desk.rowsOf(ExchangeProtocol, 'fromPartnerId', fromPartnerId, { held: true });
    const same = (text: string) => text.trim().toLowerCase();
    return ofSender.filter((other) => other.id !== id && other.toPartnerId === toPartnerId && same(other.purpose) === same(purpose) && other.validFrom <= (validTo ?? '9999') && validFrom <= (other.validTo ?? '9999'));
  }
}

const sideOf = (me: Actor, { fromPartnerId }: ExchangeProtocol): 'from' | 'to' => (fromPartnerId === me.partnerId ? 'from' : 'to');
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
