import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '../../shared/facts.js';
import { TextField } from '../../shared/form/field.js';
import { maxOf } from '../../shared/limits.js';
import { Panel } from '../../shared/page.js';
import { usePersonFacts } from '../../shared/person-facts.js';
import { Audience } from '../../shared/withheld.js';
import type { DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';

/** For whom, and the question itself. */
export function QuestionPanel({ row, form }: { row: DraftRow; form: UseFormReturn<DraftValues> }) {
  const { t } = useTranslation();
  const { identity } = usePersonFacts();
  return (
    <Panel id="vraag" title={t('draft.question.title')}>
      <div className="panel__body stackv">
        <Facts narrow>
          <Fact label={t('referrals.choose.client')}>{identity(row)}</Fact>
        </Facts>
        <TextField
          registration={form.register('question')}
          label={t('draft.question.label')}
          hint={t('draft.question.hint')}
          error={form.formState.errors.question?.message}
          maxLength={maxOf('Referral', 'question')}
          multiline
        />
        <Audience>{t('draft.question.audience')}</Audience>
      </div>
    </Panel>
  );
}
