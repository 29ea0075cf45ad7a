import { Injectable } from '@nestjs/common';
import { Client, ClientFile } from '#clients';
import { entry, newNumber, Note, type Room, taskWrites } from '#dossiers';
import { type Actor, Clock, DataClass, type Desk, insert, openDossier, type Outcome, Refusal, restate, step, Task, TaskKind, update, Work, type Write } from '#kernel';
import { type Chosen, Receivers } from './receivers.js';
import { Recipient } from './recipient.record.js';
import { ReferralPerson, type Relation } from './referral-person.record.js';
import { Referral } from './referral.record.js';
import type { ReferralTypeShape } from './referral-type.reference.js';
import { ReferralTypeBook } from './referral-types.js';
import { referralFlow } from './referral.workflow.js';

export type Change = { key: string; id: string; version: number };
type Facts = Omit<Referral, 'id' | 'version' | 'fromPartnerId' | 'state' | 'withheld' | 'may'>;
export type ReferralFacts = { [fact in keyof Facts]?: Facts[fact] | null };
type NewNote = { dossierId: string; id?: string | null; version: number; dataClass: Note['dataClass']; body: string; room?: Room | null };
export type HouseholdPerson = { id?: string | null; relation: Relation; givenName: string; familyName: string; birthDate?: string | null };

/** What a draft takes over from the client's file: facts copied, never a window on it (BR-P16). */
const COPIED = ['givenName', 'familyName', 'birthDate', 'phone', 'email', 'language', 'contactNote', 'adults', 'children', 'householdNote', 'addressProtected'] as const;
const ADDRESS = ['street', 'postcode', 'municipality'] as const;

/** The sender's verbs on what was not sent yet. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly types: ReferralTypeBook,
    private readonly receivers: Receivers,
  ) {}

  /** @param transfer the guidance itself moves: another verb than to refer, with the same guards (domain e1) */
  draft(me: Actor, { key, clientId, type: code, transfer = false }: { key: string; clientId: string; type: string; transfer?: boolean }): Promise<string> {
    return this.work.do(me, { operation: transfer ? 'draftTransfer' : 'draftReferral', key, request: { clientId, code } }, (desk) => this.drafting(desk, me, { clientId, type: code, transfer }));
  }

  /** @param now when it was drafted; earlier than today for what already runs (BR-W6) */
  async drafting(desk: Desk, me: Actor, { id = crypto.randomUUID(), clientId, type: code, transfer = false }: { id?: string; clientId: string; type: string; transfer?: boolean }, now = this.clock.now()): Promise<Outcome> {
    const client = desk.shown(Client, await desk.lock(Client, clientId, transfer ? 'transfer' : 'refer'));
    const type = this.typeOf(me, code);
    const facts = Object.fromEntries([...COPIED, ...ADDRESS].map((field) => [field, client[field]]));
    const writes = [...opening(me, { id, type: type.code, urgent: false, transfer, facts }, now), insert(ClientFile, { id: crypto.randomUUID(), dossierId: client.id, aboutId: id, partnerId: me.partnerId })];
    return { id, record: Referral, dossierIds: [id, client.id], writes };
  }

  /** Autosave: the draft's version moves on, its place in the lists too. */
  save(me: Actor, { key, id, version, changes }: Change & { changes: ReferralFacts }): Promise<string> {
    return this.work.do(me, { operation: 'saveDraft', key, request: { id, version, changes } }, (desk) => this.saving(desk, me, { id, version, changes }));
  }

  async saving(desk: Desk, me: Actor, { id, version, changes }: { id: string; version?: number; changes: ReferralFacts }): Promise<Outcome> {
    const referral = await this.editable(desk, id, version);
    if (changes.type) this.typeOf(me, changes.type);
    for (const partnerId of [changes.opposingPartnerId, ...(changes.redirectIds ?? [])]) if (partnerId) await this.receivers.partner(desk, partnerId, changes.opposingPartnerId === partnerId ? 'opposingPartnerId' : 'redirectIds');
    return { id, record: Referral, dossierIds: [id], writes: this.touched(me, referral, changes) };
  }

  /** Whom it goes to, and what each gets: as far as the caps reach (caps.ts). */
  choose(me: Actor, { key, id, version, receivers }: Change & { receivers: readonly Chosen[] }): Promise<string> {
    return this.work.do(me, { operation: 'chooseReceivers', key, request: { id, version, receivers } }, (desk) => this.choosing(desk, me, { id, version, receivers }));
  }

  async choosing(desk: Desk, me: Actor, { id, version, receivers }: { id: string; version?: number; receivers: readonly Chosen[] }): Promise<Outcome> {
    const referral = await this.editable(desk, id, version);
    const kept = await this.receivers.checked(desk, this.types.get(referral.type), referral, receivers);
    const present = await desk.rowsOf(Recipient, 'dossierId', id);
    const writes: Write[] = [];
    for (const { partnerId: receiverId, classes } of kept) {
      const before = present.find((each) => each.receiverId === receiverId);
      if (!before) writes.push(insert(Recipient, { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId: me.partnerId, audience: [me.partnerId], receiverId, classes, chosen: true }));
      else if (!before.chosen || before.classes.join() !== classes.join()) writes.push(update(Recipient, before, { classes, chosen: true }));
    }
    for (const before of present) if (before.chosen && !kept.some(({ partnerId }) => partnerId === before.receiverId)) writes.push(update(Recipient, before, { chosen: false }));
    return { id, record: Referral, dossierIds: [id], writes: [...writes, ...this.touched(me, referral, {})] };
  }

  /** Who else of the household it is about: each is for the sender alone until she agreed (BR-W2). */
  household(me: Actor, { key, id, version, persons }: Change & { persons: readonly HouseholdPerson[] }): Promise<string> {
    return this.work.do(me, { operation: 'saveHousehold', key, request: { id, version, persons } }, async (desk) => {
      const referral = await this.editable(desk, id, version);
      const present = await desk.rowsOf(ReferralPerson, 'dossierId', id);
      const writes = persons.map(({ id: personId, ...facts }): Write => {
        if (!personId) return insert(ReferralPerson, { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId: me.partnerId, audience: [me.partnerId], leftOut: false, birthDate: null, ...facts });
        const before = present.find((each) => each.id === personId);
        if (!before) throw new Refusal('NOT_FOUND');
        return update(ReferralPerson, before, { birthDate: null, ...facts, leftOut: false });
      });
      const gone = present.filter((before) => !before.leftOut && !persons.some((each) => each.id === before.id));
      return { id, record: Referral, dossierIds: [id], writes: [...writes, ...gone.map((each) => update(ReferralPerson, each, { leftOut: true })), ...this.touched(me, referral, {})] };
    });
  }

  discard(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'discardDraft', key, request: { id, version } }, async (desk) => {
      const referral = await desk.lock(Referral, id, 'discard', version);
      const arrow = step(referralFlow, referral, 'discard', undefined as never);
      const now = this.clock.now();
      const mine = { SENDER: { partnerId: me.partnerId, otherPartnerId: null } };
      return { id, record: Referral, dossierIds: [id], writes: [update(Referral, referral, { state: arrow.to, closedAt: now, changedAt: now }), ...taskWrites(arrow, id, now, mine), entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'DISCARDED', audience: [me.partnerId] }), restate(id, me.partnerId, arrow.to, now)] };
    });
  }

  /** Health and justice: one text each, in a draft. A private note: as many as one likes, for oneself alone, on any dossier. */
  note(me: Actor, { key, ...note }: { key: string } & NewNote): Promise<string> {
    return this.work.do(me, { operation: 'writeNote', key, request: note }, (desk) => this.noting(desk, me, note));
  }

  async noting(desk: Desk, me: Actor, { dossierId, id, version, dataClass, body, room = null }: NewNote): Promise<Outcome> {
    const isPrivate = dataClass === DataClass.PRIVATE_NOTE;
    await this.allowNote(desk, dossierId, dataClass);
    if (room && (await desk.kindOf(dossierId)) !== 'MediationCase') throw new Refusal('INVALID', undefined, { fields: [{ field: 'room', message: 'Kamers heeft alleen een bemiddeling.' }] });
    const now = this.clock.now();
    if (id) {
      const note = await desk.lock(Note, id, 'write', version);
      if (note.dossierId !== dossierId || note.dataClass !== dataClass) throw new Refusal('NOT_FOUND');
      return { id, record: Note, dossierIds: [dossierId], classes: [dataClass], writes: [update(Note, note, { body, changedAt: now })] };
    }
    if (!body.trim()) throw new Refusal('INVALID', undefined, { fields: [{ field: 'body', message: 'Vul dit in.' }] });
    const noteId = crypto.randomUUID();
    const row = { id: noteId, version: 1, dossierId, partnerId: me.partnerId, audience: isPrivate ? [me.partnerId] : [], authorId: me.personId, dataClass, body, changedAt: now, room };
    return { id: noteId, record: Note, dossierIds: [dossierId], classes: [dataClass], writes: [insert(Note, row)] };
  }

  private async allowNote(desk: Desk, dossierId: string, dataClass: Note['dataClass']): Promise<void> {
    const isPrivate = dataClass === DataClass.PRIVATE_NOTE;
    if (isPrivate && (await desk.kindOf(dossierId)) !== 'Referral') return desk.begin(Note, dossierId, 'write');
    const event = isPrivate ? 'note' : 'edit';
    const referral = await desk.lock(Referral, dossierId, event);
    step(referralFlow, referral, event, undefined as never);
    if (!isPrivate && !this.types.get(referral.type).asks.includes(dataClass)) throw new Refusal('INVALID', undefined, { fields: [{ field: 'dataClass', message: 'Dit soort doorverwijzing vraagt dit niet.' }] });
  }

  private async editable(desk: Desk, id: string, version?: number): Promise<Referral> {
    const referral = await desk.lock(Referral, id, 'edit', version);
    step(referralFlow, referral, 'edit', undefined as never);
    return referral;
  }

  private touched(me: Actor, referral: Referral, changes: ReferralFacts): Write[] {
    const now = this.clock.now();
    return [update(Referral, referral, { ...changes, changedAt: now }), restate(referral.id, me.partnerId, referral.state, now)];
  }

  private typeOf(me: Actor, code: string): ReferralTypeShape {
    const type = this.types.get(code);
    if (!type.senderKinds.includes(me.partnerKind)) throw new Refusal('FORBIDDEN', 'Uw organisatie stuurt dit soort doorverwijzing niet.');
    return type;
  }
}

type Begun = { id: string; type: string; urgent: boolean; transfer: boolean; facts: object; told?: string };

/** A new draft of a partner, with the task to finish it, for `by`; `told`: who began it, when that was somebody else. */
export function opening(by: { partnerId: string; personId: string; name: string }, { id, type, urgent, transfer, facts, told }: Begun, now: Date): Write[] {
  const { partnerId, personId: senderId, name: senderName } = by;
  const row = {
    opposingPartnerId: null, ...facts, id, version: 1, fromPartnerId: partnerId, number: newNumber('DV'), state: referralFlow.starts, type, urgent, transfer, senderId, senderName,
    openReceivers: false, redirectIds: [], contentVersion: 1, draftedAt: now, changedAt: now,
  };
  const task = insert(Task, { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId, audience: [partnerId], kind: TaskKind.FINISH_DRAFT, personId: senderId, awaits: false, openedAt: now, escalate: false });
  return [openDossier(id, 'Referral', 'SENDER', partnerId), insert(Referral, row), task, entry({ dossierId: id, partnerId, personName: told ?? senderName, at: now, event: 'DRAFTED', audience: [partnerId] }), restate(id, partnerId, referralFlow.starts, now)];
}
