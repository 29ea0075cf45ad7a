import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import type { ReferralRow } from './referral.page.js';

/** For a receiver: who asks. */
export function ContactPanel({ row }: { row: ReferralRow }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  return (
    <Panel id="afzender" title={t('referrals.sender')}>
      <div className="panel__body small">
        <p>
          <b>{row.senderName}</b>
          <br />
          {nameOf(row.fromPartnerId)}
        </p>
      </div>
    </Panel>
  );
}
