import { useTranslation } from 'react-i18next';
import { STEPS, TERM_RUNS } from '../generated/mediation.js';
import { FieldError, fieldId, SelectField, TextField } from '../shared/form/field.js';
import { Panel } from '../shared/page.js';
import type { FieldsProps } from './cooperation-fields.js';
import { ESCALATE, STATES, stateName, stepName, TERMS, type TermName, UNITS } from './cooperation-text.js';

type Props = FieldsProps & { wrong: (field: string) => string | undefined };

/** What may follow when a term passes: a step that is possible wherever the term runs. */
const stepsAfter = (term: TermName): string[] => {
  const [first, ...others] = TERM_RUNS[term];
  return Object.keys(STEPS[first]).filter((event) => others.every((state) => event in STEPS[state]));
};

/** How long each term is, and what follows when it passes. */
export function TermFields({ form: { register, watch }, wrong }: Props) {
  const { t } = useTranslation();
  return (
    <Panel id="termijnen" title={t('cooperation.terms')}>
      <div className="panel__body stackv">
        {TERMS.map((term) => (
          <fieldset key={term} className="stackv" id={fieldId(`terms.${term}`)} tabIndex={-1}>
            <legend className="label">{t(`cooperation.term.${term}`)}</legend>
            <p className="hint">
              {t('cooperation.termColumn.from')} {t(`cooperation.first.${watch(`terms.${term}.from`)}.${watch(`terms.${term}.unit`)}`)}.
            </p>
            <FieldError error={wrong(`terms.${term}`)} />
            <div className="two">
              <TextField size="tiny" inputMode="numeric" registration={register(`terms.${term}.count`)} label={t('cooperation.form.count')} error={wrong(`terms.${term}.count`)} maxLength={3} />
              <SelectField size="narrow" registration={register(`terms.${term}.unit`)} label={t('cooperation.form.unit')} error={wrong(`terms.${term}.unit`)} options={UNITS.map((unit) => ({ value: unit, label: t(`cooperation.unit.${unit}`) }))} />
              <TextField size="tiny" optional inputMode="numeric" registration={register(`terms.${term}.remindAt`)} label={t('cooperation.form.remindAt')} error={wrong(`terms.${term}.remindAt`)} maxLength={3} />
              <SelectField registration={register(`terms.${term}.then`)} label={t('cooperation.form.then')} error={wrong(`terms.${term}.then`)} options={[{ value: ESCALATE, label: t('cooperation.escalate') }, ...stepsAfter(term).map((step) => ({ value: step, label: t('cooperation.thenStep', { step: stepName(t, step) }) }))]} />
            </div>
          </fieldset>
        ))}
      </div>
    </Panel>
  );
}

/** Which steps of the table a mediation may take. */
export function StepFields({ form: { register }, wrong }: Props) {
  const { t } = useTranslation();
  return (
    <Panel id="stappen" title={t('cooperation.steps')}>
      <div className="panel__body stackv" id={fieldId('steps')} tabIndex={-1}>
        <p className="hint">{t('cooperation.form.stepsHint')}</p>
        <FieldError error={wrong('steps.root') ?? wrong('steps')} />
        {STATES.filter((state) => Object.keys(STEPS[state]).length).map((state) => (
          <fieldset key={state} id={fieldId(`steps.${state}`)} tabIndex={-1} className={wrong(`steps.${state}`) ? 'field--bad' : undefined}>
            <legend className="label">{t('cooperation.after', { state: stateName(t, state) })}</legend>
            <FieldError error={wrong(`steps.${state}`)} />
            {Object.entries(STEPS[state]).map(([event, to]) => (
              <label key={event} className="check" htmlFor={fieldId(`steps.${state}.${event}`)}>
                <input type="checkbox" id={fieldId(`steps.${state}.${event}`)} {...register(`steps.${state}.${event}`)} />
                <span>{t('cooperation.step', { step: stepName(t, event), to: stateName(t, to) })}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Panel>
  );
}
