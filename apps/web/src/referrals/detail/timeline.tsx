import { useTranslation } from 'react-i18next';
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
  TERM_MOVED: 'clock',
  HANDED_OVER: 'swap',
  CONTACT_CHANGED: 'person',
  OTHER: 'info',
} as const satisfies Record<string, IconName>;
type Event = keyof typeof EVENTS;

/** Steps that come with a result in words. */
const TELLS: readonly Event[] = ['REJECTED', 'REDIRECTED', 'FEEDBACK', 'KEPT'];

const eventOf = (event: string): Event => (Object.hasOwn(EVENTS, event) ? (event as Event) : 'OTHER');

type Entry = ReferralRow['timeline'][number];

/** Newest first; an urgent one leaves and comes in the same moment. What came to several partners at once is one step to the sender. */
function told(timeline: readonly Entry[], isSender: boolean, partnerId: string): Entry[] {
  const entries = [...timeline].sort((a, b) => b.at.localeCompare(a.at) || Number(a.event === 'SENT') - Number(b.event === 'SENT'));
  // The line for the other side says less than one's own: what was handed over, and the note.
  const ours = entries.filter((entry) => entry.event !== 'CONTACT_CHANGED' || entry.partnerId !== partnerId);
  return ours.filter(({ event, at }, index) => !isSender || event !== 'DELIVERED' || ours.findIndex((each) => each.event === event && each.at === at) === index);
}

/** What happened, who did it and when; the running term on top. */
export function Timeline({ row, answer, isSender }: { row: Pick<ReferralRow, 'timeline' | 'fromPartnerId'> & { senderName?: string }; answer: AnswerRow | undefined; isSender: boolean }) {
  const { t } = useTranslation();
  const { list, nameOf, namedAt } = usePartners();
  const words = useClassWords();
  const { partner } = useMe();
  const by = (person: string, partner: string) => {
    // Where the person stays unnamed, the organisation or the portal itself stands in her place.
    if (person === 'Woonbrug') return undefined;
    return list.some(({ name, earlierNames }) => [name, ...earlierNames.map((each) => each.name)].includes(person)) ? t('referrals.byPartner', { partner: person }) : t('referrals.by', { person, partner });
  };
  const entries = told(row.timeline, isSender, partner.id);
  if (!entries.length && !answer?.term) return null;
  return (
    <Panel id="verloop" title={t('referrals.timeline')}>
      <div className="panel__body">
        <ol className="timeline">
          {answer?.term && answer.term.tone !== 'OK' && (
            <li>
              <span className="timeline__dot timeline__dot--plan" aria-hidden="true" />
              <p className="timeline__what">
                <b>{t(`referrals.due.${answer.state === 'INFO_REQUESTED' ? 'REPLY' : answer.state === 'NEW' || answer.state === 'RECEIVED' ? 'DECISION' : 'OTHER'}`)}</b>
              </p>
              <p className="timeline__meta">{t('referrals.dueBefore', { day: formatDay(answer.term.due) })}</p>
            </li>
          )}
          {entries.map((entry, index) => {
            // To a receiver it was sent when it came.
            const event = entry.event === 'DELIVERED' && !isSender ? 'SENT' : eventOf(entry.event);
            const [why] = entry.withheld;
            return (
              <li key={entry.id}>
                <span className={index ? 'timeline__dot' : 'timeline__dot timeline__dot--now'} aria-hidden="true">
                  <Icon name={EVENTS[event]} />
                </span>
                <p className="timeline__what">
                  <b>{event === 'TERM_MOVED' && entry.due ? t('referrals.movedTo', { day: formatWholeDay(entry.due) }) : t(`referrals.event.${event}`)}</b> {event !== 'DELIVERED' && by(entry.personName, namedAt(entry.partnerId, entry.at))}
                </p>
                <p className="timeline__meta">
                  {formatDay(entry.at)}, {formatTime(entry.at)} uur
                </p>
                {entry.classes.length > 0 && (
                  <p className="small">
                    {t('referrals.eventAbout', { classes: words(entry.classes) })}
                    {event === 'ACCESS_GRANTED' && entry.due && `, ${t('referrals.eventUntil', { day: formatWholeDay(entry.due) })}`}
                  </p>
                )}
                {entry.text && (event === 'REDIRECTED' ? <p className="small">{t('referrals.eventTo', { partner: entry.text })}</p> : event === 'TERM_MOVED' ? <p className="small">{entry.text}</p> : event === 'CONTACT_CHANGED' ? <p className="small">{entry.text}</p> : <p className="quote pre">{entry.text}</p>)}
                {entry.outcome && <p className="quote pre">{entry.outcome}</p>}
                {!entry.outcome && why && TELLS.includes(event) && <Withheld withheld={why} asked={isSender ? undefined : { person: row.senderName, partner: nameOf(row.fromPartnerId) }} />}
              </li>
            );
          })}
        </ol>
      </div>
    </Panel>
  );
}
