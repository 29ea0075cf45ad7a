import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { EndProtocolDocument, PublishProtocolDocument, SignProtocolDocument, SubmitProtocolDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { TextField } from '../shared/form/field.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import type { Protocol } from './protocol.page.js';

type Event = 'submit' | 'sign' | 'publish' | 'end';
type Props = { event: Event; row: Protocol; onClose: () => void };

/** A step with at most one text. */
export function StepDialog({ event, row, onClose }: Props) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const { partner } = useMe();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { text: '' } });
  const { take, isPending, error } = useStep(event, row, () => {
    toast(t(`protocols.done.${event}`));
    onClose();
  });
  const missing = (text: string) => Boolean(text.trim()) || t(event === 'end' ? 'protocols.dialog.reasonMissing' : 'protocols.dialog.urlMissing');
  const address = (text: string) => /^https:\/\/[^\s/?#]+\.[^\s]+$/.test(text.trim()) || t('protocols.dialog.urlMissing');
  return (
    <Dialog title={t(`protocols.action.${event}`)} isOpen onClose={onClose}>
      <form noValidate onSubmit={(act) => void handleSubmit(({ text }) => take(text.trim()))(act)}>
        <div className="dialog__body stackv">
          {event === 'submit' && <p>{t('protocols.dialog.submit', { from: calledOf(row.fromPartnerId), to: calledOf(row.toPartnerId) })}</p>}
          {event === 'sign' && <p>{t('protocols.dialog.sign', { partner: calledOf(partner.id) })}</p>}
          {event === 'publish' && <TextField registration={register('text', { validate: address })} label={t('protocols.dialog.url')} hint={t('protocols.dialog.urlHint')} error={formState.errors.text?.message} maxLength={500} />}
          {event === 'end' && <TextField multiline registration={register('text', { validate: missing })} label={t('protocols.dialog.reason')} hint={t('protocols.dialog.reasonHint')} error={formState.errors.text?.message} maxLength={1000} />}
          <FaultNote error={error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant={event === 'end' ? 'bad' : 'main'} isPending={isPending}>
            {t(`protocols.action.${event}`)}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useStep(event: Event, { id, version }: Protocol, onSuccess: () => void) {
  const submit = useChange(SubmitProtocolDocument, { onSuccess });
  const sign = useChange(SignProtocolDocument, { onSuccess });
  const publish = useChange(PublishProtocolDocument, { onSuccess });
  const end = useChange(EndProtocolDocument, { onSuccess });
  const { isPending, error } = { submit, sign, publish, end }[event];
  const take = (text: string) => {
    if (event === 'publish') publish.mutate({ id, version, publicationUrl: text });
    else if (event === 'end') end.mutate({ id, version, reason: text });
    else (event === 'sign' ? sign : submit).mutate({ id, version });
  };
  return { take, isPending, error };
}
