import { useState } from 'react';
import { useForm, type FieldErrors } from 'react-hook-form';
import { Refusal, type FieldFault } from '../shared/api/refusal.js';
import { faultsOf } from '../shared/form/error-summary.js';
import { PROTOCOL_FIELDS, type ProtocolValues } from './protocol-form.js';

/** The form of a protocol, and everything that is wrong with it in one list. */
export function useProtocolForm(defaultValues: ProtocolValues) {
  const form = useForm<ProtocolValues>({ defaultValues });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const submit = (send: (values: ProtocolValues) => void) =>
    form.handleSubmit(
      (values) => {
        show([]);
        send(values);
      },
      (errors: FieldErrors<ProtocolValues>) => show(faultsOf(errors, PROTOCOL_FIELDS)),
    );
  const onError = (error: Error) => {
    if (!(error instanceof Refusal)) return;
    for (const { field, message } of error.fields) form.setError(field as 'purpose', { message });
    show(error.fields);
  };
  return { form, faults, attempt, submit, onError };
}
