import { useTranslation } from 'react-i18next';
import { NoConnection, Refusal } from './api/refusal.js';
import { Button, ButtonLink } from './button.js';
import { Icon } from './icon.js';
import { usePageTitle } from './page.js';

/** Not there, or not for you: it looks the same. */
export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('fault.notFound.title'));
  return (
    <div className="panel">
      <div className="empty">
        <h1 className="empty__title">{t('fault.notFound.title')}</h1>
        <p>{t('fault.notFound.text')}</p>
        <ButtonLink to="/">{t('fault.home')}</ButtonLink>
      </div>
    </div>
  );
}

/** What a person may read of an error. */
export const useFaultText = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof NoConnection) return t('fault.noConnection');
    return (error instanceof Refusal && error.message) || t('fault.unknown');
  };
};

/** A page or a part of it that could not be read. */
export function Fault({ error, onRetry, isAlone }: { error: unknown; onRetry?: () => void; isAlone?: boolean }) {
  const { t } = useTranslation();
  const text = useFaultText();
  if (error instanceof Refusal && error.code === 'NOT_FOUND') return <NotFound />;
  const note = (
    <div className="note note--bad" role="alert">
      <Icon name="alert" />
      <div>
        <h2>{t('fault.title')}</h2>
        <p>{text(error)}</p>
        {onRetry && (
          <div className="actions fault__actions">
            <Button small onPress={onRetry}>
              {t('fault.retry')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
  return isAlone ? (
    <main className="plain" id="inhoud" tabIndex={-1}>
      {note}
    </main>
  ) : (
    note
  );
}

/** One line under a form or in a dialog: why it did not work. */
export function FaultNote({ error }: { error: unknown }) {
  const text = useFaultText();
  const more = error instanceof Refusal ? error.fields.filter(({ message }) => message !== error.message) : [];
  return (
    <div role="alert">
      {error ? (
        <div className="note note--bad">
          <Icon name="alert" />
          <div>
            <p>{text(error)}</p>
            {more.length > 0 && (
              <ul className="bullets">
                {more.map(({ field, message }) => (
                  <li key={field}>{message}</li>
                ))}
              </ul>
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}
