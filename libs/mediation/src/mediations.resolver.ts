import { Args, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, HandsOn, LooksAt, Me, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { Conformance, ConformanceService } from './conformance.service.js';
import { AddParty, AnswerParty, AskTenantsUnion, AssignMediation, ChangeParty, CloseMediation, ContactRenter, HandOverMediation, HearParty, HoldSession, MayTell, PlanSession, RecordSignature, StepWithReason, StepWithText, Stepped, StopMediation, WarnOthers, WriteSettlement } from './mediation.args.js';
import { MediationCase, MediationParty, MediationSession } from './mediation-case.record.js';
import { MediationState } from './mediation.workflow.js';
import { type Change, MediationsService, type PartyFacts } from './mediations.service.js';
import { CooperationProtocol } from './protocol/cooperation-protocol.record.js';
import { Settlement } from './settlement.record.js';
import { SettlementsService } from './settlements.service.js';

@ObjectType()
class MediationPage {
  @Field(() => [MediationCase]) nodes: MediationCase[];
  @Field(() => String, { nullable: true }) next: string | null;
}

/** The mediator's side: nobody but the Woondienst comes here. */
@Resolver(() => MediationCase)
export class MediationsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly mediations: MediationsService,
    private readonly settlements: SettlementsService,
    private readonly figures: ConformanceService,
  ) {}

  @Query(() => MediationCase, { nullable: true })
  @LooksAt('MediationCase')
  @HandsOn()
  mediation(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<MediationCase | Finished> {
    return this.reading.one(me, MediationCase, id, answerOf(info));
  }

  @Query(() => MediationPage, { name: 'mediations' })
  @LooksAt('MediationCase')
  @HandsOn()
  list(
    @Me() me: Actor,
    @Args('state', { type: () => MediationState, nullable: true }) state: MediationState | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<MediationCase> | Finished> {
    return this.reading.page(me, MediationCase, { first, after: after ?? undefined, state: state ?? undefined }, answerOf(info, 'nodes'));
  }

  @Query(() => Conformance, { nullable: true, description: 'For the two parties of a protocol: the same numbers for both.' })
  @LooksAt('CooperationProtocol')
  conformance(@Me() me: Actor, @Args('protocolId', { type: () => ID }) protocolId: string, @Args('year', { type: () => Int }) year: number): Promise<Conformance> {
    if (!isUUID(protocolId) || year < 2000 || year > 2100) return this.reading.missed(me, CooperationProtocol, []);
    return this.figures.of(me, protocolId, year);
  }

  @Mutation(() => MediationCase, { description: "Writes down a question to the tenants' union, which is sent outside the portal; one that tells of whom it is, is refused." })
  @Causes('MediationCase', 'askUnion')
  async askTenantsUnion(@Me() me: Actor, @Args() args: AskTenantsUnion, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.askTenantsUnion(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'By a coordinator, or by who takes it herself; after a look whether she follows a party already.' })
  @Causes('MediationCase', 'assign')
  async assignMediation(@Me() me: Actor, @Args() args: AssignMediation, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.assign(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'What joined while it ran is read.' })
  @Causes('MediationCase', 'readSignals')
  async readSignals(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.readSignals(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'accept')
  async acceptMediation(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.accept(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'outOfScope')
  async mediationOutOfScope(@Me() me: Actor, @Args() args: StepWithReason, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.outOfScope(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'A try to reach a renter.' })
  @Causes('MediationCase', 'contact')
  async contactRenter(@Me() me: Actor, @Args() args: ContactRenter, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.contact(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'Both sides take part.' })
  @Causes('MediationCase', 'agree')
  async startMediation(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.agree(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'decline')
  async mediationDeclined(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.decline(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'notReached')
  async renterNotReached(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.notReached(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'Both sides are heard: the talks begin.' })
  @Causes('MediationCase', 'meet')
  async beginSessions(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.meet(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'resume')
  async resumeSessions(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.resume(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'stall')
  async mediationStalled(@Me() me: Actor, @Args() args: StepWithReason, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.stall(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'followUp')
  async followUpSettlement(@Me() me: Actor, @Args() args: StepWithText, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.followUp(me, args), info);
  }

  @Mutation(() => MediationCase)
  @Causes('MediationCase', 'breach')
  async settlementBreached(@Me() me: Actor, @Args() args: StepWithText, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.breach(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'Everything that was agreed is kept.' })
  @Causes('MediationCase', 'succeed')
  async mediationSucceeded(@Me() me: Actor, @Args() args: CloseMediation, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.close(me, { ...args, result: 'succeed' }), info);
  }

  @Mutation(() => MediationCase, { description: 'A part of what was agreed is kept.' })
  @Causes('MediationCase', 'partly')
  async mediationPartlySucceeded(@Me() me: Actor, @Args() args: CloseMediation, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.close(me, { ...args, result: 'partly' }), info);
  }

  @Mutation(() => MediationCase, { description: 'Without an agreement, or without a mediation.' })
  @Causes('MediationCase', 'close')
  async closeMediation(@Me() me: Actor, @Args() args: CloseMediation, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.close(me, { ...args, result: 'close' }), info);
  }

  @Mutation(() => MediationCase, { description: 'One of the sides leaves.' })
  @Causes('MediationCase', 'stop')
  async stopMediation(@Me() me: Actor, @Args() args: StopMediation, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.stop(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'It goes to court: nobody reads the notes any more.' })
  @Causes('MediationCase', 'goToCourt')
  async mediationToCourt(@Me() me: Actor, @Args() args: Stepped, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.goToCourt(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'To a colleague, with the notes; told to both sides.' })
  @Causes('MediationCase', 'handOver')
  async handOverMediation(@Me() me: Actor, @Args() args: HandOverMediation, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.mediations.handOver(me, args), info);
  }

  @Mutation(() => MediationCase, { description: 'A new text of the settlement.' })
  @Causes('MediationCase', 'draftSettlement')
  async draftSettlement(@Me() me: Actor, @Args() args: WriteSettlement, @Info() info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.shown(me, await this.settlements.draft(me, args), info);
  }

  @Mutation(() => Settlement)
  @Causes('Settlement', 'edit')
  async editSettlement(@Me() me: Actor, @Args() args: WriteSettlement, @Info() info: GraphQLResolveInfo): Promise<Settlement> {
    return this.settlementShown(me, await this.settlements.edit(me, args), info);
  }

  @Mutation(() => Settlement, { description: 'Laid before both sides, to be signed.' })
  @Causes('Settlement', 'offer')
  async offerSettlement(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Settlement> {
    return this.settlementShown(me, await this.settlements.offer(me, args), info);
  }

  @Mutation(() => Settlement, { description: 'Signed on paper, with its scan.' })
  @Causes('Settlement', 'record')
  async recordSignature(@Me() me: Actor, @Args() args: RecordSignature, @Info() info: GraphQLResolveInfo): Promise<Settlement> {
    return this.settlementShown(me, await this.settlements.record(me, args), info);
  }

  private shown(me: Actor, id: string, info: GraphQLResolveInfo): Promise<MediationCase> {
    return this.reading.one(me, MediationCase, id, selectionOf(info));
  }
  private settlementShown(me: Actor, id: string, info: GraphQLResolveInfo): Promise<Settlement> {
    return this.reading.one(me, Settlement, id, selectionOf(info));
  }
}

/** The parties, and the talks with both. */
@Resolver(() => MediationParty)
export class PartiesResolver {
  constructor(
    private readonly reading: Reading,
    private readonly mediations: MediationsService,
  ) {}

  @Mutation(() => MediationParty, { description: 'Somebody on the lease whom the signal did not name.' })
  @Causes('MediationParty', 'add')
  async addParty(@Me() me: Actor, @Args() { key, mediationId, renter }: AddParty, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.shown(me, await this.mediations.addParty(me, { key, mediationId, ...(renter as PartyFacts & { familyName: string }) }), info);
  }

  @Mutation(() => MediationParty)
  @Causes('MediationParty', 'change')
  async changeParty(@Me() me: Actor, @Args() { changes, ...change }: ChangeParty, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.told(me, 'change', change, changes as Partial<MediationParty>, info);
  }

  @Mutation(() => MediationParty, { description: 'Whether somebody takes part.' })
  @Causes('MediationParty', 'answer')
  async answerParty(@Me() me: Actor, @Args() { answer, on, way, ...change }: AnswerParty, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.told(me, 'answer', change, { answer, answeredOn: on, answerWay: way?.trim() || null }, info);
  }

  @Mutation(() => MediationParty, { description: 'That somebody was heard, apart from the other side.' })
  @Causes('MediationParty', 'hear')
  async hearParty(@Me() me: Actor, @Args() { on, way, ...change }: HearParty, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.told(me, 'hear', change, { heardOn: on, heardWay: way.trim() }, info);
  }

  @Mutation(() => MediationParty, { description: 'What the other side may know, in words that she approved.' })
  @Causes('MediationParty', 'mayTell')
  async approveWords(@Me() me: Actor, @Args() { says, ...change }: MayTell, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.told(me, 'mayTell', change, { mayTell: says.trim(), mayTellOn: this.mediations.today() }, info);
  }

  @Mutation(() => MediationParty, { description: 'Others were warned before she agreed, for serious danger; on which ground (BR-P5).' })
  @Causes('MediationParty', 'warn')
  async warnOthers(@Me() me: Actor, @Args() { ground, ...change }: WarnOthers, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.told(me, 'warn', change, { dangerToldGround: ground.trim() }, info);
  }

  @Mutation(() => MediationParty, { description: 'Opens a file of a renter who agreed, from which others are asked to help her.' })
  @Causes('MediationParty', 'refer')
  async openClientOfParty(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.shown(me, await this.mediations.openClient(me, args), info);
  }

  @Mutation(() => MediationSession)
  @Causes('MediationSession', 'plan')
  @HandsOn()
  async planSession(@Me() me: Actor, @Args() args: PlanSession, @Info() info: GraphQLResolveInfo): Promise<MediationSession | Finished> {
    return this.reading.one(me, MediationSession, await this.mediations.planSession(me, args), answerOf(info));
  }

  @Mutation(() => MediationSession)
  @Causes('MediationSession', 'hold')
  @HandsOn()
  async holdSession(@Me() me: Actor, @Args() args: HoldSession, @Info() info: GraphQLResolveInfo): Promise<MediationSession | Finished> {
    return this.reading.one(me, MediationSession, await this.mediations.session(me, 'hold', args), answerOf(info));
  }

  @Mutation(() => MediationSession)
  @Causes('MediationSession', 'cancel')
  @HandsOn()
  async cancelSession(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<MediationSession | Finished> {
    return this.reading.one(me, MediationSession, await this.mediations.session(me, 'cancel', args), answerOf(info));
  }

  private async told(me: Actor, event: Parameters<MediationsService['party']>[1], change: Change, facts: Partial<MediationParty>, info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.shown(me, await this.mediations.party(me, event, { ...facts, ...change }), info);
  }
  private shown(me: Actor, id: string, info: GraphQLResolveInfo): Promise<MediationParty> {
    return this.reading.one(me, MediationParty, id, selectionOf(info));
  }
}
