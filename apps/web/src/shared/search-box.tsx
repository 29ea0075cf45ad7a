import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const AFTER_TYPING = 300;

/** Words to look for; what is typed counts a moment after the typing stops. */
export function SearchBox({ label, hint, value, onChange }: { label: string; hint?: ReactNode; value: string; onChange: (words: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), AFTER_TYPING);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <form
      className="field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="searchbox">
        <input className="input" id={id} type="search" autoComplete="off" maxLength={100} aria-describedby={hint ? `${id}-hint` : undefined} value={typed} onChange={(event) => setTyped(event.target.value)} />
        {typed && (
          <button
            type="button"
            className="btn btn--quiet"
            onClick={() => {
              setTyped('');
              onChange('');
            }}
          >
            {t('clients.clear')}
          </button>
        )}
      </div>
    </form>
  );
}
