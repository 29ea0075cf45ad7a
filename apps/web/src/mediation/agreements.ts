import { useMemo } from 'react';
import { AgreementsDocument, type AgreementsQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';

type Row = AgreementsQuery['cooperationProtocols'][number];
type TermText = { count: number; unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'MONTHS' };
export type AgreementText = { terms: { [name in 'confirm' | 'contact' | 'heard' | 'report' | 'followUp1' | 'followUp2']: TermText }; steps: { [state: string]: { [event: string]: string } }; letters: { settlement: string } };
export type Agreement = Omit<Row, 'text'> & { text: AgreementText };

/** By what mediations go: the editions that were agreed with landlords. */
export function useAgreements(): { list: readonly Agreement[]; of: (id: string | null | undefined) => Agreement | undefined; isReady: boolean } {
  const { data } = useRead(AgreementsDocument, {}, { staleTime: 10 * 60_000 });
  return useMemo(() => {
    const list = (data?.cooperationProtocols ?? []).map(({ text, ...row }) => ({ ...row, text: JSON.parse(text) as AgreementText }));
    return { list, of: (id) => list.find((each) => each.id === id), isReady: Boolean(data) };
  }, [data]);
}

/** What holds without an agreement (BR-M5, BR-M9). */
export const DEFAULT_TERMS: AgreementText['terms'] = {
  confirm: { count: 2, unit: 'WORKING_DAYS' }, contact: { count: 5, unit: 'WORKING_DAYS' }, heard: { count: 15, unit: 'WORKING_DAYS' }, report: { count: 60, unit: 'CALENDAR_DAYS' },
  followUp1: { count: 1, unit: 'MONTHS' }, followUp2: { count: 3, unit: 'MONTHS' },
};
