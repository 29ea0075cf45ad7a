import { mayOwn, me, type PartnerKind } from '#kernel';
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

const drafter = { partnerId: me.partner };
const company = { companyId: me.partner };
const drafts = [mayOwn('draft', drafter), mayOwn('edit', drafter)] as const;
/** What a signatory of either party does with what was drafted. */
const agrees = (party: typeof drafter | typeof company, signed: 'partnerSigned' | 'companySigned') =>
  [mayOwn('sign', { ...party, [signed]: false }), mayOwn('withdraw', { ...party, [signed]: true }), mayOwn('review', party), mayOwn('confirm', party), mayOwn('end', party)] as const;

/** Who makes a cooperation protocol: the Woondienst writes it and puts it in force, both sign, each may have it looked at again or end it (A84). */
export function cooperating(kind: keyof typeof PartnerKind, role: 'SIGNATORY' | 'COORDINATOR'): Page {
  if (kind === 'WOONDIENST') return { CooperationProtocol: role === 'SIGNATORY' ? [...drafts, ...agrees(drafter, 'partnerSigned'), mayOwn('activate', drafter)] : drafts };
  return kind === 'HOUSING_COMPANY' && role === 'SIGNATORY' ? { CooperationProtocol: agrees(company, 'companySigned') } : {};
}
