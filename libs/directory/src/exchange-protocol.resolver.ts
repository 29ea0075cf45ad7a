import { Args, ArgsType, Field, ID, Info, InputType, Mutation, ObjectType, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsUUID, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, changesOf, Finished, FreeText, GraphQLDay, HandsOn, inputOf, IsDay, Keyed, LooksAt, Me, Reading, Role, selectionOf, Versioned } from '#kernel';
import { ExchangeProtocol } from './exchange-protocol.record.js';
import { ExchangeProtocolService, type ProtocolText } from './exchange-protocol.service.js';
import { isActive } from './reference.js';

const TEXT = ['purpose', 'classes', 'legalBasis', 'frequency', 'security', 'retention', 'validFrom', 'validTo'] as const;

@InputType({ description: 'What a protocol says: each of it is needed but a last day.' })
class ExchangeProtocolText extends inputOf(ExchangeProtocol, TEXT) {}
@InputType({ description: 'Null clears the last day, absent leaves a field.' })
class ExchangeProtocolChanges extends changesOf(ExchangeProtocol, TEXT) {}

export enum ProtocolStep {
  SUBMISSION = 'SUBMISSION',
  ADVICE = 'ADVICE',
  SIGNATURE = 'SIGNATURE',
  PUBLICATION = 'PUBLICATION',
}
registerEnumType(ProtocolStep, { name: 'ProtocolStep' });

@ObjectType({ description: 'What a protocol waits for: which step, of whom.' })
class ProtocolWait {
  @Field(() => ProtocolStep) step: ProtocolStep;
  @Field(() => ID) partnerId: string;
  @Field(() => [Role]) roles: Role[];
}

@ArgsType()
class DraftExchangeProtocol extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een partner uit de lijst.' }) toPartnerId: string;
  @Field(() => ExchangeProtocolText) @ValidateNested() @Type(() => ExchangeProtocolText) text: ExchangeProtocolText;
}
@ArgsType()
class EditExchangeProtocol extends Versioned {
  @Field(() => ExchangeProtocolChanges) @ValidateNested() @Type(() => ExchangeProtocolChanges) changes: ExchangeProtocolChanges;
}
@ArgsType()
class AdviseExchangeProtocol extends Versioned {
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) on: string;
  @Field() @IsBoolean() positive: boolean;
  @FreeText({ max: 2000 }) text: string;
}
@ArgsType()
class PublishExchangeProtocol extends Versioned {
  @FreeText({ max: 500, optional: true }) publicationUrl?: string;
}
@ArgsType()
class EndExchangeProtocol extends Versioned {
  @FreeText({ max: 1000 }) reason: string;
}

@Resolver(() => ExchangeProtocol)
export class ExchangeProtocolResolver {
  constructor(
    private readonly reading: Reading,
    private readonly protocols: ExchangeProtocolService,
  ) {}

  @Query(() => [ExchangeProtocol])
  @LooksAt('ExchangeProtocol')
  @HandsOn()
  exchangeProtocols(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol[] | Finished> {
    return this.reading.all(me, ExchangeProtocol, answerOf(info));
  }

  @Query(() => ExchangeProtocol, { nullable: true })
  @LooksAt('ExchangeProtocol')
  @HandsOn()
  exchangeProtocol(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol | Finished> {
    return this.reading.one(me, ExchangeProtocol, id, answerOf(info));
  }

  @Mutation(() => ExchangeProtocol, { description: "From one's own partner to another." })
  @Causes('ExchangeProtocol', 'draft')
  async draftExchangeProtocol(@Me() me: Actor, @Args() { text, ...args }: DraftExchangeProtocol, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.draft(me, { ...args, text: text as ProtocolText }), info);
  }

  @Mutation(() => ExchangeProtocol)
  @Causes('ExchangeProtocol', 'edit')
  async editExchangeProtocol(@Me() me: Actor, @Args() { changes, ...args }: EditExchangeProtocol, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.edit(me, { ...args, changes }), info);
  }

  @Mutation(() => ExchangeProtocol, { description: "To the DPO's of both partners; from here on its text stands fixed." })
  @Causes('ExchangeProtocol', 'submit')
  async submitExchangeProtocol(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.submit(me, args), info);
  }

  @Mutation(() => ExchangeProtocol, { description: "A DPO's advice for her own partner. A negative one leads back to the draft." })
  @Causes('ExchangeProtocol', 'advise')
  async adviseExchangeProtocol(@Me() me: Actor, @Args() args: AdviseExchangeProtocol, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.advise(me, args), info);
  }

  @Mutation(() => ExchangeProtocol)
  @Causes('ExchangeProtocol', 'sign')
  async signExchangeProtocol(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.sign(me, args), info);
  }

  @Mutation(() => ExchangeProtocol, { description: 'It is active from then on, within its dates.' })
  @Causes('ExchangeProtocol', 'publish')
  async publishExchangeProtocol(@Me() me: Actor, @Args() args: PublishExchangeProtocol, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.publish(me, args), info);
  }

  @Mutation(() => ExchangeProtocol, { description: 'At once: nothing new is sent under it from then on.' })
  @Causes('ExchangeProtocol', 'end')
  async endExchangeProtocol(@Me() me: Actor, @Args() args: EndExchangeProtocol, @Info() info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.shown(me, this.protocols.end(me, args), info);
  }

  @ResolveField(() => Boolean, { description: 'Published, and today is within its dates.' })
  active(@Parent() { state, validFrom, validTo }: ExchangeProtocol): boolean {
    return isActive({ state, validFrom, validTo: validTo ?? undefined }, this.protocols.today());
  }

  @ResolveField(() => [ProtocolWait], { description: 'What must happen next, and who can do it.' })
  waits(@Parent() row: ExchangeProtocol): ProtocolWait[] {
    const { state, fromPartnerId, toPartnerId } = row;
    const sides = [{ partnerId: fromPartnerId, advised: row.fromAdviceOn, signed: row.fromSignedOn }, { partnerId: toPartnerId, advised: row.toAdviceOn, signed: row.toSignedOn }];
    if (state === 'DRAFT') return [{ step: ProtocolStep.SUBMISSION, partnerId: fromPartnerId, roles: [Role.SIGNATORY, Role.DPO] }];
    if (state === 'SIGNED') return [{ step: ProtocolStep.PUBLICATION, partnerId: fromPartnerId, roles: [Role.SIGNATORY] }];
    if (state !== 'DPO_ADVICE') return [];
    const unadvised = sides.filter(({ advised }) => !advised);
    if (unadvised.length) return unadvised.map(({ partnerId }) => ({ step: ProtocolStep.ADVICE, partnerId, roles: [Role.DPO] }));
    return sides.filter(({ signed }) => !signed).map(({ partnerId }) => ({ step: ProtocolStep.SIGNATURE, partnerId, roles: [Role.SIGNATORY] }));
  }

  private async shown(me: Actor, done: Promise<string>, info: GraphQLResolveInfo): Promise<ExchangeProtocol> {
    return this.reading.one(me, ExchangeProtocol, await done, selectionOf(info));
  }
}
