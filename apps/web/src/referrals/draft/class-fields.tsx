import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DataClass, HousingSituation, IncomeSource } from '../../generated/graphql/graphql.js';
import { SelectField, TextField } from '../../shared/form/field.js';
import { maxOf } from '../../shared/limits.js';
import { useMunicipalities } from '../../shared/reference.js';
import type { DraftValues } from './fields.js';

const INCOMES: readonly IncomeSource[] = ['WAGE', 'SELF_EMPLOYED', 'UNEMPLOYMENT', 'SICKNESS', 'LIVING_WAGE', 'PENSION', 'OTHER', 'NONE'];
const SITUATIONS: readonly HousingSituation[] = ['PRIVATE_RENT', 'SOCIAL_RENT', 'OWNER', 'WITH_FAMILY_OR_FRIENDS', 'SHELTER', 'INSTITUTION', 'HOMELESS', 'OTHER'];

type TextName = Exclude<keyof DraftValues, 'urgent' | 'toldThat' | 'toldPurpose' | 'toldWhom' | 'toldContent' | 'HEALTH' | 'JUDICIAL' | 'agreedBy' | 'agreedName' | 'way' | 'agreedOn'>;

/** The inputs of one class of facts. */
export function ClassFields({ dataClass, form, required }: { dataClass: DataClass; form: UseFormReturn<DraftValues>; required: readonly string[] }) {
  const { t } = useTranslation();
  const municipalities = useMunicipalities();
  const of = (name: TextName) => ({
    registration: form.register(name),
    label: t(`field.${name}`),
    optional: !required.includes(name),
    error: form.formState.errors[name]?.message,
    maxLength: maxOf('Referral', name),
  });
  switch (dataClass) {
    case 'CONTACT':
      return (
        <>
          <div className="two">
            <TextField {...of('phone')} type="tel" />
            <TextField {...of('email')} type="email" />
          </div>
          <TextField {...of('street')} />
          <div className="two">
            <TextField {...of('postcode')} inputMode="numeric" size="tiny" />
            <TextField {...of('municipality')} list="gemeenten" />
          </div>
          <datalist id="gemeenten">
            {municipalities.map(({ nis, name }) => (
              <option key={nis} value={name} />
            ))}
          </datalist>
          <TextField {...of('language')} />
          <TextField {...of('contactNote')} hint={t('clients.form.contactNoteHint')} multiline />
        </>
      );
    case 'HOUSEHOLD':
      return (
        <>
          <div className="two">
            <TextField {...of('adults')} inputMode="numeric" size="tiny" maxLength={2} />
            <TextField {...of('children')} inputMode="numeric" size="tiny" maxLength={2} />
          </div>
          <TextField {...of('householdNote')} multiline size="full" />
        </>
      );
    case 'INCOME':
      return (
        <>
          <SelectField {...of('incomeSource')} empty={t('form.unknown')} options={INCOMES.map((value) => ({ value, label: t(`incomeSource.${value}`) }))} />
          <TextField {...of('incomeNote')} multiline size="full" />
        </>
      );
    case 'DEBTS':
      return <TextField {...of('debtsNote')} multiline size="full" />;
    default:
      return (
        <>
          <SelectField {...of('housingSituation')} empty={t('form.unknown')} options={SITUATIONS.map((value) => ({ value, label: t(`housingSituation.${value}`) }))} />
          <TextField {...of('housingNote')} multiline size="full" />
          <TextField {...of('housingWishes')} multiline size="full" />
        </>
      );
  }
}
