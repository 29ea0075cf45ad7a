import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { AskConsultDocument, ConsultClientDocument } from '../generated/graphql/graphql.js';
import { Refusal, type FieldFault } from '../shared/api/refusal.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { ErrorSummary, faultsOf } from '../shared/form/error-summary.js';
import { CheckField, SelectField, TextField } from '../shared/form/field.js';
import { nameOf } from '../shared/name.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead, Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import { Audience } from '../shared/withheld.js';

type Values = { receiverId: string; question: string; adults: string; children: string; householdNote: string; anonymous: boolean };
const FIELDS = ['receiverId', 'question', 'adults', 'children', 'householdNote'] as const;
const EMPTY: Values = { receiverId: '', question: '', adults: '', children: '', householdNote: '', anonymous: false };
const MAX = 1000;

const numberOf = (text: string): number | null => (text.trim() ? Number(text) : null);

/** A short question to one partner, with no name in it. */
export function Page() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const clientId = search.get('client') ?? undefined;
  const client = useRead(ConsultClientDocument, { id: clientId ?? '' }, { enabled: Boolean(clientId) }).data?.client;
  const form = useForm<Values>({ defaultValues: EMPTY });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const release = useUnsaved(form.formState.isDirty);
  const ask = useChange(AskConsultDocument, {
    leaves: true,
    onSuccess: ({ askConsult }) => {
      release();
      toast(t('consults.form.asked'));
      return navigate(`/vragen/${askConsult.id}`, { replace: true });
    },
  });
  const show = (found: readonly FieldFault[]) => {
    setFaults(found);
    if (found.length) setAttempt((count) => count + 1);
  };
  const submit = form.handleSubmit(
    ({ receiverId, question, adults, children, householdNote, anonymous }) => {
      show([]);
      ask.mutate(
        { input: { receiverId, anonymous, question: question.trim(), adults: numberOf(adults), children: numberOf(children), householdNote: householdNote.trim() || null }, clientId },
        {
          onError: (error) => {
            if (!(error instanceof Refusal) || !error.fields.length) return;
            const found = error.fields.map(({ field, message }) => ({ field: field.replace(/^input\./, ''), message }));
            for (const { field, message } of found) form.setError(field as (typeof FIELDS)[number], { message });
            show(found);
          },
        },
      );
    },
    (errors) => show(faultsOf(errors, FIELDS)),
  );
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <PageHead title={t('consults.form.title')} tabTitle={t('consults.form.title')} lead={t('consults.form.lead')} crumbs={[{ label: t('consults.title'), to: '/vragen' }, { label: t('consults.new') }]} />
      {client && (
        <p className="note note--plain consult__about">
          <Audience alone>
            <Trans i18nKey="consults.form.about" values={{ name: nameOf(client) ?? t('person.noName') }} components={{ b: <b /> }} />
          </Audience>
        </p>
      )}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <QuestionPanel form={form} />
        {ask.error && !(ask.error instanceof Refusal && ask.error.fields.length) ? <FaultNote error={ask.error} /> : null}
        <div className="sendbar">
          <ReadsAlong control={form.control} />
          <ButtonLink variant="quiet" to="/vragen">
            {t('app.cancel')}
          </ButtonLink>
          <Button type="submit" variant="main" icon="send" isPending={ask.isPending}>
            {t('consults.form.ask')}
          </Button>
        </div>
      </form>
    </>
  );
}

function QuestionPanel({ form: { register, formState } }: { form: ReturnType<typeof useForm<Values>> }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { list } = usePartners();
  const present = (missing: string) => ({ validate: (text: string) => Boolean(text.trim()) || missing });
  const count = { validate: (text: string) => (/^\s*\d{0,2}\s*$/.test(text) && Number(text) <= 20) || t('form.countWrong') };
  const of = (name: (typeof FIELDS)[number], rules: object) => ({ registration: register(name, rules), error: formState.errors[name]?.message });
  const askable = list.filter(({ id, kind }) => id !== partner.id && kind !== 'MUNICIPALITY').map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Panel id="vraag" title={t('consults.question')}>
        <div className="panel__body stackv">
          <SelectField {...of('receiverId', present(t('consults.form.receiverMissing')))} label={t('consults.form.receiver')} options={askable} empty={t('consults.form.choose')} />
          <TextField {...of('question', present(t('consults.form.questionMissing')))} label={t('consults.form.question')} hint={t('consults.form.questionHint')} multiline maxLength={MAX} size="full" />
          <CheckField registration={register('anonymous')} label={t('consults.form.anonymous')} hint={t('consults.form.anonymousHint')} />
        </div>
      </Panel>
      <Panel id="gezin" title={t('consults.form.household')} aside={<p className="small mute">{t('consults.form.householdHint')}</p>}>
        <div className="panel__body stackv">
          <div className="two">
            <TextField {...of('adults', count)} label={t('consults.form.adults')} inputMode="numeric" size="tiny" optional />
            <TextField {...of('children', count)} label={t('consults.form.children')} inputMode="numeric" size="tiny" optional />
          </div>
          <TextField {...of('householdNote', {})} label={t('consults.form.note')} hint={t('consults.form.noteHint')} multiline maxLength={MAX} optional size="full" />
        </div>
      </Panel>
    </>
  );
}

function ReadsAlong({ control }: { control: ReturnType<typeof useForm<Values>>['control'] }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const [receiverId, anonymous] = useWatch({ control, name: ['receiverId', 'anonymous'] });
  if (!receiverId) return null;
  return <Audience>{t(anonymous ? 'consults.form.readsAnonymous' : 'consults.form.readsNamed', { partner: shortNameOf(receiverId) })}</Audience>;
}
