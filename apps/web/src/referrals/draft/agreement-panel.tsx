import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AgreedBy, AgreedWay } from '../../generated/graphql/graphql.js';
import { ageOn, today } from '../../shared/format.js';
import { CheckField, DayField, FieldError, SelectField, TextField } from '../../shared/form/field.js';
import { Icon } from '../../shared/icon.js';
import { nameOf } from '../../shared/name.js';
import { Panel } from '../../shared/page.js';
import type { Partner, ReferralType } from '../../shared/reference.js';
import type { DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';

const BY: readonly AgreedBy[] = ['CLIENT', 'PARENT', 'REPRESENTATIVE'];
const OWN: readonly AgreedWay[] = ['ORAL', 'SIGNED'];
const BY_OTHER: readonly AgreedWay[] = ['BY_REPRESENTATIVE_ORAL', 'BY_REPRESENTATIVE_SIGNED'];

type Props = { row: DraftRow; form: UseFormReturn<DraftValues>; type: ReferralType | undefined; receiver: Partner | undefined };

/** What the client was told, who agreed, how and when. */
export function AgreementPanel({ row, form, type, receiver }: Props) {
  const { t } = useTranslation();
  const by = useWatch({ control: form.control, name: 'agreedBy' });
  const { errors } = form.formState;
  const age = row.birthDate ? ageOn(row.birthDate, today()) : undefined;
  const chooseBy = () => {
    form.setValue('way', '');
    if (form.getValues('agreedBy') === 'CLIENT') form.setValue('agreedName', nameOf(row) ?? '', { shouldDirty: true });
    else if (form.getValues('agreedName') === nameOf(row)) form.setValue('agreedName', '');
  };
  return (
    <Panel id="akkoord" title={t('draft.agreement.title')} aside={<p className="small mute">{t('draft.agreement.keep')}</p>}>
      <div className="panel__body stackv">
        {age !== undefined && age < 18 && (
          <p className="note note--care">
            <Icon name="info" />
            <span>{t(age < 16 ? 'draft.agreement.young' : 'draft.agreement.teen')}</span>
          </p>
        )}
        <fieldset className={errors.toldThat ? 'field--bad' : undefined} aria-describedby={errors.toldThat ? 'punten-fout' : undefined}>
          <legend className="label">{t('draft.agreement.legend')}</legend>
          <p className="hint">{t('draft.agreement.hint')}</p>
          <FieldError id="punten-fout" error={errors.toldThat?.message} />
          <CheckField registration={form.register('toldThat')} label={t('draft.agreement.toldThat')} />
          <CheckField registration={form.register('toldPurpose')} label={t('draft.agreement.toldPurpose', { purpose: type?.label ?? '' })} />
          <CheckField registration={form.register('toldWhom')} label={receiver ? t('draft.agreement.toldWhom', { partner: receiver.name }) : t('draft.agreement.toldWhomUnknown')} />
          <CheckField registration={form.register('toldContent')} label={t('draft.agreement.toldContent')} />
        </fieldset>
        <div className="two">
          <SelectField
            registration={form.register('agreedBy', { onChange: chooseBy })}
            label={t('draft.agreement.by')}
            error={errors.agreedBy?.message}
            empty={t('form.choose')}
            options={BY.map((value) => ({ value, label: t(`agreedBy.${value}`) }))}
          />
          <TextField registration={form.register('agreedName')} label={t('draft.agreement.name')} error={errors.agreedName?.message} maxLength={200} />
        </div>
        <div className="two">
          <SelectField
            registration={form.register('way')}
            label={t('draft.agreement.way')}
            error={errors.way?.message}
            empty={t('form.choose')}
            options={(by && by !== 'CLIENT' ? BY_OTHER : OWN).map((value) => ({ value, label: t(`agreedWay.${value}`) }))}
          />
          <DayField registration={form.register('agreedOn')} label={t('draft.agreement.on')} error={errors.agreedOn?.message} />
        </div>
      </div>
    </Panel>
  );
}
