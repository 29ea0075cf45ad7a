import { useTranslation } from 'react-i18next';
import { formatDay } from '../shared/format.js';
import { DEFAULT_TERMS, useAgreements } from './agreements.js';
import type { Mediation } from './mediation.page.js';
import { isOffTheWay } from './stages.js';
import { useTermWords } from './term-words.js';

type Phase = { name: 'reported' | 'confirmed' | 'contact' | 'heard' | 'report' | 'followUp'; at?: string; due?: string; /** When nothing says until when: what is agreed. */ plan?: string };

/** How far it came along its terms: what was done and whether in time, what comes next and until when; what will not come any more is not there. */
export function Phases({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const phases = usePhases(row).filter(({ at }) => at || !isOffTheWay(row.state));
  const next = phases.findIndex(({ at }) => !at);
  return (
    <section className="panel phases__panel" aria-labelledby="stand">
      <h2 className="vh" id="stand">
        {t('mediation.phases')}
      </h2>
      <ol className="phases">
        {phases.map((phase, index) => (
          <li key={phase.name} className={phase.at ? 'is-done' : undefined} aria-current={index === next ? 'step' : undefined}>
            {phase.at ? <b>{t(`mediation.phase.${phase.name}`)}</b> : t(`mediation.phase.${phase.name}`)}
            <br />
            <PhaseTime phase={phase} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PhaseTime({ phase: { at, due, plan } }: { phase: Phase }) {
  const { t } = useTranslation();
  if (at) return due ? <span className={at <= due ? undefined : 'phases__late'}>{t(at <= due ? 'mediation.inTime' : 'mediation.tooLate', { day: formatDay(at) })}</span> : <>{formatDay(at)}</>;
  return <>{due ? t('mediation.before', { day: formatDay(due) }) : plan}</>;
}

/** Steps of the way, as the timeline tells when they were taken. */
function usePhases({ tasks, timeline, signals, protocolId, deliveredAt, settledAt }: Mediation): Phase[] {
  const { t } = useTranslation();
  const words = useTermWords();
  const agreement = useAgreements().of(protocolId);
  const terms = agreement?.text.terms ?? DEFAULT_TERMS;
  const tookAt = (event: string) => timeline.filter((entry) => entry.event === `MEDIATION_${event}`).map(({ at }) => at).sort()[0];
  const dueOf = (kind: (typeof tasks)[number]['kind']) => tasks.find((task) => task.kind === kind)?.due ?? undefined;
  const looks = tasks.filter(({ kind }) => kind === 'FOLLOW_UP_SETTLEMENT').sort((a, b) => a.due!.localeCompare(b.due!));
  const firstLook = tookAt('FOLLOW_UP');
  return [
    { name: 'reported', at: deliveredAt },
    { name: 'confirmed', at: tookAt('ACCEPT'), due: dueOf('CONFIRM_SIGNAL') },
    { name: 'contact', at: tookAt('CONTACT'), due: dueOf('CONTACT_RENTER'), plan: t('mediation.within', { length: words.length(terms.contact) }) },
    { name: 'heard', at: tookAt('MEET'), due: dueOf('HEAR_BOTH') ?? signals[0]?.heardBy },
    { name: 'report', at: settledAt ?? tookAt('CLOSE'), due: dueOf('CLOSING_REPORT') ?? signals[0]?.reportBy },
    { name: 'followUp', at: looks.every(({ doneAt }) => doneAt) ? firstLook : undefined, due: looks.find(({ doneAt }) => !doneAt)?.due ?? looks.at(-1)?.due ?? undefined, plan: t('mediation.after', { length: words.followUps(terms) }) },
  ];
}
