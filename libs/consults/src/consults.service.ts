import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Client, ClientFile } from '#clients';
import { ANSWERS, Calendars, Partner, ROLES_AT } from '#directory';
import { type Holder, newNumber, taskWrites, Terms, type Within } from '#dossiers';
import { type Actor, type Arrow, Clock, DataClass, type Desk, endSeat, insert, noonOf, openDossier, type Outcome, Refusal, restate, Role, seat, step, Task, TaskKind, termEnd, update, Work, workingDayAfter, type Write } from '#kernel';
import { Consult } from './consult.record.js';
import { type ConsultEvent, consultFlow, ConsultState } from './consult.workflow.js';

type Change = { key: string; id: string; version: number };
type Question = { receiverId: string; anonymous: boolean; question: string; adults?: number | null; children?: number | null; householdNote?: string | null };
type Sides = { asker: string; receiver: Partner; anonymous: boolean; personId: string };

/** Working days to answer, and the day of the reminder: as for a referral (BR-G8). */
const ANSWER_DAYS = 5;
const REMINDER_DAY = 3;

/** Short questions between partners (BR-W3): no client is named, so nobody has to agree and no protocol is needed. */
@Injectable()
export class ConsultsService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly terms: Terms,
  ) {}

  onModuleInit(): void {
    this.terms.whenPassed(TaskKind.ANSWER_CONSULT, (desk, task, now) => this.escalate(desk, task, now));
  }

  /** Any partner where somebody answers can be asked; the asker's own link to a client hangs on that client. */
  ask(me: Actor, { key, clientId, ...asked }: Question & { key: string; clientId?: string | null }): Promise<string> {
    return this.work.do(me, { operation: 'askConsult', key, request: { ...asked, clientId } }, async (desk) => {
      const closed = await this.calendars.held(desk.unit);
      const { receiverId, anonymous, question, adults = null, children = null, householdNote = null } = asked;
      if (clientId) await desk.lock(Client, clientId, 'refer');
      const receiver = await this.askable(desk, me, receiverId);
      const now = this.clock.now();
      const id = crypto.randomUUID();
      const within = this.within(receiver.id, now, closed(receiver.id));
      const asker = anonymous ? { askerId: null, askerName: null } : { askerId: me.partnerId, askerName: me.name };
      const row = { id, version: 1, partnerId: me.partnerId, number: newNumber('VR'), state: consultFlow.starts, receiverId, anonymous, ...asker, personId: me.personId, askedBy: me.name, question: question.trim(), askedAt: now, due: within.due, adults, children, householdNote };
      const opens: Pick<Arrow<string, never, never>, 'opens'> = { opens: [{ task: 'ANSWER_CONSULT', for: 'RECEIVER', within: 'answer', escalates: true }, { task: 'AWAIT_CONSULT', for: 'ASKER', within: 'answer', awaits: true }] };
      const tasks = taskWrites({ to: row.state, ...opens }, id, now, holders({ asker: me.partnerId, receiver, anonymous, personId: me.personId }), { answer: within });
      const link = clientId ? [insert(ClientFile, { id: crypto.randomUUID(), dossierId: clientId, aboutId: id, partnerId: me.partnerId })] : [];
      const seats = [openDossier(id, 'Consult', 'SENDER'), insert(Consult, row), seat(id, receiverId, 'RECEIVER'), restate(id, me.partnerId, row.state, now), restate(id, receiverId, row.state, now)];
      return { id, record: Consult, dossierIds: clientId ? [id, clientId] : [id], classes: [DataClass.CORE, DataClass.HOUSEHOLD], writes: [...seats, ...link, ...tasks] };
    });
  }

  answer(me: Actor, change: Change & { answer: string }): Promise<string> {
    const { answer } = change;
    return this.cause(me, 'answer', change, (now) => ({ answer: answer.trim(), answeredAt: now, answeredBy: me.name, due: null }));
  }

  /** Before there is an answer: the question is gone for the receiver. */
  withdraw(me: Actor, change: Change): Promise<string> {
    return this.cause(me, 'withdraw', change, (now) => ({ closedAt: now, due: null }));
  }

  close(me: Actor, change: Change): Promise<string> {
    return this.cause(me, 'close', change, (now) => ({ closedAt: now }));
  }

  private cause(me: Actor, event: ConsultEvent, { key, id, version, ...more }: Change & { answer?: string }, changes: (now: Date) => Partial<Consult>): Promise<string> {
    return this.work.do(me, { operation: `${event}Consult`, key, request: { id, version, ...more } }, async (desk) => {
      const consult = await desk.lock(Consult, id, event, version);
      const arrow = step(consultFlow, consult, event, undefined);
      const now = this.clock.now();
      const [receiver] = await desk.rowsOf(Partner, 'id', consult.receiverId);
      const { partnerId: asker, anonymous, personId } = consult;
      const left: Write[] = arrow.to === ConsultState.WITHDRAWN ? [endSeat(id, receiver.id, 'RECEIVER')] : [];
      const writes = [
        update(Consult, consult, { ...changes(now), state: arrow.to }),
        ...taskWrites(arrow, id, now, holders({ asker, receiver, anonymous, personId })),
        ...[asker, receiver.id].map((side) => restate(id, side, arrow.to, now)),
        ...left,
      ];
      return { id, record: Consult, dossierIds: [id], classes: [DataClass.CORE], writes };
    });
  }

  /** To the coordinators of both sides; a receiver's learns nothing of who asked. */
  private async escalate(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const consult = await desk.lock(Consult, task.dossierId, 'escalate');
    if (consult.state !== ConsultState.ASKED) return null;
    const { id, partnerId: asker, receiverId: receiver, anonymous } = consult;
    const sides = [[receiver, anonymous ? null : asker], [asker, receiver]] as const;
    const tasks = sides.map(([partnerId, otherPartnerId]) =>
      insert(Task, { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId, audience: [partnerId], kind: TaskKind.ESCALATED, role: Role.COORDINATOR, otherPartnerId, awaits: false, openedAt: now, due: task.due, escalate: false }),
    );
    return { id, record: Consult, dossierIds: [id], writes: tasks };
  }

  private within(calendarId: string, now: Date, closed: readonly string[]): Within {
    return { due: termEnd(now, ANSWER_DAYS, closed), remindAt: noonOf(workingDayAfter(now, REMINDER_DAY, closed)), calendarId, termDays: ANSWER_DAYS, remindDays: REMINDER_DAY };
  }

  /** @throws Refusal INVALID for a partner that is not there, is one's own, or has nobody who answers */
  private async askable(desk: Desk, me: Actor, id: string): Promise<Partner> {
    const [own] = await desk.rowsOf(Partner, 'id', me.partnerId);
    const [partner] = await desk.rowsOf(Partner, 'id', id);
    if (!partner || partner.id === own.id || partner.region !== own.region || !ROLES_AT[partner.kind].includes(ANSWERS[partner.kind])) {
      throw new Refusal('INVALID', undefined, { fields: [{ field: 'receiverId', message: 'Kies een partner uit de lijst.' }] });
    }
    return partner;
  }
}

/** Whose worklist a step touches. What the receiver's task says of the other side is nothing when the question is anonymous. */
const holders = ({ asker, receiver, anonymous, personId }: Sides): { [side: string]: Holder } => ({
  ASKER: { partnerId: asker, otherPartnerId: receiver.id, personId },
  RECEIVER: { partnerId: receiver.id, otherPartnerId: anonymous ? null : asker, role: ANSWERS[receiver.kind] },
});
