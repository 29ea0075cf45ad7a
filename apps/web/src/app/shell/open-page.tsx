import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { ButtonLink } from '../../shared/button.js';
import { Mark } from '../../shared/icon.js';
import { Footer } from './footer.js';

/** A page that everybody may read, without menu. */
export function OpenPage() {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#inhoud">
        {t('app.skip')}
      </a>
      <header className="topbar">
        <Link className="brand" to="/">
          <Mark />
          <span className="brand__name">
            Woonbrug<span className="brand__sub">{t('app.region')}</span>
          </span>
        </Link>
        <div className="topbar__right">
          <ButtonLink to="/aanmelden">{t('session.signIn')}</ButtonLink>
        </div>
      </header>
      <main className="main main--open" id="inhoud" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
}
