import { Args, ArgsType, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Clock, Finished, FreeText, HandsOn, Keyed, LooksAt, Me, NeedsStepUp, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { SupportLook, SupportRequest } from './support-look.record.js';
import { SupportLooks } from './support-looks.service.js';

@ObjectType()
class SupportLookPage {
  @Field(() => [SupportLook]) nodes: SupportLook[];
  @Field(() => String, { nullable: true }) next: string | null;
}
@ObjectType()
class SupportRequestPage {
  @Field(() => [SupportRequest]) nodes: SupportRequest[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@ArgsType()
class AskSupport extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies de organisatie die hulp vroeg.' }) partnerId: string;
  @FreeText({ max: 40 }) number: string;
  @FreeText({ max: 500 }) reason: string;
}
@ArgsType()
class Paged {
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => Int, { defaultValue: 25 }) first: number;
}

const newest = { order: 'askedAt', newest: true, any: [[['askedAt', 'not null']]] } as const;

/** Looks of support: by her who asks, and by the partner that decides. */
@Resolver()
export class SupportLooksResolver {
  constructor(
    private readonly reading: Reading,
    private readonly looks: SupportLooks,
    private readonly clock: Clock,
  ) {}

  @Query(() => SupportLookPage, { description: 'What she asked herself, newest first.' })
  @LooksAt('SupportLook')
  supportLooks(@Me() me: Actor, @Args() { first, after }: Paged, @Info() info: GraphQLResolveInfo): Promise<Page<SupportLook>> {
    return this.reading.page(me, SupportLook, { ...newest, first, after: after ?? undefined }, selectionOf(info, 'nodes'));
  }

  @Query(() => SupportLook, { nullable: true, description: 'The one that is open now for who asks.' })
  @LooksAt('SupportLook')
  async openSupport(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<SupportLook | null> {
    const any = [[['state', '=', 'OPEN'], ['endsAt', '>=', this.clock.now()]]] as const;
    return (await this.reading.page(me, SupportLook, { ...newest, first: 1, any }, selectionOf(info))).nodes[0] ?? null;
  }

  @Query(() => SupportRequestPage, { description: 'What support asked of the own organisation, newest first.' })
  @LooksAt('SupportRequest')
  supportRequests(@Me() me: Actor, @Args() { first, after }: Paged, @Info() info: GraphQLResolveInfo): Promise<Page<SupportRequest>> {
    return this.reading.page(me, SupportRequest, { ...newest, first, after: after ?? undefined }, selectionOf(info, 'nodes'));
  }

  @Mutation(() => SupportLook, { description: 'Asks to look at one dossier, by its number, of the partner that wants help. Tells nothing of it.' })
  @Causes('SupportLook', 'ask')
  @NeedsStepUp()
  async askSupport(@Me() me: Actor, @Args() args: AskSupport, @Info() info: GraphQLResolveInfo): Promise<SupportLook> {
    return this.reading.one(me, SupportLook, await this.looks.ask(me, args), selectionOf(info));
  }

  @Mutation(() => SupportLook)
  @Causes('SupportLook', 'withdraw')
  @HandsOn()
  async withdrawSupport(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SupportLook | Finished> {
    return this.reading.one(me, SupportLook, await this.looks.withdraw(me, args), answerOf(info));
  }

  @Mutation(() => SupportLook, { description: 'She who looks is done before its time.' })
  @Causes('SupportLook', 'end')
  @HandsOn()
  async leaveSupport(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SupportLook | Finished> {
    return this.reading.one(me, SupportLook, await this.looks.leave(me, args), answerOf(info));
  }

  @Mutation(() => SupportRequest, { description: 'A second person opens the dossier, for a while and to read only.' })
  @Causes('SupportRequest', 'approve')
  @HandsOn()
  async approveSupport(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SupportRequest | Finished> {
    return this.reading.one(me, SupportRequest, await this.looks.approve(me, args), answerOf(info));
  }

  @Mutation(() => SupportRequest)
  @Causes('SupportRequest', 'decline')
  @HandsOn()
  async declineSupport(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SupportRequest | Finished> {
    return this.reading.one(me, SupportRequest, await this.looks.decline(me, args), answerOf(info));
  }

  @Mutation(() => SupportRequest, { description: 'The partner ends it before its time.' })
  @Causes('SupportRequest', 'end')
  @HandsOn()
  async endSupport(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SupportRequest | Finished> {
    return this.reading.one(me, SupportRequest, await this.looks.end(me, args), answerOf(info));
  }
}
