import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

/** Who is at the other side. */
export function ContactPanel({ row, answer, isSender }: { row: ReferralRow; answer: AnswerRow | undefined; isSender: boolean }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  return (
    <>
      {!isSender && (
        <Panel id="afzender" title={t('referrals.sender')}>
          <div className="panel__body small">
            <p>
              <b>{row.senderName}</b>
              <br />
              {nameOf(row.fromPartnerId)}
            </p>
          </div>
        </Panel>
      )}
      {isSender && row.receiverId && (
        <Panel id="ontvanger" title={t('referrals.receiver')}>
          <div className="panel__body small">
            <p>
              <b>{answer?.contactName ?? nameOf(row.receiverId)}</b>
              {answer?.contactName && (
                <>
                  <br />
                  {nameOf(row.receiverId)}
                </>
              )}
            </p>
          </div>
        </Panel>
      )}
    </>
  );
}
