import { useEffect } from 'react';
import type { RegisterOptions, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../shared/format.js';
import { CheckField, DayField, SelectField, TextField } from '../shared/form/field.js';
import { maxOf } from '../shared/limits.js';
import { Panel } from '../shared/page.js';
import { useMunicipalities } from '../shared/reference.js';
import type { ClientField, ClientValues } from './client-values.js';

const FOR = ['GOODS', 'PERSON', 'BOTH'] as const;
const KINDS = ['ADMINISTRATOR', 'GUARDIAN', 'PARENT'] as const;

/** The inputs of a client's file. */
export function ClientFields({ form, afterIdentity, now }: { form: UseFormReturn<ClientValues>; afterIdentity?: React.ReactNode; now?: Partial<Record<ClientField, string>> }) {
  const { t } = useTranslation();
  const municipalities = useMunicipalities();
  const { register, formState, setValue, getValues, subscribe } = form;
  const day = (text: string) => !text.trim() || Boolean(parseDay(text)) || t('form.dayWrong');
  const count = (text: string) => /^\s*\d{0,2}\s*$/.test(text) && Number(text) <= 30 ? true : t('form.countWrong');
  const of = (name: ClientField, rules: RegisterOptions<ClientValues, ClientField> = {}) => ({
    registration: register(name, rules),
    label: t(`field.${name}`),
    error: formState.errors[name]?.message,
    maxLength: maxOf('Client', name, 200),
    hint: now?.[name] === undefined ? undefined : t('clients.form.conflictNow', { value: now[name] || t('draft.conflict.empty') }),
  });
  const present = (missing: string) => ({ validate: (text: string) => Boolean(text.trim()) || missing });

  // A postcode of the region fills in its municipality.
  useEffect(
    () =>
      subscribe({
        name: 'postcode',
        formState: { values: true },
        callback: ({ values }) => {
          const found = municipalities.find(({ postcodes }) => postcodes.includes(values.postcode.trim()));
          if (found && !getValues('municipality')) setValue('municipality', found.name, { shouldDirty: true });
        },
      }),
    [subscribe, municipalities, getValues, setValue],
  );

  return (
    <>
      <Panel id="wie" title={t('clients.file.identity')} aside={<p className="small mute">{t('clients.form.noNationalNumber')}</p>}>
        <div className="panel__body stackv">
          <div className="two">
            <TextField {...of('givenName', present(t('clients.form.givenNameMissing')))} />
            <TextField {...of('familyName', present(t('clients.form.familyNameMissing')))} />
          </div>
          <DayField {...of('birthDate', { validate: day })} hint={of('birthDate').hint ?? undefined} optional />
          {afterIdentity}
          <TextField {...of('cirNumber')} optional />
        </div>
      </Panel>
      <Panel id="contact" title={t('clients.file.contact')}>
        <div className="panel__body stackv">
          <div className="two">
            <TextField {...of('phone')} type="tel" optional />
            <TextField {...of('email', { validate: (text) => !text.trim() || /^\S+@\S+\.\S+$/.test(text.trim()) || t('clients.form.emailWrong') })} type="email" optional />
          </div>
          <TextField {...of('street')} optional />
          <div className="two">
            <TextField {...of('postcode')} inputMode="numeric" size="tiny" optional />
            <TextField {...of('municipality')} list="gemeenten" optional />
          </div>
          <datalist id="gemeenten">
            {municipalities.map(({ nis, name }) => (
              <option key={nis} value={name} />
            ))}
          </datalist>
          <CheckField registration={register('addressProtected')} label={t('clients.form.addressProtected')} />
          <TextField {...of('language')} optional />
          <TextField {...of('contactNote')} hint={of('contactNote').hint ?? t('clients.form.contactNoteHint')} multiline optional />
        </div>
      </Panel>
      <Panel id="gezin" title={t('clients.file.household')}>
        <div className="panel__body stackv">
          <div className="two">
            <TextField {...of('adults', { validate: count })} inputMode="numeric" size="tiny" optional />
            <TextField {...of('children', { validate: count })} inputMode="numeric" size="tiny" optional />
          </div>
          <TextField {...of('householdNote')} multiline optional />
        </div>
      </Panel>
      <Panel id="vertegenwoordiger" title={t('clients.file.representative')}>
        <div className="panel__body stackv">
          <div className="two">
            <TextField {...of('representativeName')} optional />
            <SelectField {...of('representativeKind')} empty={t('form.choose')} options={KINDS.map((value) => ({ value, label: t(`representativeKind.${value}`) }))} optional />
          </div>
          <SelectField {...of('representativeFor')} hint={of('representativeFor').hint ?? t('clients.form.representativeForHint')} empty={t('form.choose')} options={FOR.map((value) => ({ value, label: t(`representedFor.${value}`) }))} optional />
          <TextField {...of('representativeScope')} hint={of('representativeScope').hint ?? t('clients.form.representativeScopeHint')} optional />
          <div className="two">
            <TextField {...of('representativePhone')} type="tel" optional />
            <DayField {...of('representativeUntil', { validate: day })} optional />
          </div>
        </div>
      </Panel>
    </>
  );
}
