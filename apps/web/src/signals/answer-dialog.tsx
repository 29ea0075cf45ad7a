import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerMediatorDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { FieldError } from '../shared/form/field.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { useMe } from '../shared/session.js';
import { useUnsaved } from '../shared/unsaved.js';
import { Audience } from '../shared/withheld.js';
import { ChooseFiles, FileList } from './files-panel.js';
import { type RequestRow, useRequestWords } from './requests-panel.js';
import type { SignalRow } from './signal.page.js';
import { type Sending, useSending } from './use-sending.js';

const MAX = 900;
type Fits = 'YES' | 'NO';
type Props = { request: RequestRow; signal: SignalRow; onClose: () => void };

/** Answers what the mediator asks: a talk is confirmed, a document is added, anything else gets a text. */
export function AnswerDialog({ request, signal, onClose }: Props) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { title } = useRequestWords()(request);
  const { fits, setFits, text, setText, sending, isPending, error, problem, submit } = useAnswer(request, signal, onClose);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="dialog__body stackv">
          {request.at && <p>{request.says}</p>}
          {request.kind === 'TALK' && <FitsField value={fits} onChange={setFits} />}
          {request.kind === 'DOCUMENT' && <Documents sending={sending} />}
          <div className={problem ? 'field field--full field--bad' : 'field field--full'}>
            <label htmlFor="antwoord-tekst">{t(request.kind === 'OTHER' ? 'signals.answer.text' : 'signals.answer.note')}</label>
            <FieldError id="antwoord-fout" error={problem} />
            <textarea className="input" id="antwoord-tekst" maxLength={MAX} value={text} aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'antwoord-fout' : undefined} onChange={(event) => setText(event.target.value)} />
          </div>
          <Audience>{t('signals.answer.reads', { partner: partner.shortName })}</Audience>
          <FaultNote error={error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={isPending}>
            {t(`signals.answer.send.${request.kind}`)}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useAnswer(request: RequestRow, signal: SignalRow, onClose: () => void) {
  const { t } = useTranslation();
  const [fits, setFits] = useState<Fits>('YES');
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const sending = useSending();
  const release = useUnsaved(Boolean(text.trim()) || sending.files.length > 0);
  const answer = useChange(AnswerMediatorDocument, {
    onSuccess: () => {
      release();
      onClose();
      toast(t('signals.answer.done'));
    },
  });
  const isEmpty = request.kind === 'TALK' ? fits === 'NO' && !text.trim() : !text.trim() && !(request.kind === 'DOCUMENT' && sending.files.length);
  const said = () => {
    if (request.kind === 'TALK') return [t(`signals.answer.says.${fits}`), text.trim()];
    return [request.kind === 'DOCUMENT' && sending.files.length ? t('signals.answer.says.added', { count: sending.files.length }) : '', text.trim()];
  };
  const submit = async () => {
    setAsked(true);
    if (isEmpty) return;
    if (!(await sending.send({ dossierId: signal.id, partnerIds: [signal.receiverId] }))) return;
    answer.mutate({ id: request.id, version: request.version, answer: said().filter(Boolean).join(' ') });
  };
  return { fits, setFits, text, setText, sending, isPending: sending.isPending || answer.isPending, error: answer.error, problem: isAsked && isEmpty ? t(`signals.answer.missing.${request.kind}`) : undefined, submit };
}

function FitsField({ value, onChange }: { value: Fits; onChange: (value: Fits) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="vh">{t('signals.answer.fits')}</legend>
      {(['YES', 'NO'] as const).map((each) => (
        <label key={each} className="check">
          <input type="radio" name="past" value={each} checked={value === each} onChange={() => onChange(each)} />
          <span>{t(`signals.answer.choice.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Documents({ sending }: { sending: Sending }) {
  return (
    <>
      <FileList sending={sending} />
      <ChooseFiles id="antwoord-bestand" hasSome={sending.files.length > 0} onChoose={sending.add} />
    </>
  );
}
