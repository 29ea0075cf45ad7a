import { Injectable } from '@nestjs/common';
import { ageOn, Agreement, type AgreedBy, type AgreedWay, Client, ClientFile } from '#clients';
import { Calendars, Partner } from '#directory';
import { entry, Note, taskWrites } from '#dossiers';
import { type Actor, Clock, DataClass, dayOf, type Desk, endSeat, insert, openDossier, Refusal, restate, seat, share, step, Task, TaskKind, update, Work, type Write } from '#kernel';
import { Answer } from './answer.record.js';
import { newNumber } from './number.js';
import { Protocols } from './protocols.js';
import { Referral } from './referral.record.js';
import type { ReferralTypeShape } from './referral-type.reference.js';
import { ReferralTypeBook } from './referral-types.js';
import { answerFlow, ENDED, referralFlow, ReferralState } from './referral.workflow.js';
import { holders, termsOf } from './sides.js';

type Change = { key: string; id: string; version: number };
export type NewAgreement = { toldThat: boolean; toldPurpose: boolean; toldWhom: boolean; toldContent: boolean; agreedBy: AgreedBy; agreedName: string; way: AgreedWay; agreedOn: string };
type Facts = Omit<Referral, 'id' | 'version' | 'fromPartnerId' | 'state' | 'withheld' | 'may'>;
export type ReferralFacts = { [fact in keyof Facts]?: Facts[fact] | null };

/** What a draft takes over from the client's file: facts copied, never a window on it (BR-P16). */
const COPIED = ['givenName', 'familyName', 'birthDate', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'adults', 'children', 'householdNote'] as const;

/** The sender's verbs: draft, send, withdraw. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly types: ReferralTypeBook,
    private readonly protocols: Protocols,
  ) {}

  draft(me: Actor, { key, clientId, type: code }: { key: string; clientId: string; type: string }): Promise<string> {
    return this.work.do(me, { operation: 'draftReferral', key, request: { clientId, code } }, async (desk) => {
      await desk.lock(Client, clientId, 'refer');
      const client = await desk.see(Client, clientId);
      const type = this.typeOf(me, code);
      const possible = (await desk.rowsOf(Partner, 'region', (await desk.rowsOf(Partner, 'id', me.partnerId))[0].region)).filter((partner) => type.receiverKinds.includes(partner.kind) && partner.id !== me.partnerId);
      const id = crypto.randomUUID();
      const now = this.clock.now();
      const row = {
        ...Object.fromEntries(COPIED.map((field) => [field, client[field]])),
        id, version: 1, fromPartnerId: me.partnerId, number: newNumber(), state: referralFlow.starts, type: type.code, urgent: false,
        senderId: me.personId, senderName: me.name, receiverId: possible.length === 1 ? possible[0].id : null, draftedAt: now, changedAt: now,
      };
      const task = insert(Task, { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId: me.partnerId, audience: [me.partnerId], kind: TaskKind.FINISH_DRAFT, personId: me.personId, awaits: false, openedAt: now, escalate: false });
      const file = insert(ClientFile, { id: crypto.randomUUID(), dossierId: client.id, aboutId: id, partnerId: me.partnerId });
      return { id, record: Referral, dossierIds: [id, client.id], writes: [openDossier(id, 'Referral', 'SENDER'), insert(Referral, row), file, task, restate(id, me.partnerId, referralFlow.starts, now)] };
    });
  }

  /** Autosave: the draft's version moves on, its place in the lists too. */
  save(me: Actor, { key, id, version, changes }: Change & { changes: ReferralFacts }): Promise<string> {
    return this.work.do(me, { operation: 'saveDraft', key, request: { id, version, changes } }, async (desk) => {
      const referral = await desk.lock(Referral, id, 'edit', version);
      step(referralFlow, referral, 'edit', undefined as never);
      if (changes.type) this.typeOf(me, changes.type);
      if (changes.receiverId) await this.receiverOf(desk, me, changes.type ?? referral.type, changes.receiverId);
      const now = this.clock.now();
      return { id, record: Referral, dossierIds: [id], writes: [update(Referral, referral, { ...changes, changedAt: now }), restate(id, me.partnerId, referral.state, now)] };
    });
  }

  discard(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'discardDraft', key, request: { id, version } }, async (desk) => {
      const referral = await desk.lock(Referral, id, 'discard', version);
      const arrow = step(referralFlow, referral, 'discard', undefined as never);
      const now = this.clock.now();
      const mine = { SENDER: { partnerId: me.partnerId, otherPartnerId: me.partnerId } };
      return { id, record: Referral, dossierIds: [id], writes: [update(Referral, referral, { state: arrow.to, closedAt: now, changedAt: now }), ...taskWrites(arrow, id, now, mine), restate(id, me.partnerId, arrow.to, now)] };
    });
  }

  /** Health and justice: one text each, in a draft. A private note: as many as one likes, for oneself alone. */
  note(me: Actor, { key, dossierId, id, version, dataClass, body }: { key: string; dossierId: string; id?: string | null; version: number; dataClass: Note['dataClass']; body: string }): Promise<string> {
    return this.work.do(me, { operation: 'writeNote', key, request: { dossierId, id, version, dataClass, body } }, async (desk) => {
      const isPrivate = dataClass === DataClass.PRIVATE_NOTE;
      const referral = await desk.lock(Referral, dossierId, isPrivate ? 'note' : 'edit');
      step(referralFlow, referral, isPrivate ? 'note' : 'edit', undefined as never);
      if (!isPrivate && !(this.types.get(referral.type).asks as string[]).includes(dataClass)) throw new Refusal('INVALID', undefined, { fields: [{ field: 'dataClass', message: 'Dit soort doorverwijzing vraagt dit niet.' }] });
      const now = this.clock.now();
      if (id) {
        const note = await desk.lock(Note, id, 'write', version);
        if (note.dossierId !== dossierId || note.dataClass !== dataClass) throw new Refusal('NOT_FOUND');
        return { id, record: Note, dossierIds: [dossierId], classes: [dataClass], writes: [update(Note, note, { body, changedAt: now })] };
      }
      if (!body.trim()) throw new Refusal('INVALID', undefined, { fields: [{ field: 'body', message: 'Vul dit in.' }] });
      const noteId = crypto.randomUUID();
      const row = { id: noteId, version: 1, dossierId, partnerId: me.partnerId, audience: isPrivate ? [me.partnerId] : [], authorId: me.personId, dataClass, body, changedAt: now };
      return { id: noteId, record: Note, dossierIds: [dossierId], classes: [dataClass], writes: [insert(Note, row)] };
    });
  }

  /** One transaction: agreement, seat, share, answer, tasks and terms, or nothing. */
  send(me: Actor, { key, id, version, agreement }: Change & { agreement: NewAgreement }): Promise<string> {
    return this.work.do(me, { operation: 'sendReferral', key, request: { id, version, agreement } }, async (desk) => {
      const referral = await desk.lock(Referral, id, 'send', version);
      const type = this.types.get(referral.type);
      const receiver = referral.receiverId ? await this.receiverOf(desk, me, type.code, referral.receiverId).catch(() => null) : null;
      const now = this.clock.now();
      const today = dayOf(now);
      const arrow = step(referralFlow, referral, 'send', { required: type.required, receiverFits: receiver !== null, agreement, today, age: ageOn(today, referral.birthDate) });
      const classes = await this.protocols.shareable(desk, me, receiver!, type.lends);
      const terms = termsOf(type, referral.urgent, now, this.calendars, { sender: me.partnerId, receiver: receiver!.id });
      const [file] = await desk.rowsOf(ClientFile, 'aboutId', id);
      const until = monthsAfter(today, type.agreementMonths);
      const agreementId = crypto.randomUUID();
      const answer = { id: crypto.randomUUID(), partnerId: receiver!.id, contactPersonId: null };
      const sides = holders(referral, answer, receiver!.kind);
      const writes: Write[] = [
        update(Referral, referral, { state: arrow.to, agreedOn: agreement.agreedOn, agreedWay: agreement.way, deliveredAt: now, changedAt: now }),
        insert(Agreement, { ...agreement, id: agreementId, dossierId: file.dossierId, partnerId: me.partnerId, aboutId: id, receiverId: receiver!.id, classes: ['CORE', 'IDENTITY', ...classes] as Agreement['classes'], purpose: type.label, until }),
        seat(id, receiver!.id, 'RECEIVER'),
        ...(classes.length ? [share({ id: crypto.randomUUID(), dossierId: id, partnerId: receiver!.id, classes, purpose: type.label, ground: 'BR-P2', agreementId, until, grantedBy: me.partnerId })] : []),
        insert(Answer, { id: answer.id, version: 1, dossierId: id, partnerId: receiver!.id, fromPartnerId: me.partnerId, audience: [me.partnerId, receiver!.id], state: answerFlow.starts, deliveredAt: now, termFrom: now, due: terms.answer.due }),
        ...taskWrites(arrow, id, now, sides, terms),
        entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'SENT', due: terms.answer.due, audience: [me.partnerId, receiver!.id] }),
        restate(id, me.partnerId, arrow.to, now),
        restate(id, receiver!.id, answerFlow.starts, now),
      ];
      return { id, record: Referral, dossierIds: [id, file.dossierId], classes: ['CORE', 'IDENTITY', ...classes], writes };
    });
  }

  /** The receiver loses what was shared and keeps what it wrote; it must say "stopped" or "kept, on this ground" (BR-P16). */
  withdraw(me: Actor, { key, id, version, reason }: Change & { reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'withdrawReferral', key, request: { id, version, reason } }, async (desk) => {
      // First the answers, as an answer does that ends the referral: whoever meets the other here waits, and not for ever.
      const held = await desk.rowsOf(Answer, 'dossierId', id, { held: true });
      const referral = await desk.lock(Referral, id, 'withdraw', version);
      const arrow = step(referralFlow, referral, 'withdraw', undefined as never);
      const answers = held.filter(({ state }) => !ENDED.includes(state));
      const now = this.clock.now();
      const type = this.types.get(referral.type);
      const writes: Write[] = [update(Referral, referral, { state: arrow.to, closedAt: now, changedAt: now })];
      for (const answer of answers) {
        const follow = step(answerFlow, answer, 'withdraw', {});
        const [receiver] = await desk.rowsOf(Partner, 'id', answer.partnerId);
        const terms = termsOf(type, referral.urgent, now, this.calendars, { sender: me.partnerId, receiver: receiver.id });
        writes.push(
          update(Answer, answer, { state: follow.to, due: terms.answer.due, termFrom: now }),
          ...taskWrites(follow, id, now, holders(referral, answer, receiver.kind), terms),
          entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'WITHDRAWN', text: reason, audience: [me.partnerId] }),
          entry({ dossierId: id, partnerId: receiver.id, personName: me.partnerName, at: now, event: 'WITHDRAWN', due: terms.answer.due, audience: [receiver.id] }),
          endSeat(id, receiver.id, 'RECEIVER'),
          restate(id, receiver.id, follow.to, now),
        );
      }
      return { id, record: Referral, dossierIds: [id], writes: [...writes, restate(id, me.partnerId, arrow.to, now)] };
    });
  }

  private typeOf(me: Actor, code: string): ReferralTypeShape {
    const type = this.types.get(code);
    if (!type.senderKinds.includes(me.partnerKind)) throw new Refusal('FORBIDDEN', 'Uw organisatie stuurt dit soort doorverwijzing niet.');
    return type;
  }

  private async receiverOf(desk: Desk, me: Actor, type: string, id: string): Promise<Partner> {
    const [partner] = await desk.rowsOf(Partner, 'id', id);
    if (!partner || partner.id === me.partnerId || !this.types.get(type).receiverKinds.includes(partner.kind)) throw new Refusal('INVALID', undefined, { fields: [{ field: 'receiverId', message: 'Kies een partner die deze vraag kan opnemen.' }] });
    return partner;
  }
}

/** The referral follows its answers: closed when the last of them ended. */
export function closing(referral: Referral, others: readonly Answer[], now: Date): Write[] {
  if (referral.state !== ReferralState.DELIVERED || others.some(({ state }) => !ENDED.includes(state))) return [];
  const arrow = step(referralFlow, referral, 'close', undefined as never);
  return [update(Referral, referral, { state: arrow.to, closedAt: now, changedAt: now }), restate(referral.id, referral.fromPartnerId, arrow.to, now)];
}

/** The same day so many months later, or the last of that month. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

