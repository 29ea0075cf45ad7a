import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ActivateCooperationDocument, ConfirmCooperationDocument, EndCooperationDocument, ReviewCooperationDocument, SignCooperationDocument, WithdrawCooperationDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { TextField } from '../shared/form/field.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import type { Cooperation } from './cooperation.page.js';

export type CooperationEvent = 'sign' | 'withdraw' | 'activate' | 'review' | 'confirm' | 'end';
type Props = { event: CooperationEvent; title: string; row: Cooperation; onClose: () => void };

/** A step with at most one text. */
export function CooperationStepDialog({ event, title, row, onClose }: Props) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const { partner } = useMe();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { text: '' } });
  const { take, isPending, error } = useStep(event, row, () => {
    toast(t(`cooperation.done.${event}`));
    onClose();
  });
  const filled = (message: string) => register('text', { validate: (text) => Boolean(text.trim()) || message });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate onSubmit={(act) => void handleSubmit(({ text }) => take(text.trim()))(act)}>
        <div className="dialog__body stackv">
          {event !== 'end' && <p>{t(`cooperation.dialog.${event}`, { partner: calledOf(partner.id) })}</p>}
          {event === 'sign' && <TextField registration={filled(t('cooperation.dialog.capacityMissing'))} label={t('cooperation.dialog.capacity')} hint={t('cooperation.dialog.capacityHint')} error={formState.errors.text?.message} maxLength={120} />}
          {event === 'end' && <TextField multiline registration={filled(t('cooperation.dialog.reasonMissing'))} label={t('cooperation.dialog.reason')} hint={t('cooperation.dialog.reasonHint')} error={formState.errors.text?.message} maxLength={1000} />}
          <FaultNote error={error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant={event === 'end' ? 'bad' : 'main'} isPending={isPending}>
            {title}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useStep(event: CooperationEvent, { id, version, hash }: Cooperation, onSuccess: () => void) {
  const sign = useChange(SignCooperationDocument, { onSuccess });
  const end = useChange(EndCooperationDocument, { onSuccess });
  const withdraw = useChange(WithdrawCooperationDocument, { onSuccess });
  const activate = useChange(ActivateCooperationDocument, { onSuccess });
  const review = useChange(ReviewCooperationDocument, { onSuccess });
  const confirm = useChange(ConfirmCooperationDocument, { onSuccess });
  const plain = { withdraw, activate, review, confirm };
  const { isPending, error } = { ...plain, sign, end }[event];
  const take = (text: string) => {
    if (event === 'sign') sign.mutate({ id, version, hash, capacity: text });
    else if (event === 'end') end.mutate({ id, version, reason: text });
    else plain[event].mutate({ id, version });
  };
  return { take, isPending, error };
}
