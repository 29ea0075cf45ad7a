import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { EndMandateDocument, GiveMandateDocument, type PartnerKind, type Role } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { CheckField, DayField, SelectField } from '../shared/form/field.js';
import { formatWholeDay, parseDay, today, typedDay } from '../shared/format.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { useMe } from '../shared/session.js';
import type { MandateRow, PersonRow } from './people.page.js';

/** Roles that fit a kind of partner; the server has the last word. */
const WORK: Record<PartnerKind, readonly Role[]> = {
  WOONDIENST: ['HOUSING_COUNSELLOR'],
  OCMW: ['SOCIAL_WORKER'],
  CAW: ['SOCIAL_WORKER'],
  MUNICIPALITY: [],
  HOUSING_COMPANY: ['TENANCY_OFFICER'],
  ENERGY_HOUSE: ['ENERGY_ADVISER'],
};
const EVERYWHERE: readonly Role[] = ['COORDINATOR', 'SIGNATORY', 'PARTNER_ADMIN', 'DPO'];

/** Only where the portal is hosted. */
const AT_HOST: readonly Role[] = ['PLATFORM_ADMIN'];

/** A role for somebody, from and until. */
export function GiveMandateDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { register, handleSubmit, formState, getValues } = useForm({ defaultValues: { role: '', political: false, since: typedDay(today()), until: '' } });
  const give = useChange(GiveMandateDocument, {
    onSuccess: () => {
      toast(t('directory.done.give'));
      onClose();
    },
  });
  const submit = handleSubmit(({ role, political, since, until }) => give.mutate({ personId: person.id, role: role as Role, political, since: parseDay(since)!, until: parseDay(until) ?? null }));
  const { errors } = formState;
  const until = (text: string) => {
    if (!text.trim()) return true;
    const day = parseDay(text);
    if (!day) return t('form.dayWrong');
    return day >= (parseDay(getValues('since')) ?? '') || t('directory.form.untilBefore');
  };
  return (
    <Dialog title={`${t('directory.give')}: ${person.name}`} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <SelectField
            registration={register('role', { required: t('directory.form.roleMissing') })}
            label={t('directory.form.role')}
            error={errors.role?.message}
            empty={t('form.choose')}
            options={[...WORK[partner.kind], ...EVERYWHERE, ...(partner.host ? AT_HOST : [])].map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <CheckField registration={register('political')} label={t('directory.form.political')} hint={t('directory.form.politicalHint')} />
          <DayField registration={register('since', { validate: (text) => Boolean(parseDay(text)) || t('form.dayWrong') })} label={t('directory.form.since')} error={errors.since?.message} />
          <DayField registration={register('until', { validate: until })} label={t('directory.form.until')} hint={t('directory.form.untilHint')} error={errors.until?.message} />
          <FaultNote error={give.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={give.isPending}>
            {t('directory.give')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The last day of a role. */
export function EndMandateDialog({ person, mandate, onClose }: { person: PersonRow; mandate: MandateRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState, getValues } = useForm({ defaultValues: { until: typedDay(today()) } });
  const end = useChange(EndMandateDocument, {
    onSuccess: () => {
      toast(t('directory.done.end', { day: formatWholeDay(parseDay(getValues('until'))!) }));
      onClose();
    },
  });
  const submit = handleSubmit(({ until }) => end.mutate({ id: mandate.id, version: mandate.version, until: parseDay(until)! }));
  const valid = (text: string) => {
    const day = parseDay(text);
    if (!day) return t('directory.form.untilMissing');
    return day >= mandate.since || t('directory.form.untilBefore');
  };
  return (
    <Dialog title={`${t('directory.end')}: ${t(`role.${mandate.role}`)}`} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <p>{t('directory.endText', { name: person.name, role: t(`role.${mandate.role}`) })}</p>
          <DayField registration={register('until', { validate: valid })} label={t('directory.form.until')} error={formState.errors.until?.message} />
          <FaultNote error={end.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="bad" isPending={end.isPending}>
            {t('directory.end')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
