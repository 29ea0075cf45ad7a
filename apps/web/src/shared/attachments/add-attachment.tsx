import { type DragEvent, useId, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AttachmentRulesQuery } from '../../generated/graphql/graphql.js';
import { Button } from '../button.js';
import { FaultNote } from '../faults.js';
import { FieldError, SelectField, TextField } from '../form/field.js';
import { Dialog } from '../overlay/dialog.js';
import { toast } from '../overlay/toasts.js';
import { useUnsaved } from '../unsaved.js';
import { ForWhomField, type Lends } from './for-whom.js';
import { formatSize } from './size.js';
import { useAdding } from './use-adding.js';

type Rules = NonNullable<AttachmentRulesQuery['attachmentRules']>;
type Values = { dataClass: string; description: string; partnerIds: string[] };

/** Chooses a file, says what is in it and whom it is for, and sends it. What was filled in stays when the server says no. */
export function AddAttachment({ dossierId, rules, lends, onClose }: { dossierId: string; rules: Rules; lends: Lends; onClose: () => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const { register, handleSubmit, control, formState } = useForm<Values>({ defaultValues: { dataClass: '', description: '', partnerIds: [] } });
  const [dataClass, chosen] = useWatch({ control, name: ['dataClass', 'partnerIds'] });
  const release = useUnsaved(Boolean(file) || formState.isDirty);
  const adding = useAdding({
    onSuccess: () => {
      release();
      onClose();
      toast(t('attachments.done'));
    },
  });
  const fault = useFileFault(file, rules);
  const submit = handleSubmit(({ description, ...values }) => {
    setMissing(!file);
    if (file && !fault) adding.mutate({ ...values, partnerIds: dataClass === 'PRIVATE_NOTE' ? [] : values.partnerIds, dossierId, description: description.trim(), file });
  }, () => setMissing(!file));
  const classes = rules.dataClasses.map((each) => ({ value: each, label: each === 'PRIVATE_NOTE' ? t('attachments.privateClass') : t(`dataClass.${each}`) }));
  return (
    <Dialog title={t('attachments.add')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <FileField file={file} error={fault ?? (missing && !file ? t('attachments.fileMissing') : undefined)} rules={rules} onChoose={setFile} />
          <SelectField registration={register('dataClass', { required: t('attachments.dataClassMissing') })} label={t('attachments.dataClass')} hint={t('attachments.dataClassHint')} error={formState.errors.dataClass?.message} empty={t('form.choose')} options={classes} />
          <TextField registration={register('description')} label={t('attachments.description')} hint={t('attachments.descriptionHint')} optional maxLength={300} />
          {dataClass !== 'PRIVATE_NOTE' && <ForWhomField registration={register('partnerIds')} partnerIds={rules.partnerIds} chosen={chosen} dataClass={dataClass} lends={lends} />}
          <p className="small mute">{t('attachments.stripped')}</p>
          {adding.isPending && <Progress part={adding.sent} />}
          <FaultNote error={adding.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={adding.isPending}>
            {t('attachments.save')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the server would say too, without sending megabytes for it. */
function useFileFault(file: File | undefined, { largest, extensions }: Rules): string | undefined {
  const { t } = useTranslation();
  if (!file) return undefined;
  if (file.size > largest) return t('attachments.tooLarge', { size: formatSize(file.size), most: formatSize(largest) });
  return extensions.includes(file.name.split('.').at(-1)?.toLowerCase() ?? '') ? undefined : t('attachments.wrongKind');
}

function FileField({ file, error, rules, onChoose }: { file: File | undefined; error: string | undefined; rules: Rules; onChoose: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null) => files?.[0] && onChoose(files[0]);
  const over = (yes: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(yes);
  };
  const drop = (event: DragEvent) => {
    over(false)(event);
    take(event.dataTransfer.files);
  };
  return (
    <div className={error ? 'field field--full field--bad' : 'field field--full'}>
      <label htmlFor={id}>{t('attachments.file')}</label>
      <span className="hint" id={`${id}-hint`}>
        {t('attachments.fileHint', { size: formatSize(rules.largest) })}
      </span>
      <FieldError id={`${id}-error`} error={error} />
      <div className={isOver ? 'drop drop--over' : 'drop'} onDragOver={over(true)} onDragLeave={over(false)} onDrop={drop}>
        <input ref={input} id={id} className="drop__input" type="file" accept={rules.extensions.map((each) => `.${each}`).join(',')} aria-describedby={`${id}-hint ${id}-error`} aria-invalid={error ? true : undefined} onChange={(event) => take(event.target.files)} />
        {file && (
          <p className="drop__file">
            <b>{file.name}</b> <span className="mute">{formatSize(file.size)}</span>
          </p>
        )}
        <span className="drop__ask" aria-hidden="true">
          <span className="drop__button">{t(file ? 'attachments.chooseOther' : 'attachments.choose')}</span> <span className="mute drop__or">{t('attachments.drop')}</span>
        </span>
      </div>
    </div>
  );
}

function Progress({ part }: { part: number }) {
  const { t } = useTranslation();
  const percent = Math.round(part * 100);
  const text = part < 1 ? t('attachments.sending', { percent }) : t('attachments.checking');
  return (
    <div className="progress">
      <progress max={100} value={percent} aria-label={text} />
      <span className="small" role="status">
        {text}
      </span>
    </div>
  );
}

