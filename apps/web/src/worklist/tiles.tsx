import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type WorklistCountsQuery, type WorklistPart } from '../generated/graphql/graphql.js';
import { Shape } from '../shared/icon.js';
import { useCounts } from '../people/standing-in.js';

type Counts = WorklistCountsQuery['worklistCounts'];

/** The parts of the worklist, as they stand in the address. */
export const PARTS: readonly { part: WorklistPart; name: string; count: keyof Counts }[] = [
  { part: 'TODO', name: 'te-doen', count: 'todo' },
  { part: 'OVERDUE', name: 'over-tijd', count: 'overdue' },
  { part: 'WAITING', name: 'wacht', count: 'waiting' },
  { part: 'UPCOMING', name: 'termijnen', count: 'upcoming' },
];

/** How much there is of each part; each tile leads to it, and pressing it again to the whole. */
export function Tiles({ current }: { current: WorklistPart | undefined }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const counts = useCounts();
  const to = (name: string, isCurrent: boolean) => {
    const next = new URLSearchParams(search);
    if (isCurrent) next.delete('deel');
    else next.set('deel', name);
    return { search: next.toString() };
  };
  return (
    <nav aria-label={t('worklist.tiles')}>
      <ul className="tiles">
        {PARTS.map(({ part, name, count }) => (
          <li key={part} className={part === 'OVERDUE' && counts?.overdue ? 'is-late' : undefined}>
            <Link to={to(name, current === part)} aria-current={current === part ? 'true' : undefined}>
              <b>{counts ? counts[count] : '–'}</b>
              <span>
                {part === 'OVERDUE' && counts?.overdue ? <Shape name="late" /> : null}
                {t(`worklist.part.${part}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
