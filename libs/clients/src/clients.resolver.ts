import { Args, ArgsType, Field, ID, Info, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, changesOf, Find, Finished, HandsOn, inputOf, Keyed, LooksAt, Me, type Page, pageSize, Reading, Refusal, Versioned } from '#kernel';
import { Client } from './client.record.js';
import { ClientsService } from './clients.service.js';

const FACTS = [
  'givenName', 'familyName', 'birthDate', 'cirNumber', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'adults', 'children', 'householdNote',
  'representativeName', 'representativeKind', 'representativeFor', 'representativeScope', 'representativeUntil', 'representativePhone',
] as const;

@InputType()
class NewClient extends inputOf(Client, FACTS) {
  @Field(() => Boolean, { defaultValue: false }) @IsBoolean() addressProtected: boolean;
}

@InputType({ description: 'Null clears a field, absent leaves it.' })
class ClientChanges extends changesOf(Client, [...FACTS, 'addressProtected']) {}

@ArgsType()
class OpenClient extends Keyed {
  @Field(() => NewClient) @ValidateNested() @Type(() => NewClient) input: NewClient;
}

@ArgsType()
class ChangeClient extends Versioned {
  @Field(() => ClientChanges) @ValidateNested() @Type(() => ClientChanges) changes: ClientChanges;
}

@ObjectType()
class ClientPage {
  @Field(() => [Client]) nodes: Client[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@Resolver()
export class ClientsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly clients: ClientsService,
  ) {}

  @Query(() => Client, { nullable: true })
  @LooksAt('Client')
  @HandsOn()
  client(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<Client | Finished> {
    return this.reading.one(me, Client, id, answerOf(info));
  }

  @Query(() => ClientPage, { name: 'clients', description: 'Own clients, newest activity first; with `words`: whose name holds them.' })
  @LooksAt('Client')
  @HandsOn()
  async list(
    @Me() me: Actor,
    @Args('words', { type: () => String, nullable: true }) words: string | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Client> | Finished> {
    const asked = answerOf(info, 'nodes');
    if (!words?.trim()) return this.reading.page(me, Client, { first, after: after ?? undefined }, asked);
    if (words.length > 100) throw new Refusal('INVALID', undefined, { fields: [{ field: 'words', message: 'Hoogstens 100 tekens.' }] });
    const ids = await this.reading.search(me, Client, 'find_clients($1, $2, $3)', [words.trim(), this.reading.seatsThatSee(me, Client, 'IDENTITY'), pageSize(first)]);
    const found = await this.reading.some(me, Client, ids, asked);
    return found instanceof Finished ? found : { nodes: found, next: null };
  }

  @Query(() => [Client], { nullable: true, description: 'Every word stands in text that one sees by right: whole words before parts, newest first.' })
  @LooksAt('Client')
  @HandsOn()
  foundClients(@Me() me: Actor, @Args() { words, first }: Find, @Info() info: GraphQLResolveInfo): Promise<Client[] | Finished> {
    return this.reading.find(me, Client, words, first, answerOf(info));
  }

  @Mutation(() => Client)
  @Causes('Client', 'open')
  @HandsOn()
  async openClient(@Me() me: Actor, @Args() args: OpenClient, @Info() info: GraphQLResolveInfo): Promise<Client | Finished> {
    return this.reading.one(me, Client, await this.clients.open(me, args), answerOf(info));
  }

  @Mutation(() => Client)
  @Causes('Client', 'change')
  @HandsOn()
  async changeClient(@Me() me: Actor, @Args() args: ChangeClient, @Info() info: GraphQLResolveInfo): Promise<Client | Finished> {
    return this.reading.one(me, Client, await this.clients.change(me, args), answerOf(info));
  }
}
