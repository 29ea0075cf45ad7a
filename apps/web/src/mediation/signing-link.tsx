import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MakeSigningLinkDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { toast } from '../shared/overlay/toasts.js';

type Props = { settlement: { id: string; version: number }; party: { id: string; name: string } };

/** A link with which one party without an account reads and signs a settlement that was offered. Its address stands here once, in the open page only. */
export function SigningLink({ settlement: { id, version }, party }: Props) {
  const { t } = useTranslation();
  const field = useId();
  const [made, setMade] = useState<{ path: string | null; until: string }>();
  const make = useChange(MakeSigningLinkDocument, { onSuccess: ({ makeSigningLink: { path, link } }) => setMade({ path, until: link.until }) });
  const address = made?.path && `${window.location.origin}${made.path}`;
  return (
    <div className="stackv">
      <p>
        <b>{t('signingLink.for', { name: party.name })}</b>
      </p>
      {made && !address && <p role="alert">{t('signingLink.lost')}</p>}
      {address && (
        <>
          <div className="note note--good" role="status">
            <Icon name="check" />
            <div>
              <h3>{t('signingLink.made')}</h3>
              <p>{t('signingLink.secret', { name: party.name, day: formatWholeDay(made.until) })}</p>
            </div>
          </div>
          <div className="field field--full">
            <label htmlFor={field}>{t('signingLink.address')}</label>
            <input className="input" id={field} readOnly value={address} autoComplete="off" onFocus={(event) => event.currentTarget.select()} />
          </div>
        </>
      )}
      <div className="actions">
        {address && (
          <Button variant="main" small onPress={() => void navigator.clipboard.writeText(address).then(() => toast(t('signingLink.copied')))}>
            {t('signingLink.copy')}
          </Button>
        )}
        <Button small aria-label={`${t(made ? 'signingLink.renew' : 'signingLink.make')}: ${party.name}`} isPending={make.isPending} onPress={() => make.mutate({ id, version, partyId: party.id })}>
          {t(made ? 'signingLink.renew' : 'signingLink.make')}
        </Button>
      </div>
      <FaultNote error={make.error} />
    </div>
  );
}
