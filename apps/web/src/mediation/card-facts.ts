import { useTranslation } from 'react-i18next';
import type { TaskKind } from '../generated/graphql/graphql.js';
import { formatDay } from '../shared/format.js';
import { usePartners } from '../shared/reference.js';
import type { Row } from './use-mediations.js';

/** What of its terms counts now, by the lane in which it stands. */
const TERMS: readonly TaskKind[] = ['CONFIRM_SIGNAL', 'CONTACT_RENTER', 'HEAR_BOTH', 'HEAR_BREACH', 'FOLLOW_UP_SETTLEMENT', 'CLOSING_REPORT'];

type Task = Row['tasks'][number];

/** The open task whose term counts now: the first of its kind to end. */
export function openTask({ tasks, state }: Pick<Row, 'tasks' | 'state'>): Task | undefined {
  if (state === 'SETTLEMENT_DRAFT') return undefined;
  const open = tasks.filter(({ doneAt, awaits }) => !doneAt && !awaits);
  return TERMS.map((kind) => open.filter((task) => task.kind === kind && task.term).sort((a, b) => a.due!.localeCompare(b.due!))[0]).find(Boolean);
}

/** The home, or its number to who may not know where it is. */
export const homeOf = ({ signals: [first], number }: Pick<Row, 'signals' | 'number'> | { signals: readonly { street: string | null; municipality: string | null }[]; number: string }): string => (first?.street ? `${first.street}, ${first.municipality}` : number);

/** Who lets the home, in one word or by its name. */
export function useLandlordName(): (row: { landlordId: string | null; signals: readonly { origin: Row['signals'][number]['origin'] }[] }) => string {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  return ({ landlordId, signals: [first] }) => (landlordId ? shortNameOf(landlordId) : t(`mediation.origin.${first?.origin ?? 'OBSERVATION'}`));
}

/** One line more on a card: who is heard, what is planned, what comes next. */
export function useCardLine(): (row: Row) => string | undefined {
  const { t } = useTranslation();
  return ({ state, mediatorId, parties, sessions }) => {
    const renters = parties.filter(({ side, answer }) => side === 'RENTER' && answer !== 'DECLINED' && answer !== 'NOT_REACHED');
    const landlord = parties.find(({ side }) => side === 'LANDLORD');
    if (state === 'SIGNALLED' || !mediatorId) return t('mediation.line.nobody');
    if (state === 'CONTACTING_RENTER' && parties.length) return t(renters.some(({ answer }) => answer === 'OPEN') ? 'mediation.line.waits' : 'mediation.line.answered');
    if (state === 'OUT_OF_SCOPE' || state === 'RENTER_DECLINED' || state === 'NOT_REACHED') return t('mediation.line.close');
    if (state === 'BOTH_AGREED' && landlord) {
      const isRenterHeard = renters.every(({ heardOn }) => heardOn);
      return t(`mediation.line.${isRenterHeard ? (landlord.heardOn ? 'bothHeard' : 'renterHeard') : landlord.heardOn ? 'landlordHeard' : 'nobodyHeard'}`, { count: renters.length });
    }
    if (state !== 'SESSIONS') return undefined;
    const kept = sessions.filter((each) => each.state !== 'CANCELLED').sort((a, b) => a.at.localeCompare(b.at));
    const next = kept.findIndex((each) => each.state === 'PLANNED');
    return next < 0 ? t('mediation.line.noSession') : t('mediation.line.session', { number: next + 1, day: formatDay(kept[next].at) });
  };
}
