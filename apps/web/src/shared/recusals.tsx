import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ColleaguesToKeepAwayDocument, LiftRecusalDocument, RecusePersonDocument, type RecusalFieldsFragment } from '../generated/graphql/graphql.js';
import { useRead } from './api/query.js';
import { useChange } from './api/use-change.js';
import { Button } from './button.js';
import { FaultNote } from './faults.js';
import { formatWholeDay } from './format.js';
import { SelectField, TextField } from './form/field.js';
import { Confirm, Dialog } from './overlay/dialog.js';
import { toast } from './overlay/toasts.js';
import { Panel } from './page.js';
import { useDoor, useMe } from './session.js';
import { useUnsaved } from './unsaved.js';
import { Audience } from './withheld.js';

/** Who of one's own people is kept away from a file. */
export function RecusalsPanel({ dossierId, recusals }: { dossierId: string; recusals: readonly RecusalFieldsFragment[] }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayRecuse = useDoor('Recusal.recuse');
  const [isAdding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<RecusalFieldsFragment>();
  const now = recusals.filter(({ liftedAt }) => !liftedAt);
  if (!mayRecuse && !now.length) return null;
  return (
    <Panel id="wie-niet" title={t('sharing.recusal.title')}>
      <div className="panel__body stackv--s small">
        <p className="soft">{now.length ? t('sharing.recusal.text') : `${t('sharing.recusal.nobody')} ${t('sharing.recusal.text')}`}</p>
        {now.length > 0 && (
          <ul className="kept-away">
            {now.map((each) => (
              <li key={each.id}>
                <b>{each.personName}</b>
                <span className="line mute">{t('sharing.recusal.row', { reason: each.reason.replace(/\.$/, ''), day: formatWholeDay(each.since), by: each.setBy })}</span>
                {each.may.includes('lift') && (
                  <button type="button" className="linkbtn" aria-label={t('sharing.recusal.liftOf', { name: each.personName })} onClick={() => setLifting(each)}>
                    {t('sharing.recusal.lift')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayRecuse && (
          <Button small onPress={() => setAdding(true)}>
            {t('sharing.recusal.add')}
          </Button>
        )}
        <Audience alone>{t('sharing.recusal.audience', { partner: partner.name })}</Audience>
      </div>
      {isAdding && <RecuseDialog dossierId={dossierId} away={now.map(({ personId }) => personId)} onClose={() => setAdding(false)} />}
      {lifting && <LiftDialog recusal={lifting} onClose={() => setLifting(undefined)} />}
    </Panel>
  );
}

type Values = { personId: string; reason: string };

/** Who keeps herself away is shown out. */
function RecuseDialog({ dossierId, away, onClose }: { dossierId: string; away: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const people = useRead(ColleaguesToKeepAwayDocument, {}).data?.people.filter(({ id, active }) => active && !away.includes(id)) ?? [];
  const { register, handleSubmit, control, formState } = useForm<Values>({ defaultValues: { personId: '', reason: '' } });
  const personId = useWatch({ control, name: 'personId' });
  const isSelf = personId === me.personId;
  const release = useUnsaved(formState.isDirty);
  const recuse = useChange(RecusePersonDocument, {
    leaves: isSelf,
    onSuccess: () => {
      release();
      toast(isSelf ? t('sharing.recusal.doneSelf') : t('sharing.recusal.done', { name: people.find(({ id }) => id === personId)?.name ?? '' }));
      if (isSelf) return navigate('/werklijst', { replace: true });
      onClose();
    },
  });
  const submit = handleSubmit(({ reason, ...values }) => recuse.mutate({ ...values, dossierId, reason: reason.trim() }));
  return (
    <Dialog title={t('sharing.recusal.add')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <SelectField registration={register('personId', { required: t('sharing.recusal.personMissing') })} label={t('sharing.recusal.person')} error={formState.errors.personId?.message} empty={t('form.choose')} options={people.map(({ id, name }) => ({ value: id, label: id === me.personId ? `${name} ${t('sharing.recusal.you')}` : name }))} />
          <p role="status">{isSelf && t('sharing.recusal.self')}</p>
          <TextField registration={register('reason', { validate: (text) => Boolean(text.trim()) || t('sharing.recusal.reasonMissing') })} label={t('sharing.recusal.reason')} hint={t('sharing.recusal.reasonHint')} error={formState.errors.reason?.message} maxLength={300} />
          <Audience alone>{t('sharing.recusal.audience', { partner: me.partner.name })}</Audience>
          <FaultNote error={recuse.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={recuse.isPending}>
            {t('sharing.recusal.add')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function LiftDialog({ recusal: { id, version, personName: name }, onClose }: { recusal: RecusalFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const lift = useChange(LiftRecusalDocument, {
    onSuccess: () => {
      onClose();
      toast(t('sharing.recusal.lifted', { name }));
    },
  });
  return (
    <Confirm title={t('sharing.recusal.lift')} text={t('sharing.recusal.liftText', { name })} confirm={t('sharing.recusal.lift')} isOpen isPending={lift.isPending} onConfirm={() => lift.mutate({ id, version })} onClose={onClose}>
      <FaultNote error={lift.error} />
    </Confirm>
  );
}
