import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '../../shared/facts.js';
import { Panel } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { whyOf, Withheld } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

/** What the receiver decided, for who may read it. */
export function AnswerPanel({ answer, row, isSender }: { answer: AnswerRow; row: ReferralRow; isSender: boolean }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const { find } = useReferralTypes();
  const why = whyOf(answer.withheld, 'OUTCOME');
  const { contactName, rejectReason, rejectText, advice, keptGround } = answer;
  if (!contactName && !rejectReason && !advice && !keptGround && !(why && answer.endedAt)) return null;
  const reason = find(row.type)?.rejectReasons.find(({ code }) => code === rejectReason)?.label;
  return (
    <Panel id="antwoord" title={isSender ? t('referrals.answerOf', { partner: nameOf(answer.partnerId) }) : t('referrals.answer')}>
      <div className="panel__body">
        <Facts>
          {contactName && <Fact label={t('referrals.contact')}>{`${contactName}, ${nameOf(answer.partnerId)}`}</Fact>}
          {rejectReason && <Fact label={t('referrals.rejectReason')}>{reason ?? t('fact.nothing')}</Fact>}
          {rejectText && <Fact label={t('referrals.rejectText')}>{rejectText}</Fact>}
          {advice && <Fact label={t('referrals.advice')}>{advice}</Fact>}
          {keptGround && <Fact label={t('referrals.keptGround')}>{keptGround}</Fact>}
          {why && (
            <Fact label={t('dataClass.OUTCOME')}>
              <Withheld withheld={why} asked={isSender ? { partner: nameOf(answer.partnerId) } : undefined} />
            </Fact>
          )}
        </Facts>
      </div>
    </Panel>
  );
}
