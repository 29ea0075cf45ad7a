import type { Mediation } from './mediation.page.js';

/** Who signs: each renter who takes part, and the landlord after them. */
export const signers = ({ parties }: Mediation) => parties.filter(({ side, answer }) => side === 'LANDLORD' || answer === 'AGREED').sort((a, b) => Number(a.side === 'LANDLORD') - Number(b.side === 'LANDLORD'));

/** Of these, who has no account and did not sign the text that lies before them. */
export const unsigned = (row: Mediation) => signers(row).filter(({ id, side }) => !(side === 'LANDLORD' && row.landlordId) && !row.settlements[0]?.signatures.some(({ partyId }) => partyId === id));
