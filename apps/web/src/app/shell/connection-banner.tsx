import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onFound, probe, useIsLost } from '../../shared/api/connection.js';
import { queryClient } from '../../shared/api/query.js';
import { Icon } from '../../shared/icon.js';

/** Says that nobody answers and that we keep trying; what was read is read anew when it works again. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isLost = useIsLost();
  useEffect(() => onFound(() => void queryClient.invalidateQueries()), []);
  return (
    <div role="status" className="banner-box">
      {isLost && (
        <div className="banner">
          <Icon name="sync" />
          <b>{t('connection.title')}</b>
          <span>{t('connection.text')}</span>
          <button type="button" className="linkbtn" onClick={() => void probe()}>
            {t('connection.now')}
          </button>
        </div>
      )}
    </div>
  );
}
