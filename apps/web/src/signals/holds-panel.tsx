import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDayWithYear } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import { cooperationPath } from './paths.js';
import { useAgreements } from './protocol.js';
import type { SignalRow } from './signal.page.js';

/** The days that hold for this signal, and the text they come from. */
export function HoldsPanel({ row: { heardBy, reportBy, protocolId } }: { row: SignalRow }) {
  const { t } = useTranslation();
  const { find } = useAgreements();
  const agreement = find(protocolId);
  return (
    <Panel id="termijnen" title={t('signals.holds.title')}>
      <div className="panel__body small">
        <dl className="stackv--s">
          {([['heard', heardBy], ['report', reportBy]] as const).map(([term, day]) => (
            <div key={term}>
              <dt className="mute">{t(`signals.holds.${term}`)}</dt>
              <dd>{t('signals.holds.before', { day: formatDayWithYear(day) })}</dd>
            </div>
          ))}
        </dl>
        {agreement && (
          <p className="holds__read">
            <Link to={cooperationPath(agreement.id)}>{t('signals.holds.read', { edition: agreement.edition })}</Link>
          </p>
        )}
      </div>
    </Panel>
  );
}
