import { Args, ArgsType, Field, ID, Info, InputType, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Calendars, Term } from '#directory';
import { OwnNumber } from '#dossiers';
import { type Actor, answerOf, Causes, Find, Finished, FreeText, HandsOn, inputOf, Keyed, LooksAt, Me, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { Consult } from './consult.record.js';
import { ConsultState } from './consult.workflow.js';
import { ConsultsService } from './consults.service.js';

@InputType({ description: 'No name, address or number of a person belongs in it.' })
class NewConsult extends inputOf(Consult, ['receiverId', 'anonymous', 'question', 'adults', 'children', 'householdNote']) {}

@ArgsType()
class AskConsult extends Keyed {
  @Field(() => NewConsult) @ValidateNested() @Type(() => NewConsult) input: NewConsult;
  @Field(() => ID, { nullable: true, description: "One's own client whom it is about: the receiver never knows." })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUUID(undefined, { message: 'Kies een cliënt.' })
  clientId?: string;
}
@ArgsType()
class AnswerConsult extends Versioned {
  @FreeText({ max: 1000 }) answer: string;
}

@ObjectType()
class ConsultPage {
  @Field(() => [Consult]) nodes: Consult[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@Resolver(() => Consult)
export class ConsultsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly consults: ConsultsService,
    private readonly calendars: Calendars,
  ) {}

  @ResolveField(() => Term, { nullable: true })
  term(@Parent() { due, askedAt, receiverId }: Consult): Term | null {
    return due ? this.calendars.term(receiverId, due, askedAt) : null;
  }

  @Query(() => Consult, { nullable: true })
  @LooksAt('Consult')
  @HandsOn()
  consult(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<Consult | Finished> {
    return this.reading.one(me, Consult, id, answerOf(info));
  }

  @Query(() => ConsultPage, { name: 'consults' })
  @LooksAt('Consult')
  @HandsOn()
  list(
    @Me() me: Actor,
    @Args('state', { type: () => ConsultState, nullable: true }) state: ConsultState | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Consult> | Finished> {
    return this.reading.page(me, Consult, { first, after: after ?? undefined, state: state ?? undefined }, answerOf(info, 'nodes'));
  }

  @Query(() => [Consult], { nullable: true, description: 'Every word stands in text that one sees by right: whole words before parts, newest first.' })
  @LooksAt('Consult')
  foundConsults(@Me() me: Actor, @Args() { words, first }: Find, @Info() info: GraphQLResolveInfo): Promise<Consult[]> {
    return this.reading.find(me, Consult, words, first, selectionOf(info), [OwnNumber]);
  }

  @Mutation(() => Consult, { description: 'A short question to one partner, with no name in it.' })
  @Causes('Consult', 'ask')
  async askConsult(@Me() me: Actor, @Args() { key, clientId, input }: AskConsult, @Info() info: GraphQLResolveInfo): Promise<Consult> {
    return this.shown(me, await this.consults.ask(me, { ...(input as Required<NewConsult>), key, clientId }), info);
  }

  @Mutation(() => Consult)
  @Causes('Consult', 'answer')
  async answerConsult(@Me() me: Actor, @Args() args: AnswerConsult, @Info() info: GraphQLResolveInfo): Promise<Consult> {
    return this.shown(me, await this.consults.answer(me, args), info);
  }

  @Mutation(() => Consult, { description: 'Before there is an answer: the receiver finds it no longer.' })
  @Causes('Consult', 'withdraw')
  async withdrawConsult(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Consult> {
    return this.shown(me, await this.consults.withdraw(me, args), info);
  }

  @Mutation(() => Consult, { description: 'The answer is read.' })
  @Causes('Consult', 'close')
  async closeConsult(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Consult> {
    return this.shown(me, await this.consults.close(me, args), info);
  }

  private shown(me: Actor, id: string, info: GraphQLResolveInfo): Promise<Consult> {
    return this.reading.one(me, Consult, id, selectionOf(info));
  }
}
