import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { sendOutside } from '../shared/api/ask.js';
import { Refusal, type FieldFault } from '../shared/api/refusal.js';
import { Button } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { ErrorSummary, faultsOf } from '../shared/form/error-summary.js';
import { CheckField, FieldError, TextField } from '../shared/form/field.js';
import { formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { Panel } from '../shared/page.js';
import { useUnsaved } from '../shared/unsaved.js';
import { Done, isGone, OutsideFault, OutsidePage } from './outside-page.js';

type TextToSign = { body: string; hash: string; name: string; until: string };
type Values = { name: string; agreed: boolean };
const FIELDS = ['name', 'agreed'] as const;

/** One text, read and signed by a link. */
export function Page() {
  const { t } = useTranslation();
  const { secret = '' } = useParams();
  const path = `/sign/${encodeURIComponent(secret)}`;
  const text = useQuery({ queryKey: ['sign', secret], queryFn: () => sendOutside(path) as Promise<TextToSign>, retry: false, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const sign = useMutation({ mutationFn: (signed: object) => sendOutside(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(signed) }) });
  return (
    <OutsidePage title={t('outside.sign.title')}>
      {sign.isSuccess ? (
        <Done title={t('outside.sign.done')}>
          <p>{t('outside.sign.doneText')}</p>
        </Done>
      ) : isGone(sign.error) || isGone(text.error) ? (
        <Gone />
      ) : text.data ? (
        <ToSign text={text.data} sign={sign} />
      ) : text.error ? (
        <Fault error={text.error} onRetry={() => void text.refetch()} />
      ) : (
        <Skeleton lines={6} title />
      )}
    </OutsidePage>
  );
}

function ToSign({ text, sign }: { text: TextToSign; sign: ReturnType<typeof useMutation<unknown, Error, object>> }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState, setError } = useForm<Values>({ defaultValues: { name: '', agreed: false }, shouldFocusError: false });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  useUnsaved(formState.isDirty && !sign.isSuccess);
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const submit = handleSubmit(
    ({ name, agreed }) => {
      show([]);
      sign.mutate(
        { hash: text.hash, name: name.trim(), agreed },
        {
          onError: (error) => {
            if (!(error instanceof Refusal)) return;
            for (const { field, message } of error.fields) setError(field as keyof Values, { message });
            show(error.fields);
          },
        },
      );
    },
    (errors) => show(faultsOf(errors, FIELDS)),
  );
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <h1>{t('outside.sign.title')}</h1>
      <p className="lead">{t('outside.sign.lead')}</p>
      <Panel id="afspraken" title={t('outside.sign.text')}>
        <div className="panel__body stackv">
          <p>
            <b>{t('outside.sign.for', { name: text.name })}</b>
          </p>
          <p className="agreed-text">{text.body}</p>
        </div>
      </Panel>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Panel id="handtekening" title={t('outside.sign.yours')}>
          <div className="panel__body stackv">
            <p>{t('outside.sign.until', { day: formatWholeDay(text.until) })}</p>
            <TextField registration={register('name', { validate: (name) => Boolean(name.trim()) || t('outside.sign.nameMissing') })} label={t('outside.sign.name')} error={formState.errors.name?.message} maxLength={120} autoComplete="name" />
            <div>
              <FieldError error={formState.errors.agreed?.message} />
              <CheckField registration={register('agreed', { validate: (agreed) => agreed || t('outside.sign.agreedMissing') })} label={t('outside.sign.agreed')} error={formState.errors.agreed?.message} />
            </div>
            <OutsideFault error={sign.error} />
            <div className="actions">
              <Button type="submit" variant="main" isPending={sign.isPending}>
                {t('outside.sign.button')}
              </Button>
            </div>
            <p className="small soft">{t('outside.sign.kept')}</p>
          </div>
        </Panel>
      </form>
    </>
  );
}

/** Used, too old, replaced or never there: it looks the same. */
function Gone() {
  const { t } = useTranslation();
  return (
    <div className="stackv">
      <h1>{t('outside.sign.gone')}</h1>
      <div className="note note--plain" role="status">
        <Icon name="info" />
        <div className="stackv">
          <p>{t('outside.sign.goneText')}</p>
          <p>{t('outside.sign.goneNext')}</p>
        </div>
      </div>
    </div>
  );
}
