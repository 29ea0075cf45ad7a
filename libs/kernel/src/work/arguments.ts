import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsInt, IsUUID, Max, Min } from 'class-validator';

/** What every mutation takes: a key that makes its repetition harmless. */
@ArgsType()
export class Keyed {
  @Field(() => ID, { description: 'A random UUID, made once per act of a person and kept for its repetitions.' })
  @IsUUID(undefined, { message: 'De sleutel is geen UUID.' })
  key: string;
}

/** What a mutation of an existing row takes besides: the row, and the version that was read. */
@ArgsType()
export class Versioned extends Keyed {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' })
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  version: number;
}
