import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { GrantAccessDocument, type AgreedBy, type AgreedWay } from '../../generated/graphql/graphql.js';
import { Refusal } from '../../shared/api/refusal.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { useClassWords } from '../../shared/classes.js';
import { FaultNote } from '../../shared/faults.js';
import { ageOn, formatWholeDay, parseDay, today, typedDay } from '../../shared/format.js';
import { CheckField, DayField, FieldError, SelectField, TextField } from '../../shared/form/field.js';
import { nameOf } from '../../shared/name.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import type { AccessRow } from './access-panel.js';
import type { ReferralRow } from './referral.page.js';

const POINTS = ['toldThat', 'toldPurpose', 'toldWhom', 'toldContent'] as const;
const BY: readonly AgreedBy[] = ['CLIENT', 'PARENT', 'REPRESENTATIVE'];
const OWN: readonly AgreedWay[] = ['ORAL', 'SIGNED'];
const BY_OTHER: readonly AgreedWay[] = ['BY_REPRESENTATIVE_ORAL', 'BY_REPRESENTATIVE_SIGNED'];

type Values = { [point in (typeof POINTS)[number]]: boolean } & { agreedBy: '' | AgreedBy; agreedName: string; minorAsked: boolean; way: '' | AgreedWay; agreedOn: string };

/** Gives what was asked, with what the client agrees to now. */
export function GrantDialog({ row, request, onClose }: { row: ReferralRow; request: AccessRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { nameOf: partnerName } = usePartners();
  const words = useClassWords();
  const form = useForm<Values>({ defaultValues: { toldThat: false, toldPurpose: false, toldWhom: false, toldContent: false, agreedBy: '', agreedName: '', minorAsked: false, way: '', agreedOn: typedDay(today()) } });
  const release = useUnsaved(form.formState.isDirty);
  const partner = partnerName(request.partnerId);
  const grant = useChange(GrantAccessDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('sharing.access.granted', { partner }));
    },
  });
  const submit = form.handleSubmit(({ agreedBy, way, agreedOn, agreedName, ...told }) =>
    grant.mutate(
      { id: request.id, version: request.version, agreement: { ...told, classes: request.classes, agreedBy: agreedBy as AgreedBy, agreedName: agreedName.trim(), way: way as AgreedWay, agreedOn: parseDay(agreedOn)! } },
      {
        onError: (error) => {
          if (error instanceof Refusal) for (const { field, message } of error.fields) if (field in form.getValues()) form.setError(field as 'agreedBy', { message });
        },
      },
    ),
  );
  return (
    <Dialog title={t('sharing.access.grant')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <p>{t('sharing.access.grantText', { partner, classes: words(request.classes), day: formatWholeDay(request.until) })}</p>
          <ToldPoints form={form} row={row} partner={partner} />
          <WhoAgreed form={form} row={row} />
          <Audience>{t('sharing.access.grantAudience', { partner })}</Audience>
          <FaultNote error={grant.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={grant.isPending}>
            {t('sharing.access.grant')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function ToldPoints({ form, row, partner }: { form: UseFormReturn<Values>; row: ReferralRow; partner: string }) {
  const { t } = useTranslation();
  const purpose = useReferralTypes().labelOf(row.type);
  const error = POINTS.map((point) => form.formState.errors[point]?.message).find(Boolean);
  return (
    <fieldset className={error ? 'field--bad' : undefined} aria-describedby={error ? 'punten-fout' : undefined}>
      <legend className="label">{t('sharing.agreement.legend')}</legend>
      <p className="hint">{t('sharing.agreement.hint')}</p>
      <FieldError id="punten-fout" error={error} />
      {POINTS.map((point) => (
        <CheckField key={point} registration={form.register(point, { validate: (told) => told || t('sharing.agreement.toldMissing') })} label={t(`sharing.agreement.${point}`, { purpose, partner })} />
      ))}
    </fieldset>
  );
}

function WhoAgreed({ form, row }: { form: UseFormReturn<Values>; row: ReferralRow }) {
  const { t } = useTranslation();
  const by = useWatch({ control: form.control, name: 'agreedBy' });
  const { errors } = form.formState;
  const age = row.birthDate ? ageOn(row.birthDate, today()) : undefined;
  const isTeen = age !== undefined && age >= 16 && age < 18;
  const chooseBy = () => {
    form.setValue('way', '');
    form.setValue('agreedName', form.getValues('agreedBy') === 'CLIENT' ? (nameOf(row) ?? '') : '');
  };
  const day = (text: string) => {
    const typed = parseDay(text);
    if (!typed) return t('form.dayWrong');
    return typed <= today() || t('form.dayFuture');
  };
  return (
    <>
      <SelectField registration={form.register('agreedBy', { required: t('sharing.agreement.byMissing'), onChange: chooseBy })} label={t('sharing.agreement.by')} error={errors.agreedBy?.message} empty={t('form.choose')} options={BY.map((value) => ({ value, label: t(`agreedBy.${value}`) }))} />
      <TextField registration={form.register('agreedName', { validate: (text) => Boolean(text.trim()) || t('sharing.agreement.nameMissing') })} label={t('sharing.agreement.name')} error={errors.agreedName?.message} maxLength={120} />
      {isTeen && by && by !== 'CLIENT' && <CheckField registration={form.register('minorAsked')} label={t('sharing.agreement.minorAsked')} error={errors.minorAsked?.message} />}
      <SelectField registration={form.register('way', { required: t('sharing.agreement.wayMissing') })} label={t('sharing.agreement.way')} error={errors.way?.message} empty={t('form.choose')} options={(by && by !== 'CLIENT' ? BY_OTHER : OWN).map((value) => ({ value, label: t(`agreedWay.${value}`) }))} />
      <DayField registration={form.register('agreedOn', { validate: day })} label={t('sharing.agreement.on')} error={errors.agreedOn?.message} />
    </>
  );
}
