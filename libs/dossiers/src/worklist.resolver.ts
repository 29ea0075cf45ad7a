import { Args, Field, Info, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Clock, type Filter, LooksAt, Me, type Page, Reading, selectionOf, Task, TaskKind } from '#kernel';
import { Calendars, Term } from '#directory';
import { endOfPeriod, filterOf, mine, Period, Whose, WorklistPart } from './worklist.js';

@ObjectType()
class TaskPage {
  @Field(() => [Task]) nodes: Task[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@ObjectType()
class WorklistCounts {
  @Field(() => Int) todo: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) upcoming: number;
}

@Resolver()
export class WorklistResolver {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Query(() => TaskPage)
  @LooksAt('Task')
  worklist(
    @Me() me: Actor,
    @Args('part', { type: () => WorklistPart }) part: WorklistPart,
    @Args('kind', { type: () => TaskKind, nullable: true }) kind: TaskKind | undefined,
    @Args('whose', { type: () => Whose, nullable: true }) whose: Whose | undefined,
    @Args('period', { type: () => Period, nullable: true }) period: Period | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Task>> {
    const now = this.clock.now();
    const until: Filter[] = period ? [['due', '<', endOfPeriod(period, now)]] : [];
    const any = mine(me, whose ?? null, filterOf(part, now), ...until, ...(kind ? [['kind', '=', kind] as const] : []));
    return this.reading.page(me, Task, { first, after: after ?? undefined, order: 'due', any }, selectionOf(info, 'nodes'));
  }

  @Query(() => WorklistCounts)
  @LooksAt('Task')
  worklistCounts(@Me() me: Actor): Promise<WorklistCounts> {
    const of = (part: WorklistPart) => mine(me, null, filterOf(part, this.clock.now()));
    return this.reading.count(me, Task, { todo: of(WorklistPart.TODO), overdue: of(WorklistPart.OVERDUE), waiting: of(WorklistPart.WAITING), upcoming: of(WorklistPart.UPCOMING) });
  }
}

@Resolver(() => Task)
export class TaskResolver {
  constructor(private readonly calendars: Calendars) {}

  @ResolveField(() => Term, { nullable: true })
  term(@Parent() task: Task): Term | null {
    return task.due ? this.calendars.term((task.awaits && task.otherPartnerId) || task.partnerId, task.due, task.openedAt) : null;
  }

  @ResolveField(() => Boolean)
  reminded(@Parent() task: Task): boolean {
    return Boolean(task.remindedAt);
  }
}
