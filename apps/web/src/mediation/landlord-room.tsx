import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MediationSignalDocument, type MediationSignalQuery } from '../generated/graphql/graphql.js';
import { MessagesPanel } from '../messages/messages-panel.js';
import { useRead } from '../shared/api/query.js';
import { AttachmentsPanel } from '../shared/attachments/attachments-panel.js';
import { Fact, Facts } from '../shared/facts.js';
import { Fault } from '../shared/faults.js';
import { formatDay } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import type { Mediation } from './mediation.page.js';
import { PartySection } from './renter-room.js';
import { RequestsPanel } from './requests.js';
import { RoomNotes } from './room-notes.js';
import { WhoReads } from './who-reads.js';
import { isOver, STAGE_LOOKS } from './stages.js';
import { Mark } from './marks.js';

export type Signal = NonNullable<MediationSignalQuery['signal']>;

/** The landlord's side: what it reported, what is asked of it, what is written to it. */
export function LandlordRoom({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const { personId } = useMe();
  const party = row.parties.find(({ side }) => side === 'LANDLORD');
  const landlord = row.landlordId ? shortNameOf(row.landlordId) : (party?.familyName ?? t('mediation.theLandlord'));
  const [chosen, setChosen] = useState(row.signals[0]?.id);
  return (
    <>
      <WhoReads icon="eye" title={t('mediation.who.landlordTitle')}>
        {t(row.landlordId ? 'mediation.who.landlord' : 'mediation.who.landlordOutside', { landlord })}
      </WhoReads>
      <div className="room__body stackv--l">
        {row.signals.length > 1 && (
          <div className="filters" role="group" aria-label={t('mediation.signal.choose')}>
            {row.signals.map((signal) => (
              <button key={signal.id} type="button" className={signal.id === chosen ? 'chip chip--on' : 'chip'} aria-pressed={signal.id === chosen} onClick={() => setChosen(signal.id)}>
                {t('mediation.signal.of', { day: formatDay(signal.reportedAt) })}
              </button>
            ))}
          </div>
        )}
        {chosen && <SignalPart key={chosen} id={chosen} row={row} />}
        {party && <PartySection party={party} row={row} mayChange={row.mediatorId === personId && !isOver(row.state)} title={t('mediation.talkWith', { name: landlord })} landlord={landlord} />}
        <section aria-labelledby="verslag-verhuurder">
          <h2 className="room__title" id="verslag-verhuurder">
            {t('mediation.notes.landlord.list')}
          </h2>
          <RoomNotes row={row} room="LANDLORD" words="landlord" />
        </section>
      </div>
    </>
  );
}

/** One report and what belongs to it; only a company with a seat reads messages and requests. */
function SignalPart({ id, row }: { id: string; row: Mediation }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const { data, error, refetch } = useRead(MediationSignalDocument, { id });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const { signal } = data;
  if (!signal) return null;
  const hasSeat = signal.origin === 'COMPANY';
  return (
    <>
      <SignalFacts signal={signal} />
      {hasSeat && <RequestsPanel signal={signal} row={row} />}
      {hasSeat && <MessagesPanel dossierId={signal.id} messages={signal.messages} />}
      {hasSeat && <AttachmentsPanel dossierId={signal.id} of="signal" id="bijlagen-melding" title={t('mediation.signal.files', { partner: shortNameOf(signal.partnerId) })} />}
    </>
  );
}

function SignalFacts({ signal }: { signal: Signal }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const { origin, partnerId, reportedBy, reportedAt, facts, tried, danger, dangerNote, landlordName, landlordContact, state } = signal;
  return (
    <Facts>
      <Fact label={t('mediation.signal.contact')}>{origin === 'COMPANY' ? `${reportedBy}, ${shortNameOf(partnerId)}` : [landlordName, landlordContact].filter(Boolean).join(', ') || t(`mediation.origin.${origin}`)}</Fact>
      <Fact label={t('mediation.signal.facts')}>
        {facts}
        <span className="line small mute">{t('mediation.signal.reported', { day: formatDay(reportedAt), person: reportedBy })}</span>
      </Fact>
      <Fact label={t('mediation.signal.tried')}>{tried}</Fact>
      {danger && <Fact label={t('mediation.signal.danger')}>{dangerNote}</Fact>}
      {origin === 'COMPANY' && (
        <Fact label={t('mediation.signal.stage')}>
          <Mark look={STAGE_LOOKS[state]}>{t(`mediation.stage.${state}`)}</Mark>
        </Fact>
      )}
    </Facts>
  );
}
