import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDERS } from '../generated/mediation.js';
import { Button } from '../shared/button.js';
import { DayField, FieldError, fieldId, SelectField, TextField } from '../shared/form/field.js';
import { formatList, parseDay } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { StepFields, TermFields } from './cooperation-procedure-fields.js';
import { LETTERS, PARTIES } from './cooperation-text.js';
import type { CooperationValues } from './cooperation-values.js';
import type { Cooperation } from './cooperation.page.js';

export type FieldsProps = { form: UseFormReturn<CooperationValues> };

/** Everything that a protocol says; what is wrong with it the server tells, all at once. */
export function CooperationFields({ form, row }: FieldsProps & { row: Cooperation }) {
  const { t } = useTranslation();
  const { register, getFieldState, formState } = form;
  const wrong = (field: string) => getFieldState(field as 'title', formState).error?.message;
  const last = (typed: string) => !typed.trim() || Boolean(parseDay(typed)) || t('form.dayWrong');
  return (
    <>
      <Panel id="tekst" title={t('cooperation.form.text')}>
        <div className="panel__body stackv">
          <TextField registration={register('title')} label={t('cooperation.subject')} error={wrong('title')} maxLength={200} />
          <TextField multiline registration={register('goal')} label={t('cooperation.goal')} error={wrong('goal')} maxLength={2000} />
          <DayField registration={register('validFrom', { validate: (typed) => Boolean(parseDay(typed)) || t('form.dayWrong') })} label={t('cooperation.form.validFrom')} error={wrong('validFrom')} />
          <DayField registration={register('validTo', { validate: last })} label={t('cooperation.form.validTo')} hint={t('cooperation.form.validToHint')} error={wrong('validTo')} />
          <Places form={form} row={row} />
        </div>
      </Panel>
      <Panel id="geven" title={t('cooperation.gives')}>
        <div className="panel__body stackv">
          {PARTIES.map((party) => (
            <TextField key={party} multiline registration={register(`gives.${party}`)} label={t('cooperation.givesTo', { partner: t(`cooperation.party.${party}`) })} hint={t('cooperation.form.givesHint')} error={wrong(`gives.${party}`)} />
          ))}
        </div>
      </Panel>
      <Roles form={form} wrong={wrong} />
      <TermFields form={form} wrong={wrong} />
      <StepFields form={form} wrong={wrong} />
      <Panel id="brieven" title={t('cooperation.letters')}>
        <div className="panel__body stackv">
          <p className="hint">{t('cooperation.form.placeholders', { all: formatList(PLACEHOLDERS.map((each) => `{${each}}`)) })}</p>
          {LETTERS.map((letter) => (
            <TextField key={letter} multiline registration={register(`letters.${letter}`)} label={t(`cooperation.letter.${letter}`)} error={wrong(`letters.${letter}`)} maxLength={5000} />
          ))}
        </div>
      </Panel>
    </>
  );
}

function Places({ form: { register, getFieldState, formState }, row }: FieldsProps & { row: Cooperation }) {
  const { t } = useTranslation();
  const { list } = usePartners();
  const error = getFieldState('municipalities', formState).error?.message;
  return (
    <fieldset className={error ? 'field--bad' : undefined} aria-describedby={error ? 'gemeenten-fout' : undefined}>
      <legend className="label">{t('cooperation.municipalities')}</legend>
      <FieldError id="gemeenten-fout" error={error} />
      {list.find(({ id }) => id === row.partnerId)?.municipalities.map(({ nis, name }, index) => (
        <label key={nis} className="check" htmlFor={fieldId(index ? `municipalities-${nis}` : 'municipalities')}>
          <input type="checkbox" id={fieldId(index ? `municipalities-${nis}` : 'municipalities')} value={nis} {...register('municipalities')} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Roles({ form: { register, control }, wrong }: FieldsProps & { wrong: (field: string) => string | undefined }) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control, name: 'roles' });
  return (
    <Panel id="rollen" title={t('cooperation.roles')}>
      <div className="panel__body stackv">
        <FieldError error={wrong('roles')} />
        {fields.map(({ id }, index) => (
          <fieldset key={id} className="stackv">
            <legend className="label">{t('cooperation.form.role', { number: index + 1 })}</legend>
            <SelectField registration={register(`roles.${index}.party`)} label={t('cooperation.form.roleParty')} error={wrong(`roles.${index}.party`)} options={PARTIES.map((party) => ({ value: party, label: t(`cooperation.party.${party}`) }))} />
            <TextField registration={register(`roles.${index}.role`)} label={t('cooperation.form.roleName')} error={wrong(`roles.${index}.role`)} maxLength={120} />
            <TextField multiline registration={register(`roles.${index}.does`)} label={t('cooperation.form.roleDoes')} error={wrong(`roles.${index}.does`)} maxLength={1000} />
            <div>
              <Button small icon="x" onPress={() => remove(index)}>
                {t('cooperation.form.removeRole', { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        ))}
        <div id={fieldId('roles')} tabIndex={-1}>
          <Button small icon="plus" onPress={() => append({ party: 'WOONDIENST', role: '', does: '' })}>
            {t('cooperation.form.addRole')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
