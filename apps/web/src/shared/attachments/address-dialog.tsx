import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AddressAttachmentDocument, type AttachmentFieldsFragment } from '../../generated/graphql/graphql.js';
import { useChange } from '../api/use-change.js';
import { Button } from '../button.js';
import { FaultNote } from '../faults.js';
import { Dialog } from '../overlay/dialog.js';
import { toast } from '../overlay/toasts.js';
import { ForWhomField, type Lends } from './for-whom.js';

/** Chooses anew whom a file is for. */
export function AddressDialog({ file, partnerIds, lends, onClose }: { file: AttachmentFieldsFragment; partnerIds: readonly string[]; lends: Lends; onClose: () => void }) {
  const { t } = useTranslation();
  const present = file.sharedWith.map(({ id }) => id);
  const { register, handleSubmit, control } = useForm<{ partnerIds: string[] }>({ defaultValues: { partnerIds: present } });
  const chosen = useWatch({ control, name: 'partnerIds' });
  const address = useChange(AddressAttachmentDocument, {
    onSuccess: () => {
      onClose();
      toast(t('attachments.doneAudience'));
    },
  });
  const submit = handleSubmit((values) => address.mutate({ id: file.id, version: file.version, partnerIds: values.partnerIds }));
  return (
    <Dialog title={t('attachments.changeOf', { name: file.fileName })} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog__body stackv">
          <ForWhomField registration={register('partnerIds')} partnerIds={[...new Set([...partnerIds, ...present])]} chosen={chosen} dataClass={file.dataClass} lends={lends} />
          <FaultNote error={address.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={address.isPending}>
            {t('attachments.saveAudience')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
