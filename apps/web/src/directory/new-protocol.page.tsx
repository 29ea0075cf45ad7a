import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DraftProtocolDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { FaultNote, NotFound } from '../shared/faults.js';
import { ErrorSummary } from '../shared/form/error-summary.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead } from '../shared/page.js';
import { useDoor } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import { ProtocolFields, protocolTextOf, protocolValuesOf } from './protocol-form.js';
import { useProtocolForm } from './use-protocol-form.js';

/** A protocol from one's own partner to another. */
export function Page() {
  return useDoor('ExchangeProtocol.draft') ? <Form /> : <NotFound />;
}

function Form() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { form, faults, attempt, submit, onError } = useProtocolForm(protocolValuesOf());
  const release = useUnsaved(form.formState.isDirty);
  const draft = useChange(DraftProtocolDocument, {
    leaves: true,
    onSuccess: ({ draftExchangeProtocol }) => {
      release();
      toast(t('protocols.done.draft'));
      return navigate(`/protocollen/${draftExchangeProtocol.id}`, { replace: true });
    },
  });
  const send = submit((values) => draft.mutate({ toPartnerId: values.toPartnerId, text: protocolTextOf(values) }, { onError }));
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <PageHead title={t('protocols.form.newTitle')} tabTitle={t('protocols.form.newTitle')} crumbs={[{ label: t('protocols.all'), to: '/protocollen' }, { label: t('protocols.form.newTitle') }]} />
      <form noValidate onSubmit={(event) => void send(event)}>
        <ProtocolFields form={form} isNew />
        {!faults.length && <FaultNote error={draft.error} />}
        <div className="sendbar">
          <ButtonLink variant="quiet" to="/protocollen">
            {t('app.cancel')}
          </ButtonLink>
          <Button type="submit" variant="main" isPending={draft.isPending}>
            {t('protocols.form.create')}
          </Button>
        </div>
      </form>
    </>
  );
}
