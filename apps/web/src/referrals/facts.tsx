import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataClass, ReferralFieldsFragment } from '../generated/graphql/graphql.js';
import { lines } from '../shared/facts.js';
import { usePersonFacts } from '../shared/person-facts.js';

/** The classes of a referral in the order of its page. */
export const CLASSES: readonly DataClass[] = ['IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH', 'JUDICIAL'];

/** How each class of a referral reads; nothing when nothing is filled in. */
export function useClassText(): (row: ReferralFieldsFragment, dataClass: DataClass) => ReactNode {
  const { t } = useTranslation();
  const { identity, contact, household } = usePersonFacts();
  return (row, dataClass) => {
    switch (dataClass) {
      case 'CORE':
        return row.question;
      case 'IDENTITY':
        return identity(row);
      case 'CONTACT':
        return contact(row);
      case 'HOUSEHOLD':
        return household(row);
      case 'INCOME':
        return lines(row.incomeSource && t(`incomeSource.${row.incomeSource}`), row.incomeNote);
      case 'DEBTS':
        return row.debtsNote;
      case 'HOUSING':
        return lines(row.housingSituation && t(`housingSituation.${row.housingSituation}`), row.housingNote, row.housingWishes);
      default:
        return row.notes.find((note) => note.dataClass === dataClass)?.body;
    }
  };
}
