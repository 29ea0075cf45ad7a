import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ANSWERS, Partner } from '#directory';
import { type Actor, Clock, DataClass, type Desk, EMBARGO, insert, NoticeKind, type Outcome, Refusal, step, Task, TaskKind, update, Work, type Write } from '#kernel';
import { Message } from './message.record.js';
import { messageFlow, MessageState } from './message.workflow.js';
import { Terms } from './terms.js';

type NewMessage = { key: string; dossierId: string; toPartnerIds: string[]; body: string; urgent: boolean };

/** Messages on any dossier at which one sits: written, held back for a while, delivered. */
@Injectable()
export class MessagesService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly terms: Terms,
    @Inject(EMBARGO) private readonly embargo: number,
  ) {}

  onModuleInit(): void {
    this.terms.whenPassed(TaskKind.DELIVER_MESSAGE, (desk, task, now) => this.deliver(desk, task, now));
  }

  /** To whom one may write here, beside one's own colleagues. */
  possibleReaders(me: Actor, dossierId: string): Promise<string[]> {
    return this.work.consult(me, 'messageReaders', async (desk) => {
      await desk.begin(Message, dossierId, 'write');
      return { seen: await readersOf(desk, dossierId), record: Message, dossierIds: [dossierId] };
    });
  }

  /** For colleagues alone, or urgent, it is there at once; else after the embargo (BR-G8). */
  write(me: Actor, { key, ...request }: NewMessage): Promise<string> {
    return this.work.do(me, { operation: 'writeMessage', key, request }, async (desk) => {
      const { dossierId, toPartnerIds, body, urgent } = request;
      await desk.begin(Message, dossierId, 'write');
      const possible = await readersOf(desk, dossierId);
      if (!toPartnerIds.every((each) => possible.includes(each))) throw new Refusal('INVALID', undefined, { fields: [{ field: 'toPartnerIds', message: 'Kies wie meeleest uit de lijst.' }] });
      const now = this.clock.now();
      const atOnce = urgent || !toPartnerIds.length || this.embargo === 0;
      const leavesAt = atOnce ? null : new Date(now.getTime() + this.embargo * 60_000);
      const id = crypto.randomUUID();
      const row = { id, version: 1, dossierId, partnerId: me.partnerId, audience: [me.partnerId], authorId: me.personId, authorName: me.name, state: messageFlow.starts, urgent, at: now, readerIds: [], toPartnerIds, leavesAt, body: body.trim() };
      const message = Object.assign(Object.create(Message.prototype) as Message, row);
      const next = atOnce ? await this.delivery(desk, message, now) : [waiting(message, me)];
      return { id, record: Message, dossierIds: [dossierId], classes: [DataClass.MESSAGE], writes: [insert(Message, row), ...next] };
    });
  }

  /** By the author or a colleague, while it waits: its text is gone. */
  takeBack(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'takeBackMessage', key, request: { id, version } }, async (desk) => {
      const message = await desk.lock(Message, id, 'takeBack', version);
      const arrow = step(messageFlow, message, 'takeBack', undefined);
      const now = this.clock.now();
      return { id, record: Message, dossierIds: [message.dossierId], writes: [update(Message, message, { state: arrow.to, body: null, leavesAt: null, at: now }), done(message, now)] };
    });
  }

  /** The embargo has ended. */
  private async deliver(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const message = await desk.lock(Message, task.id, 'deliver');
    if (message.state !== MessageState.WAITING) return null;
    return { id: message.id, record: Message, dossierIds: [message.dossierId], classes: [DataClass.MESSAGE], writes: [...(await this.delivery(desk, message, now)), done(message, now)] };
  }

  /** To whom still sits here, and each is told; whose seat ended gets nothing more. */
  private async delivery(desk: Desk, message: Message, now: Date): Promise<Write[]> {
    const { dossierId, partnerId, toPartnerIds, urgent } = message;
    const present = await readersOf(desk, dossierId);
    const readers = toPartnerIds.filter((each) => present.includes(each));
    const readerIds = (await knowEachOther(desk, dossierId, readers)) ? [partnerId, ...readers] : [];
    const { to: state } = step(messageFlow, message, 'deliver', undefined);
    const told = toPartnerIds.length ? readers : [partnerId];
    const partners = told.length ? await desk.rowsOf(Partner, 'id', told) : [];
    const delivered = { state, audience: [partnerId, ...readers], readerIds, leavesAt: null, at: now };
    return [update(Message, message, delivered as object), ...partners.map((partner) => tellContact(partner, { dossierId, urgent, at: now }))];
  }
}

async function readersOf(desk: Desk, dossierId: string): Promise<string[]> {
  const { rows } = await desk.unit.query<{ id: string }>({ name: 'readers', text: 'select id from readers_of($1) id order by id', values: [dossierId] });
  return rows.map(({ id }) => id);
}

async function knowEachOther(desk: Desk, dossierId: string, readers: readonly string[]): Promise<boolean> {
  const { rows } = await desk.unit.query<{ so: boolean }>({ name: 'know each other', text: 'select know_each_other($1, $2) as so', values: [dossierId, readers] });
  return rows[0].so;
}

/** Its id is the message's: several may wait at one dossier at once. */
const waiting = ({ id, dossierId, partnerId, leavesAt, at }: Message, me: Actor): Write =>
  insert(Task, { id, version: 1, dossierId, partnerId, audience: [partnerId], kind: TaskKind.DELIVER_MESSAGE, personId: me.personId, awaits: true, openedAt: at, due: leavesAt, escalate: true });

const done = ({ id, partnerId }: Message, now: Date): Write => ({
  as: partnerId,
  sql: () => ({ name: 'message left', text: 'update task set done_at = $2, version = version + 1 where id = $1 and done_at is null', values: [id, now] }),
});

/** A partner's fixed contact person here, or who asked; where there is none, everybody who answers. */
const tellContact = ({ id, kind }: Partner, { dossierId, urgent, at }: { dossierId: string; urgent: boolean; at: Date }): Write => ({
  as: id,
  sql: () => ({ name: 'tell contact', text: 'select tell($1, contact_here($2), $3, $2, $4, $5, $6)', values: [id, dossierId, ANSWERS[kind], NoticeKind.MESSAGE, urgent, at] }),
});
