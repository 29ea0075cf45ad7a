import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WriteNoteDocument, type NoteFieldsFragment } from '../generated/graphql/graphql.js';
import { useChange } from './api/use-change.js';
import { Button } from './button.js';
import { FaultNote } from './faults.js';
import { formatDay, formatTime } from './format.js';
import { toast } from './overlay/toasts.js';
import { useMe } from './session.js';
import { useUnsaved } from './unsaved.js';
import { Audience } from './withheld.js';

const MAX = 4000;

/** Notes that nobody else reads, on whatever dossier. */
export function PrivateNotesPanel({ dossierId, notes, mayWrite }: { dossierId: string; notes: readonly NoteFieldsFragment[]; mayWrite: boolean }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const own = notes.filter(({ dataClass, authorId }) => dataClass === 'PRIVATE_NOTE' && authorId === personId);
  if (!own.length && !mayWrite) return null;
  return (
    <section className="panel block--mine" aria-labelledby="eigen-notities">
      <div className="block__head">
        <h2 id="eigen-notities">{t('referrals.notes.title')}</h2>
        <Audience alone>{t('referrals.notes.audience')}</Audience>
      </div>
      <div className="block__body stackv">
        {own.map((note) => (
          <OwnNote key={note.id} note={note} dossierId={dossierId} mayWrite={mayWrite} />
        ))}
        {mayWrite && <NoteForm key={own.length} dossierId={dossierId} label={t('referrals.notes.label')} />}
      </div>
    </section>
  );
}

function OwnNote({ note, dossierId, mayWrite }: { note: NoteFieldsFragment; dossierId: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <NoteForm dossierId={dossierId} note={note} label={t('referrals.notes.changeLabel')} onDone={() => setEditing(false)} />;
  return (
    <div>
      <p className="pre">{note.body}</p>
      <p className="small mute">
        {t('referrals.notes.changedAt', { day: formatDay(note.changedAt), time: formatTime(note.changedAt) })}{' '}
        {mayWrite && (
          <button type="button" className="linkbtn" onClick={() => setEditing(true)}>
            {t('referrals.notes.change')}
          </button>
        )}
      </p>
    </div>
  );
}

function NoteForm({ dossierId, note, label, onDone }: { dossierId: string; note?: NoteFieldsFragment; label: string; onDone?: () => void }) {
  const { t } = useTranslation();
  const [body, setBody] = useState(note?.body ?? '');
  const isChanged = body.trim() !== (note?.body ?? '');
  const release = useUnsaved(isChanged);
  const write = useChange(WriteNoteDocument, {
    onSuccess: () => {
      release();
      toast(t('referrals.notes.saved'));
      onDone?.();
    },
  });
  const id = `notitie-${note?.id ?? 'nieuw'}`;
  return (
    <div className="stackv--s">
      <div className="field field--full">
        <label htmlFor={id}>{label}</label>
        <textarea className="input" id={id} maxLength={MAX} value={body} onChange={(event) => setBody(event.target.value)} />
      </div>
      <FaultNote error={write.error} />
      {isChanged && (
        <div className="actions">
          <Button small isPending={write.isPending} onPress={() => write.mutate({ dossierId, id: note?.id, version: note?.version ?? 0, dataClass: 'PRIVATE_NOTE', body: body.trim() })}>
            {t('referrals.notes.save')}
          </Button>
          {onDone && (
            <Button small variant="quiet" onPress={onDone}>
              {t('app.cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
