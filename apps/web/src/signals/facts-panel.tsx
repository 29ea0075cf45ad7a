import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckField, SelectField, TextField } from '../shared/form/field.js';
import { maxOf } from '../shared/limits.js';
import { Panel } from '../shared/page.js';
import { TOPICS, type Values } from './values.js';

/** What happened, what was tried, and whether somebody may come to harm. */
export function FactsPanel({ form: { register, control, formState } }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const isDanger = useWatch({ control, name: 'danger' });
  const present = (missing: string) => ({ validate: (text: string) => Boolean(text.trim()) || missing });
  const text = (name: 'facts' | 'tried' | 'dangerNote', rules: object = {}) => ({ registration: register(name, rules), label: t(`signals.form.${name}`), hint: t(`signals.form.${name}Hint`), error: formState.errors[name]?.message, maxLength: maxOf('TensionSignal', name), multiline: true, size: 'full' as const });
  return (
    <Panel id="feiten" title={t('signals.form.what')}>
      <div className="panel__body stackv">
        <SelectField registration={register('topic', { required: t('signals.form.topicMissing') })} label={t('signals.form.topic')} error={formState.errors.topic?.message} empty={t('form.choose')} options={TOPICS.map((value) => ({ value, label: t(`signals.topic.${value}`) }))} />
        <TextField {...text('facts', present(t('signals.form.factsMissing')))} />
        <TextField {...text('tried')} optional />
        <CheckField registration={register('urgent')} label={t('signals.form.urgent')} hint={t('signals.form.urgentHint')} />
        <CheckField registration={register('danger')} label={t('signals.form.danger')} hint={t('signals.form.dangerHint')} />
        {isDanger && <TextField {...text('dangerNote', present(t('signals.form.dangerNoteMissing')))} />}
      </div>
    </Panel>
  );
}
