import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Agreement } from '#clients';
import { Calendars, type ClosingDays, Partner } from '#directory';
import { entry, taskWrites, Terms } from '#dossiers';
import { type Actor, Clock, DataClass, dayOf, type Desk, EMBARGO, endOf, insert, namesOf, type Outcome, PART_OF, Reading, Refusal, Regime, restate, seat, type Selection, share, step, type Task, TaskKind, update, Wish, Work, type Write } from '#kernel';
import { Agreements } from './agreements.service.js';
import { type NewAgreement } from './agreements.js';
import { Answer } from './answer.record.js';
import type { Change } from './drafts.service.js';
import { Receipts } from './receipts.js';
import { type Chosen, Receivers } from './receivers.js';
import { Recipient } from './recipient.record.js';
import { ReferralPerson } from './referral-person.record.js';
import { Referral } from './referral.record.js';
import { ReferralTypeBook } from './referral-types.js';
import { answerFlow, referralFlow, ReferralState } from './referral.workflow.js';
import { anybodyAt, type Seen } from './seen.js';
import { holders, termsOf } from './sides.js';

type By = Pick<Actor, 'partnerId' | 'name'>;
/** What goes to whom, once everything holds. */
type Load = { referral: Referral; receivers: readonly (Chosen & { partner: Partner; agreementId: string; until: string })[]; persons: readonly ReferralPerson[]; closed: ClosingDays };

/** From draft to receivers: agreement, embargo, delivery. */
@Injectable()
export class SendingService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly types: ReferralTypeBook,
    private readonly receivers: Receivers,
    private readonly agreements: Agreements,
    private readonly receipts: Receipts,
    private readonly reading: Reading,
    private readonly terms: Terms,
    @Inject(EMBARGO) private readonly embargo: number,
  ) {}

  onModuleInit(): void {
    this.terms.whenPassed(TaskKind.DELIVER, (desk, task, now) => this.deliver(desk, task, now));
  }

  /** Leaves after the embargo; at once when urgent. */
  send(me: Actor, { key, id, version, agreements }: Change & { agreements: readonly NewAgreement[] }): Promise<string> {
    return this.work.do(me, { operation: 'sendReferral', key, request: { id, version, agreements } }, (desk) => this.sending(desk, me, { id, version, agreements }, false));
  }

  /** What each receiver would read: the sending is done, looked at with the receiver's own rules, and undone. */
  preview(me: Actor, { id, agreements }: { id: string; agreements: readonly NewAgreement[] }, selection: Selection): Promise<Seen[]> {
    let partners: readonly Partner[] = [];
    const rehearsed = async (desk: Desk) => {
      const outcome = await this.sending(desk, me, { id, agreements }, true);
      partners = await this.chosenPartners(desk, id);
      return outcome;
    };
    return this.work.rehearse(me, 'previewReferral', rehearsed, async (unit) => {
      const seen: Seen[] = [];
      for (const partner of partners) seen.push({ partnerId: partner.id, referral: await this.reading.asSeenBy(unit, anybodyAt(partner), Referral, id, selection, me) });
      return seen;
    });
  }

  /** In the embargo only: nobody got anything. */
  takeBack(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'takeBackReferral', key, request: { id, version } }, async (desk) => {
      const referral = await desk.lock(Referral, id, 'takeBack', version);
      return { id, record: Referral, dossierIds: [id], writes: this.back(referral, me, 'TAKEN_BACK') };
    });
  }

  private async sending(desk: Desk, me: Actor, { id, version, agreements }: { id: string; version?: number; agreements: readonly NewAgreement[] }, atOnce: boolean): Promise<Outcome> {
    const closed = await this.calendars.held(desk.unit);
    const referral = await desk.lock(Referral, id, 'send', version);
    const type = this.types.get(referral.type);
    const now = this.clock.now();
    const chosen = (await desk.rowsOf(Recipient, 'dossierId', id)).filter(({ chosen: is }) => is).map(({ receiverId: partnerId, classes }) => ({ partnerId, classes }));
    const persons = (await desk.rowsOf(ReferralPerson, 'dossierId', id)).filter(({ leftOut }) => !leftOut);
    const client = await this.agreements.clientOf(desk, id);
    const faults = this.agreements.faultsOf(agreements, client, persons, dayOf(now));
    const arrow = step(referralFlow, referral, 'send', { required: type.required, receivers: chosen.length, transfers: referral.transfer, agreements: faults });
    const first = faults.find(({ fault }) => fault);
    if (first) throw new Refusal('NEEDS', first.fault!, { fields: [{ field: first.field!, message: first.fault! }] });
    const checked = await this.receivers.checked(desk, type, referral, chosen);
    const own = agreements.find(({ personId }) => personId === null)!;
    const beyond = [...new Set(checked.flatMap(({ classes }) => classes))].filter((each) => !agreedOn(own.classes, each));
    if (beyond.length) throw new Refusal('NEEDS', `De cliënt ging hier niet mee akkoord: ${namesOf(beyond)}.`, { fields: [{ field: 'classes', message: `Niet in het akkoord: ${namesOf(beyond)}.` }] });
    const urgent = atOnce || referral.urgent || this.embargo === 0;
    const deliverAt = new Date(now.getTime() + (urgent ? 0 : this.embargo * 60_000));
    const sent = { state: arrow.to, agreedOn: own.agreedOn, agreedWay: own.way, sentAt: now, deliverAt, changedAt: now };
    const kept = this.agreements.writesOf(agreements, { client, referral, purpose: type.label, months: type.agreementMonths, today: dayOf(now), receivers: checked, persons });
    const tasks = taskWrites(arrow, id, now, { SENDER: { partnerId: me.partnerId, otherPartnerId: null, personId: referral.senderId } }, { embargo: { due: deliverAt } });
    const writes: Write[] = [update(Referral, referral, sent), ...kept.writes, ...tasks, entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'SENT', due: urgent ? undefined : deliverAt, audience: [me.partnerId] }), restate(id, me.partnerId, arrow.to, now)];
    const outcome = { id, record: Referral, dossierIds: [id, client.id], classes: [DataClass.CORE, DataClass.IDENTITY, ...new Set(checked.flatMap(({ classes }) => classes))], writes };
    if (!urgent) return outcome;
    const after: Referral = Object.assign(Object.create(Referral.prototype) as Referral, referral, sent, { version: referral.version + 1 });
    const load = { referral: after, receivers: await this.loaded(desk, checked, kept.own), persons: persons.filter((person) => agreements.some(({ personId }) => personId === person.id)), closed };
    return { ...outcome, writes: [...writes, ...this.delivery(load, me, now)], afterwards: this.receipts.after(after, load.receivers, now) };
  }

  /** The embargo has ended. What no longer may go, such as without its protocol, comes back as a draft. */
  private async deliver(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const referral = await desk.lock(Referral, task.dossierId, 'deliver');
    if (referral.state !== ReferralState.SENT) return null;
    const by = { partnerId: referral.fromPartnerId, name: 'Woonbrug' };
    const outcome = { id: referral.id, record: Referral, dossierIds: [referral.id] };
    const chosen = (await desk.rowsOf(Recipient, 'dossierId', referral.id)).filter((each) => each.chosen).map(({ receiverId: partnerId, classes }) => ({ partnerId, classes }));
    const checked = await this.receivers.checked(desk, this.types.get(referral.type), referral, chosen).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (checked instanceof Refusal) return { ...outcome, writes: this.back(referral, by, 'NOT_DELIVERED', checked.message) };
    const agreements = (await desk.rowsOf(Agreement, 'aboutId', referral.id)).filter(({ endedAt }) => !endedAt);
    const own = new Map(agreements.filter(({ aboutPersonId }) => !aboutPersonId).map((each) => [each.receiverId, each]));
    const persons = (await desk.rowsOf(ReferralPerson, 'dossierId', referral.id)).filter((person) => !person.leftOut && agreements.some(({ aboutPersonId }) => aboutPersonId === person.id));
    const receivers = await this.loaded(desk, checked, own);
    return { ...outcome, writes: this.delivery({ referral, receivers, persons, closed: await this.calendars.held(desk.unit) }, by, now), afterwards: this.receipts.after(referral, receivers, now) };
  }

  private async loaded(desk: Desk, chosen: readonly Chosen[], own: ReadonlyMap<string, Pick<Agreement, 'id' | 'until'>>): Promise<Load['receivers']> {
    const loaded: (Load['receivers'][number])[] = [];
    for (const each of chosen) {
      const [partner] = await desk.rowsOf(Partner, 'id', each.partnerId);
      const { id: agreementId, until } = own.get(each.partnerId)!;
      loaded.push({ ...each, partner, agreementId, until });
    }
    return loaded;
  }

  /** One transaction: seat, share, answer, tasks and terms of each receiver, or nothing. Told after the sending, also when that was just now. */
  private delivery({ referral, receivers, persons, closed }: Load, by: By, now: Date): Write[] {
    const { id, fromPartnerId: sender } = referral;
    const type = this.types.get(referral.type);
    const arrow = step(referralFlow, referral, 'deliver', undefined as never);
    const told = new Date(now.getTime() + 1);
    const writes: Write[] = [update(Referral, referral, { state: arrow.to, deliveredAt: now, contentAt: now, changedAt: now }), restate(id, sender, arrow.to, now), ...persons.map((person) => update(ReferralPerson, person, { audience: [] } as object))];
    for (const { partner, classes, agreementId, until } of receivers) {
      const terms = termsOf(type, referral.urgent, now, closed, { sender, receiver: partner.id });
      const answer = { id: crypto.randomUUID(), partnerId: partner.id, contactPersonId: null };
      const ground = partner.regime === Regime.PROFESSIONAL_SECRECY ? 'Gedeeld beroepsgeheim' : 'Akkoord van de cliënt en gegevensprotocol';
      const fellowIds = referral.openReceivers ? receivers.map((each) => each.partner.id).filter((each) => each !== partner.id) : [];
      writes.push(
        seat(id, partner.id, 'RECEIVER'),
        share({ id: crypto.randomUUID(), dossierId: id, partnerId: partner.id, classes: [DataClass.CORE, DataClass.IDENTITY, ...classes], purpose: type.label, ground, agreementId, since: now, until: endOf(until), grantedBy: sender }),
        insert(Answer, { id: answer.id, version: 1, dossierId: id, partnerId: partner.id, fromPartnerId: sender, audience: [sender, partner.id], state: answerFlow.starts, deliveredAt: now, termFrom: now, due: terms.answer.due, contentVersion: 1, contentAt: now, fellowIds }),
        ...taskWrites(arrow, id, now, holders(referral, answer, partner.kind), terms),
        entry({ dossierId: id, partnerId: sender, personName: by.name, at: told, event: 'DELIVERED', due: terms.answer.due, audience: [sender, partner.id] }),
        restate(id, partner.id, answerFlow.starts, told),
      );
    }
    return writes;
  }

  private back(referral: Referral, by: By, event: string, text?: string): Write[] {
    const { id, fromPartnerId: sender, senderId } = referral;
    const now = this.clock.now();
    const arrow = step(referralFlow, referral, 'takeBack', undefined as never);
    const tasks = taskWrites(arrow, id, now, { SENDER: { partnerId: sender, otherPartnerId: null, personId: senderId } });
    return [
      update(Referral, referral, { state: arrow.to, sentAt: null, deliverAt: null, changedAt: now }),
      this.agreements.end(id, sender, Wish.SENDER),
      ...tasks,
      entry({ dossierId: id, partnerId: sender, personName: by.name, at: now, event, text, audience: [sender] }),
      restate(id, sender, arrow.to, now),
    ];
  }

  private async chosenPartners(desk: Desk, id: string): Promise<Partner[]> {
    const partners: Partner[] = [];
    for (const { receiverId, chosen } of await desk.rowsOf(Recipient, 'dossierId', id)) if (chosen) partners.push((await desk.rowsOf(Partner, 'id', receiverId))[0]);
    return partners;
  }
}

/** Who agreed to the whole agreed to each part. */
const agreedOn = (classes: readonly DataClass[], each: DataClass): boolean => classes.includes(each) || classes.includes(PART_OF[each]!);
