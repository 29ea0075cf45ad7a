import { Args, ArgsType, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID, ValidateIf } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Clock, dayOf, Finished, GraphQLDay, HandsOn, IsDay, Keyed, LooksAt, Me, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { Absence } from './absence.record.js';
import { AbsencesService } from './absences.service.js';

const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;
const A_DAY = { message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' };

@ArgsType()
class ReportAbsence extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een persoon.' }) personId: string;
  @Field(() => ID, { nullable: true }) @ValidateIf(given) @IsUUID(undefined, { message: 'Kies een collega.' }) deputyId?: string;
  @Field(() => GraphQLDay) @IsDay(A_DAY) since: string;
  @Field(() => GraphQLDay, { description: 'The last day.' }) @IsDay(A_DAY) until: string;
}
@ArgsType()
class ChangeAbsence extends Versioned {
  @Field(() => ID, { nullable: true, description: 'Absent: nobody stands in.' }) @ValidateIf(given) @IsUUID(undefined, { message: 'Kies een collega.' }) deputyId?: string;
  @Field(() => GraphQLDay) @IsDay(A_DAY) since: string;
  @Field(() => GraphQLDay, { description: 'The last day.' }) @IsDay(A_DAY) until: string;
}

@ObjectType()
class AbsencePage {
  @Field(() => [Absence]) nodes: Absence[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@Resolver()
export class AbsencesResolver {
  constructor(
    private readonly reading: Reading,
    private readonly absences: AbsencesService,
    private readonly clock: Clock,
  ) {}

  @Query(() => AbsencePage, { name: 'absences', description: "Who of one's own partner is or will be away, the earliest first." })
  @LooksAt('Absence')
  list(
    @Me() me: Actor,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Absence>> {
    return this.reading.page(me, Absence, { first, after: after ?? undefined, order: 'since', any: [[['cancelledAt', 'null'], ['until', '>=', dayOf(this.clock.now())]]] }, selectionOf(info, 'nodes'));
  }

  @Mutation(() => Absence, { description: 'By who will be away herself, or for her by a coordinator or admin.' })
  @Causes('Person', 'absent')
  @HandsOn()
  async reportAbsence(@Me() me: Actor, @Args() args: ReportAbsence, @Info() info: GraphQLResolveInfo): Promise<Absence | Finished> {
    return this.reading.one(me, Absence, await this.absences.report(me, args), answerOf(info));
  }

  @Mutation(() => Absence)
  @Causes('Absence', 'change')
  @HandsOn()
  async changeAbsence(@Me() me: Actor, @Args() args: ChangeAbsence, @Info() info: GraphQLResolveInfo): Promise<Absence | Finished> {
    return this.reading.one(me, Absence, await this.absences.change(me, args), answerOf(info));
  }

  @Mutation(() => Absence)
  @Causes('Absence', 'cancel')
  @HandsOn()
  async cancelAbsence(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Absence | Finished> {
    return this.reading.one(me, Absence, await this.absences.cancel(me, args), answerOf(info));
  }
}
