import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Clock, GraphQLMoment, NOBODY, Units, workingDaysLeft } from '#kernel';

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

/** The closing days of each partner. They are reference data: read once, when the process starts. */
@Injectable()
export class Calendars implements OnModuleInit {
  private readonly closingDays = new Map<string, readonly string[]>();

  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { rows } = await this.units.run(NOBODY, (unit) => unit.query<{ id: string; days: string[] }>({ text: 'select id, closing_days::text[] as days from partner' }));
    for (const { id, days } of rows) this.closingDays.set(id, days);
  }

  of(partnerId: string): readonly string[] {
    return this.closingDays.get(partnerId) ?? [];
  }

  /** @param from when the term began; absent when that is not told */
  term(partnerId: string, due: Date | string, from?: Date | string | null): Term {
    const end = new Date(due);
    const days = this.of(partnerId);
    const left = workingDaysLeft(this.clock.now(), end, days);
    return { due: end, workingDays: left, tone: left < 0 ? TermTone.LATE : left <= SOON ? TermTone.SOON : TermTone.PLAN, length: from ? Math.max(0, workingDaysLeft(new Date(from), end, days)) : 0 };
  }
}
