import { Args, Field, ID, Info, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Clock, type Filter, LooksAt, Me, type Page, Reading, selectionOf, Task, TaskKind } from '#kernel';
import { Absence, Calendars, Term } from '#directory';
import { type Cover, StandIns } from './stand-ins.js';
import { endOfPeriod, filterOf, mine, ofOne, Period, Whose, WorklistPart } from './worklist.js';

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

@ObjectType({ description: 'For whom of the colleagues the actor stands in today, and how much that is.' })
class StandingIn {
  @Field(() => Absence) absence: Absence;
  @Field(() => WorklistCounts) counts: WorklistCounts;
}

@Resolver()
export class WorklistResolver {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
    private readonly standIns: StandIns,
  ) {}

  @Query(() => TaskPage)
  @LooksAt('Task')
  async worklist(
    @Me() me: Actor,
    @Args('part', { type: () => WorklistPart }) part: WorklistPart,
    @Args('kind', { type: () => TaskKind, nullable: true }) kind: TaskKind | undefined,
    @Args('whose', { type: () => Whose, nullable: true }) whose: Whose | undefined,
    @Args('period', { type: () => Period, nullable: true }) period: Period | undefined,
    @Args('insteadOf', { type: () => ID, nullable: true, description: 'A colleague for whom the actor stands in today: her tasks, and not her own.' }) insteadOf: string | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Task>> {
    const absent = insteadOf && (await this.standIns.today(me)).find(({ personId }) => personId === insteadOf);
    if (insteadOf && !absent) return this.reading.missed(me, Task, []);
    const now = this.clock.now();
    const all: Filter[] = [filterOf(part, now), ...(period ? [['due', '<', endOfPeriod(period, now)] as const] : []), ...(kind ? [['kind', '=', kind] as const] : [])];
    const any = absent ? ofOne(absent.personId, ...all) : mine(me, whose ?? null, ...all);
    return this.reading.page(me, Task, { first, after: after ?? undefined, order: 'due', any }, selectionOf(info, 'nodes'));
  }

  @Query(() => WorklistCounts)
  @LooksAt('Task')
  worklistCounts(@Me() me: Actor): Promise<WorklistCounts> {
    return this.reading.count(me, Task, this.partsOf((all) => mine(me, null, all)));
  }

  @Query(() => [StandingIn], { description: 'In the capacity of this request: only for who has the same function.' })
  @LooksAt('Absence')
  async standingIn(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<StandingIn[]> {
    const absences = await this.standIns.today(me, selectionOf(info, 'absence'));
    if (!absences.length) return [];
    const counted = Object.fromEntries(absences.flatMap(({ personId }, at) => Object.entries(this.partsOf((all) => ofOne(personId, all))).map(([part, any]) => [`${part}${at}`, any])));
    const counts = await this.reading.count(me, Task, counted);
    return absences.map((absence: Cover, at) => ({ absence, counts: { todo: counts[`todo${at}`], overdue: counts[`overdue${at}`], waiting: counts[`waiting${at}`], upcoming: counts[`upcoming${at}`] } }));
  }

  private partsOf(tasks: (all: Filter) => Filter[][]): { [part in keyof WorklistCounts]: Filter[][] } {
    const now = this.clock.now();
    const of = (part: WorklistPart) => tasks(filterOf(part, now));
    return { todo: of(WorklistPart.TODO), overdue: of(WorklistPart.OVERDUE), waiting: of(WorklistPart.WAITING), upcoming: of(WorklistPart.UPCOMING) };
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
