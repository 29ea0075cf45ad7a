import { useTranslation } from 'react-i18next';
import type { FilesOfQuery, ListState } from '../generated/graphql/graphql.js';
import { formatList } from '../shared/format.js';
import { nameOf } from '../shared/name.js';
import { usePartners, useReferralTypes } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { stateFor } from '../shared/status.js';

export type FileRow = { dossierId: string; version: number; name: string; number: string; type: string; partner: string; state: ListState };

/** What hangs on a colleague, as rows: the version is that of the referral for its sender, of the own answer for a receiver. */
export function useFiles(found: FilesOfQuery['filesOf'] | undefined): FileRow[] | undefined {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const { labelOf } = useReferralTypes();
  if (!found) return undefined;
  const referrals = found.referrals.flatMap((row): FileRow[] => {
    const isSender = row.fromPartnerId === partner.id;
    const answer = row.answers.find(({ partnerId }) => partnerId === partner.id);
    const version = isSender ? row.version : answer?.version;
    if (version === undefined || version === null) return [];
    const at = isSender ? formatList(row.recipients.filter(({ chosen }) => chosen).map(({ receiverId }) => shortNameOf(receiverId))) : shortNameOf(row.fromPartnerId);
    return [{ dossierId: row.id, version, name: nameOf(row) ?? row.number, number: row.number, type: labelOf(row.type), partner: at, state: stateFor(row, partner.id) }];
  });
  const withdrawn = found.answers.map(({ dossierId, version, fromPartnerId, state }): FileRow => ({ dossierId, version, name: t('handover.withdrawn'), number: '', type: '', partner: shortNameOf(fromPartnerId), state }));
  return [...referrals, ...withdrawn];
}
