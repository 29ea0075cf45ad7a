import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RemoveAttachmentDocument, type AttachmentFieldsFragment, type DataClass } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { formatSize } from '../shared/attachments/size.js';
import { DownloadButton } from '../shared/download-button.js';
import { Fact, Facts, lines } from '../shared/facts.js';
import { FaultNote } from '../shared/faults.js';
import { formatDay } from '../shared/format.js';
import { nameOf } from '../shared/name.js';
import { Confirm } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { whyOf, Withheld } from '../shared/withheld.js';
import type { SignalRow } from './signal.page.js';

/** What one's own company wrote down, as it left. */
export function ReportedPanel({ row }: { row: SignalRow }) {
  const { t } = useTranslation();
  const of = (dataClass: DataClass, shown: ReactNode): ReactNode => {
    const why = whyOf(row.withheld, dataClass);
    return why ? <Withheld withheld={why} /> : shown;
  };
  return (
    <Panel id="gemeld" title={t('signals.reported')}>
      <div className="panel__body">
        <Facts>
          <Fact label={t('signals.form.topic')}>{t(`signals.topic.${row.topic}`)}</Fact>
          <Fact label={t('signals.form.facts')}>{of('HOUSING', row.facts)}</Fact>
          <Fact label={t('signals.form.triedShort')}>{of('HOUSING', row.tried)}</Fact>
          <Fact label={t('signals.form.dangerShort')}>{of('HOUSING', row.danger ? t('signals.dangerYes', { note: row.dangerNote ?? '' }) : t('fact.no'))}</Fact>
          {row.urgent && <Fact label={t('signals.form.urgentShort')}>{t('fact.yes')}</Fact>}
          <Fact label={t('signals.form.renters')}>{of('IDENTITY', lines(...row.renters.map((renter) => [nameOf(renter), renter.phone, renter.email, renter.language].filter(Boolean).join(', '))))}</Fact>
          {row.attachments.length > 0 && (
            <Fact label={t('attachments.title')}>
              <Files files={row.attachments} />
            </Fact>
          )}
          <Fact label={t('signals.by')}>{t('signals.byOn', { person: row.reportedBy, day: formatDay(row.reportedAt) })}</Fact>
        </Facts>
      </div>
    </Panel>
  );
}

function Files({ files }: { files: readonly AttachmentFieldsFragment[] }) {
  const [removing, setRemoving] = useState<AttachmentFieldsFragment>();
  return (
    <>
      <ul className="files">
        {files.filter(({ state }) => state !== 'REMOVED').map((file) => (
          <File key={file.id} file={file} onRemove={() => setRemoving(file)} />
        ))}
      </ul>
      {removing && <RemoveDialog file={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function File({ file: { id, partnerId, fileName, description, size, authorName, addedAt, state, may }, onRemove }: { file: AttachmentFieldsFragment; onRemove: () => void }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const isHeld = state === 'PENDING' || state === 'REFUSED';
  return (
    <li className="files__row">
      <div className="files__name">
        {fileName}
        {description && <span className="line">{description}</span>}
        <span className="line small mute">
          {formatSize(size)} · {t('attachments.by', { person: partnerId === partner.id ? authorName : `${authorName}, ${shortNameOf(partnerId)}`, day: formatDay(addedAt) })}
        </span>
        {isHeld && <span className="line small">{t(state === 'PENDING' ? 'attachments.pending' : 'attachments.refused')}</span>}
      </div>
      <div className="files__acts">
        {!isHeld && (
          <DownloadButton small path={`/attachment/${id}`} label={t('attachments.downloadOf', { name: fileName })}>
            {t('signals.files.keep')}
          </DownloadButton>
        )}
        {may.includes('remove') && (
          <button type="button" className="linkbtn" aria-label={t('attachments.removeOf', { name: fileName })} onClick={onRemove}>
            {t('attachments.remove')}
          </button>
        )}
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
    <Confirm title={t('attachments.removeOf', { name: fileName })} text={t('attachments.removeText', { name: fileName })} confirm={t('attachments.remove')} bad isOpen isPending={remove.isPending} onConfirm={() => remove.mutate({ id, version })} onClose={onClose}>
      <FaultNote error={remove.error} />
    </Confirm>
  );
}
