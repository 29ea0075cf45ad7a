import { useTranslation } from 'react-i18next';
import { ChangePersonDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { FaultNote } from '../shared/faults.js';
import { Confirm } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import type { PersonRow } from './people.page.js';

/** Stopping somebody's access, or giving it again. */
export function AccessDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { name, active } = person;
  const act = active ? 'deactivate' : 'activate';
  const change = useChange(ChangePersonDocument, {
    onSuccess: () => {
      toast(t(`directory.done.${act}`, { name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={t(`directory.${act}`)}
      text={t(active ? 'directory.confirmDeactivate' : 'directory.confirmActivate', { name })}
      confirm={t(`directory.${act}`)}
      bad={active}
      isOpen
      isPending={change.isPending}
      onConfirm={() => change.mutate({ id: person.id, version: person.version, active: !active })}
      onClose={onClose}
    >
      <FaultNote error={change.error} />
    </Confirm>
  );
}
