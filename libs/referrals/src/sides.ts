import { ANSWERS, type ClosingDays } from '#directory';
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
export function termsOf(type: ReferralTypeShape, urgent: boolean, now: Date, closed: ClosingDays, { sender, receiver }: { sender: string; receiver: string }): { answer: Within; information: Within } {
  return {
    answer: within(now, receiver, urgent ? type.urgentTerm : type.term, urgent ? 1 : type.reminderDay, closed),
    information: within(now, sender, type.infoTerm, Math.max(1, type.infoTerm - 2), closed),
  };
}

const within = (from: Date, calendarId: string, termDays: number, remindDays: number, closed: ClosingDays): Within => ({
  due: termEnd(from, termDays, closed(calendarId)), remindAt: noonOf(workingDayAfter(from, remindDays, closed(calendarId))), calendarId, termDays, remindDays,
});
