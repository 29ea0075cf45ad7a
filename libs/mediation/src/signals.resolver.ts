import { Args, Field, ID, Info, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Calendars, Term } from '#directory';
import { type Actor, answerOf, Causes, Finished, HandsOn, LooksAt, Me, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { Dwelling } from './dwelling.record.js';
import { DwellingsService } from './dwellings.service.js';
import { AnswerMediator, AskLandlord, ImportDwellings, ReportTension, SignSettlement, WithReason, WithText } from './mediation.args.js';
import { RequestsService } from './requests.service.js';
import { Settlement } from './settlement.record.js';
import { SettlementsService } from './settlements.service.js';
import { type Report, SignalsService } from './signals.service.js';
import { SignalRequest, TensionSignal } from './tension-signal.record.js';
import { SignalStage } from './tension-signal.workflow.js';

@ObjectType()
class SignalPage {
  @Field(() => [TensionSignal]) nodes: TensionSignal[];
  @Field(() => String, { nullable: true }) next: string | null;
}

/** The landlord's side of a mediation, and what the mediator asks there. */
@Resolver(() => TensionSignal)
export class SignalsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly signals: SignalsService,
    private readonly requests: RequestsService,
    private readonly settlements: SettlementsService,
    private readonly dwellingList: DwellingsService,
    private readonly calendars: Calendars,
  ) {}

  @ResolveField(() => Term, { nullable: true, description: 'Until both sides are heard.' })
  term(@Parent() { heardBy, reportedAt, receiverId }: TensionSignal): Term | null {
    return heardBy ? this.calendars.term(receiverId, heardBy, reportedAt) : null;
  }

  @Query(() => TensionSignal, { nullable: true })
  @LooksAt('TensionSignal')
  @HandsOn()
  signal(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<TensionSignal | Finished> {
    return this.reading.one(me, TensionSignal, id, answerOf(info));
  }

  @Query(() => SignalPage, { name: 'signals' })
  @LooksAt('TensionSignal')
  @HandsOn()
  list(
    @Me() me: Actor,
    @Args('state', { type: () => SignalStage, nullable: true }) state: SignalStage | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<TensionSignal> | Finished> {
    return this.reading.page(me, TensionSignal, { first, after: after ?? undefined, state: state ?? undefined }, answerOf(info, 'nodes'));
  }

  @Query(() => [Dwelling], { description: "One's own list of homes." })
  @LooksAt('Dwelling')
  @HandsOn()
  dwellings(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<Dwelling[] | Finished> {
    return this.reading.all(me, Dwelling, answerOf(info));
  }

  @Mutation(() => TensionSignal)
  @Causes('TensionSignal', 'report')
  async reportTension(@Me() me: Actor, @Args() { key, input, facts }: ReportTension, @Info() info: GraphQLResolveInfo): Promise<TensionSignal> {
    return this.shown(me, await this.signals.report(me, { key, ...(input as object), ...(facts as object) } as Report & { key: string }), info);
  }

  @Mutation(() => TensionSignal, { description: 'The landlord leaves: it solved itself, or for another reason.' })
  @Causes('TensionSignal', 'withdraw')
  async withdrawSignal(@Me() me: Actor, @Args() args: WithReason, @Info() info: GraphQLResolveInfo): Promise<TensionSignal> {
    return this.shown(me, await this.signals.withdraw(me, args), info);
  }

  @Mutation(() => TensionSignal, { description: 'The renter does not keep to what was signed.' })
  @Causes('TensionSignal', 'reportBreach')
  async reportBreach(@Me() me: Actor, @Args() args: WithText, @Info() info: GraphQLResolveInfo): Promise<TensionSignal> {
    return this.shown(me, await this.signals.breach(me, args), info);
  }

  @Mutation(() => SignalRequest)
  @Causes('SignalRequest', 'ask')
  @HandsOn()
  async askLandlord(@Me() me: Actor, @Args() args: AskLandlord, @Info() info: GraphQLResolveInfo): Promise<SignalRequest | Finished> {
    return this.reading.one(me, SignalRequest, await this.requests.ask(me, args), answerOf(info));
  }

  @Mutation(() => SignalRequest)
  @Causes('SignalRequest', 'answer')
  @HandsOn()
  async answerMediator(@Me() me: Actor, @Args() args: AnswerMediator, @Info() info: GraphQLResolveInfo): Promise<SignalRequest | Finished> {
    return this.reading.one(me, SignalRequest, await this.requests.answer(me, args), answerOf(info));
  }

  @Mutation(() => SignalRequest)
  @Causes('SignalRequest', 'withdraw')
  @HandsOn()
  async withdrawRequest(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SignalRequest | Finished> {
    return this.reading.one(me, SignalRequest, await this.requests.withdraw(me, args), answerOf(info));
  }

  @Mutation(() => Settlement, { description: "By a landlord, on its copy: the text that was read, by its hash." })
  @Causes('Settlement', 'sign')
  @HandsOn()
  async signSettlement(@Me() me: Actor, @Args() args: SignSettlement, @Info() info: GraphQLResolveInfo): Promise<Settlement | Finished> {
    return this.reading.one(me, Settlement, await this.settlements.signAsLandlord(me, args), answerOf(info));
  }

  @Mutation(() => [Dwelling], { description: "Brings one's own list of homes in line with a file: all of it, or nothing." })
  @Causes('Dwelling', 'import')
  async importDwellings(@Me() me: Actor, @Args() args: ImportDwellings, @Info() info: GraphQLResolveInfo): Promise<Dwelling[]> {
    await this.dwellingList.import(me, args);
    return this.reading.all(me, Dwelling, selectionOf(info));
  }

  private shown(me: Actor, id: string, info: GraphQLResolveInfo): Promise<TensionSignal> {
    return this.reading.one(me, TensionSignal, id, selectionOf(info));
  }
}

@Resolver(() => SignalRequest)
export class SignalRequestResolver {
  constructor(private readonly calendars: Calendars) {}

  @ResolveField(() => Term, { nullable: true })
  term(@Parent() { due, askedAt, partnerId }: SignalRequest): Term | null {
    return due ? this.calendars.term(partnerId, due, askedAt) : null;
  }
}
