import { Link } from 'react-router';
import { ClientTimelineDocument, type ClientQuery, type ClientTimelineQuery, type ClientTimelineQueryVariables, type EntryFieldsFragment } from '../generated/graphql/graphql.js';
import { TimelinePanel } from '../referrals/detail/timeline.js';
import { useReadPages } from '../shared/api/query.js';
import { useReferralTypes } from '../shared/reference.js';
import { useMe } from '../shared/session.js';

/** What happened in a client's own file and on her referrals. */
export function ClientTimeline({ client: { id, referrals } }: { client: Pick<NonNullable<ClientQuery['client']>, 'id' | 'referrals'> }) {
  const { partner } = useMe();
  const { labelOf } = useReferralTypes();
  const list = useReadPages<ClientTimelineQuery, ClientTimelineQueryVariables, EntryFieldsFragment>(ClientTimelineDocument, { clientId: id, first: 20 }, ({ clientTimeline }) => clientTimeline);
  const referralOf = (dossierId: string) => referrals.find((each) => each.id === dossierId);
  const about = (dossierId: string) => {
    const referral = referralOf(dossierId);
    return referral && <Link to={`/doorverwijzingen/${dossierId}`}>{`${labelOf(referral.type)} ${referral.number}`}</Link>;
  };
  return <TimelinePanel list={list} isSenderOf={(dossierId) => referralOf(dossierId)?.fromPartnerId === partner.id} about={about} />;
}
