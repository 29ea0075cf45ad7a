import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  AskSenderDocument, CloseAnswerDocument, ConfirmKeptDocument, ConfirmStoppedDocument, DeclareErrorDocument, DiscardDraftDocument, GiveFeedbackDocument, ReopenAnswerDocument, ReplyToReceiverDocument, StartGuidanceDocument, TakeBackReferralDocument,
} from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Confirm } from '../../shared/overlay/dialog.js';
import { FaultNote } from '../../shared/faults.js';
import { toast } from '../../shared/overlay/toasts.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { TextDialog } from '../../shared/overlay/text-dialog.js';

type TextEvent = 'ask' | 'reply' | 'feedback' | 'keep' | 'reopen' | 'declareError';
type PlainEvent = 'start' | 'close' | 'stop' | 'discard' | 'takeBack';
export type StepEvent = TextEvent | PlainEvent;

const TEXTS: readonly StepEvent[] = ['ask', 'reply', 'feedback', 'keep', 'reopen', 'declareError'];
const isText = (event: StepEvent): event is TextEvent => TEXTS.includes(event);
/** Texts that stay with one's own organisation. */
const OWN: readonly StepEvent[] = ['declareError'];

type Props = { event: StepEvent; row?: ReferralRow; answer: AnswerRow | undefined; partner: string; onClose: () => void };

/** One step with at most one text: asks it, says who reads it, and takes the step. */
export function StepDialog({ event, row, answer, partner, onClose }: Props) {
  const { t } = useTranslation();
  const { take, isPending, error } = useStep(event, row, answer);
  const done = () => {
    onClose();
    toast(t(`referrals.done.${event}`));
  };
  if (!isText(event))
    return (
      <Confirm title={t(`referrals.action.${event}`)} text={t(`referrals.dialog.${event}.text`, { partner })} confirm={t(`referrals.action.${event}`)} bad={event === 'discard'} isOpen isPending={isPending} onConfirm={() => take('', done)} onClose={onClose}>
        <FaultNote error={error} />
      </Confirm>
    );
  const isOwn = OWN.includes(event);
  return (
    <TextDialog
      title={t(`referrals.action.${event}`)}
      label={t(`referrals.dialog.${event}.label`, { partner })}
      hint={t(`referrals.dialog.${event}.hint`, { partner })}
      missing={t(`referrals.dialog.${event}.missing`)}
      audience={isOwn ? t('referrals.onlyOwn') : t('referrals.dialog.audience', { partner })}
      alone={isOwn}
      bad={event === 'declareError'}
      isPending={isPending}
      error={error}
      onSubmit={(text, release) =>
        take(text, () => {
          release();
          done();
        })
      }
      onClose={onClose}
    />
  );
}

function useStep(event: StepEvent, row: ReferralRow | undefined, answer: AnswerRow | undefined) {
  const navigate = useNavigate();
  const changes = {
    ask: useChange(AskSenderDocument),
    reply: useChange(ReplyToReceiverDocument),
    feedback: useChange(GiveFeedbackDocument),
    reopen: useChange(ReopenAnswerDocument),
    keep: useChange(ConfirmKeptDocument),
    declareError: useChange(DeclareErrorDocument),
    start: useChange(StartGuidanceDocument),
    close: useChange(CloseAnswerDocument),
    stop: useChange(ConfirmStoppedDocument),
    takeBack: useChange(TakeBackReferralDocument),
    discard: useChange(DiscardDraftDocument, { leaves: true }),
  };
  const referral = { id: row?.id ?? '', version: row?.version ?? 0 };
  const own = { id: answer?.id ?? '', version: answer?.version ?? 0 };
  const take = (text: string, done: () => void) => {
    const onSuccess = () => {
      done();
      if (event === 'discard') void navigate('/doorverwijzingen');
      if (event === 'takeBack') void navigate(`/doorverwijzingen/${referral.id}/bewerken`);
    };
    if (event === 'discard' || event === 'takeBack') changes[event].mutate(referral, { onSuccess });
    else if (event === 'declareError') changes[event].mutate({ ...referral, reason: text }, { onSuccess });
    else if (event === 'keep') changes[event].mutate({ ...own, ground: text }, { onSuccess });
    else if (event === 'ask' || event === 'reply' || event === 'feedback' || event === 'reopen') changes[event].mutate({ ...own, text }, { onSuccess });
    else changes[event].mutate(own, { onSuccess });
  };
  return { take, isPending: changes[event].isPending, error: changes[event].error };
}
