import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDayWithYear } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import { cooperationPath } from './paths.js';
import { useAgreements } from './protocol.js';
import type { SignalRow } from './signal.page.js';
import { isOver } from './stages.js';

/** The days that hold for this signal while it runs, and the text they come from. */
export function HoldsPanel({ row }: { row: SignalRow }) {
  const { t } = useTranslation();
  const { find } = useAgreements();
  const agreement = find(row.protocolId);
  if (isOver(row) && !agreement) return null;
  return (
    <Panel id="termijnen" title={t('signals.holds.title')}>
      <div className="panel__body small">
        {isOver(row) ? (
          <p className="soft">{t('signals.holds.over')}</p>
        ) : (
          <dl className="stackv--s">
            {([['heard', row.heardBy], ['report', row.reportBy]] as const).map(([term, day]) => (
              <div key={term}>
                <dt className="mute">{t(`signals.holds.${term}`)}</dt>
                <dd>{t('signals.holds.before', { day: formatDayWithYear(day) })}</dd>
              </div>
            ))}
          </dl>
        )}
        {agreement && (
          <p className="holds__read">
            <Link to={cooperationPath(agreement.id)}>{t('signals.holds.read', { edition: agreement.edition })}</Link>
          </p>
        )}
      </div>
    </Panel>
  );
}
