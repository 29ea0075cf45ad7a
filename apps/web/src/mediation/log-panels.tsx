import { useTranslation } from 'react-i18next';
import { formatDay } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import type { Mediation } from './mediation.page.js';

/** Where it went another way than agreed, and why. */
export function DeviationsPanel({ row: { deviations } }: { row: Mediation }) {
  const { t } = useTranslation();
  const stepWords = (step: string): string => t(`mediation.step.${step as 'accept'}.title`);
  return (
    <Panel id="afwijkingen" title={t('mediation.deviations.title')} count={deviations.length || undefined}>
      <div className="panel__body stackv--s small">
        {deviations.length ? (
          <ul className="kept-away">
            {deviations.map(({ id, kind, step, reason, at, byName }) => (
              <li key={id}>
                <b>{t(`mediation.deviations.kind.${kind}`)}</b>
                <span className="line">{reason}</span>
                <span className="line mute">{t('mediation.deviations.row', { step: stepWords(step), day: formatDay(at), name: byName })}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t('mediation.deviations.none')}</p>
        )}
      </div>
    </Panel>
  );
}

/** How it ended, in words that carry nobody's story. */
export function OutcomePanel({ row: { outcome, stoppedBy } }: { row: Mediation }) {
  const { t } = useTranslation();
  if (!outcome && !stoppedBy) return null;
  return (
    <Panel id="slotverslag" title={t('mediation.outcome.title')}>
      <div className="panel__body stackv--s">
        {stoppedBy && <p>{t(`mediation.outcome.stopped.${stoppedBy}`)}</p>}
        {outcome && <p className="pre">{outcome}</p>}
      </div>
    </Panel>
  );
}
