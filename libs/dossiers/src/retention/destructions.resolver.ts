import { Args, ArgsType, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, FreeText, HandsOn, Keyed, LooksAt, Me, NeedsStepUp, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { DestructionItem, DestructionList, LegalHold, RetentionRule } from './destruction.record.js';
import { Destructions } from './destructions.service.js';

@ObjectType()
class DestructionListPage {
  @Field(() => [DestructionList]) nodes: DestructionList[];
  @Field(() => String, { nullable: true }) next: string | null;
}
@ObjectType()
class DestructionItemPage {
  @Field(() => [DestructionItem]) nodes: DestructionItem[];
  @Field(() => String, { nullable: true }) next: string | null;
}
@ObjectType()
class LegalHoldPage {
  @Field(() => [LegalHold]) nodes: LegalHold[];
  @Field(() => String, { nullable: true }) next: string | null;
}
@ArgsType()
class Paged {
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => Int, { defaultValue: 25 }) first: number;
}
@ArgsType()
class OfList extends Paged {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) listId: string;
}
@ArgsType()
class WithReason extends Versioned {
  @FreeText({ max: 500 }) reason: string;
}
@ArgsType()
class HoldDossier extends Keyed {
  @FreeText({ max: 40 }) number: string;
  @FreeText({ max: 500 }) reason: string;
}

/** What is kept how long, what is to be destroyed, and what is held. */
@Resolver()
export class DestructionsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly destructions: Destructions,
  ) {}

  @Query(() => [RetentionRule], { description: 'How long what is kept, and why.' })
  @LooksAt('RetentionRule')
  @HandsOn()
  retentionRules(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<RetentionRule[] | Finished> {
    return this.reading.all(me, RetentionRule, answerOf(info));
  }

  @Query(() => DestructionListPage, { description: 'What was proposed to be destroyed, newest first; what was signed stays there.' })
  @LooksAt('DestructionList')
  destructionLists(@Me() me: Actor, @Args() { first, after }: Paged, @Info() info: GraphQLResolveInfo): Promise<Page<DestructionList>> {
    return this.reading.page(me, DestructionList, { first, after: after ?? undefined, order: 'proposedAt', newest: true, any: [[['proposedAt', 'not null']]] }, selectionOf(info, 'nodes'));
  }

  @Query(() => DestructionItemPage, { description: 'What stands on one list, longest ended first.' })
  @LooksAt('DestructionItem')
  destructionItems(@Me() me: Actor, @Args() { listId, first, after }: OfList, @Info() info: GraphQLResolveInfo): Promise<Page<DestructionItem>> {
    return this.reading.page(me, DestructionItem, { first, after: after ?? undefined, order: 'closedOn', any: [[['listId', '=', listId]]] }, selectionOf(info, 'nodes'));
  }

  @Query(() => LegalHoldPage, { description: 'Dossiers that are kept beyond their term, or were.' })
  @LooksAt('LegalHold')
  legalHolds(@Me() me: Actor, @Args() { first, after }: Paged, @Info() info: GraphQLResolveInfo): Promise<Page<LegalHold>> {
    return this.reading.page(me, LegalHold, { first, after: after ?? undefined, order: 'setAt', newest: true, any: [[['setAt', 'not null']]] }, selectionOf(info, 'nodes'));
  }

  @Mutation(() => DestructionList, { description: 'From here on what is on it is destroyed.' })
  @Causes('DestructionList', 'sign')
  @NeedsStepUp()
  async signDestruction(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<DestructionList> {
    return this.reading.one(me, DestructionList, await this.destructions.sign(me, args), selectionOf(info));
  }

  @Mutation(() => DestructionItem, { description: 'Keeps one dossier of a list, and holds it.' })
  @Causes('DestructionItem', 'takeOff')
  @HandsOn()
  async takeOffDestruction(@Me() me: Actor, @Args() args: WithReason, @Info() info: GraphQLResolveInfo): Promise<DestructionItem | Finished> {
    return this.reading.one(me, DestructionItem, await this.destructions.takeOff(me, args), answerOf(info));
  }

  @Mutation(() => LegalHold, { description: 'Keeps a dossier, by its number, beyond its term.' })
  @Causes('LegalHold', 'hold')
  @HandsOn()
  async holdDossier(@Me() me: Actor, @Args() args: HoldDossier, @Info() info: GraphQLResolveInfo): Promise<LegalHold | Finished> {
    return this.reading.one(me, LegalHold, await this.destructions.hold(me, args), answerOf(info));
  }

  @Mutation(() => LegalHold)
  @Causes('LegalHold', 'lift')
  @HandsOn()
  async liftHold(@Me() me: Actor, @Args() args: WithReason, @Info() info: GraphQLResolveInfo): Promise<LegalHold | Finished> {
    return this.reading.one(me, LegalHold, await this.destructions.lift(me, args), answerOf(info));
  }
}
