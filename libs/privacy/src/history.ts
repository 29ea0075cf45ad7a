import { me, see } from '#kernel';
import type { Page } from './words.js';

/** Who looked (BR-P13): of one's own organisation by name, of another that it did. After a withdrawal nothing. */
export const receiverHistory = { Look: [see('RECEIVER')] } satisfies Page;
export const ownHistory = { Look: [see('OWNER'), see('SENDER')], TimelineEntry: [see('OWNER', 'OUTCOME')] } satisfies Page;

/** Coordinators see who of their own organisation looked: it is they who assign. Of the others it is no matter of theirs. */
export const colleaguesLooks = { Look: [see('SENDER', { partnerId: me.partner }), see('RECEIVER', { partnerId: me.partner })] } satisfies Page;
