import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerConsultDocument, CloseConsultDocument, WithdrawConsultDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import type { IconName } from '../shared/icon.js';
import { Confirm } from '../shared/overlay/dialog.js';
import { TextDialog } from '../shared/overlay/text-dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { Term, TermMeter } from '../shared/term.js';
import type { ConsultRow } from './consult.page.js';

const ACTIONS = ['answer', 'close', 'withdraw'] as const;
type Action = (typeof ACTIONS)[number];
const ICONS: Record<Action, IconName> = { answer: 'talk', close: 'check', withdraw: 'undo' };
const MAX = 1000;

/** What one may do with a question now, and nothing else. */
export function ConsultSteps({ row }: { row: ConsultRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Action>();
  const actions = ACTIONS.filter((action) => row.may.includes(action));
  const sentence = useSentence(row, actions);
  const onClose = () => setOpen(undefined);
  const onDone = (action: Action) => {
    onClose();
    toast(t(`consults.done.${action}`));
  };
  const close = useChange(CloseConsultDocument, { onSuccess: () => onDone('close') });
  const { id, version } = row;
  return (
    <section className="panel decide" aria-labelledby="beslis">
      <div className="panel__head">
        <h2 id="beslis">{t('consults.next')}</h2>
      </div>
      <div className="panel__body">
        {row.term && row.state === 'ASKED' && (
          <div className="decide__term">
            <Term term={row.term} />
            <TermMeter term={row.term} />
          </div>
        )}
        <p className="small soft decide__says">{sentence}</p>
        {actions.map((action) => (
          <Button key={action} block variant={action === 'withdraw' ? undefined : 'main'} icon={ICONS[action]} isPending={action === 'close' && close.isPending} onPress={() => (action === 'close' ? close.mutate({ id, version }) : setOpen(action))}>
            {t(`consults.action.${action}`)}
          </Button>
        ))}
        <FaultNote error={close.error} />
      </div>
      {open === 'answer' && <AnswerDialog row={row} onDone={() => onDone('answer')} onClose={onClose} />}
      {open === 'withdraw' && <WithdrawDialog row={row} onDone={() => onDone('withdraw')} onClose={onClose} />}
    </section>
  );
}

function useSentence({ state, receiverId }: ConsultRow, actions: readonly Action[]): string {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { calledOf } = usePartners();
  if (actions.includes('answer')) return t('consults.says.ask');
  if (actions.includes('close')) return t('consults.says.read');
  if (state === 'CLOSED' || state === 'WITHDRAWN') return t('consults.says.ended');
  return state === 'ASKED' && receiverId !== partner.id ? t('consults.says.waits', { partner: calledOf(receiverId) }) : t('consults.says.none');
}

type DialogProps = { row: ConsultRow; onDone: () => void; onClose: () => void };

function AnswerDialog({ row: { id, version, askerId }, onDone, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const answer = useChange(AnswerConsultDocument, { onSuccess: onDone });
  return (
    <TextDialog
      title={t('consults.action.answer')}
      label={t('consults.answerLabel')}
      hint={t('consults.answerHint')}
      missing={t('consults.answerMissing')}
      audience={askerId ? t('consults.answerAudience', { partner: nameOf(askerId) }) : t('consults.answerAudienceAnonymous')}
      max={MAX}
      isPending={answer.isPending}
      error={answer.error}
      onSubmit={(text) => answer.mutate({ id, version, answer: text })}
      onClose={onClose}
    />
  );
}

function WithdrawDialog({ row: { id, version }, onDone, onClose }: DialogProps) {
  const { t } = useTranslation();
  const withdraw = useChange(WithdrawConsultDocument, { onSuccess: onDone });
  return (
    <Confirm isOpen bad title={t('consults.action.withdraw')} text={t('consults.withdrawText')} confirm={t('consults.action.withdraw')} isPending={withdraw.isPending} onConfirm={() => withdraw.mutate({ id, version })} onClose={onClose}>
      <FaultNote error={withdraw.error} />
    </Confirm>
  );
}
