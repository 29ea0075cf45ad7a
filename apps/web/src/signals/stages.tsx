import { useTranslation } from 'react-i18next';
import type { SignalStage } from '../generated/graphql/graphql.js';
import { formatDay } from '../shared/format.js';
import { Shape, type ShapeName } from '../shared/icon.js';
import type { SignalRow } from './signal.page.js';

const LOOKS: Record<SignalStage, ShapeName> = { SIGNALLED: 'new', IN_PROGRESS: 'busy', STARTED: 'busy', NOT_STARTED: 'off', AGREEMENT: 'ok', NO_AGREEMENT: 'off', CLOSED: 'ok' };

/** Whether the landlord was told that nothing more comes. */
export const isOver = ({ closedAt, notStartedAt }: Pick<SignalRow, 'closedAt' | 'notStartedAt'>): boolean => Boolean(closedAt || notStartedAt);

/** How far the mediation is, in one word. */
export function StageStatus({ stage }: { stage: SignalStage }) {
  const { t } = useTranslation();
  return (
    <span className={`status status--${LOOKS[stage]}`}>
      <Shape name={LOOKS[stage]} />
      {t(`signals.stage.${stage}`)}
    </span>
  );
}

type Step = { label: SignalStage | 'START' | 'DECISION'; at: string | null };

/** What it passed and what may come, each with its day: nothing of why. */
function stepsOf({ state, reportedAt, inProgressAt, startedAt, notStartedAt, decidedAt, closedAt, stages }: SignalRow): Step[] {
  const begun: Step[] = [
    { label: 'SIGNALLED', at: reportedAt },
    { label: 'IN_PROGRESS', at: inProgressAt },
  ];
  if (state === 'NOT_STARTED') return [...begun, { label: 'NOT_STARTED', at: notStartedAt }];
  const decision = stages.some(({ event }) => event === 'STAGE_AGREEMENT') ? 'AGREEMENT' : 'NO_AGREEMENT';
  return [...begun, { label: startedAt ? 'STARTED' : 'START', at: startedAt }, { label: decidedAt ? decision : 'DECISION', at: decidedAt }, { label: 'CLOSED', at: closedAt }];
}

/** The five public stages, with the one in which it stands. */
export function StageSteps({ row }: { row: SignalRow }) {
  const { t } = useTranslation();
  const steps = stepsOf(row);
  const now = steps.findLastIndex(({ at }) => at);
  const isOver = now === steps.length - 1;
  return (
    <section className="panel phases-panel" aria-labelledby="stand">
      <h2 className="vh" id="stand">
        {t('signals.stages')}
      </h2>
      <ol className="phases">
        {steps.map(({ label, at }, index) => (
          <li key={label} className={at && (index < now || isOver) ? 'is-done' : undefined} aria-current={index === now ? 'step' : undefined}>
            {index < now ? <b>{t(`signals.step.${label}`)}</b> : t(`signals.step.${label}`)}
            {at && (
              <>
                <br />
                {index === now && !isOver && now > 0 ? t('signals.since', { day: formatDay(at) }) : formatDay(at)}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
