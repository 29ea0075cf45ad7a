import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Button } from '../shared/button.js';
import { Plain } from './shell/plain.js';

/** A page broke: says so without codes, and offers the way on. */
export function PageFault() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <Plain title={t('fault.title')}>
      <h1>{t('fault.title')}</h1>
      <p className="lead" role="alert">
        {t('fault.page')}
      </p>
      <div className="actions">
        <Button variant="main" onPress={() => location.reload()}>
          {t('fault.reload')}
        </Button>
        <Button onPress={() => location.assign('/')}>{t('fault.home')}</Button>
      </div>
    </Plain>
  );
}
