import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DataClass, Heating, HousingSituation, IncomeSource } from '../../generated/graphql/graphql.js';
import { DayField, SelectField, TextField } from '../../shared/form/field.js';
import { maxOf } from '../../shared/limits.js';
import type { DraftValues, Typed } from './fields.js';

const INCOMES: readonly IncomeSource[] = ['WAGE', 'SELF_EMPLOYED', 'UNEMPLOYMENT', 'SICKNESS', 'LIVING_WAGE', 'PENSION', 'OTHER', 'NONE'];
const SITUATIONS: readonly HousingSituation[] = ['PRIVATE_RENT', 'SOCIAL_RENT', 'OWNER', 'WITH_FAMILY_OR_FRIENDS', 'SHELTER', 'INSTITUTION', 'HOMELESS', 'OTHER'];
const HEATINGS: readonly Heating[] = ['GAS', 'OIL', 'ELECTRIC', 'WOOD_OR_PELLETS', 'COAL', 'NONE', 'UNKNOWN'];

type Props = { dataClass: DataClass; form: UseFormReturn<DraftValues>; required: readonly string[]; isAddressProtected: boolean };

/** The inputs of one class of facts. */
export function ClassFields({ dataClass, form, required, isAddressProtected }: Props) {
  const { t } = useTranslation();
  const of = (name: Typed) => ({
    registration: form.register(name),
    label: t(`field.${name}`),
    optional: !required.includes(name),
    error: form.formState.errors[name]?.message,
    maxLength: maxOf('Referral', name),
  });
  const yesNo = (name: Typed) => <SelectField {...of(name)} empty={t('form.unknown')} options={[{ value: 'true', label: t('fact.yes') }, { value: 'false', label: t('fact.no') }]} />;
  switch (dataClass) {
    case 'CONTACT':
      return (
        <>
          <div className="two">
            <TextField {...of('phone')} type="tel" />
            <TextField {...of('email')} type="email" />
          </div>
          <TextField {...of('language')} />
          <TextField {...of('contactNote')} hint={t('clients.form.contactNoteHint')} multiline />
        </>
      );
    case 'ADDRESS':
      return (
        <>
          {isAddressProtected && <p className="note note--care">{t('draft.data.protected')}</p>}
          <TextField {...of('street')} />
          <TextField {...of('postcode')} inputMode="numeric" size="tiny" hint={t('draft.data.municipalityAbove')} />
        </>
      );
    case 'HOUSEHOLD_SIZE':
      return (
        <>
          <div className="two">
            <TextField {...of('adults')} inputMode="numeric" size="tiny" maxLength={2} />
            <TextField {...of('children')} inputMode="numeric" size="tiny" maxLength={2} />
          </div>
          {yesNo('accessibleHome')}
        </>
      );
    case 'HOUSEHOLD':
      return <TextField {...of('householdNote')} multiline size="full" />;
    case 'INCOME':
      return (
        <>
          <SelectField {...of('incomeSource')} empty={t('form.unknown')} options={INCOMES.map((value) => ({ value, label: t(`incomeSource.${value}`) }))} />
          <TextField {...of('incomeNote')} multiline size="full" />
        </>
      );
    case 'INCOME_CONDITION':
      return yesNo('meetsIncomeCondition');
    case 'INCOME_CATEGORY':
      return (
        <div className="two">
          {yesNo('lowestIncomeCategory')}
          <DayField {...of('incomeProofOn')} />
        </div>
      );
    case 'DEBTS':
      return <TextField {...of('debtsNote')} multiline size="full" />;
    case 'HOUSING_WISHES':
      return (
        <>
          <TextField {...of('housingWishes')} multiline size="full" />
          <TextField {...of('pastTenancyNote')} multiline size="full" />
        </>
      );
    case 'HOUSING_TECHNICAL':
      return (
        <>
          <SelectField {...of('heating')} empty={t('form.unknown')} options={HEATINGS.map((value) => ({ value, label: t(`heating.${value}`) }))} />
          <TextField {...of('homeNote')} multiline size="full" />
        </>
      );
    default:
      return (
        <>
          <SelectField {...of('housingSituation')} empty={t('form.unknown')} options={SITUATIONS.map((value) => ({ value, label: t(`housingSituation.${value}`) }))} />
          <TextField {...of('housingNote')} multiline size="full" />
        </>
      );
  }
}
