import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { OpenClientOfPartyDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { nameOf } from '../shared/name.js';
import { useDoor, useMe } from '../shared/session.js';
import type { Mediation, Party } from './mediation.page.js';
import { isOver } from './stages.js';

const path = (clientId: string): string => `/doorverwijzingen/nieuw?client=${clientId}`;

/** Only who agrees is sent elsewhere (c4 note 16, BR-P5): from a file of her own, under the rules of sharing. */
export function ReferRenters({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const mayDraft = useDoor('Referral.draft');
  const { personId } = useMe();
  if (!mayDraft || isOver(row.state) || row.mediatorId !== personId) return null;
  const agreed = row.parties.filter(({ side, answer, dangerToldGround }) => side === 'RENTER' && (answer === 'AGREED' || dangerToldGround));
  return (
    <section aria-labelledby="doorverwijzen">
      <h3 id="doorverwijzen" className="side__title">
        {t('mediation.refer.title')}
      </h3>
      <p className="small soft">{t('mediation.refer.text')}</p>
      {agreed.length ? agreed.map((party) => <ReferRenter key={party.id} party={party} />) : <p className="small">{t('mediation.refer.nobody')}</p>}
    </section>
  );
}

function ReferRenter({ party }: { party: Party }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useChange(OpenClientOfPartyDocument, { onSuccess: ({ openClientOfParty: { clientId } }) => void navigate(path(clientId!)) });
  const label = t('mediation.refer.one', { name: nameOf(party) ?? '' });
  return (
    <>
      <p className="side__act">
        {party.clientId ? (
          <ButtonLink small to={path(party.clientId)}>
            {label}
          </ButtonLink>
        ) : (
          <Button small isPending={open.isPending} onPress={() => open.mutate({ id: party.id, version: party.version })}>
            {label}
          </Button>
        )}
      </p>
      {open.error && <FaultNote error={open.error} />}
    </>
  );
}
