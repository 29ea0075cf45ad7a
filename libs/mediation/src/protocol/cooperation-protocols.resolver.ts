import { Args, ArgsType, Field, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsUUID, ValidateIf } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, FreeText, GraphQLDay, HandsOn, IsDay, Keyed, LooksAt, Me, Reading, selectionOf, Versioned } from '#kernel';
import { CooperationProtocol } from './cooperation-protocol.record.js';
import { holdsOn } from './cooperation-protocols.js';
import { CooperationProtocolsService } from './cooperation-protocols.service.js';

const TEXT = 40_000;
const DAY = { message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' };

@ArgsType()
class DraftCooperationProtocol extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een woonmaatschappij uit de lijst.' }) companyId: string;
  @FreeText({ max: TEXT, optional: true }) text?: string | null;
  @Field(() => GraphQLDay) @IsDay(DAY) validFrom: string;
  @Field(() => GraphQLDay, { nullable: true }) @ValidateIf((_, day) => day !== undefined && day !== null) @IsDay(DAY) validTo?: string | null;
}
@ArgsType()
class EditCooperationProtocol extends Versioned {
  @FreeText({ max: TEXT, optional: true }) text?: string | null;
  @Field(() => GraphQLDay, { nullable: true }) @ValidateIf((_, day) => day !== undefined && day !== null) @IsDay(DAY) validFrom?: string | null;
  @Field(() => GraphQLDay, { nullable: true, description: 'Null clears it, absent leaves it.' }) @ValidateIf((_, day) => day !== undefined && day !== null) @IsDay(DAY) validTo?: string | null;
}
@ArgsType()
class SignCooperationProtocol extends Versioned {
  /** Of the text that was read. */
  @FreeText({ max: 64 }) hash: string;
  @FreeText({ max: 120 }) capacity: string;
}
@ArgsType()
class EndCooperationProtocol extends Versioned {
  @FreeText({ max: 1000 }) reason: string;
}

@Resolver(() => CooperationProtocol)
export class CooperationProtocolsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly protocols: CooperationProtocolsService,
  ) {}

  @Query(() => [CooperationProtocol])
  @LooksAt('CooperationProtocol')
  @HandsOn()
  cooperationProtocols(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol[] | Finished> {
    return this.reading.all(me, CooperationProtocol, answerOf(info));
  }

  @Query(() => CooperationProtocol, { nullable: true })
  @LooksAt('CooperationProtocol')
  @HandsOn()
  cooperationProtocol(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol | Finished> {
    return this.reading.one(me, CooperationProtocol, id, answerOf(info));
  }

  @Mutation(() => CooperationProtocol, { description: 'The next edition of a pair. Without a text it starts from the edition before it, or from what holds without a protocol.' })
  @Causes('CooperationProtocol', 'draft')
  async draftCooperationProtocol(@Me() me: Actor, @Args() args: DraftCooperationProtocol, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.draft(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: 'Takes the signatures away: nobody signed what stands there then.' })
  @Causes('CooperationProtocol', 'edit')
  async editCooperationProtocol(@Me() me: Actor, @Args() args: EditCooperationProtocol, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.edit(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: "For one's own side, in the capacity that is named." })
  @Causes('CooperationProtocol', 'sign')
  async signCooperationProtocol(@Me() me: Actor, @Args() args: SignCooperationProtocol, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.sign(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: "Takes back the signature of one's own side, until it is in force." })
  @Causes('CooperationProtocol', 'withdraw')
  async withdrawCooperationProtocol(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.withdraw(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: 'It is in force from its first day on, never earlier than today; the edition before it ends the day before.' })
  @Causes('CooperationProtocol', 'activate')
  async activateCooperationProtocol(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.activate(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: 'It is looked at again, and holds meanwhile.' })
  @Causes('CooperationProtocol', 'review')
  async reviewCooperationProtocol(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.review(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: 'It was looked at again, and stays as it is.' })
  @Causes('CooperationProtocol', 'confirm')
  async confirmCooperationProtocol(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.confirm(me, args), info);
  }

  @Mutation(() => CooperationProtocol, { description: 'At once: no new case begins under it. A negotiation is dropped by it.' })
  @Causes('CooperationProtocol', 'end')
  async endCooperationProtocol(@Me() me: Actor, @Args() args: EndCooperationProtocol, @Info() info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.shown(me, this.protocols.end(me, args), info);
  }

  @ResolveField(() => Boolean, { description: 'It holds today.' })
  inForce(@Parent() row: CooperationProtocol): boolean {
    return holdsOn(row, this.protocols.today());
  }

  private async shown(me: Actor, done: Promise<string>, info: GraphQLResolveInfo): Promise<CooperationProtocol> {
    return this.reading.one(me, CooperationProtocol, await done, selectionOf(info));
  }
}
