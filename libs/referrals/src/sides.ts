import { ANSWERS, type Calendars } from '#directory';
import type { Holder, Within } from '#dossiers';
import { noonOf, type PartnerKind, termEnd, workingDayAfter } from '#kernel';
import type { Answer } from './answer.record.js';
import type { ReferralTypeShape } from './referral-type.reference.js';

/** Whose worklist a step touches: the sender, all who answer at the receiver, or its fixed contact person. */
export function holders(referral: { fromPartnerId: string; senderId: string | null }, answer: Pick<Answer, 'partnerId' | 'contactPersonId'>, receiverKind: PartnerKind): { [side: string]: Holder } {
  const { fromPartnerId: sender, senderId } = referral;
  const { partnerId: receiver, contactPersonId } = answer;
  return {
    SENDER: { partnerId: sender, otherPartnerId: receiver, personId: senderId },
    RECEIVER: { partnerId: receiver, otherPartnerId: sender, personId: contactPersonId, role: ANSWERS[receiverKind] },
    CONTACT: { partnerId: receiver, otherPartnerId: sender, personId: contactPersonId, role: ANSWERS[receiverKind] },
  };
}

/** The terms of BR-G8, counted in the working days of whoever must act. */
export function termsOf(type: ReferralTypeShape, urgent: boolean, now: Date, calendars: Calendars, sides: { sender: string; receiver: string }): { answer: Within; information: Within } {
  const closed = calendars.of(sides.receiver);
  const remindAt = noonOf(workingDayAfter(now, urgent ? 1 : type.reminderDay, closed));
  return {
    answer: { due: termEnd(now, urgent ? type.urgentTerm : type.term, closed), remindAt },
    information: { due: termEnd(now, type.infoTerm, calendars.of(sides.sender)), remindAt: noonOf(workingDayAfter(now, Math.max(1, type.infoTerm - 2), calendars.of(sides.sender))) },
  };
}

/** What passed before somebody wrote it down reminds and escalates nobody any more (BR-W6). */
export const asOf = <Terms extends { [name: string]: Within }>(terms: Terms, written: Date): Terms =>
  Object.fromEntries(Object.entries(terms).map(([name, { due, remindAt }]) => [name, { due, remindAt: remindAt && remindAt > written ? remindAt : undefined, passed: due <= written }])) as Terms;
