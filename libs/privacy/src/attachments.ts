import { type Condition, type DataClass, type Grant, lent, may, me, type SeatRole } from '#kernel';
import type { Page } from './words.js';

type Class = keyof typeof DataClass;

const OPEN = ['INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'] as const;
const SECRET = ['HEALTH', 'JUDICIAL'] as const;
const mine = { partnerId: me.partner } as const;
/** What a scanner let pass, or was never scanned: what waits or was refused is its own partner's. */
const passed = { state: { $in: ['UNSCANNED', 'CLEAN'] } } as const;

/** A row is of one class: there is no CORE beside it. */
const reads = (seat: SeatRole, classes: readonly Class[], where: Condition): Grant<never> => ({ seat, classes, where });

/** Files of one's own partner, of these classes, at such a seat: read, and while the seat lasts added and shown to others. */
const own = (seat: 'OWNER' | 'SENDER' | 'RECEIVER', ...classes: readonly Class[]) =>
  [
    reads(seat, classes, mine),
    reads(seat, ['PRIVATE_NOTE'], { authorId: me.person }),
    may('attach', seat, { dataClass: { $in: [...classes, 'PRIVATE_NOTE'] } }),
    may('address', seat, mine),
    may('remove', seat, mine),
  ] as const;

/** What one added before a withdrawal stays one's own (decisions 12); others no longer read along. */
const former = (...classes: readonly Class[]) => [reads('FORMER_RECEIVER', classes, mine), reads('FORMER_RECEIVER', ['PRIVATE_NOTE'], { authorId: me.person }), may('remove', 'FORMER_RECEIVER', mine)] as const;

/** Files in the file of one's own client: nobody else sits there. */
export const clientFiles: Page = { Attachment: [...own('OWNER', ...OPEN, ...SECRET)] };

/** The sender's files, and of a receiver's those on the result that it shows the sender. */
export const senderFiles: Page = { Attachment: [...own('SENDER', ...OPEN, ...SECRET), reads('SENDER', ['OUTCOME'], passed)] };

/** A receiver bound by professional secrecy: the sender's files of what is lent to it, when they are for it. */
export const swornFiles: Page = {
  Attachment: [...own('RECEIVER', ...OPEN, ...SECRET, 'OUTCOME'), ...former(...OPEN, ...SECRET, 'OUTCOME'), lent('RECEIVER', ...OPEN, ...SECRET, passed)],
};

/** A receiver bound by discretion: of what it needs at least (c4 notes 9, 10, 15), and nothing on health or justice, its own neither. */
export const discreetFiles = (...classes: readonly Class[]): Page => ({
  Attachment: [...own('RECEIVER', ...OPEN, 'OUTCOME'), ...former(...OPEN, 'OUTCOME'), lent('RECEIVER', ...classes, passed)],
});
