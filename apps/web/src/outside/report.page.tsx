import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { sendOutside } from '../shared/api/ask.js';
import { NoConnection, Refusal, type FieldFault } from '../shared/api/refusal.js';
import { useIntentKey } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { ErrorSummary } from '../shared/form/error-summary.js';
import { Icon, type IconName } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { useUnsaved } from '../shared/unsaved.js';
import { Done, OutsideFault, OutsidePage } from './outside-page.js';
import { EMPTY, messageOf, orderOf, ReportFields, type Values } from './report-fields.js';

type Form = { open: boolean; municipalities: { name: string; postcodes: string[] }[] };

/** Tension with a renter, told by a private landlord or an agency without an account. */
export function Page() {
  const { t } = useTranslation();
  const form = useQuery({ queryKey: ['signal'], queryFn: () => sendOutside('/signal') as Promise<Form>, retry: false, staleTime: Infinity, refetchOnWindowFocus: false });
  const [isSent, setSent] = useState(false);
  return (
    <OutsidePage title={t('outside.report.title')}>
      {isSent ? (
        <Done title={t('outside.report.done')}>
          <p>{t('outside.report.doneText')}</p>
          <p>{t('outside.report.doneNone')}</p>
        </Done>
      ) : (
        <>
          <h1>{t('outside.report.title')}</h1>
          <p className="lead">{t('outside.report.lead')}</p>
          {form.data && !form.data.open ? (
            <Note icon="alert" title={t('outside.report.closed')} text={t('outside.report.closedText')} />
          ) : form.data ? (
            <>
              <Note icon="info" title={t('outside.report.neutral')} text={t('outside.report.neutralText')} />
              <Note icon="eye" title={t('outside.report.readers')} text={t('outside.report.readersText')} />
              <Report places={form.data.municipalities} onSent={() => setSent(true)} />
            </>
          ) : form.error ? (
            <Fault error={form.error} onRetry={() => void form.refetch()} />
          ) : (
            <Skeleton lines={6} />
          )}
        </>
      )}
    </OutsidePage>
  );
}

function Report({ places, onSent }: { places: Form['municipalities']; onSent: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Values>({ defaultValues: EMPTY, shouldFocusError: false });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const release = useUnsaved(form.formState.isDirty);
  const { keyFor, settled } = useIntentKey();
  const send = useMutation({
    mutationFn: async (told: object) => {
      try {
        return await sendOutside('/signal', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...told, key: keyFor(told) }) });
      } catch (error) {
        if (!(error instanceof NoConnection)) settled();
        throw error;
      }
    },
  });
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const submit = form.handleSubmit(
    ({ place, dangerNote, ...values }) => {
      show([]);
      const [postcode, ...name] = place.split(' ');
      send.mutate(
        { ...values, postcode, municipality: name.join(' '), ...(values.danger && { dangerNote }) },
        {
          onSuccess: () => {
            release();
            onSent();
          },
          onError: (error) => {
            if (!(error instanceof Refusal)) return;
            const found = error.fields.map(({ field, message }) => ({ field: field === 'municipality' || field === 'postcode' ? 'place' : field, message }));
            for (const { field, message } of found) form.setError(field as keyof Values, { message });
            show(found);
          },
        },
      );
    },
    (errors) => {
      show(orderOf(form.getValues('renters').length).flatMap((field) => {
        const message = messageOf(errors, field);
        return message ? [{ field, message }] : [];
      }));
    },
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <ReportFields form={form} places={places} />
      <OutsideFault error={send.error} />
      <p>{t('outside.report.next')}</p>
      <div className="actions">
        <Button type="submit" variant="main" icon="send" isPending={send.isPending}>
          {t('outside.report.button')}
        </Button>
      </div>
    </form>
  );
}

function Note({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <div className="note">
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}
