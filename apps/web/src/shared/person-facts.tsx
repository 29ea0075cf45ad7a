import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lines } from './facts.js';
import { formatWholeDay } from './format.js';
import { nameOf } from './name.js';

type Identity = { givenName: string | null; familyName: string | null; birthDate: string | null };
type Contact = { phone: string | null; email: string | null; language: string | null; contactNote: string | null };
type Address = { street: string | null; postcode: string | null; municipality: string | null };
type Size = { adults: number | null; children: number | null; accessibleHome?: boolean | null };

export type PersonFacts = { identity: (of: Identity) => ReactNode; contact: (of: Contact) => ReactNode; address: (of: Address) => ReactNode; size: (of: Size) => ReactNode };

/** How the facts of a person read, the same in a client's file and in a referral. */
export function usePersonFacts(): PersonFacts {
  const { t } = useTranslation();
  return {
    identity: (of) => [nameOf(of), of.birthDate && t('person.born', { date: formatWholeDay(of.birthDate) })].filter(Boolean).join(', '),
    contact: ({ phone, email, language, contactNote }) =>
      lines(
        phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
        email && <a href={`mailto:${email}`}>{email}</a>,
        language && t('person.speaks', { language }),
        contactNote,
      ),
    address: ({ street, postcode, municipality }) => [street, [postcode, municipality].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    size: ({ adults, children, accessibleHome }) =>
      lines(
        [adults !== null && t('person.adults', { count: adults }), children !== null && t('person.children', { count: children })].filter(Boolean).join(', '),
        typeof accessibleHome === 'boolean' && t(accessibleHome ? 'person.accessible' : 'person.notAccessible'),
      ),
  };
}
