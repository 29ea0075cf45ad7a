import { useTranslation } from 'react-i18next';
import type { AnswerState, ConsultState, ListState, ReferralState } from '../generated/graphql/graphql.js';
import { Shape, type ShapeName } from './icon.js';

/** One state → its sign; its tone is its class. */
const LOOKS: Record<ListState | ConsultState, ShapeName> = {
  DRAFT: 'draft',
  SENT: 'wait',
  DELIVERED: 'new',
  NEW: 'new',
  RECEIVED: 'new',
  INFO_REQUESTED: 'wait',
  ACCEPTED: 'busy',
  IN_PROGRESS: 'busy',
  FEEDBACK_GIVEN: 'ok',
  CLOSED: 'ok',
  REJECTED: 'no',
  WITHDRAWN: 'off',
  DISCARDED: 'off',
  EXPIRED: 'off',
  REDIRECTED: 'plan',
  REOPENED: 'new',
  MADE_IN_ERROR: 'off',
  STOPPED: 'off',
  KEPT: 'off',
  ASKED: 'wait',
  ANSWERED: 'ok',
};

/** Where something stands: text, shape and colour. */
export function Status({ state }: { state: ListState | ConsultState }) {
  const { t } = useTranslation();
  const look = LOOKS[state];
  return (
    <span className={`status status--${look}`}>
      <Shape name={look} />
      {t(`state.${state}`)}
    </span>
  );
}

type Stated = { state: ReferralState | null; fromPartnerId: string; answers: readonly { partnerId: string; state: AnswerState }[] };

/** The state as one's own partner looks at it: a receiver its own answer's, a sender how far the receiver is. */
export function stateFor({ state, fromPartnerId, answers }: Stated, ownPartnerId: string): ListState {
  if (fromPartnerId !== ownPartnerId) return answers.find(({ partnerId }) => partnerId === ownPartnerId)?.state ?? 'NEW';
  if (!state) return 'DELIVERED';
  const [answer, ...others] = answers;
  return state === 'DELIVERED' && answer && !others.length && answer.state !== 'NEW' ? answer.state : state;
}
