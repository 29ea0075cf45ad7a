import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Refusal } from '../shared/api/refusal.js';
import { Icon } from '../shared/icon.js';

/** What one can do where no protocol holds. */
export function WaysOn() {
  const { t } = useTranslation();
  return (
    <ul className="ways">
      <li>
        <Link to="/vragen/nieuw">{t('signals.ways.question')}</Link>: {t('signals.ways.questionText')}
      </li>
      <li>{t('signals.ways.ocmw')}</li>
      <li>{t('signals.ways.danger')}</li>
    </ul>
  );
}

/** Refused, in the words of the server, with where to go from here. */
export function RefusedHere({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const isRefused = error instanceof Refusal && error.code === 'NO_PROTOCOL';
  return (
    <div role="alert">
      {isRefused && (
        <div className="note note--care">
          <Icon name="alert" />
          <div>
            <h2>{t('signals.refused')}</h2>
            <p>{error.message}</p>
            <WaysOn />
          </div>
        </div>
      )}
    </div>
  );
}
