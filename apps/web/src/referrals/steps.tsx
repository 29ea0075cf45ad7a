import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';

export const STEPS = ['client', 'type', 'content', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is in making a referral. */
export function Steps({ current, notes = {} }: { current: Step; notes?: Partial<Record<Step, string>> }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(current);
  const subs: Partial<Record<Step, string>> = { content: t('draft.step.contentSub'), check: t('draft.step.checkSub'), ...notes };
  return (
    <nav className="steps" aria-label={t('draft.steps')}>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step} className={index < at ? 'is-done' : undefined} aria-current={index === at ? 'step' : undefined}>
            <span className="steps__n">{index < at ? <Icon name="check" size="s" /> : index + 1}</span>
            <b>{t(`draft.step.${step}`)}</b>
            {index < at && <span className="vh">{t('draft.done')}</span>}
            {subs[step]}
          </li>
        ))}
      </ol>
    </nav>
  );
}
