import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Whose portal this is, and what everybody may read about it. */
export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="foot">
      <span>{t('app.footer')}</span>
      <nav aria-label={t('app.footerMenu')}>
        <Link to="/privacy">{t('app.privacy')}</Link>
        <Link to="/toegankelijkheid">{t('app.accessibility')}</Link>
      </nav>
    </footer>
  );
}
