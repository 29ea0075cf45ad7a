import { useTranslation } from 'react-i18next';
import type { MediationState, SignalStage, TaskKind } from '../generated/graphql/graphql.js';
import { formatDay, isoDay, today } from '../shared/format.js';
import { Shape, type ShapeName } from '../shared/icon.js';
import { Term, type TermFacts } from '../shared/term.js';
import { STAGE_LOOKS, STATE_LOOKS } from './stages.js';

/** Any sign with its words. */
export function Mark({ look, children }: { look: ShapeName; children: string }) {
  return (
    <span className={`status status--${look}`}>
      <Shape name={look} />
      {children}
    </span>
  );
}

/** Where a mediation stands, for who mediates. */
export function MediationStatus({ state }: { state: MediationState }) {
  const { t } = useTranslation();
  return <Mark look={STATE_LOOKS[state]}>{t(`mediation.state.${state}`)}</Mark>;
}

/** How far it is, for the landlord. */
export function StageStatus({ stage }: { stage: SignalStage }) {
  const { t } = useTranslation();
  return <Mark look={STAGE_LOOKS[stage]}>{t(`mediation.stage.${stage}`)}</Mark>;
}

/** Terms that count every day of the calendar. */
const BY_CALENDAR: readonly TaskKind[] = ['CLOSING_REPORT'];
const SHAPE_OF = { PLAN: 'plan', SOON: 'soon', LATE: 'late', OK: 'ok' } as const;

/** Whole days from today until a moment. */
export const daysUntil = (due: string): number => Math.round((Date.parse(isoDay(new Date(due))) - Date.parse(today())) / 86_400_000);

/** What is left of a task's term, in the days in which it counts. */
export function TaskTerm({ kind, term, label }: { kind: TaskKind; term: TermFacts; label?: string }) {
  const { t } = useTranslation();
  if (!label && !BY_CALENDAR.includes(kind)) return <Term term={term} />;
  const days = daysUntil(term.due);
  const left = days < 0 ? t('mediation.daysLate', { count: -days }) : days ? t('mediation.daysLeft', { count: days }) : t('term.today');
  return (
    <span className={`term term--${term.tone.toLowerCase()}`}>
      <Shape name={SHAPE_OF[term.tone]} />
      <span>
        <b>{label ?? left}</b> <span className="term__date">{formatDay(term.due)}</span>
      </span>
    </span>
  );
}
