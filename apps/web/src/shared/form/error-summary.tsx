import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from 'react-hook-form';
import type { FieldFault } from '../api/refusal.js';
import { Icon } from '../icon.js';
import { fieldId } from './field.js';

/** What React Hook Form found wrong, in the order of the page. */
export const faultsOf = (errors: FieldErrors, order: readonly string[]): FieldFault[] =>
  order.flatMap((field) => {
    const message = errors[field]?.message;
    return typeof message === 'string' && message ? [{ field, message }] : [];
  });

/** Everything that is still missing, on top, with links; it takes the focus each time `attempt` changes. */
export function ErrorSummary({ faults, attempt, title }: { faults: readonly FieldFault[]; attempt: number; title?: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!attempt) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt]);
  if (!faults.length) return null;
  const goTo = (field: string) => {
    const input = document.getElementById(fieldId(field));
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="alert" />
        {title ?? t('form.missing', { count: faults.length })}
      </h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(field);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
