import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Calendars, type ClosingDays, Partner } from '#directory';
import { entry, escalation, taskWrites, Terms } from '#dossiers';
import { type Actor, Clock, closeTasks, type Desk, endSeat, endShares, type Outcome, Refusal, restate, step, termEnd, Task, TaskKind, update, Wish, Work, workingDaysLeft, type Write } from '#kernel';
import { AccessRequest } from './access-request.record.js';
import { accessFlow, AccessState } from './access-request.workflow.js';
import { Agreements } from './agreements.service.js';
import { Answer } from './answer.record.js';
import { closing } from './closing.js';
import type { Change } from './drafts.service.js';
import { Referral } from './referral.record.js';
import { ReferralTypeBook } from './referral-types.js';
import { answerFlow, AnswerState, LEFT, referralFlow } from './referral.workflow.js';
import { holders, termsOf } from './sides.js';

type Leaving = { closed: ClosingDays; referral: Referral; answers: readonly Answer[]; reason: string; wish: Wish; event: 'WITHDRAWN' | 'MADE_IN_ERROR' };

/** The receiver loses what was shared and keeps what it wrote; it must say "stopped" or "kept, on this ground" (BR-P16). */
@Injectable()
export class WithdrawalService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly types: ReferralTypeBook,
    private readonly agreements: Agreements,
    private readonly terms: Terms,
  ) {}

  onModuleInit(): void {
    this.terms.whenPassed(TaskKind.CONFIRM_STOP, (desk, task, now) => this.chase(desk, task, now));
  }

  /** From everybody, or from one receiver. `wish`: whether the client took the agreement back, or the sender the question. */
  withdraw(me: Actor, { key, id, version, reason, wish, partnerId = null }: Change & { reason: string; wish: Wish; partnerId?: string | null }): Promise<string> {
    return this.work.do(me, { operation: 'withdrawReferral', key, request: { id, version, reason, wish, partnerId } }, async (desk) => {
      const closed = await this.calendars.held(desk.unit);
      // First the answers, as an answer does that ends the referral: whoever meets the other here waits, and not for ever.
      const held = await desk.rowsOf(Answer, 'dossierId', id, { held: true });
      const referral = await desk.lock(Referral, id, 'withdraw', version);
      const arrow = step(referralFlow, referral, 'withdraw', undefined as never);
      const present = held.filter(({ state }) => !LEFT.includes(state));
      const answers = present.filter((answer) => partnerId === null || answer.partnerId === partnerId);
      if (!answers.length && partnerId) throw new Refusal('INVALID', undefined, { fields: [{ field: 'partnerId', message: 'Deze partner krijgt niets meer van deze doorverwijzing.' }] });
      const now = this.clock.now();
      const leaving = await this.leaving(desk, me, { closed, referral, answers, reason, wish, event: 'WITHDRAWN' }, now);
      const all = answers.length === present.length;
      const changes = all ? { state: arrow.to, closedAt: now, changedAt: now } : { changedAt: now };
      const own = [update(Referral, referral, changes), restate(id, me.partnerId, all ? arrow.to : referral.state, now)];
      return { id, record: Referral, dossierIds: [id], writes: [...own, ...leaving, ...(all ? [] : closing(referral, now))] };
    });
  }

  /** It should never have been sent: gone as after a withdrawal, and in no figure. */
  declareError(me: Actor, { key, id, version, reason }: Change & { reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'declareError', key, request: { id, version, reason } }, async (desk) => {
      const closed = await this.calendars.held(desk.unit);
      const held = await desk.rowsOf(Answer, 'dossierId', id, { held: true });
      const referral = await desk.lock(Referral, id, 'declareError', version);
      const arrow = step(referralFlow, referral, 'declareError', undefined as never);
      const now = this.clock.now();
      const answers = held.filter(({ state }) => !LEFT.includes(state));
      const leaving = await this.leaving(desk, me, { closed, referral, answers, reason, wish: Wish.SENDER, event: 'MADE_IN_ERROR' }, now);
      return { id, record: Referral, dossierIds: [id], writes: [update(Referral, referral, { state: arrow.to, closedAt: now, changedAt: now }), ...leaving, restate(id, me.partnerId, arrow.to, now)] };
    });
  }

  private async leaving(desk: Desk, me: Actor, { closed, referral, answers, reason, wish, event }: Leaving, now: Date): Promise<Write[]> {
    const { id } = referral;
    const type = this.types.get(referral.type);
    const requests = await desk.rowsOf(AccessRequest, 'dossierId', id);
    const writes: Write[] = [entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event, text: reason, audience: [me.partnerId] })];
    for (const answer of answers) {
      const { partnerId } = answer;
      const follow = step(answerFlow, answer, 'withdraw', {});
      const [receiver] = await desk.rowsOf(Partner, 'id', partnerId);
      const terms = termsOf(type, referral.urgent, now, closed, { sender: me.partnerId, receiver: partnerId });
      const lapsing = requests.filter((each) => each.partnerId === partnerId && each.state === AccessState.ASKED);
      writes.push(
        update(Answer, answer, { state: follow.to, due: terms.answer.due, termFrom: now, endedAt: null }),
        ...taskWrites(follow, id, now, holders(referral, answer, receiver.kind), terms),
        ...lapsing.map((each) => update(AccessRequest, each, { state: step(accessFlow, each, 'lapse', undefined).to, decidedAt: now })),
        closeTasks(id, me.partnerId, partnerId, [TaskKind.DECIDE_ACCESS], now),
        entry({ dossierId: id, partnerId, personName: me.partnerName, at: now, event, due: terms.answer.due, audience: [partnerId] }),
        endShares(id, partnerId, me.partnerId, wish),
        this.agreements.end(id, me.partnerId, wish, partnerId),
        endSeat(id, partnerId, 'RECEIVER'),
        restate(id, partnerId, follow.to, now),
      );
    }
    return writes;
  }

  /** Asked again until there is an answer; each time the coordinators of both sides learn of it. */
  private async chase(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const told = escalation(task, now);
    const [answer] = (await desk.rowsOf(Answer, 'dossierId', task.dossierId)).filter(({ partnerId }) => partnerId === task.partnerId);
    if (answer?.state !== AnswerState.WITHDRAWN) return null;
    const { partnerId, otherPartnerId, dossierId } = task;
    // As long again as the term that passed.
    const closed = (await this.calendars.held(desk.unit))(partnerId);
    const termDays = task.termDays ?? Math.max(1, workingDaysLeft(answer.termFrom!, answer.due!, closed));
    const due = termEnd(now, termDays, closed);
    const before = [partnerId, otherPartnerId!].map((side) => closeTasks(dossierId, side, side === partnerId ? otherPartnerId : partnerId, [TaskKind.ESCALATED], now));
    // Whoever runs the terms marked the task just now.
    const again = update(Task, { ...task, version: task.version + 1 }, { due, escalatedAt: null, remindedAt: null, remindAt: null, calendarId: partnerId, termFrom: now, termDays, remindDays: null });
    return { ...told, writes: [...before, ...told.writes, update(Answer, answer, { due, termFrom: now }), again] };
  }
}
