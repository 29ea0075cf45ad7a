import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../shared/button.js';
import { formatList, formatTime } from '../../shared/format.js';
import type { IconName } from '../../shared/icon.js';
import { usePartners } from '../../shared/reference.js';
import { Term, TermMeter } from '../../shared/term.js';
import { useMe } from '../../shared/session.js';
import { AcceptDialog } from './accept-dialog.js';
import { AmendDialog } from './amend-dialog.js';
import { RedirectDialog } from './redirect-dialog.js';
import { RejectDialog } from './reject-dialog.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';
import { isEnded, isOver, redirectTo } from './sides.js';
import { StepDialog, type StepEvent } from './step-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

type Action = 'edit' | 'accept' | 'reject' | 'redirect' | 'amend' | 'withdraw' | StepEvent;

/** In the order in which they help; the first one that is possible is the blue one. */
const ORDER: readonly Action[] = ['edit', 'accept', 'start', 'feedback', 'stop', 'ask', 'redirect', 'close', 'keep', 'reopen', 'takeBack', 'amend', 'withdraw', 'declareError', 'discard', 'reject'];
const ICONS: Partial<Record<Action, IconName>> = { edit: 'edit', accept: 'check', ask: 'help', redirect: 'swap', start: 'flag', feedback: 'sync', close: 'check', stop: 'check', keep: 'lock', reopen: 'sync', takeBack: 'undo', amend: 'edit', withdraw: 'undo' };
const NEVER_MAIN: readonly Action[] = ['reject', 'redirect', 'reopen', 'takeBack', 'amend', 'withdraw', 'declareError', 'discard', 'keep'];

/** What the server allows: on one's own answer, and on the referral; what a sender may do about one receiver stands with it. */
export function actionsOf(row: ReferralRow, answer: AnswerRow | undefined): readonly Action[] {
  const mayRedirect = answer && redirectTo(row, answer).length > 0;
  return ORDER.filter((action) => (row.may.includes(action) || answer?.may.includes(action)) && (action !== 'redirect' || mayRedirect));
}

/** What one may do now, and nothing else. `answer`: one's own; a sender has none. */
export function Decide({ row, answer }: { row: ReferralRow; answer: AnswerRow | undefined }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const [open, setOpen] = useState<Action>();
  const actions = actionsOf(row, answer);
  const main = actions.find((action) => !NEVER_MAIN.includes(action));
  const sentence = useSentence(row, answer, actions);
  const close = () => setOpen(undefined);
  return (
    <section className="panel decide" aria-labelledby="beslis">
      <div className="panel__head">
        <h2 id="beslis" tabIndex={-1}>
          {t(actions.includes('accept') ? 'referrals.decide.decision' : 'referrals.decide.next')}
        </h2>
      </div>
      <div className="panel__body">
        {answer?.term && !isEnded(answer) && (
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
      {open && open !== 'edit' && <ActionDialog action={open} row={row} answer={answer} partner={calledOf(row.fromPartnerId)} onClose={close} />}
    </section>
  );
}

type DialogProps = { action: Exclude<Action, 'edit'>; row: ReferralRow; answer: AnswerRow | undefined; partner: string; onClose: () => void };

function ActionDialog({ action, row, answer, partner, onClose }: DialogProps) {
  if (action === 'withdraw') return <WithdrawDialog row={row} onClose={onClose} />;
  if (action === 'amend') return <AmendDialog row={row} onClose={onClose} />;
  if (action === 'accept' || action === 'reject' || action === 'redirect') {
    if (!answer) return null;
    const Chosen = { accept: AcceptDialog, reject: RejectDialog, redirect: RedirectDialog }[action];
    return <Chosen row={row} answer={answer} onClose={onClose} />;
  }
  return <StepDialog event={action} row={row} answer={answer} partner={partner} onClose={onClose} />;
}

/** Whose turn it is, when there is no clear step of one's own. */
function useSentence(row: ReferralRow, answer: AnswerRow | undefined, actions: readonly Action[]): string | undefined {
  const { t } = useTranslation();
  const { role } = useMe();
  const { calledOf } = usePartners();
  if (row.state === 'SENT' && row.deliverAt) return t('referrals.decide.leaves', { time: formatTime(row.deliverAt) });
  if (isOver(row) || (answer && isEnded(answer))) return t('referrals.decide.ended');
  if (!answer) {
    const waited = row.answers.filter((each) => !isEnded(each) && each.state !== 'INFO_REQUESTED').map(({ partnerId }) => calledOf(partnerId));
    if (waited.length) return waited.length > 1 ? t('referrals.decide.waitsMany', { partners: formatList(waited) }) : t('referrals.decide.waits', { partner: waited[0] });
  } else if (answer.state === 'INFO_REQUESTED') return t('referrals.decide.waits', { partner: calledOf(row.fromPartnerId) });
  if (actions.length) return undefined;
  return t(role === 'COORDINATOR' ? 'referrals.readOnly' : 'referrals.decide.none');
}
