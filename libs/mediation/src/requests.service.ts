import { Injectable } from '@nestjs/common';
import { entry } from '#dossiers';
import { type Actor, Clock, DataClass, dayOf, endOf, insert, NoticeKind, Refusal, Task, TaskKind, update, Work, type Write } from '#kernel';
import { MediationCase, CaseSignal } from './mediation-case.record.js';
import type { Change } from './mediations.service.js';
import { type RequestKind, SignalOrigin, SignalRequest, TensionSignal } from './tension-signal.record.js';

/** What the mediator asks of a landlord with a seat: a talk, a document, something else, with a day until when. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  ask(me: Actor, { key, signalId, kind, says, at = null, due }: { key: string; signalId: string; kind: RequestKind; says: string; at?: Date | null; due: string }): Promise<string> {
    return this.work.do(me, { operation: 'askLandlord', key, request: { signalId, kind, says, at, due } }, async (desk) => {
      const [link] = await desk.rowsOf(CaseSignal, 'aboutId', signalId);
      if (link) await desk.lock(MediationCase, link.dossierId, 'contact');
      const signal = await desk.lock(TensionSignal, signalId, 'ask');
      if (!link) throw new Refusal('NOT_FOUND');
      const now = this.clock.now();
      if (signal.origin !== SignalOrigin.COMPANY) throw new Refusal('NOT_POSSIBLE', 'Deze verhuurder heeft geen plaats in het portaal. Bel of schrijf.');
      if (due < dayOf(now)) throw invalid('due', 'Kies een dag die nog komt.');
      const id = crypto.randomUUID();
      const { partnerId, personId } = signal;
      const request = { id, version: 1, dossierId: signalId, partnerId: me.partnerId, kind, says: says.trim(), at, due: endOf(due), askedAt: now, askedBy: me.name };
      const task = { id, version: 1, dossierId: signalId, partnerId, audience: [partnerId], kind: TaskKind.ANSWER_MEDIATOR, personId, otherPartnerId: me.partnerId, awaits: false, openedAt: now, due: endOf(due), escalate: false };
      return { id, record: SignalRequest, dossierIds: [signalId], classes: [DataClass.MESSAGE], writes: [insert(SignalRequest, request), insert(Task, task), entry({ dossierId: signalId, partnerId: me.partnerId, personName: me.name, at: now, event: 'LANDLORD_ASKED' })] };
    });
  }

  answer(me: Actor, { key, id, version, answer }: Change & { answer: string }): Promise<string> {
    return this.work.do(me, { operation: 'answerMediator', key, request: { id, version, answer } }, async (desk) => {
      const request = await desk.lock(SignalRequest, id, 'answer', version);
      if (request.answeredAt || request.withdrawnAt) throw new Refusal('NOT_POSSIBLE');
      const now = this.clock.now();
      const { dossierId, partnerId } = request;
      const told: Write = { as: partnerId, sql: () => ({ name: 'tell mediator', text: 'select tell($1, contact_here($2), null, $2, $3, false, $4)', values: [partnerId, dossierId, NoticeKind.MESSAGE, now] }) };
      const writes = [update(SignalRequest, request, { answer: answer.trim(), answeredAt: now, answeredBy: me.name }), done(id, me.partnerId, now), entry({ dossierId, partnerId: me.partnerId, personName: me.name, at: now, event: 'LANDLORD_ANSWERED' }), told];
      return { id, record: SignalRequest, dossierIds: [dossierId], classes: [DataClass.MESSAGE], writes };
    });
  }

  /** It is not needed any more. */
  withdraw(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'withdrawRequest', key, request: { id, version } }, async (desk) => {
      const request = await desk.lock(SignalRequest, id, 'withdraw', version);
      if (request.answeredAt || request.withdrawnAt) throw new Refusal('NOT_POSSIBLE');
      const [signal] = await desk.rowsOf(TensionSignal, 'id', request.dossierId);
      const now = this.clock.now();
      return { id, record: SignalRequest, dossierIds: [request.dossierId], writes: [update(SignalRequest, request, { withdrawnAt: now }), done(id, signal.partnerId, now)] };
    });
  }
}

const done = (id: string, partnerId: string, now: Date): Write => ({ as: partnerId, sql: () => ({ name: 'task done', text: 'update task set done_at = $2, version = version + 1 where id = $1 and done_at is null', values: [id, now] }) });
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
