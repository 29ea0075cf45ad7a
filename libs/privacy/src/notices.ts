import { mayOwn, me, own } from '#kernel';
import type { Page } from './words.js';

const mine = { personId: me.person };

/** In every capacity: what one was told oneself, which mail one wishes, and where it goes. */
export const told = {
  Notice: [own(mine), mayOwn('see', mine)],
  MailPreference: [own(mine), mayOwn('change', mine)],
  Person: [own('CONTACT', { id: me.person })],
} satisfies Page;
