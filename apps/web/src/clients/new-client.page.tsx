import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { OpenClientDocument } from '../generated/graphql/graphql.js';
import { Refusal, type FieldFault } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { ErrorSummary, faultsOf } from '../shared/form/error-summary.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead } from '../shared/page.js';
import { useUnsaved } from '../shared/unsaved.js';
import { ClientFields } from './client-fields.js';
import { CLIENT_FIELDS, clientInputOf, clientValuesOf, type ClientValues } from './client-values.js';
import { SimilarBox, useSimilar } from './similar-box.js';

/** Opening a file: who resembles the person is looked at first. */
export function Page() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { words?: string } | null };
  const [givenName = '', ...rest] = (state?.words ?? '').split(' ');
  const form = useForm<ClientValues>({ defaultValues: clientValuesOf({ givenName: rest.length ? givenName : '', familyName: rest.length ? rest.join(' ') : givenName }) });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [seen, setSeen] = useState<string>();
  const similar = useSimilar(form.control);
  const isSeen = seen === similar.of;
  const release = useUnsaved(form.formState.isDirty);
  const open = useChange(OpenClientDocument, {
    leaves: true,
    onSuccess: ({ openClient }) => {
      release();
      toast(t('clients.form.opened'));
      return navigate(search.get('voor') === 'doorverwijzing' ? `/doorverwijzingen/nieuw?client=${openClient.id}` : `/clienten/${openClient.id}`, { replace: true });
    },
  });
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const submit = form.handleSubmit(
    (values) => {
      if (similar.isLooking) return;
      if (similar.count && !isSeen) return show([{ field: 'gelijkend', message: t('clients.similar.confirmMissing') }]);
      show([]);
      open.mutate(
        { input: { ...clientInputOf(values), addressProtected: values.addressProtected } },
        {
          onError: (error) => {
            if (!(error instanceof Refusal) || !error.fields.length) return;
            for (const { field, message } of error.fields) form.setError(field as 'givenName', { message });
            show(error.fields);
          },
        },
      );
    },
    (errors) => show(faultsOf(errors, CLIENT_FIELDS)),
  );
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <PageHead title={t('clients.form.newTitle')} tabTitle={t('clients.form.newTitle')} crumbs={[{ label: t('clients.title'), to: '/clienten' }, { label: t('clients.form.newTitle') }]} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ClientFields form={form} afterIdentity={<SimilarBox similar={similar} isSeen={isSeen} onSeen={(yes) => setSeen(yes ? similar.of : undefined)} />} />
        {open.error && !(open.error instanceof Refusal && open.error.fields.length) ? <FaultNote error={open.error} /> : null}
        <div className="sendbar">
          <ButtonLink variant="quiet" to="/clienten">
            {t('app.cancel')}
          </ButtonLink>
          <Button type="submit" variant="main" isPending={open.isPending || similar.isLooking}>
            {t('clients.form.open')}
          </Button>
        </div>
      </form>
    </>
  );
}
