import { Args, ArgsType, Field, ID, Info, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Causes, GraphQLDay, IsDay, Keyed, LooksAt, Me, Reading, Refusal, Role, selectionOf } from '#kernel';
import { AccessReview } from './access-review.record.js';
import { AccessReviews } from './access-reviews.js';
import { Person } from './person.record.js';

@InputType()
class ReviewToConfirm {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) id: string;
  @Field(() => Int) @IsInt() @Min(0) @Max(2_000_000_000) version: number;
}

@ArgsType()
class ConfirmAccess extends Keyed {
  @Field(() => [ReviewToConfirm]) @ValidateNested({ each: true }) @Type(() => ReviewToConfirm) @ArrayMaxSize(50, { message: 'Bevestig er hoogstens 50 tegelijk.' }) reviews: ReviewToConfirm[];
}

@ArgsType()
class Between {
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 01/01/2027.' }) from: string;
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 01/01/2027.' }) until: string;
}

@ObjectType({ description: 'Somebody whose role begins or ends; of files only how many.' })
class StaffChange {
  @Field(() => ID) personId: string;
  @Field() name: string;
  @Field(() => Role, { nullable: true, description: 'Absent: all roles, for the person has no access any more.' }) role: Role | null;
  @Field(() => GraphQLDay, { nullable: true }) day: string | null;
  @Field(() => Int, { description: 'Files that she still has in hand.' }) openFiles: number;
}

@ObjectType({ description: 'Who began and who ends in a period.' })
class StaffChanges {
  @Field(() => [StaffChange]) joiners: StaffChange[];
  @Field(() => [StaffChange], { description: 'Also who has no access any more and still has files in hand, whenever that was.' }) leavers: StaffChange[];
}

@Resolver()
export class AccessReviewsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly reviews: AccessReviews,
  ) {}

  @Query(() => [AccessReview], { description: 'Roles that wait to be confirmed, the first to end first.' })
  @LooksAt('AccessReview')
  async accessReviews(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<AccessReview[]> {
    const all = await this.reading.all(me, AccessReview, { ...selectionOf(info), endsOn: true, confirmedAt: true, endedAt: true });
    return all.filter(({ confirmedAt, endedAt }) => !confirmedAt && !endedAt).sort((a, b) => a.endsOn.localeCompare(b.endsOn) || a.id.localeCompare(b.id));
  }

  @Mutation(() => [AccessReview], { description: 'Several at once, or none.' })
  @Causes('AccessReview', 'confirm')
  async confirmAccess(@Me() me: Actor, @Args() args: ConfirmAccess, @Info() info: GraphQLResolveInfo): Promise<AccessReview[]> {
    await this.reviews.confirm(me, args);
    return this.reading.some(me, AccessReview, args.reviews.map(({ id }) => id), selectionOf(info));
  }

  @Query(() => StaffChanges)
  @LooksAt('Person')
  async staffChanges(@Me() me: Actor, @Args() { from, until }: Between): Promise<StaffChanges> {
    // A list is empty for who has no part in it, as every other.
    if (!this.reading.doorsOf(me).includes('AccessReview.confirm')) return { joiners: [], leavers: [] };
    if (until < from) throw new Refusal('INVALID', 'Het einde ligt voor het begin.', { fields: [{ field: 'until', message: 'Het einde ligt voor het begin.' }] });
    const people = await this.reading.all(me, Person, { id: true, name: true, active: true, mandates: { role: true, since: true, until: true } });
    const within = (day: string | null) => day !== null && day >= from && day <= until;
    const joiners = people.flatMap(({ id, name, mandates }) => mandates.filter(({ since }) => within(since)).map(({ role, since }) => ({ personId: id, name, role, day: since, openFiles: 0 })));
    const ending = people.flatMap(({ id, name, active, mandates }) => (active ? mandates.filter((each) => within(each.until)).map((each) => ({ personId: id, name, role: each.role, day: each.until, openFiles: 0 })) : []));
    const gone = people.filter(({ active }) => !active).map(({ id, name }) => ({ personId: id, name, role: null, day: null, openFiles: 0 }));
    const files = await this.reviews.openFiles(me, [...ending, ...gone].map(({ personId }) => personId));
    const counted = [...ending, ...gone].map((each) => ({ ...each, openFiles: files.get(each.personId) ?? 0 }));
    return { joiners: byDay(joiners), leavers: byDay(counted.filter(({ day, openFiles }) => day !== null || openFiles > 0)) };
  }
}

const byDay = (changes: StaffChange[]): StaffChange[] => changes.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || a.name.localeCompare(b.name, 'nl'));
