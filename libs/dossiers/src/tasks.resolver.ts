import { Args, ArgsType, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID, ValidateIf } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { WORKERS } from '#directory';
import { type Actor, answerOf, Causes, type Filter, Finished, HandsOn, LooksAt, Me, type Page, Reading, selectionOf, Task, Versioned } from '#kernel';
import { TasksService } from './tasks.service.js';

@ArgsType()
class AssignTask extends Versioned {
  @Field(() => ID, { nullable: true, description: 'Absent: back to everybody with the role.' })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUUID(undefined, { message: 'Kies een collega.' })
  personId?: string;
}

@ObjectType()
class TeamTaskPage {
  @Field(() => [Task]) nodes: Task[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@Resolver()
export class TasksResolver {
  constructor(
    private readonly reading: Reading,
    private readonly tasks: TasksService,
  ) {}

  @Query(() => TeamTaskPage, { description: "What one's own partner has to do and nobody took yet." })
  @LooksAt('Task')
  teamTasks(
    @Me() me: Actor,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Task>> {
    const any = WORKERS.map((role): Filter[] => [['doneAt', 'null'], ['personId', 'null'], ['role', '=', role], ['awaits', '=', false]]);
    return this.reading.page(me, Task, { first, after: after ?? undefined, order: 'due', any }, selectionOf(info, 'nodes'));
  }

  @Mutation(() => Task, { description: 'A task of everybody with the role becomes her own.' })
  @Causes('Task', 'take')
  @HandsOn()
  async takeTask(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Task | Finished> {
    return this.reading.one(me, Task, await this.tasks.take(me, args), answerOf(info));
  }

  @Mutation(() => Task, { description: 'Back to everybody with the role.' })
  @Causes('Task', 'release')
  @HandsOn()
  async releaseTask(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Task | Finished> {
    return this.reading.one(me, Task, await this.tasks.release(me, args), answerOf(info));
  }

  @Mutation(() => Task, { description: 'To a colleague with the role.' })
  @Causes('Task', 'assign')
  @HandsOn()
  async assignTask(@Me() me: Actor, @Args() args: AssignTask, @Info() info: GraphQLResolveInfo): Promise<Task | Finished> {
    return this.reading.one(me, Task, await this.tasks.assign(me, args), answerOf(info));
  }
}
