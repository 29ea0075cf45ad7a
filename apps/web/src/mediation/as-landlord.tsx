import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Empty } from '../shared/loading.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { StageStatus } from './marks.js';
import type { Row } from './use-mediations.js';

/** Of all mediations what one landlord finds: its own reports, each with its public stage. */
export function AsLandlord({ landlordId, rows }: { landlordId: string; rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const partner = shortNameOf(landlordId);
  const signals = rows.flatMap(({ topic, signals: all }) => all.filter(({ partnerId }) => partnerId === landlordId).map((signal) => ({ ...signal, topic }))).sort((a, b) => b.reportedAt.localeCompare(a.reportedAt));
  return (
    <>
      <div className="note note--plain board__as">
        <Icon name="eye" />
        <div>
          <p>
            {t('mediation.asText', { partner })} <Link to="/bemiddelingen">{t('mediation.back')}</Link>
          </p>
        </div>
      </div>
      <Panel id="zoals" title={t('mediation.asTitle', { partner })} count={signals.length}>
        {signals.length ? (
          <ul className="rows rows--plain">
            {signals.map((signal) => (
              <li key={signal.id}>
                <div>
                  <p className="rows__title">{signal.street ? `${signal.street}, ${signal.municipality}` : signal.number}</p>
                  <p className="rows__sub">{t('mediation.asRow', { topic: t(`mediation.topic.${signal.topic}`), day: formatDay(signal.reportedAt), number: signal.number })}</p>
                </div>
                <div className="rows__state">
                  <StageStatus stage={signal.state} />
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <Empty title={t('mediation.empty.title')} text={t('mediation.empty.none', { partner })} />
        )}
      </Panel>
    </>
  );
}
