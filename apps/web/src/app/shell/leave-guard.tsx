import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Confirm } from '../../shared/overlay/dialog.js';
import { hasUnsaved, saveAll } from '../../shared/unsaved.js';

/** Going to another page saves first what can save itself, and asks when something would be lost. */
export function LeaveGuard() {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => hasUnsaved() && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    let isCurrent = true;
    void saveAll().then((saved) => saved && isCurrent && blocker.proceed());
    return () => {
      isCurrent = false;
    };
  }, [blocker]);
  return (
    <Confirm
      title={t('unsaved.title')}
      text={t('unsaved.text')}
      confirm={t('unsaved.leave')}
      cancel={t('unsaved.stay')}
      bad
      isOpen={blocker.state === 'blocked'}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  );
}
