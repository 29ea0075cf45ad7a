import type { DataClass, ReferralChanges, ReferralFieldsFragment } from '../../generated/graphql/graphql.js';
import { isoDay, parseDay } from '../../shared/format.js';

/** Fields that the draft saves, by class, in the order of the form. */
export const FIELDS_OF: { readonly [dataClass in DataClass]?: readonly SavedField[] } = {
  CONTACT: ['phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote'],
  HOUSEHOLD: ['adults', 'children', 'householdNote'],
  INCOME: ['incomeSource', 'incomeNote'],
  DEBTS: ['debtsNote'],
  HOUSING: ['housingSituation', 'housingNote', 'housingWishes'],
};

export type SavedField = keyof ReferralChanges;
export type NoteClass = 'HEALTH' | 'JUDICIAL';

const TEXTS = ['type', 'receiverId', 'question', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'householdNote', 'incomeSource', 'incomeNote', 'debtsNote', 'housingSituation', 'housingNote', 'housingWishes'] as const;
const COUNTS = ['adults', 'children'] as const;
/** In the order of the form. */
export const SAVED_FIELDS: readonly SavedField[] = ['question', 'type', 'receiverId', 'urgent', ...Object.values(FIELDS_OF).flat()];

export type AgreementValues = { toldThat: boolean; toldPurpose: boolean; toldWhom: boolean; toldContent: boolean; agreedBy: string; agreedName: string; way: string; agreedOn: string };
export type DraftValues = { [field in (typeof TEXTS)[number] | (typeof COUNTS)[number]]: string } & { urgent: boolean } & { [note in NoteClass]: string } & AgreementValues;

const isCount = (field: SavedField): field is (typeof COUNTS)[number] => (COUNTS as readonly string[]).includes(field);

export const noteOf = (row: ReferralFieldsFragment, dataClass: NoteClass) => row.notes.find((note) => note.dataClass === dataClass);

/** What stands in the form for what the server has. */
export function valuesOf(row: ReferralFieldsFragment): DraftValues {
  const saved = Object.fromEntries([...TEXTS, ...COUNTS].map((field) => [field, row[field] === null ? '' : String(row[field])]));
  return {
    ...(saved as { [field in (typeof TEXTS)[number] | (typeof COUNTS)[number]]: string }),
    urgent: row.urgent,
    HEALTH: noteOf(row, 'HEALTH')?.body ?? '',
    JUDICIAL: noteOf(row, 'JUDICIAL')?.body ?? '',
    toldThat: false,
    toldPurpose: false,
    toldWhom: false,
    toldContent: false,
    agreedBy: '',
    agreedName: '',
    way: '',
    agreedOn: '',
  };
}

export const isCountRight = (typed: string): boolean => /^\s*\d{0,2}\s*$/.test(typed) && Number(typed) <= 30;

/** What the server is told for what stands in the form; nothing when it cannot be saved as typed. */
export function changeOf(field: SavedField, values: DraftValues): Partial<ReferralChanges> {
  if (field === 'urgent') return { urgent: values.urgent };
  const typed = values[field];
  if (isCount(field)) return isCountRight(typed) ? { [field]: typed.trim() ? Number(typed) : null } : {};
  if (field === 'type') return typed ? { type: typed } : {};
  return { [field]: typed.trim() ? typed : null };
}

/** Whether a day of agreement can be right: a day, and not after today. */
export function agreedDay(typed: string): string | undefined {
  const day = parseDay(typed);
  return day && day <= isoDay(new Date()) ? day : undefined;
}
