import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsObject, IsString, Matches, MaxLength } from 'class-validator';
import { Absent, ANumber, AText, NotEmpty, OneOf, Part, Parts, Texts } from '../../../kernel/src/reference/shape.js';
import { NoNationalNumber } from '../../../kernel/src/schema/national-number.js';

export const PARTIES = ['WOONDIENST', 'COMPANY'] as const;
export type Party = (typeof PARTIES)[number];
export const UNITS = ['WORKING_DAYS', 'CALENDAR_DAYS', 'MONTHS'] as const;
export const STARTS = ['DELIVERY', 'SIGNING'] as const;
export type TermStart = (typeof STARTS)[number];
export const TERMS = ['confirm', 'contact', 'heard', 'report', 'followUp1', 'followUp2'] as const;
export type TermName = (typeof TERMS)[number];
export const LETTERS = ['invitation', 'settlement', 'closing'] as const;
/** What happens when a term passes, where it is no step: who coordinates is told. */
export const ESCALATE = 'ESCALATE';
/** What a letter may leave open, to be filled from the case. */
export const PLACEHOLDERS = ['huurder', 'adres', 'verhuurder', 'woondienst', 'bemiddelaar', 'gemeld', 'gehoord_tegen', 'verslag_tegen', 'plaats', 'tijdstip', 'afspraken', 'datum'] as const;

/** The days of a term count from the signal's delivery, those of a follow-up from the settlement's signing (BR-M5). */
export const startOf = (term: TermName): TermStart => (term.startsWith('followUp') ? 'SIGNING' : 'DELIVERY');

const Sentences = () =>
  applyDecorators(Texts(), NotEmpty(), ArrayMaxSize(30, { message: 'must hold 30 or fewer' }), Matches(/\S/, { each: true, message: 'must not be empty' }), NoNationalNumber({ each: true, message: 'holds a national number, which is never kept' }));
const ShortText = (max: number) => applyDecorators(AText(), MaxLength(max, { message: `must be ${max} characters or less` }));

/** Who does what in a mediation, for one of the parties. */
export class CooperationRole {
  @OneOf(PARTIES) party: Party;
  @ShortText(120) role: string;
  @ShortText(1000) does: string;
}

/** What each side gives; what it gets is what the other gives. */
export class CooperationGives implements Record<Party, string[]> {
  @Sentences() WOONDIENST: string[];
  @Sentences() COMPANY: string[];
}

export class CooperationTerm {
  @ANumber(1, 365) count: number;
  @OneOf(UNITS) unit: (typeof UNITS)[number];
  @OneOf(STARTS) from: TermStart;
  /** On which working day who must act is reminded. */
  @Absent() @ANumber(1, 365) remindAt?: number;
  /** What follows when it passes: a step of this protocol, or that who coordinates is told. */
  @IsString() then: string;
}

export class CooperationTerms implements Record<TermName, CooperationTerm> {
  @Part(() => CooperationTerm) confirm: CooperationTerm;
  @Part(() => CooperationTerm) contact: CooperationTerm;
  @Part(() => CooperationTerm) heard: CooperationTerm;
  @Part(() => CooperationTerm) report: CooperationTerm;
  @Part(() => CooperationTerm) followUp1: CooperationTerm;
  @Part(() => CooperationTerm) followUp2: CooperationTerm;
}

export class CooperationLetters implements Record<(typeof LETTERS)[number], string> {
  @ShortText(5000) invitation: string;
  @ShortText(5000) settlement: string;
  @ShortText(5000) closing: string;
}

/** State → event → state: those steps of the table that the parties agreed on. */
export type CooperationSteps = { readonly [state: string]: { readonly [event: string]: string } };

/** All that two parties agreed on mediation between renters and the company: data, which the portal obeys. */
export class CooperationText {
  @ShortText(200) title: string;
  @ShortText(2000) goal: string;
  /** NIS codes. */
  @Texts() municipalities: string[];
  @NotEmpty() @Parts(() => CooperationRole) roles: CooperationRole[];
  @Part(() => CooperationGives) gives: CooperationGives;
  @IsObject({ message: 'must hold keys with values' }) steps: CooperationSteps;
  @Part(() => CooperationTerms) terms: CooperationTerms;
  @Part(() => CooperationLetters) letters: CooperationLetters;
}

/** One way to write a text down, so that it has one hash. */
export const canonical = (text: unknown): string => JSON.stringify(sorted(text));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
