import { useTranslation } from 'react-i18next';
import type { TermTone } from '../generated/graphql/graphql.js';
import { formatDay } from './format.js';
import { Shape, type ShapeName } from './icon.js';

export type TermFacts = { due: string; tone: TermTone; workingDays: number; length: number };

const SHAPES: Record<TermTone, ShapeName> = { PLAN: 'plan', SOON: 'soon', LATE: 'late', OK: 'ok' };

/** What is left, in working days, as the server counts them. */
export const useTermText = (): ((term: TermFacts) => string) => {
  const { t } = useTranslation();
  return ({ tone, workingDays }) => {
    const count = Math.abs(workingDays);
    if (tone === 'OK') return t('term.ok');
    if (tone === 'LATE') return count ? t('term.late', { count }) : t('term.over');
    return count ? t('term.left', { count }) : t('term.today');
  };
};

/** A term: what is left and the date, with a sign. */
export function Term({ term }: { term: TermFacts }) {
  const text = useTermText();
  return (
    <span className={`term term--${term.tone.toLowerCase()}`}>
      <Shape name={SHAPES[term.tone]} />
      <span>
        <b>{text(term)}</b> <span className="term__date">{formatDay(term.due)}</span>
      </span>
    </span>
  );
}

/** The same term drawn as days gone and days left. */
export function TermMeter({ term: { workingDays, length, tone } }: { term: TermFacts }) {
  const { t } = useTranslation();
  if (tone === 'OK' || length < 2 || length > 15) return null;
  const gone = tone === 'LATE' ? length : Math.max(0, length - Math.max(workingDays, 0));
  const now = Math.min(gone + 1, length);
  return (
    <div className="meter meter--days" role="img" aria-label={t('term.day', { now, length })}>
      {Array.from({ length }, (_, day) => (
        <span key={day} className={day < gone ? 'is-gone' : day === gone ? 'is-now' : undefined} />
      ))}
    </div>
  );
}
