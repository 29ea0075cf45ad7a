import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { EditProtocolDocument, ProtocolDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Fault, FaultNote, NotFound } from '../shared/faults.js';
import { ErrorSummary } from '../shared/form/error-summary.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead } from '../shared/page.js';
import { useUnsaved } from '../shared/unsaved.js';
import { ProtocolFields, protocolTextOf, protocolValuesOf } from './protocol-form.js';
import type { Protocol } from './protocol.page.js';
import { useProtocolForm } from './use-protocol-form.js';

/** The text of a draft. */
export function Page() {
  const { id = '' } = useParams();
  const { data, error, refetch, isFetchedAfterMount } = useRead(ProtocolDocument, { id }, { staleTime: 0 });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  // What is changed starts from what the server has now.
  if (!data || !isFetchedAfterMount) return <Skeleton title lines={8} />;
  if (!data.exchangeProtocol?.may.includes('edit')) return <NotFound />;
  return <Form row={data.exchangeProtocol} />;
}

function Form({ row }: { row: Protocol }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { form, faults, attempt, submit, onError } = useProtocolForm(protocolValuesOf(row));
  const release = useUnsaved(form.formState.isDirty);
  const back = `/protocollen/${row.id}`;
  const edit = useChange(EditProtocolDocument, {
    leaves: true,
    onSuccess: () => {
      release();
      toast(t('protocols.done.edit'));
      return navigate(back);
    },
  });
  const send = submit((values) => edit.mutate({ id: row.id, version: row.version, changes: protocolTextOf(values) }, { onError }));
  const isConflict = edit.error instanceof Refusal && edit.error.code === 'CONFLICT';
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <PageHead title={t('protocols.form.editTitle')} tabTitle={t('protocols.form.editTitle')} crumbs={[{ label: t('protocols.all'), to: '/protocollen' }, { label: t('protocols.text'), to: back }, { label: t('protocols.form.editCrumb') }]} />
      {isConflict && (
        <div className="note note--care conflict" role="alert">
          <Icon name="swap" />
          <p>{t('protocols.form.conflict')}</p>
        </div>
      )}
      <form noValidate onSubmit={(event) => void send(event)}>
        <ProtocolFields form={form} />
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
