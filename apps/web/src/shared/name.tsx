import { useTranslation } from 'react-i18next';
import { Icon } from './icon.js';
import { whyOf, type WithheldFacts } from './withheld.js';

type Named = { givenName?: string | null; familyName?: string | null; withheld?: readonly WithheldFacts[] };

/** "Nadia Vercruysse", or nothing when no name is there or shown. */
export const nameOf = ({ givenName, familyName }: Named): string | undefined => [givenName, familyName].filter(Boolean).join(' ') || undefined;

/** A person's name in a list; when it is withheld that is what it says. */
export function PersonName({ of }: { of: Named }) {
  const { t } = useTranslation();
  const name = nameOf(of);
  if (name) return <>{name}</>;
  if (of.withheld && whyOf(of.withheld, 'IDENTITY')) {
    return (
      <span className="withheld withheld--s">
        <Icon name="lock" size="s" />
        {t('withheld.noName')}
      </span>
    );
  }
  return <>{t('person.noName')}</>;
}
