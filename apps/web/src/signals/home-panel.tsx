import { useEffect, useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DwellingsDocument, type DwellingsQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { FieldError, fieldId, TextField } from '../shared/form/field.js';
import { maxOf } from '../shared/limits.js';
import { Panel } from '../shared/page.js';
import { useMunicipalities } from '../shared/reference.js';
import { useDoor } from '../shared/session.js';
import type { Agreement } from './protocol.js';
import { usePlaces } from './places.js';
import type { Values } from './values.js';

type Dwelling = DwellingsQuery['dwellings'][number];
type Props = { form: UseFormReturn<Values> };
/** How many homes are laid out at once. */
const SHOWN = 8;

/** Which home it is about: one of the own list, or an address. */
export function HomePanel({ form, agreement }: Props & { agreement: Agreement | undefined }) {
  const { t } = useTranslation();
  const mayList = useDoor('Dwelling.read');
  const dwellings = useRead(DwellingsDocument, {}, { enabled: mayList }).data?.dwellings ?? [];
  const { setValue, control, formState } = form;
  const home = useWatch({ control, name: 'home' });
  const places = usePlaces(agreement?.municipalities ?? []);
  const hasList = dwellings.length > 0;
  useEffect(() => {
    if (hasList && !formState.isDirty) form.reset({ ...form.getValues(), home: 'LIST' });
    // Once, when the list is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasList]);
  return (
    <Panel id="woning" title={t('signals.form.home')}>
      <div className="panel__body stackv">
        {places && <p className="small soft">{t('signals.form.area', { places })}</p>}
        {home === 'LIST' && hasList ? <FromList form={form} dwellings={dwellings} /> : <Typed form={form} />}
        <p className="small">
          {hasList ? (
            <button type="button" className="linkbtn" onClick={() => setValue('home', home === 'LIST' ? 'TYPED' : 'LIST', { shouldDirty: true })}>
              {t(home === 'LIST' ? 'signals.form.typeIt' : 'signals.form.fromList')}
            </button>
          ) : (
            mayList && <Link to="/meldingen/woningen">{t('signals.form.importFirst')}</Link>
          )}
        </p>
      </div>
    </Panel>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const addressOf = ({ street, postcode, municipality }: Dwelling): string => `${street}, ${postcode} ${municipality}`;

function FromList({ form: { register, control, formState, setValue }, dwellings }: Props & { dwellings: readonly Dwelling[] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const dwellingId = useWatch({ control, name: 'dwellingId' });
  const chosen = dwellings.find(({ id }) => id === dwellingId);
  const asked = plain(words).split(/\s+/).filter(Boolean);
  const found = dwellings.filter((each) => asked.every((word) => plain(`${each.reference} ${addressOf(each)}`).includes(word)));
  const shown = [...(chosen ? [chosen] : []), ...found.filter((each) => each !== chosen)].slice(0, SHOWN);
  const error = formState.errors.dwellingId?.message;
  return (
    <>
      <div className="field">
        <label htmlFor="woning-zoek">{t('signals.form.search')}</label>
        <span className="hint" id="woning-zoek-hint">
          {t('signals.form.searchHint')}
        </span>
        <input className="input" id="woning-zoek" autoComplete="off" aria-describedby="woning-zoek-hint" value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
      </div>
      <fieldset className={error ? 'field field--full field--bad homes' : 'homes'} id={fieldId('dwellingId')} tabIndex={-1} aria-describedby={error ? 'woning-fout' : undefined}>
        <legend className="vh">{t('signals.form.home')}</legend>
        <FieldError id="woning-fout" error={error} />
        {shown.map((each) => (
          <label key={each.id} className="choice">
            <input type="radio" value={each.id} checked={each.id === dwellingId} {...register('dwellingId', { validate: (id, { home }) => home !== 'LIST' || Boolean(id) || t('signals.form.homeMissing') })} onChange={() => setValue('dwellingId', each.id, { shouldDirty: true, shouldValidate: true })} />
            <span>
              {addressOf(each)}
              <small className="num">{each.reference}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small mute" role="status">
        {t('signals.form.found', { count: found.length })}
      </p>
    </>
  );
}

function Typed({ form }: Props) {
  const { t } = useTranslation();
  const { register, formState, setValue, getValues, subscribe } = form;
  const municipalities = useMunicipalities();
  // A postcode of the region fills in its municipality.
  useEffect(
    () =>
      subscribe({
        name: 'postcode',
        formState: { values: true },
        callback: ({ values }) => {
          const found = municipalities.find(({ postcodes }) => postcodes.includes(values.postcode.trim()));
          if (found && !getValues('municipality')) setValue('municipality', found.name, { shouldDirty: true });
        },
      }),
    [subscribe, municipalities, getValues, setValue],
  );
  const of = (name: 'street' | 'postcode' | 'municipality', missing: string) => ({
    registration: register(name, { validate: (text: string, { home }: Values) => home === 'LIST' || Boolean(text.trim()) || missing }),
    label: t(`field.${name}`),
    error: formState.errors[name]?.message,
    maxLength: maxOf('TensionSignal', name, 120),
  });
  return (
    <>
      <TextField {...of('street', t('signals.form.streetMissing'))} />
      <div className="two">
        <TextField {...of('postcode', t('signals.form.postcodeMissing'))} inputMode="numeric" size="tiny" />
        <TextField {...of('municipality', t('signals.form.municipalityMissing'))} list="gemeenten" />
      </div>
      <datalist id="gemeenten">
        {municipalities.map(({ nis, name }) => (
          <option key={nis} value={name} />
        ))}
      </datalist>
    </>
  );
}
