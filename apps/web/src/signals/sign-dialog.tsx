import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SignSettlementDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { CheckField, FieldError, TextField } from '../shared/form/field.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { useMe } from '../shared/session.js';
import { Audience } from '../shared/withheld.js';
import type { Settlement } from './settlement-panel.js';

type Values = { hasRead: boolean; capacity: string };

/** Reads the whole text and signs that very text: its hash goes along. */
export function SignDialog({ settlement, onClose }: { settlement: Settlement; onClose: () => void }) {
  const { t } = useTranslation();
  const { name, role, partner } = useMe();
  const { register, handleSubmit, formState } = useForm<Values>({ defaultValues: { hasRead: false, capacity: t(`role.${role}`) } });
  const sign = useChange(SignSettlementDocument, {
    onSuccess: () => {
      onClose();
      toast(t('signals.settlement.done'));
    },
  });
  const submit = handleSubmit(({ capacity }) => sign.mutate({ id: settlement.id, version: settlement.version, hash: settlement.hash, capacity: capacity.trim() }));
  return (
    <Dialog title={t('signals.settlement.sign')} wide isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <p>{t('signals.settlement.whole')}</p>
          <div className="settlement" role="region" aria-label={t('signals.settlement.text')} tabIndex={0}>
            {settlement.body}
          </div>
          <div className={formState.errors.hasRead ? 'field--bad' : undefined}>
            <FieldError error={formState.errors.hasRead?.message} />
            <CheckField registration={register('hasRead', { validate: (is) => is || t('signals.settlement.readMissing') })} label={t('signals.settlement.hasRead')} error={formState.errors.hasRead?.message} />
          </div>
          <TextField registration={register('capacity', { validate: (text) => Boolean(text.trim()) || t('signals.settlement.capacityMissing') })} label={t('signals.settlement.capacity')} hint={t('signals.settlement.capacityHint', { name, partner: partner.name })} error={formState.errors.capacity?.message} maxLength={120} />
          <Audience>{t('signals.settlement.reads')}</Audience>
          <FaultNote error={sign.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" icon="pen" isPending={sign.isPending}>
            {t('signals.settlement.do')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
