import { useTranslation } from 'react-i18next';
import { TimelineDocument, type EntryFieldsFragment as Entry, type TimelineQuery, type TimelineQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { formatDay, formatTime } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { EVENTS, eventOf } from './events.js';

/** What happened in a mediation, or on a signal: newest first. */
export function MediationTimeline({ row: { id: dossierId } }: { row: { id: string } }) {
  const { t } = useTranslation();
  const { nodes, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadPages<TimelineQuery, TimelineQueryVariables, Entry>(TimelineDocument, { dossierId, first: 20 }, ({ timeline }) => timeline);
  if (error && !nodes) return <FaultNote error={error} />;
  if (!nodes?.length) return null;
  return (
    <Panel id="verloop" title={t('referrals.timeline')}>
      <div className="panel__body">
        <ol className="timeline">
          {nodes.map((entry, index) => (
            <li key={entry.id}>
              <span className={index ? 'timeline__dot' : 'timeline__dot timeline__dot--now'} aria-hidden="true">
                <Icon name={EVENTS[eventOf(entry.event)]} />
              </span>
              <EntryText entry={entry} />
            </li>
          ))}
        </ol>
        {hasNextPage && (
          <Button small isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('history.more')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function EntryText({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { namedAt } = usePartners();
  const event = eventOf(entry.event);
  const signedBy = event === 'SETTLEMENT_SIGNED_BY' && (entry.text === 'LANDLORD' || entry.text === 'RENTER') ? t(`mediation.signedBy.${entry.text}`) : undefined;
  const told = event === 'NEW_MEDIATOR' || signedBy ? undefined : entry.text;
  return (
    <>
      <p className="timeline__what">
        <b>{event === 'NEW_MEDIATOR' ? t('mediation.event.NEW_MEDIATOR', { name: entry.text ?? '' }) : (signedBy ?? t(`mediation.event.${event}`))}</b> {entry.personName !== 'Woonbrug' && t('referrals.by', { person: entry.personName, partner: namedAt(entry.partnerId, entry.at) })}
      </p>
      <p className="timeline__meta">
        {formatDay(entry.at)}, {formatTime(entry.at)} uur
      </p>
      {told && <p className="quote pre">{told}</p>}
      {entry.outcome && <p className="quote pre">{entry.outcome}</p>}
    </>
  );
}
