import { Args, ArgsType, Field, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ClosingDay } from '#directory';
import { type Actor, answerOf, Causes, Finished, FreeText, GraphQLDay, HandsOn, IsDay, Keyed, LooksAt, Me, Reading, Versioned } from '#kernel';
import { ClosingDaysService } from './closing-days.service.js';

@ArgsType()
class AddClosingDay extends Keyed {
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 04/01/2027.' }) day: string;
  @FreeText({ max: 80 }) label: string;
}

@Resolver()
export class ClosingDaysResolver {
  constructor(
    private readonly reading: Reading,
    private readonly service: ClosingDaysService,
  ) {}

  @Query(() => [ClosingDay], { description: "Closing days of one's own partner, also those that were taken out again." })
  @LooksAt('ClosingDay')
  @HandsOn()
  closingDays(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<ClosingDay[] | Finished> {
    return this.reading.all(me, ClosingDay, answerOf(info));
  }

  @Mutation(() => ClosingDay, { description: 'The terms that run in the calendar of the partner move with it.' })
  @Causes('ClosingDay', 'add')
  @HandsOn()
  async addClosingDay(@Me() me: Actor, @Args() args: AddClosingDay, @Info() info: GraphQLResolveInfo): Promise<ClosingDay | Finished> {
    return this.reading.one(me, ClosingDay, await this.service.add(me, args), answerOf(info));
  }

  @Mutation(() => ClosingDay, { description: 'Open after all: a term comes forward when it then ends later than one working day from now.' })
  @Causes('ClosingDay', 'remove')
  @HandsOn()
  async removeClosingDay(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<ClosingDay | Finished> {
    return this.reading.one(me, ClosingDay, await this.service.remove(me, args), answerOf(info));
  }
}
