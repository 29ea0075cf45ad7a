import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.js';
import { FaultNote } from '../faults.js';
import { FieldError } from '../form/field.js';
import { Dialog } from './dialog.js';
import { useUnsaved } from '../unsaved.js';
import { Audience } from '../withheld.js';

const MAX = 2000;

type Props = {
  title: string;
  label: string;
  hint: string;
  missing: string;
  /** Who reads it; `alone`: nobody else. */
  audience: string;
  alone?: boolean;
  max?: number;
  bad?: boolean;
  isPending: boolean;
  error: unknown;
  /** `release`: to be called when it was taken. */
  onSubmit: (text: string, release: () => void) => void;
  onClose: () => void;
};

/** Asks one text, says who reads it, and keeps it when the server says no. */
export function TextDialog({ title, label, hint, missing, audience, alone, max = MAX, bad, isPending, error, onSubmit, onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const release = useUnsaved(text.trim() !== '');
  const problem = isAsked && !text.trim() ? missing : undefined;
  const submit = () => {
    setAsked(true);
    if (text.trim()) onSubmit(text.trim(), release);
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        <div className={problem ? 'field field--bad' : 'field'}>
          <label htmlFor="stap-tekst">{label}</label>
          <span className="hint" id="stap-uitleg">
            {hint}
          </span>
          <FieldError id="stap-fout" error={problem} />
          <textarea className="input" id="stap-tekst" maxLength={max} value={text} aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'stap-uitleg stap-fout' : 'stap-uitleg'} autoFocus onChange={(change) => setText(change.target.value)} />
        </div>
        <Audience alone={alone}>{audience}</Audience>
        <FaultNote error={error} />
      </div>
      <div className="dialog__foot">
        <Button variant={bad ? 'bad' : 'main'} isPending={isPending} onPress={submit}>
          {title}
        </Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}
