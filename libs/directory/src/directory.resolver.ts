import { applyDecorators } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Info, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEmail, IsEnum, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, Finished, FreeText, GraphQLDay, HandsOn, IsDay, Keyed, LooksAt, Me, Reading, Regime, Role, selectionOf, Versioned } from '#kernel';
import { DirectoryService } from './directory.service.js';
import { Municipality, Partner } from './partner.record.js';
import { Mandate, Person } from './person.record.js';

const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;

/** An address and nothing beside it, since it is written into the head of a mail (IJ-08); an empty text takes it away. */
function EmailField(): PropertyDecorator {
  const message = 'Vul een e-mailadres in, bijvoorbeeld an.peeters@ocmw.be.';
  const checks = [ValidateIf((_, value: unknown) => given(_, value) && value !== ''), IsEmail({}, { message }), Matches(/^[^\s"]+$/, { message }), MaxLength(254, { message: 'Hoogstens 254 tekens.' })];
  return applyDecorators(Field(() => String, { nullable: true }), ...checks);
}

@ObjectType('Me', { description: 'Who asks, in the one capacity of this request.' })
class WhoAmI {
  @Field(() => ID) personId: string;
  @Field() name: string;
  @Field(() => ID) mandateId: string;
  @Field(() => Role) role: Role;
  @Field(() => Regime) regime: Regime;
  @Field(() => Partner) partner: Partner;
  @Field(() => [String], { description: 'What this capacity may ever do: Record.event.' }) doors: string[];
}

@ArgsType()
class AddPerson extends Keyed {
  @FreeText({ max: 120 }) name: string;
  @FreeText({ max: 80 }) username: string;
  @EmailField() email?: string;
}

@ArgsType()
class ChangePerson extends Versioned {
  @FreeText({ max: 120, optional: true }) name?: string;
  @Field(() => Boolean, { nullable: true }) @ValidateIf(given) @IsBoolean() active?: boolean;
  @EmailField() email?: string;
}

@ArgsType()
class GiveMandate extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een persoon.' }) personId: string;
  @Field(() => Role) @IsEnum(Role, { message: 'Kies een functie.' }) role: Role;
  @FreeText({ max: 80, optional: true }) municipality?: string;
  @Field(() => Boolean, { nullable: true, description: 'Holds a political mandate: sees no identified case in this role.' }) @ValidateIf(given) @IsBoolean() political?: boolean;
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) since: string;
  @Field(() => GraphQLDay, { nullable: true }) @ValidateIf(given) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) until?: string;
}

@ArgsType()
class EndMandate extends Versioned {
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) until: string;
}

@Resolver()
export class DirectoryResolver {
  constructor(
    private readonly reading: Reading,
    private readonly directory: DirectoryService,
  ) {}

  @Query(() => WhoAmI)
  @LooksAt('Partner')
  async me(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<WhoAmI> {
    const [partner] = await this.reading.some(me, Partner, [me.partnerId], selectionOf(info, 'partner'));
    const { personId, name, mandateId, role, regime } = me;
    return { personId, name, mandateId, role, regime, partner, doors: this.reading.doorsOf(me) };
  }

  @Query(() => [Partner])
  @LooksAt('Partner')
  @HandsOn()
  partners(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<Partner[] | Finished> {
    return this.reading.all(me, Partner, answerOf(info));
  }

  @Query(() => [Municipality])
  @LooksAt('Municipality')
  @HandsOn()
  municipalities(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<Municipality[] | Finished> {
    return this.reading.all(me, Municipality, answerOf(info));
  }

  @Query(() => [Person], { description: "People of one's own partner." })
  @LooksAt('Person')
  @HandsOn()
  people(@Me() me: Actor, @Info() info: GraphQLResolveInfo): Promise<Person[] | Finished> {
    return this.reading.all(me, Person, answerOf(info));
  }

  @Mutation(() => Person)
  @Causes('Person', 'add')
  @HandsOn()
  async addPerson(@Me() me: Actor, @Args() args: AddPerson, @Info() info: GraphQLResolveInfo): Promise<Person | Finished> {
    return this.reading.one(me, Person, await this.directory.addPerson(me, args), answerOf(info));
  }

  @Mutation(() => Person)
  @Causes('Person', 'change')
  @HandsOn()
  async changePerson(@Me() me: Actor, @Args() args: ChangePerson, @Info() info: GraphQLResolveInfo): Promise<Person | Finished> {
    return this.reading.one(me, Person, await this.directory.changePerson(me, args), answerOf(info));
  }

  @Mutation(() => Mandate)
  @Causes('Person', 'mandate')
  @HandsOn()
  async giveMandate(@Me() me: Actor, @Args() args: GiveMandate, @Info() info: GraphQLResolveInfo): Promise<Mandate | Finished> {
    return this.reading.one(me, Mandate, await this.directory.giveMandate(me, args), answerOf(info));
  }

  @Mutation(() => Mandate)
  @Causes('Mandate', 'end')
  @HandsOn()
  async endMandate(@Me() me: Actor, @Args() args: EndMandate, @Info() info: GraphQLResolveInfo): Promise<Mandate | Finished> {
    return this.reading.one(me, Mandate, await this.directory.endMandate(me, args), answerOf(info));
  }
}
