import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../shared/button.js';
import type { IconName } from '../../shared/icon.js';
import { usePartners } from '../../shared/reference.js';
import { Term, TermMeter } from '../../shared/term.js';
import { useMe } from '../../shared/session.js';
import { AcceptDialog } from './accept-dialog.js';
import { RejectDialog } from './reject-dialog.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { StepDialog, type StepEvent } from './step-dialog.js';

type Action = 'edit' | 'accept' | 'reject' | StepEvent;

/** In the order in which they help; the first one that is possible is the blue one. */
const ORDER: readonly Action[] = ['edit', 'accept', 'reply', 'start', 'feedback', 'stop', 'ask', 'close', 'keep', 'withdraw', 'discard', 'reject'];
const ICONS: Partial<Record<Action, IconName>> = { edit: 'edit', accept: 'check', ask: 'help', reply: 'talk', start: 'flag', feedback: 'sync', close: 'check', stop: 'check', keep: 'lock', withdraw: 'undo' };
const NEVER_MAIN: readonly Action[] = ['reject', 'withdraw', 'discard', 'keep'];

/** The actions that the server allows on the referral and on its answer. */
export const actionsOf = (row: ReferralRow, answer: AnswerRow | undefined): readonly Action[] => ORDER.filter((action) => row.may.includes(action) || answer?.may.includes(action));

const isEnded = (state: string) => ['CLOSED', 'REJECTED', 'EXPIRED', 'WITHDRAWN', 'STOPPED', 'KEPT', 'DISCARDED'].includes(state);

/** What one may do now, and nothing else. */
export function Decide({ row, answer, isSender }: { row: ReferralRow; answer: AnswerRow | undefined; isSender: boolean }) {
  const { t } = useTranslation();
  const { role } = useMe();
  const { calledOf } = usePartners();
  const [open, setOpen] = useState<Action>();
  const actions = actionsOf(row, answer);
  const main = actions.find((action) => !NEVER_MAIN.includes(action));
  const other = isSender ? (answer?.partnerId ?? row.receiverId) : row.fromPartnerId;
  const partner = calledOf(other);
  const isMyTurn = actions.some((action) => ['accept', 'reply', 'start', 'feedback', 'stop'].includes(action));
  const close = () => setOpen(undefined);
  const waits = answer && !isEnded(answer.state) && !isMyTurn && (isSender ? answer.state !== 'INFO_REQUESTED' : answer.state === 'INFO_REQUESTED');
  const sentence = isEnded(row.state) || (answer && isEnded(answer.state) && !actions.length) ? t('referrals.decide.ended') : waits ? t('referrals.decide.waits', { partner }) : role === 'COORDINATOR' && !actions.length ? t('referrals.readOnly') : !actions.length ? t('referrals.decide.none') : undefined;
  return (
    <section className="panel decide" aria-labelledby="beslis">
      <div className="panel__head">
        <h2 id="beslis" tabIndex={-1}>
          {t(actions.includes('accept') ? 'referrals.decide.decision' : 'referrals.decide.next')}
        </h2>
      </div>
      <div className="panel__body">
        {answer?.term && !isEnded(answer.state) && (
          <div className="decide__term">
            <Term term={answer.term} />
            <TermMeter term={answer.term} />
          </div>
        )}
        {sentence && <p className="small soft decide__says">{sentence}</p>}
        {actions.map((action) =>
          action === 'edit' ? (
            <ButtonLink key={action} variant="main" block icon="edit" to={`/doorverwijzingen/${row.id}/bewerken`}>
              {t('referrals.action.edit')}
            </ButtonLink>
          ) : (
            <Button key={action} block variant={action === main ? 'main' : action === 'reject' ? 'bad' : undefined} icon={ICONS[action]} onPress={() => setOpen(action)}>
              {t(`referrals.action.${action}`)}
            </Button>
          ),
        )}
        {actions.includes('accept') && <p className="xs mute decide__hint">{t('referrals.acceptHint')}</p>}
      </div>
      {answer && open === 'accept' && <AcceptDialog row={row} answer={answer} onClose={close} />}
      {answer && open === 'reject' && <RejectDialog row={row} answer={answer} onClose={close} />}
      {open && open !== 'accept' && open !== 'reject' && open !== 'edit' && <StepDialog event={open} row={row} answer={answer} partner={partner} onClose={close} />}
    </section>
  );
}
