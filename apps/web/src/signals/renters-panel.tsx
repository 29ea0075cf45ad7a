import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { TextField } from '../shared/form/field.js';
import { maxOf } from '../shared/limits.js';
import { Panel } from '../shared/page.js';
import { MOST_RENTERS, NO_RENTER, type RenterValues, type Values } from './values.js';

type Props = { form: UseFormReturn<Values> };

/** Every renter on the lease: who is not named, is not heard. */
export function RentersPanel({ form }: Props) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'renters' });
  return (
    <Panel id="huurders" title={t('signals.form.renters')} aside={<p className="small mute">{t('clients.form.noNationalNumber')}</p>}>
      <div className="panel__body stackv">
        <p className="small soft">{t('signals.form.rentersHint')}</p>
        {fields.map(({ id }, at) => (
          <Renter key={id} form={form} at={at} onRemove={fields.length > 1 ? () => remove(at) : undefined} />
        ))}
        {fields.length < MOST_RENTERS && (
          <div className="actions">
            <Button small icon="plus" onPress={() => append(NO_RENTER, { focusName: `renters.${fields.length}.givenName` })}>
              {t('signals.form.addRenter')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Renter({ form: { register, formState }, at, onRemove }: Props & { at: number; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation();
  const present = (missing: string) => ({ validate: (text: string) => Boolean(text.trim()) || missing });
  const of = (name: keyof RenterValues, rules: object = {}) => ({
    registration: register(`renters.${at}.${name}`, rules),
    label: t(`field.${name}`),
    error: formState.errors.renters?.[at]?.[name]?.message,
    maxLength: maxOf('SignalRenter', name, 120),
  });
  return (
    <fieldset className="renter stackv">
      <legend>
        <span className="renter__head">
          <span>{t('signals.form.renter', { n: at + 1 })}</span>
          {onRemove && (
            <button type="button" className="linkbtn" aria-label={t('signals.form.removeRenterOf', { n: at + 1 })} onClick={onRemove}>
              {t('signals.form.removeRenter')}
            </button>
          )}
        </span>
      </legend>
      <div className="two">
        <TextField {...of('givenName', present(t('signals.form.givenNameMissing', { n: at + 1 })))} />
        <TextField {...of('familyName', present(t('signals.form.familyNameMissing', { n: at + 1 })))} />
      </div>
      <div className="two">
        <TextField {...of('phone')} type="tel" optional />
        <TextField {...of('email')} type="email" optional />
      </div>
      <TextField {...of('language')} size="narrow" optional />
    </fieldset>
  );
}
