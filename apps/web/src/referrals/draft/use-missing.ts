import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../shared/api/refusal.js';
import type { ReferralType } from '../../shared/reference.js';
import { SENSITIVE } from './agreements.js';
import { agreedDay, isCountRight, SAVED_FIELDS, type DraftValues } from './fields.js';

const TOLD = ['toldThat', 'toldPurpose', 'toldWhom', 'toldContent'] as const;
const ELSEWHERE = ['question', 'type', 'givenName', 'familyName', 'birthDate'];

/** What must still be filled in before one can send, in the order of the page. */
export function useMissing(): (values: DraftValues, type: ReferralType) => FieldFault[] {
  const { t } = useTranslation();
  return (values, type) => {
    const faults: FieldFault[] = [];
    const need = (isThere: boolean, field: string, message: string) => {
      if (!isThere) faults.push({ field, message });
    };
    need(Boolean(values.question.trim()), 'question', t('draft.question.missing'));
    need(values.receivers.length > 0, 'receivers', t('draft.who.missing'));
    const order = SAVED_FIELDS as readonly string[];
    for (const field of type.required.filter((one) => !ELSEWHERE.includes(one)).sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
      const value = values[field as keyof DraftValues];
      const name = field in FIELD_NAMES ? t(`field.${field as keyof typeof FIELD_NAMES}`) : undefined;
      if (typeof value === 'string' && name) need(Boolean(value.trim()), field, t('draft.data.missing', { field: name.toLowerCase().replace('?', '') }));
    }
    for (const field of ['adults', 'children'] as const) if (!isCountRight(values[field])) need(false, field, t('form.countWrong'));
    need(TOLD.every((point) => values[point]), 'toldThat', t('draft.agreement.toldMissing'));
    const shared = values.receivers.flatMap(({ classes }) => classes);
    need(SENSITIVE.every((each) => !shared.includes(each) || values.sensitive.includes(each)), 'sensitive', t('draft.agreement.sensitiveMissing'));
    need(Boolean(values.agreedBy), 'agreedBy', t('draft.agreement.byMissing'));
    need(Boolean(values.agreedName.trim()), 'agreedName', t('draft.agreement.nameMissing'));
    need(Boolean(values.way), 'way', t('draft.agreement.wayMissing'));
    for (const [id, agreement] of Object.entries(values.household)) need(!agreement?.by || agreement.by === 'CLIENT' || Boolean(agreement.name.trim()), `household.${id}.name`, t('draft.agreement.nameMissing'));
    need(Boolean(agreedDay(values.agreedOn)), 'agreedOn', t('draft.agreement.onMissing'));
    return faults;
  };
}

const FIELD_NAMES = {
  phone: 1, email: 1, street: 1, postcode: 1, municipality: 1, language: 1, contactNote: 1, adults: 1, children: 1, householdNote: 1,
  incomeSource: 1, incomeNote: 1, debtsNote: 1, housingSituation: 1, housingNote: 1, housingWishes: 1, accessibleHome: 1, meetsIncomeCondition: 1, lowestIncomeCategory: 1, incomeProofOn: 1, pastTenancyNote: 1, heating: 1, homeNote: 1,
} as const;
