import { Args, ArgsType, Field, ID, Info, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsInt, IsUUID, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Client } from '#clients';
import { Note, Room, OwnNumber } from '#dossiers';
import { type Actor, answerOf, Causes, changesOf, DataClass, Find, Finished, FreeText, GraphQLDay, inputOf, IsDay, Keyed, LooksAt, HandsOn, Me, type Page, Reading, selectionOf, Versioned } from '#kernel';
import { ReferralPerson } from './referral-person.record.js';
import { Referral } from './referral.record.js';
import { ReferralType, ReferralTypeBook } from './referral-types.js';
import { AnswerState, ReferralState } from './referral.workflow.js';
import { DraftsService, type HouseholdPerson } from './drafts.service.js';

/** The state as one's own partner has it: a sender's is the referral's, a receiver's its answer's. */
const ListState = { ...ReferralState, ...AnswerState };
registerEnumType(ListState, { name: 'ListState' });

const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;
/** What a receiver can be shown of what the sender types. */
export const CONTENT = [
  'question', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'adults', 'children', 'accessibleHome', 'householdNote',
  'incomeSource', 'incomeNote', 'meetsIncomeCondition', 'lowestIncomeCategory', 'incomeProofOn', 'debtsNote', 'housingSituation', 'housingNote', 'housingWishes', 'pastTenancyNote', 'heating', 'homeNote',
] as const;

@InputType({ description: 'Null clears a field, absent leaves it.' })
class ReferralChanges extends changesOf(Referral, ['type', 'urgent', 'openReceivers', 'opposingPartnerId', 'redirectIds', ...CONTENT]) {}

@ArgsType()
class DraftReferral extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een cliënt.' }) clientId: string;
  @FreeText({ max: 40 }) type: string;
}
@ArgsType()
class SaveDraft extends Versioned {
  @Field(() => ReferralChanges) @ValidateNested() @Type(() => ReferralChanges) changes: ReferralChanges;
}
@InputType({ description: 'A partner, and the classes that it is to get; with a whole class go its parts.' })
class ChosenReceiver {
  @Field(() => ID) @IsUUID(undefined, { message: 'Kies een partner.' }) partnerId: string;
  @Field(() => [DataClass]) @IsEnum(DataClass, { each: true, message: 'Kies uit de lijst.' }) @ArrayMaxSize(20) classes: DataClass[];
}
@ArgsType()
class ChooseReceivers extends Versioned {
  @Field(() => [ChosenReceiver]) @ValidateNested({ each: true }) @Type(() => ChosenReceiver) @ArrayMaxSize(10) @ArrayUnique<ChosenReceiver>(({ partnerId }) => partnerId, { message: 'Kies elke partner één keer.' }) receivers: ChosenReceiver[];
}
@InputType({ description: 'Somebody of the household; with an id: as she was written down before.' })
class PersonOfHousehold extends inputOf(ReferralPerson, ['relation', 'givenName', 'familyName', 'birthDate']) {
  @Field(() => ID, { nullable: true }) @ValidateIf(given) @IsUUID() id?: string;
}
@ArgsType()
class SaveHousehold extends Versioned {
  @Field(() => [PersonOfHousehold]) @ValidateNested({ each: true }) @Type(() => PersonOfHousehold) @ArrayMaxSize(20) persons: PersonOfHousehold[];
}
@ArgsType()
class WriteNote extends Keyed {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) dossierId: string;
  @Field(() => ID, { nullable: true }) @ValidateIf(given) @IsUUID() id?: string;
  @Field(() => Int) @IsInt() @Min(0) @Max(2_000_000_000) version: number;
  @Field(() => DataClass) @IsEnum([DataClass.HEALTH, DataClass.JUDICIAL, DataClass.PRIVATE_NOTE], { message: 'Zo een notitie bestaat niet.' }) dataClass: DataClass;
  @FreeText({ max: 4000, empty: true }) body: string;
  @Field(() => Room, { nullable: true, description: 'Of a mediation: of whom it is.' }) @ValidateIf(given) @IsEnum(Room) room?: Room;
}

@ObjectType()
class ReferralPage {
  @Field(() => [Referral]) nodes: Referral[];
  @Field(() => String, { nullable: true }) next: string | null;
}

@ObjectType({ description: "What resembles the person typed: own clients, and shared dossiers at which one sits. Never over others'." })
class Similar {
  @Field(() => [Client]) clients: Client[];
  @Field(() => [Referral]) referrals: Referral[];
}

@ArgsType()
class PersonTyped {
  @FreeText({ max: 80 }) givenName: string;
  @FreeText({ max: 80 }) familyName: string;
  @Field(() => GraphQLDay, { nullable: true }) @ValidateIf(given) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) birthDate?: string;
}

/** The most hints of each kind. */
const HINTS = 8;

@Resolver()
export class ReferralsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly drafts: DraftsService,
    private readonly types: ReferralTypeBook,
  ) {}

  @Query(() => [ReferralType], { description: "Types of referral that one's own partner may send or receive." })
  @LooksAt('Referral')
  referralTypes(@Me() me: Actor): ReferralType[] {
    return this.types.of(me.partnerKind);
  }

  @Query(() => Referral, { nullable: true })
  @LooksAt('Referral')
  @HandsOn()
  referral(@Me() me: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, id, answerOf(info));
  }

  @Query(() => ReferralPage, { name: 'referrals' })
  @LooksAt('Referral')
  @HandsOn()
  list(
    @Me() me: Actor,
    @Args('state', { type: () => ListState, nullable: true }) state: string | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Referral> | Finished> {
    return this.reading.page(me, Referral, { first, after: after ?? undefined, state: state ?? undefined }, answerOf(info, 'nodes'));
  }

  @Query(() => [Referral], { nullable: true, description: 'Every word stands in text that one sees by right: whole words before parts, newest first.' })
  @LooksAt('Referral')
  @HandsOn()
  foundReferrals(@Me() me: Actor, @Args() { words, first }: Find, @Info() info: GraphQLResolveInfo): Promise<Referral[] | Finished> {
    return this.reading.find(me, Referral, words, first, answerOf(info), [OwnNumber]);
  }

  @Query(() => Similar)
  @LooksAt('Client')
  async similar(@Me() me: Actor, @Args() { givenName, familyName, birthDate }: PersonTyped, @Info() info: GraphQLResolveInfo): Promise<Similar> {
    const ids = (record: typeof Client | typeof Referral) => this.reading.search(me, record, 'resembling($1, $2, $3, $4, $5, $6)', [givenName, familyName, birthDate ?? null, record.name, this.reading.seatsThatSee(me, record, 'IDENTITY'), HINTS]);
    const [clients, referrals] = await Promise.all([ids(Client), ids(Referral)]);
    return {
      clients: await this.reading.some(me, Client, clients, selectionOf(info, 'clients')),
      referrals: await this.reading.some(me, Referral, referrals, selectionOf(info, 'referrals')),
    };
  }

  @Mutation(() => Referral, { description: "Opens a draft for one of one's own clients; copies what the file knows." })
  @Causes('Referral', 'draft')
  @HandsOn()
  async draftReferral(@Me() me: Actor, @Args() args: DraftReferral, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.drafts.draft(me, args), answerOf(info));
  }

  @Mutation(() => Referral)
  @Causes('Referral', 'edit')
  @HandsOn()
  async saveDraft(@Me() me: Actor, @Args() args: SaveDraft, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.drafts.save(me, args), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'Opens a draft by which the guidance itself moves; the own partner stays responsible until it is accepted.' })
  @Causes('Client', 'transfer')
  @HandsOn()
  async draftTransfer(@Me() me: Actor, @Args() args: DraftReferral, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.drafts.draft(me, { ...args, transfer: true }), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'To whom it goes and what each gets: the whole list.' })
  @Causes('Referral', 'edit')
  @HandsOn()
  async chooseReceivers(@Me() me: Actor, @Args() args: ChooseReceivers, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.drafts.choose(me, args), answerOf(info));
  }

  @Mutation(() => Referral, { description: 'Who else of the household it is about: the whole list.' })
  @Causes('Referral', 'edit')
  @HandsOn()
  async saveHousehold(@Me() me: Actor, @Args() args: SaveHousehold, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.drafts.household(me, { ...args, persons: args.persons as HouseholdPerson[] }), answerOf(info));
  }

  @Mutation(() => Referral)
  @Causes('Referral', 'discard')
  @HandsOn()
  async discardDraft(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Referral | Finished> {
    return this.reading.one(me, Referral, await this.drafts.discard(me, args), answerOf(info));
  }

  @Mutation(() => Note, { description: 'HEALTH and JUDICIAL: one text per referral, in a draft. PRIVATE_NOTE: for its author alone. Version 0 and no id: a new one.' })
  @Causes('Note', 'write')
  @HandsOn()
  async writeNote(@Me() me: Actor, @Args() args: WriteNote, @Info() info: GraphQLResolveInfo): Promise<Note | Finished> {
    return this.reading.one(me, Note, await this.drafts.note(me, args), answerOf(info));
  }
}
