import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DraftCooperationDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { DayField, SelectField } from '../shared/form/field.js';
import { parseDay } from '../shared/format.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { usePartners } from '../shared/reference.js';

/** Begins the next edition with a housing company; its text is written afterwards. */
export function DraftDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { list } = usePartners();
  const { register, handleSubmit, formState: { errors } } = useForm({ defaultValues: { companyId: '', validFrom: '' } });
  const draft = useChange(DraftCooperationDocument, {
    leaves: true,
    onSuccess: ({ draftCooperationProtocol }) => {
      toast(t('cooperation.done.draft'));
      return navigate(`/protocollen/samenwerking/${draftCooperationProtocol.id}/wijzigen`);
    },
  });
  const companies = list.filter(({ kind }) => kind === 'HOUSING_COMPANY').map(({ id, name }) => ({ value: id, label: name }));
  const send = handleSubmit(({ companyId, validFrom }) => draft.mutate({ companyId, validFrom: parseDay(validFrom)! }));
  return (
    <Dialog title={t('cooperation.new')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void send(event)}>
        <div className="dialog__body stackv">
          <p>{t('cooperation.dialog.draft')}</p>
          <SelectField registration={register('companyId', { required: t('cooperation.dialog.companyMissing') })} label={t('cooperation.company')} error={errors.companyId?.message} empty={t('form.choose')} options={companies} />
          <DayField registration={register('validFrom', { validate: (typed) => Boolean(parseDay(typed)) || t('form.dayWrong') })} label={t('cooperation.form.validFrom')} error={errors.validFrom?.message} />
          <FaultNote error={draft.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={draft.isPending}>
            {t('cooperation.dialog.create')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
