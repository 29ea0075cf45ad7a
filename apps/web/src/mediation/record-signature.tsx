import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentRulesDocument, MediationAttachmentsDocument, RecordSignatureDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useSending } from '../shared/attachments/use-adding.js';
import { FieldError } from '../shared/form/field.js';
import { nameOf } from '../shared/name.js';
import { Audience } from '../shared/withheld.js';
import { FormDialog, type Answers } from './form-dialog.js';
import type { Mediation } from './mediation.page.js';
import { unsigned } from './signers.js';

/** A scan tells of the housing what is agreed. */
const SCAN_CLASS = 'HOUSING';

/** Who has no account signs on paper: the scan is kept at the case, and the signature points at it. */
export function RecordSignature({ row, onClose }: { row: Mediation; onClose: () => void }) {
  const { t } = useTranslation();
  const [newest] = row.settlements;
  const [file, setFile] = useState<File>();
  const scanOf = useScan(row.id, t('mediation.settlement.scanOf', { edition: newest.edition }));
  const scans = (useRead(MediationAttachmentsDocument, { id: row.id }).data?.mediation?.attachments ?? []).filter(({ state }) => state === 'CLEAN' || state === 'UNSCANNED');
  const open = unsigned(row);
  const variables = async ({ attachmentId, ...answers }: Answers): Promise<object> => ({ id: newest.id, version: newest.version, hash: newest.hash, ...answers, attachmentId: file ? await scanOf(file) : attachmentId });
  return (
    <FormDialog
      title={t('mediation.step.recordSignature.title')}
      text={<p>{t('mediation.step.recordSignature.text')}</p>}
      fields={[
        { name: 'partyId', kind: 'choice', label: t('mediation.settlement.who'), options: open.map((party) => ({ value: party.id, label: nameOf(party) ?? party.id })), initial: open.length === 1 ? open[0].id : '' },
        { name: 'name', kind: 'line', label: t('mediation.settlement.name'), hint: t('mediation.settlement.nameHint'), max: 120, initial: open.length === 1 ? nameOf(open[0]) : '' },
        { name: 'attachmentId', kind: 'choice', label: t('mediation.settlement.scan'), hint: t('mediation.settlement.scanHint'), missing: t('mediation.settlement.scanMissing'), optional: Boolean(file), options: scans.map(({ id, fileName }) => ({ value: id, label: fileName })) },
      ]}
      done={t('mediation.step.recordSignature.done')}
      document={RecordSignatureDocument}
      variables={variables}
      foot={
        <>
          <ScanField dossierId={row.id} file={file} onChoose={setFile} />
          <Audience alone>{t('mediation.settlement.recordReads')}</Audience>
        </>
      }
      onClose={onClose}
    />
  );
}

/** Sends a scan once, whatever else is tried after it. */
function useScan(dossierId: string, description: string): (file: File) => Promise<string> {
  const { sending } = useSending();
  const sent = useRef<{ file: File; id: string }>(undefined);
  return async (file) => {
    if (sent.current?.file !== file) sent.current = { file, id: await sending({ dossierId, dataClass: SCAN_CLASS, partnerIds: [], description, file }) };
    return sent.current.id;
  };
}

function ScanField({ dossierId, file, onChoose }: { dossierId: string; file: File | undefined; onChoose: (file: File | undefined) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const rules = useRead(AttachmentRulesDocument, { dossierId }).data?.attachmentRules;
  const isKnown = !file || !rules || rules.extensions.includes(file.name.split('.').at(-1)?.toLowerCase() ?? '');
  return (
    <div className={isKnown ? 'field' : 'field field--bad'}>
      <label htmlFor={id}>{t('mediation.settlement.newScan')}</label>
      <FieldError id={`${id}-fout`} error={isKnown ? undefined : t('attachments.wrongKind')} />
      <input id={id} className="input" type="file" accept={rules?.extensions.map((each) => `.${each}`).join(',')} aria-describedby={`${id}-fout`} onChange={(event) => onChoose(event.target.files?.[0])} />
    </div>
  );
}
