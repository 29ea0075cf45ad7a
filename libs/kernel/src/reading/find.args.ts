import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt } from 'class-validator';
import { FreeText } from '../schema/columns.js';

/** What was typed in the search box. */
@ArgsType()
export class Find {
  @FreeText({ max: 100 }) words: string;
  @Field(() => Int, { defaultValue: 10 }) @IsInt() first: number;
}
