import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentRulesDocument, ClientAttachmentsDocument, MediationAttachmentsDocument, ReferralAttachmentsDocument, RemoveAttachmentDocument, SignalAttachmentsDocument, type AttachmentFieldsFragment } from '../../generated/graphql/graphql.js';
import { useRead } from '../api/query.js';
import { useChange } from '../api/use-change.js';
import { Button } from '../button.js';
import { DownloadButton } from '../download-button.js';
import { Fault, FaultNote } from '../faults.js';
import { formatDay, formatList } from '../format.js';
import { Icon } from '../icon.js';
import { Confirm } from '../overlay/dialog.js';
import { toast } from '../overlay/toasts.js';
import { Panel } from '../page.js';
import { usePartners } from '../reference.js';
import { useDoor, useMe } from '../session.js';
import { Audience } from '../withheld.js';
import { AddAttachment } from './add-attachment.js';
import { AddressDialog } from './address-dialog.js';
import { formatSize } from './size.js';

type Of = 'client' | 'referral' | 'mediation' | 'signal';

/** A referral's, with what is lent to whom; or those of another dossier, where nothing is lent. */
function useAttachments(dossierId: string, of: Of) {
  const client = useRead(ClientAttachmentsDocument, { id: dossierId }, { enabled: of === 'client' });
  const referral = useRead(ReferralAttachmentsDocument, { id: dossierId }, { enabled: of === 'referral' });
  const mediation = useRead(MediationAttachmentsDocument, { id: dossierId }, { enabled: of === 'mediation' });
  const signal = useRead(SignalAttachmentsDocument, { id: dossierId }, { enabled: of === 'signal' });
  const row = referral.data?.referral;
  const lists = { client: client.data?.client, referral: row, mediation: mediation.data?.mediation, signal: signal.data?.signal };
  return { list: lists[of]?.attachments, shares: row?.shares ?? [], addressProtected: row?.addressProtected ?? false, error: client.error ?? referral.error ?? mediation.error ?? signal.error };
}

/** Files of a dossier, as far as this reader may know of them. */
export function AttachmentsPanel({ dossierId, of, id = 'bijlagen', title }: { dossierId: string; of: Of; /** Where two stand on one page. */ id?: string; title?: string }) {
  const { t } = useTranslation();
  const isWorker = useDoor('Attachment.attach');
  const { list, shares, addressProtected, error } = useAttachments(dossierId, of);
  const rules = useRead(AttachmentRulesDocument, { dossierId }, { enabled: isWorker }).data?.attachmentRules;
  const [isAdding, setAdding] = useState(false);
  const [addressing, setAddressing] = useState<AttachmentFieldsFragment>();
  const [removing, setRemoving] = useState<AttachmentFieldsFragment>();
  if (!isWorker) return null;
  const lends = { shares, addressProtected };
  return (
    <Panel id={id} title={title ?? t('attachments.title')} count={list?.filter(({ state }) => state !== 'REMOVED').length || undefined}>
      <div className="panel__body stackv">
        {error && !list ? <Fault error={error} /> : null}
        {list?.length === 0 && <p className="mute">{t('attachments.empty')}</p>}
        {list && list.length > 0 && (
          <ul className="files">
            {list.map((each) => (each.state === 'REMOVED' ? <Gone key={each.id} file={each} /> : <File key={each.id} file={each} onAddress={rules?.partnerIds.length || each.sharedWith.length ? setAddressing : undefined} onRemove={setRemoving} />))}
          </ul>
        )}
        {rules && rules.dataClasses.length > 0 && (
          <Button icon="plus" small onPress={() => setAdding(true)}>
            {t('attachments.add')}
          </Button>
        )}
        {rules && <p className="small mute">{t(rules.scanned ? 'attachments.scanned' : 'attachments.notScanned')}</p>}
      </div>
      {isAdding && rules && <AddAttachment dossierId={dossierId} rules={rules} lends={lends} onClose={() => setAdding(false)} />}
      {addressing && rules && <AddressDialog file={addressing} partnerIds={rules.partnerIds} lends={lends} onClose={() => setAddressing(undefined)} />}
      {removing && <RemoveDialog file={removing} onClose={() => setRemoving(undefined)} />}
    </Panel>
  );
}

type FileProps = { file: AttachmentFieldsFragment; onAddress: ((file: AttachmentFieldsFragment) => void) | undefined; onRemove: (file: AttachmentFieldsFragment) => void };

function File({ file, onAddress, onRemove }: FileProps) {
  const { t } = useTranslation();
  const isHeld = file.state === 'PENDING' || file.state === 'REFUSED';
  return (
    <li className="files__row">
      <div className="files__name">
        <b>{file.fileName}</b>
        {file.description && <span className="line">{file.description}</span>}
        <span className="line small mute">
          {t(`dataClass.${file.dataClass}`)} · {formatSize(file.size)} · {t('attachments.by', { person: file.authorName, day: formatDay(file.addedAt) })}
        </span>
        <ForWhom file={file} />
        {isHeld && <Held state={file.state as 'PENDING' | 'REFUSED'} />}
      </div>
      <div className="files__acts">
        {!isHeld && (
          <DownloadButton small path={`/attachment/${file.id}`} label={t('attachments.downloadOf', { name: file.fileName })}>
            {t('attachments.download')}
          </DownloadButton>
        )}
        {file.may.includes('address') && file.dataClass !== 'PRIVATE_NOTE' && onAddress && (
          <button type="button" className="linkbtn" aria-label={t('attachments.changeOf', { name: file.fileName })} onClick={() => onAddress(file)}>
            {t('attachments.change')}
          </button>
        )}
        {file.may.includes('remove') && (
          <button type="button" className="linkbtn" aria-label={t('attachments.removeOf', { name: file.fileName })} onClick={() => onRemove(file)}>
            {t('attachments.remove')}
          </button>
        )}
      </div>
    </li>
  );
}

function ForWhom({ file: { partnerId, dataClass, sharedWith } }: { file: AttachmentFieldsFragment }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { nameOf } = usePartners();
  if (partnerId !== partner.id) return <span className="small mute">{t('attachments.from', { partner: nameOf(partnerId) })}</span>;
  if (dataClass === 'PRIVATE_NOTE') return <Audience alone>{t('attachments.ownFile')}</Audience>;
  if (!sharedWith.length) return <Audience alone>{t('attachments.own', { partner: partner.name })}</Audience>;
  return <Audience>{t('attachments.sharedWith', { partners: formatList(sharedWith.map(({ name }) => name)) })}</Audience>;
}

function Held({ state }: { state: 'PENDING' | 'REFUSED' }) {
  const { t } = useTranslation();
  const which = state === 'PENDING' ? 'pending' : 'refused';
  return (
    <span className={state === 'PENDING' ? 'files__held' : 'files__held files__held--bad'}>
      <Icon name={state === 'PENDING' ? 'clock' : 'alert'} size="s" />
      <span>
        <b>{t(`attachments.${which}`)}.</b> {t(`attachments.${which}Text`)}
      </span>
    </span>
  );
}

/** That it was there, and no more. */
function Gone({ file: { dataClass, removedBy, removedAt } }: { file: AttachmentFieldsFragment }) {
  const { t } = useTranslation();
  return (
    <li className="files__row files__row--gone">
      <div className="files__name mute">
        <span>{t('attachments.removed')}</span>
        <span className="line small">
          {t(`dataClass.${dataClass}`)} · {t('attachments.removedBy', { person: removedBy ?? '', day: removedAt ? formatDay(removedAt) : '' })}
        </span>
      </div>
    </li>
  );
}

function RemoveDialog({ file: { id, version, fileName }, onClose }: { file: AttachmentFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useChange(RemoveAttachmentDocument, {
    onSuccess: () => {
      onClose();
      toast(t('attachments.removeDone'));
    },
  });
  return (
    <Confirm bad title={t('attachments.removeOf', { name: fileName })} text={t('attachments.removeText', { name: fileName })} confirm={t('attachments.remove')} isOpen isPending={remove.isPending} onConfirm={() => remove.mutate({ id, version })} onClose={onClose}>
      <FaultNote error={remove.error} />
    </Confirm>
  );
}
