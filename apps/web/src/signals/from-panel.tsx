import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../shared/form/field.js';
import { maxOf } from '../shared/limits.js';
import { Panel } from '../shared/page.js';
import { ORIGINS, type Values } from './values.js';

/** Who saw the tension, when it is not a company that reports it. */
export function FromPanel({ form: { register, control, formState } }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const origin = useWatch({ control, name: 'origin' });
  const isLandlord = origin === 'LANDLORD';
  const named = (text: string) => !isLandlord || Boolean(text.trim()) || t('signals.form.landlordMissing');
  return (
    <Panel id="van-wie" title={t('signals.form.from')}>
      <div className="panel__body stackv">
        <SelectField registration={register('origin', { required: t('signals.form.originMissing') })} label={t('signals.form.origin')} error={formState.errors.origin?.message} empty={t('form.choose')} options={ORIGINS.map((value) => ({ value, label: t(`signals.origin.${value}`) }))} />
        <TextField registration={register('landlordName', { validate: named })} label={t('signals.form.landlordName')} hint={t('signals.form.landlordNameHint')} error={formState.errors.landlordName?.message} maxLength={maxOf('TensionSignal', 'landlordName', 120)} optional={!isLandlord} />
        <TextField registration={register('landlordContact')} label={t('signals.form.landlordContact')} hint={t('signals.form.landlordContactHint')} error={formState.errors.landlordContact?.message} maxLength={maxOf('TensionSignal', 'landlordContact', 200)} optional />
      </div>
    </Panel>
  );
}
