import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { CooperationDocument, EditCooperationDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { type FieldFault, Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Fault, FaultNote, NotFound } from '../shared/faults.js';
import { ErrorSummary, faultsOf } from '../shared/form/error-summary.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useUnsaved } from '../shared/unsaved.js';
import { CooperationFields } from './cooperation-fields.js';
import { changesOf, type CooperationValues, fieldOf, valuesOf } from './cooperation-values.js';
import type { Cooperation } from './cooperation.page.js';

/** The text of a protocol that is talked about. */
export function Page() {
  const { id = '' } = useParams();
  const { data, error, refetch, isFetchedAfterMount } = useRead(CooperationDocument, { id }, { staleTime: 0 });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  // What is changed starts from what the server has now.
  if (!data || !isFetchedAfterMount) return <Skeleton title lines={8} />;
  if (!data.cooperationProtocol?.may.includes('edit')) return <NotFound />;
  return <Form row={data.cooperationProtocol} />;
}

/** The form, and everything that the server finds wrong with it at its field and in one list. */
function useCooperationForm(row: Cooperation) {
  const form = useForm<CooperationValues>({ defaultValues: valuesOf(row) });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const onError = (error: Error) => {
    if (!(error instanceof Refusal)) return;
    const found = byField(error.fields);
    for (const { field, message } of found) form.setError(field as 'title', { message });
    show(found);
  };
  const submit = (send: (values: CooperationValues) => void) => {
    const check = form.handleSubmit(
      (values) => {
        show([]);
        send(values);
      },
      (errors) => show(faultsOf(errors, ['validFrom', 'validTo'])),
    );
    // What the server said of a whole state or term hangs on no field, and would stay.
    return (event: React.FormEvent) => {
      form.clearErrors();
      return check(event);
    };
  };
  return { form, faults, attempt, submit, onError };
}

/** One line a field, whatever is wrong there. */
function byField(faults: readonly FieldFault[]): FieldFault[] {
  const messages = new Map<string, Set<string>>();
  for (const { field, message } of faults) messages.set(fieldOf(field), (messages.get(fieldOf(field)) ?? new Set()).add(message));
  return [...messages].map(([field, all]) => ({ field, message: [...all].join(' ') }));
}

function Form({ row }: { row: Cooperation }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { shortNameOf } = usePartners();
  const { form, faults, attempt, submit, onError } = useCooperationForm(row);
  const release = useUnsaved(form.formState.isDirty);
  const back = `/protocollen/samenwerking/${row.id}`;
  const edit = useChange(EditCooperationDocument, {
    leaves: true,
    onSuccess: () => {
      release();
      toast(t('cooperation.done.edit'));
      return navigate(back);
    },
  });
  const send = submit((values) => edit.mutate({ id: row.id, version: row.version, ...changesOf(values) }, { onError }));
  const isConflict = edit.error instanceof Refusal && edit.error.code === 'CONFLICT';
  const isSigned = row.partnerSignedAt !== null || row.companySignedAt !== null;
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <PageHead title={t('cooperation.form.title')} tabTitle={t('cooperation.form.title')} crumbs={[{ label: t('protocols.all'), to: '/protocollen' }, { label: t('cooperation.called', { company: shortNameOf(row.companyId), edition: row.edition }), to: back }, { label: t('cooperation.form.crumb') }]} />
      {(isConflict || isSigned) && (
        <div className="note note--care" role={isConflict ? 'alert' : undefined}>
          <Icon name={isConflict ? 'swap' : 'info'} />
          <p>{t(isConflict ? 'cooperation.form.conflict' : 'cooperation.form.signed')}</p>
        </div>
      )}
      <form noValidate onSubmit={(event) => void send(event)}>
        <CooperationFields form={form} row={row} />
        {!isConflict && !faults.length && <FaultNote error={edit.error} />}
        <div className="sendbar">
          <ButtonLink variant="quiet" to={back}>
            {t('app.cancel')}
          </ButtonLink>
          <Button type="submit" variant="main" isPending={edit.isPending}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </>
  );
}
