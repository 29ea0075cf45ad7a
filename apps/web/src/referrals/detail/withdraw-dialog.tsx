import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WithdrawReferralDocument, type Wish } from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { FieldError } from '../../shared/form/field.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners } from '../../shared/reference.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import type { ReferralRow } from './referral.page.js';
import { WishChoice } from './wish-choice.js';

const MAX = 2000;

/** Takes the whole question back: from one partner, or from all. */
export function WithdrawDialog({ row, partnerId, onClose }: { row: ReferralRow; partnerId?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const [reason, setReason] = useState('');
  const [wish, setWish] = useState<Wish>();
  const [isAsked, setAsked] = useState(false);
  const release = useUnsaved(reason.trim() !== '');
  const withdraw = useChange(WithdrawReferralDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('sharing.withdraw.done'));
    },
  });
  const partner = calledOf(partnerId);
  const title = t(partnerId ? 'sharing.withdraw.one' : 'sharing.withdraw.all');
  const problem = isAsked && !reason.trim() ? t('sharing.withdraw.missing') : undefined;
  const submit = () => {
    setAsked(true);
    if (reason.trim() && wish) withdraw.mutate({ id: row.id, version: row.version ?? 0, reason: reason.trim(), wish, partnerId: partnerId ?? null });
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        <p>{partnerId ? t('sharing.withdraw.textOne', { partner }) : t('sharing.withdraw.textAll')}</p>
        <WishChoice value={wish} isAsked={isAsked} onChange={setWish} />
        <div className={problem ? 'field field--bad' : 'field'}>
          <label htmlFor="waarom-intrekken">{t('sharing.withdraw.label')}</label>
          <span className="hint" id="waarom-uitleg">
            {t('sharing.withdraw.hint')}
          </span>
          <FieldError id="waarom-fout" error={problem} />
          <textarea className="input" id="waarom-intrekken" maxLength={MAX} value={reason} aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'waarom-uitleg waarom-fout' : 'waarom-uitleg'} onChange={(event) => setReason(event.target.value)} />
        </div>
        <Audience alone>{t('referrals.onlyOwn')}</Audience>
        <FaultNote error={withdraw.error} />
      </div>
      <div className="dialog__foot">
        <Button variant="bad" isPending={withdraw.isPending} onPress={submit}>
          {title}
        </Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}
