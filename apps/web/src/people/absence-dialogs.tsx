import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CancelAbsenceDocument, ChangeAbsenceDocument, ReportAbsenceDocument, StaffDocument, type StaffQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { DayField, SelectField } from '../shared/form/field.js';
import { parseDay, today, typedDay } from '../shared/format.js';
import { Confirm, Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { useMe } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import type { Absence } from './away.js';

type Colleague = StaffQuery['people'][number];
type Values = { personId: string; since: string; until: string; deputyId: string };

const runsOn = (day: string) => ({ since, until }: Colleague['mandates'][number]): boolean => since <= day && (!until || until >= day);

/** Colleagues with a function that she has too, on the first day; the server has the last word. */
function fitting(people: readonly Colleague[], personId: string, day: string): Colleague[] {
  const roles = people.find(({ id }) => id === personId)?.mandates.filter(runsOn(day)).map(({ role }) => role) ?? [];
  return people.filter(({ id, active, mandates }) => active && id !== personId && mandates.some((each) => roles.includes(each.role) && runsOn(day)(each)));
}

/** Tells of an absence, or changes one. */
export function AbsenceDialog({ absence, onClose }: { absence?: Absence; onClose: () => void }) {
  const { t } = useTranslation();
  const { personId: myself } = useMe();
  const people = useRead(StaffDocument, {}).data?.people ?? [];
  const reportable = people.filter(({ active, may }) => active && may.includes('absent'));
  const { register, handleSubmit, control, formState, getValues } = useForm<Values>({
    defaultValues: { personId: absence?.personId ?? myself, since: typedDay(absence?.since ?? today()), until: typedDay(absence?.until), deputyId: absence?.deputyId ?? '' },
  });
  const release = useUnsaved(formState.isDirty);
  const done = (text: string) => {
    release();
    toast(text);
    onClose();
  };
  const report = useChange(ReportAbsenceDocument, { onSuccess: () => done(t('absence.done.report')) });
  const change = useChange(ChangeAbsenceDocument, { onSuccess: () => done(t('absence.done.change')) });
  const [personId, since, deputyId] = useWatch({ control, name: ['personId', 'since', 'deputyId'] });
  const deputies = fitting(people, personId, parseDay(since) ?? today());
  const submit = handleSubmit((values) => {
    const period = { since: parseDay(values.since)!, until: parseDay(values.until)!, deputyId: deputies.some(({ id }) => id === values.deputyId) ? values.deputyId : null };
    if (absence) change.mutate({ id: absence.id, version: absence.version, ...period });
    else report.mutate({ personId: values.personId, ...period });
  });
  const { errors } = formState;
  const until = (text: string) => {
    const day = parseDay(text);
    if (!day) return t('form.dayWrong');
    return day >= (parseDay(getValues('since')) ?? '') || t('absence.form.untilBefore');
  };
  return (
    <Dialog title={absence ? t('absence.change') : t('absence.report')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          {!absence && reportable.length > 1 && (
            <SelectField registration={register('personId', { required: t('absence.form.whoMissing') })} label={t('absence.form.who')} error={errors.personId?.message} options={reportable.map(({ id, name }) => ({ value: id, label: name }))} />
          )}
          <DayField registration={register('since', { validate: (text) => Boolean(parseDay(text)) || t('form.dayWrong') })} label={t('absence.form.since')} error={errors.since?.message} />
          <DayField registration={register('until', { validate: until })} label={t('absence.form.until')} error={errors.until?.message} />
          <SelectField key={deputies.map(({ id }) => id).join()} registration={register('deputyId')} label={t('absence.form.deputy')} hint={t('absence.form.deputyHint')} empty={t('absence.form.noDeputy')} options={deputies.map(({ id, name }) => ({ value: id, label: name }))} />
          <p role="status" className="small soft">
            {!deputyId && t('absence.form.uncoveredHint')}
          </p>
          <FaultNote error={report.error ?? change.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={report.isPending || change.isPending}>
            {absence ? t('form.save') : t('absence.report')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** She is there after all. */
export function CancelDialog({ absence: { id, version, person, deputy }, onClose }: { absence: Absence; onClose: () => void }) {
  const { t } = useTranslation();
  const name = person?.name ?? '';
  const cancel = useChange(CancelAbsenceDocument, {
    onSuccess: () => {
      toast(t('absence.done.cancel'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('absence.cancelIt')}
      text={deputy ? t('absence.cancelText', { name, deputy: deputy.name }) : t('absence.cancelTextAlone', { name })}
      confirm={t('absence.cancelIt')}
      isOpen
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutate({ id, version })}
      onClose={onClose}
    >
      <FaultNote error={cancel.error} />
    </Confirm>
  );
}
