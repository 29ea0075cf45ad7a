import { useTranslation } from 'react-i18next';
import type { CooperationsQuery, CooperationState } from '../generated/graphql/graphql.js';
import { formatWholeDay, today } from '../shared/format.js';
import { Shape, type ShapeName } from '../shared/icon.js';
import { useMunicipalities } from '../shared/reference.js';

export type CooperationRow = CooperationsQuery['cooperationProtocols'][number];

const LOOKS: Record<CooperationState, ShapeName> = { NEGOTIATION: 'wait', SIGNED: 'busy', ACTIVE: 'ok', UNDER_REVIEW: 'ok', ENDED: 'off' };

/** Where a cooperation protocol stands; in force it is within its days only. */
export function CooperationStatus({ of: { state, inForce, validFrom } }: { of: Pick<CooperationRow, 'state' | 'inForce' | 'validFrom'> }) {
  const { t } = useTranslation();
  const isOff = !inForce && LOOKS[state] === 'ok';
  const look = isOff ? 'off' : LOOKS[state];
  return (
    <span className={`status status--${look}`}>
      <Shape name={look} />
      {isOff ? t(validFrom > today() ? 'cooperation.notYet' : 'cooperation.over') : t(`cooperation.state.${state}`)}
    </span>
  );
}

export function useDays(): (of: Pick<CooperationRow, 'validFrom' | 'validTo'>) => string {
  const { t } = useTranslation();
  return ({ validFrom, validTo }) => (validTo ? t('protocols.period', { from: formatWholeDay(validFrom), to: formatWholeDay(validTo) }) : t('protocols.openEnd', { from: formatWholeDay(validFrom) }));
}

/** The name of a municipality by its code. */
export function usePlaceName(): (nis: string) => string {
  const places = useMunicipalities();
  return (nis) => places.find((place) => place.nis === nis)?.name ?? '…';
}
