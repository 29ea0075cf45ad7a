import type { Type } from '@nestjs/common';
import { plainToInstance, Type as Of } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, Equals, IsArray, IsBoolean, IsEmail, IsEnum, IsOptional, IsString, IsUUID, Matches, MaxLength, validate, ValidateIf, ValidateNested, type ValidationError } from 'class-validator';
import { type FieldFault, Refusal, textChecks } from '#kernel';
import { TensionTopic } from '../tension-signal.record.js';

const All = (checks: readonly PropertyDecorator[]): PropertyDecorator => (target, key) => checks.forEach((check) => check(target, key));
const Typed = (max: number): PropertyDecorator => All(textChecks(max));
const MayBeTyped = (max: number): PropertyDecorator => All([IsOptional(), ...textChecks(max, true)]);

/** What a person without an account signs with. */
export class SignedByLink {
  @IsString({ message: 'Lees de tekst opnieuw.' }) @MaxLength(64, { message: 'Lees de tekst opnieuw.' }) hash: string;
  @Typed(120) name: string;
  @Equals(true, { message: 'Zet een vinkje als u het eens bent met deze afspraken.' }) agreed: boolean;
}

class NamedRenter {
  @Typed(80) givenName: string;
  @Typed(80) familyName: string;
}

/** What a private landlord or an agency tells through the public form. */
export class PublicSignal {
  @IsUUID(undefined, { message: 'De sleutel is geen UUID.' }) key: string;
  @Typed(120) name: string;
  @MaxLength(120, { message: 'Hoogstens 120 tekens.' }) @Matches(/^[^\s\p{Cc}<>,;:"()[\]@]+@[^\s\p{Cc}<>,;:"()[\]@]+$/u, { message: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.be.' }) @IsEmail({}, { message: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.be.' }) email: string;
  @MayBeTyped(30) phone?: string | null;
  @Typed(120) street: string;
  @Matches(/^\d{4}$/, { message: 'De postcode heeft vier cijfers.' }) postcode: string;
  @Typed(80) municipality: string;
  @IsEnum(TensionTopic, { message: 'Kies een van de mogelijkheden.' }) topic: TensionTopic;
  @Typed(4000) facts: string;
  @MayBeTyped(4000) tried?: string | null;
  @IsBoolean({ message: 'Kies ja of nee.' }) danger: boolean;
  @ValidateIf(({ danger }: PublicSignal) => danger === true) @Typed(1000) dangerNote?: string | null;
  @IsArray({ message: 'Noem minstens één huurder.' }) @ArrayNotEmpty({ message: 'Noem minstens één huurder.' }) @ArrayMaxSize(10, { message: 'Noem hoogstens tien huurders.' }) @ValidateNested({ each: true, message: 'Noem minstens één huurder.' }) @Of(() => NamedRenter) renters: NamedRenter[];
  /** No person sees this field: who fills it in is a machine. */
  @IsOptional() @IsString() @MaxLength(200) website?: string;
}

/**
 * The body of a request from outside, checked field by field.
 * @throws Refusal INVALID with what is wrong at which field, in Dutch
 */
export async function checked<T extends object>(shape: Type<T>, body: unknown): Promise<T> {
  const value = plainToInstance(shape, typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {});
  const errors = await validate(value, { whitelist: true, forbidUnknownValues: false });
  if (errors.length) throw new Refusal('INVALID', undefined, { fields: errors.flatMap((error) => faultsOf(error)) });
  return value;
}

function faultsOf({ property, constraints, children }: ValidationError, above = ''): FieldFault[] {
  const field = above + property;
  const message = constraints?.noNationalNumber ?? Object.values(constraints ?? {})[0];
  return [...(message ? [{ field, message }] : []), ...(children ?? []).flatMap((child) => faultsOf(child, `${field}.`))];
}
