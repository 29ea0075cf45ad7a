import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Icon } from '../../shared/icon.js';
import { usePartners } from '../../shared/reference.js';
import type { ReferralRow } from './referral.page.js';

/** Right after sending: it went, and who is next. */
export function SentNote({ row }: { row: ReferralRow }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const { state } = useLocation() as { state: { sent?: boolean } | null };
  if (!state?.sent || row.state !== 'DELIVERED') return null;
  return (
    <section className="panel sent" role="status">
      <span className="sent__tick">
        <Icon name="check" size="l" />
      </span>
      <div>
        <h2>{t('referrals.sentTitle')}</h2>
        <p className="soft">{t('referrals.sentText', { number: row.number, partner: calledOf(row.receiverId) })}</p>
      </div>
    </section>
  );
}
