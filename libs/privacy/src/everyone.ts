import { me, own, see } from '#kernel';
import type { Page } from './words.js';

/** What everybody may know of the colleagues at her own organisation: names and functions. */
export const colleagues = { Person: [own()], Mandate: [own()] } satisfies Page;

/** One's own organisation's worklist on dossiers at which it sits. */
export const worklist = { Task: [see('SENDER', { partnerId: me.partner }), see('RECEIVER', { partnerId: me.partner }), see('FORMER_RECEIVER', { partnerId: me.partner })] } satisfies Page;

/** What is left to a receiver after a withdrawal: its own answer and its own entries (decisions 12). */
export const former = {
  answer: [see('FORMER_RECEIVER', 'OUTCOME', { partnerId: me.partner })],
  timeline: [see('FORMER_RECEIVER', 'OUTCOME', { partnerId: me.partner })],
} as const;
