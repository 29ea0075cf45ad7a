import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button.js';
import { useClassWords } from '../../shared/classes.js';
import { formatTime } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import type { Chosen } from './fields.js';
import type { Clash, Draft } from './use-draft.js';

/** Somebody wrote in the same fields: both versions side by side, and a choice. */
export function ConflictNote({ draft: { conflict, settle } }: { draft: Draft }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  if (!conflict) return null;
  const keep = () => {
    settle(conflict.clashes.map(({ field }) => field).filter((field) => !theirs.includes(field)));
    setOpen(false);
    setTheirs([]);
  };
  return (
    <div className="note note--care conflict" role="alert">
      <Icon name="swap" />
      <div>
        <h2>{t('draft.conflict.title', { time: formatTime(conflict.fresh.changedAt!) })}</h2>
        <p>{t('draft.conflict.text')}</p>
        <div className="actions fault__actions">
          <Button small onPress={() => setOpen(true)}>
            {t('draft.conflict.compare')}
          </Button>
        </div>
      </div>
      <Dialog title={t('draft.conflict.dialog')} isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <div className="dialog__body stackv">
          {conflict.clashes.map((clash) => (
            <Versions key={clash.field} clash={clash} takesTheirs={theirs.includes(clash.field)} onChange={(takes) => setTheirs((now) => (takes ? [...now, clash.field] : now.filter((field) => field !== clash.field)))} />
          ))}
        </div>
        <div className="dialog__foot">
          <Button variant="main" onPress={keep}>
            {t('draft.conflict.keep')}
          </Button>
          <Button onPress={() => setOpen(false)}>{t('app.cancel')}</Button>
        </div>
      </Dialog>
    </div>
  );
}

function Versions({ clash: { field, mine, theirs }, takesTheirs, onChange }: { clash: Clash; takesTheirs: boolean; onChange: (takesTheirs: boolean) => void }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const { labelOf } = useReferralTypes();
  const words = useClassWords();
  const label = field === 'HEALTH' || field === 'JUDICIAL' ? t(`dataClass.${field}`) : field === 'receivers' ? t('draft.table.title') : t(`field.${field}`);
  const listOf = (texts: readonly string[]) => texts.join('; ') || t('draft.conflict.empty');
  const read = (value: string) => {
    if (!value) return t('draft.conflict.empty');
    if (field === 'receivers') return listOf((JSON.parse(value) as Chosen[]).map(({ partnerId, classes }) => `${nameOf(partnerId)}: ${words(classes) || t('draft.conflict.onlyQuestion')}`));
    if (field === 'redirectIds') return listOf((JSON.parse(value) as string[]).map(nameOf));
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'fact.yes' : 'fact.no');
    if (field === 'heating') return t(`heating.${value as 'GAS'}`);
    if (field === 'opposingPartnerId') return nameOf(value);
    if (field === 'type') return labelOf(value);
    if (field === 'incomeSource') return t(`incomeSource.${value as 'WAGE'}`);
    if (field === 'housingSituation') return t(`housingSituation.${value as 'OWNER'}`);
    return value;
  };
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      <div className="versions">
        {([false, true] as const).map((isTheirs) => (
          <label key={String(isTheirs)} className="choice">
            <input type="radio" name={`versie-${field}`} checked={takesTheirs === isTheirs} onChange={() => onChange(isTheirs)} />
            <span>
              <small>{t(isTheirs ? 'draft.conflict.theirs' : 'draft.conflict.mine')}</small>
              {read(isTheirs ? theirs : mine)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
