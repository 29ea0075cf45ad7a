import type { ContentChanges, DataClass, ReferralFieldsFragment, SecretText } from '../../generated/graphql/graphql.js';
import { records } from '../../generated/records.js';
import { parseDay, typedDay } from '../../shared/format.js';

export type ContentField = keyof ContentChanges;
export type SecretClass = 'HEALTH' | 'JUDICIAL';
/** What stands in the form: everything as text, yes and no as "ja" and "nee". */
export type AmendValues = { [field in ContentField | SecretClass]: string };

type Rule = { class: DataClass; kind: 'text' | 'count' | 'flag' | 'choice' | 'day'; max?: number; values?: readonly string[] };
const RULES = records.Referral as unknown as { [field in ContentField]: Rule };

export const ruleOf = (field: ContentField): Rule => RULES[field];
export const SECRETS: readonly SecretClass[] = ['HEALTH', 'JUDICIAL'];

/** In the order of the page. */
const FIELDS: readonly ContentField[] = [
  'question', 'phone', 'email', 'language', 'contactNote', 'street', 'postcode', 'municipality', 'adults', 'children', 'accessibleHome', 'householdNote', 'incomeSource', 'incomeNote', 'meetsIncomeCondition', 'lowestIncomeCategory', 'incomeProofOn',
  'debtsNote', 'housingSituation', 'housingNote', 'housingWishes', 'pastTenancyNote', 'heating', 'homeNote',
];

/** The fields of one class. */
export const fieldsOf = (dataClass: DataClass): ContentField[] => FIELDS.filter((field) => ruleOf(field).class === dataClass);

const secretOf = (row: ReferralFieldsFragment, dataClass: SecretClass) => row.notes.find((note) => note.dataClass === dataClass && note.partnerId === row.fromPartnerId)?.body ?? '';

export function valuesOf(row: ReferralFieldsFragment): AmendValues {
  const text = (field: ContentField): string => {
    const value = row[field];
    if (ruleOf(field).kind === 'day') return typedDay(value as string | null);
    return typeof value === 'boolean' ? (value ? 'ja' : 'nee') : String(value ?? '');
  };
  return { ...(Object.fromEntries(FIELDS.map((field) => [field, text(field)])) as AmendValues), HEALTH: secretOf(row, 'HEALTH'), JUDICIAL: secretOf(row, 'JUDICIAL') };
}

/** The classes of what was changed in the form. */
export const changedClasses = (before: AmendValues, now: AmendValues): DataClass[] => [
  ...new Set([...FIELDS.filter((field) => before[field] !== now[field]).map((field) => ruleOf(field).class), ...SECRETS.filter((each) => before[each] !== now[each])]),
];

/** Only what was changed; what was emptied is cleared. */
export function changesOf(before: AmendValues, now: AmendValues): { changes: ContentChanges; notes: SecretText[] } {
  const changed = FIELDS.filter((field) => before[field] !== now[field]);
  const valueOf = (field: ContentField) => {
    const typed = now[field].trim();
    if (!typed) return null;
    const { kind } = ruleOf(field);
    if (kind === 'count') return Number(typed);
    if (kind === 'flag') return typed === 'ja';
    return kind === 'day' ? (parseDay(typed) ?? null) : typed;
  };
  const notes = SECRETS.filter((each) => before[each] !== now[each]).map((dataClass) => ({ dataClass, body: now[dataClass].trim() }));
  return { changes: Object.fromEntries(changed.map((field) => [field, valueOf(field)])), notes };
}
