import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { Fact, Facts, lines } from '../shared/facts.js';
import { formatWholeDay } from '../shared/format.js';
import { nameOf } from '../shared/name.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { Mark } from './marks.js';
import type { Mediation, Party } from './mediation.page.js';
import { PartyDialog, type PartyDeed } from './party-dialogs.js';
import { RoomNotes } from './room-notes.js';
import { RoomSide } from './room-side.js';
import { WhoReads } from './who-reads.js';
import { fellOutside, isOver } from './stages.js';

/** The renters' side: how each stands, what she told, and what the other side may know. */
export function RenterRoom({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const { personId } = useMe();
  const [isAdding, setAdding] = useState(false);
  const renters = row.parties.filter(({ side }) => side === 'RENTER');
  const landlord = row.landlordId ? shortNameOf(row.landlordId) : t('mediation.theLandlord');
  const isMine = row.mediatorId === personId && !isOver(row.state);
  return (
    <>
      <WhoReads icon="eye" title={t('mediation.who.renterTitle', { count: renters.length })}>
        {t('mediation.who.renter', { landlord })}
      </WhoReads>
      <div className="room__body cols">
        <div className="stackv--l">
          {renters.map((party) => (
            <PartySection key={party.id} party={party} row={row} mayChange={isMine} title={t('mediation.talkWith', { name: nameOf(party) ?? t('person.noName') })} landlord={landlord} />
          ))}
          {isMine && (
            <button type="button" className="linkbtn small" onClick={() => setAdding(true)}>
              {t('mediation.party.add.title')}
            </button>
          )}
          <RoomNotes row={row} room="RENTER" words="renter" />
        </div>
        <RoomSide row={row} />
      </div>
      {isAdding && <PartyDialog deed="add" row={row} onClose={() => setAdding(false)} />}
    </>
  );
}

const LOOKS = { OPEN: 'wait', AGREED: 'ok', DECLINED: 'no', NOT_REACHED: 'off' } as const;

/** How one of the parties stands towards the mediation. */
export function PartySection({ party, row, mayChange, title, landlord }: { party: Party; row: Mediation; mayChange: boolean; title: string; landlord: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<PartyDeed>();
  const isRenter = party.side === 'RENTER';
  // What does not belong here asks a renter for one thing only: whether she may be referred.
  const isToRefer = isRenter && fellOutside(row);
  const other = isRenter ? landlord : t('mediation.theRenter');
  const way = (text: string | null) => (text ? `, ${text}` : '');
  const deeds = (['answer', 'hear', 'mayTell', 'warn', 'change'] as const).filter((deed) => party.may.includes(deed) && !((isToRefer || party.answer === 'DECLINED') && (deed === 'hear' || deed === 'mayTell')) && (deed !== 'warn' || (isRenter && party.answer !== 'AGREED')));
  return (
    <section aria-labelledby={`partij-${party.id}`}>
      <h2 id={`partij-${party.id}`} className="room__title">
        {title}
      </h2>
      <Facts>
        <Fact label={t('mediation.party.heard')}>
          {party.heardOn ? (
            <span className="rowx rowx--tight">
              {formatWholeDay(party.heardOn)}
              {way(party.heardWay)} <Mark look="ok">{t('mediation.party.isHeard')}</Mark>
            </span>
          ) : (
            <span className="mute">{t('mediation.party.notHeard')}</span>
          )}
        </Fact>
        <Fact label={t(isToRefer ? 'mediation.party.agreesToRefer' : 'mediation.party.agrees')}>
          <span className="rowx rowx--tight">
            {party.answeredOn && `${formatWholeDay(party.answeredOn)}${way(party.answerWay)}`} <Mark look={LOOKS[party.answer]}>{t(`mediation.answer.${party.answer}`)}</Mark>
          </span>
        </Fact>
        <Fact label={t('mediation.party.mayTellFact', { other })}>
          {party.mayTell ? (
            <>
              “{party.mayTell}”
              <span className="line small mute">{t(isRenter ? 'mediation.party.approved' : 'mediation.party.approvedLandlord', { day: party.mayTellOn ? formatWholeDay(party.mayTellOn) : '' })}</span>
            </>
          ) : (
            <span className="mute">{t('mediation.party.nothing')}</span>
          )}
        </Fact>
        {(isRenter || party.phone || party.email) && <Fact label={t('mediation.party.contact')}>{lines(party.phone && <a href={`tel:${party.phone.replace(/[^\d+]/g, '')}`}>{party.phone}</a>, party.email && <a href={`mailto:${party.email}`}>{party.email}</a>, party.language && t('person.speaks', { language: party.language }))}</Fact>}
        {party.dangerToldGround && <Fact label={t('mediation.party.warned')}>{party.dangerToldGround}</Fact>}
      </Facts>
      {mayChange && deeds.length > 0 && (
        <div className="actions room__acts">
          {deeds.map((deed) => (
            <Button key={deed} small variant={deed === 'answer' || deed === 'hear' || deed === 'mayTell' ? undefined : 'quiet'} aria-label={`${t(`mediation.party.${deed}.button`, { other })}: ${nameOf(party) ?? ''}`} onPress={() => setOpen(deed)}>
              {t(`mediation.party.${deed}.button`, { other })}
            </Button>
          ))}
        </div>
      )}
      {open && <PartyDialog deed={open} party={party} row={row} other={other} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
