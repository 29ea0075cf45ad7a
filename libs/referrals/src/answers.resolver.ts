import { Args, ArgsType, Field, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUUID, IsUUID, ValidateIf } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Calendars, Term } from '#directory';
import { type Actor, Causes, type Filter, FreeText, LooksAt, Me, Reading, selectionOf, Versioned } from '#kernel';
import { Answer } from './answer.record.js';
import { AnswersService } from './answers.service.js';

@ArgsType()
class Worded extends Versioned {
  @FreeText({ max: 2000 }) text: string;
}
@ArgsType()
class AcceptReferral extends Versioned {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een vaste contactpersoon.' }) contactPersonId: string;
  @Field(() => ID, { nullable: true, description: "An own client who is the same person; absent: a new file is opened." })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUUID()
  clientId?: string;
}
@ArgsType()
class RejectReferral extends Versioned {
  @FreeText({ max: 40 }) reason: string;
  @FreeText({ max: 1000, optional: true }) text?: string;
  @FreeText({ max: 1000 }) advice: string;
}
@ArgsType()
class RedirectReferral extends Versioned {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een partner.' }) partnerId: string;
  @FreeText({ max: 1000 }) advice: string;
}
@ArgsType()
class ConfirmKept extends Versioned {
  @FreeText({ max: 2000 }) ground: string;
}

@Resolver(() => Answer)
export class AnswersResolver {
  constructor(
    private readonly reading: Reading,
    private readonly answers: AnswersService,
    private readonly calendars: Calendars,
  ) {}

  @ResolveField(() => Term, { nullable: true })
  term(@Parent() { due, termFrom, partnerId }: Answer): Term | null {
    return due ? this.calendars.term(partnerId, due, termFrom) : null;
  }

  @Query(() => Answer, { nullable: true, description: "One's own partner's answer at a dossier: all that is left of a referral after it was withdrawn." })
  @LooksAt('Answer')
  async ownAnswer(@Me() me: Actor, @Args('dossierId', { type: () => ID }) dossierId: string, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    const any: Filter[][] = isUUID(dossierId) ? [[['dossierId', '=', dossierId], ['partnerId', '=', me.partnerId]]] : [[['dossierId', 'null']]];
    const { nodes } = await this.reading.page(me, Answer, { first: 1, order: 'deliveredAt', any }, selectionOf(info));
    return nodes[0] ?? this.reading.missed(me, Answer, isUUID(dossierId) ? [dossierId] : []);
  }

  @Mutation(() => Answer, { description: 'The first reading.' })
  @Causes('Answer', 'receive')
  async receiveAnswer(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.receive(me, args), info);
  }

  @Mutation(() => Answer, { description: 'Asks the sender something: the term stops until the reply.' })
  @Causes('Answer', 'ask')
  async askSender(@Me() me: Actor, @Args() args: Worded, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.ask(me, args), info);
  }

  @Mutation(() => Answer, { description: "The sender's reply: a new term begins." })
  @Causes('Answer', 'reply')
  async replyToReceiver(@Me() me: Actor, @Args() args: Worded, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.reply(me, args), info);
  }

  @Mutation(() => Answer)
  @Causes('Answer', 'accept')
  async acceptReferral(@Me() me: Actor, @Args() args: AcceptReferral, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.accept(me, args), info);
  }

  @Mutation(() => Answer)
  @Causes('Answer', 'reject')
  async rejectReferral(@Me() me: Actor, @Args() args: RejectReferral, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.reject(me, args), info);
  }

  @Mutation(() => Answer, { description: 'To a partner to whom the client agreed too: it becomes a draft of the sender.' })
  @Causes('Answer', 'redirect')
  async redirectReferral(@Me() me: Actor, @Args() args: RedirectReferral, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.redirect(me, args), info);
  }

  @Mutation(() => Answer, { description: 'By the sender or the receiver, with a note: a new term begins.' })
  @Causes('Answer', 'reopen')
  async reopenAnswer(@Me() me: Actor, @Args() args: Worded, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.reopen(me, args), info);
  }

  @Mutation(() => Answer)
  @Causes('Answer', 'start')
  async startGuidance(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.start(me, args), info);
  }

  @Mutation(() => Answer)
  @Causes('Answer', 'feedback')
  async giveFeedback(@Me() me: Actor, @Args() args: Worded, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.feedback(me, args), info);
  }

  @Mutation(() => Answer)
  @Causes('Answer', 'close')
  async closeAnswer(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.close(me, args), info);
  }

  @Mutation(() => Answer, { description: 'After a withdrawal: nothing is kept.' })
  @Causes('Answer', 'stop')
  async confirmStopped(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.stop(me, args), info);
  }

  @Mutation(() => Answer, { description: 'After a withdrawal: what one wrote oneself is kept, on a ground.' })
  @Causes('Answer', 'keep')
  async confirmKept(@Me() me: Actor, @Args() args: ConfirmKept, @Info() info: GraphQLResolveInfo): Promise<Answer> {
    return this.shown(me, await this.answers.keep(me, args), info);
  }

  private shown(me: Actor, id: string, info: GraphQLResolveInfo): Promise<Answer> {
    return this.reading.one(me, Answer, id, selectionOf(info));
  }
}
