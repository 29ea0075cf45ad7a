import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../shared/icon.js';
import { usePageTitle } from '../../shared/page.js';

/** A page without menu, for who is not signed in. */
export function Plain({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  usePageTitle(title);
  return (
    <div className="plain">
      <Link className="brand" to="/">
        <Mark />
        <span className="brand__name">
          Woonbrug<span className="brand__sub">{t('session.whose')}</span>
        </span>
      </Link>
      <main id="inhoud" tabIndex={-1} className="stackv">
        {children}
      </main>
    </div>
  );
}
