import { useTranslation } from 'react-i18next';
import { AwayNote } from '../../people/away.js';
import { Fact, Facts } from '../../shared/facts.js';
import { Panel } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { whyOf, Withheld } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

/** What one's own organisation decided. */
export function AnswerPanel({ answer, row }: { answer: AnswerRow; row: ReferralRow }) {
  const { t } = useTranslation();
  const { nameOf, calledOf } = usePartners();
  const { find } = useReferralTypes();
  const why = whyOf(answer.withheld, 'OUTCOME');
  const { contactName, rejectReason, rejectText, advice, keptGround, redirectPartnerId } = answer;
  if (!contactName && !rejectReason && !advice && !keptGround && !(why && answer.endedAt)) return null;
  const reason = find(row.type)?.rejectReasons.find(({ code }) => code === rejectReason)?.label;
  return (
    <Panel id="antwoord" title={t('referrals.answer')}>
      <div className="panel__body">
        <Facts>
          {contactName && (
            <Fact label={t('referrals.contact')}>
              {`${contactName}, ${nameOf(answer.partnerId)}`}
              <AwayNote personId={answer.contactPersonId} />
            </Fact>
          )}
          {rejectReason && <Fact label={t('referrals.rejectReason')}>{reason ?? t('fact.nothing')}</Fact>}
          {rejectText && <Fact label={t('referrals.rejectText')}>{rejectText}</Fact>}
          {redirectPartnerId && <Fact label={t('sharing.receivers.advised')}>{t('sharing.receivers.redirectedTo', { partner: calledOf(redirectPartnerId) })}</Fact>}
          {advice && <Fact label={t('referrals.advice')}>{advice}</Fact>}
          {keptGround && <Fact label={t('referrals.keptGround')}>{keptGround}</Fact>}
          {why && answer.endedAt && (
            <Fact label={t('dataClass.OUTCOME')}>
              <Withheld withheld={why} />
            </Fact>
          )}
        </Facts>
      </div>
    </Panel>
  );
}
