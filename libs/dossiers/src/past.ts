import { Type } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Change, GraphQLMoment, shapeOf, Withheld } from '#kernel';

/** What a change tells besides the values: when and by whom. */
@ObjectType({ isAbstract: true })
export abstract class PastChange {
  @Field(() => GraphQLMoment) at: Date | string;
  @Field(() => ID, { nullable: true, description: 'Absent: Woonbrug itself.' }) partnerId: string | null;
  @Field(() => String, { nullable: true, description: 'As she was called then.' }) personName: string | null;
  @Field(() => [String], { description: 'Which fields differ, of those that the reader may see today.' }) fields: string[];
}

/** The fields of a record that have a past, each of which may be withheld; `besides`: further ones to know the row by. */
export function pastOf<T>(record: Type<T>, besides: readonly (keyof T & string)[] = []): Type<T & { withheld: Withheld[] }> {
  @ObjectType({ isAbstract: true })
  class Past {
    @Field(() => [Withheld]) withheld: Withheld[];
  }
  const { columns, historic = [] } = shapeOf(record);
  for (const field of [...besides, ...historic]) Field(columns.get(field)!.graph as () => typeof String, { nullable: historic.includes(field) })(Past.prototype, field);
  return Past as unknown as Type<T & { withheld: Withheld[] }>;
}

/** A change of a record, in the type that shows its fields. */
export function change<T>(past: Type<T>, name: string): Type<Change<T>> {
  @ObjectType(name, { description: 'Values that were replaced, under the rights of today: what was there, and what came instead.' })
  class Changed extends PastChange {
    @Field(() => past) before: T;
    @Field(() => past) after: T;
  }
  return Changed as Type<Change<T>>;
}
