import { useTranslation } from 'react-i18next';
import { TimelineDocument, type EntryFieldsFragment as Entry, type TimelineQuery, type TimelineQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { formatDay, formatTime } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Panel } from '../shared/page.js';
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
  const { what, isWhole } = useSentence()(entry);
  const who = entry.personName === 'Woonbrug' ? undefined : entry.personName === 'Via een link' ? t('mediation.byLink') : t('mediation.doneBy', { person: entry.personName });
  return (
    <>
      <p className="timeline__what">
        <b>{what}</b> {who}
      </p>
      <p className="timeline__meta">
        {formatDay(entry.at)}, {formatTime(entry.at)} uur
      </p>
      {entry.text && !isWhole && <p className="quote pre">{entry.text}</p>}
      {entry.outcome && <p className="quote pre">{entry.outcome}</p>}
    </>
  );
}

/** What happened; `isWhole` when what was kept with it, a name or a side, is in the sentence. */
function useSentence(): (entry: Entry) => { what: string; isWhole: boolean } {
  const { t } = useTranslation();
  return ({ event: name, text }) => {
    const event = eventOf(name);
    const side = text === 'LANDLORD' || text === 'RENTER' ? text : undefined;
    if (event === 'NEW_MEDIATOR') return { what: t('mediation.event.NEW_MEDIATOR', { name: text ?? '' }), isWhole: true };
    if (event === 'SETTLEMENT_SIGNED_BY' && side) return { what: t(`mediation.signedBy.${side}`), isWhole: true };
    if (event === 'SIGNING_LINK_MADE' && side) return { what: t(`mediation.linkFor.${side}`), isWhole: true };
    return { what: t(`mediation.event.${event}`), isWhole: false };
  };
}
