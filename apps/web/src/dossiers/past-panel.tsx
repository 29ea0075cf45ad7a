import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientHistoryDocument, ReferralHistoryDocument, type DataClass } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { useClassWords } from '../shared/classes.js';
import { FaultNote } from '../shared/faults.js';
import { formatDay, formatTime, formatWholeDay } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';

/** One change: of each field its name, what was there and what came instead. */
type Told = { at: string; partnerId: string | null; personName: string | null; values: { label: string; before: string; after: string }[] };
type Value = string | number | boolean | null | undefined;
type Values = Readonly<Record<string, Value>>;

/** What the content and the notes of a referral were, as far as one may read them today. */
export function ReferralPast({ id, hidden }: { id: string; hidden: readonly DataClass[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useRead(ReferralHistoryDocument, { id }, { enabled: isOpen });
  const valuesOf = useValues();
  const ofContent = data?.referralHistory?.map(({ fields, before, after, ...by }) => ({ ...by, values: valuesOf(fields, before, after) })) ?? [];
  const ofNotes = data?.noteHistory.map(({ before, after, ...by }) => ({ ...by, values: [{ label: t(`dataClass.${before.dataClass}`), before: before.body ?? '', after: after.body ?? '' }] })) ?? [];
  return <PastPanel isOpen={isOpen} onOpen={() => setOpen(true)} told={data && [...ofContent, ...ofNotes].sort((a, b) => b.at.localeCompare(a.at))} error={error} hidden={hidden} />;
}

/** What the file of a client said before. */
export function ClientPast({ id, hidden }: { id: string; hidden: readonly DataClass[] }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useRead(ClientHistoryDocument, { id }, { enabled: isOpen });
  const valuesOf = useValues();
  const told = data?.clientHistory?.map(({ fields, before, after, ...by }) => ({ ...by, values: valuesOf(fields, before, after) }));
  return <PastPanel isOpen={isOpen} onOpen={() => setOpen(true)} told={told} error={error} hidden={hidden} />;
}

type Props = { isOpen: boolean; onOpen: () => void; told: readonly Told[] | undefined; error: unknown; hidden: readonly DataClass[] };

/** Read only when asked for: to look back is a look too. */
function PastPanel({ isOpen, onOpen, told, error, hidden }: Props) {
  const { t } = useTranslation();
  const { namedAt } = usePartners();
  const words = useClassWords();
  return (
    <Panel id="eerder" title={t('history.past.title')}>
      <div className="panel__body stackv--s">
        {!isOpen && (
          <>
            <p className="soft small">{t('history.past.text')}</p>
            <Button small onPress={onOpen}>
              {t('history.past.open')}
            </Button>
          </>
        )}
        {isOpen && !told && (error ? <FaultNote error={error} /> : <Skeleton lines={3} />)}
        {told?.length === 0 && <p className="soft">{t('history.past.none')}</p>}
        {told && told.length > 0 && (
          <ol className="past">
            {told.map((each, index) => (
              <li key={`${each.at} ${index}`}>
                <p>
                  <b>
                    {formatDay(each.at)}, {formatTime(each.at)} uur
                  </b>
                  <span className="line mute">{each.personName && each.partnerId ? t('referrals.by', { person: each.personName, partner: namedAt(each.partnerId, each.at) }) : t('history.past.byPortal')}</span>
                </p>
                <dl className="past__values">
                  {each.values.map(({ label, before, after }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd className="past__before pre">
                        <span className="vh">{t('history.past.before')} </span>
                        {before ? <del>{before}</del> : <span className="mute">{t('history.past.empty')}</span>}
                      </dd>
                      <dd className="pre">
                        <span className="vh">{t('history.past.after')} </span>
                        {after ? <ins>{after}</ins> : <span className="mute">{t('history.past.empty')}</span>}
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        )}
        {told && hidden.length > 0 && <p className="soft small">{t('history.past.hidden', { classes: words(hidden) })}</p>}
      </div>
    </Panel>
  );
}

const CHOICES = ['incomeSource', 'housingSituation', 'heating', 'representativeKind'] as const;
const isChoice = (field: string): field is (typeof CHOICES)[number] => (CHOICES as readonly string[]).includes(field);

/** Names and values of fields, in words. */
function useValues(): (fields: readonly string[], before: object, after: object) => Told['values'] {
  const { t } = useTranslation();
  const word = (field: string, value: Value): string => {
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
    const text = String(value);
    if (isChoice(field)) return t(`${field}.${text}` as 'heating.GAS');
    if (field === 'representativeFor') return t(`representedFor.${text}` as 'representedFor.BOTH');
    return /^\d{4}-\d\d-\d\d$/.test(text) ? formatWholeDay(text) : text;
  };
  return (fields, before, after) => fields.map((field) => ({ label: t(`history.field.${field}` as 'history.field.phone'), before: word(field, (before as Values)[field]), after: word(field, (after as Values)[field]) }));
}
