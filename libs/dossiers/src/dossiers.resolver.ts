import { Args, ArgsType, Field, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, FreeText, HandsOn, Keyed, Me, Reading, Refusal, selectionOf, Versioned } from '#kernel';
import { DossiersService } from './dossiers.service.js';
import { OwnNumber } from './own-number.record.js';
import { Recusal } from './recusal.record.js';

@ArgsType()
class SetOwnNumber extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) dossierId: string;
  @Field(() => Int, { description: '0: there is no number yet.' }) @IsInt() @Min(0) @Max(2_000_000_000) version: number;
  @FreeText({ max: 60 }) number: string;
}
@ArgsType()
class RecusePerson extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) dossierId: string;
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een persoon.' }) personId: string;
  @FreeText({ max: 300 }) reason: string;
}

@Resolver()
export class DossiersResolver {
  constructor(
    private readonly reading: Reading,
    private readonly dossiers: DossiersService,
  ) {}

  @Mutation(() => OwnNumber)
  @Causes('OwnNumber', 'write')
  @HandsOn()
  async setOwnNumber(@Me() me: Actor, @Args() args: SetOwnNumber, @Info() info: GraphQLResolveInfo): Promise<OwnNumber | Finished> {
    return this.reading.one(me, OwnNumber, await this.dossiers.number(me, args), answerOf(info));
  }

  @Mutation(() => Recusal, { nullable: true, description: 'Keeps one of the own people away from a file; null to who kept herself away.' })
  @Causes('Recusal', 'recuse')
  async recusePerson(@Me() me: Actor, @Args() args: RecusePerson, @Info() info: GraphQLResolveInfo): Promise<Recusal | null> {
    const id = await this.dossiers.recuse(me, args);
    return this.reading.one(me, Recusal, id, selectionOf(info)).catch((error: unknown) => {
      if (args.personId === me.personId && error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    });
  }

  @Mutation(() => Recusal)
  @Causes('Recusal', 'lift')
  @HandsOn()
  async liftRecusal(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Recusal | Finished> {
    return this.reading.one(me, Recusal, await this.dossiers.lift(me, args), answerOf(info));
  }
}
