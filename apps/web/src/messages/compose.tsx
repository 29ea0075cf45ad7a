import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageReadersDocument, WriteMessageDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { FieldError } from '../shared/form/field.js';
import { formatList, formatTime } from '../shared/format.js';
import { toast } from '../shared/overlay/toasts.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import { Audience } from '../shared/withheld.js';

const MAX = 4000;

/** Where there is but one to write to: how it is called there, and nobody is to be chosen. */
export type ComposeWords = { label: string; reads: string; send: string };
type Props = { dossierId: string; words?: ComposeWords; /** Kept by whoever shows this, so that what was undone comes back into it. */ text: string; onText: (text: string) => void };

/** Writes a message; beside the button stands who reads it. What was typed stays until the server has it. */
export function Compose({ dossierId, text, onText, words: given }: Props) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf, nameOf } = usePartners();
  const readers = useRead(MessageReadersDocument, { dossierId }).data?.messageReaders;
  const possible = readers ?? [];
  const [picked, setPicked] = useState<readonly string[]>();
  const [isUrgent, setUrgent] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const words = !readers || possible.length === 1 ? given : undefined;
  const isWaiting = Boolean(words) && !readers;
  // One other partner is meant, unless one says otherwise; of several none is chosen beforehand.
  const chosen = (picked ?? (possible.length === 1 ? possible : [])).filter((each) => possible.includes(each));
  const release = useUnsaved(text.trim() !== '');
  const write = useChange(WriteMessageDocument, {
    onSuccess: ({ writeMessage: { leavesAt, toPartnerIds } }) => {
      release();
      onText('');
      setUrgent(false);
      setAsked(false);
      toast(leavesAt ? t('messages.sentLater', { time: formatTime(leavesAt) }) : t(toPartnerIds?.length ? 'messages.sent' : 'messages.kept'));
    },
  });
  const problem = isAsked && !text.trim() ? t('messages.missing') : undefined;
  const submit = () => {
    setAsked(true);
    if (text.trim()) write.mutate({ dossierId, toPartnerIds: [...chosen], body: text.trim(), urgent: isUrgent && chosen.length > 0 });
  };
  const toggle = (each: string, isOn: boolean) => setPicked(isOn ? [...chosen, each] : chosen.filter((one) => one !== each));
  return (
    <form
      className="compose stackv--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={problem ? 'field field--full field--bad' : 'field field--full'}>
        <label htmlFor={`${id}-tekst`}>{words?.label ?? t('messages.label')}</label>
        <FieldError id={`${id}-fout`} error={problem} />
        <textarea className="input" id={`${id}-tekst`} maxLength={MAX} value={text} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-fout` : undefined} onChange={(event) => onText(event.target.value)} />
      </div>
      {possible.length > 0 && !words && (
        <fieldset className="compose__who" aria-describedby={`${id}-wie`}>
          <legend>{t('messages.who')}</legend>
          <p className="hint" id={`${id}-wie`}>
            {t('messages.whoHint')}
          </p>
          {possible.map((each) => (
            <label className="check" key={each}>
              <input type="checkbox" checked={chosen.includes(each)} onChange={(event) => toggle(each, event.target.checked)} />
              <span>{nameOf(each)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen.length > 0 && (
        <label className="check">
          <input type="checkbox" checked={isUrgent} aria-describedby={`${id}-dringend`} onChange={(event) => setUrgent(event.target.checked)} />
          <span>
            {t('messages.urgent')}
            <span className="hint" id={`${id}-dringend`}>
              {t('messages.urgentHint')}
            </span>
          </span>
        </label>
      )}
      <FaultNote error={write.error} />
      <div className="compose__foot">
        <Audience alone={!chosen.length && !words}>{words ? words.reads : chosen.length ? t('messages.reads', { readers: formatList([...chosen, partner.id].map(shortNameOf)) }) : t('messages.readsOwn', { partner: partner.shortName })}</Audience>
        <Button type="submit" small={Boolean(words)} isPending={write.isPending || isWaiting}>
          {words ? words.send : t(chosen.length || possible.length === 0 ? (possible.length ? 'messages.send' : 'messages.keep') : 'messages.keep')}
        </Button>
      </div>
    </form>
  );
}
