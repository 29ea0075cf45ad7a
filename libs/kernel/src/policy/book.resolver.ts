import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { LooksAt } from '../identity/door.js';
import { DataClass, PartnerKind, Role } from '../vocabulary/vocabulary.js';
import { BOOK, type Book } from './book.js';
import { matrixOf } from './matrix.js';

@ObjectType({ description: 'What wins from every grant, every share and every agreement.' })
class BookLaw {
  @Field() says: string;
  @Field() source: string;
}

@ObjectType({ description: 'R: by right; S: when somebody shares it; –: never. Of several conditions one is enough.' })
class BookClass {
  @Field(() => DataClass) dataClass: DataClass;
  @Field() sign: string;
  @Field(() => [String]) conditions: string[];
}

@ObjectType()
class BookVerb {
  @Field() event: string;
  @Field(() => [String]) conditions: string[];
}

@ObjectType({ description: "What one capacity sees and does of a record at one seat; EVERYONE: for whoever is signed in; without a seat, of the rows of its own organisation." })
class BookPlace {
  @Field(() => PartnerKind) kind: PartnerKind;
  @Field(() => Role) role: Role;
  @Field() record: string;
  @Field(() => String, { nullable: true }) seat: string | null;
  @Field(() => [BookClass]) classes: BookClass[];
  @Field(() => [BookVerb]) verbs: BookVerb[];
}

@ObjectType({ description: 'The privacy book by which the portal lives: who sees and does what.' })
class PrivacyBook {
  @Field(() => Int) version: number;
  @Field(() => [BookLaw]) laws: BookLaw[];
  @Field(() => [BookPlace]) places: BookPlace[];
}

/** The book itself is for everybody: it tells of no person. */
@Resolver()
export class PrivacyBookResolver {
  constructor(@Inject(BOOK) private readonly book: Book) {}

  @Query(() => PrivacyBook)
  @LooksAt('PrivacyBook')
  privacyBook(): PrivacyBook {
    const all = matrixOf(this.book).flatMap(({ capacity, places }) => {
      const [kind, role] = capacity.split('/') as [PartnerKind, Role];
      return places.map((place) => ({ kind, role, ...place }));
    });
    return { version: this.book.version, laws: this.book.laws.map(({ says, source }) => ({ says, source })), places: all };
  }
}
