import { useEffect, useState } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SimilarDocument, type SimilarQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { fieldId } from '../shared/form/field.js';
import { formatWholeDay, parseDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { nameOf } from '../shared/name.js';
import { usePartners } from '../shared/reference.js';
import type { ClientValues } from './client-values.js';

const AFTER_TYPING = 400;

export type SimilarFacts = { of: string; count: number; isLooking: boolean; isAsked: boolean; found: SimilarQuery['similar'] | undefined; error: Error | null };

/** Who resembles the person typed, a moment after the typing stops. */
export function useSimilar(control: Control<ClientValues>): SimilarFacts {
  const [given, family, born] = useWatch({ control, name: ['givenName', 'familyName', 'birthDate'] });
  const typed = JSON.stringify({ givenName: given.trim(), familyName: family.trim(), birthDate: parseDay(born) ?? null });
  const [of, setOf] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setOf(typed), AFTER_TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  const person = JSON.parse(of) as { givenName: string; familyName: string; birthDate: string | null };
  const isAsked = Boolean(person.givenName && person.familyName);
  const { data, error, isFetching } = useRead(SimilarDocument, person, { enabled: isAsked });
  const found = isAsked ? data?.similar : undefined;
  return { of, isAsked, found, error, count: (found?.clients.length ?? 0) + (found?.referrals.length ?? 0), isLooking: isAsked && !error && (of !== typed || (isFetching && !data)) };
}

/** Everybody who resembles, to be looked at before a new file is opened. */
export function SimilarBox({ similar: { found, count, isLooking, isAsked }, isSeen, onSeen }: { similar: SimilarFacts; isSeen: boolean; onSeen: (yes: boolean) => void }) {
  const { t } = useTranslation();
  const { nameOf: partnerName } = usePartners();
  return (
    <div aria-live="polite">
      {!isAsked && <p className="small mute">{t('clients.similar.needNames')}</p>}
      {isAsked && isLooking && <p className="small mute">{t('clients.similar.looking')}</p>}
      {isAsked && !isLooking && !count && (
        <p className="small soft">
          <Icon name="check" size="s" /> {t('clients.similar.none')}
        </p>
      )}
      {found && count > 0 && (
        <div className="note note--care">
          <Icon name="people" />
          <div>
            <h3>{t('clients.similar.title')}</h3>
            <p>{t('clients.similar.text')}</p>
            <ul className="similar">
              {found.clients.map((client) => (
                <One key={client.id} name={nameOf(client)} born={client.birthDate} sub={[t('clients.similar.client'), client.municipality].filter(Boolean).join(', ')} to={`/clienten/${client.id}`} />
              ))}
              {found.referrals.map((referral) => (
                <One key={referral.id} name={nameOf(referral)} born={referral.birthDate} sub={t('clients.similar.referral', { number: referral.number, partner: partnerName(referral.fromPartnerId) })} to={`/doorverwijzingen/${referral.id}`} />
              ))}
            </ul>
            <label className="check" htmlFor={fieldId('gelijkend')}>
              <input type="checkbox" id={fieldId('gelijkend')} checked={isSeen} onChange={(event) => onSeen(event.target.checked)} />
              <span>{t('clients.similar.confirm')}</span>
            </label>
          </div>
        </div>
      )}
    </div>
  );
}

function One({ name, born, sub, to }: { name: string | undefined; born: string | null; sub: string; to: string }) {
  const { t } = useTranslation();
  return (
    <li>
      <span>
        <b>{name ?? t('person.noName')}</b>
        {born && `, ${t('person.born', { date: formatWholeDay(born) })}`}
        <br />
        {sub}
      </span>
      {/* In a new tab: what is typed here stays. */}
      <a href={to} target="_blank" rel="noreferrer" aria-label={`${t('clients.similar.open')}: ${name ?? ''}`}>
        {t('clients.similar.open')}
      </a>
    </li>
  );
}
