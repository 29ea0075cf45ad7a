import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RequestAccessDocument, type DataClass } from '../../generated/graphql/graphql.js';
import { Refusal } from '../../shared/api/refusal.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { parseDay, today } from '../../shared/format.js';
import { DayField, FieldError, TextField } from '../../shared/form/field.js';
import { maxOf } from '../../shared/limits.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners } from '../../shared/reference.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import { CLASSES } from '../facts.js';
import type { ReferralRow } from './referral.page.js';

type Values = { classes: DataClass[]; reason: string; until: string };

/** Asks who owns it to see more: what, why, until when. Whether there is anything is told to nobody. */
export function AskAccessDialog({ row, dataClass, onClose }: { row: ReferralRow; dataClass: DataClass; onClose: () => void }) {
  const { t } = useTranslation();
  const { nameOf, calledOf } = usePartners();
  const form = useForm<Values>({ defaultValues: { classes: [dataClass], reason: '', until: '' } });
  const { register, formState } = form;
  const release = useUnsaved(formState.isDirty);
  const hidden = row.withheld.filter(({ why }) => why === 'NOT_SHARED').map((each) => each.dataClass);
  const choices = CLASSES.filter((each) => hidden.includes(each));
  const ask = useChange(RequestAccessDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('sharing.access.asked', { partner: calledOf(row.fromPartnerId) }));
    },
  });
  const day = (text: string) => {
    const typed = parseDay(text);
    if (!typed) return t('form.dayWrong');
    return typed > today() || t('sharing.access.untilPast');
  };
  const submit = form.handleSubmit(({ classes, reason, until }) =>
    ask.mutate(
      { dossierId: row.id, classes, reason: reason.trim(), until: parseDay(until)! },
      {
        onError: (error) => {
          if (error instanceof Refusal) for (const { field, message } of error.fields) form.setError(field as 'reason', { message });
        },
      },
    ),
  );
  const { errors } = formState;
  return (
    <Dialog title={t('sharing.access.ask')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <p>{t('sharing.access.text', { partner: calledOf(row.fromPartnerId) })}</p>
          <fieldset className={errors.classes ? 'field--bad' : undefined}>
            <legend className="label">{t('sharing.access.what')}</legend>
            <FieldError error={errors.classes?.message} />
            {choices.map((each) => (
              <label className="check" key={each}>
                <input type="checkbox" value={each} {...register('classes', { validate: (all) => all.length > 0 || t('sharing.access.whatMissing') })} />
                <span>{t(`dataClass.${each}`)}</span>
              </label>
            ))}
          </fieldset>
          <TextField
            registration={register('reason', { validate: (text) => Boolean(text.trim()) || t('sharing.access.whyMissing') })}
            label={t('sharing.access.why')}
            hint={t('sharing.access.whyHint')}
            error={errors.reason?.message}
            maxLength={maxOf('AccessRequest', 'reason', 1000)}
            multiline
          />
          <DayField registration={register('until', { validate: day })} label={t('sharing.access.until')} error={errors.until?.message} />
          <Audience>{t('referrals.dialog.audience', { partner: nameOf(row.fromPartnerId) })}</Audience>
          <FaultNote error={ask.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={ask.isPending}>
            {t('sharing.access.ask')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
