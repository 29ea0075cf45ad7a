import { ReferralDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { PrivateNotesPanel } from '../shared/private-notes.js';

/** Notes that nobody else reads, whatever happens to the referral. */
export function PrivateNotes({ referral: { id } }: { referral: { id: string } }) {
  const referral = useRead(ReferralDocument, { id }).data?.referral;
  return referral ? <PrivateNotesPanel dossierId={id} notes={referral.notes} mayWrite={referral.may.includes('note')} /> : null;
}
