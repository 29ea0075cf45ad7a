import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsDate, IsEnum, IsUUID, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { changesOf, FreeText, GraphQLDay, GraphQLMoment, inputOf, IsDay, Keyed, Versioned } from '#kernel';
import { MediationParty, PartyAnswer, PartySide } from './mediation-case.record.js';
import { RequestKind, SignalRenter, TensionSignal } from './tension-signal.record.js';

const Absent = () => ValidateIf((_, value) => value !== undefined && value !== null);
const Reference = () => IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' });

@InputType()
export class NewRenter extends inputOf(SignalRenter, ['givenName', 'familyName', 'phone', 'email', 'language']) {}

@InputType({ description: "A home of one's own list, or an address; of whom it comes when one is not a company." })
export class NewSignal extends changesOf(TensionSignal, ['street', 'postcode', 'municipality', 'origin', 'landlordName', 'landlordContact']) {
  @Field(() => ID, { nullable: true }) @Absent() @Reference() dwellingId?: string | null;
  @Field(() => [NewRenter]) @ArrayNotEmpty({ message: 'Noem minstens één huurder.' }) @ArrayMaxSize(10, { message: 'Noem hoogstens tien huurders.' }) @ValidateNested({ each: true }) @Type(() => NewRenter) renters: NewRenter[];
}
@InputType()
export class SignalFacts extends inputOf(TensionSignal, ['topic', 'urgent', 'facts', 'tried', 'danger', 'dangerNote']) {}

@ArgsType()
export class ReportTension extends Keyed {
  @Field(() => NewSignal) @ValidateNested() @Type(() => NewSignal) input: NewSignal;
  @Field(() => SignalFacts) @ValidateNested() @Type(() => SignalFacts) facts: SignalFacts;
}
@ArgsType()
export class WithReason extends Versioned {
  @FreeText({ max: 1000 }) reason: string;
}
@ArgsType()
export class WithText extends Versioned {
  @FreeText({ max: 2000 }) text: string;
}

/** A step of a mediation; when a term of the protocol has passed, or it goes another way, also why. */
@ArgsType()
export class Stepped extends Versioned {
  @FreeText({ max: 1000, optional: true }) deviation?: string;
}
@ArgsType()
export class AssignMediation extends Versioned {
  @Field(() => ID) @Reference() personId: string;
  @FreeText({ max: 1000, optional: true }) reason?: string;
}
@ArgsType()
export class HandOverMediation extends Versioned {
  @Field(() => ID) @Reference() personId: string;
  @FreeText({ max: 1000 }) reason: string;
}
@ArgsType()
export class ContactRenter extends Stepped {
  @FreeText({ max: 300 }) way: string;
}
@ArgsType()
export class StepWithReason extends Stepped {
  @FreeText({ max: 1000 }) reason: string;
}
@ArgsType()
export class StepWithText extends Stepped {
  @FreeText({ max: 2000 }) text: string;
}
@ArgsType()
export class AskTenantsUnion extends Versioned {
  @FreeText({ max: 2000 }) question: string;
}
@ArgsType()
export class CloseMediation extends Stepped {
  @FreeText({ max: 4000 }) report: string;
}
@ArgsType()
export class StopMediation extends Stepped {
  @Field(() => PartySide) @IsEnum(PartySide) side: PartySide;
  @FreeText({ max: 1000, optional: true }) reason?: string;
}

@InputType()
export class PartyChanges extends changesOf(MediationParty, ['givenName', 'familyName', 'phone', 'email', 'language']) {}
@ArgsType()
export class AddParty extends Keyed {
  @Field(() => ID) @Reference() mediationId: string;
  @Field(() => NewRenter) @ValidateNested() @Type(() => NewRenter) renter: NewRenter;
}
@ArgsType()
export class ChangeParty extends Versioned {
  @Field(() => PartyChanges) @ValidateNested() @Type(() => PartyChanges) changes: PartyChanges;
}
@ArgsType()
export class AnswerParty extends Versioned {
  @Field(() => PartyAnswer) @IsEnum(PartyAnswer) answer: PartyAnswer;
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) on: string;
  @FreeText({ max: 200, optional: true, empty: true }) way?: string;
}
@ArgsType()
export class HearParty extends Versioned {
  @Field(() => GraphQLDay) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) on: string;
  @FreeText({ max: 200 }) way: string;
}
@ArgsType()
export class MayTell extends Versioned {
  @FreeText({ max: 1000 }) says: string;
}
@ArgsType()
export class WarnOthers extends Versioned {
  @FreeText({ max: 1000 }) ground: string;
}

@ArgsType()
export class PlanSession extends Keyed {
  @Field(() => ID) @Reference() mediationId: string;
  @Field(() => GraphQLMoment) @IsDate({ message: 'Vul een tijdstip in.' }) at: Date;
  @FreeText({ max: 200 }) place: string;
  @FreeText({ max: 200, optional: true, empty: true }) interpreter?: string;
}
@ArgsType()
export class HoldSession extends Versioned {
  @FreeText({ max: 500 }) present: string;
}

@ArgsType()
export class AskLandlord extends Keyed {
  @Field(() => ID) @Reference() signalId: string;
  @Field(() => RequestKind) @IsEnum(RequestKind) kind: RequestKind;
  @FreeText({ max: 300 }) says: string;
  @Field(() => GraphQLMoment, { nullable: true, description: 'When the talk is.' }) @Absent() @IsDate({ message: 'Vul een tijdstip in.' }) at?: Date;
  @Field(() => GraphQLDay, { description: 'Until when it is asked.' }) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) due: string;
}
@ArgsType()
export class AnswerMediator extends Versioned {
  @FreeText({ max: 1000 }) answer: string;
}

@ArgsType()
export class WriteSettlement extends Versioned {
  @FreeText({ max: 20_000 }) body: string;
}
@ArgsType()
export class SignSettlement extends Versioned {
  @FreeText({ max: 64 }) hash: string;
  @FreeText({ max: 120 }) capacity: string;
}
@ArgsType()
export class RecordSignature extends Versioned {
  @FreeText({ max: 64 }) hash: string;
  @Field(() => ID) @Reference() partyId: string;
  @FreeText({ max: 120 }) name: string;
  @Field(() => ID, { description: 'The scan of what was signed.' }) @Reference() attachmentId: string;
}

@ArgsType()
export class ImportDwellings extends Keyed {
  @Field(() => String, { description: 'CSV: nummer;straat;postcode;gemeente.' }) @MaxLength(90_000, { message: 'Dit bestand is te groot. Deel het op.' }) file: string;
}
