import { useTranslation } from 'react-i18next';
import type { ProtocolsQuery, ProtocolState } from '../generated/graphql/graphql.js';
import { formatList, formatWholeDay, today } from '../shared/format.js';
import { Shape, type ShapeName } from '../shared/icon.js';
import { usePartners } from '../shared/reference.js';

export type ProtocolRow = ProtocolsQuery['exchangeProtocols'][number];

const LOOKS: Record<ProtocolState, ShapeName> = { DRAFT: 'draft', DPO_ADVICE: 'wait', SIGNED: 'busy', PUBLISHED: 'off', ENDED: 'off' };

/** Where a protocol stands; only one that is active lets data flow. */
export function ProtocolStatus({ of: { state, active, validFrom } }: { of: Pick<ProtocolRow, 'state' | 'active' | 'validFrom'> }) {
  const { t } = useTranslation();
  const look = active ? 'ok' : LOOKS[state];
  const text = active ? t('protocols.active') : state === 'PUBLISHED' ? t(validFrom > today() ? 'protocols.notYet' : 'protocols.over') : t(`protocols.state.${state}`);
  return (
    <span className={`status status--${look}`}>
      <Shape name={look} />
      {text}
    </span>
  );
}

/** From which day, and to which when it has a last one. */
export function usePeriod(): (of: Pick<ProtocolRow, 'validFrom' | 'validTo'>) => string {
  const { t } = useTranslation();
  return ({ validFrom, validTo }) => (validTo ? t('protocols.period', { from: formatWholeDay(validFrom), to: formatWholeDay(validTo) }) : t('protocols.openEnd', { from: formatWholeDay(validFrom) }));
}

/** What must happen next, and at which partner; `who`: also in which functions. */
export function Waits({ waits, who }: Pick<ProtocolRow, 'waits'> & { who?: boolean }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  if (!waits.length) return null;
  return (
    <ul>
      {waits.map(({ step, partnerId, roles }) => (
        <li key={`${step} ${partnerId}`} className="small soft">
          {t(`protocols.waits.${step}`, { partner: calledOf(partnerId) })}
          {who && `. ${t('protocols.waits.who', { roles: formatList(roles.map((role) => t(`role.${role}`))) })}`}
        </li>
      ))}
    </ul>
  );
}
