import { Args, ArgsType, Info, Int, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Clock, Finished, FreeText, HandsOn, Keyed, LooksAt, Me, NeedsStepUp, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { GlassBreak } from './glass-break.record.js';
import { GlassBreaks } from './glass-breaks.service.js';

@ObjectType()
class GlassBreakPage {
  @Field(() => [GlassBreak]) nodes: GlassBreak[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@ArgsType()
class BreakGlass extends Keyed {
  @FreeText({ max: 40 }) number: string;
  @FreeText({ max: 500 }) reason: string;
}

@Resolver()
export class GlassBreaksResolver {
  constructor(
    private readonly reading: Reading,
    private readonly breaks: GlassBreaks,
    private readonly clock: Clock,
  ) {}

  @Query(() => GlassBreakPage, { description: 'Each time that the glass was broken: for a DPO by all of her organisation, for others by themselves; newest first.' })
  @LooksAt('GlassBreak')
  glassBreaks(@Me() me: Actor, @Args('after', { type: () => String, nullable: true }) after: string | undefined, @Args('first', { type: () => Int, defaultValue: 25 }) first: number, @Info() info: GraphQLResolveInfo): Promise<Page<GlassBreak>> {
    return this.reading.page(me, GlassBreak, { first, after: after ?? undefined, order: 'openedAt', newest: true, any: [[['openedAt', 'not null']]] }, selectionOf(info, 'nodes'));
  }

  @Query(() => GlassBreak, { nullable: true, description: 'The one that is open now for who asks.' })
  @LooksAt('GlassBreak')
  async openGlass(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<GlassBreak | null> {
    const any = [[['personId', '=', me.personId], ['endedAt', 'null'], ['endsAt', '>=', this.clock.now()]]] as const;
    return (await this.reading.page(me, GlassBreak, { first: 1, order: 'openedAt', newest: true, any }, selectionOf(info))).nodes[0] ?? null;
  }

  @Mutation(() => GlassBreak, { description: 'Opens one dossier by its number, for a while and to read only.' })
  @Causes('GlassBreak', 'break')
  @NeedsStepUp()
  async breakGlass(@Me() me: Actor, @Args() args: BreakGlass, @Info() info: GraphQLResolveInfo): Promise<GlassBreak> {
    return this.reading.one(me, GlassBreak, await this.breaks.break(me, args), selectionOf(info));
  }

  @Mutation(() => GlassBreak)
  @Causes('GlassBreak', 'end')
  @HandsOn()
  async endGlass(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<GlassBreak | Finished> {
    return this.reading.one(me, GlassBreak, await this.breaks.end(me, args), answerOf(info));
  }
}
