import { useTranslation } from 'react-i18next';
import { useMe } from '../shared/session.js';
import type { Mediation } from './mediation.page.js';
import { RoomNotes } from './room-notes.js';
import { isMine } from './steps.js';
import { WhoReads } from './who-reads.js';

/** What the mediator keeps for herself. */
export function NotesRoom({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const whose = isMine(row, useMe().personId) ? 'mine' : 'theirs';
  return (
    <>
      <WhoReads icon="lock" title={t(`mediation.who.${whose}Title`)}>
        {t(`mediation.who.${whose}`)}
      </WhoReads>
      <div className="room__body">
        <RoomNotes row={row} room={null} words="mine" />
      </div>
    </>
  );
}
