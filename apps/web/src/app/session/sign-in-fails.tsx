import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button.js';
import { Plain } from '../shell/plain.js';

type Props = { why: 'failed' | 'unknown' | 'no-capacity'; onRetry?: () => void; onSignOut?: () => void };

/** Says why somebody does not get in, and what she can do about it. */
export function SignInFails({ why, onRetry, onSignOut }: Props) {
  const { t } = useTranslation();
  return (
    <Plain title={t(`session.fails.${why}.title`)}>
      <h1>{t(`session.fails.${why}.title`)}</h1>
      <p className="lead" role="alert">
        {t(`session.fails.${why}.text`)}
      </p>
      <div className="actions">
        {onRetry && (
          <Button variant="main" onPress={onRetry}>
            {t('session.retry')}
          </Button>
        )}
        {onSignOut && (
          <Button variant="main" icon="logout" onPress={onSignOut}>
            {t('session.signOut')}
          </Button>
        )}
      </div>
    </Plain>
  );
}
