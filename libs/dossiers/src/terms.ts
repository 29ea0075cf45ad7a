import { Injectable, Logger } from '@nestjs/common';
import { Clock, type Desk, insert, NOBODY, type Outcome, Regime, Role, Task, TaskKind, Units, update, Work } from '#kernel';
import { Calendars } from '#directory';
import { entry } from './timeline-entry.record.js';

/** What a slice does when the end of one of its tasks has passed, in the same transaction. */
export type WhenPassed = (desk: Desk, task: Task, now: Date) => Promise<Outcome | null>;

/** How many tasks one run looks at of each kind; the next run takes the rest. */
const AT_MOST = 200;

/** Reminds and escalates what the worklists hold. Run by the worker; what was missed while it was down is done once. */
@Injectable()
export class Terms {
  private readonly handlers = new Map<TaskKind, WhenPassed>();
  private readonly rounds: ((now: Date) => Promise<number>)[] = [];
  private readonly log = new Logger('Terms');

  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** A slice says what the end of a term means for its own records. */
  whenPassed(kind: TaskKind, handler: WhenPassed): void {
    this.handlers.set(kind, handler);
  }

  /** Something else that the clock looks at in each run; gives how much it did. */
  eachRun(round: (now: Date) => Promise<number>): void {
    this.rounds.push(round);
  }

  /** @returns how many tasks were acted upon; one that fails is told and tried again by the next run */
  async run(): Promise<number> {
    const now = this.clock.now();
    const { rows } = await this.units.run(NOBODY, (unit) => unit.query<{ id: string; partner_id: string; stage: 'remind' | 'escalate' }>({ text: 'select id, partner_id, stage from due_tasks($1, $2)', values: [now, AT_MOST] }));
    let done = 0;
    for (const { id, partner_id: partnerId, stage } of rows) {
      await this.work.tick({ partnerId, personId: null, regime: Regime.DISCRETION }, stage, (desk) => (stage === 'remind' ? this.remind(desk, id, now) : this.pass(desk, id, now))).then(
        () => (done += 1),
        (error: Error) => this.log.error(`${stage} of task ${id}: ${error.message}`),
      );
    }
    for (const round of this.rounds) done += await round(now);
    return done;
  }

  private async remind(desk: Desk, id: string, now: Date): Promise<Outcome | null> {
    const task = await desk.lock(Task, id, 'remind');
    if (task.doneAt || task.remindedAt) return null;
    return { id, record: Task, dossierIds: [task.dossierId], writes: [update(Task, task, { remindedAt: now })] };
  }

  private async pass(desk: Desk, id: string, now: Date): Promise<Outcome | null> {
    // Before the task: whoever changes the calendar takes them in this order too.
    await this.calendars.held(desk.unit);
    const task = await desk.lock(Task, id, 'escalate');
    if (task.doneAt || task.escalatedAt) return null;
    const handler = this.handlers.get(task.kind);
    const outcome = handler ? await handler(desk, task, now) : escalation(task, now);
    return outcome && { ...outcome, writes: [update(Task, task, { escalatedAt: now }), ...outcome.writes] };
  }
}

/** To the coordinators of both sides, and nobody else (BR-G8). */
export function escalation(task: Task, now: Date): Outcome {
  const { dossierId, partnerId, otherPartnerId } = task;
  const sides = [[partnerId, otherPartnerId], [otherPartnerId, partnerId]].filter(([side]) => side) as [string, string][];
  const tasks = sides.map(([side, other]) =>
    insert(Task, { id: crypto.randomUUID(), version: 1, dossierId, partnerId: side, audience: [side], kind: TaskKind.ESCALATED, role: Role.COORDINATOR, otherPartnerId: other, awaits: false, openedAt: now, due: task.due, escalate: false }),
  );
  const told = entry({ dossierId, partnerId, personName: 'Woonbrug', at: now, event: 'ESCALATED', audience: sides.map(([side]) => side) });
  return { id: task.id, record: Task, dossierIds: [dossierId], writes: [...tasks, told] };
}
