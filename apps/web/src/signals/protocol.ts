import { useMemo } from 'react';
import { SignalProtocolsDocument, type SignalProtocolsQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useMe } from '../shared/session.js';

type Row = SignalProtocolsQuery['cooperationProtocols'][number];
/** In the order in which they fall. */
export const TERMS = ['confirm', 'contact', 'heard', 'report', 'followUp1', 'followUp2'] as const;
export type TermName = (typeof TERMS)[number];
export type TermLength = { count: number; unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'MONTHS' };
type Terms = { readonly [term in TermName]: TermLength };
export type Agreement = Omit<Row, 'text'> & { terms: Terms };

/** What one's own company agreed with the Woondienst: the edition in force, or what is talked about. */
export function useAgreements(): { inForce: Agreement | undefined; talkedAbout: Agreement | undefined; find: (id: string | null) => Agreement | undefined; isReady: boolean; error: Error | null } {
  const { partner } = useMe();
  const { data, error } = useRead(SignalProtocolsDocument, {}, { staleTime: 60_000 });
  return useMemo(() => {
    const all = (data?.cooperationProtocols ?? []).map(({ text, ...row }): Agreement => ({ ...row, terms: (JSON.parse(text) as { terms: Terms }).terms }));
    const own = all.filter(({ companyId }) => companyId === partner.id).sort((one, other) => other.edition - one.edition);
    return { inForce: own.find(({ inForce }) => inForce), talkedAbout: own.find(({ state }) => state !== 'ENDED'), find: (id) => all.find((each) => each.id === id), isReady: Boolean(data), error };
  }, [data, error, partner.id]);
}
