import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Clock, GraphQLMoment, type Unit, Units, workingDaysLeft } from '#kernel';

export enum TermTone {
  PLAN = 'PLAN',
  SOON = 'SOON',
  LATE = 'LATE',
  OK = 'OK',
}
registerEnumType(TermTone, { name: 'TermTone' });

/** How much of a term is left, counted in the working days of the partner that must act. */
@ObjectType({ description: 'How much of a term is left, counted in working days.' })
export class Term {
  @Field(() => GraphQLMoment) due: Date;
  @Field(() => TermTone) tone: TermTone;
  @Field(() => Int, { description: 'Working days after today; 0 on the last day, negative when late.' }) workingDays: number;
  @Field(() => Int, { description: 'Working days of the whole term; 0 when it has no beginning.' }) length: number;
}

/** "Soon" from this many working days before the end (DESIGN: term). */
const SOON = 2;

/** The closing days of a partner, as `2027-01-04`. */
export type ClosingDays = (partnerId: string) => readonly string[];

const LOCK = "hashtextextended('calendar', 0)";
const CLOSED = { name: 'closed days', text: 'select to_json(c) as closed from closed_days() c', values: [] };
type Closed = { partner_id: string; days: string[] };

/** In which days each partner's terms are counted. */
@Injectable()
export class Calendars implements OnModuleInit {
  private closed: ReadonlyMap<string, readonly string[]> = new Map();
  private asked = 0;
  private known = 0;

  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): Promise<void> {
    return this.refresh();
  }

  /** Takes over what changed since: before each answer in which terms may stand, so that no process tells of an old calendar. */
  async refresh(): Promise<void> {
    const turn = (this.asked += 1);
    const rows = (await this.units.alone(CLOSED)).map(([row]) => JSON.parse(row!) as Closed);
    // What was asked earlier and came later is older.
    if (turn > this.known) [this.known, this.closed] = [turn, mapOf(rows)];
  }

  /** For what is written: the closing days as they stay until this transaction ends. To be asked before any row is locked. */
  held(unit: Unit): Promise<ClosingDays> {
    return this.read(unit, `select pg_advisory_xact_lock_shared(${LOCK})`);
  }

  /** For who changes them: alone, until this transaction ends. */
  alone(unit: Unit): Promise<ClosingDays> {
    return this.read(unit, `select pg_advisory_xact_lock(${LOCK})`);
  }

  /** @param from when the term began; absent when that is not told */
  term(partnerId: string, due: Date | string, from?: Date | string | null): Term {
    const end = new Date(due);
    const days = this.closed.get(partnerId) ?? [];
    const left = workingDaysLeft(this.clock.now(), end, days);
    return { due: end, workingDays: left, tone: left < 0 ? TermTone.LATE : left <= SOON ? TermTone.SOON : TermTone.PLAN, length: from ? Math.max(0, workingDaysLeft(new Date(from), end, days)) : 0 };
  }

  /** Two statements: the second looks after the first has waited. */
  private async read(unit: Unit, lock: string): Promise<ClosingDays> {
    const [, { rows }] = await Promise.all([unit.query({ text: lock }), unit.query<{ closed: Closed }>(CLOSED)]);
    const closed = mapOf(rows.map((row) => row.closed));
    return (partnerId) => closed.get(partnerId) ?? [];
  }
}

const mapOf = (rows: readonly Closed[]): ReadonlyMap<string, readonly string[]> => new Map(rows.map(({ partner_id, days }) => [partner_id, days]));
