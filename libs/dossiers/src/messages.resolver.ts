import { Args, ArgsType, Field, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsBoolean, isUUID, IsUUID } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Find, Finished, FreeText, HandsOn, Keyed, LooksAt, Me, Reading, Versioned } from '#kernel';
import { Message } from './message.record.js';
import { MessagesService } from './messages.service.js';

@ArgsType()
class WriteMessage extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) dossierId: string;
  @Field(() => [ID], { description: "Whom it is for, of those in messageReaders; empty: one's own colleagues alone." })
  @IsUUID(undefined, { each: true, message: 'Kies wie meeleest uit de lijst.' })
  @ArrayMaxSize(20)
  @ArrayUnique({ message: 'Kies elke partner één keer.' })
  toPartnerIds: string[];
  @FreeText({ max: 4000 }) body: string;
  @Field({ description: 'Leaves at once and cannot be taken back.' }) @IsBoolean() urgent: boolean;
}

@Resolver()
export class MessagesResolver {
  constructor(
    private readonly reading: Reading,
    private readonly messages: MessagesService,
  ) {}

  @Query(() => [ID], { nullable: true, description: "Partners to whom one may write on a dossier, beside one's own colleagues." })
  @Causes('Message', 'write')
  messageReaders(@Me() me: Actor, @Args('dossierId', { type: () => ID }) dossierId: string): Promise<string[]> {
    return isUUID(dossierId) ? this.messages.possibleReaders(me, dossierId) : this.reading.missed(me, Message, []);
  }

  @Query(() => [Message], { nullable: true, description: 'Every word stands in text that one sees by right: whole words before parts, newest first.' })
  @LooksAt('Message')
  @HandsOn()
  foundMessages(@Me() me: Actor, @Args() { words, first }: Find, @Info() info: GraphQLResolveInfo): Promise<Message[] | Finished> {
    return this.reading.find(me, Message, words, first, answerOf(info));
  }

  @Mutation(() => Message)
  @Causes('Message', 'write')
  @HandsOn()
  async writeMessage(@Me() me: Actor, @Args() args: WriteMessage, @Info() info: GraphQLResolveInfo): Promise<Message | Finished> {
    return this.reading.one(me, Message, await this.messages.write(me, args), answerOf(info));
  }

  @Mutation(() => Message, { description: 'While it waits to leave: its text is gone.' })
  @Causes('Message', 'takeBack')
  @HandsOn()
  async takeBackMessage(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Message | Finished> {
    return this.reading.one(me, Message, await this.messages.takeBack(me, args), answerOf(info));
  }
}
