import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { Button } from '../../shared/button.js';
import { BY_RIGHT } from '../../shared/classes.js';
import { formatTime } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import { isRunning } from '../../shared/shares.js';
import { Status } from '../../shared/status.js';
import { Term } from '../../shared/term.js';
import { NarrowDialog } from './narrow-dialog.js';
import { ReceiverFacts } from './receiver-facts.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { isEnded, LEFT, receiversOf } from './sides.js';
import { StepDialog } from './step-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** For the sender: per partner how far it is, what it gets now and what it no longer gets. */
export function ReceiversPanel({ row }: { row: ReferralRow }) {
  const { t } = useTranslation();
  const receivers = receiversOf(row);
  if (row.state === 'DRAFT' || !receivers.length) return null;
  const firstAsking = row.answers.find(({ may }) => may.includes('reply'))?.partnerId;
  return (
    <Panel id="ontvangers" title={t('sharing.receivers.title')}>
      {row.state === 'SENT' && row.deliverAt && (
        <p className="panel__body leaves">
          <Icon name="clock" size="s" />
          <span>
            <b>{t('sharing.receivers.leaves', { time: formatTime(row.deliverAt) })}</b> {t('sharing.receivers.leavesText')}
          </span>
        </p>
      )}
      {receivers.map((partnerId) => (
        <Receiver key={partnerId} row={row} partnerId={partnerId} isFirst={partnerId === firstAsking} />
      ))}
    </Panel>
  );
}

type Action = 'reply' | 'reopen' | 'narrow' | 'withdraw';

function Receiver({ row, partnerId, isFirst }: { row: ReferralRow; partnerId: string; isFirst: boolean }) {
  const { t } = useTranslation();
  const { nameOf, calledOf } = usePartners();
  const [open, setOpen] = useState<Action>();
  const answer = row.answers.find((each) => each.partnerId === partnerId);
  const has = lentNow(row, partnerId);
  const name = nameOf(partnerId);
  const close = () => setOpen(undefined);
  const actions = actionsFor(row, answer, has);
  const label = { reply: t('referrals.action.reply'), reopen: t('referrals.action.reopen'), narrow: t('sharing.narrow.action'), withdraw: t('sharing.withdraw.one') };
  return (
    <section className="receiver" aria-labelledby={`ontvanger-${partnerId}`}>
      <div className="receiver__head">
        <h3 id={`ontvanger-${partnerId}`}>{name}</h3>
        {answer && <Status state={answer.state} />}
        {answer?.term && !isEnded(answer) && <Term term={answer.term} />}
      </div>
      <ReceiverFacts row={row} partnerId={partnerId} answer={answer} has={has} />
      {actions.length > 0 && (
        <div className="actions receiver__actions" role="group" aria-label={t('sharing.receivers.actions', { partner: name })}>
          {actions.map((action) => (
            <Button key={action} small variant={action === 'reply' && isFirst ? 'main' : undefined} onPress={() => setOpen(action)}>
              {label[action]}
            </Button>
          ))}
        </div>
      )}
      {(open === 'reply' || open === 'reopen') && <StepDialog event={open} row={row} answer={answer} partner={calledOf(partnerId)} onClose={close} />}
      {open === 'narrow' && <NarrowDialog row={row} partnerId={partnerId} has={has} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog row={row} partnerId={partnerId} onClose={close} />}
    </section>
  );
}

/** The classes that a partner gets now, beside what every receiver sees. */
function lentNow({ shares }: ReferralRow, partnerId: string): DataClass[] {
  const running = shares.filter((share) => share.partnerId === partnerId && isRunning(share));
  return [...new Set(running.flatMap(({ classes }) => classes))].filter((each) => !BY_RIGHT.includes(each));
}

/** What the sender may do about one receiver; with one receiver only, taking everything back stands beside the page. */
function actionsFor({ may, answers }: ReferralRow, answer: AnswerRow | undefined, has: readonly DataClass[]): Action[] {
  if (!answer) return [];
  const isIn = !LEFT.includes(answer.state);
  const present = answers.filter(({ state }) => !LEFT.includes(state));
  return [
    ...(['reply', 'reopen'] as const).filter((event) => answer.may.includes(event)),
    ...(isIn && has.length && may.includes('narrow') ? (['narrow'] as const) : []),
    ...(isIn && present.length > 1 && may.includes('withdraw') ? (['withdraw'] as const) : []),
  ];
}
