import { useState, type ReactNode } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { TypedDocumentString } from '../generated/graphql/graphql.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { DayField, SelectField, TextField, type Option } from '../shared/form/field.js';
import { parseDay } from '../shared/format.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { useUnsaved } from '../shared/unsaved.js';
import { momentOf, parseTime } from './moments.js';

/** One thing that a dialog asks. `at`: a day and a time, of which `name` holds the day and `name + Time` the time. */
export type FieldSpec = { name: string; kind: 'line' | 'long' | 'day' | 'at' | 'choice'; label: string; hint?: string; missing?: string; optional?: boolean; max?: number; options?: readonly Option[]; initial?: string };
type Values = { [field: string]: string };
/** What was filled in, as the server takes it: days as 2026-03-10, moments whole, what is empty left out. */
export type Answers = { [field: string]: string | undefined };

/** Fields that the server asks for only when something went another way than agreed. */
const WHY = ['deviation', 'reason'] as const;

type Props = {
  title: string;
  text?: ReactNode;
  fields?: readonly FieldSpec[];
  confirm?: string;
  bad?: boolean;
  wide?: boolean;
  done: string;
  document: TypedDocumentString<unknown, never>;
  variables: (answers: Answers) => object | Promise<object>;
  /** What stands between the fields and the buttons: who reads it. */
  foot?: ReactNode;
  above?: (form: UseFormReturn<Values>) => ReactNode;
  onClose: () => void;
};

/** Asks what a step needs, sends it, and puts what the server says at its field; when it must be told why, asks that too and sends again. */
export function FormDialog({ title, text, fields = [], confirm, bad, wide, done, document, variables, foot, above, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<Values>({ defaultValues: Object.fromEntries([...fields.flatMap(({ name, kind, initial = '' }) => (kind === 'at' ? [[name, initial], [`${name}Time`, '']] : [[name, initial]])), ...WHY.map((name) => [name, fields.find((field) => field.name === name)?.initial ?? ''])]) as Values });
  const { why, refused } = useRefused(form, fields);
  const release = useUnsaved(form.formState.isDirty);
  const change = useChange(document as TypedDocumentString<unknown, { key: string }>, {
    onSuccess: () => {
      release();
      toast(done);
      onClose();
    },
  });
  const submit = form.handleSubmit(async (values) => {
    change.reset();
    change.mutate(await variables(answersOf(values, fields, why)), { onError: refused });
  });
  const atField = change.error instanceof Refusal && change.error.fields.length > 0 && change.error.fields.every(({ field }) => isAsked(field, fields) || (WHY as readonly string[]).includes(field));
  return (
    <Dialog title={title} isOpen wide={wide} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          {text && <div className="stackv--s">{text}</div>}
          {above?.(form)}
          {[...fields, ...why.map((name): FieldSpec => ({ name, kind: 'long', label: t('mediation.why.label'), hint: t(`mediation.why.${name}`), missing: t('mediation.why.missing'), max: 1000 }))].map((field) => (
            <AskedField key={field.name} field={field} form={form} />
          ))}
          {foot}
          {change.error && !atField ? <FaultNote error={change.error} /> : null}
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant={bad ? 'bad' : 'main'} isPending={change.isPending}>
            {confirm ?? title}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The server's `changes.phone` is the form's `phone`. */
const ownName = (field: string): string => field.split('.').at(-1)!;
const isAsked = (field: string, fields: readonly FieldSpec[]): boolean => fields.some(({ name }) => name === ownName(field));

/** What the server refused, put at its field; why it went another way is asked from then on. */
function useRefused(form: UseFormReturn<Values>, fields: readonly FieldSpec[]) {
  const [why, setWhy] = useState<readonly (typeof WHY)[number][]>([]);
  const refused = (error: Error) => {
    if (!(error instanceof Refusal)) return;
    const asked = WHY.filter((name) => error.fields.some(({ field }) => field === name) && !isAsked(name, fields));
    if (asked.length) setWhy((before) => [...new Set([...before, ...asked])]);
    for (const { field, message } of error.fields) form.setError(ownName(field), { message });
  };
  return { why, refused };
}

function AskedField({ field, form: { register, formState } }: { field: FieldSpec; form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const { name, kind, label, hint, missing, optional, max, options } = field;
  const isThere = (text: string) => optional || Boolean(text.trim()) || (missing ?? t('mediation.missing'));
  const isDay = (text: string) => (optional && !text.trim()) || Boolean(parseDay(text)) || t('form.dayWrong');
  const error = (of: string) => formState.errors[of]?.message;
  if (kind === 'choice') return <SelectField registration={register(name, { validate: isThere })} label={label} hint={hint} error={error(name)} optional={optional} options={options ?? []} empty={t('form.choose')} />;
  if (kind === 'day') return <DayField registration={register(name, { validate: isDay })} label={label} hint={hint} error={error(name)} optional={optional} />;
  if (kind !== 'at') return <TextField registration={register(name, { validate: isThere })} label={label} hint={hint} error={error(name)} optional={optional} maxLength={max} multiline={kind === 'long'} size={kind === 'long' ? 'full' : undefined} />;
  return (
    <div className="two">
      <DayField registration={register(name, { validate: isDay })} label={label} error={error(name)} optional={optional} />
      <TextField registration={register(`${name}Time`, { validate: (text, all) => (optional && !all[name]?.trim()) || Boolean(parseTime(text)) || t('mediation.timeWrong') })} label={t('mediation.time')} hint={t('mediation.timeHint')} error={error(`${name}Time`)} size="narrow" maxLength={5} optional={optional} />
    </div>
  );
}

function answersOf(values: Values, fields: readonly FieldSpec[], why: readonly string[]): Answers {
  const answerOf = ({ name, kind }: FieldSpec): string | undefined => {
    const typed = values[name]?.trim();
    if (!typed) return undefined;
    return kind === 'day' ? parseDay(typed) : kind === 'at' ? momentOf(parseDay(typed)!, parseTime(values[`${name}Time`])!) : typed;
  };
  return { ...Object.fromEntries(fields.map((field) => [field.name, answerOf(field)])), ...Object.fromEntries(why.map((name) => [name, values[name]?.trim() || undefined])) };
}
