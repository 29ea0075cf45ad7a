import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Shape } from '../icon.js';

type Frame = { label: string; hint?: ReactNode; error?: string; optional?: boolean; size?: 'narrow' | 'tiny' | 'full' };
type Input = Frame & { registration: UseFormRegisterReturn; prefix?: string };

/** The id of an input, so that the list of errors can lead to it. */
export const fieldId = (name: string, prefix = 'veld'): string => `${prefix}-${name}`;

function useFrame({ hint, error }: Frame) {
  const id = useId();
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { hintId: `${id}-hint`, errorId: `${id}-error`, described: { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined } };
}

/** Label, hint and error around an input; the error stands above it. */
function FieldFrame({ label, hint, error, optional, size, inputId, hintId, errorId, children }: Frame & { inputId: string; hintId: string; errorId: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={['field', error && 'field--bad', size && `field--${size}`].filter(Boolean).join(' ')}>
      <label htmlFor={inputId}>
        {label} {optional && <span className="opt">{t('form.optional')}</span>}
      </label>
      {hint && (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
      <FieldError id={errorId} error={error} />
      {children}
    </div>
  );
}

/** What is wrong with a field, and what to do. */
export function FieldError({ id, error }: { id?: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="error" id={id}>
      <Shape name="late" />
      {error}
    </p>
  );
}

type TextProps = Input & { type?: 'text' | 'email' | 'tel'; inputMode?: 'numeric'; autoComplete?: string; maxLength?: number; multiline?: boolean; list?: string };

/** A line or a block of text. */
export function TextField(props: TextProps) {
  const { registration, prefix, type = 'text', inputMode, autoComplete = 'off', maxLength, multiline, list } = props;
  const { described, ...ids } = useFrame(props);
  const id = fieldId(registration.name, prefix);
  return (
    <FieldFrame {...props} {...ids} inputId={id}>
      {multiline ? (
        <textarea className="input" id={id} maxLength={maxLength} {...described} {...registration} />
      ) : (
        <input className="input" id={id} type={type} inputMode={inputMode} autoComplete={autoComplete} maxLength={maxLength} list={list} {...described} {...registration} />
      )}
    </FieldFrame>
  );
}

/** A day, typed as 10/03/2026. */
export function DayField(props: Input) {
  const { t } = useTranslation();
  return <TextField size="narrow" {...props} hint={props.hint ?? t('form.dayHint')} inputMode="numeric" maxLength={10} />;
}

export type Option = { value: string; label: string };

/** A choice out of a few; `empty` is the text of no choice. */
export function SelectField(props: Input & { options: readonly Option[]; empty?: string }) {
  const { registration, prefix, options, empty } = props;
  const { described, ...ids } = useFrame(props);
  const id = fieldId(registration.name, prefix);
  return (
    <FieldFrame {...props} {...ids} inputId={id}>
      <select className="input" id={id} {...described} {...registration}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Something that is or is not. */
export function CheckField({ registration, label, hint, prefix, error }: { registration: UseFormRegisterReturn; label: ReactNode; hint?: string; prefix?: string; error?: string }) {
  const id = fieldId(registration.name, prefix);
  const hintId = useId();
  return (
    <label className="check" htmlFor={id}>
      <input type="checkbox" id={id} aria-invalid={error ? true : undefined} aria-describedby={hint && hintId} {...registration} />
      <span>
        {label}
        {hint && (
          <span className="hint" id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
