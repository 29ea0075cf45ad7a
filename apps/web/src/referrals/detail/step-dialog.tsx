import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  AskSenderDocument, CloseAnswerDocument, ConfirmKeptDocument, ConfirmStoppedDocument, DiscardDraftDocument, GiveFeedbackDocument, ReplyToReceiverDocument, StartGuidanceDocument, WithdrawReferralDocument,
} from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { FieldError } from '../../shared/form/field.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

type TextEvent = 'ask' | 'reply' | 'feedback' | 'keep' | 'withdraw';
type PlainEvent = 'start' | 'close' | 'stop' | 'discard';
export type StepEvent = TextEvent | PlainEvent;

const TEXTS: readonly StepEvent[] = ['ask', 'reply', 'feedback', 'keep', 'withdraw'];
const isText = (event: StepEvent): event is TextEvent => TEXTS.includes(event);
const MAX = 2000;

type Props = { event: StepEvent; row?: ReferralRow; answer: AnswerRow | undefined; partner: string; onClose: () => void };

/** One step with at most one text: asks it, says who reads it, and takes the step. */
export function StepDialog({ event, row, answer, partner, onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const release = useUnsaved(text.trim() !== '');
  const { take, isPending, error } = useStep(event, row, answer, () => {
    release();
    onClose();
    toast(t(`referrals.done.${event}`));
  });
  const submit = () => {
    if (isText(event) && !text.trim()) return setMissing(true);
    take(text.trim());
  };
  const problem = isMissing && !text.trim() && isText(event) ? t(`referrals.dialog.${event}.missing`) : undefined;
  return (
    <Dialog title={t(`referrals.action.${event}`)} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        {isText(event) ? (
          <div className={problem ? 'field field--bad' : 'field'}>
            <label htmlFor="stap-tekst">{t(`referrals.dialog.${event}.label`, { partner })}</label>
            <span className="hint" id="stap-uitleg">
              {t(`referrals.dialog.${event}.hint`, { partner })}
            </span>
            <FieldError id="stap-fout" error={problem} />
            <textarea className="input" id="stap-tekst" maxLength={MAX} value={text} aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'stap-uitleg stap-fout' : 'stap-uitleg'} autoFocus onChange={(change) => setText(change.target.value)} />
          </div>
        ) : (
          <p>{t(`referrals.dialog.${event}.text`, { partner })}</p>
        )}
        {isText(event) && <Audience>{t(event === 'withdraw' ? 'referrals.onlyOwn' : 'referrals.dialog.audience', { partner })}</Audience>}
        <FaultNote error={error} />
      </div>
      <div className="dialog__foot">
        <Button variant={event === 'discard' || event === 'withdraw' ? 'bad' : 'main'} isPending={isPending} onPress={submit}>
          {t(`referrals.action.${event}`)}
        </Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function useStep(event: StepEvent, row: ReferralRow | undefined, answer: AnswerRow | undefined, done: () => void) {
  const navigate = useNavigate();
  const onSuccess = done;
  const ask = useChange(AskSenderDocument, { onSuccess });
  const reply = useChange(ReplyToReceiverDocument, { onSuccess });
  const feedback = useChange(GiveFeedbackDocument, { onSuccess });
  const keep = useChange(ConfirmKeptDocument, { onSuccess });
  const withdraw = useChange(WithdrawReferralDocument, { onSuccess });
  const start = useChange(StartGuidanceDocument, { onSuccess });
  const close = useChange(CloseAnswerDocument, { onSuccess });
  const stop = useChange(ConfirmStoppedDocument, { onSuccess });
  const discard = useChange(DiscardDraftDocument, {
    leaves: true,
    onSuccess: () => {
      done();
      return navigate('/doorverwijzingen');
    },
  });
  const changes = { ask, reply, feedback, keep, withdraw, start, close, stop, discard };
  const referral = { id: row?.id ?? '', version: row?.version ?? 0 };
  const own = { id: answer?.id ?? '', version: answer?.version ?? 0 };
  const take = (text: string) => {
    if (event === 'withdraw') withdraw.mutate({ ...referral, reason: text });
    else if (event === 'discard') discard.mutate(referral);
    else if (event === 'keep') keep.mutate({ ...own, ground: text });
    else if (event === 'ask' || event === 'reply' || event === 'feedback') changes[event].mutate({ ...own, text });
    else changes[event].mutate(own);
  };
  return { take, isPending: changes[event].isPending, error: changes[event].error };
}
