import path from 'node:path';
import { Matches } from 'class-validator';
import { openYaml, type Path, ReferenceFaults } from '../../kernel/src/reference/load.js';
import { Absent, ACode, ANumber, AText, NotEmpty, OneOf, Parts, SomeOf, Texts, YesOrNo } from '../../kernel/src/reference/shape.js';
import { DataClass, PART_OF, PartnerKind, Regime } from '../../kernel/src/vocabulary/vocabulary.js';

/** What a form may ask: a decision is the receiver's, a private note its author's, progress the sender's (c3). */
const ASKED = Object.values(DataClass).filter((one) => ![DataClass.OUTCOME, DataClass.PRIVATE_NOTE, DataClass.PROGRESS, DataClass.MESSAGE].includes(one));
/** Every receiver reads these by right (decisions 1), so no type lends them. */
const BY_RIGHT: readonly DataClass[] = [DataClass.CORE, DataClass.IDENTITY];

export class RejectReason {
  @ACode() code: string;
  @AText() label: string;
  @YesOrNo() needsText: boolean;
}

/** Where a partner must work to be competent: nowhere in particular, in the municipality of the question, or let homes there (c4). */
export enum Competence {
  ANYWHERE = 'ANYWHERE',
  MUNICIPALITIES = 'MUNICIPALITIES',
  COMPANY_AREA = 'COMPANY_AREA',
}

/** A kind of partner that may be asked, and the classes that it may get at most, beside CORE and IDENTITY. */
export class ReceiverReference {
  @OneOf(Object.values(PartnerKind)) kind: PartnerKind;
  @OneOf(Object.values(Competence)) area: Competence;
  @Absent() @OneOf(Object.values(Regime)) regime?: Regime;
  @SomeOf(ASKED.filter((one) => !BY_RIGHT.includes(one))) may: DataClass[];
}

/** What a kind of question asks, and of whom. Terms count in working days, the agreement in months. */
export class ReferralTypeShape {
  @ACode() code: string;
  @AText() label: string;
  @AText() help: string;
  @NotEmpty() @Parts(() => ReceiverReference) receivers: ReceiverReference[];
  @NotEmpty() @SomeOf(Object.values(PartnerKind)) senderKinds: PartnerKind[];
  @NotEmpty() @SomeOf(ASKED) asks: DataClass[];
  /** Names of fields of a referral. */
  @Texts() @Matches(/^[a-z][A-Za-z]*$/, { each: true, message: 'must be names of fields' }) required: string[];
  /** The client stands against a landlord, who may be a partner. */
  @YesOrNo() opposes: boolean;
  @ANumber(1, 60) term: number;
  @ANumber(1, 60) urgentTerm: number;
  @ANumber(1, 60) reminderDay: number;
  @ANumber(1, 60) infoTerm: number;
  /** A share of an agreement lasts 12 months at most (e15). */
  @ANumber(1, 12) agreementMonths: number;
  @NotEmpty() @Parts(() => RejectReason) rejectReasons: RejectReason[];
}

export class ReferralTypes {
  @NotEmpty() @Parts(() => ReferralTypeShape) types: ReferralTypeShape[];
}

/** The name that a field has in a referral, and its class. */
export type ClassOfField = (field: string) => DataClass | undefined;

/**
 * Reads `referral-types.yaml` of a folder, or throws one error with all faults.
 * With `classOf` it also refuses a required field that no referral has, or whose class the type does not ask.
 */
export function readReferralTypes(folder: string, classOf?: ClassOfField): ReferralTypeShape[] {
  const opened = openYaml(path.join(folder, 'referral-types.yaml'), ReferralTypes);
  const { types } = opened.value;
  const faults: string[] = [];
  types.forEach((type, index) => {
    const say = (at: Path, reason: string) => faults.push(opened.fault(['types', index, ...at], reason));
    if (types.findIndex(({ code }) => code === type.code) < index) say(['code'], `${type.code} stands here twice`);
    type.receivers.forEach((receiver, at) => {
      if (type.receivers.findIndex(({ kind }) => kind === receiver.kind) < at) say(['receivers', at, 'kind'], `${receiver.kind} stands here twice`);
      receiver.may.forEach((one, index) => {
        if (!type.asks.includes(one)) say(['receivers', at, 'may', index], `${one} is not asked`);
        const whole = PART_OF[one];
        if (!whole && Object.keys(PART_OF).some((part) => PART_OF[part as DataClass] === one && type.asks.includes(part as DataClass) && !receiver.may.includes(part as DataClass))) say(['receivers', at, 'may', index], `who may get ${one} may get each part of it that is asked`);
      });
    });
    BY_RIGHT.forEach((one) => {
      if (!type.asks.includes(one)) say(['asks'], `${one} is missing: every receiver reads it`);
    });
    type.rejectReasons.forEach(({ code }, at) => {
      if (type.rejectReasons.findIndex((other) => other.code === code) < at) say(['rejectReasons', at, 'code'], `${code} stands here twice`);
    });
    if (type.reminderDay >= type.term) say(['reminderDay'], 'must lie before the end of the term');
    if (type.urgentTerm > type.term) say(['urgentTerm'], 'must not be longer than the term');
    type.required.forEach((field, at) => {
      const dataClass = classOf?.(field);
      if (classOf && !dataClass) say(['required', at], `a referral has no field "${field}"`);
      else if (dataClass && !type.asks.includes(dataClass)) say(['required', at], `is of class ${dataClass}, which is not asked`);
    });
  });
  if (faults.length > 0) throw new ReferenceFaults(faults);
  return types;
}
