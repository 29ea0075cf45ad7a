import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '../shared/format.js';
import { Icon, type IconName } from '../shared/icon.js';
import { Panel } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { Term } from '../shared/term.js';
import type { SignalRequestFieldsFragment, RequestKind } from '../generated/graphql/graphql.js';

export type RequestRow = SignalRequestFieldsFragment;
const ICONS: Record<RequestKind, IconName> = { TALK: 'phone', DOCUMENT: 'file', OTHER: 'talk' };

export const isOpen = ({ answeredAt, withdrawnAt }: RequestRow): boolean => !answeredAt && !withdrawnAt;

/** What is asked, and the line under it. */
export function useRequestWords(): (request: RequestRow) => { title: string; sub: string } {
  const { t } = useTranslation();
  const { partner } = useMe();
  return ({ kind, says: written, at, askedBy }) => {
    // Who may not read messages knows that something is asked, and what sort of thing.
    const says = written ?? t(`signals.requests.kind.${kind}`);
    if (kind === 'TALK' && at) return { title: t('signals.requests.talk', { day: formatDay(at), time: formatTime(at) }), sub: says };
    return { title: says, sub: kind === 'DOCUMENT' ? t('signals.requests.document', { partner: partner.shortName }) : t('signals.requests.by', { person: askedBy }) };
  };
}

/** What the mediator asks, first what waits. */
export function RequestsPanel({ requests, isOver, onAnswer }: { requests: readonly RequestRow[]; isOver: boolean; onAnswer: (request: RequestRow) => void }) {
  const { t } = useTranslation();
  const open = requests.filter(isOpen).sort((one, other) => one.due.localeCompare(other.due));
  const rows = [...open, ...requests.filter((each) => !isOpen(each))];
  return (
    <Panel id="vragen-aan-u" title={t('signals.requests.title')}>
      {rows.length ? (
        <ul className="rows">
          {rows.map((each) => (
            <Request key={each.id} request={each} onAnswer={each.may.includes('answer') && isOpen(each) ? () => onAnswer(each) : undefined} />
          ))}
        </ul>
      ) : (
        <p className="panel__body small soft">{t(isOver ? 'signals.requests.noneOver' : 'signals.requests.none')}</p>
      )}
    </Panel>
  );
}

function Request({ request, onAnswer }: { request: RequestRow; onAnswer: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { title, sub } = useRequestWords()(request);
  const { kind, term, answer, answeredAt, withdrawnAt } = request;
  const isWaiting = isOpen(request);
  return (
    <li className={isWaiting ? undefined : 'is-answered'}>
      <Icon name={isWaiting ? ICONS[kind] : 'check'} />
      <div>
        <p className="rows__title">
          {onAnswer ? (
            <button type="button" className="rows__open" onClick={onAnswer}>
              {title}
            </button>
          ) : (
            title
          )}
        </p>
        <p className="rows__sub">{sub}</p>
        {answer && <p className="rows__sub pre">{t('signals.requests.answered', { answer })}</p>}
      </div>
      <div className="rows__end">
        {isWaiting && term && <Term term={term} />}
        {answeredAt && <span className="small mute">{t('signals.requests.answeredOn', { day: formatDay(answeredAt) })}</span>}
        {withdrawnAt && <span className="small mute">{t('signals.requests.withdrawn')}</span>}
      </div>
    </li>
  );
}
