import { useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AmendReferralDocument, type DataClass } from '../../generated/graphql/graphql.js';
import { Refusal, type FieldFault } from '../../shared/api/refusal.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { BY_RIGHT } from '../../shared/classes.js';
import { FaultNote } from '../../shared/faults.js';
import { formatList, parseDay } from '../../shared/format.js';
import { ErrorSummary, faultsOf } from '../../shared/form/error-summary.js';
import { DayField, SelectField, TextField } from '../../shared/form/field.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { isRunning } from '../../shared/shares.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { Audience } from '../../shared/withheld.js';
import { CLASSES } from '../facts.js';
import { changedClasses, changesOf, fieldsOf, ruleOf, SECRETS, valuesOf, type AmendValues, type ContentField, type SecretClass } from './amend-fields.js';
import type { ReferralRow } from './referral.page.js';
import { LEFT } from './sides.js';

/** Who may read something of these classes now, and so is told that it changed. */
function toldOf({ answers, shares }: ReferralRow, changed: readonly DataClass[]): string[] {
  const reads = (partnerId: string, dataClass: DataClass) => BY_RIGHT.includes(dataClass) || shares.some((share) => share.partnerId === partnerId && isRunning(share) && share.classes.includes(dataClass));
  return answers.filter(({ partnerId, state }) => !LEFT.includes(state) && changed.some((each) => reads(partnerId, each))).map(({ partnerId }) => partnerId);
}

/** A new version of what was sent; says who will learn of it. */
export function AmendDialog({ row, onClose }: { row: ReferralRow; onClose: () => void }) {
  const { t } = useTranslation();
  const asks = useReferralTypes().find(row.type)?.asks ?? [];
  const [before] = useState(() => valuesOf(row));
  const form = useForm<AmendValues>({ defaultValues: before });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const release = useUnsaved(form.formState.isDirty);
  const amend = useChange(AmendReferralDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('sharing.amend.done'));
    },
  });
  const submit = form.handleSubmit(
    (values) => {
      show([]);
      if (!changedClasses(before, values).length) return onClose();
      amend.mutate({ id: row.id, version: row.version ?? 0, ...changesOf(before, values) }, { onError: (error) => error instanceof Refusal && show(error.fields) });
    },
    (errors) => show(faultsOf(errors, Object.keys(before))),
  );
  return (
    <Dialog title={t('sharing.amend.action')} isOpen wide onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv--l">
          <ErrorSummary faults={faults} attempt={attempt} />
          <p>{t('sharing.amend.text')}</p>
          {(['CORE', ...CLASSES] as const).filter((each) => each === 'CORE' || asks.includes(each)).map((each) => (
            <ClassFieldset key={each} dataClass={each} form={form} />
          ))}
          <Told row={row} before={before} form={form} />
          {!faults.length && <FaultNote error={amend.error} />}
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={amend.isPending}>
            {t('sharing.amend.action')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Told({ row, before, form }: { row: ReferralRow; before: AmendValues; form: UseFormReturn<AmendValues> }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const now = useWatch({ control: form.control }) as AmendValues;
  const changed = changedClasses(before, now);
  const told = toldOf(row, changed).map(nameOf);
  const text = !changed.length ? t('sharing.amend.nothingYet') : told.length ? t('sharing.amend.told', { partners: formatList(told) }) : t('sharing.amend.toldNobody');
  return (
    <div role="status">
      <Audience alone={changed.length > 0 && !told.length}>{text}</Audience>
    </div>
  );
}

function ClassFieldset({ dataClass, form }: { dataClass: DataClass; form: UseFormReturn<AmendValues> }) {
  const { t } = useTranslation();
  const secret = SECRETS.find((each) => each === dataClass);
  const fields = fieldsOf(dataClass);
  if (!secret && !fields.length) return null;
  return (
    <fieldset className="stackv">
      <legend className={dataClass === 'CORE' ? 'vh' : 'label amend__class'}>{t(`dataClass.${dataClass}`)}</legend>
      {secret && <SecretField dataClass={secret} form={form} />}
      {fields.map((field) => (
        <ContentInput key={field} field={field} form={form} />
      ))}
    </fieldset>
  );
}

function SecretField({ dataClass, form }: { dataClass: SecretClass; form: UseFormReturn<AmendValues> }) {
  const { t } = useTranslation();
  return <TextField registration={form.register(dataClass)} label={t(`sharing.amend.${dataClass}`)} hint={t('sharing.amend.secret')} maxLength={4000} multiline size="full" optional />;
}

function ContentInput({ field, form }: { field: ContentField; form: UseFormReturn<AmendValues> }) {
  const { t } = useTranslation();
  const { kind, max, values = [] } = ruleOf(field);
  const day = (text: string) => !text.trim() || Boolean(parseDay(text)) || t('form.dayWrong');
  const count = (text: string) => (/^\s*\d{0,2}\s*$/.test(text) && Number(text) <= (max ?? 20)) || t('sharing.amend.countWrong', { max: max ?? 20 });
  const asked = (text: string) => field !== 'question' || Boolean(text.trim()) || t('sharing.amend.questionMissing');
  const props = {
    registration: form.register(field, { validate: kind === 'day' ? day : kind === 'count' ? count : asked }),
    label: t(`field.${field}`),
    error: form.formState.errors[field]?.message,
    optional: field !== 'question',
  };
  if (kind === 'day') return <DayField {...props} />;
  if (kind === 'count') return <TextField {...props} inputMode="numeric" size="tiny" maxLength={2} />;
  if (kind === 'flag') return <SelectField {...props} size="narrow" empty={t('form.unknown')} options={(['ja', 'nee'] as const).map((value) => ({ value, label: t(value === 'ja' ? 'fact.yes' : 'fact.no') }))} />;
  if (kind === 'choice') return <SelectField {...props} empty={t('form.unknown')} options={values.map((value) => ({ value, label: t(`${field as 'incomeSource'}.${value as 'WAGE'}`) }))} />;
  const isLong = (max ?? 200) > 200;
  return <TextField {...props} maxLength={max} multiline={isLong} size={isLong ? 'full' : undefined} />;
}
