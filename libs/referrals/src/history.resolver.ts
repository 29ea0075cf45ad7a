import { Args, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { change, pastOf } from '#dossiers';
import { type Actor, type Change, LooksAt, Me, Reading } from '#kernel';
import { Answer } from './answer.record.js';
import { Referral } from './referral.record.js';

@ObjectType({ description: 'The content of a referral as it was.' })
class PastReferral extends pastOf(Referral) {}
const ReferralChange = change(PastReferral, 'ReferralChange');

@ObjectType({ description: 'What an answer said before.' })
class PastAnswer extends pastOf(Answer) {}
const AnswerChange = change(PastAnswer, 'AnswerChange');

@Resolver()
export class ReferralHistoryResolver {
  constructor(private readonly reading: Reading) {}

  @Query(() => [ReferralChange], { nullable: true, description: 'What the content was before, from when it came.' })
  @LooksAt('Referral')
  referralHistory(@Me() me: Actor, @Args('id', { type: () => ID }) id: string): Promise<Change<PastReferral>[]> {
    return this.reading.changes<PastReferral>(me, Referral, id);
  }

  @Query(() => [AnswerChange], { nullable: true, description: 'What was answered before a referral was reopened.' })
  @LooksAt('Answer')
  answerHistory(@Me() me: Actor, @Args('id', { type: () => ID }) id: string): Promise<Change<PastAnswer>[]> {
    return this.reading.changes<PastAnswer>(me, Answer, id);
  }
}
