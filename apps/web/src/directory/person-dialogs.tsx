import { useForm, type UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AddPersonDocument, ChangePersonDocument } from '../generated/graphql/graphql.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { TextField } from '../shared/form/field.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import type { PersonRow } from './people.page.js';

/** Somebody new at one's partner. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState, getValues } = useForm({ defaultValues: { name: '', username: '', email: '' } });
  const add = useChange(AddPersonDocument, {
    onSuccess: () => {
      toast(t('directory.done.add', { name: getValues('name') }));
      onClose();
    },
  });
  const submit = handleSubmit(({ name, username, email }) => add.mutate({ name: name.trim(), username: username.trim(), email: email.trim() }));
  return (
    <Dialog title={t('directory.add')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <TextField registration={register('name', { validate: (text) => Boolean(text.trim()) || t('directory.form.nameMissing') })} label={t('directory.form.name')} error={formState.errors.name?.message} maxLength={200} />
          <TextField
            registration={register('username', { validate: (text) => Boolean(text.trim()) || t('directory.form.usernameMissing') })}
            label={t('directory.form.username')}
            hint={t('directory.form.usernameHint')}
            error={formState.errors.username?.message}
            maxLength={200}
          />
          <EmailField registration={register('email')} fault={add.error} />
          <FaultNote error={add.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={add.isPending}>
            {t('directory.add')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Where mail goes; what is wrong with it only the server says. */
function EmailField({ registration, fault }: { registration: UseFormRegisterReturn; fault: Error | null }) {
  const { t } = useTranslation();
  const error = fault instanceof Refusal ? fault.fields?.find(({ field }) => field === 'email')?.message : undefined;
  return <TextField registration={registration} type="email" label={t('directory.form.email')} hint={t('directory.form.emailHint')} error={error} optional maxLength={254} />;
}

/** Another name or address for the same person. */
export function RenameDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: person.name, email: person.email ?? '' } });
  const rename = useChange(ChangePersonDocument, {
    onSuccess: () => {
      toast(t('directory.done.rename'));
      onClose();
    },
  });
  const submit = handleSubmit(({ name, email }) => rename.mutate({ id: person.id, version: person.version, name: name.trim(), email: email.trim() }));
  return (
    <Dialog title={t('directory.rename')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <TextField registration={register('name', { validate: (text) => Boolean(text.trim()) || t('directory.form.nameMissing') })} label={t('directory.form.name')} error={formState.errors.name?.message} maxLength={200} />
          <EmailField registration={register('email')} fault={rename.error} />
          <FaultNote error={rename.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={rename.isPending}>
            {t('form.save')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
