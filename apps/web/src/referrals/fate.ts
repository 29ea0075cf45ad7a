import type { DataClass } from '../generated/graphql/graphql.js';
import type { Partner, ReferralType } from '../shared/reference.js';

/** What happens to a class of facts on sending: along, not along, and why. */
export type Fate = 'always' | 'goes' | 'law' | 'stays' | 'private';

const SECRET: readonly DataClass[] = ['HEALTH', 'JUDICIAL'];

/** Whether a receiver gets a class of facts: by right, with this kind of question, or not. */
export function fateOf(dataClass: DataClass, type: ReferralType, receiver: Partner | undefined): Fate {
  if (dataClass === 'CORE' || dataClass === 'IDENTITY') return 'always';
  if (dataClass === 'PRIVATE_NOTE') return 'private';
  if (SECRET.includes(dataClass) && receiver && receiver.regime !== 'PROFESSIONAL_SECRECY') return 'law';
  return type.lends.includes(dataClass) ? 'goes' : 'stays';
}
