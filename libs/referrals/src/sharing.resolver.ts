import { Args, ArgsType, Field, ID, Info, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsEnum, IsIn, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { AgreedBy, AgreedWay } from '#clients';
import { type Actor, answerOf, Causes, changesOf, DataClass, Finished, FreeText, GraphQLDay, HandsOn, IsDay, Keyed, LooksAt, Me, Reading, selectionOf, Versioned, Wish } from '#kernel';
import { AccessRequest } from './access-request.record.js';
import { AccessService } from './access.service.js';
import type { NewAgreement as Agreement } from './agreements.js';
import { PossibleReceiver } from './caps.js';
import { Explanations } from './explanations.js';
import { Register } from './register.js';
import { Referral } from './referral.record.js';
import { CONTENT } from './referrals.resolver.js';
import { Seen } from './seen.js';
import { SendingService } from './sending.service.js';
import { SharingService } from './sharing.service.js';
import { Why } from './why.js';
import { WithdrawalService } from './withdrawal.service.js';

const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;
const ID_FAULT = { message: 'Dit is geen geldige verwijzing.' };

@InputType({ description: 'What somebody agreed to: the four points of which she was told, about which classes, who agreed, how and when.' })
class NewAgreement {
  @Field(() => ID, { nullable: true, description: 'Somebody of the household; absent: the client.' }) @ValidateIf(given) @IsUUID(undefined, ID_FAULT) personId?: string;
  @Field() @IsBoolean() toldThat: boolean;
  @Field() @IsBoolean() toldPurpose: boolean;
  @Field() @IsBoolean() toldWhom: boolean;
  @Field() @IsBoolean() toldContent: boolean;
  @Field(() => [DataClass], { description: 'What may be told about her, beside the question and her name.' }) @IsEnum(DataClass, { each: true, message: 'Kies uit de lijst.' }) @ArrayMaxSize(20) classes: DataClass[];
  @Field(() => AgreedBy) @IsEnum(AgreedBy, { message: 'Kies wie akkoord ging.' }) agreedBy: AgreedBy;
  @FreeText({ max: 120, empty: true }) agreedName: string;
  @Field({ defaultValue: false, description: 'Somebody of 16 or 17 was asked too.' }) @IsBoolean() minorAsked: boolean;
  @Field(() => AgreedWay) @IsEnum(AgreedWay, { message: 'Kies hoe.' }) way: AgreedWay;
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) agreedOn: string;
}
@InputType({ description: 'Null clears a field, absent leaves it.' })
class ContentChanges extends changesOf(Referral, CONTENT) {}
@InputType({ description: 'The text on health or justice.' })
class SecretText {
  @Field(() => DataClass) @IsIn([DataClass.HEALTH, DataClass.JUDICIAL], { message: 'Zo een tekst bestaat niet.' }) dataClass: DataClass;
  @FreeText({ max: 4000, empty: true }) body: string;
}

@ArgsType()
class SendReferral extends Versioned {
  @Field(() => [NewAgreement], { description: 'Of the client, and of everybody of the household who agreed.' }) @ValidateNested({ each: true }) @Type(() => NewAgreement) @ArrayMaxSize(20) agreements: NewAgreement[];
}
@ArgsType()
class Preview {
  @Field(() => ID) @IsUUID(undefined, ID_FAULT) id: string;
  @Field(() => [NewAgreement]) @ValidateNested({ each: true }) @Type(() => NewAgreement) @ArrayMaxSize(20) agreements: NewAgreement[];
}
@ArgsType()
class AmendReferral extends Versioned {
  @Field(() => ContentChanges) @ValidateNested() @Type(() => ContentChanges) changes: ContentChanges;
  @Field(() => [SecretText], { defaultValue: [] }) @ValidateNested({ each: true }) @Type(() => SecretText) @ArrayMaxSize(2) notes: SecretText[];
}
@ArgsType()
class NarrowShare extends Versioned {
  @Field(() => ID) @IsUUID(undefined, ID_FAULT) partnerId: string;
  @Field(() => [DataClass], { description: 'What it keeps.' }) @IsEnum(DataClass, { each: true, message: 'Kies uit de lijst.' }) @ArrayMaxSize(20) classes: DataClass[];
  @Field(() => Wish) @IsEnum(Wish, { message: 'Kies wie het niet meer wil.' }) wish: Wish;
}
@ArgsType()
class WithdrawReferral extends Versioned {
  @FreeText({ max: 2000 }) reason: string;
  @Field(() => Wish, { defaultValue: Wish.SENDER }) @IsEnum(Wish, { message: 'Kies wie het niet meer wil.' }) wish: Wish;
  @Field(() => ID, { nullable: true, description: 'From this receiver alone; absent: from all.' }) @ValidateIf(given) @IsUUID(undefined, ID_FAULT) partnerId?: string;
}
@ArgsType()
class DeclareError extends Versioned {
  @FreeText({ max: 2000 }) reason: string;
}
@ArgsType()
class RequestAccess extends Keyed {
  @Field(() => ID) @IsUUID(undefined, ID_FAULT) dossierId: string;
  @Field(() => [DataClass]) @IsEnum(DataClass, { each: true, message: 'Kies uit de lijst.' }) @ArrayMaxSize(20) classes: DataClass[];
  @FreeText({ max: 1000 }) reason: string;
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) until: string;
}
@ArgsType()
class GrantAccess extends Versioned {
  @Field(() => NewAgreement) @ValidateNested() @Type(() => NewAgreement) agreement: NewAgreement;
}
@ArgsType()
class RefuseAccess extends Versioned {
  @FreeText({ max: 1000 }) text: string;
}

const whose = (each: NewAgreement): Agreement => ({ ...each, personId: each.personId ?? null });

/** What receivers get: before, now, and no longer. */
@Resolver()
export class SharingResolver {
  constructor(
    private readonly reading: Reading,
    private readonly sending: SendingService,
    private readonly sharing: SharingService,
    private readonly withdrawal: WithdrawalService,
    private readonly access: AccessService,
    private readonly explanations: Explanations,
  ) {}

  @Query(() => [PossibleReceiver], { description: 'Who may be asked, and what each may get of it: the caps, each with its reason.' })
  @LooksAt('Referral')
  receivers(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<PossibleReceiver[]> {
    return this.explanations.receivers(me, id, selectionOf(info, 'partner'));
  }

  @Query(() => [Seen], { description: 'What each chosen receiver would read: made by its own rules.' })
  @LooksAt('Referral')
  preview(@Me() me: Actor, @Args() { id, agreements }: Preview, @Info() info: GraphQLResolveInfo): Promise<Seen[]> {
    return this.sending.preview(me, { id, agreements: agreements.map(whose) }, selectionOf(info, 'referral'));
  }

  @Query(() => [Seen], { description: 'What each receiver of a referral of one\'s own reads of it now.' })
  @LooksAt('Referral')
  seenNow(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<Seen[]> {
    return this.explanations.seenNow(me, id, selectionOf(info, 'referral'));
  }

  @Query(() => Why, { description: 'Why a class of facts of a referral is shown to the reader, or not.' })
  @LooksAt('Referral')
  why(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Args('dataClass', { type: () => DataClass }) dataClass: DataClass): Promise<Why> {
    return this.explanations.why(me, id, dataClass);
  }

  @Query(() => Register, { description: "Who got which facts about one of one's own clients." })
  @LooksAt('Client')
  register(@Me() me: Actor, @Args('clientId', { type: () => ID }) clientId: string, @Info() info: GraphQLResolveInfo): Promise<Register> {
    return this.explanations.register(me, clientId, selectionOf(info, 'client'));
  }

  @Mutation(() => Referral, { description: 'Leaves after the embargo; at once when urgent.' })
  @Causes('Referral', 'send')
  @HandsOn()
  async sendReferral(@Me() me: Actor, @Args() { agreements, ...args }: SendReferral, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.sending.send(me, { ...args, agreements: agreements.map(whose) }), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'In the embargo only: it becomes a draft again, and nobody got anything.' })
  @Causes('Referral', 'takeBack')
  @HandsOn()
  async takeBackReferral(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.sending.takeBack(me, args), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'A new version of what was sent: only who may read what changed learns of it.' })
  @Causes('Referral', 'amend')
  @HandsOn()
  async amendReferral(@Me() me: Actor, @Args() args: AmendReferral, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.sharing.amend(me, args), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'Takes classes back from one receiver, at once.' })
  @Causes('Referral', 'narrow')
  @HandsOn()
  async narrowShare(@Me() me: Actor, @Args() args: NarrowShare, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.sharing.narrow(me, args), answerOf(info));
  }

  @Mutation(() => Referral)
  @Causes('Referral', 'withdraw')
  @HandsOn()
  async withdrawReferral(@Me() me: Actor, @Args() args: WithdrawReferral, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.withdrawal.withdraw(me, args), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'It should never have been sent.' })
  @Causes('Referral', 'declareError')
  @HandsOn()
  async declareError(@Me() me: Actor, @Args() args: DeclareError, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.withdrawal.declareError(me, args), answerOf(info));
  }

  @Mutation(() => AccessRequest)
  @Causes('AccessRequest', 'request')
  @HandsOn()
  async requestAccess(@Me() me: Actor, @Args() args: RequestAccess, @Info() info: GraphQLResolveInfo): Promise<AccessRequest | Finished> {
    return this.reading.one(me, AccessRequest, await this.access.request(me, args), answerOf(info));
  }

  @Mutation(() => AccessRequest)
  @Causes('AccessRequest', 'grant')
  @HandsOn()
  async grantAccess(@Me() me: Actor, @Args() { agreement, ...args }: GrantAccess, @Info() info: GraphQLResolveInfo): Promise<AccessRequest | Finished> {
    return this.reading.one(me, AccessRequest, await this.access.grant(me, { ...args, agreement: whose(agreement) }), answerOf(info));
  }

  @Mutation(() => AccessRequest)
  @Causes('AccessRequest', 'refuse')
  @HandsOn()
  async refuseAccess(@Me() me: Actor, @Args() args: RefuseAccess, @Info() info: GraphQLResolveInfo): Promise<AccessRequest | Finished> {
    return this.reading.one(me, AccessRequest, await this.access.refuse(me, args), answerOf(info));
  }
}
