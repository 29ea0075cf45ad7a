import { Injectable } from '@nestjs/common';
import { Municipality, Partner } from '#directory';
import { type Actor, Clock, dayOf, type Desk, insert, PartnerKind, Refusal, step, update, Work, type Write } from '#kernel';
import { faultsOf } from './cooperation-faults.js';
import { CooperationProtocol } from './cooperation-protocol.record.js';
import { type CooperationEvent, type CooperationFacts, cooperationFlow, CooperationState, IN_FORCE } from './cooperation-protocol.workflow.js';
import { CooperationProtocols, textOf } from './cooperation-protocols.js';
import { canonical, type CooperationText } from './cooperation-text.js';

type Act = { key: string };
type Change = Act & { id: string; version: number };
type Row = CooperationProtocol;
export type CooperationDates = { validFrom: string; validTo?: string | null };

const UNSIGNED = { partnerSignedBy: null, partnerSignedAs: null, partnerSignedAt: null, partnerSignedHash: null, partnerSignerId: null, companySignedBy: null, companySignedAs: null, companySignedAt: null, companySignedHash: null, companySignerId: null };

/** The life of a cooperation protocol: drafted by the Woondienst, signed by both, in force, followed by its next edition (domain e15). */
@Injectable()
export class CooperationProtocolsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly protocols: CooperationProtocols,
  ) {}

  /** The next edition of a pair; without a text it starts from the one before it. */
  draft(me: Actor, { key, ...request }: Act & { companyId: string; text?: string | null } & CooperationDates): Promise<string> {
    return this.work.do(me, { operation: 'draftCooperationProtocol', key, request }, async (desk) => {
      const { companyId, text, validFrom, validTo = null } = request;
      const earlier = await this.editions(desk, me.partnerId, companyId);
      if (earlier.some(({ state }) => state === CooperationState.NEGOTIATION || state === CooperationState.SIGNED)) throw invalid('companyId', 'Met deze woonmaatschappij loopt er al overleg over een protocol. Werk daarin verder.');
      const row = { id: crypto.randomUUID(), version: 1, partnerId: me.partnerId, companyId, edition: Math.max(0, ...earlier.map(({ edition }) => edition)) + 1, state: CooperationState.NEGOTIATION, validFrom, validTo };
      const given = text ?? canonical(await this.beginning(desk, row, earlier));
      return { id: row.id, record: CooperationProtocol, dossierIds: [], writes: [insert(CooperationProtocol, { ...row, text: await this.checked(desk, row, given) })] };
    });
  }

  /** A change takes the signatures away: nobody signed what stands there now. */
  edit(me: Actor, { text, validFrom, validTo, ...act }: Change & { text?: string | null; validFrom?: string | null; validTo?: string | null }): Promise<string> {
    return this.take(me, 'edit', act, { text, validFrom, validTo }, async (desk, row) => {
      this.step(row, 'edit');
      const dates = { validFrom: validFrom ?? row.validFrom, validTo: validTo === undefined ? row.validTo : validTo };
      return [{ ...dates, text: await this.checked(desk, { ...row, ...dates }, text ?? row.text), ...UNSIGNED }];
    });
  }

  /** @param hash of the text that she read */
  sign(me: Actor, { hash, capacity, ...act }: Change & { hash: string; capacity: string }): Promise<string> {
    return this.take(me, 'sign', act, { hash, capacity }, async (desk, row) => {
      const { ours, theirs } = sidesOf(me, row);
      const { to: state } = this.step(row, row[`${theirs}Signed`] ? 'conclude' : 'sign', { ownSigned: row[`${ours}Signed`], sameText: hash === row.hash });
      await this.checked(desk, row, row.text);
      return [{ state, [`${ours}SignedBy`]: me.name, [`${ours}SignedAs`]: capacity.trim(), [`${ours}SignedAt`]: this.clock.now(), [`${ours}SignedHash`]: hash, [`${ours}SignerId`]: me.personId }];
    });
  }

  /** Takes back the signature of one's own side, until it is in force. */
  withdraw(me: Actor, act: Change): Promise<string> {
    return this.take(me, 'withdraw', act, {}, (_, row) => {
      const { ours } = sidesOf(me, row);
      const { to: state } = this.step(row, 'withdraw', { ownSigned: row[`${ours}Signed`] });
      return [{ state, [`${ours}SignedBy`]: null, [`${ours}SignedAs`]: null, [`${ours}SignedAt`]: null, [`${ours}SignedHash`]: null, [`${ours}SignerId`]: null }];
    });
  }

  /** Never for what is past: a first day that went by since becomes today. The edition before it ends the day before. */
  activate(me: Actor, act: Change): Promise<string> {
    return this.take(me, 'activate', act, {}, async (desk, row) => {
      const signedOn = [row.partnerSignedAt!, row.companySignedAt!].map(dayOf).sort()[1];
      const { to: state } = this.step(row, 'activate', { signedOn });
      const validFrom = row.validFrom < this.today() ? this.today() : row.validFrom;
      const before = (await this.editions(desk, row.partnerId, row.companyId)).filter((each) => IN_FORCE.includes(each.state));
      return [{ state, validFrom }, ...before.map((each) => this.succeeded(each, row.edition, validFrom))];
    });
  }

  review(me: Actor, act: Change): Promise<string> {
    return this.take(me, 'review', act, {}, (_, row) => [{ state: this.step(row, 'review').to }]);
  }

  confirm(me: Actor, act: Change): Promise<string> {
    return this.take(me, 'confirm', act, {}, (_, row) => [{ state: this.step(row, 'confirm').to }]);
  }

  /** At once: cases that run keep it, no new one begins under it. */
  end(me: Actor, { reason, ...act }: Change & { reason: string }): Promise<string> {
    return this.take(me, 'end', act, { reason }, (_, row) => [{ state: this.step(row, 'end').to, endedOn: this.today(), endedReason: reason.trim() }]);
  }

  today(): string {
    return dayOf(this.clock.now());
  }

  private succeeded(row: Row, edition: number, validFrom: string): Write {
    const { to: state } = this.step(row, 'succeed');
    const lastDay = dayBefore(validFrom);
    const ended = { endedOn: lastDay, endedReason: `Opgevolgd door editie ${edition}.` };
    // What would begin only now never holds; what holds until a later day ends then by its own last day.
    if (row.validFrom > lastDay) return update(CooperationProtocol, row, { ...ended, state });
    const last = row.validTo !== null && row.validTo < lastDay ? row.validTo : lastDay;
    return update(CooperationProtocol, row, { ...ended, endedOn: last, validTo: last, ...(last < this.today() && { state }) });
  }

  /** One verb on a row that is there: locked, stepped, written; what else it leads to is written first. */
  private take(me: Actor, event: string, { key, id, version }: Change, request: object, verb: (desk: Desk, row: Row) => Step | Promise<Step>): Promise<string> {
    return this.work.do(me, { operation: `${event}CooperationProtocol`, key, request: { id, version, ...request } }, async (desk) => {
      const row = await desk.lock(CooperationProtocol, id, event, version);
      const [changes, ...others] = await verb(desk, row);
      return { id, record: CooperationProtocol, dossierIds: [], writes: [...others, update(CooperationProtocol, row, changes)] };
    });
  }

  private step(row: Row, event: CooperationEvent, facts: Omit<CooperationFacts, 'today'> = {}): { to: CooperationState } {
    return step(cooperationFlow, row, event, { today: this.today(), ...facts });
  }

  /** All editions of a pair, held, so that no two are in force at once. */
  private async editions(desk: Desk, partnerId: string, companyId: string): Promise<Row[]> {
    return (await desk.rowsOf(CooperationProtocol, 'companyId', companyId, { held: true })).filter((each) => each.partnerId === partnerId);
  }

  private async beginning(desk: Desk, { partnerId, companyId }: Pick<Row, 'partnerId' | 'companyId'>, earlier: readonly Row[]): Promise<CooperationText> {
    const last = earlier.toSorted((one, other) => other.edition - one.edition)[0];
    if (last) return textOf(last);
    const { places, company } = await this.around(desk, partnerId, companyId);
    return { ...this.protocols.defaults(), title: `Samenwerkingsprotocol met ${company.name}`, municipalities: places.filter(({ name }) => company.area.includes(name)).map(({ nis }) => nis) };
  }

  private async around(desk: Desk, partnerId: string, companyId: string) {
    const partners = await desk.rowsOf(Partner, 'id', [partnerId, companyId]);
    const company = partners.find(({ id, kind }) => id === companyId && kind === PartnerKind.HOUSING_COMPANY);
    if (!company) throw invalid('companyId', 'Kies een woonmaatschappij uit de lijst.');
    const places = await desk.rowsOf(Municipality, 'nis', partners.find(({ id }) => id === partnerId)!.municipalityCodes);
    return { places, company: { name: company.name, area: company.companyArea } };
  }

  /** The text in its one way to be written, with all that is wrong with it told at once. */
  private async checked(desk: Desk, row: Pick<Row, 'partnerId' | 'companyId' | 'validFrom' | 'validTo'>, json: string): Promise<string> {
    const around = await this.around(desk, row.partnerId, row.companyId);
    const text = parsed(json);
    const fields = faultsOf(text, around).map(({ path, says }) => ({ field: path.join('.'), message: says }));
    if (row.validTo && row.validTo < row.validFrom) fields.push({ field: 'validTo', message: 'De laatste dag ligt voor de eerste dag.' });
    if (fields.length) throw new Refusal('INVALID', fields.length === 1 ? fields[0].message : `Er zijn ${fields.length} dingen niet goed ingevuld.`, { fields });
    return canonical(text);
  }
}

/** What the row itself becomes, and what else is written. */
type Step = readonly [{ [field: string]: unknown }, ...Write[]];

const sidesOf = (me: Actor, { partnerId }: Row) => (partnerId === me.partnerId ? ({ ours: 'partner', theirs: 'company' } as const) : ({ ours: 'company', theirs: 'partner' } as const));
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });

/** A part without a value counts as absent. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) => value ?? undefined);
  } catch {
    throw invalid('text', 'Deze tekst is niet te lezen.');
  }
}
