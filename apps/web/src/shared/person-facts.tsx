import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lines } from './facts.js';
import { formatWholeDay } from './format.js';
import { nameOf } from './name.js';

type Identity = { givenName: string | null; familyName: string | null; birthDate: string | null };
type Contact = { phone: string | null; email: string | null; street: string | null; postcode: string | null; municipality: string | null; language: string | null; contactNote: string | null };
type Household = { adults: number | null; children: number | null; householdNote: string | null };

export type PersonFacts = { identity: (of: Identity) => ReactNode; contact: (of: Contact) => ReactNode; household: (of: Household) => ReactNode };

/** How the facts of a person read, the same in a client's file and in a referral. */
export function usePersonFacts(): PersonFacts {
  const { t } = useTranslation();
  return {
    identity: (of) => [nameOf(of), of.birthDate && t('person.born', { date: formatWholeDay(of.birthDate) })].filter(Boolean).join(', '),
    contact: ({ phone, email, street, postcode, municipality, language, contactNote }) =>
      lines(
        phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
        email && <a href={`mailto:${email}`}>{email}</a>,
        [street, [postcode, municipality].filter(Boolean).join(' ')].filter(Boolean).join(', '),
        language && t('person.speaks', { language }),
        contactNote,
      ),
    household: ({ adults, children, householdNote }) =>
      lines(
        [adults !== null && t('person.adults', { count: adults }), children !== null && t('person.children', { count: children })].filter(Boolean).join(', '),
        householdNote,
      ),
  };
}
