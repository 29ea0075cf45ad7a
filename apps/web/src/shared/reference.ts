import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ExchangeProtocolsDocument, MunicipalitiesDocument, PartnersDocument, ReferralTypesDocument, type ExchangeProtocolsQuery, type MunicipalitiesQuery, type PartnersQuery, type ReferralTypesQuery } from '../generated/graphql/graphql.js';
import { useRead } from './api/query.js';

export type Partner = PartnersQuery['partners'][number];
export type ReferralType = ReferralTypesQuery['referralTypes'][number];
export type Municipality = MunicipalitiesQuery['municipalities'][number];
export type Protocol = ExchangeProtocolsQuery['exchangeProtocols'][number];

const SELDOM = { staleTime: 10 * 60_000 };

/** The partners of the region, by id. */
export function usePartners(): { list: readonly Partner[]; nameOf: (id: string | null | undefined) => string; namedAt: (id: string | null | undefined, at: string | undefined) => string; shortNameOf: (id: string | null | undefined) => string; calledOf: (id: string | null | undefined) => string; isReady: boolean } {
  const { t } = useTranslation();
  const { data } = useRead(PartnersDocument, {}, SELDOM);
  return useMemo(() => {
    const list = data?.partners ?? [];
    const byId = new Map(list.map((partner) => [partner.id, partner]));
    const nothing = data ? t('partner.unknown') : '…';
    return {
      list,
      isReady: Boolean(data),
      nameOf: (id) => (id && byId.get(id)?.name) || nothing,
      // As it was called then.
      namedAt: (id, at) => (id && nameAt(byId.get(id), at)) || nothing,
      // With its article, for the middle of a sentence.
      calledOf: (id) => {
        const partner = id ? byId.get(id) : undefined;
        return partner ? t(`partner.called.${partner.kind}`, { name: partner.shortName }) : nothing;
      },
      shortNameOf: (id) => (id && byId.get(id)?.shortName) || nothing,
    };
  }, [data, t]);
}

/** Papers and what is told of a day keep the name of that day. */
const nameAt = (partner: Partner | undefined, at: string | undefined): string | undefined => (at === undefined ? undefined : partner?.earlierNames.find(({ until }) => until > at)?.name) ?? partner?.name;

/** The kinds of question that exist, by code. */
export function useReferralTypes(): { list: readonly ReferralType[]; labelOf: (code: string) => string; find: (code: string) => ReferralType | undefined; isReady: boolean } {
  const { data } = useRead(ReferralTypesDocument, {}, SELDOM);
  return useMemo(() => {
    const list = data?.referralTypes ?? [];
    const find = (code: string) => list.find((type) => type.code === code);
    return { list, find, labelOf: (code) => find(code)?.label ?? '…', isReady: Boolean(data) };
  }, [data]);
}

export const useMunicipalities = (): readonly Municipality[] => useRead(MunicipalitiesDocument, {}, SELDOM).data?.municipalities ?? [];
export const useProtocols = (): readonly Protocol[] | undefined => useRead(ExchangeProtocolsDocument, {}, SELDOM).data?.exchangeProtocols;
