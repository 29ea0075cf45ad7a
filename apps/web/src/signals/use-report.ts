import { useState } from 'react';
import type { FieldErrors, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ReportTensionDocument, type ReportTensionMutation } from '../generated/graphql/graphql.js';
import { Refusal, type FieldFault } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { toast } from '../shared/overlay/toasts.js';
import { useMe } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import { mediationPath, signalPath } from './paths.js';
import { type Chosen, useSending } from './use-sending.js';
import { fieldOf, orderOf, toSignal, type Values } from './values.js';

type Made = ReportTensionMutation['reportTension'];

/** Reports what was filled in, and then sends its files one by one; what did not arrive stays, to be sent again. */
export function useReport(form: UseFormReturn<Values>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { partner } = useMe();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [made, setMade] = useState<Made>();
  const sending = useSending();
  const release = useUnsaved((form.formState.isDirty && !made) || sending.files.some(({ isSent }) => !isSent));
  const leave = ({ id, mediation }: Made) => {
    release();
    toast(t('signals.form.done'));
    return navigate(mediation ? mediationPath(mediation.id) : signalPath(id), { replace: true });
  };
  const sendFiles = async (signal: Made) => {
    const isAll = await sending.send({ dossierId: signal.id, partnerIds: signal.receiverId === partner.id ? [] : [signal.receiverId] });
    if (isAll) await leave(signal);
  };
  const report = useChange(ReportTensionDocument, {
    leaves: true,
    onSuccess: ({ reportTension }) => {
      setMade(reportTension);
      // The files go on by themselves: the signal is made.
      void sendFiles(reportTension);
    },
  });
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const refused = (values: Values) => (error: unknown) => {
    if (!(error instanceof Refusal) || error.code === 'NO_PROTOCOL' || !error.fields.length) return;
    const found = error.fields.map(({ field, message }) => ({ field: fieldOf(field, message, values), message }));
    for (const { field, message } of found) form.setError(field as keyof Values, { message });
    show(found);
  };
  const submit = form.handleSubmit(
    (values) => {
      show([]);
      report.mutate(toSignal(values), { onError: refused(values) });
    },
    (errors) => show(faultsIn(errors, form.getValues())),
  );
  return { submit, faults, attempt, made, sending, again: () => made && sendFiles(made), leave: () => made && leave(made), isPending: report.isPending, error: report.error };
}

/** Also what is wrong with one of the renters. */
function faultsIn(errors: FieldErrors<Values>, { renters }: Values): FieldFault[] {
  const messageAt = (path: string): unknown => (path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], errors) as { message?: unknown } | undefined)?.message;
  return orderOf(renters.length).flatMap((field) => {
    const message = messageAt(field);
    return typeof message === 'string' && message ? [{ field, message }] : [];
  });
}

export type { Chosen };
