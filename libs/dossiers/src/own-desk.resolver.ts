import { Args, ArgsType, Field, Info, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, ValidateIf } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, FreeText, HandsOn, Keyed, LooksAt, Me, Reading, selectionOf, TaskKind, Versioned } from '#kernel';
import { CalendarFeed } from './calendar-feed.record.js';
import { OwnDeskService } from './own-desk.service.js';
import { SavedFilter } from './saved-filter.record.js';
import { Period, Whose, WorklistPart } from './worklist.js';

const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;
const wrong = { message: 'Kies een van de mogelijkheden.' };

@ArgsType()
class SaveFilter extends Keyed {
  @FreeText({ max: 60 }) name: string;
  @Field(() => WorklistPart, { nullable: true }) @ValidateIf(given) @IsEnum(WorklistPart, wrong) part?: WorklistPart;
  @Field(() => TaskKind, { nullable: true }) @ValidateIf(given) @IsEnum(TaskKind, wrong) kind?: TaskKind;
  @Field(() => Whose, { nullable: true }) @ValidateIf(given) @IsEnum(Whose, wrong) whose?: Whose;
  @Field(() => Period, { nullable: true }) @ValidateIf(given) @IsEnum(Period, wrong) period?: Period;
}

@ObjectType()
class MadeCalendarFeed {
  @Field(() => CalendarFeed) feed: CalendarFeed;
  @Field(() => String, { nullable: true, description: 'Its path at this portal: a secret, told once. Absent when the act is repeated: make a new one.' }) path: string | null;
}

/** What somebody arranges for herself. */
@Resolver()
export class OwnDeskResolver {
  constructor(
    private readonly reading: Reading,
    private readonly service: OwnDeskService,
  ) {}

  @Query(() => [SavedFilter], { description: "One's own filters of the worklist." })
  @LooksAt('SavedFilter')
  async savedFilters(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<SavedFilter[]> {
    const filters = await this.reading.all(me, SavedFilter, { ...selectionOf(info), name: true, removedAt: true });
    return filters.filter(({ removedAt }) => !removedAt).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  }

  @Mutation(() => SavedFilter)
  @Causes('SavedFilter', 'save')
  @HandsOn()
  async saveFilter(@Me() me: Actor, @Args() args: SaveFilter, @Info() info: GraphQLResolveInfo): Promise<SavedFilter | Finished> {
    return this.reading.one(me, SavedFilter, await this.service.saveFilter(me, args), answerOf(info));
  }

  @Mutation(() => SavedFilter)
  @Causes('SavedFilter', 'remove')
  @HandsOn()
  async removeFilter(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<SavedFilter | Finished> {
    return this.reading.one(me, SavedFilter, await this.service.removeFilter(me, args), answerOf(info));
  }

  @Query(() => CalendarFeed, { nullable: true, description: 'The feed of this capacity that works now.' })
  @LooksAt('CalendarFeed')
  async calendarFeed(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<CalendarFeed | null> {
    const feeds = await this.reading.all(me, CalendarFeed, { ...selectionOf(info), mandateId: true, revokedAt: true });
    return feeds.find(({ mandateId, revokedAt }) => mandateId === me.mandateId && !revokedAt) ?? null;
  }

  @Mutation(() => MadeCalendarFeed, { description: 'The one before it no longer works.' })
  @Causes('CalendarFeed', 'make')
  async makeCalendarFeed(@Me() me: Actor, @Args() args: Keyed, @Info() info: GraphQLResolveInfo): Promise<MadeCalendarFeed> {
    const { id, secret } = await this.service.makeFeed(me, args);
    return { feed: await this.reading.one(me, CalendarFeed, id, selectionOf(info, 'feed')), path: secret && `/calendar/${secret}.ics` };
  }

  @Mutation(() => CalendarFeed)
  @Causes('CalendarFeed', 'revoke')
  @HandsOn()
  async revokeCalendarFeed(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<CalendarFeed | Finished> {
    return this.reading.one(me, CalendarFeed, await this.service.revokeFeed(me, args), answerOf(info));
  }
}
