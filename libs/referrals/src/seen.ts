import { createHash } from 'node:crypto';
import { Field, ID, ObjectType, PickType } from '@nestjs/graphql';
import { ANSWERS, type Partner } from '#directory';
import { type Actor, DataClass, type Selection, shapeOf } from '#kernel';
import { Referral } from './referral.record.js';

/** The content of a referral: what crosses to a receiver, whatever became of it there. */
const CONTENT = [
  'type', 'urgent', 'transfer', 'senderName', 'question', 'agreedOn', 'agreedWay', 'addressProtected', 'redirectIds', 'givenName', 'familyName', 'birthDate', 'phone', 'email', 'language', 'contactNote', 'street', 'postcode', 'municipality',
  'adults', 'children', 'accessibleHome', 'householdNote', 'incomeSource', 'incomeNote', 'meetsIncomeCondition', 'lowestIncomeCategory', 'incomeProofOn', 'debtsNote', 'housingSituation', 'housingNote', 'housingWishes', 'pastTenancyNote',
  'heating', 'homeNote',
] as const;

@ObjectType({ description: 'The content of a referral as a receiver reads it: made by the rules of the receiver.' })
export class SeenReferral extends PickType(Referral, [...CONTENT, 'notes', 'persons', 'withheld'] as const) {}

@ObjectType({ description: 'What one receiver sees of a referral.' })
export class Seen {
  @Field(() => ID) partnerId: string;
  @Field(() => SeenReferral, { nullable: true, description: 'Absent: nothing at all.' }) referral: SeenReferral | null;
}

const all = (fields: readonly string[]): Selection => Object.fromEntries(fields.map((field) => [field, true]));
/** Everything that a receiver can read of the content. */
export const WHOLE: Selection = { ...all(CONTENT), withheld: true, notes: all(['dataClass', 'body']), persons: all(['relation', 'givenName', 'familyName', 'birthDate']) };

/** Somebody who answers referrals at a partner, and nobody in particular: no note is hers. */
export const anybodyAt = ({ id, name, kind, regime }: Partner): Actor => ({
  personId: '00000000-0000-0000-0000-000000000000', mandateId: '', name: '', partnerId: id, partnerName: name, partnerKind: kind, regime, role: ANSWERS[kind], municipality: null, political: false,
});

/** The names of the fields that hold something, of what was seen. */
export function filledIn(seen: Partial<SeenReferral>): string[] {
  const columns = [...shapeOf(Referral).columns.values()].filter(({ field }) => (CONTENT as readonly string[]).includes(field));
  const fields = columns.filter(({ field }) => holds((seen as { [field: string]: unknown })[field])).map(({ field }) => field);
  const notes = (seen.notes ?? []).filter(({ dataClass }) => dataClass !== DataClass.PRIVATE_NOTE).map(({ dataClass }) => `note.${dataClass}`);
  return [...fields, ...notes, ...((seen.persons ?? []).length ? ['persons'] : [])];
}

const holds = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);

/** SHA-256 over exactly what was seen, in hexadecimal. */
export const hashOf = (seen: object): string => createHash('sha256').update(JSON.stringify(seen)).digest('hex');
