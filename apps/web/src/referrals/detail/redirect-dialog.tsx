import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RedirectReferralDocument } from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { SelectField, TextField } from '../../shared/form/field.js';
import { maxOf } from '../../shared/limits.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners } from '../../shared/reference.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { redirectTo } from './sides.js';

type Values = { partnerId: string; advice: string };

/** Passing the question on, to a partner to whom the client agreed; the sender makes a new draft of it. */
export function RedirectDialog({ row, answer, onClose }: { row: ReferralRow; answer: AnswerRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { nameOf, calledOf } = usePartners();
  const to = redirectTo(row, answer);
  const { register, handleSubmit, formState } = useForm<Values>({ defaultValues: { partnerId: to.length === 1 ? to[0] : '', advice: '' } });
  const release = useUnsaved(formState.isDirty);
  const redirect = useChange(RedirectReferralDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('referrals.done.redirect'));
    },
  });
  const submit = handleSubmit(({ partnerId, advice }) => redirect.mutate({ id: answer.id, version: answer.version, partnerId, advice: advice.trim() }));
  const { errors } = formState;
  return (
    <Dialog title={t('referrals.action.redirect')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <p>{t('sharing.redirect.text', { partner: calledOf(row.fromPartnerId) })}</p>
          <SelectField
            registration={register('partnerId', { required: t('sharing.redirect.partnerMissing') })}
            label={t('sharing.redirect.partner')}
            hint={t('sharing.redirect.partnerHint')}
            error={errors.partnerId?.message}
            empty={t('form.choose')}
            options={to.map((id) => ({ value: id, label: nameOf(id) }))}
          />
          <TextField
            registration={register('advice', { validate: (text) => Boolean(text.trim()) || t('sharing.redirect.adviceMissing') })}
            label={t('sharing.redirect.advice')}
            error={errors.advice?.message}
            maxLength={maxOf('Answer', 'advice')}
            multiline
          />
          <Audience>{t('referrals.dialog.audience', { partner: nameOf(row.fromPartnerId) })}</Audience>
          <FaultNote error={redirect.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={redirect.isPending}>
            {t('referrals.action.redirect')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
