import { may, me, type SeatRole, see } from '#kernel';
import type { Page } from './words.js';

const mine = { partnerId: me.partner };
const whole = (seat: SeatRole) => [see(seat, 'MESSAGE'), see(seat, 'PROGRESS', mine), may('write', seat, mine), may('takeBack', seat, mine)];

/** Messages on what one's partner sent or received: read by whom each was written for. A former receiver keeps what it wrote. */
export const messages: Page = { Message: [...whole('SENDER'), ...whole('RECEIVER'), see('FORMER_RECEIVER', 'MESSAGE', 'PROGRESS', mine)] };

const ownNotes = (seat: SeatRole) => [see(seat, 'PRIVATE_NOTE', { authorId: me.person }), may('write', seat, { authorId: me.person })] as const;

/** Whoever works on files asks short questions, and answers them (BR-W3); who is bound by professional secrecy reads all of them. */
const consulting = (...classes: readonly ('HOUSEHOLD' | 'HOUSEHOLD_SIZE')[]): Page => ({
  Consult: [see('SENDER', 'PROGRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE'), see('RECEIVER', ...classes), may('ask', 'SENDER'), may('withdraw', 'SENDER'), may('close', 'SENDER'), may('answer', 'RECEIVER')],
  Note: ownNotes('SENDER'),
  OwnNumber: [see('SENDER', mine), may('write', 'SENDER', mine)],
  Recusal: [see('SENDER', mine), may('recuse', 'SENDER', mine), may('lift', 'SENDER', mine)],
});
export const swornConsulting = consulting('HOUSEHOLD', 'HOUSEHOLD_SIZE');
/** How large a household is, and no more (c4 note 9). */
export const discreetConsulting = consulting('HOUSEHOLD_SIZE');

/** Notes for oneself on a client of one's own organisation. */
export const clientNotes: Page = { Note: ownNotes('OWNER') };

/** That there is a message or a question and where it stands: its text is a message's own, a question's is for everybody there. */
export const conversations: Page = {
  Message: [see('SENDER'), see('RECEIVER'), see('FORMER_RECEIVER', mine)],
  Consult: [see('SENDER'), see('RECEIVER')],
};
