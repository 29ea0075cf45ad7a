import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WriteRoomNoteDocument, type Room } from '../generated/graphql/graphql.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { FieldError } from '../shared/form/field.js';
import { formatDay, formatTime } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { toast } from '../shared/overlay/toasts.js';
import { useMe } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import { Audience } from '../shared/withheld.js';
import type { Mediation } from './mediation.page.js';
import { isOver } from './stages.js';

const MAX = 4000;
type Note = Mediation['notes'][number];
type Words = 'renter' | 'landlord' | 'mine';

/** What the mediator wrote in a room, and a place to write more; nobody else reads it. */
export function RoomNotes({ row, room, words }: { row: Mediation; room: Room | null; words: Words }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const mayWrite = row.mediatorId === personId && !row.sealedAt && !isOver(row.state);
  const notes = row.notes.filter((note) => note.room === room).sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  return (
    <div className="stackv">
      {notes.length > 0 && (
        <ol className="timeline" aria-label={t(`mediation.notes.${words}.list`)}>
          {notes.map((note) => (
            <OneNote key={note.id} note={note} row={row} mayWrite={mayWrite && note.authorId === personId} words={words} />
          ))}
        </ol>
      )}
      {!notes.length && <p className="soft">{t(row.sealedAt ? 'mediation.notes.sealed' : row.mediatorId === personId ? `mediation.notes.${words}.none` : 'mediation.notes.others')}</p>}
      {mayWrite && <NoteForm key={notes.length} row={row} room={room} words={words} />}
    </div>
  );
}

function OneNote({ note, row, mayWrite, words }: { note: Note; row: Mediation; mayWrite: boolean; words: Words }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  return (
    <li>
      <span className="timeline__dot" aria-hidden="true">
        <Icon name="edit" />
      </span>
      {isEditing ? (
        <NoteForm row={row} room={note.room} note={note} words={words} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="timeline__what pre">{note.body}</p>
          <p className="timeline__meta">
            {formatDay(note.changedAt)}, {formatTime(note.changedAt)} uur{' '}
            {mayWrite && (
              <button type="button" className="linkbtn" onClick={() => setEditing(true)}>
                {t('mediation.notes.change')}
              </button>
            )}
          </p>
        </>
      )}
    </li>
  );
}

function NoteForm({ row, room, note, words, onDone }: { row: Mediation; room: Room | null; note?: Note; words: Words; onDone?: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [body, setBody] = useState(note?.body ?? '');
  const [isAsked, setAsked] = useState(false);
  const release = useUnsaved(body.trim() !== (note?.body ?? ''));
  const write = useChange(WriteRoomNoteDocument, {
    onSuccess: () => {
      release();
      toast(t('mediation.notes.saved'));
      onDone?.();
    },
  });
  const refused = write.error instanceof Refusal ? write.error.fields.find(({ field }) => field === 'body')?.message : undefined;
  const problem = isAsked && !body.trim() ? t('mediation.notes.missing') : refused;
  const submit = () => {
    setAsked(true);
    if (body.trim()) write.mutate({ dossierId: row.id, id: note?.id, version: note?.version ?? 0, body: body.trim(), room });
  };
  return (
    <form
      className="stackv"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={problem ? 'field field--full field--bad' : 'field field--full'}>
        <label htmlFor={id}>{t(note ? 'mediation.notes.changeLabel' : `mediation.notes.${words}.label`)}</label>
        <FieldError id={`${id}-fout`} error={problem} />
        <textarea className="input" id={id} maxLength={MAX} value={body} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-fout` : undefined} onChange={(event) => setBody(event.target.value)} />
      </div>
      {!refused && <FaultNote error={write.error} />}
      <div className="rowx rowx--between">
        <Audience alone>{t(`mediation.notes.${words}.audience`)}</Audience>
        <div className="actions">
          {onDone && (
            <Button small variant="quiet" onPress={onDone}>
              {t('app.cancel')}
            </Button>
          )}
          <Button small type="submit" isPending={write.isPending}>
            {t(`mediation.notes.${words}.save`)}
          </Button>
        </div>
      </div>
    </form>
  );
}
