import { useTranslation } from 'react-i18next';
import { formatList } from '../../shared/format.js';
import { Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

/** For a receiver: who asks, and who else was asked when that was told. */
export function ContactPanel({ row, answer }: { row: ReferralRow; answer: AnswerRow | undefined }) {
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
        {answer && answer.fellowIds.length > 0 && (
          <p className="fellows">
            <span className="mute">{t('sharing.fellows')}</span>
            <br />
            {formatList(answer.fellowIds.map(nameOf))}
          </p>
        )}
      </div>
    </Panel>
  );
}
