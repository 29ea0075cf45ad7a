import { Args, ArgsType, Field, ID, Info, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Person } from '#directory';
import { type Actor, answerOf, Causes, Finished, FreeText, GraphQLDay, HandsOn, Keyed, LooksAt, Me, Reading, selectionOf } from '#kernel';
import { Answer } from './answer.record.js';
import { HandOver } from './hand-over.record.js';
import { HandOverService } from './hand-over.service.js';
import { Referral } from './referral.record.js';

/** The most files of one act. With the longest notes they fit in one request of 100 kB. */
export const FILES_AT_ONCE = 100;
const NOTE = 400;

@InputType({ description: 'A file that goes over: the version of the referral as its sender read it, of the own answer as a receiver did.' })
class FileToHandOver {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) dossierId: string;
  @Field(() => Int) @IsInt() @Min(0) @Max(2_000_000_000) version: number;
  @FreeText({ max: NOTE }) note: string;
}
@ArgsType()
class HandOverFiles extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een persoon.' }) fromId: string;
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een collega.' }) toId: string;
  @Field(() => [FileToHandOver])
  @ValidateNested({ each: true })
  @Type(() => FileToHandOver)
  @ArrayMinSize(1, { message: 'Kies minstens één dossier.' })
  @ArrayMaxSize(FILES_AT_ONCE, { message: `Draag hoogstens ${FILES_AT_ONCE} dossiers tegelijk over.` })
  @ArrayUnique<FileToHandOver>(({ dossierId }) => dossierId, { message: 'Kies elk dossier één keer.' })
  files: FileToHandOver[];
}

@ObjectType({ description: 'What hangs on a colleague: what she sent and still runs, where she is the fixed contact, what she has yet to do.' })
class FilesOfPerson {
  @Field(() => [Referral]) referrals: Referral[];
  @Field(() => [Answer], { description: "One's own partner's answers whose referral was withdrawn." }) answers: Answer[];
}

@ObjectType({ description: 'Somebody whose last function on files ends or has ended.' })
class LeavingPerson {
  @Field(() => Person) person: Person;
  @Field(() => GraphQLDay) until: string;
  @Field(() => Int, { description: 'How many files hang on her.' }) files: number;
}

@Resolver()
export class HandOverResolver {
  constructor(
    private readonly reading: Reading,
    private readonly handOvers: HandOverService,
  ) {}

  @Query(() => FilesOfPerson, { nullable: true, description: 'By herself, or by a coordinator for her.' })
  @LooksAt('Person')
  async filesOf(@Me() me: Actor, @Args('personId', { type: () => ID }) personId: string, @Info() info: GraphQLResolveInfo): Promise<FilesOfPerson> {
    const { referrals, answers } = await this.handOvers.filesOf(me, personId);
    return { referrals: await this.reading.some(me, Referral, referrals, selectionOf(info, 'referrals')), answers: await this.reading.some(me, Answer, answers, selectionOf(info, 'answers')) };
  }

  @Query(() => [LeavingPerson], { description: "Of one's own partner; the first to go first." })
  @LooksAt('Person')
  async leavers(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<LeavingPerson[]> {
    const leaving = await this.handOvers.leavers(me);
    const people = await this.reading.some(me, Person, leaving.map(({ personId }) => personId), { id: true, ...selectionOf(info, 'person') });
    return leaving.flatMap(({ personId, until, files }) => people.filter(({ id }) => id === personId).map((person) => ({ person, until, files })));
  }

  @Mutation(() => HandOver, { description: 'All of them or none. The note is for the own partner; the other side sees the new contact person.' })
  @Causes('Person', 'handOver')
  @HandsOn()
  async handOver(@Me() me: Actor, @Args() args: HandOverFiles, @Info() info: GraphQLResolveInfo): Promise<HandOver | Finished> {
    return this.reading.one(me, HandOver, await this.handOvers.handOver(me, args), answerOf(info));
  }
}
