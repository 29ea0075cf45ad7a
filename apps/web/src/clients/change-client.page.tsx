import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ChangeClientDocument, ClientDocument, type ClientQuery } from '../generated/graphql/graphql.js';
import { Refusal, type FieldFault } from '../shared/api/refusal.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Fault, FaultNote, NotFound } from '../shared/faults.js';
import { ErrorSummary, faultsOf } from '../shared/form/error-summary.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead, usePageTitle } from '../shared/page.js';
import { useUnsaved } from '../shared/unsaved.js';
import { ClientFields } from './client-fields.js';
import { CLIENT_FIELDS, clientInputOf, clientValuesOf, type ClientField, type ClientValues } from './client-values.js';

type ClientRow = NonNullable<ClientQuery['client']>;

/** Changing a client's file. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  usePageTitle(t('clients.form.changeTitle'));
  const { data, error, refetch, isFetchedAfterMount } = useRead(ClientDocument, { id }, { staleTime: 0 });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  // What is changed starts from what the server has now.
  if (!data || !isFetchedAfterMount) return <Skeleton title lines={8} />;
  if (!data.client?.may.includes('change')) return <NotFound />;
  return <Form first={data.client} reread={async () => (await refetch()).data?.client ?? undefined} />;
}

function Form({ first, reread }: { first: ClientRow; reread: () => Promise<ClientRow | undefined> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [base, setBase] = useState(first);
  const [now, setNow] = useState<Partial<Record<ClientField, string>>>();
  const form = useForm<ClientValues>({ defaultValues: clientValuesOf(first) });
  const { isDirty, dirtyFields } = form.formState;
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const release = useUnsaved(isDirty);
  const back = `/clienten/${first.id}`;
  const change = useChange(ChangeClientDocument, {
    leaves: true,
    onSuccess: () => {
      release();
      toast(t('clients.form.changed'));
      return navigate(back);
    },
  });
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const onConflict = async () => {
    const fresh = await reread();
    if (!fresh) return;
    const saved = clientValuesOf(fresh);
    const before = clientValuesOf(base);
    const clashes: Partial<Record<ClientField, string>> = {};
    for (const field of CLIENT_FIELDS) {
      if (saved[field] === before[field]) continue;
      if (dirtyFields[field]) clashes[field] = saved[field];
      else form.resetField(field, { defaultValue: saved[field] });
    }
    if (!dirtyFields.addressProtected) form.resetField('addressProtected', { defaultValue: saved.addressProtected });
    setBase(fresh);
    setNow(clashes);
  };
  const submit = form.handleSubmit(
    (values) => {
      show([]);
      const changed = CLIENT_FIELDS.filter((field) => values[field] !== clientValuesOf(base)[field]);
      const ticked = values.addressProtected === base.addressProtected ? {} : { addressProtected: values.addressProtected };
      const changes = { ...clientInputOf(values, changed), ...ticked };
      if (!Object.keys(changes).length) return navigate(back);
      change.mutate(
        { id: first.id, version: base.version, changes },
        {
          onError: (error) => {
            if (!(error instanceof Refusal)) return;
            if (error.code === 'CONFLICT') return void onConflict();
            for (const { field, message } of error.fields) form.setError(field as 'givenName', { message });
            show(error.fields);
          },
        },
      );
    },
    (errors) => show(faultsOf(errors, CLIENT_FIELDS)),
  );
  const isConflict = change.error instanceof Refusal && change.error.code === 'CONFLICT';
  const takeSaved = () => {
    form.reset(clientValuesOf(base));
    setNow(undefined);
    change.reset();
  };
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <PageHead
        title={t('clients.form.changeTitle')}
        tabTitle={t('clients.form.changeTitle')}
        crumbs={[{ label: t('clients.title'), to: '/clienten' }, { label: t('clients.file.tab'), to: back }, { label: t('clients.form.changeCrumb') }]}
      />
      {isConflict && (
        <div className="note note--care conflict" role="alert">
          <Icon name="swap" />
          <div>
            <p>{t('clients.form.conflict')}</p>
            <div className="actions fault__actions">
              <Button small onPress={takeSaved}>
                {t('clients.form.conflictTake')}
              </Button>
            </div>
          </div>
        </div>
      )}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ClientFields form={form} now={now} />
        {!isConflict && !faults.length && <FaultNote error={change.error} />}
        <div className="sendbar">
          <ButtonLink variant="quiet" to={back}>
            {t('app.cancel')}
          </ButtonLink>
          <Button type="submit" variant="main" isPending={change.isPending}>
            {t(isConflict ? 'clients.form.conflictSave' : 'form.save')}
          </Button>
        </div>
      </form>
    </>
  );
}
