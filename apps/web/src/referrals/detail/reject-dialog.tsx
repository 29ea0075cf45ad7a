import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RejectReferralDocument } from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { SelectField, TextField } from '../../shared/form/field.js';
import { maxOf } from '../../shared/limits.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

type Values = { reason: string; text: string; advice: string };

/** Refusing: a reason of the list, and always an advice. */
export function RejectDialog({ row, answer, onClose }: { row: ReferralRow; answer: AnswerRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const reasons = useReferralTypes().find(row.type)?.rejectReasons ?? [];
  const { register, handleSubmit, control, formState } = useForm<Values>({ defaultValues: { reason: '', text: '', advice: '' } });
  const reason = useWatch({ control, name: 'reason' });
  const needsText = reasons.find(({ code }) => code === reason)?.needsText ?? false;
  const release = useUnsaved(formState.isDirty);
  const reject = useChange(RejectReferralDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('referrals.done.reject'));
    },
  });
  const submit = handleSubmit((values) => reject.mutate({ id: answer.id, version: answer.version, reason: values.reason, text: needsText ? values.text.trim() : null, advice: values.advice.trim() }));
  const { errors } = formState;
  return (
    <Dialog title={t('referrals.action.reject')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <SelectField
            registration={register('reason', { required: t('referrals.dialog.reject.reasonMissing') })}
            label={t('referrals.dialog.reject.reason')}
            error={errors.reason?.message}
            empty={t('form.choose')}
            options={reasons.map(({ code, label }) => ({ value: code, label }))}
          />
          {needsText && (
            <TextField
              registration={register('text', { validate: (text) => Boolean(text.trim()) || t('referrals.dialog.reject.textMissing') })}
              label={t('referrals.dialog.reject.text')}
              error={errors.text?.message}
              maxLength={maxOf('Answer', 'rejectText')}
              multiline
            />
          )}
          <TextField
            registration={register('advice', { validate: (text) => Boolean(text.trim()) || t('referrals.dialog.reject.adviceMissing') })}
            label={t('referrals.dialog.reject.advice')}
            hint={t('referrals.dialog.reject.adviceHint')}
            error={errors.advice?.message}
            maxLength={maxOf('Answer', 'advice')}
            multiline
          />
          <Audience>{t('referrals.dialog.audience', { partner: nameOf(row.fromPartnerId) })}</Audience>
          <FaultNote error={reject.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="bad" isPending={reject.isPending}>
            {t('referrals.action.reject')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
