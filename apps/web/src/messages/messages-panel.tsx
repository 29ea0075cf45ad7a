import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TakeBackMessageDocument, type MessageFieldsFragment } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { FaultNote } from '../shared/faults.js';
import { formatDay, formatList, formatTime } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useDoor, useMe } from '../shared/session.js';
import { Audience, whyOf, Withheld } from '../shared/withheld.js';
import { Compose, type ComposeWords } from './compose.js';

/** How long after its time a message may still be on its way: the worker looks each minute. */
const ON_ITS_WAY = 65_000;

/** `words`: for a conversation with one other partner only; `begin`: what stands before the first message. */
type Props = { dossierId: string; messages: readonly MessageFieldsFragment[]; note?: string; words?: ComposeWords & { title: string }; begin?: ReactNode };

/** The conversation on a dossier, the newest last, and a place to write. */
export function MessagesPanel({ dossierId, messages, note, words, begin }: Props) {
  const { t } = useTranslation();
  const mayWrite = useDoor('Message.write');
  const [text, setText] = useState('');
  const shown = inOrder(messages);
  useLeaving(shown);
  if (!shown.length && !mayWrite) return null;
  return (
    <Panel id="berichten" title={words?.title ?? t('messages.title')} count={shown.length || undefined}>
      <div className="panel__body stackv">
        {begin}
        {shown.length ? <Conversation messages={shown} onUndone={(body) => setText((typed) => typed || body)} /> : begin ? null : <p className="soft">{t(mayWrite && !note ? 'messages.noneYet' : 'messages.none')}</p>}
        {note && <p className="small soft">{note}</p>}
        {mayWrite && <Compose dossierId={dossierId} text={text} onText={setText} words={words} />}
      </div>
    </Panel>
  );
}

/** What one's own partner wrote at a dossier from which it went. */
export function OwnMessages({ messages }: { messages: readonly MessageFieldsFragment[] }) {
  const { t } = useTranslation();
  const shown = inOrder(messages);
  if (!shown.length) return null;
  return (
    <Panel id="berichten" title={t('messages.title')} aside={<Audience alone>{t('messages.wrote')}</Audience>}>
      <div className="panel__body">
        <Conversation messages={shown} onUndone={() => undefined} />
      </div>
    </Panel>
  );
}

/** The newest last, what still waits at the very end; what was taken back is gone. */
const inOrder = (messages: readonly MessageFieldsFragment[]): MessageFieldsFragment[] =>
  messages.filter(({ state }) => state !== 'TAKEN_BACK').sort((a, b) => Number(a.state === 'WAITING') - Number(b.state === 'WAITING') || a.at.localeCompare(b.at));

function Conversation({ messages, onUndone }: { messages: readonly MessageFieldsFragment[]; onUndone: (body: string) => void }) {
  return (
    <ol className="talk">
      {messages.map((message) => (
        <OneMessage key={message.id} message={message} onUndone={onUndone} />
      ))}
    </ol>
  );
}

function OneMessage({ message, onUndone }: { message: MessageFieldsFragment; onUndone: (body: string) => void }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const { id, version, partnerId, authorName, at, urgent, leavesAt, body, may } = message;
  const undo = useChange(TakeBackMessageDocument, {
    onSuccess: () => {
      toast(t('messages.undone'));
      onUndone(body ?? '');
    },
  });
  const why = whyOf(message.withheld, 'MESSAGE');
  const isOwn = partnerId === partner.id;
  return (
    <li className={isOwn ? 'talk__one talk__one--own' : 'talk__one'}>
      <p className="talk__who">
        <b>{authorName}</b>, {shortNameOf(partnerId)}
        <span className="talk__at">{t('messages.when', { day: formatDay(at), time: formatTime(at) })}</span>
        {urgent && <span className="tag tag--urgent">{t('messages.urgent')}</span>}
      </p>
      {why ? <Withheld withheld={why} /> : <p className="pre">{body}</p>}
      <Readers message={message} />
      {may.includes('takeBack') && leavesAt && (
        <p className="talk__leaves small">
          <Icon name="clock" size="s" />
          <span>{t('messages.leaves', { time: formatTime(leavesAt) })}</span>
          <button type="button" className="linkbtn" aria-label={t('messages.undoOf', { time: formatTime(at) })} disabled={undo.isPending} onClick={() => undo.mutate({ id, version })}>
            {t('messages.undo')}
          </button>
        </p>
      )}
      <FaultNote error={undo.error} />
    </li>
  );
}

/** Who reads it, as far as one may know: a receiver learns of nobody but the sender and itself. */
function Readers({ message: { partnerId, readerIds, toPartnerIds, withheld } }: { message: MessageFieldsFragment }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  if (partnerId === partner.id && whyOf(withheld, 'PROGRESS')) return null;
  const others = partnerId === partner.id ? (toPartnerIds ?? []) : readerIds.length ? readerIds.filter((each) => each !== partner.id) : [partnerId];
  if (!others.length) return <Audience alone>{t('messages.readsOwn', { partner: partner.shortName })}</Audience>;
  return <Audience>{t('messages.reads', { readers: formatList([...others.map(shortNameOf), t('messages.yourOffice')]) })}</Audience>;
}

/** Looks again once what waits should have left. */
function useLeaving(messages: readonly MessageFieldsFragment[]) {
  const client = useQueryClient();
  const next = messages.flatMap(({ leavesAt }) => leavesAt ?? []).sort()[0];
  useEffect(() => {
    if (!next) return;
    const timer = setTimeout(() => void client.invalidateQueries(), Math.max(ON_ITS_WAY, Date.parse(next) - Date.now() + ON_ITS_WAY));
    return () => clearTimeout(timer);
  }, [client, next]);
}
