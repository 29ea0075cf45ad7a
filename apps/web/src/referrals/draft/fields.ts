import type { DataClass, ReferralChanges, ReferralFieldsFragment } from '../../generated/graphql/graphql.js';
import { wholeOf, wholesOf } from '../../shared/classes.js';
import { isoDay, parseDay, typedDay } from '../../shared/format.js';

/** Fields that the draft saves, by class, in the order of the form. */
export const FIELDS_OF: { readonly [dataClass in DataClass]?: readonly SavedField[] } = {
  CONTACT: ['phone', 'email', 'language', 'contactNote'],
  ADDRESS: ['street', 'postcode', 'municipality'],
  HOUSEHOLD_SIZE: ['adults', 'children', 'accessibleHome'],
  HOUSEHOLD: ['householdNote'],
  INCOME: ['incomeSource', 'incomeNote'],
  INCOME_CONDITION: ['meetsIncomeCondition'],
  INCOME_CATEGORY: ['lowestIncomeCategory', 'incomeProofOn'],
  DEBTS: ['debtsNote'],
  HOUSING: ['housingSituation', 'housingNote'],
  HOUSING_WISHES: ['housingWishes', 'pastTenancyNote'],
  HOUSING_TECHNICAL: ['heating', 'homeNote'],
};

export type SavedField = keyof ReferralChanges;
export type NoteClass = 'HEALTH' | 'JUDICIAL';
/** A partner, and the classes that were chosen for it. */
export type Chosen = { partnerId: string; classes: DataClass[] };

const TEXTS = [
  'type', 'question', 'opposingPartnerId', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'householdNote', 'incomeSource', 'incomeNote', 'debtsNote', 'housingSituation', 'housingNote', 'housingWishes',
  'pastTenancyNote', 'heating', 'homeNote',
] as const;
const COUNTS = ['adults', 'children'] as const;
/** Yes, no, or not known. */
const ANSWERS = ['accessibleHome', 'meetsIncomeCondition', 'lowestIncomeCategory'] as const;
const DAYS = ['incomeProofOn'] as const;
/** In the order of the form. */
export const SAVED_FIELDS: readonly SavedField[] = ['question', 'type', 'urgent', 'opposingPartnerId', 'openReceivers', 'redirectIds', ...Object.values(FIELDS_OF).flat()];

export type Typed = (typeof TEXTS)[number] | (typeof COUNTS)[number] | (typeof ANSWERS)[number] | (typeof DAYS)[number];
/** Who agreed for somebody of the household (CLIENT: she herself); empty: nobody did. */
export type PersonAgreement = { by: string; name: string; minorAsked: boolean };
export type AgreementValues = {
  toldThat: boolean;
  toldPurpose: boolean;
  toldWhom: boolean;
  toldContent: boolean;
  /** Of the sensitive classes, those that were agreed on apart. */
  sensitive: DataClass[];
  agreedBy: string;
  agreedName: string;
  minorAsked: boolean;
  way: string;
  agreedOn: string;
  /** By id of somebody of the household. */
  household: { [personId: string]: PersonAgreement | undefined };
};
export type DraftValues = { [field in Typed]: string } & { urgent: boolean; openReceivers: boolean } & { redirectIds: string[]; receivers: Chosen[] } & { [note in NoteClass]: string } & AgreementValues;

const holds = (list: readonly string[], field: string): boolean => list.includes(field);

export const noteOf = (row: ReferralFieldsFragment, dataClass: NoteClass) => row.notes.find((note) => note.dataClass === dataClass);

/** Wholes without their parts, in an order of their own: so that two lists can be compared. */
export const inOrder = (receivers: readonly Chosen[]): Chosen[] => receivers.map(({ partnerId, classes }) => ({ partnerId, classes: wholesOf(classes).sort() })).sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));

/** Whether somebody gets something that she did not get before. */
export const isMore = (before: readonly Chosen[], now: readonly Chosen[]): boolean =>
  now.some(({ partnerId, classes }) => {
    const known = before.find((each) => each.partnerId === partnerId);
    return !known || classes.some((each) => !known.classes.includes(each) && !known.classes.includes(wholeOf(each)!));
  });

/** What stands in the form for what the server has. */
export function valuesOf(row: ReferralFieldsFragment): DraftValues {
  const saved = Object.fromEntries([...TEXTS, ...COUNTS, ...ANSWERS].map((field) => [field, row[field] === null ? '' : String(row[field])]));
  return {
    ...(saved as { [field in Typed]: string }),
    incomeProofOn: typedDay(row.incomeProofOn),
    urgent: row.urgent,
    openReceivers: Boolean(row.openReceivers),
    redirectIds: [...row.redirectIds],
    receivers: inOrder(row.recipients.filter(({ chosen }) => chosen).map(({ receiverId, classes }) => ({ partnerId: receiverId, classes }))),
    HEALTH: noteOf(row, 'HEALTH')?.body ?? '',
    JUDICIAL: noteOf(row, 'JUDICIAL')?.body ?? '',
    toldThat: false,
    toldPurpose: false,
    toldWhom: false,
    toldContent: false,
    sensitive: [],
    agreedBy: '',
    agreedName: '',
    minorAsked: false,
    way: '',
    agreedOn: '',
    household: {},
  };
}

export const isCountRight = (typed: string): boolean => /^\s*\d{0,2}\s*$/.test(typed) && Number(typed) <= 20;

/** What the server is told for what stands in the form; nothing when it cannot be saved as typed. */
export function changeOf(field: SavedField, values: DraftValues): Partial<ReferralChanges> {
  if (field === 'urgent' || field === 'openReceivers') return { [field]: values[field] };
  if (field === 'redirectIds') return { redirectIds: values.redirectIds };
  const typed = values[field].trim();
  if (holds(COUNTS, field)) return isCountRight(typed) ? { [field]: typed ? Number(typed) : null } : {};
  if (holds(ANSWERS, field)) return { [field]: typed ? typed === 'true' : null };
  if (holds(DAYS, field)) {
    const day = parseDay(typed);
    return typed && !day ? {} : { [field]: day ?? null };
  }
  if (field === 'type') return typed ? { type: typed } : {};
  return { [field]: typed || null };
}

/** Whether a day of agreement can be right: a day, and not after today. */
export function agreedDay(typed: string): string | undefined {
  const day = parseDay(typed);
  return day && day <= isoDay(new Date()) ? day : undefined;
}
