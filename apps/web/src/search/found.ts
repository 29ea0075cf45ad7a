import { useTranslation } from 'react-i18next';
import { FindDocument, type FindQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { formatDay, formatWholeDay } from '../shared/format.js';
import type { IconName } from '../shared/icon.js';
import { nameOf } from '../shared/name.js';
import { usePartners, useReferralTypes } from '../shared/reference.js';
import { useDoor, useMe } from '../shared/session.js';

export const TABS = ['clients', 'referrals', 'consults', 'messages'] as const;
export type Tab = (typeof TABS)[number];
/** One line of the results: where it leads and what it says. */
export type Line = { id: string; tab: Tab; icon: IconName; to: string; title: string; about: string };

/** The most results of one kind. */
export const MOST = 20;

/** What is found by words, of each kind that this capacity may look at. */
export function useFound(words: string): { lines: readonly Line[] | undefined; tabs: readonly Tab[]; isFull: (tab: Tab) => boolean; error: Error | null; retry: () => void } {
  const doors = { clients: useDoor('Client.read'), referrals: useDoor('Referral.read'), consults: useDoor('Consult.read'), messages: useDoor('Message.read') };
  const found = useRead(FindDocument, { words, first: MOST, ...doors }, { enabled: words !== '', keepPrevious: true });
  const linesOf = useLines();
  const data = words ? found.data : undefined;
  return {
    lines: data && linesOf(data),
    tabs: TABS.filter((tab) => doors[tab]),
    isFull: (tab) => ({ clients: data?.foundClients, referrals: data?.foundReferrals, consults: data?.foundConsults, messages: data?.foundMessages })[tab]?.length === MOST,
    error: found.error,
    retry: () => void found.refetch(),
  };
}

function useLines(): (data: FindQuery) => Line[] {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const { labelOf } = useReferralTypes();
  const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');
  return ({ foundClients, foundReferrals, foundConsults, foundMessages }) => [
    ...(foundClients ?? []).map((row): Line => ({ id: row.id, tab: 'clients', icon: 'person', to: `/clienten/${row.id}`, title: nameOf(row) ?? t('person.noName'), about: joined(row.birthDate && t('search.born', { day: formatWholeDay(row.birthDate) }), row.municipality) })),
    ...(foundReferrals ?? []).map((row): Line => ({
      id: row.id,
      tab: 'referrals',
      icon: 'send',
      to: row.state === 'DRAFT' ? `/doorverwijzingen/${row.id}/bewerken` : `/doorverwijzingen/${row.id}`,
      title: nameOf(row) ?? row.number,
      about: joined(nameOf(row) && row.number, labelOf(row.type), row.fromPartnerId !== partner.id && t('referrals.from', { partner: shortNameOf(row.fromPartnerId) })),
    })),
    ...(foundConsults ?? []).map((row): Line => ({ id: row.id, tab: 'consults', icon: 'talk', to: `/vragen/${row.id}`, title: row.question, about: row.number })),
    ...(foundMessages ?? []).flatMap((row): Line[] => {
      const at = row.referral ? { to: `/doorverwijzingen/${row.referral.id}`, number: row.referral.number } : row.consult && { to: `/vragen/${row.consult.id}`, number: row.consult.number };
      return at ? [{ id: row.id, tab: 'messages', icon: 'mail', to: at.to, title: row.body ?? '', about: t('search.by', { name: row.authorName, day: formatDay(row.at), number: at.number }) }] : [];
    }),
  ];
}
