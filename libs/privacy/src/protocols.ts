import { mayOwn, me } from '#kernel';
import type { Page } from './words.js';

const ours = { fromPartnerId: me.partner };
const theirs = { toPartnerId: me.partner };

/** Who may write the protocols of the partner that sends (BR-P10). */
const drafting = [mayOwn('draft', ours), mayOwn('edit', ours), mayOwn('submit', ours)] as const;

/** A DPO writes them too, and advises once, for her own side. */
export const advising = { ExchangeProtocol: [...drafting, mayOwn('advise', { ...ours, fromAdvised: false }), mayOwn('advise', { ...theirs, toAdvised: false })] } satisfies Page;

/** Who signs for a partner; the one that sends publishes, each may end. */
export const signing = {
  ExchangeProtocol: [...drafting, mayOwn('sign', { ...ours, fromSigned: false }), mayOwn('sign', { ...theirs, toSigned: false }), mayOwn('publish', ours), mayOwn('end', ours), mayOwn('end', theirs)],
} satisfies Page;
