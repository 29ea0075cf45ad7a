import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AdviseProtocolDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { DayField, FieldError, fieldId, TextField } from '../shared/form/field.js';
import { parseDay, today, typedDay } from '../shared/format.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { useUnsaved } from '../shared/unsaved.js';
import type { Protocol } from './protocol.page.js';

/** A DPO's advice for her own partner: when, which way, and why. */
export function AdviseDialog({ row: { id, version }, onClose }: { row: Protocol; onClose: () => void }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { on: typedDay(today()), kind: '', text: '' } });
  const release = useUnsaved(formState.isDirty);
  const advise = useChange(AdviseProtocolDocument, {
    onSuccess: () => {
      release();
      toast(t('protocols.done.advise'));
      onClose();
    },
  });
  const { errors } = formState;
  const day = (typed: string) => {
    const on = parseDay(typed);
    if (!on) return t('form.dayWrong');
    return on <= today() || t('form.dayFuture');
  };
  const submit = handleSubmit(({ on, kind, text }) => advise.mutate({ id, version, on: parseDay(on)!, positive: kind === 'positive', text: text.trim() }));
  return (
    <Dialog title={t('protocols.action.advise')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <DayField registration={register('on', { validate: day })} label={t('protocols.dialog.adviceOn')} error={errors.on?.message} />
          <fieldset className={errors.kind ? 'field--bad' : undefined} aria-describedby={errors.kind ? 'advies-fout' : undefined}>
            <legend className="label">{t('protocols.dialog.adviceKind')}</legend>
            <FieldError id="advies-fout" error={errors.kind?.message} />
            {(['positive', 'negative'] as const).map((kind) => (
              <label key={kind} className="check" htmlFor={fieldId(`kind-${kind}`)}>
                <input type="radio" id={fieldId(`kind-${kind}`)} value={kind} {...register('kind', { required: t('protocols.dialog.adviceKindMissing') })} />
                <span>{t(`protocols.dialog.${kind}`)}</span>
              </label>
            ))}
          </fieldset>
          <TextField multiline registration={register('text', { validate: (text) => Boolean(text.trim()) || t('protocols.dialog.adviceTextMissing') })} label={t('protocols.dialog.adviceText')} error={errors.text?.message} maxLength={2000} />
          <FaultNote error={advise.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={advise.isPending}>
            {t('protocols.action.advise')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
