import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LeaversDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { formatWholeDay, today } from '../shared/format.js';
import { Shape } from '../shared/icon.js';
import { Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';

/** For coordinators and admins: whose function ends, and what still hangs on them. */
export function LeaversPanel() {
  const { t } = useTranslation();
  const mayLead = useDoor('Task.assign');
  const isConcerned = useDoor('Person.change') || mayLead;
  const leavers = useRead(LeaversDocument, {}, { enabled: isConcerned }).data?.leavers ?? [];
  if (!isConcerned || !leavers.length) return null;
  return (
    <Panel id="vertrekkers" title={t('handover.leavers')}>
      <p className="panel__body small soft">{t('handover.leaversLead')}</p>
      <ul className="rows rows--plain rows--top">
        {leavers.map(({ person: { id, name }, until, files }) => {
          const isGone = until < today();
          return (
            <li key={id}>
              <div>
                <p>
                  <b>{name}</b>
                </p>
                <p className="rows__sub">{t(isGone ? 'handover.left' : 'handover.leaves', { until: formatWholeDay(until) })}</p>
              </div>
              <div className="rows__end">
                <span className={files ? 'status status--late' : 'status status--ok'}>
                  <Shape name={files ? 'late' : 'ok'} />
                  {t('handover.files', { count: files })}
                </span>
                {mayLead && files > 0 && (
                  <Link className="rows__act" to={`/overdragen?van=${id}`} aria-label={t('handover.handOverOf', { name })}>
                    {t('handover.next')}
                  </Link>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
