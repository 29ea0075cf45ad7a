import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AgreedBy, AgreedWay, DataClass } from '../../generated/graphql/graphql.js';
import { ageOn, formatList, today } from '../../shared/format.js';
import { CheckField, DayField, FieldError, SelectField, TextField } from '../../shared/form/field.js';
import { Icon } from '../../shared/icon.js';
import { nameOf } from '../../shared/name.js';
import { Panel } from '../../shared/page.js';
import { usePartners, type ReferralType } from '../../shared/reference.js';
import { SENSITIVE } from './agreements.js';
import type { DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';

const BY: readonly AgreedBy[] = ['CLIENT', 'PARENT', 'REPRESENTATIVE'];
const OWN: readonly AgreedWay[] = ['ORAL', 'SIGNED'];
const BY_OTHER: readonly AgreedWay[] = ['BY_REPRESENTATIVE_ORAL', 'BY_REPRESENTATIVE_SIGNED'];

type Props = { row: DraftRow; form: UseFormReturn<DraftValues>; type: ReferralType | undefined };

/** What the client was told, who agreed to what, how and when; and who else of the household did. */
export function AgreementPanel({ row, form, type }: Props) {
  const { t } = useTranslation();
  const { list, nameOf: partnerNamed } = usePartners();
  const [by, receivers, redirectIds] = useWatch({ control: form.control, name: ['agreedBy', 'receivers', 'redirectIds'] });
  const { errors } = form.formState;
  const age = row.birthDate ? ageOn(row.birthDate, today()) : undefined;
  const chooseBy = () => {
    form.setValue('way', '');
    if (form.getValues('agreedBy') === 'CLIENT') form.setValue('agreedName', nameOf(row) ?? '', { shouldDirty: true });
    else if (form.getValues('agreedName') === nameOf(row)) form.setValue('agreedName', '');
  };
  const partners = formatList(receivers.map(({ partnerId }) => partnerNamed(partnerId)));
  const sensitive = SENSITIVE.filter((each) => receivers.some(({ classes }) => classes.includes(each)));
  const persons = row.persons.filter(({ leftOut }) => !leftOut);
  const others = list.filter(({ id, kind }) => id !== row.fromPartnerId && type?.receivers.some((each) => each.kind === kind) && !receivers.some(({ partnerId }) => partnerId === id));
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
          <CheckField registration={form.register('toldWhom')} label={partners ? t('draft.agreement.toldWhom', { partners }) : t('draft.agreement.toldWhomUnknown')} />
          <CheckField registration={form.register('toldContent')} label={t('draft.agreement.toldContent')} />
        </fieldset>
        {sensitive.length > 0 && <Sensitive form={form} classes={sensitive} />}
        <div className="two">
          <SelectField
            registration={form.register('agreedBy', { onChange: chooseBy })}
            label={t('draft.agreement.by')}
            error={errors.agreedBy?.message}
            empty={t('form.choose')}
            options={BY.map((value) => ({ value, label: t(`agreedBy.${value}`) }))}
          />
          <TextField registration={form.register('agreedName')} label={t('draft.agreement.name')} error={errors.agreedName?.message} maxLength={120} />
        </div>
        {age !== undefined && age >= 16 && age < 18 && by && by !== 'CLIENT' && <CheckField registration={form.register('minorAsked')} label={t('draft.agreement.minorAsked')} error={errors.minorAsked?.message} />}
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
        {persons.map((person) => (
          <PersonAgreed key={person.id} form={form} person={person} />
        ))}
        {others.length > 0 && (
          <details>
            <summary>{t('draft.agreement.redirect', { count: redirectIds.length })}</summary>
            <p className="hint">{t('draft.agreement.redirectHint')}</p>
            {others.map(({ id, name }) => (
              <label key={id} className="check">
                <input type="checkbox" checked={redirectIds.includes(id)} onChange={(event) => form.setValue('redirectIds', event.target.checked ? [...redirectIds, id] : redirectIds.filter((each) => each !== id), { shouldDirty: true })} />
                <span>{name}</span>
              </label>
            ))}
          </details>
        )}
      </div>
    </Panel>
  );
}

function Sensitive({ form, classes }: { form: UseFormReturn<DraftValues>; classes: readonly DataClass[] }) {
  const { t } = useTranslation();
  const agreed = useWatch({ control: form.control, name: 'sensitive' });
  const error = form.formState.errors.sensitive?.message;
  return (
    <fieldset className={error ? 'field--bad' : undefined} id="veld-sensitive" tabIndex={-1}>
      <legend className="label">{t('draft.agreement.sensitive')}</legend>
      <FieldError error={error} />
      {classes.map((each) => (
        <label key={each} className="check">
          <input
            type="checkbox"
            checked={agreed.includes(each)}
            onChange={(event) => {
              form.setValue('sensitive', event.target.checked ? [...agreed, each] : agreed.filter((one) => one !== each), { shouldDirty: true });
              form.clearErrors('sensitive');
            }}
          />
          <span>{t('draft.agreement.alsoAbout', { what: t(`dataClass.${each}`).toLowerCase() })}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whether somebody else of the household agreed, and who did so for her. */
function PersonAgreed({ form, person }: { form: UseFormReturn<DraftValues>; person: DraftRow['persons'][number] }) {
  const { t } = useTranslation();
  const name = nameOf(person) ?? '';
  const by = useWatch({ control: form.control, name: `household.${person.id}.by` });
  const error = form.formState.errors.household?.[person.id];
  const age = person.birthDate ? ageOn(person.birthDate, today()) : undefined;
  const isByOther = Boolean(by) && by !== 'CLIENT';
  return (
    <fieldset className="stackv">
      <legend className="label">{t('draft.agreement.personAgreed', { name })}</legend>
      <div className="two">
        <SelectField
          registration={form.register(`household.${person.id}.by`)}
          label={t('draft.agreement.personBy', { name })}
          hint={t('draft.agreement.personHint')}
          error={error?.by?.message}
          empty={t('draft.agreement.personNot')}
          options={BY.map((value) => ({ value, label: t(value === 'CLIENT' ? 'draft.agreement.personSelf' : `agreedBy.${value}`) }))}
        />
        {isByOther && <TextField registration={form.register(`household.${person.id}.name`)} label={t('draft.agreement.personName', { name })} error={error?.name?.message} maxLength={120} />}
      </div>
      {isByOther && age !== undefined && age >= 16 && age < 18 && <CheckField registration={form.register(`household.${person.id}.minorAsked`)} label={t('draft.agreement.personAsked', { name })} />}
    </fieldset>
  );
}
