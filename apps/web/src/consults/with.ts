import { useTranslation } from 'react-i18next';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';

/** Who asks whom, as one's own partner may know it. */
export function useWith(): (row: { receiverId: string; askerId: string | null }) => string {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  return ({ receiverId, askerId }) => {
    if (receiverId !== partner.id) return t('consults.to', { partner: shortNameOf(receiverId) });
    return askerId ? t('consults.from', { partner: shortNameOf(askerId) }) : t('consults.fromNobody');
  };
}
