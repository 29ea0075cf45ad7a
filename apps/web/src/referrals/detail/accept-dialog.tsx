import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptReferralDocument, ColleaguesDocument, SimilarDocument } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { formatWholeDay, today } from '../../shared/format.js';
import { FieldError } from '../../shared/form/field.js';
import { nameOf } from '../../shared/name.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { toast } from '../../shared/overlay/toasts.js';
import { useMe } from '../../shared/session.js';
import type { AnswerRow, ReferralRow } from './referral.page.js';

const NEW = 'nieuw';

/** Accepting: a fixed contact person, and the file in which it comes. */
export function AcceptDialog({ row, answer, onClose }: { row: ReferralRow; answer: AnswerRow; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const people = useRead(ColleaguesDocument, {}).data?.people;
  const knows = Boolean(row.givenName && row.familyName);
  const similar = useRead(SimilarDocument, { givenName: row.givenName ?? '', familyName: row.familyName ?? '', birthDate: row.birthDate }, { enabled: knows });
  const clients = similar.data?.similar.clients ?? [];
  const [contact, setContact] = useState(me.personId);
  const [file, setFile] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const accept = useChange(AcceptReferralDocument, {
    onSuccess: () => {
      onClose();
      toast(t('referrals.done.accept'));
    },
  });
  // Without anybody who resembles there is nothing to choose.
  const isLooking = knows && similar.isPending;
  const chosen = isLooking || clients.length ? file : NEW;
  const submit = () => {
    setAsked(true);
    if (contact && chosen) accept.mutate({ id: answer.id, version: answer.version, contactPersonId: contact, clientId: chosen === NEW ? null : chosen });
  };
  const works = people?.filter(({ active, mandates }) => active && mandates.some(({ role, since, until }) => role === me.role && since <= today() && (!until || until >= today())));
  const fileError = isAsked && !chosen ? t('referrals.dialog.accept.fileMissing') : undefined;
  const contactError = isAsked && !contact ? t('referrals.dialog.accept.contactMissing') : undefined;
  return (
    <Dialog title={t('referrals.action.accept')} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        <div className={contactError ? 'field field--bad' : 'field'}>
          <label htmlFor="contact">{t('referrals.dialog.accept.contact')}</label>
          <span className="hint" id="contact-uitleg">
            {t('referrals.dialog.accept.contactHint')}
          </span>
          <FieldError error={contactError} />
          <select className="input" id="contact" aria-describedby="contact-uitleg" value={contact} onChange={(event) => setContact(event.target.value)}>
            <option value="">{t('form.choose')}</option>
            {works?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name} {id === me.personId ? t('referrals.dialog.accept.you') : ''}
              </option>
            ))}
          </select>
        </div>
        <fieldset className={fileError ? 'field--bad' : undefined} aria-describedby={fileError ? 'dossier-fout' : undefined}>
          <legend className="label">{t('referrals.dialog.accept.file')}</legend>
          <p className="hint filehint">{t('referrals.dialog.accept.fileHint')}</p>
          <FieldError id="dossier-fout" error={fileError} />
          {isLooking && <p role="status" className="small mute">{t('clients.similar.looking')}</p>}
          <FileChoice value={NEW} chosen={chosen} onChange={setFile} title={t('referrals.dialog.accept.newFile')} sub={t('referrals.dialog.accept.newFileHint')} />
          {clients.map((client) => (
            <FileChoice
              key={client.id}
              value={client.id}
              chosen={chosen}
              onChange={setFile}
              title={nameOf(client) ?? t('person.noName')}
              sub={[t('referrals.dialog.accept.looksLike'), client.birthDate && t('person.born', { date: formatWholeDay(client.birthDate) }), client.municipality].filter(Boolean).join(' · ')}
            />
          ))}
        </fieldset>
        <FaultNote error={accept.error ?? similar.error} />
      </div>
      <div className="dialog__foot">
        <Button variant="main" icon="check" isPending={accept.isPending || isLooking} onPress={submit}>
          {t('referrals.action.accept')}
        </Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function FileChoice({ value, chosen, title, sub, onChange }: { value: string; chosen: string | undefined; title: string; sub: string; onChange: (value: string) => void }) {
  return (
    <label className="choice">
      <input type="radio" name="dossier" value={value} checked={chosen === value} onChange={() => onChange(value)} />
      <span>
        <b>{title}</b>
        <small>{sub}</small>
      </span>
    </label>
  );
}
