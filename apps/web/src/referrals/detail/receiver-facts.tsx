import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { BY_RIGHT, useClassWords } from '../../shared/classes.js';
import { Fact, Facts, lines } from '../../shared/facts.js';
import { formatDay, formatWholeDay } from '../../shared/format.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { isRunning, takenOf } from '../../shared/shares.js';
import { whyOf, Withheld } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { LEFT } from './sides.js';

type Props = { row: ReferralRow; partnerId: string; answer: AnswerRow | undefined; has: readonly DataClass[] };

/** What one partner gets, no longer gets, and answered. */
export function ReceiverFacts({ row, partnerId, answer, has }: Props) {
  const { t } = useTranslation();
  const words = useClassWords();
  const shares = row.shares.filter((share) => share.partnerId === partnerId);
  const willGet = row.recipients.find(({ receiverId, chosen }) => receiverId === partnerId && chosen);
  const isIn = answer && !LEFT.includes(answer.state);
  const taken = shares.map((share) => ({ ...share, classes: share.endedAt ? takenOf(share, shares).filter((each) => !BY_RIGHT.includes(each)) : [] })).filter(({ classes }) => classes.length);
  const lapsed = shares.filter((share) => !share.endedAt && !isRunning(share));
  return (
    <Facts narrow>
      {answer && <AnswerFacts row={row} answer={answer} />}
      {!answer && willGet && <Fact label={t('sharing.receivers.willGet')}>{lines(t('sharing.receivers.always'), willGet.classes.length > 0 && t('sharing.receivers.classes', { classes: words(willGet.classes) }))}</Fact>}
      {isIn && (row.shares.length > 0 || has.length > 0) && (
        <Fact label={t('sharing.receivers.gets')}>
          {lines(
            t('sharing.receivers.always'),
            ...shares.filter((share) => isRunning(share)).map(({ classes, until }) => lentText(classes) && t('sharing.receivers.getsUntil', { classes: words(lentText(classes)!), day: formatWholeDay(until) })),
          )}
        </Fact>
      )}
      {answer && !isIn && <Fact label={t('sharing.receivers.gets')}>{t('sharing.receivers.nothingMore')}</Fact>}
      {taken.length > 0 && (
        <Fact label={t('sharing.receivers.taken')}>{lines(...taken.map(({ classes, endedAt, endedBy }) => t(`sharing.receivers.takenOn_${endedBy ?? 'SENDER'}`, { classes: words(classes), day: formatWholeDay(endedAt!) })))}</Fact>
      )}
      {lapsed.length > 0 && <Fact label={t('sharing.receivers.ended')}>{lines(...lapsed.map(({ classes, until }) => t('sharing.receivers.endedOn', { classes: words(classes), day: formatWholeDay(until) })))}</Fact>}
    </Facts>
  );
}

const lentText = (classes: readonly DataClass[]): DataClass[] | undefined => {
  const lent = classes.filter((each) => !BY_RIGHT.includes(each));
  return lent.length ? lent : undefined;
};

/** What the partner decided, as far as one may read it. */
function AnswerFacts({ row, answer }: { row: ReferralRow; answer: AnswerRow }) {
  const { t } = useTranslation();
  const { nameOf, calledOf } = usePartners();
  const { find } = useReferralTypes();
  const why = answer.endedAt ? whyOf(answer.withheld, 'OUTCOME') : undefined;
  const { contactName, rejectReason, rejectText, advice, keptGround, redirectPartnerId, contentVersion, contentAt } = answer;
  const reason = find(row.type)?.rejectReasons.find(({ code }) => code === rejectReason)?.label;
  return (
    <>
      {contactName && <Fact label={t('referrals.contact')}>{contactName}</Fact>}
      {contentVersion > 1 && contentAt && <Fact label={t('referrals.event.AMENDED')}>{t('sharing.amend.renewed', { day: formatDay(contentAt) })}</Fact>}
      {rejectReason && <Fact label={t('referrals.rejectReason')}>{lines(reason ?? t('fact.nothing'), rejectText)}</Fact>}
      {redirectPartnerId && <Fact label={t('sharing.receivers.advised')}>{t('sharing.receivers.redirectedTo', { partner: calledOf(redirectPartnerId) })}</Fact>}
      {advice && <Fact label={t('referrals.advice')}>{advice}</Fact>}
      {keptGround && <Fact label={t('referrals.keptGround')}>{keptGround}</Fact>}
      {why && (
        <Fact label={t('dataClass.OUTCOME')}>
          <Withheld withheld={why} asked={{ partner: nameOf(answer.partnerId) }} />
        </Fact>
      )}
    </>
  );
}
