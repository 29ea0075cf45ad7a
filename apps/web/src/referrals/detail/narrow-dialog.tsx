import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NarrowShareDocument, type DataClass, type Wish } from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { useClassWords, wholeOf, wholesOf } from '../../shared/classes.js';
import { FaultNote } from '../../shared/faults.js';
import { FieldError } from '../../shared/form/field.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners } from '../../shared/reference.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import type { ReferralRow } from './referral.page.js';
import { WishChoice } from './wish-choice.js';

type Props = { row: ReferralRow; partnerId: string; has: readonly DataClass[]; onClose: () => void };

/** Takes classes back from one partner: what stays ticked it keeps. */
export function NarrowDialog({ row, partnerId, has, onClose }: Props) {
  const { t } = useTranslation();
  const { calledOf, nameOf } = usePartners();
  const words = useClassWords();
  const [kept, setKept] = useState<readonly DataClass[]>(wholesOf(has));
  const [wish, setWish] = useState<Wish>();
  const [isAsked, setAsked] = useState(false);
  const taken = has.filter((each) => !kept.includes(each) && !kept.includes(wholeOf(each)!));
  const release = useUnsaved(taken.length > 0);
  const partner = calledOf(partnerId);
  const narrow = useChange(NarrowShareDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('sharing.narrow.done', { partner }));
    },
  });
  const submit = () => {
    setAsked(true);
    if (taken.length && wish) narrow.mutate({ id: row.id, version: row.version ?? 0, partnerId, classes: [...kept], wish });
  };
  const toggle = (dataClass: DataClass, isKept: boolean) => setKept((now) => (isKept ? [...now, dataClass] : now.filter((each) => each !== dataClass)));
  const problem = isAsked && !taken.length ? t('sharing.narrow.missing') : undefined;
  return (
    <Dialog title={t('sharing.narrow.action')} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        <fieldset className={problem ? 'field--bad' : undefined} aria-describedby={problem ? 'houdt-uitleg houdt-fout' : 'houdt-uitleg'}>
          <legend className="label">{t('sharing.narrow.keeps', { partner })}</legend>
          <p className="hint" id="houdt-uitleg">
            {t('sharing.narrow.hint')}
          </p>
          <FieldError id="houdt-fout" error={problem} />
          {wholesOf(has).map((whole) => (
            <Kept key={whole} whole={whole} parts={has.filter((each) => wholeOf(each) === whole)} kept={kept} onToggle={toggle} />
          ))}
        </fieldset>
        <WishChoice value={wish} isAsked={isAsked} onChange={setWish} />
        <p role="status" className="small">
          {taken.length > 0 && t('sharing.narrow.takes', { partner, classes: words(taken) })}
        </p>
        <Audience>{t('sharing.narrow.audience', { partner: nameOf(partnerId) })}</Audience>
        <FaultNote error={narrow.error} />
      </div>
      <div className="dialog__foot">
        <Button variant="bad" isPending={narrow.isPending} onPress={submit}>
          {t('sharing.narrow.action')}
        </Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}

type KeptProps = { whole: DataClass; parts: readonly DataClass[]; kept: readonly DataClass[]; onToggle: (dataClass: DataClass, isKept: boolean) => void };

/** A class; when it goes, its parts may stay. */
function Kept({ whole, parts, kept, onToggle }: KeptProps) {
  const { t } = useTranslation();
  const box = (dataClass: DataClass, label: string) => (
    <label className="check" key={dataClass}>
      <input type="checkbox" checked={kept.includes(dataClass)} onChange={(event) => onToggle(dataClass, event.target.checked)} />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      {box(whole, t(`dataClass.${whole}`))}
      {!kept.includes(whole) && parts.length > 0 && <div className="partsof">{parts.map((part) => box(part, t('sharing.narrow.onlyPart', { name: t(`dataClass.${part}`).toLowerCase() })))}</div>}
    </>
  );
}
