import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetOwnNumberDocument, type ReferralQuery } from '../generated/graphql/graphql.js';
import { useChange } from './api/use-change.js';
import { Button } from './button.js';
import { FaultNote } from './faults.js';
import { FieldError } from './form/field.js';
import { toast } from './overlay/toasts.js';
import { Panel } from './page.js';
import { useDoor, useMe } from './session.js';
import { useUnsaved } from './unsaved.js';
import { Audience } from './withheld.js';

type OwnNumber = NonNullable<ReferralQuery['referral']>['ownNumber'];

const MAX = 60;

/** The number that it has in one's own system; no other partner sees it. */
export function OwnNumberPanel({ dossierId, ownNumber }: { dossierId: string; ownNumber: OwnNumber }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayWrite = useDoor('OwnNumber.write');
  const [isEditing, setEditing] = useState(false);
  if (!ownNumber && !mayWrite) return null;
  return (
    <Panel id="eigen-nummer" title={t('sharing.number.title')}>
      <div className="panel__body stackv--s">
        {isEditing ? (
          <NumberForm dossierId={dossierId} present={ownNumber} onDone={() => setEditing(false)} />
        ) : (
          <>
            <p className={ownNumber ? 'num' : 'mute'}>{ownNumber?.number ?? t('sharing.number.none')}</p>
            {mayWrite && (
              <button type="button" className="linkbtn small" onClick={() => setEditing(true)}>
                {t(ownNumber ? 'sharing.number.change' : 'sharing.number.add')}
              </button>
            )}
          </>
        )}
        <Audience alone>{t('sharing.number.audience', { partner: partner.name })}</Audience>
      </div>
    </Panel>
  );
}

function NumberForm({ dossierId, present, onDone }: { dossierId: string; present: OwnNumber; onDone: () => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState(present?.number ?? '');
  const [isAsked, setAsked] = useState(false);
  const release = useUnsaved(number.trim() !== (present?.number ?? ''));
  const save = useChange(SetOwnNumberDocument, {
    onSuccess: () => {
      release();
      toast(t('sharing.number.saved'));
      onDone();
    },
  });
  const problem = isAsked && !number.trim() ? t('sharing.number.missing') : undefined;
  const submit = () => {
    setAsked(true);
    if (number.trim()) save.mutate({ dossierId, version: present?.version ?? 0, number: number.trim() });
  };
  return (
    <form
      className="stackv--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={problem ? 'field field--bad' : 'field'}>
        <label htmlFor="eigen-nummer-veld">{t('sharing.number.label')}</label>
        <FieldError id="eigen-nummer-fout" error={problem} />
        <input className="input" id="eigen-nummer-veld" autoFocus autoComplete="off" maxLength={MAX} value={number} aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'eigen-nummer-fout' : undefined} onChange={(event) => setNumber(event.target.value)} />
      </div>
      <FaultNote error={save.error} />
      <div className="actions">
        <Button small type="submit" isPending={save.isPending}>
          {t('sharing.number.save')}
        </Button>
        <Button small variant="quiet" onPress={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
