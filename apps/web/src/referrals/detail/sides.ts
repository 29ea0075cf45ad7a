import type { AnswerState } from '../../generated/graphql/graphql.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

/** After these a partner gets nothing more. */
export const LEFT: readonly AnswerState[] = ['WITHDRAWN', 'STOPPED', 'KEPT'];
const ENDED: readonly AnswerState[] = ['CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', ...LEFT];

export const isEnded = ({ state }: Pick<AnswerRow, 'state'>): boolean => ENDED.includes(state);
export const isOver = ({ state }: Pick<ReferralRow, 'state'>): boolean => state !== null && ['CLOSED', 'WITHDRAWN', 'DISCARDED', 'MADE_IN_ERROR'].includes(state);

/** To whom a receiver may pass the question on, but for who was asked already as far as it knows. */
export const redirectTo = ({ redirectIds }: ReferralRow, { partnerId, fellowIds }: AnswerRow): string[] => redirectIds.filter((id) => id !== partnerId && !fellowIds.includes(id));

/** Each partner to whom it goes or went, in the order in which it was chosen: also before there is an answer. */
export function receiversOf({ recipients, answers }: ReferralRow): string[] {
  const chosen = recipients.filter(({ chosen: isChosen }) => isChosen).map(({ receiverId }) => receiverId);
  return [...new Set([...chosen, ...answers.map(({ partnerId }) => partnerId)])];
}
