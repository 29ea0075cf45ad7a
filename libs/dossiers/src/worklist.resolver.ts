import { Args, Field, Info, Int, ObjectType, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Clock, type Filter, LooksAt, Me, type Page, Reading, selectionOf, Task, TaskKind } from '#kernel';
import { Calendars, Term } from '#directory';

/** The four parts of the home page. */
enum WorklistPart {
  TODO = 'TODO',
  OVERDUE = 'OVERDUE',
  WAITING = 'WAITING',
  UPCOMING = 'UPCOMING',
}
registerEnumType(WorklistPart, { name: 'WorklistPart' });

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

/** Tasks of the actor, or of everybody with her role; `all` is joined to each of the two. */
function mine(me: Actor, ...all: Filter[]): Filter[][] {
  const open: Filter = ['doneAt', 'null'];
  return [
    [open, ['personId', '=', me.personId], ...all],
    [open, ['personId', 'null'], ['role', '=', me.role], ...all],
  ];
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
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Task>> {
    const any = this.partsOf(me)[part].map((all) => (kind ? [...all, ['kind', '=', kind] as Filter] : all));
    return this.reading.page(me, Task, { first, after: after ?? undefined, order: 'due', any }, selectionOf(info, 'nodes'));
  }

  @Query(() => WorklistCounts)
  @LooksAt('Task')
  worklistCounts(@Me() me: Actor): Promise<WorklistCounts> {
    const { TODO: todo, OVERDUE: overdue, WAITING: waiting, UPCOMING: upcoming } = this.partsOf(me);
    return this.reading.count(me, Task, { todo, overdue, waiting, upcoming });
  }

  private partsOf(me: Actor): { [part in WorklistPart]: Filter[][] } {
    const now = this.clock.now();
    const toDo: Filter = ['awaits', '=', false];
    return {
      TODO: mine(me, toDo),
      OVERDUE: mine(me, ['due', '<', now]),
      WAITING: mine(me, ['awaits', '=', true]),
      UPCOMING: mine(me, ['due', '>=', now]),
    };
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
