import { Args, ArgsType, Field, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsDate, IsEnum } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, GraphQLMoment, HandsOn, Keyed, LooksAt, Me, Notice, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { Digest, MailPreference } from './mail-preference.record.js';
import { NoticesService } from './notices.service.js';

@ObjectType()
class NoticePage {
  @Field(() => [Notice]) nodes: Notice[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@ObjectType()
class NoticeCount {
  @Field(() => Int) unread: number;
}

@ArgsType()
class SeeAllNotices extends Keyed {
  @Field(() => GraphQLMoment, { description: 'What came later was not seen yet.' }) @IsDate() until: Date;
}

@ArgsType()
class SetMailPreference extends Versioned {
  @Field(() => Boolean) @IsBoolean() urgent: boolean;
  @Field(() => Digest) @IsEnum(Digest, { message: 'Kies hoe vaak u een overzicht wilt.' }) digest: Digest;
}

/** What one person was told; nobody else's. */
@Resolver()
export class NoticesResolver {
  constructor(
    private readonly reading: Reading,
    private readonly notices: NoticesService,
  ) {}

  @Query(() => NoticePage, { name: 'notices', description: 'What one was told oneself, newest first.' })
  @LooksAt('Notice')
  page(
    @Me() me: Actor,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Notice>> {
    return this.reading.page(me, Notice, { first, after: after ?? undefined, order: 'at', newest: true, any: [[['personId', '=', me.personId]]] }, selectionOf(info, 'nodes'));
  }

  @Query(() => NoticeCount)
  @LooksAt('Notice')
  noticeCount(@Me() me: Actor): Promise<NoticeCount> {
    return this.reading.count(me, Notice, { unread: [[['personId', '=', me.personId], ['readAt', 'null']]] });
  }

  @Query(() => MailPreference, { description: 'Which mail one wishes oneself.' })
  @LooksAt('MailPreference')
  @HandsOn()
  mailPreference(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<MailPreference | Finished> {
    return this.reading.one(me, MailPreference, me.personId, answerOf(info));
  }

  @Mutation(() => Notice)
  @Causes('Notice', 'see')
  @HandsOn()
  async seeNotice(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Notice | Finished> {
    return this.reading.one(me, Notice, await this.notices.see(me, args), answerOf(info));
  }

  @Mutation(() => NoticeCount)
  @Causes('Notice', 'see')
  async seeAllNotices(@Me() me: Actor, @Args() args: SeeAllNotices): Promise<NoticeCount> {
    await this.notices.seeAll(me, args);
    return this.noticeCount(me);
  }

  @Mutation(() => MailPreference)
  @Causes('MailPreference', 'change')
  @HandsOn()
  async setMailPreference(@Me() me: Actor, @Args() args: SetMailPreference, @Info() info: GraphQLResolveInfo): Promise<MailPreference | Finished> {
    return this.reading.one(me, MailPreference, await this.notices.prefer(me, args), answerOf(info));
  }
}
