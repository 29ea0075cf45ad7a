import { useTranslation } from 'react-i18next';
import type { Mediation } from './mediation.page.js';
import { RoomNotes } from './room-notes.js';
import { WhoReads } from './who-reads.js';

/** What the mediator keeps for herself. */
export function NotesRoom({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  return (
    <>
      <WhoReads icon="lock" title={t('mediation.who.mineTitle')}>
        {t('mediation.who.mine')}
      </WhoReads>
      <div className="room__body">
        <RoomNotes row={row} room={null} words="mine" />
      </div>
    </>
  );
}
