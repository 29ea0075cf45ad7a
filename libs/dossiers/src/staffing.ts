import { Inject, Injectable, Logger, type OnModuleInit, Optional } from '@nestjs/common';
import { Absence, Calendars, Mandate } from '#directory';
import { dayOf, NOBODY, NoticeKind, type Outcome, Regime, Role, tell, Units, update, Work, workingDayAfter, type Write } from '#kernel';
import { Terms } from './terms.js';

/** So many working days before a day that nobody covers it is told again (BR-W4), unless a deployment wants another number. */
export const WARN_DAYS = 5;
export const COVER_WARNING = Symbol('working days before a day that nobody covers');
/** No warning lies further ahead than this, in days: closing days make five working days longer. */
const AHEAD = 60;

/** What the clock looks at of who works where: days that nobody covers, and who left while files hang on her. */
@Injectable()
export class Staffing implements OnModuleInit {
  private readonly log = new Logger('Staffing');

  constructor(
    private readonly terms: Terms,
    private readonly units: Units,
    private readonly work: Work,
    private readonly calendars: Calendars,
    @Optional() @Inject(COVER_WARNING) private readonly warnDays: number = WARN_DAYS,
  ) {}

  onModuleInit(): void {
    this.terms.eachRun((now) => this.warn(now));
    this.terms.eachRun((now) => this.tellOfLeavers(now));
  }

  private async warn(now: Date): Promise<number> {
    const today = dayOf(now);
    const last = dayOf(new Date(now.getTime() + AHEAD * 86_400_000));
    const soon = await this.units.run(NOBODY, async (unit) => {
      const closed = await this.calendars.held(unit);
      const { rows } = await unit.query<{ id: string; partner_id: string; day: string }>({ text: 'select id, partner_id, day::text from uncovered_soon($1, $2)', values: [today, last] });
      return rows.filter(({ partner_id: partnerId, day }) => day <= workingDayAfter(now, this.warnDays, closed(partnerId)));
    });
    return this.each(soon, 'warnUncovered', async (desk, { id, day }) => {
      const absence = await desk.lock(Absence, id, 'warn');
      if (absence.warnedFor === day) return null;
      const { partnerId, personId } = absence;
      return { id, record: Absence, dossierIds: [], writes: [update(Absence, absence, { warnedFor: day }), ...toAll(partnerId, personId, NoticeKind.UNCOVERED, now)] };
    });
  }

  /** Access ended with the mandate; what is left is for the coordinators, at once (BR-W5). */
  private async tellOfLeavers(now: Date): Promise<number> {
    const { rows } = await this.units.run(NOBODY, (unit) => unit.query<{ id: string; partner_id: string }>({ text: 'select id, partner_id from left_with_files($1)', values: [dayOf(now)] }));
    return this.each(rows, 'tellOfLeaver', async (desk, { id }) => {
      const mandate = await desk.lock(Mandate, id, 'left');
      if (mandate.leftToldAt) return null;
      const { partnerId, personId } = mandate;
      const released: Write = { as: partnerId, sql: () => ({ name: 'release tasks', text: 'select release_tasks($1, $2)', values: [personId, dayOf(now)] }) };
      return { id, record: Mandate, dossierIds: [], writes: [update(Mandate, mandate, { leftToldAt: now }), released, tell(partnerId, { role: Role.COORDINATOR }, { kind: NoticeKind.LEFT, urgent: true, at: now })] };
    });
  }

  private async each<Row extends { id: string; partner_id: string }>(rows: readonly Row[], operation: string, act: (desk: Parameters<Parameters<Work['tick']>[2]>[0], row: Row) => Promise<Outcome | null>): Promise<number> {
    let done = 0;
    for (const row of rows) {
      await this.work.tick({ partnerId: row.partner_id, personId: null, regime: Regime.DISCRETION }, operation, (desk) => act(desk, row)).then(
        () => (done += 1),
        (error: Error) => this.log.error(`${operation} ${row.id}: ${error.message}`),
      );
    }
    return done;
  }
}

/** Who is away, and her coordinators. */
const toAll = (partnerId: string, personId: string, kind: NoticeKind, at: Date): Write[] => [tell(partnerId, { personId }, { kind, at }), tell(partnerId, { role: Role.COORDINATOR }, { kind, at })];
