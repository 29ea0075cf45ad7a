import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimelineDocument, type EntryFieldsFragment as Entry, type TimelineQuery, type TimelineQueryVariables } from '../../generated/graphql/graphql.js';
import { useReadPages } from '../../shared/api/query.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { useClassWords } from '../../shared/classes.js';
import { formatDay, formatTime, formatWholeDay } from '../../shared/format.js';
import { Icon, type IconName } from '../../shared/icon.js';
import { Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import { useMe } from '../../shared/session.js';
import { Withheld } from '../../shared/withheld.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

const EVENTS = {
  SENT: 'send',
  TAKEN_BACK: 'undo',
  DELIVERED: 'inbox',
  NOT_DELIVERED: 'alert',
  AMENDED: 'edit',
  NARROWED: 'eyeoff',
  REDIRECTED: 'swap',
  REOPENED: 'sync',
  MADE_IN_ERROR: 'undo',
  ACCESS_ASKED: 'help',
  ACCESS_GRANTED: 'eye',
  ACCESS_REFUSED: 'x',
  RECEIVED: 'eye',
  ASKED: 'talk',
  REPLIED: 'talk',
  ACCEPTED: 'check',
  REJECTED: 'x',
  STARTED: 'flag',
  FEEDBACK: 'sync',
  CLOSED: 'check',
  EXPIRED: 'clock',
  ESCALATED: 'alert',
  WITHDRAWN: 'undo',
  STOPPED: 'check',
  KEPT: 'lock',
  IMPORTED: 'edit',
  DRAFTED: 'edit',
  DISCARDED: 'x',
  ALL_CLOSED: 'check',
  OWN_NUMBER: 'edit',
  RECUSED: 'eyeoff',
  RECUSAL_LIFTED: 'eye',
  CLIENT_OPENED: 'flag',
  CLIENT_CHANGED: 'edit',
  TRANSFERRED: 'swap',
  TERM_MOVED: 'clock',
  HANDED_OVER: 'swap',
  CONTACT_CHANGED: 'person',
  OTHER: 'info',
} as const satisfies Record<string, IconName>;
type Event = keyof typeof EVENTS;

/** Steps that come with a result in words. */
const TELLS: readonly Event[] = ['REJECTED', 'REDIRECTED', 'FEEDBACK', 'KEPT'];

/** To the sender one step, whatever it was to each receiver. */
const ONE_STEP: readonly string[] = ['DELIVERED', 'IMPORTED', 'AMENDED'];

const eventOf = (event: string): Event => (Object.hasOwn(EVENTS, event) ? (event as Event) : 'OTHER');

/** Newest first; an urgent one leaves and comes in the same moment. What came to several partners at once is one step to the sender. */
function told(timeline: readonly Entry[], isSenderOf: (dossierId: string) => boolean, partnerId: string): Entry[] {
  // The line for the other side says less than one's own: what was handed over, and the note.
  const ours = timeline.filter((entry) => entry.event !== 'CONTACT_CHANGED' || entry.partnerId !== partnerId);
  const entries = ours.sort((a, b) => b.at.localeCompare(a.at) || Number(a.event === 'SENT') - Number(b.event === 'SENT'));
  const isSameStep = (one: Entry, other: Entry) => isSenderOf(one.dossierId) && ONE_STEP.includes(one.event) && one.event === other.event && one.at === other.at && one.dossierId === other.dossierId;
  return entries
    .filter((entry, index) => entries.findIndex((each) => each === entry || isSameStep(entry, each)) === index)
    .map((entry) => ({ ...entry, classes: [...new Set([entry, ...entries.filter((each) => isSameStep(entry, each))].flatMap(({ classes }) => classes))] }));
}

/** What happened, who did it and when; the running term on top. */
export function Timeline({ dossierId, row, answer, isSender }: { dossierId: string; row: Pick<ReferralRow, 'fromPartnerId'> & { senderName?: string }; answer: AnswerRow | undefined; isSender: boolean }) {
  const { t } = useTranslation();
  const list = useReadPages<TimelineQuery, TimelineQueryVariables, Entry>(TimelineDocument, { dossierId, first: 20 }, ({ timeline }) => timeline);
  return (
    <TimelinePanel list={list} isSenderOf={() => isSender} asked={isSender ? undefined : row}>
      {answer?.term && answer.term.tone !== 'OK' && (
        <li>
          <span className="timeline__dot timeline__dot--plan" aria-hidden="true" />
          <p className="timeline__what">
            <b>{t(`referrals.due.${answer.state === 'INFO_REQUESTED' ? 'REPLY' : answer.state === 'NEW' || answer.state === 'RECEIVED' ? 'DECISION' : 'OTHER'}`)}</b>
          </p>
          <p className="timeline__meta">{t('referrals.dueBefore', { day: formatDay(answer.term.due) })}</p>
        </li>
      )}
    </TimelinePanel>
  );
}

type PanelProps = {
  list: ReturnType<typeof useReadPages<never, never, Entry>>;
  isSenderOf: (dossierId: string) => boolean;
  /** Whom one may ask about what is withheld. */
  asked?: Pick<ReferralRow, 'fromPartnerId'> & { senderName?: string };
  /** Which of several dossiers an entry is about. */
  about?: (dossierId: string) => ReactNode;
  /** What is yet to come, on top. */
  children?: ReactNode;
};

/** Steps, newest first, and more of them when asked for. */
export function TimelinePanel({ list: { nodes, error, hasNextPage, fetchNextPage, isFetchingNextPage }, isSenderOf, asked, about, children }: PanelProps) {
  const { t } = useTranslation();
  const { list, nameOf, namedAt } = usePartners();
  const words = useClassWords();
  const { partner } = useMe();
  const by = (person: string, partner: string) => {
    // Where the person stays unnamed, the organisation or the portal itself stands in her place.
    if (person === 'Woonbrug') return undefined;
    return list.some(({ name, earlierNames }) => [name, ...earlierNames.map((each) => each.name)].includes(person)) ? t('referrals.byPartner', { partner: person }) : t('referrals.by', { person, partner });
  };
  const entries = told(nodes ?? [], isSenderOf, partner.id);
  if (error && !nodes) return <FaultNote error={error} />;
  if (!entries.length && !children) return null;
  return (
    <Panel id="verloop" title={t('referrals.timeline')}>
      <div className="panel__body">
        <ol className="timeline">
          {children}
          {entries.map((entry, index) => {
            // To a receiver it was sent when it came.
            const event = entry.event === 'DELIVERED' && !isSenderOf(entry.dossierId) ? 'SENT' : eventOf(entry.event);
            const [why] = entry.withheld;
            const subject = about?.(entry.dossierId);
            return (
              <li key={entry.id}>
                <span className={index ? 'timeline__dot' : 'timeline__dot timeline__dot--now'} aria-hidden="true">
                  <Icon name={EVENTS[event]} />
                </span>
                <p className="timeline__what">
                  <b>{event === 'TERM_MOVED' && entry.due ? t('referrals.movedTo', { day: formatWholeDay(entry.due) }) : t(`referrals.event.${event}`)}</b> {event !== 'DELIVERED' && by(entry.personName, namedAt(entry.partnerId, entry.at))}
                </p>
                <p className="timeline__meta">
                  {formatDay(entry.at)}, {formatTime(entry.at)} uur{subject && <> · {subject}</>}
                </p>
                {entry.classes.length > 0 && (
                  <p className="small">
                    {t('referrals.eventAbout', { classes: words(entry.classes) })}
                    {event === 'ACCESS_GRANTED' && entry.due && `, ${t('referrals.eventUntil', { day: formatWholeDay(entry.due) })}`}
                  </p>
                )}
                {entry.text && (event === 'REDIRECTED' ? <p className="small">{t('referrals.eventTo', { partner: entry.text })}</p> : event === 'TERM_MOVED' ? <p className="small">{entry.text}</p> : event === 'CONTACT_CHANGED' ? <p className="small">{entry.text}</p> : <p className="quote pre">{entry.text}</p>)}
                {entry.outcome && <p className="quote pre">{entry.outcome}</p>}
                {!entry.outcome && why && TELLS.includes(event) && <Withheld withheld={why} asked={asked && { person: asked.senderName, partner: nameOf(asked.fromPartnerId) }} />}
              </li>
            );
          })}
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
