import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { today } from '../format.js';
import { usePartners } from '../reference.js';
import { useMe } from '../session.js';

/** What is lent to whom at this dossier, and whether the address is protected. */
export type Lends = { shares: readonly { partnerId: string; classes: readonly DataClass[]; endedAt?: string | null; until: string }[]; addressProtected: boolean };

const isLent = ({ shares }: Lends, partnerId: string, dataClass: string): boolean => shares.some((share) => share.partnerId === partnerId && !share.endedAt && share.until.slice(0, 10) >= today() && share.classes.includes(dataClass as DataClass));

/** Whom a file is for beside the own partner; says of each whether it can read it already. */
export function ForWhomField({ registration, partnerIds, chosen, dataClass, lends }: { registration: UseFormRegisterReturn; partnerIds: readonly string[]; chosen: readonly string[]; dataClass: string; lends: Lends }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { nameOf } = usePartners();
  // A result goes from a receiver to the sender, who reads it by right.
  const mustBeLent = (id: string) => Boolean(dataClass) && dataClass !== 'OUTCOME' && !isLent(lends, id, dataClass);
  return (
    <fieldset className="checks">
      <legend>{t('attachments.audience')}</legend>
      <p className="hint">{t('attachments.audienceOwn', { partner: partner.name })}</p>
      {!partnerIds.length && <p className="hint">{t('attachments.nobodyElse')}</p>}
      {partnerIds.map((id) => (
        <label key={id} className="check">
          <input type="checkbox" value={id} {...registration} />
          <span>
            {nameOf(id)}
            {mustBeLent(id) && <span className="hint">{t('attachments.notLent', { class: t(`dataClass.${dataClass as DataClass}`) })}</span>}
          </span>
        </label>
      ))}
      {lends.addressProtected && chosen.length > 0 && <p className="note note--care">{t('attachments.addressProtected')}</p>}
    </fieldset>
  );
}
