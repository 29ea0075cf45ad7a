import { useTranslation } from 'react-i18next';

/** The first moment, before anything is known. */
export function Starting() {
  const { t } = useTranslation();
  return (
    <main className="plain" id="inhoud" tabIndex={-1} aria-busy="true">
      <p role="status" className="mute">
        {t('app.starting')}
      </p>
    </main>
  );
}
