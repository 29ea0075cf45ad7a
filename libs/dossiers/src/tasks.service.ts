import { Injectable } from '@nestjs/common';
import { Mandate, Person } from '#directory';
import { type Actor, Clock, dayOf, type Desk, NoticeKind, Refusal, Task, tell, update, Work, type Write } from '#kernel';
import { Recusal } from './recusal.record.js';

type Change = { key: string; id: string; version: number };

/** A task of everybody with a role gets a person (decisions 2, BR-W7). It keeps its role, so that it can go back; its term runs on. */
@Injectable()
export class TasksService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** By whoever does it herself. */
  take(me: Actor, change: Change): Promise<string> {
    return this.give(me, 'take', change, async (_, task) => {
      if (task.personId) throw new Refusal('NOT_POSSIBLE', 'Een collega nam deze taak al op.');
      return { personId: me.personId };
    });
  }

  /** Back to everybody with the role. */
  release(me: Actor, change: Change): Promise<string> {
    return this.give(me, 'release', change, async () => ({ personId: null }));
  }

  /** By a coordinator; `personId` absent: back to everybody with the role. */
  assign(me: Actor, { personId = null, ...change }: Change & { personId?: string | null }): Promise<string> {
    return this.give(me, 'assign', { ...change, personId } as Change, async (desk, task) => {
      if (!personId) return { personId: null };
      await this.checkAssignee(desk, me, task, personId);
      return { personId, told: tell(me.partnerId, { personId }, { dossierId: task.dossierId, kind: NoticeKind.ASSIGNED, at: this.clock.now() }) };
    });
  }

  private give(me: Actor, event: 'take' | 'release' | 'assign', { key, ...request }: Change, whom: (desk: Desk, task: Task) => Promise<{ personId: string | null; told?: Write }>): Promise<string> {
    return this.work.do(me, { operation: `${event}Task`, key, request }, async (desk) => {
      const task = await desk.lock(Task, request.id, event, request.version);
      if (task.doneAt) throw new Refusal('NOT_POSSIBLE', 'Deze taak is al gedaan.');
      const { personId, told } = await whom(desk, task);
      return { id: task.id, record: Task, dossierIds: [task.dossierId], writes: [update(Task, task, { personId }), ...(told ? [told] : [])] };
    });
  }

  private async checkAssignee(desk: Desk, me: Actor, task: Task, personId: string): Promise<void> {
    const invalid = (message: string) => new Refusal('INVALID', message, { fields: [{ field: 'personId', message }] });
    const [person] = await desk.rowsOf(Person, 'id', personId);
    const today = dayOf(this.clock.now());
    const works = person?.partnerId === me.partnerId && person.active && (await desk.rowsOf(Mandate, 'personId', personId)).some(({ role, since, until }) => role === task.role && since <= today && (!until || until >= today));
    if (!works) throw invalid('Kies een collega met deze functie.');
    const away = (await desk.rowsOf(Recusal, 'dossierId', task.dossierId)).some((each) => each.personId === personId && !each.liftedAt);
    if (away) throw invalid('Deze collega kan dit dossier niet opvolgen. Kies iemand anders.');
  }
}
