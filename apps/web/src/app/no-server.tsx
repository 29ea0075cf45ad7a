import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { Mark } from '../shared/icon.js';

/** The portal itself does not answer: nothing else can be shown. */
export function NoServer() {
  const { t } = useTranslation();
  return (
    <main className="plain stackv">
      <Mark />
      <h1>{t('connection.title')}</h1>
      <p role="alert">{t('connection.atStart')}</p>
      <Button variant="main" onPress={() => location.reload()}>
        {t('fault.retry')}
      </Button>
    </main>
  );
}
