import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AbsencesQuery, AwayTodayDocument, type AwayTodayQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { formatDay, today } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { useDoor } from '../shared/session.js';

export type Absence = AbsencesQuery['absences']['nodes'][number];

/** Who of one's own partner is away today: the server tells of no other. */
export function useAwayToday(): readonly AwayTodayQuery['absences']['nodes'][number][] {
  const day = today();
  return (useRead(AwayTodayDocument, {}, { enabled: useDoor('Absence.read') }).data?.absences.nodes ?? []).filter(({ since, until }) => since <= day && until >= day);
}

/** Above the worklist: who is not there today. */
export function AwayBanner() {
  const { t } = useTranslation();
  const away = useAwayToday();
  if (!away.length) return null;
  return (
    <div className="note away">
      <Icon name="person" />
      <div>
        <p>
          <b>{t('absence.today')}</b>
        </p>
        <ul className="away__list">
          {away.map(({ id, person, deputy, until }) => (
            <li key={id}>{deputy ? t('absence.todayOne', { name: person?.name ?? '', until: formatDay(until), deputy: deputy.name }) : t('absence.todayAlone', { name: person?.name ?? '', until: formatDay(until) })}</li>
          ))}
        </ul>
        <p>
          <Link to="/afwezigheden">{t('absence.all')}</Link>
        </p>
      </div>
    </div>
  );
}

/** Beside a contact person of one's own partner who is away today. */
export function AwayNote({ personId }: { personId: string | null | undefined }) {
  const { t } = useTranslation();
  const found = useAwayToday().find((each) => each.personId === personId);
  if (!personId || !found) return null;
  const { until, deputy } = found;
  return <span className="table__sub">{deputy ? t('absence.contact', { until: formatDay(until), deputy: deputy.name }) : t('absence.contactAlone', { until: formatDay(until) })}</span>;
}
