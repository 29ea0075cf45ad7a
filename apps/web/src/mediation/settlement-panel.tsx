import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { formatDay, formatTime } from '../shared/format.js';
import { nameOf } from '../shared/name.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { Mark } from './marks.js';
import type { Mediation } from './mediation.page.js';
import { signers, unsigned } from './signers.js';
import { SigningLink } from './signing-link.js';
import { RecordSignature } from './record-signature.js';
import { OfferSettlement, WriteSettlement } from './settlement-dialogs.js';

type Settlement = Mediation['settlements'][number];
const LOOKS = { DRAFT: 'draft', OFFERED: 'wait', SIGNED: 'ok', REPLACED: 'off' } as const;

/** What the parties agree upon, who signed it, and the editions before it. */
export function SettlementPanel({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const [open, setOpen] = useState<'edit' | 'offer' | 'record' | 'link'>();
  const [newest, ...earlier] = row.settlements;
  if (!newest) return null;
  const isMine = row.mediatorId === personId;
  const outside = unsigned(row);
  const deeds = (['edit', 'offer', 'record', 'link'] as const).filter((deed) => isMine && newest.may.includes(deed === 'link' ? 'record' : deed) && row.state === 'SETTLEMENT_DRAFT' && (deed !== 'link' || outside.length));
  const onClose = () => setOpen(undefined);
  return (
    <Panel id="akkoord" title={t('mediation.settlement.title', { edition: newest.edition })} aside={<Mark look={LOOKS[newest.state]}>{t(`mediation.settlement.state.${newest.state}`)}</Mark>}>
      <div className="panel__body stackv">
        <div className="quote pre settlement__text">{newest.body}</div>
        {newest.state !== 'DRAFT' && <Signatures settlement={newest} row={row} />}
        {deeds.length > 0 && (
          <div className="actions">
            {deeds.map((deed) => (
              <Button key={deed} small aria-expanded={deed === 'link' ? open === 'link' : undefined} onPress={() => setOpen(deed === open ? undefined : deed)}>
                {t(deed === 'edit' ? 'mediation.step.edit.title' : deed === 'offer' ? 'mediation.step.offerSettlement.title' : deed === 'record' ? 'mediation.step.recordSignature.title' : 'mediation.settlement.links')}
              </Button>
            ))}
          </div>
        )}
        {earlier.map(({ id, edition, draftedAt, body }) => (
          <details key={id} className="small">
            <summary>{t('mediation.settlement.earlier', { edition, day: formatDay(draftedAt) })}</summary>
            <p className="quote pre">{body}</p>
          </details>
        ))}
      </div>
      {open === 'link' && deeds.includes('link') && (
        <div className="panel__body stackv">
          <p className="soft">{t('signingLink.about')}</p>
          {outside.map((party) => (
            <SigningLink key={party.id} settlement={newest} party={{ id: party.id, name: nameOf(party) ?? '' }} />
          ))}
        </div>
      )}
      {open === 'edit' && <WriteSettlement edits row={row} onClose={onClose} />}
      {open === 'offer' && <OfferSettlement row={row} onClose={onClose} />}
      {open === 'record' && <RecordSignature row={row} onClose={onClose} />}
    </Panel>
  );
}

function Signatures({ settlement, row }: { settlement: Settlement; row: Mediation }) {
  const { t } = useTranslation();
  const { nameOf: partnerOf } = usePartners();
  return (
    <ul className="signers">
      {signers(row).map((party) => {
        const signature = settlement.signatures.find(({ partyId }) => partyId === party.id);
        const who = party.side === 'LANDLORD' && row.landlordId ? partnerOf(row.landlordId) : (nameOf(party) ?? '');
        return (
          <li key={party.id}>
            <span>
              <b>{who}</b>
              {signature && <span className="line small mute">{t(`mediation.settlement.way.${signature.way}`, { who: [signature.name, signature.capacity].filter(Boolean).join(', '), day: formatDay(signature.at), time: formatTime(signature.at) })}</span>}
            </span>
            <Mark look={signature ? 'ok' : 'wait'}>{t(signature ? 'mediation.signed' : 'mediation.toSign')}</Mark>
          </li>
        );
      })}
    </ul>
  );
}
