import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSize } from '../shared/attachments/size.js';
import { Icon } from '../shared/icon.js';
import { Panel } from '../shared/page.js';
import type { Chosen, Sending } from './use-sending.js';

/** What the portal takes; the server looks at the bytes. */
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods,.txt';

/** Letters and statements, page by page; they leave when the signal is made. */
export function FilesPanel({ sending, isMade = false }: { sending: Sending; isMade?: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel id="bijlagen" title={t('signals.files.title')} count={sending.files.length || undefined}>
      <div className="panel__body stackv">
        {!isMade && <p className="small soft">{t('signals.files.text')}</p>}
        <FileList sending={sending} />
        {!isMade && <ChooseFiles id="bijlage-kies" hasSome={sending.files.length > 0} onChoose={sending.add} />}
      </div>
    </Panel>
  );
}

/** A field that takes one file or more, again and again. */
export function ChooseFiles({ id, hasSome, onChoose }: { id: string; hasSome: boolean; onChoose: (files: File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    onChoose([...(files ?? [])]);
    // The same file may be chosen once more after it was taken away.
    if (input.current) input.current.value = '';
  };
  return (
    <div className="field field--full">
      <label htmlFor={id}>{t(hasSome ? 'signals.files.next' : 'signals.files.choose')}</label>
      <span className="hint" id={`${id}-hint`}>
        {t('signals.files.hint')}
      </span>
      <div className="drop">
        <input ref={input} id={id} className="drop__input" type="file" multiple accept={ACCEPT} aria-describedby={`${id}-hint`} onChange={(event) => take(event.target.files)} />
        <span className="drop__ask" aria-hidden="true">
          <span className="drop__button">{t(hasSome ? 'signals.files.more' : 'attachments.choose')}</span> <span className="mute drop__or">{t('attachments.drop')}</span>
        </span>
      </div>
    </div>
  );
}

export function FileList({ sending }: { sending: Sending }) {
  if (!sending.files.length) return null;
  return (
    <ul className="files">
      {sending.files.map((each, at) => (
        <OneFile key={each.id} chosen={each} at={at} sending={sending} />
      ))}
    </ul>
  );
}

function OneFile({ chosen: { id, file, description, isSent, fault }, at, sending }: { chosen: Chosen; at: number; sending: Sending }) {
  const { t } = useTranslation();
  return (
    <li className="files__row">
      <div className="files__name stackv--s">
        <span>
          <b>{file.name}</b> <span className="small mute">{formatSize(file.size)}</span>
          {isSent && <span className="tag">{t('signals.files.sent')}</span>}
        </span>
        {!isSent && (
          <div className="field">
            <label htmlFor={`bijlage-${id}`}>{t('signals.files.what', { n: at + 1 })}</label>
            <input className="input" id={`bijlage-${id}`} autoComplete="off" maxLength={300} value={description} onChange={(event) => sending.describe(id, event.target.value)} />
          </div>
        )}
        {fault && (
          <span className="files__held files__held--bad" role="alert">
            <Icon name="alert" size="s" />
            <span>{fault}</span>
          </span>
        )}
      </div>
      {!isSent && (
        <div className="files__acts">
          <button type="button" className="linkbtn" aria-label={t('attachments.removeOf', { name: file.name })} onClick={() => sending.remove(id)}>
            {t('attachments.remove')}
          </button>
        </div>
      )}
    </li>
  );
}
