import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentFieldsFragment, DataClass } from '../generated/graphql/graphql.js';
import { lines } from '../shared/facts.js';
import { formatWholeDay } from '../shared/format.js';
import { usePersonFacts } from '../shared/person-facts.js';

/** The classes of a referral in the order of its page; a whole comes before its parts. */
export const CLASSES: readonly DataClass[] = [
  'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL', 'HEALTH', 'JUDICIAL',
];

/** How each class of a referral reads; nothing when nothing is filled in. */
export function useClassText(): (row: ContentFieldsFragment, dataClass: DataClass) => ReactNode {
  const { t } = useTranslation();
  const { identity, contact, address, size } = usePersonFacts();
  const yesNo = (value: boolean | null) => value !== null && t(value ? 'fact.yes' : 'fact.no');
  return (row, dataClass) => {
    switch (dataClass) {
      case 'CORE':
        return row.question;
      case 'IDENTITY':
        return identity(row);
      case 'CONTACT':
        return contact(row);
      case 'ADDRESS':
        return address(row);
      case 'HOUSEHOLD':
        return row.householdNote;
      case 'HOUSEHOLD_SIZE':
        return size(row);
      case 'INCOME':
        return lines(row.incomeSource && t(`incomeSource.${row.incomeSource}`), row.incomeNote);
      case 'INCOME_CONDITION':
        return yesNo(row.meetsIncomeCondition);
      case 'INCOME_CATEGORY':
        return lines(yesNo(row.lowestIncomeCategory), row.incomeProofOn && t('fact.proofOn', { day: formatWholeDay(row.incomeProofOn) }));
      case 'DEBTS':
        return row.debtsNote;
      case 'HOUSING':
        return lines(row.housingSituation && t(`housingSituation.${row.housingSituation}`), row.housingNote);
      case 'HOUSING_WISHES':
        return lines(row.housingWishes, row.pastTenancyNote);
      case 'HOUSING_TECHNICAL':
        return lines(row.heating && t(`heating.${row.heating}`), row.homeNote);
      default:
        return row.notes.find((note) => note.dataClass === dataClass)?.body;
    }
  };
}
